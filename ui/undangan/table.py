"""A table of people: all columns in sight, since unsur and office give way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView

from ui.fields import TableView

LETTERS = 16
_GIVING_WAY = ("unsur", "jabatan")


class PeopleTable(TableView):
    """Unsur and office are at most some letters wide; their whole text is in the tooltip."""

    marked = Signal()
    """the space bar, on one or more rows"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            self.marked.emit()
        else:
            super().keyPressEvent(event)

    def keep_narrow(self) -> None:
        """Measure again, after other rows or other letters; a hidden table when it comes back."""
        if not self.isVisible() or self.model() is None:
            return
        header = self.horizontalHeader()
        most = self.fontMetrics().averageCharWidth() * LETTERS
        for place, column in enumerate(self.rows().columns):
            if column.key in _GIVING_WAY:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                wanted = max(self.sizeHintForColumn(place), header.sectionSizeHint(place))
                header.resizeSection(place, min(most, wanted))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.keep_narrow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keep_narrow()
