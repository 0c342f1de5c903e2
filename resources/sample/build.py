"""Make sukamaju.json: ``python -m resources.sample.build``. The same seed always gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria
from musrenbang_desktop.ranking.weighted import Hasil, rank
from musrenbang_desktop.reference.agenda import load
from resources.sample.daftar_forum import BEBERAPA_ORANG, FAKTA, PAGU, SATU_ORANG, TARGET_UNSUR, Jabatan
from resources.sample.daftar_peserta import (
    DUSUN,
    NAMA_BELAKANG,
    NAMA_BELAKANG_P,
    NAMA_L,
    NAMA_P,
    TAMU,
    UNDANGAN,
    Kursi,
)
from resources.sample.daftar_usulan import USULAN, U

SEED = 20260121
FILE = Path(__file__).with_name("sukamaju.json")
JUMLAH_KE_KECAMATAN = 12

GELAR = {
    "Kepala Desa": "{}, S.Sos.",
    "Sekretaris Desa": "{}, S.IP.",
    "Kaur Perencanaan": "{}, A.Md.",
    "Ketua BPD": "H. {}",
    "Camat Contoh": "Drs. {}, M.Si.",
    "Kasi Pemberdayaan Masyarakat dan Desa": "{}, S.E.",
    "Bidan Desa": "{}, A.Md.Keb.",
    "Kepala SDN 2": "{}, S.Pd.",
    "Imam masjid": "H. {}",
}

ATURAN = Aturan(
    kriteria=(
        Kriteria("mendesak", "Mendesak", "M", 3),
        Kriteria("penerima", "Penerima manfaat", "P", 2),
        Kriteria("dampak", "Dampak", "D", 2),
        Kriteria("rpjm", "Sesuai RPJM", "S", 2),
        Kriteria("biaya", "Biaya", "B", 1, "biaya"),
    ),
    kelompok=(
        Kelompok("sarpras", "Sarana Prasarana"),
        Kelompok("ekonomi", "Ekonomi"),
        Kelompok("sosbud", "Sosial Budaya"),
        Kelompok("rentan", "Perempuan dan Kelompok Rentan"),
    ),
    seri=("mendesak", "penerima"),
    terkunci="09.57",
    versi=1,
)

SEMUA_DUSUN = "Semua dusun"

BATAS_BIAYA = (15_000, 40_000, 75_000, 120_000)
"""Thousands of rupiah up to which the cost score is 1, 2, 3, 4; above it is 5."""

SERI = (("u22", "u34"), ("u17", "u24", "u41"))
"""Usulan that receive the same scores, each time from other groups: they tie and no rule parts them."""

PINDAH = ("u07", 12)
ALASAN_PINDAH = "Jembatan membahayakan anak sekolah; disepakati naik setelah penjelasan Ketua RT 07"

MIRIP = "Sudah tercakup dalam usulan lain di tempat yang sama"
TANPA_BIAYA = "Perkiraan biaya belum ada; dilengkapi tim desa dan diajukan tahun berikutnya"
LEWAT_KECAMATAN = "Di luar dua belas prioritas yang dibawa ke kecamatan"
LEWAT_PAGU = "Pagu Dana Desa tidak mencukupi"

T = TypeVar("T")


def build() -> dict[str, Any]:
    """The whole sample village as plain data."""
    dadu = Random(SEED)  # noqa: S311 - always the same sample
    peserta = _peserta(dadu)
    skor = _skor(dadu)
    hasil = rank(ATURAN, skor, [_kunci(number) for number in range(1, len(USULAN) + 1)])
    nama = {orang["jabatan"]: orang["nama"] for orang in peserta}
    return {
        "forum": _forum(nama),
        "wakil_peserta": [
            orang["kunci"]
            for orang in peserta
            if orang["jabatan"]
            in ("Ketua RW 01", "Ketua TP PKK", "Ketua Gapoktan", "Ketua Karang Taruna", "Ketua Kelompok Disabilitas")
        ],
        "peserta": peserta,
        "usulan": [_usulan(number, satu) for number, satu in enumerate(USULAN, 1)],
        "mirip": [[_kunci(satu.mirip), _kunci(number)] for number, satu in enumerate(USULAN, 1) if satu.mirip],
        "aturan": {**asdict(ATURAN), "saksi": [nama[j] for j in ("Ketua BPD", "Ketua TP PKK", "Sesepuh dusun")]},
        "skor": skor,
        "ditutup": "11.48",
        "butir": [asdict(butir) for butir in _butir(hasil)],
    }


def text(data: Mapping[str, Any]) -> str:
    """The JSON text: one record a line, so that a change shows as the records that changed."""
    parts = [f"{json.dumps(name)}: {_block(value)}" for name, value in data.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _block(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(" " + _line(item) for item in value) + "\n]"
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f" {json.dumps(key)}: {_line(item)}" for key, item in value.items()) + "\n}"
    return _line(value)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pick(dadu: Random, items: Sequence[T]) -> T:
    """Draw one item through ``random()`` alone, the only draw that Python keeps the same between versions."""
    return items[int(dadu.random() * len(items))]


def _kunci(number: int) -> str:
    return f"u{number:02d}"


# -- people ----------------------------------------------------------------------------------------------------------


def _peserta(dadu: Random) -> list[dict[str, Any]]:
    used: set[str] = set()
    given = {"L": list(NAMA_L), "P": list(NAMA_P)}
    rows = []
    for number, kursi in enumerate((*UNDANGAN, *TAMU), 1):
        diundang = number <= len(UNDANGAN)
        rows.append({"kunci": f"p{number:02d}", **_orang(dadu, kursi, diundang, given, used)})
    return rows


def _orang(dadu: Random, kursi: Kursi, diundang: bool, given: dict[str, list[str]], used: set[str]) -> dict[str, Any]:
    youngest, oldest = kursi.usia
    return {
        "nama": _nama(dadu, kursi, given, used),
        "jenis_kelamin": kursi.jk,
        "unsur": kursi.unsur,
        "jabatan": kursi.jabatan,
        "usia": None if dadu.random() < 0.1 else youngest + int(dadu.random() * (oldest - youngest + 1)),
        "dusun": kursi.dusun,
        "rt": kursi.rt,
        "rw": DUSUN[kursi.dusun][0] if kursi.dusun else "",
        "diundang": diundang,
        "hadir": _jam(dadu, diundang) if kursi.hadir else "",
        "wakil_dari": kursi.wakil_dari,
    }


def _nama(dadu: Random, kursi: Kursi, given: dict[str, list[str]], used: set[str]) -> str:
    names = given[kursi.jk]
    depan = names.pop(int(dadu.random() * len(names)))
    belakang = _pick(dadu, NAMA_BELAKANG if kursi.jk == "L" else NAMA_BELAKANG_P)
    nama = GELAR.get(kursi.jabatan, "{}").format(f"{depan} {belakang}")
    if nama in used:
        raise ValueError(f"{nama} twice")
    used.add(nama)
    return nama


def _jam(dadu: Random, diundang: bool) -> str:
    """Hour of arrival between 07.45 and 08.40; those without invitation come from 08.05 on."""
    earliest = 0 if diundang else 20
    minute = 7 * 60 + 45 + earliest + int(dadu.random() * (56 - earliest))
    return f"{minute // 60:02d}.{minute % 60:02d}"


def _forum(nama: Mapping[str, str]) -> dict[str, Any]:
    def pejabat(jabatan: Jabatan) -> dict[str, str]:
        return {"nama": nama[jabatan[0]], "jabatan": jabatan[0], "dari": jabatan[1]}

    return {
        **FAKTA,
        **{peran: pejabat(jabatan) for peran, jabatan in SATU_ORANG.items()},
        **{peran: [pejabat(jabatan) for jabatan in semua] for peran, semua in BEBERAPA_ORANG.items()},
        "agenda": [[acara.judul, acara.menit, acara.oleh] for acara in _agenda()],
        "target_unsur": [[unsur, jumlah] for unsur, jumlah in TARGET_UNSUR.items()],
    }


def _agenda() -> tuple[Acara, ...]:
    return next(one.acara for one in load() if one.id == "musrenbang-desa")


# -- usulan, scores, agreement ---------------------------------------------------------------------------------------


def _usulan(number: int, satu: U) -> dict[str, Any]:
    return {
        "kunci": _kunci(number),
        "judul": satu.judul,
        "masalah": satu.masalah,
        "dusun": satu.dusun or SEMUA_DUSUN,
        "rt": satu.rt,
        "rw": DUSUN[satu.dusun][0] if satu.dusun else "",
        "lokasi": satu.lokasi,
        "volume": satu.volume,
        "satuan": satu.satuan,
        "perkiraan_biaya": None if satu.ribu is None else satu.ribu * 1000,
        "pengusul": satu.pengusul,
        "bidang": satu.bidang,
        "penerima_manfaat": satu.jiwa,
        "perangkat_daerah": satu.pd,
    }


def _skor(dadu: Random) -> dict[str, dict[str, tuple[int, ...]]]:
    groups = [kelompok.id for kelompok in ATURAN.kelompok]
    sheets: dict[str, dict[str, tuple[int, ...]]] = {group: {} for group in groups}
    for number, satu in enumerate(USULAN, 1):
        for group in groups:
            sheets[group][_kunci(number)] = _baris(dadu, satu)
    for first, *others in SERI:
        for shift, other in enumerate(others, 1):
            for place, group in enumerate(groups):
                sheets[group][other] = sheets[groups[(place + shift) % len(groups)]][first]
    return sheets


def _baris(dadu: Random, satu: U) -> tuple[int, ...]:
    mahal = 3 if satu.ribu is None else 1 + sum(satu.ribu > batas for batas in BATAS_BIAYA)
    leaning = [*map(int, satu.mutu), mahal]
    return tuple(min(5, max(1, middle + _pick(dadu, (-1, 0, 0, 0, 0, 0, 1)))) for middle in leaning)


def _butir(hasil: Hasil) -> list[Butir]:
    """Walk down the agreed order: to the kecamatan, from Dana Desa while it lasts, or not agreed with the reason."""
    order = [baris.usulan for baris in hasil.baris]
    moved, place = PINDAH
    order.remove(moved)
    order.insert(place - 1, moved)
    butir: list[Butir] = []
    kecamatan = 0
    sisa = PAGU
    for kunci in order:
        satu = USULAN[int(kunci[1:]) - 1]
        pindah = ALASAN_PINDAH if kunci == moved else ""
        alasan = _halangan(satu)
        biaya = (satu.ribu or 0) * 1000
        if alasan:
            butir.append(Butir(kunci, "belum_disepakati", alasan, pindah))
        elif satu.pd and kecamatan < JUMLAH_KE_KECAMATAN:
            kecamatan += 1
            butir.append(Butir(kunci, "ke_kecamatan", "", pindah))
        elif not satu.pd and biaya <= sisa:
            sisa -= biaya
            butir.append(Butir(kunci, "dana_desa", "", pindah))
        else:
            butir.append(Butir(kunci, "belum_disepakati", LEWAT_KECAMATAN if satu.pd else LEWAT_PAGU, pindah))
    return butir


def _halangan(satu: U) -> str:
    if satu.mirip:
        return MIRIP
    return satu.alasan or (TANPA_BIAYA if satu.ribu is None else "")


if __name__ == "__main__":
    FILE.write_text(text(build()), encoding="utf-8", newline="\n")
