"""Where the details of one usulan scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget


class PanelArea(QScrollArea):
    """Scrolls by itself beside the list; the cursor stays in sight when its height changes.

    Opened in the place of the list, it gets its height only after the cursor was put into a section.
    """

    def __init__(self, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        field = QApplication.focusWidget()
        if field is not None and self.isAncestorOf(field):
            self.ensureWidgetVisible(field)
