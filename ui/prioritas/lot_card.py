"""A lot for usulan that share a rank: drawn in front of everybody, recorded here with two witnesses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.form_words import ChangingForm
from ui.prioritas.model import ScoreSheet
from ui.theme import look, primary, quiet


class LotCard(QFrame):
    """First, second, ... as drawn. ``drawn`` carries the ids in that order and the names of the witnesses."""

    drawn = Signal(object, object)
    closed = Signal()

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._half = ChangingForm(self, services, "undian")
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
        self.close_button.clicked.connect(self.give_up)
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
        self._half.leave()
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
        self._bring_back(":".join((self._services.desk.forum_id, *shared)))
        self.show()
        self.places[0].setFocus()
        return True

    def give_up(self) -> None:
        """No lot is drawn."""
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """The lot was recorded, or given up."""
        self._half.forget()

    def _bring_back(self, key: str) -> None:
        """Half a lot of the same usulan, as a power cut left it."""
        for field in self.witnesses:
            field.fill("")
        fields = {str(number): box for number, box in enumerate(self.places, 1)}
        witnesses = {f"saksi_{number}": field for number, field in enumerate(self.witnesses, 1)}
        self._half.begin(key, {**fields, **witnesses})

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
