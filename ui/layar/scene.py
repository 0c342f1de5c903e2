"""What a scene is: something to read from the services, and a way to lay it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.services.layanan import Layanan
from ui.layar.board import Board

WIDE = 1.5
"""Width by height from which a picture has room for more columns: 16:9 has, 4:3 has not."""


def tr(text: str) -> str:
    """A text of the layar in the language of the window."""
    return QCoreApplication.translate("Layar", text)


class Scene:
    """One picture of the layar. ``read`` is called when the scene is chosen and when one of its ``kinds`` changes."""

    key: ClassVar[str]
    kinds: ClassVar[frozenset[str]] = frozenset()
    ticks: ClassVar[bool] = False
    """whether it holds a clock and is laid out anew every second"""

    def __init__(self, services: Layanan) -> None:
        self.services = services

    def name(self) -> str:
        """What the operator calls it."""
        raise NotImplementedError

    def read(self) -> None:
        """Take what is shown from the services."""

    def draw(self, board: Board, page: int) -> int:
        """Lay out one page (from 0) and answer how many there are."""
        raise NotImplementedError


def long_day(iso: str) -> str:
    """``Rabu, 21 Januari 2026``; what is no day stays as it is."""
    day = QDate.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "dddd, d MMMM yyyy") if day.isValid() else iso


def present(count: HitunganHadir) -> str:
    """``Hadir 73 orang: 45 laki-laki, 28 perempuan``."""
    return tr("Hadir {n} orang: {laki} laki-laki, {perempuan} perempuan").format(
        n=count.hadir, laki=count.laki, perempuan=count.perempuan
    )


def present_short(count: HitunganHadir) -> str:
    """``Hadir 73: L 45, P 28``, where there is less room."""
    return tr("Hadir {n}: L {laki}, P {perempuan}").format(n=count.hadir, laki=count.laki, perempuan=count.perempuan)


def on_page(page: int, pages: Sequence[object]) -> int:
    """The page as far as there is one."""
    return max(0, min(page, len(pages) - 1))
