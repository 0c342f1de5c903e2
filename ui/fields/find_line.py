"""Ctrl+F where a page has no filter of its own: go to the rows that hold some words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.fields.line import SearchBox
from ui.fields.table_view import TableView
from ui.icons import icon
from ui.theme import look


class FindLine(QFrame):
    """Over the lower edge of a table. Enter and the arrows go on, Shift+Enter back, Esc to the table."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        self._places: list[int] = []
        self._words: list[str] = []
        self.box = SearchBox(self.tr("Cari di daftar ini"), parent=self)
        self.count = QLabel(self)
        close = QToolButton(self)
        close.setIcon(icon("tutup"))
        close.setAccessibleName(self.tr("Tutup pencarian"))
        close.setToolTip(self.tr("Tutup pencarian (Esc)"))
        close.clicked.connect(self.leave)
        look(close, "ikon")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        row.addWidget(close)
        self.box.searched.connect(self.search)
        self.box.installEventFilter(self)
        table.installEventFilter(self)
        table.rows().reloaded.connect(lambda _n: self._look() if self.isVisible() else None)
        look(self, "palet")

    def begin(self) -> None:
        """Take the cursor."""
        self.show()
        self._stand()
        self.raise_()
        self.box.setFocus()
        self.box.selectAll()

    def search(self, text: str) -> None:
        """Go to the first row from here on that holds every word."""
        self._words = text.casefold().split()
        self._look()
        if self._places:
            here = self._table.currentIndex().row()
            self._go(next((place for place in self._places if place >= here), self._places[0]))

    def step(self, way: int) -> None:
        """The next row found, or the one before; round and round."""
        if not self._places:
            return
        here = self._table.currentIndex().row()
        behind = [place for place in self._places if (place > here if way > 0 else place < here)]
        self._go((behind or self._places)[0 if way > 0 else -1])

    def leave(self) -> None:
        """Back to the table, at the row that was found."""
        self.hide()
        self._table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._table and event.type() == QEvent.Type.Resize:
            self._stand()
        if watched is self.box and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.box.flush()
            self.step(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _look(self) -> None:
        model = self._table.rows()
        self._places = [place for place in range(model.rowCount()) if self._holds(place)] if self._words else []
        found = len(self._places)
        self.count.setText(self.tr("{n} baris").format(n=found) if self._words else "")

    def _holds(self, place: int) -> bool:
        model = self._table.rows()
        text = " ".join(str(model.index(place, column).data() or "") for column in range(model.columnCount()))
        folded = text.casefold()
        return all(word in folded for word in self._words)

    def _go(self, place: int) -> None:
        model = self._table.rows()
        self._table.setCurrentIndex(model.index(place, max(0, self._table.currentIndex().column())))
        self._table.scrollTo(self._table.currentIndex(), TableView.ScrollHint.PositionAtCenter)

    def _stand(self) -> None:
        wide = min(self._table.width() - 16, self.fontMetrics().averageCharWidth() * 52)
        high = self.sizeHint().height()
        self.setGeometry(self._table.width() - wide - 8, self._table.height() - high - 8, wide, high)


def find_in_list(page: QWidget) -> bool:
    """Open the search of the list in front; False when there is none."""
    from ui.lists import list_in_front

    table = list_in_front(page)
    if table is None or not table.rows().rowCount():
        return False
    line = table.findChild(FindLine) or FindLine(table)
    line.begin()
    return True
