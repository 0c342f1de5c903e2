"""Builds the application around the services: look, language, crash relay, window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db import room
from ui.background import Background
from ui.crash import CrashRelay, qt_messages_to_log
from ui.kept_pictures import kept_pictures
from ui.main_window import MainWindow
from ui.pages import PAGES, PageSpec
from ui.preferences import Preferences
from ui.say import WindowSay
from ui.theme import Theme, first_picture
from ui.translation import speak_language

if TYPE_CHECKING:
    from musrenbang_desktop.services.layanan import Layanan


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The one QApplication: Fusion and our language; the look follows with :class:`Theme`."""
    qt_messages_to_log()
    first_picture.begin()
    app = QApplication(["musrenbang", "-style", "fusion", *arguments])
    app.setApplicationName("Musrenbang")
    speak_language(app)
    return app


class Desktop:
    """Everything on screen. Built once by the composition root; ``run`` returns when the window is closed."""

    def __init__(
        self,
        app: QApplication,
        services: Layanan,
        data_dir: Path,
        pages: Sequence[PageSpec] = PAGES,
        *,
        alone: bool = False,
    ) -> None:
        """``alone``: no second start will ask for this window (the demo)."""
        self.app = app
        self._data_dir = data_dir
        preferences = Preferences(data_dir)
        kept_pictures.open(data_dir)
        self.theme = Theme(app, preferences.theme_name(), preferences.text_size())
        self.theme.apply()
        self.say = WindowSay()
        self.crash = CrashRelay(self.say)
        self.background = Background(self.say)
        self.window = MainWindow(services, self.say, self.background, self.theme, preferences, pages)
        if room.is_practice_folder(data_dir):
            self.window.wear_practice()
        self.window.settled.connect(first_picture.end)
        self.window.settled.connect(kept_pictures.save)
        self._first: Any = None
        if not alone:
            self.window.settled.connect(self._answer_second_starts)

    def run(self, when_shown: Callable[[], object] | None = None) -> int:
        """Show the window, call ``when_shown`` after its first picture, and stay until it is closed."""
        self.crash.install()
        self.window.show()
        self.window.settled.connect(self._load_ahead)
        if when_shown:
            self.window.settled.connect(when_shown)
        try:
            return self.app.exec()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of threads, hooks and the local server."""
        self.background.close()
        self.crash.remove()
        if self._first:
            self._first.close()

    def take_away(self) -> None:
        """The window is closed and another one follows in this program: let no clock of this one go on running, for the
        data behind it is closed too.
        """
        for widget in (self.window, self.background):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _load_ahead(self) -> None:
        from ui.shell.ahead import PagesAhead  # what comes after the first picture
        from ui.shell.warming import Warming

        warming = Warming(self.window)
        ahead = PagesAhead(self.window, self.window.stack, self.background)
        warming.finished.connect(ahead.begin)
        warming.begin()

    def _answer_second_starts(self) -> None:
        from ui.instance import FirstWindow  # QtNetwork is not needed for the first picture

        self._first = FirstWindow(self._data_dir, self.window.come_to_front, self.window)
