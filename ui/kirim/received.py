"""What came home: the receipts and the answers of the usulan, each a list with its words where there is none yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.fields import DetailLine, EmptyState, TableView
from ui.kirim import tables
from ui.kirim.words import BarisBukti, BarisJawaban


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kirim", text)


class _Part(QWidget):
    """A list, the words of its current row, and what stands there while it is empty."""

    def __init__(self, table: TableView, empty: EmptyState, line: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.table, self.empty, self.line = table, empty, line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (table, empty):
            layout.addWidget(widget, 1)
        layout.addWidget(line)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Whatever stands above: the table shows some rows at once."""
        self.table.setMinimumHeight(self.fontMetrics().height() * 9)

    def _read_anew(self, *, any_row: bool) -> None:
        self.table.rows().reload()
        self.table.setVisible(any_row)
        self.empty.setVisible(not any_row)


class ReceiptPart(_Part):
    """The receipt of each usulan."""

    def __init__(self, parent: QWidget) -> None:
        self.rows: Sequence[BarisBukti] = ()
        table = TableView(_tr("Bukti terima setiap usulan"))
        empty = EmptyState(
            "kirim", _tr("Belum ada bukti terima"), _tr("Setiap usulan mendapat nomor bukti setelah dikirim.")
        )
        super().__init__(table, empty, DetailLine(table), parent)
        table.set_model(tables.receipts(lambda: self.rows, self), stretch="judul", folds=("waktu",), least=14)

    def show_rows(self, rows: Sequence[BarisBukti]) -> None:
        """Show these receipts."""
        self.rows = rows
        self._read_anew(any_row=bool(rows))


class AnswerPart(_Part):
    """What became of each usulan; the answer of the current row stands below in full."""

    def __init__(self, parent: QWidget) -> None:
        self.rows: Sequence[BarisJawaban] = ()
        self.detail = tables.AnswerDetail()
        table = TableView(_tr("Jawaban kabupaten"))
        empty = EmptyState(
            "server", _tr("Belum ada jawaban"), _tr("Jawaban kecamatan dan kabupaten datang bersama pengiriman.")
        )
        super().__init__(table, empty, self.detail, parent)
        table.set_model(tables.answers(lambda: self.rows, self), stretch="judul", folds=("oleh",), least=14)
        table.current_changed.connect(self.detail.show_row)

    def show_rows(self, rows: Sequence[BarisJawaban]) -> None:
        """Show these answers."""
        self.rows = rows
        self._read_anew(any_row=bool(rows))
        if rows and self.table.current() is None:
            self.table.setCurrentIndex(self.table.rows().index(0, 0))
        self.detail.show_row(self.table.current())
        self.detail.setVisible(bool(rows))
