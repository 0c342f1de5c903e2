"""The way of the Tab key through parts that are made later than what stands below them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(before: QWidget, part: QWidget) -> QWidget:
    """Let everything inside ``part`` come right behind ``before``, as it was made; returns the last of it.

    Qt puts a widget that is made later at the end of the window, wherever it stands on the screen.
    """
    last = before
    for widget in _inside(part):
        QWidget.setTabOrder(last, widget)
        last = widget
    return last


def _inside(part: QWidget) -> list[QWidget]:
    """What takes the cursor in ``part``, as it was made; what belongs to such a field itself is left out."""
    found: list[QWidget] = []
    for widget in part.findChildren(QWidget):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is part.window()
        if stops and not any(one.isAncestorOf(widget) for one in found):
            found.append(widget)
    return found
