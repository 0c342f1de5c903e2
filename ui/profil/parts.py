"""Keys and paper: side by side while there is room, below each other when there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

#: Letters of width below which keys and paper stand below each other.
NARROW = 70


class KeysAndPaper(QSplitter):
    """Half of the room for each, until the operator moves the line between them."""

    def __init__(self, keys: QWidget, paper: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.addWidget(keys)
        self.addWidget(paper)
        self.setSizes([1, 1])

    def fit(self, width: int) -> None:
        """Stand as a page of so many pixels has room for."""
        narrow = width < self.fontMetrics().averageCharWidth() * NARROW
        self.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)
