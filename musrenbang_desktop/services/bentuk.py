"""Copies of form profiles that somebody of the kabupaten works on: files in a folder of their own, outside the journal.

Nothing here changes a forum. A copy reaches the villages in the kabupaten's package.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from musrenbang_desktop.db.whole_file import write_whole
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.dokumen import DokumenService

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile_copy import ProfileCopy
    from musrenbang_desktop.services.penggambar import Penggambar

FOLDER = "bentuk"
LARGEST = 1024 * 1024
"""bytes of a profile: the shipped ones together have a tenth of it"""


@dataclass(frozen=True, slots=True)
class Bawaan:
    """A profile that ships with the program."""

    id: str
    nama: str


class BentukService:
    """Making, keeping and trying copies of profiles."""

    def __init__(self, desk: Desk, dokumen: DokumenService) -> None:
        self._desk = desk
        self._dokumen = dokumen

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return self._desk.store.path.parent / FOLDER

    def bawaan(self) -> list[Bawaan]:
        """What a copy may begin from."""
        from musrenbang_desktop.reference.profile import load, names

        return [Bawaan(name, load(name).nama) for name in names()]

    def salinan(self) -> list[str]:
        """The short names of the copies that are kept here."""
        return sorted(file.stem for file in self.folder.glob("*.toml"))

    def buat(self, nama: str, dasar: str) -> ProfileCopy:
        """Begin a copy and keep it. Its short name comes from ``nama``.

        Raises RuleBroken("nama", "kosong"), RuleBroken("nama", "sudah_ada"), ProfileInvalid, NoAccess.
        """
        from musrenbang_desktop.reference.profile_copy import ProfileCopy

        if not nama.strip():
            raise RuleBroken("nama", "kosong")
        name = short_name(nama)
        if name in self.salinan():
            raise RuleBroken("nama", "sudah_ada", nama)
        copy = ProfileCopy.begin(name, nama.strip(), dasar)
        self.simpan(copy)
        return copy

    def buka(self, name: str) -> ProfileCopy:
        """A copy that is kept here. Raises OSError, ProfileInvalid, also where another name stands inside.

        What is opened here is written back under the name inside, which must not be another file.
        """
        from musrenbang_desktop.reference.profile_layers import ProfileInvalid

        copy = _read(self.folder / f"{name}.toml")
        if copy.name != name:
            raise ProfileInvalid(
                f"Berkas {name}.toml memuat salinan {copy.name}. Ubah nama berkasnya menjadi {copy.name}.toml, "
                "atau samakan id di dalamnya."
            )
        return copy

    def ambil(self, path: Path, may_replace: Callable[[str], bool]) -> ProfileCopy | None:
        """Take a copy in from elsewhere and keep it; None when one of its name is here and is to stay.

        Raises OSError, ProfileInvalid, NoAccess.
        """
        copy = _read(path)
        if copy.name in self.salinan() and not may_replace(copy.name):
            return None
        self.simpan(copy)
        return copy

    def simpan(self, copy: ProfileCopy) -> None:
        """Keep it as it is, also half done. Raises NoAccess."""
        write_whole(self.folder / f"{copy.name}.toml", copy.text.encode("utf-8"))

    def untuk_paket(self, copy: ProfileCopy, path: Path) -> None:
        """Write the file that goes into the package. Raises ProfileInvalid when it cannot be used, NoAccess."""
        from musrenbang_desktop.reference.profile import parse
        from musrenbang_desktop.reference.profile_skema import periksa_kunci

        parse(copy.text, copy.name)
        periksa_kunci(copy.text, copy.name)
        write_whole(path, copy.text.encode("utf-8"))

    def percobaan(self, copy: ProfileCopy) -> Penggambar:
        """Draws the papers of the forum on the desk as this copy would have them. Raises RuleBroken, ProfileInvalid."""
        from musrenbang_desktop.reference.profile import parse

        parse(copy.text, copy.name)
        return replace(self._dokumen.penggambar(), bentuk=copy.text, kunci=b"")


def short_name(nama: str) -> str:
    """The name of the file for a copy called ``nama``: small letters, digits, hyphens."""
    words = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in nama.lower()).split()
    return "-".join(words)[:40].strip("-")


def _read(path: Path) -> ProfileCopy:
    """A copy whose name may be a file's and whose values can be listed; the values themselves may be wrong."""
    from musrenbang_desktop.reference.profile_copy import NAMA_BERKAS, ProfileCopy
    from musrenbang_desktop.reference.profile_layers import ProfileInvalid, read

    if path.stat().st_size > LARGEST:
        raise ProfileInvalid(f"Berkas {path.name} terlalu besar untuk sebuah bentuk formulir.")
    try:
        copy = ProfileCopy(path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise ProfileInvalid(f"Berkas {path.name} bukan salinan bentuk formulir.") from None
    read(copy.text, path.stem)
    if not NAMA_BERKAS.fullmatch(copy.name):
        raise ProfileInvalid(f"Berkas {path.name} bukan salinan bentuk formulir: id di dalamnya tidak dapat dipakai.")
    list(copy.isian())
    return copy
