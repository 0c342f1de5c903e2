"""The event loop of a probe."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication


def wait(going_on: Callable[[], bool], seconds: float) -> None:
    """Let the event loop turn while something goes on; each turn waits for the next event. Raises TimeoutError."""
    patience = QTimer(singleShot=True, interval=round(seconds * 1000))
    patience.start()
    while going_on():
        if not patience.isActive():
            raise TimeoutError("what the window waits for did not end")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
