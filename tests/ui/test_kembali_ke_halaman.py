"""Long pages in large letters: what has the cursor is in sight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.program import SMALLEST, whole_program
from ui.main_window import MainWindow
from ui.theme import TEXT_SIZES


@pytest.fixture
def window(held_open: Layanan, qtbot: Any, qapp: Any, tmp_path: Any) -> Iterator[MainWindow]:
    with whole_program(qapp, qtbot, held_open, tmp_path) as desktop:
        desktop.theme.text_size = TEXT_SIZES[-1]
        desktop.theme.apply()
        desktop.window.resize(*SMALLEST)
        QApplication.processEvents()
        yield desktop.window


def assert_in_sight(window: MainWindow, qtbot: Any, name: str) -> None:
    qtbot.waitUntil(lambda: seen(window) == (name, True))


def seen(window: MainWindow) -> tuple[str, bool]:
    """The field with the cursor, and whether it is seen from top to bottom."""
    cursor = window.focusWidget()
    return cursor.accessibleName(), cursor.visibleRegion().boundingRect().height() == cursor.height()


def test_a_panel_that_opens_below_the_edge_is_scrolled_to(window: MainWindow, qtbot: Any) -> None:
    window.show_page("undangan")
    page: Any = window.page()
    page.table.selectRow(0)
    QApplication.processEvents()
    page.acts.letter_button.click()
    assert_in_sight(window, qtbot, "Nomor surat")
    page.acts.letter_button.click()
    page.acts.card_button.click()
    assert_in_sight(window, qtbot, "Usia (tahun)")


def test_the_cursor_is_in_sight_when_a_long_page_comes_back(window: MainWindow, qtbot: Any) -> None:
    window.show_page("undangan")
    page: Any = window.page()
    page.table.selectRow(0)
    page.acts.card_button.click()
    QApplication.processEvents()
    window.show_page("prioritas")
    QApplication.processEvents()
    window.show_page("undangan")
    assert_in_sight(window, qtbot, "Nama")


def test_a_page_whose_work_is_under_way_is_built_anew_only_after_it(window: MainWindow, qtbot: Any) -> None:
    """The words of the place change while a paper is drawn: its answer finds the page that asked."""
    window.show_page("dokumen")
    page: Any = window.page()
    page.save()
    assert page.background.busy
    window.show_page("beranda")
    window.stack.renew()
    window.show_page("dokumen")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.page() is page
    qtbot.waitUntil(lambda: not page.background.busy, timeout=20_000)
    assert page.shown is not None
    window.show_page("beranda")
    window.show_page("dokumen")
    assert window.page() is not page


def test_who_looks_elsewhere_on_a_page_is_not_called_back(window: MainWindow, qtbot: Any) -> None:
    window.show_page("siapkan")
    qtbot.waitUntil(lambda: not window.focusWidget().visibleRegion().isEmpty())
    area = window.page().parentWidget().parentWidget()  # type: ignore[union-attr]  # the viewport, then its area
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert bar.value() == bar.maximum()
