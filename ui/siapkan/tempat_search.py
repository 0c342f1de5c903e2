"""The villages of the country below the field of a village's name: one choice fills the whole address."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from musrenbang_desktop.reference.wilayah import Tempat
from ui.usulan.kamus_search import Suggestions

LEAST_LETTERS = 3


def offer_places(line: QLineEdit, pick: Callable[[Tempat], object]) -> Suggestions[Tempat]:
    """Offer villages while a name is typed; ``pick`` is called with the one that was chosen."""
    name = QCoreApplication.translate("Siapkan", "Desa dan kelurahan yang cocok")
    return Suggestions(line, _search, place_line, pick, name=name)


def place_line(place: Tempat) -> str:
    """``Sidomulyo · Kec. Binjai · Langkat · Sumatera Utara · 12.05.05.2005``."""
    return " · ".join((place.desa, f"Kec. {place.kecamatan}", place.kabupaten, place.provinsi, place.kode))


def address(place: Tempat) -> dict[str, str]:
    """The fields of a forum that a chosen village fills."""
    return {
        "desa": place.desa,
        "kecamatan": place.kecamatan,
        "kabupaten": place.kabupaten,
        "provinsi": place.provinsi,
        "kode_wilayah": place.kode,
    }


def _search(text: str) -> list[Tempat]:
    if len(text.strip()) < LEAST_LETTERS:
        return []
    from musrenbang_desktop.reference.wilayah import muat  # half a megabyte: not before somebody types

    return muat().cari(text)
