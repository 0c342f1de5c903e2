"""Documents of the chosen forum: what goes in, where the file lies, that it was saved.

Drawing takes time and needs no store, so it runs in the background between :meth:`isi` and :meth:`simpan`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musrenbang_desktop.berita_acara import TANPA_CAP
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara, TandaAir
from musrenbang_desktop.db import settings
from musrenbang_desktop.db.queries import dokumen as queries
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import paket
from musrenbang_desktop.db.queries.dokumen import Cetakan
from musrenbang_desktop.db.queries.lokal import KOREKSI
from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.domain.bentuk_sehari import SAAT, Saat
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.titipan import TANPA_FORUM
from musrenbang_desktop.journal.keystore import KeyMissing
from musrenbang_desktop.services import ubahan_lokal
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.isi_dokumen import IsiDokumen
from musrenbang_desktop.services.kehadiran import KehadiranService
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.layar import LayarService
from musrenbang_desktop.services.penggambar import LEMBAR_NAMA, Penggambar
from musrenbang_desktop.services.prioritas import PrioritasService

FOLDER = "dokumen"
DIHITUNG = frozenset({"lembar_hitung"})
"""Papers that need the worksheet counted."""

#: jenis -> file name; the order is the order of the package.
BERKAS = {
    "lengkap": "Berita Acara Lengkap.pdf",
    "berita_acara": "Berita Acara.pdf",
    "daftar_hadir": "Lampiran I Daftar Hadir.pdf",
    "prioritas": "Lampiran II Prioritas.pdf",
    "belum_disepakati": "Lampiran III Belum Disepakati.pdf",
    "kelompok": "Lampiran IV Hasil Kelompok.pdf",
    "delegasi": "Lampiran V Delegasi.pdf",
    "segel": "Lembar Segel.pdf",
    "notulen": "Notulen.pdf",
    "notulen_kosong": "Notulen Kosong.pdf",
    "tanpa_kuorum": "Berita Acara Tanpa Kuorum.pdf",
    "daftar_rw": "Daftar Usulan RW.pdf",
    "rekapitulasi": "Rekapitulasi Usulan.pdf",
    "pagu_indikatif": "Pagu Indikatif.pdf",
    "sk_tim": "SK Tim Penyelenggara.pdf",
    "sk_delegasi": "SK Delegasi.pdf",
    "undangan": "Surat Undangan.pdf",
    "tanda_terima": "Tanda Terima Undangan.pdf",
    "daftar_hadir_nama": "Daftar Hadir Terisi Nama.pdf",
    "daftar_hadir_kosong": "Daftar Hadir Kosong.pdf",
    "keterwakilan": "Keterwakilan.pdf",
    "kertas_suara": "Surat Suara atau Lembar Skor.pdf",
    "naskah_suara": "Naskah Fasilitator.pdf",
    "penundaan": "Berita Acara Penundaan.pdf",
    "mandat": "Surat Mandat Delegasi.pdf",
    "susunan_acara": "Susunan Acara.pdf",
    "ringkasan": "Ringkasan untuk Peserta.pdf",
    "lembar_hitung": "Lembar Hitung.pdf",
    "giliran_bicara": "Giliran Bicara.pdf",
    "poster": "Poster.pdf",
    "poster_a3": "Poster A3.pdf",
    "poster_hasil": "Poster Hasil.pdf",
    "poster_hasil_a3": "Poster Hasil A3.pdf",
    "poster_jawaban_a3": "Poster Jawaban A3.pdf",
    "tanda_terima_usulan": "Tanda Terima Usulan.pdf",
    "ringkasan_layar": "Ringkasan untuk Layar.pdf",
    "rkp_desa": "RKP Desa.pdf",
    "du_rkp": "DU-RKP Desa.pdf",
    "buku_rencana": "Buku Rencana Kerja Pembangunan.pdf",
    "buku_aspirasi": "Buku Aspirasi Masyarakat.pdf",
    "buku_keputusan": "Buku Keputusan Musrenbang.pdf",
    "verifikasi": "Formulir Verifikasi.pdf",
    "perubahan": "Perubahan Versi.pdf",
    "lembar_jawaban": "Lembar Jawaban.pdf",
    "lembar_uji": "Lembar Uji Printer.pdf",
}

#: Books of the BPD; a kelurahan has none (Permendagri 110/2016 is about a desa).
BUKU_DEWAN = frozenset({"buku_aspirasi", "buku_keputusan"})

#: Plans of a desa. The result of a kelurahan is its berita acara with Lampiran II: what its own fund pays, what goes to
#: the kecamatan; a forum held before Musrenbang decides on neither plan.
RENCANA_DESA = frozenset({"rkp_desa", "du_rkp"})


#: When a paper is needed; what is not named here belongs to the time after the meeting.
_SAAT: dict[str, Saat] = {
    **dict.fromkeys(
        ("lembar_uji", "sk_tim", "undangan", "tanda_terima", "poster", "poster_a3", "susunan_acara", "pagu_indikatif"),
        SAAT[0],
    ),
    **dict.fromkeys(
        ("ringkasan", "ringkasan_layar", "daftar_hadir_nama", "daftar_hadir_kosong", "kertas_suara", "naskah_suara",
         "tanda_terima_usulan", "notulen_kosong", "daftar_rw", "rekapitulasi", "penundaan", "tanpa_kuorum"), SAAT[1],
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DokumenInfo:
    """One document: its kind, where it would lie, and its last saving if there was one."""

    jenis: str
    berkas: Path
    cetakan: Cetakan | None

    @property
    def saat(self) -> Saat:
        """Before the day, on it, or after it."""
        return _SAAT.get(self.jenis, "sesudah")


class DokumenService:
    """Documents of the chosen forum."""

    def __init__(
        self,
        desk: Desk,
        prioritas: PrioritasService,
        kesepakatan: KesepakatanService,
        kehadiran: KehadiranService,
        layar: LayarService,
    ) -> None:
        self._desk = desk
        self._isi = IsiDokumen(desk, prioritas, kesepakatan, kehadiran, layar)

    def daftar(self) -> list[DokumenInfo]:
        """All documents of the chosen forum, saved or not. Raises RuleBroken("forum", "belum_ada")."""
        saved = queries.every(self._desk.connection, self._desk.forum_id)
        folder, names = self.folder(), berkas_forum(self._forum())
        return [DokumenInfo(jenis, folder / name, saved.get(jenis)) for jenis, name in names.items()]

    def folder(self, forum_id: str = "") -> Path:
        """Where the files of a forum lie, of the chosen one when none is named. Its id keeps a training forum from
        writing over the real one."""
        forum = self._forum(forum_id)
        name = re.sub(r"[^\w .-]", "", f"{forum.desa} {forum.tahun_pelaksanaan} {forum.id}").strip()
        return self._desk.store.path.parent / FOLDER / name

    def tanda_air(self) -> TandaAir:
        """What is printed across the pages as things stand. Raises RuleBroken("forum", "belum_ada")."""
        return self._isi.tanda_air()

    def isi(self, *, hitung: bool = True, versi: bool = True) -> IsiBeritaAcara:
        """Everything that the documents print, as recorded; ``versi`` False leaves out what an earlier version said.

        Raises RuleBroken("forum", "belum_ada").
        """
        return self._isi.sekarang(hitung=hitung, versi=versi)

    def penggambar(self, *, hitung: bool = True) -> Penggambar:
        """Draws the papers as they are now; without ``hitung`` all but the worksheet (DIHITUNG), which is fast.

        Raises RuleBroken("forum", "belum_ada").
        """
        isi = self.isi(hitung=hitung)
        return Penggambar(isi, self._signing_key(isi), paket.bentuk_forum(self._desk.connection, isi.forum))

    def dihitung(self, penggambar: Penggambar) -> Penggambar:
        """Draws the worksheet too, from facts that are read already; read anew when they changed since.

        Raises RuleBroken("forum", "belum_ada").
        """
        isi = self._isi.dengan_hitung(penggambar.isi)
        return Penggambar(isi, penggambar.kunci, penggambar.bentuk) if isi else self.penggambar()

    def simpan(self, jenis: str, data: bytes, halaman: int, forum_id: str = "", urutan: Sequence[str] = ()) -> Path:
        """Write the file whole or not at all, and record that it was saved. Raises NoAccess.

        Both for the forum that it was drawn for: another one may be on the desk by now. ``urutan`` are the ids of the
        people in the order in which LEMBAR_NAMA was drawn, whoever was invited since.
        """
        forum = self._forum(forum_id).id
        path = self.folder(forum) / BERKAS[jenis]
        write_whole(path, data)
        before = queries.every(self._desk.connection, forum).get(jenis)
        digest = hashlib.sha256(data).hexdigest()
        if before is None or before.sha256 != digest:
            isi: dict[str, Any] = {"jenis": jenis, "berkas": path.name, "sha256": digest, "halaman": halaman}
            if jenis == LEMBAR_NAMA:  # the lines are typed in again in the order in which they were printed
                isi["urutan"] = list(urutan)
            with self._desk.write("dokumen", f"menyimpan {path.name}", forum=forum) as act:
                act.append(
                    "dokumen.cetak", f"{forum}.{jenis}", isi | {"cetakan": (before.cetakan if before else 0) + 1}
                )
        return path

    def ulang_ke(self, jenis: str, sha256: str, halaman: Collection[int], forum_id: str = "") -> int:
        """Which reprint a print of these pages (from 1) of these bytes would be; 0 for the first.

        Printed again is what was printed before, the same page of the same bytes: odd pages first and even ones after
        them are one print. Sheets that prove nothing are never marked.
        """
        before = queries.every(self._desk.connection, self._forum(forum_id).id).get(jenis)
        if before is None or before.dicetak != sha256 or jenis in TANPA_CAP:
            return 0
        return before.ulang + 1 if before.lembar.intersection(halaman) else 0

    def catat_cetak(
        self, jenis: str, sha256: str, halaman: Collection[int], ulang: int = 0, forum_id: str = ""
    ) -> None:
        """Record that these pages (from 1) went to a printer; ``sha256`` is that of the bytes without a copy mark.

        No seal covers it, and nothing that is printed depends on it but the mark.
        """
        forum = self._forum(forum_id).id
        before = queries.every(self._desk.connection, forum).get(jenis)
        same = before is not None and before.dicetak == sha256
        pages = set(halaman) | (set(before.lembar) if before and same else set())
        isi: dict[str, Any] = {"jenis": jenis, "berkas": BERKAS[jenis], "dicetak": sha256, "lembar": sorted(pages)}
        isi["ulang"] = max(ulang, before.ulang if before and same else 0)
        with self._desk.write("dokumen", f"mencetak {BERKAS[jenis].removesuffix('.pdf')}", forum=forum) as act:
            act.append("dokumen.cetak", f"{forum}.{jenis}", isi)

    def koreksi(self, printer: str) -> tuple[float, float]:
        """How far printouts of this printer are moved to the right and down, in mm, as measured on the test sheet."""
        kept = json.loads(settings.get(self._desk.connection, f"{KOREKSI}{printer}") or "[0, 0]")
        return float(kept[0]), float(kept[1])

    def ubah_koreksi(self, printer: str, kanan: float, bawah: float) -> None:
        """Keep it on this computer; no other laptop has this printer."""
        moved = {"geser": json.dumps([kanan, bawah])}
        ubahan_lokal.ubah(self._desk, "koreksi", printer, moved, forum=TANPA_FORUM)

    def _signing_key(self, isi: IsiBeritaAcara) -> bytes:
        """The private key of this laptop if it is the one that sealed the forum, else nothing."""
        store = self._desk.store
        if isi.segel is None or isi.segel.laptop != store.tag:
            return b""
        try:
            return store.key_place.private(store.device)
        except KeyMissing:
            return b""

    def _forum(self, forum_id: str = "") -> Forum:
        forum = forums.one(self._desk.connection, forum_id) if forum_id else self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum


def berkas_forum(forum: Forum) -> dict[str, str]:
    """jenis -> file name of the documents that this kind of place has, in the order of BERKAS."""
    village = forum.jenis == "desa"
    without = (frozenset() if village else BUKU_DEWAN) | (
        frozenset() if village and forum.tingkat == "utama" else RENCANA_DESA
    )
    return {jenis: name for jenis, name in BERKAS.items() if jenis not in without}
