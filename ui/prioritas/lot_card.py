"""A lot for usulan that share a rank: drawn in front of everybody, recorded here with two witnesses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.prioritas.model import ScoreSheet
from ui.theme import look, primary, quiet


class LotCard(QFrame):
    """First, second, ... as drawn. ``drawn`` carries the ids in that order and the names of the witnesses."""

    drawn = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places: list[ChoiceBox] = []
        self.head = QLabel()
        self.head.setWordWrap(True)
        look(self.head, "anak-judul")
        self.note = QLabel()
        self.note.setWordWrap(True)
        look(self.note, "salah")
        self.witnesses = [LineField(), LineField()]
        self.record_button = primary(QPushButton(self.tr("Catat undian")))
        self.close_button = quiet(QPushButton(self.tr("Tidak jadi")))
        self.record_button.clicked.connect(self._record)
        self.close_button.clicked.connect(self.closed)
        self._flow, foot = FlowLayout(gap=10), FlowLayout(gap=8)
        for field, title in zip(
            self.witnesses, (self.tr("Saksi undian pertama"), self.tr("Saksi undian kedua")), strict=True
        ):
            foot.add(FieldRow(title, field), 1, 18)
        buttons = FlowLayout(gap=8)
        buttons.add(self.record_button)
        buttons.add(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addWidget(self.head)
        layout.addLayout(self._flow)
        layout.addLayout(foot)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        look(self, "kartu")

    def ask(self, sheet: ScoreSheet, record: str) -> bool:
        """Ask for the lot of the rank that ``record`` shares; False when it shares none."""
        shared = next((ids for ids in sheet.hasil.seri if record in ids), ())
        if not shared:
            self.hide()
            return False
        self.note.hide()
        self.head.setText(
            self.tr("Undian untuk {n} usulan di peringkat {rank}").format(
                n=len(shared), rank=sheet.hasil.satu(record).peringkat
            )
        )
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        names = [(one, f"{sheet.usulan(one).label} {sheet.usulan(one).judul}") for one in shared]
        self.places = []
        for number in range(1, len(shared) + 1):
            title = self.tr("Terambil ke-{n}").format(n=number)
            box = ChoiceBox(title, placeholder=self.tr("pilih"))
            box.set_items(names)
            self.places.append(box)
            self._flow.add(FieldRow(title, box), 1, 26)
        self.show()
        self.places[0].setFocus()
        return True

    def explain(self, text: str) -> None:
        """Say what is missing."""
        self.note.setText(text)
        self.note.show()

    def _record(self) -> None:
        order = [box.value() for box in self.places]
        if None in order or len(set(order)) < len(order):
            self.explain(self.tr("Isi setiap tempat dengan usulan yang berbeda."))
            return
        self.drawn.emit(order, [field.text() for field in self.witnesses])
