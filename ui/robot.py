"""A pair of hands for real windows: presses keys, waits, takes pictures. Used by the demo; no page knows it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T", bound=QWidget)

PATIENCE_S = 60.0


class NothingHappened(Exception):
    """The window did not do what the robot waited for."""


class Robot:
    """Works on one window with the keyboard."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app = app
        self.window = window
        self.presses = 0

    def settle(self) -> None:
        """Let the window do what it has to do now."""
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._app.processEvents()

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        """Press a key in the widget that has the focus."""
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
            self.presses += 1
            self._app.processEvents()

    def type(self, text: str) -> None:
        """Type into the widget that has the focus."""
        QTest.keyClicks(self._focus(), text)
        self.presses += len(text)
        self._app.processEvents()

    def replace(self, text: str) -> None:
        """Select what stands in the field and type over it."""
        self.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type(text)
        else:
            self.press(Qt.Key.Key_Delete)

    def wait(self, happened: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
        """Keep the window going until ``happened``. Raises NothingHappened."""
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                raise NothingHappened(f"Ditunggu {seconds:.0f} detik: {what}")
            QTest.qWait(10)

    def find(self, kind: type[T], name: str) -> T:
        """The visible widget with this accessible name."""
        for widget in self.window.findChildren(kind):
            if widget.isVisible() and widget.accessibleName() == name:
                return widget
        raise NothingHappened(f"Tidak ada {name!r} di jendela")

    def focus(self, kind: type[T], name: str) -> T:
        """Put the cursor into the widget with this accessible name, as a click would."""
        widget = self.find(kind, name)
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        self.settle()
        return widget

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self._app.processEvents()

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG."""
        self.settle()
        if not self.window.grab().save(str(path), "PNG"):
            raise NothingHappened(f"Gambar {path.name} tidak bisa disimpan")

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self.window
