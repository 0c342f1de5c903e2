"""How the hall decided: by consent, by acclamation, or by a vote with its figures. Only for forms that print it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesepakatan import Putusan
from ui.fields import ChoiceBox, FieldRow, FlowLayout, NumberEdit
from ui.fields.waiting import refuse_all

COUNTS = ("setuju", "tidak_setuju", "abstain")


class DecidedLine(QWidget):
    """One choice, and three figures beside it while it is a vote."""

    stated = Signal(object)
    """Putusan as it stands in the fields"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = ChoiceBox(parent=self)
        self.way.set_items(
            [
                ("", self.tr("belum dicatat")),
                ("mufakat", self.tr("musyawarah mufakat")),
                ("aklamasi", self.tr("aklamasi")),
                ("suara", self.tr("pemungutan suara")),
            ]
        )
        self.counts = {name: NumberEdit(field="suara_putus", most=100_000) for name in COUNTS}
        labels = (self.tr("Suara setuju"), self.tr("Suara tidak setuju"), self.tr("Suara abstain"))
        self.row = FieldRow(self.tr("Keputusan diambil dengan"), self.way, parent=self)
        self.count_rows = {
            name: FieldRow(label, field, parent=self)
            for (name, field), label in zip(self.counts.items(), labels, strict=True)
        }
        flow = FlowLayout(self, gap=10)
        flow.add(self.row, stretch=2, letters=22)
        for row in self.count_rows.values():
            flow.add(row, stretch=1, letters=14)
        self.way.committed.connect(self._state)
        for field in self.counts.values():
            field.committed.connect(self._state)

    def show_decision(self, putusan: Putusan) -> None:
        """Show what is recorded; never records anything, and a figure that is being typed stays."""
        self.way.fill(putusan.cara)
        for name, field in self.counts.items():
            if not (field.hasFocus() and field.isModified()):
                field.fill(getattr(putusan, name))
                self.count_rows[name].clear_error()
        self._show_counts()

    def _state(self, _value: object) -> None:
        self._show_counts()
        vote = self.way.value() == "suara"
        try:
            figures = {name: field.value() for name, field in self.counts.items()} if vote else {}
        except RuleBroken:  # said at the field that is not understood; the others wait with it
            refuse_all(self)
            return
        self.stated.emit(Putusan(cara=self.way.value(), **figures))

    def _show_counts(self) -> None:
        for row in self.count_rows.values():
            row.setVisible(self.way.value() == "suara")
