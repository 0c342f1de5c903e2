"""Locked or not, which version, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.services.prioritas import VersiAturan
from ui.fields import FieldRow, FlowLayout, LineField
from ui.theme import look, quiet

SHORT_HASH = 12


class RuleState(QWidget):
    """``unlock_wanted`` carries the reason, empty where none is asked for."""

    unlock_wanted = Signal(str)
    template_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.versions = label(""), label("redup")
        self.unlock_button = quiet(QPushButton(self.tr("Ubah aturan sebagai versi baru")))
        self.template_button = quiet(QPushButton(self.tr("Pilih cara lain")))
        self.reason = LineField()
        self.reason_row = FieldRow(self.tr("Mengapa aturan diubah sesudah ada nilai?"), self.reason)
        self.reason_row.hide()
        self.unlock_button.clicked.connect(lambda: self.unlock_wanted.emit(self.reason.text()))
        self.template_button.clicked.connect(self.template_wanted)
        line = FlowLayout(gap=8)
        line.add(self.state, 1, 24)
        line.add(self.template_button)
        line.add(self.unlock_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.reason_row)
        column.addWidget(self.versions)

    def refresh(self, aturan: Aturan, versi: Sequence[VersiAturan], metode: str) -> None:
        """Say how the rules stand."""
        locked = bool(aturan.terkunci)
        text = self.tr("Aturan belum dikunci. Skor baru dapat diisi setelah aturan dikunci.")
        if locked:
            text = self.tr("Aturan terkunci pukul {jam}, versi {versi}. Saksi: {saksi}.").format(
                jam=aturan.terkunci, versi=aturan.versi, saksi=self.tr(" dan ").join(aturan.saksi)
            )
        self.state.setText(f"{text} {metode}".strip())
        look(self.state, "baik" if locked else "awas")
        self.unlock_button.setVisible(locked)
        self.template_button.setVisible(not locked)
        if not locked:
            self.reason_row.hide()
            self.reason.fill("")
        self.versions.setText("\n".join(self._version(one) for one in versi))
        self.versions.setVisible(len(versi) > 1)

    def ask_reason(self) -> None:
        """Scores are there: a new version needs a reason."""
        self.reason_row.show()
        self.reason.setFocus()

    def _version(self, one: VersiAturan) -> str:
        text = self.tr("Versi {nomor}, pukul {jam}, sidik {sidik}").format(
            nomor=one.nomor, jam=one.jam, sidik=one.sidik[:SHORT_HASH]
        )
        return f"{text}: {one.alasan}" if one.alasan else text


def label(name: str) -> QLabel:
    """An empty text that breaks into lines."""
    made = QLabel()
    made.setWordWrap(True)
    if name:
        look(made, name)
    return made


def card(title: str, *parts: QWidget | QLayout, note: str = "") -> QFrame:
    """A titled frame around parts of the rules; a button keeps its own width."""
    made = QFrame()
    look(made, "kartu")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(14, 10, 14, 12)
    layout.setSpacing(8)
    heading = QLabel(title, made)
    look(heading, "anak-judul")
    layout.addWidget(heading)
    if note:
        words = label("redup")
        words.setText(note)
        layout.addWidget(words)
    for part in parts:
        if isinstance(part, QPushButton):
            row = FlowLayout()
            row.add(part)
            layout.addLayout(row)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return made
