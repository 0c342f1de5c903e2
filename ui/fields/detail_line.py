"""What a narrow table cannot show of its current row, in words below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.fields.table_view import TableView
from ui.theme import look


class DetailLine(QWidget):
    """In sight only while columns of the table are folded; *Kolom lain* (Alt+K) brings them back for others."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAccessibleName(self.tr("Isi baris ini yang tidak muat di tabel"))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look(self.words, "redup")
        self.others = QToolButton(self)
        self.others.setText(self.tr("Kolom lain"))
        self.others.setToolTip(self.tr("Tampilkan kolom yang sekarang tersembunyi (Alt+K)"))
        self.others.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.others.clicked.connect(table.widths.turn)
        look(self.others, "tab")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.others, 0, Qt.AlignmentFlag.AlignTop)
        keys = QShortcut(QKeySequence("Alt+K"), table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(table.widths.turn)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._bring_into_view)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.show_row)
        table.horizontalHeader().sectionResized.connect(lambda *_sizes: self._again.start())
        table.widths.changed.connect(self.show_row)
        table.current_changed.connect(lambda _row: self.show_row())
        table.installEventFilter(self)
        self.hide()

    def show_row(self) -> None:
        """Say what the current row holds in the columns that are folded or cut short."""
        table = self._table
        index = table.currentIndex()
        self.setVisible(bool(table.widths.folded) and index.isValid() and not table.isHidden())
        self.words.setText("  \u00b7  ".join(self._parts(index)) if index.isValid() else "")
        if table.hasFocus():
            self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self.isVisible():
            self._soon.start()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.show_row()
        return super().eventFilter(watched, event)

    def _parts(self, index: QModelIndex) -> list[str]:
        model = self._table.rows()
        found = []
        for place, column in enumerate(model.columns):
            text = str(model.index(index.row(), place).data() or "")
            if text and self._table.is_cut(index.row(), place):
                found.append(f"{column.title}: {text}")
        return found

    def _bring_into_view(self) -> None:
        """The table and its line together, where the page is higher than the window."""
        if not self.isVisible():
            return
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(self._table, 0, 0)
            above.ensureWidgetVisible(self, 0, 4)


def with_detail(table: TableView, detail: DetailLine) -> QWidget:
    """A table with its line below, as one widget."""
    holder = QWidget(table.parentWidget())
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(table, 1)
    column.addWidget(detail)
    return holder
