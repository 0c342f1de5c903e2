"""The page Dokumen in front of a test, and the control of a job at which nobody cancels, or somebody does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.pictures import SMALL
from ui.dokumen.page import DokumenPage

T = TypeVar("T")


def opened(qtbot: QtBot, page: DokumenPage) -> DokumenPage:
    """The page on the smallest screen, with all that it shows first."""
    qtbot.addWidget(page)
    page.resize(SMALL)
    page.show()
    page.refresh(None)
    page.on_shown()
    return page


class Quiet:
    """A control that notes the progress and can ask to stop."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.done: list[tuple[int, int]] = []
        self._left = stop_after

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        self.done.append((done, total))

    def check(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise InterruptedError

    def on_window(self, act: Callable[[], T]) -> T:
        return act()


def kept(layanan: Layanan, forum: str) -> dict[str, bool]:
    """The papers of a forum that were saved, and whether they were printed."""
    layanan.desk.look_at(forum)
    infos = layanan.dokumen.daftar()
    found = {info.jenis: bool(info.cetakan.jam_cetak) for info in infos if info.cetakan}
    assert {info.jenis for info in infos if info.berkas.exists()} == set(found)
    return found
