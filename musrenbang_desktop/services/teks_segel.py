"""The seal of a forum as files: for people to read, and for other verifiers to count."""

from __future__ import annotations

import json

from musrenbang_desktop.db.queries import segel as queries
from musrenbang_desktop.domain.sebutan import DESA
from musrenbang_desktop.journal.segel import BukanSegel, teks_pecahan
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.segel import Tersegel

_KELUARAN = {"ke_kecamatan": "ke kecamatan", "dana_desa": "dana desa", "belum_disepakati": "belum disepakati"}


def berkas_segel(layanan: Layanan) -> dict[str, str]:
    """Name and text of each file; none while the forum is not sealed."""
    try:
        sealed = layanan.segel.sekarang()
    except BukanSegel:
        return {}
    if sealed is None:
        return {}
    return {
        "segel.txt": _for_people(layanan, sealed),
        "segel.json": _for_programs(layanan),
        "qr.txt": sealed.qr + "\n",
    }


def _for_people(layanan: Layanan, sealed: Tersegel) -> str:
    segel, forum = sealed.segel, layanan.forum.aktif()
    said = (forum.istilah if forum else DESA).dalam
    lines = [
        "SEGEL HASIL MUSYAWARAH",
        "",
        f"Kode segel     : {sealed.kode}",
        f"Nomor segel    : {segel.id}",
        f"Disegel        : {sealed.jam}",
        f"Laptop         : {sealed.laptop}",
        f"Kunci laptop   : {segel.kunci}",
        f"Tanda tangan   : {sealed.tanda.hex()}",
        f"Kode wilayah   : {segel.kode_wilayah or '-'}",
        f"Tanggal        : {segel.tanggal}",
        f"Hadir          : {segel.hadir[0]} orang ({segel.hadir[1]} laki-laki, {segel.hadir[2]} perempuan)",
        f"Catatan        : {segel.daun} buah, akar {segel.akar}",
        "",
        "Urutan yang disepakati",
        *(
            f"{place:>4}. U-{row.nomor:03d}  {said(_KELUARAN[row.keluaran]):<16}  {teks_pecahan(row.nilai) or '-'}"
            for place, row in enumerate(segel.urutan, 1)
        ),
    ]
    for one in layanan.segel.tambahan():
        lines += ["", f"Catatan tambahan {one.nomor}, kode {one.kode}", f"{one.teks} ({one.oleh}: {one.alasan})"]
    for witness in layanan.segel.saksi():
        lines += ["", f"Ikut menandatangani: {witness.nama}, {witness.jabatan}", f"Kunci {witness.kunci.hex()}"]
    return "\n".join([*lines, ""])


def _for_programs(layanan: Layanan) -> str:
    """The seal and its addenda as they stand in the journal."""
    desk = layanan.desk
    value = {
        "segel": [
            {"isi": one.isi, "tanda": one.tanda.hex(), "tanda_qr": one.tanda_qr.hex(), "kode": one.kode}
            for one in queries.every(desk.connection, desk.forum_id)
        ],
        "saksi": [
            {"nama": one.nama, "jabatan": one.jabatan, "kunci": one.kunci.hex(), "tanda": one.tanda.hex()}
            for one in layanan.segel.saksi()
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
