"""Letters larger than the rest of the window, growing with the text size of the operator."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget


def enlarge(widget: QWidget, times: float, *, bold: bool = False) -> None:
    """Give ``widget`` letters ``times`` the usual size. Call again when the usual size has changed."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * times)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    if widget.font().pointSizeF() != font.pointSizeF() or widget.font().weight() != font.weight():
        widget.setFont(font)


class LargeLabel(QLabel):
    """A line of bold letters, ``times`` the usual size."""

    def __init__(self, times: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.setWordWrap(True)
        enlarge(self, times, bold=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            enlarge(self, self._times, bold=True)
