"""The package of the day of 1,000 usulan is made while somebody types: every key arrives before it is ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from bench.packing_probe import fill
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket_hari_ini import NAMA
from tests.ui.conftest import RecordedSay
from ui.background import Background
from ui.dokumen.page import DokumenPage

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def background(say: RecordedSay) -> Iterator[Background]:
    made = Background(say)
    yield made
    made.close()


class Typing(QLineEdit):
    """A field, and whether the package was still on its way when each letter came."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.sent, self.meanwhile = 0, 0
        self._background = background
        background.progressed.connect(self._press)
        self.textChanged.connect(self._arrived)

    def _press(self, progress: object) -> None:
        """One letter with each paper that is begun."""
        if progress is not None:
            letter = LETTERS[self.sent]
            self.sent += 1
            QApplication.postEvent(self, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def _arrived(self) -> None:
        self.meanwhile += self._background.busy


def test_keys_arrive_while_the_package_of_a_large_forum_is_made(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: Background
) -> None:
    fill(kosong, 1000, 500)
    page = DokumenPage(kosong, say, background)
    qtbot.addWidget(page)
    page.printing.devices = list
    page.show()
    page.refresh(None)
    qtbot.waitUntil(lambda: page.shown is not None and not background.busy, timeout=20_000)
    page.print_package()
    wanted = page.package.ticked()
    field = Typing(background)
    qtbot.addWidget(field)
    page.package.go.click()
    assert background.busy
    qtbot.waitUntil(lambda: not background.busy, timeout=60_000)
    assert field.sent > len(wanted) > 3
    assert field.text() == LETTERS[: field.sent]
    assert field.meanwhile == field.sent
    file = page._services.dokumen.folder() / NAMA
    assert whole(file) == sum(one.cetakan.halaman for one in kosong.dokumen.daftar() if one.cetakan)


def whole(file: Path) -> int:
    return len(pypdf.PdfReader(file).pages)


def test_the_worksheet_is_added_to_what_was_read_and_is_the_same(kosong: Layanan) -> None:
    fill(kosong, 12, 6)
    read = kosong.dokumen.penggambar(hitung=False)
    assert kosong.dokumen.dihitung(read) == kosong.dokumen.penggambar()
    kosong.kesepakatan.buka_lagi("Ada yang belum disebut")
    assert kosong.dokumen.dihitung(read) == kosong.dokumen.penggambar()
