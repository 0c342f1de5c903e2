"""A table of people: all columns in sight, since unsur and office give way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.fields import TableView

GIVING_WAY = {"jabatan": (8, 16), "unsur": (8, 16), "dusun": (7, 16)}
"""Cut short in this order; the whole text is in the tooltip and in the line below the table."""


class PeopleTable(TableView):
    """The space bar marks rows."""

    marked = Signal()
    """the space bar, on one or more rows"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            self.marked.emit()
        else:
            super().keyPressEvent(event)
