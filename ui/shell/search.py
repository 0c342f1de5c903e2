"""Where Ctrl+K looks: commands and pages here, people and usulan through their services."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.shell.palette import Found, Source

if TYPE_CHECKING:
    from ui.main_window import MainWindow

FEWEST_LETTERS = 2
MOST = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("Search", text)


class Commands:
    """Pages and what the window itself can do."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def find(self, text: str) -> list[Found]:
        """Those whose name holds every word."""
        words = text.casefold().split()
        return [found for found in self._all() if all(word in found.text.casefold() for word in words)]

    def _all(self) -> list[Found]:
        window = self._window
        found = [
            Found(page.shown_name, _tr("halaman"), page.picture, _opener(window, page.key))
            for page in window.page_specs
        ]
        orders: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (_tr("Urungkan langkah terakhir (Ctrl+Z)"), "urungkan", window.undo),
            (_tr("Ulangi langkah (Ctrl+Y)"), "ulangi", window.redo),
            (_tr("Buat titik simpan (Ctrl+S)"), "simpan", window.make_copy),
            (_tr("Bantuan halaman ini (F1)"), "bantuan", window.toggle_help),
            (_tr("Buka ruang latihan"), "siapkan", window.open_practice_room),
            (_tr("Buka layar untuk hadirin (F5)"), "layar", window.hall.show),
            (_tr("Bekukan layar, atau lanjutkan (F8)"), "layar", window.hall.freeze),
            (_tr("Huruf lebih besar (Ctrl +)"), "tambah", lambda: window.change_text_size(1)),
            (_tr("Huruf lebih kecil (Ctrl -)"), "usulan", lambda: window.change_text_size(-1)),
            (_tr("Warna terang"), "sepakat", lambda: window.wear("terang")),
            (_tr("Warna gelap"), "sepakat", lambda: window.wear("gelap")),
            (_tr("Warna kontras tinggi"), "sepakat", lambda: window.wear("kontras")),
        )
        return found + [Found(name, _tr("perintah"), picture, run) for name, picture, run in orders]


def people(window: MainWindow) -> Source:
    """Participants by a few letters of their name."""

    def find(text: str) -> list[Found]:
        if len(text) < FEWEST_LETTERS or window.services.forum.aktif() is None:
            return []
        rows = window.services.peserta.cari(text, limit=MOST)
        return [
            Found(row.nama, row.unsur or _tr("orang"), "hadir", _opener(window, "kehadiran", row.id)) for row in rows
        ]

    return find


def proposals(window: MainWindow) -> Source:
    """Usulan by number or words."""

    def find(text: str) -> list[Found]:
        if len(text) < FEWEST_LETTERS or window.services.forum.aktif() is None:
            return []
        from musrenbang_desktop.db.queries.usulan import Saringan  # not needed before somebody searches

        rows = window.services.usulan.daftar(Saringan(cari=text))[:MOST]
        return [
            Found(f"{row.label}  {row.judul}", row.tempat or _tr("usulan"), "usulan", _opener(window, "usulan", row.id))
            for row in rows
        ]

    return find


def _opener(window: MainWindow, page: str, record: str = "") -> Callable[[], object]:
    return lambda: window.show_page(page, record)
