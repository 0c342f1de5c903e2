"""The cell that is being typed over: its words are safe while somebody pauses, and its editor is open again after a
power cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.fields.committing import Pause
from ui.fields.waiting import Place, Words, place_of

if TYPE_CHECKING:
    from ui.fields.table_view import TableView

_APART = "\t"


class CellWords(QObject):
    """The one open cell of a table, by the id of its row and the key of its column."""

    def __init__(self, table: TableView) -> None:
        super().__init__(table)
        self._table = table
        self._editor: QLineEdit | None = None
        self._place: Place | None = None
        self._cell = ""
        self._pause = Pause(self, self._keep)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._come_back)
        table.itemDelegate().closeEditor.connect(self._closed)

    def begun(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """An editor was opened."""
        editor = self._table.indexWidget(index)
        if not isinstance(editor, QLineEdit):
            return
        rows = self._table.rows()
        self._editor, self._place = editor, place_of(self._table)
        self._cell = _APART.join((rows.id_of_row(index.row()), rows.columns[index.column()].key))
        editor.textEdited.connect(lambda _text: self._pause.restart())

    def look_again(self) -> None:
        """The rows were read: the cell whose words wait is opened once the page has put the cursor where it begins."""
        self._soon.start()

    def _keep(self) -> None:
        if self._place is not None and self._editor is not None:
            words = Words(self._editor.text(), self._cell)
            self._place.keeper.keep(self._place.record, self._place.field, words)

    def _closed(self, editor: QWidget) -> None:
        """Recorded, or given up; what a service refuses is said in the message bar."""
        if editor is self._editor:
            self._pause.stop()
            self._editor = None
            if self._place is not None:
                self._place.keeper.drop(self._place.record, self._place.field)

    def _come_back(self) -> None:
        table, place = self._table, place_of(self._table)
        if place is None or not table.isVisible():
            return
        words = place.keeper.found(place.record, place.field)
        if words is None or table.state() == table.State.EditingState:
            return
        record, _, key = words.remark.partition(_APART)
        keys = [column.key for column in table.rows().columns]
        row = table.rows().place_of(record)
        if row < 0 or key not in keys:
            return
        index = table.rows().index(row, keys.index(key))
        table.setCurrentIndex(index)
        table.edit(index)
        if self._editor is not None:
            self._editor.setText(words.text)
