"""Documents of the chosen forum: what goes in, where the file lies, that it was saved.

Drawing takes time and needs no store, so it runs in the background between :meth:`isi` and :meth:`simpan`.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.isi import (
    BarisHadir,
    IsiBeritaAcara,
    SegelCetak,
    TandaAir,
    baris_belum,
    baris_hadir,
    baris_prioritas,
    baris_terundang,
    baris_undangan,
)
from musrenbang_desktop.db.backup import replace
from musrenbang_desktop.db.errors import NoAccess
from musrenbang_desktop.db.queries import dokumen as queries
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.queries import jurnal, paket, peserta, segel, silsilah
from musrenbang_desktop.db.queries.dokumen import Cetakan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesepakatan import Butir, Perpindahan
from musrenbang_desktop.domain.silsilah import sebutan_forum
from musrenbang_desktop.domain.undangan import kode
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.journal.keystore import KeyMissing
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.kehadiran import KehadiranService, Peran
from musrenbang_desktop.services.kertas_suara import kertas_suara
from musrenbang_desktop.services.kesepakatan import KesepakatanService
from musrenbang_desktop.services.layar import LayarService
from musrenbang_desktop.services.penggambar import Penggambar
from musrenbang_desktop.services.prioritas import PrioritasService
from musrenbang_desktop.services.segel import tersegel

FOLDER = "dokumen"
LEMBAR_NAMA = "daftar_hadir_nama"

#: jenis -> file name; the order is the order of the package.
BERKAS = {
    "lengkap": "Berita Acara Lengkap.pdf",
    "berita_acara": "Berita Acara.pdf",
    "daftar_hadir": "Lampiran I Daftar Hadir.pdf",
    "prioritas": "Lampiran II Prioritas.pdf",
    "belum_disepakati": "Lampiran III Belum Disepakati.pdf",
    "undangan": "Surat Undangan.pdf",
    "tanda_terima": "Tanda Terima Undangan.pdf",
    "daftar_hadir_nama": "Daftar Hadir Terisi Nama.pdf",
    "daftar_hadir_kosong": "Daftar Hadir Kosong.pdf",
    "keterwakilan": "Keterwakilan.pdf",
    "kertas_suara": "Surat Suara atau Lembar Skor.pdf",
    "penundaan": "Berita Acara Penundaan.pdf",
    "mandat": "Surat Mandat Delegasi.pdf",
    "susunan_acara": "Susunan Acara.pdf",
    "ringkasan": "Ringkasan untuk Peserta.pdf",
    "lembar_hitung": "Lembar Hitung.pdf",
    "giliran_bicara": "Giliran Bicara.pdf",
}


@dataclass(frozen=True, slots=True)
class DokumenInfo:
    """One document: its kind, where it would lie, and its last saving if there was one."""

    jenis: str
    berkas: Path
    cetakan: Cetakan | None


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
        self._layar = layar
        self._kehadiran = kehadiran
        self._prioritas = prioritas
        self._kesepakatan = kesepakatan

    def daftar(self) -> list[DokumenInfo]:
        """All documents of the profile, saved or not."""
        saved = queries.every(self._desk.connection, self._desk.forum_id)
        folder = self.folder()
        return [DokumenInfo(jenis, folder / name, saved.get(jenis)) for jenis, name in BERKAS.items()]

    def folder(self) -> Path:
        """Where the files of this forum lie. Its id keeps a training forum from writing over the real one."""
        forum = self._forum()
        name = re.sub(r"[^\w .-]", "", f"{forum.desa} {forum.tahun_pelaksanaan} {forum.id}").strip()
        return self._desk.store.path.parent / FOLDER / name

    def isi(self) -> IsiBeritaAcara:
        """Everything that the documents print, as recorded. Raises RuleBroken("forum", "belum_ada")."""
        forum = self._forum()
        connection = self._desk.connection
        present = peserta.every(connection, forum.id, hanya="hadir")
        invited = peserta.every(connection, forum.id, hanya="undangan")
        agreed, refused = self._agreed()
        ranking = self._ranks()
        moves = self._moves()
        return IsiBeritaAcara(
            forum=forum,
            hitungan=peserta.count(connection, forum.id),
            hadir=tuple(baris_hadir(person, number) for number, person in enumerate(present, 1)),
            wakil=self._wakil(forum),
            prioritas=tuple(
                baris_prioritas(usulan, butir, number, *ranking.get(usulan.id, ("", "")), moves.get(usulan.id))
                for number, (usulan, butir) in enumerate(agreed, 1)
            ),
            belum_disepakati=tuple(
                baris_belum(usulan, butir, number) for number, (usulan, butir) in enumerate(refused, 1)
            ),
            undangan=tuple(baris_undangan(person, kode(forum.id, person.id)) for person in invited),
            terundang=tuple(baris_terundang(person, number) for number, person in enumerate(invited, 1)),
            keterwakilan=self._kehadiran.keterwakilan(),
            pembukaan=self._kehadiran.pembukaan(),
            penundaan=tuple(self._kehadiran.penundaan()),
            delegasi=self._delegasi(),
            alasan_delegasi=self._kehadiran.sekarang().alasan_delegasi if self._short_of_delegates() else "",
            tanda_air=self._watermark(forum),
            kode_forum=f"{forum.kode_wilayah or forum.desa} {forum.id}",
            jejak=jurnal.state_hash(connection, forum.id)[:12],
            segel=self._sealed(forum),
            musyawarah=self._held_before(forum),
            lembar_hitung=self._lembar_hitung(),
            aturan=self._versions(),
            gambaran=self._layar.gambaran(),
            jawaban_lalu=self._layar.jawaban_tahun_lalu().hitungan(),
            jalannya=self._layar.jalannya(),
            kertas_suara=kertas_suara(self._desk, self._prioritas),
        )

    def penggambar(self) -> Penggambar:
        """Draws the papers as they are now. Raises RuleBroken("forum", "belum_ada")."""
        isi = self.isi()
        form = paket.text(self._desk.connection, isi.forum.paket, f"profil/{isi.forum.profil}.toml")
        return Penggambar(isi, self._signing_key(isi), form or "")

    def simpan(self, jenis: str, data: bytes, halaman: int) -> Path:
        """Write the file whole or not at all, and record that it was saved. Raises NoAccess."""
        path = self.folder() / BERKAS[jenis]
        write_whole(path, data)
        forum = self._desk.forum_id
        before = queries.every(self._desk.connection, forum).get(jenis)
        digest = hashlib.sha256(data).hexdigest()
        if before is None or before.sha256 != digest:
            isi: dict[str, Any] = {"jenis": jenis, "berkas": path.name, "sha256": digest, "halaman": halaman}
            if jenis == LEMBAR_NAMA:  # the lines are typed in again in the order in which they were printed
                isi["urutan"] = [one.id for one in peserta.every(self._desk.connection, forum, hanya="undangan")]
            with self._desk.write("dokumen", f"menyimpan {path.name}") as act:
                act.append(
                    "dokumen.cetak", f"{forum}.{jenis}", isi | {"cetakan": (before.cetakan if before else 0) + 1}
                )
        return path

    def _signing_key(self, isi: IsiBeritaAcara) -> bytes:
        """The private key of this laptop if it is the one that sealed the forum, else nothing."""
        store = self._desk.store
        if isi.segel is None or isi.segel.laptop != store.tag:
            return b""
        try:
            return store.key_place.private(store.device)
        except KeyMissing:
            return b""

    def _forum(self) -> Forum:
        forum = self._desk.forum()
        if forum is None:
            raise RuleBroken("forum", "belum_ada")
        return forum

    def _agreed(self) -> tuple[list[tuple[Usulan, Butir]], list[tuple[Usulan, Butir]]]:
        usulan = {item.id: item for item in self._prioritas.usulan()}
        found = self._kesepakatan.sekarang()
        butir = [item for item in (found.butir if found else ()) if item.usulan in usulan]
        agreed = [(usulan[b.usulan], b) for b in butir if b.keluaran != "belum_disepakati"]
        refused = [(usulan[b.usulan], b) for b in butir if b.keluaran == "belum_disepakati"]
        return agreed, refused

    def _moves(self) -> dict[str, Perpindahan]:
        """The last move of each usulan."""
        found = self._kesepakatan.sekarang()
        return {move.usulan: move for move in (found.perpindahan if found else ())}

    def _ranks(self) -> dict[str, tuple[str, str]]:
        from musrenbang_desktop.ranking.explain import teks_nilai

        return {
            row.usulan: (teks_nilai(row.nilai), f"{row.peringkat}{' (seri)' if row.seri else ''}")
            for row in self._prioritas.hasil().baris
            if row.nilai is not None
        }

    def _versions(self) -> tuple[str, ...]:
        from musrenbang_desktop.services.lembar_hitung import versi_words

        return tuple(versi_words(one) for one in self._prioritas.versi())

    def _lembar_hitung(self) -> LembarHitung | None:
        from musrenbang_desktop.services.lembar_hitung import lembar_hitung
        from musrenbang_desktop.services.penjelasan import PenjelasanService

        return lembar_hitung(self._prioritas, PenjelasanService(self._desk, self._prioritas))

    def _wakil(self, forum: Forum) -> tuple[BarisHadir, ...]:
        """Those who sign for the participants; who is not present, or no longer, signs nothing."""
        found = (peserta.one(self._desk.connection, record) for record in forum.wakil_peserta)
        people = [person for person in found if person and person.hadir]
        return tuple(baris_hadir(person, number) for number, person in enumerate(people, 1))

    def _delegasi(self) -> tuple[BarisHadir, ...]:
        """Delegates, then substitutes, numbered through."""
        chosen: tuple[Peran, ...] = ("delegasi", "cadangan")
        people = [(person, peran) for peran in chosen for person in self._kehadiran.delegasi(peran)]
        return tuple(baris_terundang(person, number, peran) for number, (person, peran) in enumerate(people, 1))

    def _short_of_delegates(self) -> bool:
        return any(not rule.terpenuhi for rule in self._kehadiran.syarat_delegasi())

    def _sealed(self, forum: Forum) -> SegelCetak | None:
        found = segel.one(self._desk.connection, forum.id)
        if found is None:
            return None
        made = tersegel(found)
        return SegelCetak(
            kode=made.kode, id=made.segel.id, laptop=made.laptop, usulan=len(made.segel.urutan), qr=made.qr
        )

    def _held_before(self, forum: Forum) -> tuple[str, ...]:
        """The forums held before this one, as the berita acara names them."""
        records = silsilah.children(self._desk.connection, forum.id)
        found = (forums.one(self._desk.connection, record) for record in records)
        return tuple(sebutan_forum(one) for one in found if one)

    def _watermark(self, forum: Forum) -> TandaAir:
        found = self._kesepakatan.sekarang()
        if forum.latihan:
            return "LATIHAN"
        return "" if found and found.ditutup else "DRAF"


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and swap it in, so that a power cut leaves the old file or the new one. Raises
    NoAccess.
    """
    half = path.with_suffix(".sebagian")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(half, path)
    except OSError as error:
        raise NoAccess(
            f"Berkas {path.name} tidak bisa ditulis di {path.parent}. Data forum aman. "
            "Tutup program yang sedang membuka berkas itu, periksa ruang penyimpanan, lalu coba lagi."
        ) from error
