"""The berita acara as a Word file, from the template that ships or from one of the village.

A template is no record of the forum: it lies beside the database, is never sent, and a recovery may lose it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from musrenbang_desktop.berita_acara.word import render_word, template_of
from musrenbang_desktop.berita_acara.word.finding import Temuan
from musrenbang_desktop.db.errors import NoAccess
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.dokumen import DokumenService, write_whole
from musrenbang_desktop.services.penggambar import Penggambar

FOLDER = "templat"
TEMPLAT = "Templat Berita Acara.docx"
DILEPAS = "Templat Berita Acara (dilepas).docx"
BERKAS = "Berita Acara Lengkap.docx"
CONTOH = "Contoh Templat Berita Acara.docx"


@dataclass(frozen=True, slots=True)
class Penyusun:
    """Writes the Word file from one reading of the forum, for the background: it needs no store."""

    penggambar: Penggambar
    templat: bytes = b""

    def susun(self) -> bytes:
        """The .docx. Raises ProfileInvalid, RuleBroken("templat", "tidak_bisa_diisi")."""
        return render_word(self.penggambar.isi, self.penggambar.profil(), self.templat)


class WordService:
    """The Word file of the chosen forum and the template that this laptop uses."""

    def __init__(self, desk: Desk, dokumen: DokumenService) -> None:
        self._desk = desk
        self._dokumen = dokumen

    @property
    def berkas(self) -> Path:
        """Where the village's template lies, if there is one."""
        return self._desk.store.path.parent / FOLDER / TEMPLAT

    def punya_templat(self) -> bool:
        """Whether the village uses its own."""
        return self.berkas.is_file()

    def periksa(self, path: Path) -> list[Temuan]:
        """What is wrong with a file, an empty list where it can be used. Raises NoAccess."""
        from musrenbang_desktop.berita_acara.word.check import periksa

        return periksa(_read(path))

    def pakai(self, path: Path) -> None:
        """Use this template from now on. Raises NoAccess, RuleBroken("templat", "belum_benar")."""
        from musrenbang_desktop.berita_acara.word.check import periksa

        data = _read(path)
        if any(found.berat for found in periksa(data)):
            raise RuleBroken("templat", "belum_benar")
        write_whole(self.berkas, data)

    def lepas(self) -> None:
        """Go back to the template that ships; the village's own is kept beside it."""
        if self.punya_templat():
            write_whole(self.berkas.with_name(DILEPAS), _read(self.berkas))
            try:
                self.berkas.unlink()
            except OSError as error:
                raise NoAccess(
                    f"Templat {self.berkas.name} sedang dipakai program lain. Tutup Word, lalu coba lagi."
                ) from error

    def contoh(self) -> bytes:
        """The template that ships, to be changed in Word. Raises RuleBroken("forum", "belum_ada"), ProfileInvalid."""
        penggambar = self._dokumen.penggambar()
        return template_of(penggambar.profil(), penggambar.isi.forum.jenis)

    def penyusun(self) -> Penyusun:
        """Everything that the Word file needs, as it is now.

        Raises RuleBroken("forum", "belum_ada"), and ("templat", "hanya_utama") for a forum held before the Musrenbang:
        its berita acara has a form of its own, which is a PDF only. Raises NoAccess.
        """
        penggambar = self._dokumen.penggambar()
        if penggambar.isi.forum.tingkat != "utama":
            raise RuleBroken("templat", "hanya_utama")
        return Penyusun(penggambar, _read(self.berkas) if self.punya_templat() else b"")

    def simpan(self, data: bytes) -> Path:
        """Write the file into the folder of the documents, whole or not at all. Raises NoAccess."""
        path = self._dokumen.folder() / BERKAS
        write_whole(path, data)
        return path


def _read(path: Path) -> bytes:
    """The file, or as much of it as shows that it is too large."""
    from musrenbang_desktop.berita_acara.word.check import MOST_PACKED

    try:
        with path.open("rb") as file:
            return file.read(MOST_PACKED + 1)
    except OSError as error:
        raise NoAccess(f"Berkas {path.name} tidak bisa dibaca. Tutup Word, lalu coba lagi.") from error
