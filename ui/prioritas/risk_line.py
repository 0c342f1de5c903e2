"""Below the tables of scores: what stands in the way of the current usulan, in words, before a number is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.fields import TableView
from ui.prioritas.model import Ranked
from ui.theme import look
from ui.usulan.marks import at_risk, risk_long


class RiskLine(QLabel):
    """In sight only while the current usulan has something that stands in its way."""

    def __init__(self, table: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("Kesiapan dan peringatan usulan ini"))
        table.current_changed.connect(self.show_row)
        self.hide()
        look(self, "awas")

    def show_row(self, row: Ranked | None) -> None:
        """Say what is known of this usulan."""
        told = risk_long(row.usulan) if row is not None and at_risk(row.usulan) else ""
        self.setText(f"{row.usulan.label}: {told}" if row is not None and told else "")
        self.setVisible(bool(told))
