"""The berita acara and the notulen as Word files, from the templates that ship or from those of the village.

A template is no record of the forum: it lies beside the database, is never sent, and a recovery may lose it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from musrenbang_desktop.berita_acara.word import render_word, template_of
from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.berita_acara.word.forms import BENTUK, Bentuk, JenisWord, bentuk_of
from musrenbang_desktop.db.errors import NoAccess
from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.dokumen import DokumenService
from musrenbang_desktop.services.penggambar import Penggambar

FOLDER = "templat"
BERKAS: Mapping[JenisWord, str] = {
    "lengkap": "Berita Acara Lengkap.docx",
    "penundaan": "Berita Acara Penundaan.docx",
    "tanpa_kuorum": "Berita Acara Tanpa Kuorum.docx",
    "notulen": "Notulen.docx",
}
"""The papers that have a Word file, with the name of the file in the folder of the documents."""


@dataclass(frozen=True, slots=True)
class Penyusun:
    """Writes the Word file from one reading of the forum, for the background: it needs no store."""

    penggambar: Penggambar
    templat: bytes = b""
    jenis: JenisWord = "lengkap"

    def susun(self) -> bytes:
        """The .docx. Raises ProfileInvalid, RuleBroken("templat", "tidak_bisa_diisi")."""
        return render_word(self.penggambar.isi, self.penggambar.profil(), self.templat, self.jenis)


class WordService:
    """The Word files of the chosen forum and the templates that this laptop uses, one for each form."""

    def __init__(self, desk: Desk, dokumen: DokumenService) -> None:
        self._desk = desk
        self._dokumen = dokumen

    def bentuk(self, jenis: JenisWord = "lengkap") -> Bentuk:
        """The form of this paper in the chosen forum; that of the Musrenbang while there is none."""
        forum = self._desk.forum()
        return bentuk_of(jenis, forum.tingkat if forum else "utama")

    def berkas(self, jenis: JenisWord = "lengkap") -> Path:
        """Where the village's template lies, if there is one."""
        return self._place(f"Templat {BENTUK[self.bentuk(jenis)]}.docx")

    def nama_contoh(self, jenis: JenisWord = "lengkap") -> str:
        """What the template that ships is called as a file."""
        return f"Contoh Templat {BENTUK[self.bentuk(jenis)]}.docx"

    def punya_templat(self, jenis: JenisWord = "lengkap") -> bool:
        """Whether the village uses its own."""
        return self.berkas(jenis).is_file()

    def periksa(self, path: Path, jenis: JenisWord = "lengkap") -> list[Temuan]:
        """What is wrong with a file, an empty list where it can be used. Raises NoAccess."""
        return _looked_through(path, self.bentuk(jenis))

    def pemeriksa(self, path: Path, jenis: JenisWord = "lengkap") -> Callable[[], list[Temuan]]:
        """The same for the background: it needs no store."""
        bentuk = self.bentuk(jenis)
        return lambda: _looked_through(path, bentuk)

    def pakai(self, path: Path, jenis: JenisWord = "lengkap") -> None:
        """Use this template from now on. Raises NoAccess, RuleBroken("templat", "belum_benar")."""
        from musrenbang_desktop.berita_acara.word.check import periksa

        data = _read(path)
        if any(found.berat for found in periksa(data, self.bentuk(jenis))):
            raise RuleBroken("templat", "belum_benar")
        write_whole(self.berkas(jenis), data)

    def lepas(self, jenis: JenisWord = "lengkap") -> None:
        """Go back to the template that ships; the village's own is kept beside it."""
        own = self.berkas(jenis)
        if own.is_file():
            write_whole(own.with_name(f"{own.stem} (dilepas).docx"), _read(own))
            try:
                own.unlink()
            except OSError as error:
                raise NoAccess(
                    f"Templat {own.name} sedang dipakai program lain. Tutup Word, lalu coba lagi."
                ) from error

    def contoh(self, jenis: JenisWord = "lengkap") -> bytes:
        """The template that ships, to be changed in Word. Raises RuleBroken("forum", "belum_ada"), ProfileInvalid."""
        penggambar = self._dokumen.penggambar()
        return template_of(penggambar.profil(), penggambar.isi.forum, jenis)

    def penyusun(self, jenis: JenisWord = "lengkap") -> Penyusun:
        """Everything that the Word file needs, as it is now. Raises RuleBroken("forum", "belum_ada"), NoAccess."""
        own = self.berkas(jenis)
        return Penyusun(self._dokumen.penggambar(), _read(own) if own.is_file() else b"", jenis)

    def simpan(self, data: bytes, jenis: JenisWord = "lengkap") -> Path:
        """Write the file into the folder of the documents, whole or not at all. Raises NoAccess."""
        path = self._dokumen.folder() / BERKAS[jenis]
        write_whole(path, data)
        return path

    def _place(self, name: str) -> Path:
        return self._desk.store.path.parent / FOLDER / name


def _looked_through(path: Path, bentuk: Bentuk) -> list[Temuan]:
    from musrenbang_desktop.berita_acara.word.check import periksa

    return periksa(_read(path), bentuk)


def _read(path: Path) -> bytes:
    """The file, or as much of it as shows that it is too large."""
    from musrenbang_desktop.berita_acara.word.check import MOST_PACKED

    try:
        with path.open("rb") as file:
            return file.read(MOST_PACKED + 1)
    except OSError as error:
        raise NoAccess(f"Berkas {path.name} tidak bisa dibaca. Tutup Word, lalu coba lagi.") from error
