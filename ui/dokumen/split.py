"""The documents beside their preview where there is room for both, below each other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.dokumen.desk import DocumentDesk
from ui.dokumen.preview import Preview
from ui.dokumen.zoom_bar import ZoomBar

#: Characters of width below which list and preview stand below each other.
NARROW = 67
_ANY_WIDTH = 16777215


class DeskBesidePreview(QWidget):
    """Holds the three parts and follows the width and the letters."""

    def __init__(self, desk: DocumentDesk, bar: ZoomBar, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._preview = desk, preview
        preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(bar)
        right.addWidget(preview, 1)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(16)
        self._split.addWidget(desk)
        self._split.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        narrow = self.width() < letter * NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._split.setDirection(direction)
        self._desk.fit(narrow=narrow)
        self._desk.setMaximumWidth(_ANY_WIDTH if narrow else letter * 34)
        self._preview.setMinimumHeight(self.fontMetrics().height() * 12)
