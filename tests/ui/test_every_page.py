"""What holds on every real page: reached by keyboard, in the operator's words, nothing unexplained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QWidget,
)

from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import whole_forum
from tests.ui.pictures import SMALL
from tests.ui.program import whole_program
from tests.ui.reach import STRANGE, focus, name_of, stops, walk, words_of
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.theme import TEXT_SIZES, Theme

KEYS = [page.key for page in PAGES]
STATES = pytest.mark.parametrize("state", ["kosong", "terbuka", "ditutup"])


@pytest.fixture
def window(state: str, kosong: Layanan, qtbot: Any, qapp: Any, tmp_path: Any) -> Iterator[MainWindow]:
    if state != "kosong":
        whole_forum(kosong, close=state == "ditutup")
    with whole_program(qapp, qtbot, kosong, tmp_path) as desktop:
        yield desktop.window


@STATES
def test_tab_reaches_everything_and_leaves_everything(window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        page = window.page()
        for direction in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            missed = stops(page) - walk(window, direction)
            assert not missed, (key, direction, sorted(map(name_of, missed)))


@STATES
def test_the_cursor_begins_on_the_page(window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        assert window.page().isAncestorOf(focus()), (key, name_of(focus()))


@pytest.fixture(params=(TEXT_SIZES[0], TEXT_SIZES[-1]), ids=("100%", "200%"))
def letters(request: pytest.FixtureRequest, production_theme: Theme) -> Iterator[None]:
    production_theme.text_size = request.param
    production_theme.apply()
    yield
    production_theme.text_size = TEXT_SIZES[0]
    production_theme.apply()


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("state", ["kosong"])
def test_without_a_forum_each_page_shows_its_one_button_whole_and_has_the_cursor_there(
    window: MainWindow,
) -> None:
    window.resize(SMALL)
    for key in KEYS:
        window.show_page(key)
        for _ in range(8):
            QApplication.processEvents()
        found = window.page().findChildren(QAbstractButton)
        buttons = [one for one in found if one.text() == "Siapkan musrenbang" and one.isVisible()]
        assert buttons or key in ("beranda", "siapkan", "kirim"), key  # work there needs no forum
        for button in buttons:
            assert button.visibleRegion().boundingRect() == button.rect(), key
            assert focus() is button, (key, name_of(focus()))


@STATES
def test_a_button_that_cannot_be_pressed_says_why(window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        silent = [
            name_of(button)
            for button in window.page().findChildren(QAbstractButton)
            if button.isVisible() and not button.isEnabled() and not button.toolTip()
        ]
        assert silent == [], key


@STATES
def test_nothing_is_said_in_the_words_of_programmers(window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        words = (text.replace("DRAF", "") for text in words_of(window.page()))  # the mark on paper may be named
        strange = {text for text in words if STRANGE.search(text)}
        assert strange == set(), key


@pytest.mark.parametrize("state", ["terbuka"])
def test_escape_never_empties_a_field(window: MainWindow) -> None:
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        field = focus()
        if not isinstance(field, QLineEdit) or key == "kehadiran":  # the box at the door is a search
            continue
        QTest.keyClicks(field, "Kata")
        for _ in range(3):
            QTest.keyClick(focus(), Qt.Key.Key_Escape)
            QApplication.processEvents()
        assert "Kata" in field.text(), key


@pytest.mark.parametrize("state", ["terbuka"])
def test_keys_named_in_tooltips_stand_in_the_help(window: MainWindow) -> None:
    everywhere = (
        "Ctrl+K Ctrl+H Ctrl+Shift+S Alt+K Ctrl+F Ctrl+N Ctrl+Enter Ctrl+Z Ctrl+Y Ctrl+S Ctrl+P F1 F2 F4 Esc Enter"
    )
    for key in KEYS:
        window.show_page(key)
        QApplication.processEvents()
        page = window.page()
        tips = " ".join(widget.toolTip() for widget in page.findChildren(QWidget))
        named = set(re.findall(r"\b(?:Ctrl\+(?:Shift\+)?\w+|Alt\+\w+|F\d+)", tips))
        unexplained = {one for one in named if one not in page.help_text() and one not in everywhere.split()}
        if "Alt+1" in page.help_text():  # and so on, as the help says
            unexplained -= {f"Alt+{number}" for number in range(2, 10)}
        assert unexplained == set(), key
