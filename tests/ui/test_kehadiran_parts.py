"""Every part of Daftar hadir: reached by Tab, nothing silent, no strange word, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.program import whole_program
from tests.ui.reach import STRANGE, name_of, stops, walk, words_of
from ui.main_window import MainWindow

PARTS = ("pintu", "daftar", "keterwakilan", "delegasi", "kertas")


@pytest.fixture
def window(held_open: Layanan, qtbot: Any, qapp: Any, tmp_path: Any) -> Iterator[MainWindow]:
    with whole_program(qapp, qtbot, held_open, tmp_path) as desktop:
        yield desktop.window


def test_every_part_is_worked_by_keyboard_and_explains_itself(window: MainWindow) -> None:
    window.show_page("kehadiran")
    page: Any = window.page()
    for part in PARTS:
        page.parts.button(part).click()
        if part == "daftar":
            page.present.more_button.click()
            page.present.table.selectRow(0)
        QApplication.processEvents()
        assert page.isAncestorOf(QApplication.focusWidget()), part
        for direction in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            missed = stops(page) - walk(window, direction)
            assert not missed, (part, direction, sorted(map(name_of, missed)))
        silent = [
            name_of(button)
            for button in page.findChildren(QAbstractButton)
            if button.isVisible() and not button.isEnabled() and not button.toolTip()
        ]
        assert silent == [], part
        strange = sorted({found for text in words_of(page) for found in STRANGE.findall(text)})
        assert strange == [], part
    unnamed = [name_of(w) for w in stops(page) if not (w.accessibleName() or getattr(w, "text", str)())]
    assert unnamed == []
