"""Letters larger than the rest of the window, growing with the text size of the operator."""

from __future__ import annotations

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QWidget


def enlarge(widget: QWidget, times: float, *, bold: bool = False) -> None:
    """Give ``widget`` letters ``times`` the usual size. Call again when the usual size has changed."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * times)
    if bold:
        font.setWeight(QFont.Weight.Bold)
    if widget.font() != font:
        widget.setFont(font)
