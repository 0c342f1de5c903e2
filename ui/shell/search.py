"""Where Ctrl+K looks: commands and pages here, people and usulan through their services."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton

from ui.shell.commands import commands
from ui.shell.page_acts import ACTS, PageAct
from ui.shell.palette import Found, Source

if TYPE_CHECKING:
    from ui.main_window import MainWindow

FEWEST_LETTERS = 2
MOST = 8


def _tr(text: str) -> str:
    return QCoreApplication.translate("Search", text)


class Commands:
    """Pages, what the window itself can do, and what each page can do."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._names = {page.key: page.shown_name for page in window.page_specs}

    def find(self, text: str) -> list[Found]:
        """Those whose name holds every word. Without a word: pages and commands, not yet the acts of every page."""
        words = text.casefold().split()
        offered = [*self._pages(), *self._commands(), *(self._page_acts() if words else ())]
        return [found for found in offered if all(word in f"{found.text} {found.kind}".casefold() for word in words)]

    def _pages(self) -> Iterator[Found]:
        for page in self._window.page_specs:
            yield Found(page.shown_name, _tr("halaman"), page.picture, _opener(self._window, page.key))

    def _commands(self) -> Iterator[Found]:
        for command in commands(self._window):
            if command.text:
                yield Found(command.shown, _tr("perintah"), command.picture, command.run)

    def _page_acts(self) -> Iterator[Found]:
        """The known acts of every page, then whatever else can be pressed on the page in front."""
        pictures = {page.key: page.picture for page in self._window.page_specs}
        for act in ACTS:
            if act.page in self._names:
                yield Found(_tr(act.text), self._names[act.page], pictures[act.page], self._run(act))
        page = self._window.page()
        for button in page.findChildren(QAbstractButton):
            name = button.text().replace("&", "") or button.accessibleName()
            if name and button.isVisible() and button.isEnabled():
                yield Found(name, page.title(), "panah-kanan", button.click)

    def _run(self, act: PageAct) -> Callable[[], object]:
        def run() -> None:
            self._window.show_page(act.page)
            getattr(self._window.page(), act.method)()

        return run


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

        rows = window.services.usulan.baris(Saringan(cari=text))[:MOST]
        return [
            Found(f"{row.label}  {row.judul}", row.tempat or _tr("usulan"), "usulan", _opener(window, "usulan", row.id))
            for row in rows
        ]

    return find


def _opener(window: MainWindow, page: str, record: str = "") -> Callable[[], object]:
    return lambda: window.show_page(page, record)
