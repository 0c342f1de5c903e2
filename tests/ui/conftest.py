"""Windows in tests wear what they wear in production: our font, our colours, our language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import Shown, shown_page
from ui.background import Background, JobControl, Progress
from ui.page import Page
from ui.say import Message, Say
from ui.theme import TEXT_SIZES, Theme
from ui.translation import speak_language


class RecordedSay(Say):
    """Notes what is said; answers questions with what the test laid ready."""

    def __init__(self) -> None:
        self.said: list[Message] = []
        self.asked: list[str] = []
        self.details: list[str] = []
        self.answers: list[bool] = []
        self.files: list[Path | None] = []

    def speak(self, message: Message) -> None:
        self.said.append(message)

    def ask(self, question: str, *, yes: str = "", no: str = "", details: str = "") -> bool:
        self.asked.append(question)
        self.details.append(details)
        return self.answers.pop(0)

    def choose_open_file(self, title: str, filters: str, start: str = "") -> Path | None:
        return self.files.pop(0)

    def choose_open_files(self, title: str, filters: str) -> list[Path]:
        chosen, self.files[:] = [path for path in self.files if path is not None], []
        return chosen

    def choose_folder(self, title: str) -> Path | None:
        return self.files.pop(0)

    def choose_save_file(self, title: str, filters: str, suggested: str = "") -> Path | None:
        return self.files.pop(0)

    @property
    def last(self) -> Message:
        return self.said[-1]

    def texts(self, kind: str = "") -> list[str]:
        return [message.text for message in self.said if kind in ("", message.kind)]


class WindowSay(RecordedSay):
    """Recorded, and attached like the real one."""

    def attach(self, *_window: Any) -> None:
        """Nothing is shown."""


class InlineBackground(Background):
    """Runs every job at once, on the main thread, and delivers at once."""

    def run(
        self,
        job: Callable[[JobControl], Any],
        on_done: Callable[[Any], object] | None = None,
        on_error: Callable[[Exception], object] | None = None,
        label: str = "",
    ) -> JobControl:
        control = JobControl(label, self.reports.append)
        try:
            result = job(control)
        except Exception as problem:  # noqa: BLE001 - as the real one does
            (on_error or self._say.trouble)(problem)
        else:
            if on_done:
                on_done(result)
        return control

    def __init__(self, say: Say) -> None:
        super().__init__(say)
        self.reports: list[Progress] = []


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def production_theme(qapp: QApplication) -> Theme:
    qapp.setStyle("fusion")
    speak_language(qapp)
    return Theme(qapp)


@pytest.fixture(autouse=True)
def no_window_left(production_theme: Theme) -> Iterator[None]:
    """Delete what a test leaves open. Every living widget makes each later change of the style sheet slower.

    They are deleted and not closed: closing may ask whether to. A window that belongs to another object goes with it.
    """
    before = set(QApplication.topLevelWidgets())
    yield
    for window in set(QApplication.topLevelWidgets()) - before:
        if shiboken6.isValid(window) and not belongs_to_another(window):
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def belongs_to_another(window: QWidget) -> bool:
    """Whether something else deletes it: its parent, or the completer that a pop-up list does not name as one."""
    return window.parent() is not None or window.windowType() not in (Qt.WindowType.Window, Qt.WindowType.Dialog)


@pytest.fixture(autouse=True)
def theme(production_theme: Theme, no_window_left: None) -> Theme:
    """The production look; a test may change it, the next one starts plain."""
    production_theme.text_size = TEXT_SIZES[0]
    production_theme.wear("terang")
    return production_theme


@pytest.fixture
def say() -> RecordedSay:
    return RecordedSay()


@pytest.fixture
def background(say: RecordedSay) -> InlineBackground:
    return InlineBackground(say)


@pytest.fixture
def show(qtbot: QtBot, say: RecordedSay, background: InlineBackground) -> Callable[..., Shown]:
    """``show(PageClass, services)``: the page at the size that the smallest screen leaves it, and kept up to date."""

    def open_page(page_class: type[Page], services: Any, width: int = 878, height: int = 520) -> Shown:
        return shown_page(page_class(services, say, background), services, qtbot, width, height)

    return open_page
