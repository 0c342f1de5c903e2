"""A part of the page that counts seconds: it ticks while it can be seen, and costs nothing while it cannot."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class Ticking(QWidget):
    """Calls :meth:`tick` every second while it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.tick)

    def tick(self) -> None:
        """A second went by: say anew what depends on the clock."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
