"""Photos and papers: kept beside the database, recorded in the journal."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from musrenbang_desktop.db.errors import Trouble, sort_os_error
from musrenbang_desktop.db.lampiran import Keadaan, Simpanan
from musrenbang_desktop.db.queries import lampiran as queries
from musrenbang_desktop.db.queries import usulan as proposals
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.lampiran import HALAMAN, JENIS_LAMPIRAN, LONGEST_NAME, Lampiran, LampiranBaru, Titik
from musrenbang_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Siap:
    """A file that is stored and can be recorded. ``titik`` is what the camera knew: only an offer."""

    baru: LampiranBaru
    titik: Titik | None = None


@dataclass(frozen=True, slots=True)
class Cacat:
    """A recorded file that is not, or no longer, what was recorded."""

    lampiran: Lampiran
    keadaan: Keadaan


class LampiranService:
    """The files of the chosen forum. :meth:`siapkan` and :meth:`periksa_berkas` may run in the background."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = Simpanan(desk.store.path.parent)

    def daftar(self, usulan: str = "") -> list[Lampiran]:
        """The files of one usulan and of all that were merged into it, or those of the forum itself but its signed
        pages, which have a list of their own.
        """
        connection, forum = self._desk.connection, self._desk.forum_id
        merged = [one for one, into in proposals.survivors(connection, forum).items() if into == usulan]
        if usulan:
            return queries.of_usulan(connection, forum, [usulan, *merged])
        return [one for one in queries.of_usulan(connection, forum, [""]) if one.jenis != HALAMAN]

    def semua(self) -> list[Lampiran]:
        """Every file of the forum that counts."""
        return queries.every(self._desk.connection, self._desk.forum_id)

    def berkas(self, lampiran: Lampiran) -> Path:
        """Where the stored file lies."""
        return self._files.jalur(lampiran.sha256)

    def salinan(self, record: str) -> Path:
        """A copy to be opened by another program. Raises RuleBroken("lampiran", "tidak_ditemukan") and Trouble."""
        lampiran = queries.one(self._desk.connection, record)
        if lampiran is None or not self.ada(lampiran):
            raise RuleBroken("lampiran", "tidak_ditemukan")
        return self._files.salinan(lampiran.sha256)

    def ada(self, lampiran: Lampiran) -> bool:
        """Whether the stored file is there in its full length."""
        return self._files.ada(lampiran.sha256, lampiran.ukuran)

    def siapkan(self, path: Path, jenis: str = "foto", usulan: str = "") -> Siap:
        """Read, shrink and store a file; nothing is recorded yet. Raises RuleBroken("lampiran", ...) and Trouble."""
        from musrenbang_desktop.exchange import foto

        data = read_file(path, foto.BITA_MASUK)
        titik = None
        if data.startswith(b"%PDF"):
            jenis = "lainnya" if jenis == "foto" else jenis
            if len(data) > foto.BITA_PDF:
                raise RuleBroken("lampiran", "pdf_terlalu_besar")
        else:
            limits = (foto.SISI_FOTO, foto.BITA_FOTO) if jenis == "foto" else (foto.SISI_SURAT, foto.BITA_SURAT)
            picture = foto.susutkan(data, sisi=limits[0], bita=limits[1])
            data, titik = picture.data, picture.titik
        nama = path.name[-LONGEST_NAME:]
        sha256 = self._files.simpan(data)
        baru = LampiranBaru(usulan=usulan, nama=nama, jenis=jenis, ukuran=len(data), sha256=sha256)
        return Siap(baru, titik if jenis == "foto" else None)

    def catat(self, siap: Collection[Siap]) -> list[str]:
        """Record stored files in one act, taken back by one undo; returns the ids of those that are new.

        The same file is not recorded twice at one usulan. A file of the forum itself may also come after the result is
        closed: photos of the signed paper do. Raises RuleBroken("forum", "sudah_ditutup"), ("usulan",
        "tidak_ditemukan").
        """
        new = {(one.baru.usulan, one.baru.sha256): one.baru for one in siap}
        for baru in new.values():
            self._require(baru.usulan)
        connection, forum = self._desk.connection, self._desk.forum_id
        fresh = [baru for key, baru in new.items() if queries.same(connection, forum, *key) is None]
        if not fresh:
            return []
        words = fresh[0].nama if len(fresh) == 1 else f"{len(fresh)} berkas"
        ids: list[str] = []
        with self._desk.write("lampiran", f"melampirkan {words}") as act:
            for baru in fresh:
                isi = {name: value for name in _RECORDED if (value := getattr(baru, name)) not in ("", None)}
                ids.append(act.next_id())
                act.append("lampiran.catat", ids[-1], isi)
        return ids

    def ubah_jenis(self, record: str, jenis: str) -> None:
        """Say what a file is. Raises RuleBroken("jenis", "tidak_dikenal")."""
        if jenis not in JENIS_LAMPIRAN:
            raise RuleBroken("jenis", "tidak_dikenal")
        self._ubah(record, "menamai", jenis=jenis)

    def tempatkan(self, record: str, titik: Titik) -> None:
        """Take over the place of a photo, for its usulan too; one act, one undo."""
        lampiran = self._one(record)
        place = {"lintang": titik.lintang, "bujur": titik.bujur}
        with self._desk.write("lampiran usulan", f"menempatkan {lampiran.nama}") as act:
            act.append("lampiran.ubah", record, place)
            if lampiran.usulan:
                act.append("usulan.ubah", lampiran.usulan, place)

    def batalkan(self, record: str) -> None:
        """Take a file off; record and file stay."""
        self._ubah(record, "melepas", status="batal")

    def pulihkan(self, record: str) -> None:
        """Count a withdrawn file again."""
        self._ubah(record, "memulihkan", status="aktif")

    def hilang(self) -> list[Lampiran]:
        """The files that are not here in their full length, and in no copy either: to be found again before the
        village is left.
        """
        return [one for one in self.semua() if not self.ada(one) and not self._brought_back(one)]

    def periksa(self) -> list[Cacat]:
        """Read every file and name those that are missing or changed; a copy that is good takes the place of one."""
        return self.periksa_berkas(self.semua())

    def periksa_berkas(self, lampiran: Collection[Lampiran]) -> list[Cacat]:
        """The same for given records; reads no database."""
        found = ((one, self._files.keadaan(one.sha256)) for one in lampiran)
        return [Cacat(one, keadaan) for one, keadaan in found if keadaan != "ada" and not self._brought_back(one)]

    def _brought_back(self, lampiran: Lampiran) -> bool:
        """Whether the copies still held it; a disk without room is no reason to say nothing."""
        with suppress(Trouble):
            return self._files.ambil_kembali(lampiran.sha256)
        return False

    def _ubah(self, record: str, kata: str, **fields: str) -> None:
        lampiran = self._one(record)
        changed = {name: value for name, value in fields.items() if getattr(lampiran, name) != value}
        if changed:
            with self._desk.write("lampiran", f"{kata} {lampiran.nama}") as act:
                act.append("lampiran.ubah", record, changed)

    def _one(self, record: str) -> Lampiran:
        """A file that may be changed now."""
        lampiran = queries.one(self._desk.connection, record)
        if lampiran is None or lampiran.forum != self._desk.forum_id:
            raise RuleBroken("lampiran", "tidak_ditemukan")
        self._require(lampiran.usulan)
        return lampiran

    def _require(self, usulan: str) -> None:
        if not usulan:
            return
        self._desk.require_open()
        found = proposals.one(self._desk.connection, usulan)
        if found is None or found.forum != self._desk.forum_id:
            raise RuleBroken("usulan", "tidak_ditemukan")


_RECORDED = ("usulan", "nama", "jenis", "ukuran", "sha256", "lintang", "bujur", "kertas", "halaman", "dari", "jejak")


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file of at most ``most``. Raises RuleBroken("lampiran", ...) and Trouble."""
    try:
        if path.stat().st_size > most:
            raise RuleBroken("lampiran", "terlalu_besar")
        data = path.read_bytes()
    except OSError as error:
        raise sort_os_error(error, path) from error
    if not data:
        raise RuleBroken("lampiran", "rusak")
    return data
