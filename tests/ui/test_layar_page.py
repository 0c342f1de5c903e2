"""The page Layar on the smallest screen, with letters of 100 % and 200 %; and it can be used without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.pages import Shown, clipped
from ui.layar.page import PARTS, LayarPage
from ui.theme import TEXT_SIZES, Theme

ROOM = {11: (896, 519), 22: (970, 475)}


@pytest.fixture(params=(TEXT_SIZES[0], TEXT_SIZES[-1]), ids=("100%", "200%"))
def shown(request: Any, held: Layanan, show: Callable[..., Shown], theme: Theme) -> Iterator[Shown]:
    held.sidang.mulai()
    held.bicara.mulai(held.bicara.unsur()[0], "P")
    held.bicara.antre(held.bicara.unsur()[1], "L")
    theme.text_size = request.param
    theme.apply()
    found = show(LayarPage, held, *ROOM[request.param])
    yield found
    found.page.close_screen()


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("part", PARTS)
def test_nothing_is_clipped(shown: Shown, part: str) -> None:
    shown.page.show_part(part)
    settle()
    assert shown.page.width() <= shown.area.viewport().width(), "the page needs a horizontal scroll bar"
    assert clipped(shown.page) == []


def test_the_remote_control_fits_when_frozen(shown: Shown) -> None:
    shown.page.open_screen()
    shown.page.toggle_freeze()
    settle()
    assert shown.page.width() <= shown.area.viewport().width()
    assert clipped(shown.page) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_button_says_its_name_and_why_it_cannot_be_pressed(shown: Shown, part: str) -> None:
    shown.page.show_part(part)
    settle()
    buttons = [one for one in shown.page.findChildren(QPushButton) if one.isVisible()]
    assert buttons
    assert [one for one in buttons if not (one.accessibleName() or one.text())] == []
    assert [one.text() for one in buttons if not one.isEnabled() and not one.toolTip()] == []


def test_the_window_goes_when_the_page_is_taken_away(held: Layanan, show: Callable[..., Shown], theme: Theme) -> None:
    page = show(LayarPage, held).page
    page.open_screen()
    window = page.projector.window
    page.close_screen()
    assert page.projector.window is None
    assert not window.isVisible()
