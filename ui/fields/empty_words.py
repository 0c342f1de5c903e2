"""What an empty table says where its rows would stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel

from ui.fields.table_view import TableView
from ui.theme import look


class EmptyWords(QLabel):
    """Over the middle of a table that has its model; gone as soon as there is a row. Screen readers say it too."""

    def __init__(self, table: TableView, text: str) -> None:
        super().__init__(text, table.viewport())
        self._table = table
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(12)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look(self, "redup")
        table.viewport().installEventFilter(self)
        model = table.rows()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self._follow)
        self._follow()

    def say(self, text: str) -> None:
        """Say something else from now on: why nothing is shown may change with a search."""
        self.setText(text)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _follow(self, *_what: object) -> None:
        empty = self._table.rows().rowCount() == 0
        self.setVisible(empty)
        self._table.setAccessibleDescription(self.text() if empty else "")
        self._stand()

    def _stand(self) -> None:
        self.setGeometry(self._table.viewport().rect())
