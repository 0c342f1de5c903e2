"""What holds in every section of Siapkan: reached by keyboard, in plain words, nothing cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import some_usulan
from tests.sukamaju import record_people_and_usulan
from tests.ui.pages import clipped
from tests.ui.program import whole_program
from tests.ui.reach import STRANGE, focus, name_of, stops, walk, words_of
from ui.app import Desktop
from ui.main_window import MainWindow
from ui.siapkan.page import SiapkanPage
from ui.siapkan.sections import SECTIONS
from ui.theme import TEXT_SIZES

KEYS = [spec.key for spec in SECTIONS]


@pytest.fixture
def desktop(kosong: Layanan, qtbot: Any, qapp: QApplication, tmp_path: Any) -> Iterator[Desktop]:
    """The whole village with a musyawarah dusun before it, so that every list has a row."""
    record_people_and_usulan(kosong)
    main = kosong.desk.forum_id
    kosong.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    kosong.usulan.catat_banyak(some_usulan(2), "mencatat")
    kosong.forum.pilih(main)
    with whole_program(qapp, qtbot, kosong, tmp_path) as made:
        yield made


def page_of(window: MainWindow) -> SiapkanPage:
    page = window.page()
    assert isinstance(page, SiapkanPage)
    return page


@pytest.mark.parametrize("key", KEYS)
def test_tab_reaches_everything_and_leaves_everything(desktop: Desktop, key: str) -> None:
    window = desktop.window
    window.show_page("siapkan", key)
    QApplication.processEvents()
    section = page_of(window).section(key)
    assert section.isAncestorOf(focus()), name_of(focus())
    for direction in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        missed = stops(page_of(window)) - walk(window, direction)
        assert not missed, sorted(map(name_of, missed))


@pytest.mark.parametrize("key", KEYS)
def test_it_speaks_as_the_operator_does(desktop: Desktop, key: str) -> None:
    desktop.window.show_page("siapkan", key)
    QApplication.processEvents()
    section = page_of(desktop.window).section(key)
    found = {word for text in words_of(page_of(desktop.window)) for word in STRANGE.findall(text)}
    assert not found
    assert section.help_text() or key == "fakta"
    for widget in stops(section):
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        assert named, name_of(widget)


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_cut_in_the_smallest_window(desktop: Desktop, points: int) -> None:
    desktop.theme.text_size = points
    desktop.theme.apply()
    for key in KEYS:
        desktop.window.show_page("siapkan", key)
        for _ in range(4):
            QApplication.processEvents()
        assert clipped(page_of(desktop.window)) == [], key


def test_arrows_walk_the_tabs_and_tab_goes_into_the_section(desktop: Desktop) -> None:
    desktop.window.show_page("siapkan")
    page = page_of(desktop.window)
    page.tabs.button("fakta").setFocus()
    for key in KEYS[1:3]:
        QTest.keyClick(focus(), Qt.Key.Key_Right)
        assert page.section(key).isVisible()
        assert focus() is page.tabs.button(key)
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert page.section(KEYS[2]).isAncestorOf(focus())
