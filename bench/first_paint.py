"""Watches a window until it has been painted and the event loop has turned, says so, and closes the program."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Prints ``painted``, then one line of JSON: peak memory, and what was loaded when the painting began."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._modules: list[str] = []
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything through; after the first paint ask the loop to come back."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._modules = list(sys.modules)
            QTimer.singleShot(0, self._window, self._report)
        return False

    def _report(self) -> None:
        print("painted", flush=True)
        import json

        from bench.memory import peak_mib

        print(json.dumps({"peak_mib": peak_mib(), "modules": sorted(self._modules)}), flush=True)
        QTimer.singleShot(0, self._window, QApplication.quit)


def watch_every_main_window() -> None:
    """Whichever main window is shown next, by whichever method."""
    for name in ("show", "showNormal", "showMaximized", "showFullScreen"):
        setattr(QMainWindow, name, _watched(getattr(QMainWindow, name)))


def _watched(original: Callable[[QMainWindow], None]) -> Callable[[QMainWindow], None]:
    def shown(window: QMainWindow) -> None:
        if not window.isVisible():
            FirstPaint(window)
        original(window)

    return shown
