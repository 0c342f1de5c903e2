"""The two lists of the page: receipts and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.kirim.words import BarisBukti, BarisJawaban
from ui.table import Column, RowsModel


def _tr(text: str) -> str:
    return QCoreApplication.translate("Kirim", text)


def receipts(fetch: Callable[[], Sequence[BarisBukti]], parent: QObject) -> RowsModel[BarisBukti]:
    """usulan, number, hour."""
    columns: list[Column[BarisBukti]] = [
        Column(key="label", title=_tr("No."), value=lambda row: row.label),
        Column(key="judul", title=_tr("Usulan"), value=lambda row: row.judul, tooltip=lambda row: row.judul),
        Column(key="nomor", title=_tr("Nomor bukti"), value=lambda row: row.nomor, bold=True),
        Column(key="waktu", title=_tr("Diterima"), value=lambda row: row.waktu),
    ]
    return RowsModel(columns, lambda _sort, _descending: fetch(), parent=parent)


def answers(fetch: Callable[[], Sequence[BarisJawaban]], parent: QObject) -> RowsModel[BarisJawaban]:
    """usulan, decision, office; reason and date of the current row stand in :class:`AnswerDetail`."""
    columns: list[Column[BarisJawaban]] = [
        Column(key="label", title=_tr("No."), value=lambda row: row.label),
        Column(key="judul", title=_tr("Usulan"), value=lambda row: row.judul, tooltip=lambda row: row.judul),
        Column(key="putusan", title=_tr("Jawaban"), value=lambda row: row.putusan, bold=True),
        Column(key="oleh", title=_tr("Oleh"), value=lambda row: row.oleh),
    ]
    return RowsModel(columns, lambda _sort, _descending: fetch(), parent=parent)


class AnswerDetail(QLabel):
    """The answer of the current row in full, as it is read aloud in the village."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_row(self, row: BarisJawaban | None) -> None:
        """Show one answer."""
        if row is None:
            self.clear()
            return
        why = " " + ended(_tr("Alasan: {alasan}").format(alasan=row.alasan)) if row.alasan else ""
        self.setText(f"{row.label} {row.judul}: {ended(row.putusan.lower())}{why} {row.oleh}, {row.waktu}.")


def ended(sentence: str) -> str:
    """With a full stop, unless it ends by itself."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
