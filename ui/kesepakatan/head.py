"""The rows above the list: counts, closing, and the three outputs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.kesepakatan import Keluaran
from ui.fields import FlowLayout
from ui.icons import icon
from ui.kesepakatan.model import OUTPUTS, Keadaan, tr
from ui.theme import look, primary


class AgreementHead(QWidget):
    """What the whole stands at, and the buttons for it and for the chosen rows."""

    decided = Signal(str)
    """an output for the chosen rows"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = QLabel(self)
        self.closed_note = QLabel(self)
        self.arrange_button = QPushButton(icon("prioritas"), self.tr("Susun dari skor"), self)
        self.close_button = primary(QPushButton(self.tr("Tutup kesepakatan"), self))
        self.seal_button = primary(QPushButton(self.tr("Segel hasil"), self))
        self.reopen_button = QPushButton(self.tr("Buka lagi"), self)
        self.outputs: dict[Keluaran, QPushButton] = {}
        self._tools = QWidget(self)
        for label, name in ((self.counts, "redup"), (self.closed_note, "baik")):
            label.setWordWrap(True)
            look(label, name)
        head = FlowLayout(gap=8)
        head.add(self.counts, 1, 26)
        head.add(self.closed_note, 1, 26)
        for button in (self.arrange_button, self.close_button, self.seal_button, self.reopen_button):
            head.add(button)
        self._add_outputs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._tools)

    def show_state(self, state: Keadaan, *, sealed: bool = False) -> None:
        """Counts, and only those buttons that do something now; a sealed result is never opened again."""
        self.counts.setText(", ".join(f"{tr(text)} {state.jumlah(keluaran)}" for keluaran, text in OUTPUTS.items()))
        self.closed_note.setText(self.tr("Kesepakatan ditutup pukul {jam}.").format(jam=state.ditutup))
        closed = bool(state.ditutup)
        self.closed_note.setVisible(closed and not sealed)
        for button in (self.seal_button, self.reopen_button):
            button.setVisible(closed and not sealed)
        for widget in (self._tools, self.arrange_button, self.close_button):
            widget.setVisible(not closed)

    def _add_outputs(self) -> None:
        tools = FlowLayout(self._tools, gap=8)
        for number, (keluaran, text) in enumerate(OUTPUTS.items(), 1):
            button = QPushButton(f"{number}  {tr(text)}", self._tools)
            button.setToolTip(self.tr("Tombol {n}").format(n=number))
            button.clicked.connect(lambda _checked=False, keluaran=keluaran: self.decided.emit(keluaran))
            self.outputs[keluaran] = button
            tools.add(button)
        self.reason_button = QPushButton(icon("ubah"), self.tr("Tulis alasan"), self._tools)
        tools.add(self.reason_button)
