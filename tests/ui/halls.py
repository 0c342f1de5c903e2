"""What the hall sees, and the cable to its projector in the hands of a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.program import whole_program
from ui.app import Desktop
from ui.layar.page import LayarPage
from ui.layar.screens import Hall, Screens
from ui.main_window import MainWindow

BEAMER = Hall("proyektor", QRect(0, 0, 1024, 768))


class Cable(Screens):
    """A projector that can be plugged and unplugged."""

    def __init__(self, hall: Hall | None) -> None:
        super().__init__()
        self.plugged = hall

    def hall(self, operator: QWidget | None) -> Hall | None:
        return self.plugged

    def plug(self, hall: Hall | None) -> None:
        self.plugged = hall
        self.changed.emit()


@pytest.fixture
def desktop(held_open: Layanan, qtbot: Any, qapp: Any, tmp_path: Path) -> Iterator[Desktop]:
    """The whole program with the forum of the sample, its result still open."""
    with whole_program(qapp, qtbot, held_open, tmp_path) as made:
        yield made


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    return desktop.window


@pytest.fixture
def page(window: MainWindow) -> LayarPage:
    return with_cable(window)


def with_cable(window: MainWindow) -> LayarPage:
    """The page Layar, with a projector that only the test plugs in."""
    window.show_page("layar")
    found: Any = window.page()
    found.projector.screens.changed.disconnect(found.projector._on_screens)
    found.projector.screens = Cable(None)
    found.projector.screens.changed.connect(found.projector._on_screens)
    return found


def cable(page: LayarPage) -> Cable:
    """The cable of a page that :func:`with_cable` gave."""
    found: Any = page.projector.screens
    return found


def read_by_hall(page: LayarPage) -> list[str]:
    """What stands on the window of the hall."""
    assert page.projector.window is not None
    return [text.words for text in page.projector.window.frame.texts]
