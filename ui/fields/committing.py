"""When a field counts as typed: on leaving it, or after two seconds without a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 2000


class Pause(QObject):
    """Calls back once, two seconds after the last ``restart``."""

    def __init__(self, parent: QObject, callback: Callable[[], object]) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(callback)

    def restart(self) -> None:
        """Somebody typed."""
        self._timer.start()

    @property
    def waiting(self) -> bool:
        """Whether the callback is still to come."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Nothing waits any more."""
        self._timer.stop()
