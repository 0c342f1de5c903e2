"""Two usulan of the village side by side: per row one of both is taken on, and then they become one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.ganda import gabung_pengusul
from musrenbang_desktop.services.ganda import Pasangan
from ui.antardesa_words import certainty
from ui.fields import FlowLayout
from ui.ganda.rows import RowChoice, agreeing, differing
from ui.plain_label import plain_label
from ui.theme import look, primary


class OwnPairCard(QFrame):
    """What both say, what becomes of it, and the three things that can be done about it."""

    merged = Signal()
    different = Signal()
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[RowChoice] = []
        self.which = plain_label("anak-judul")
        self.sides = plain_label("label", self.tr("Pilih isi yang diteruskan, per baris:"))
        self.result = plain_label("baik")
        self.same = plain_label("redup")
        self.scored = plain_label("awas")
        self.merge_button = primary(QPushButton(self.tr("Gabung (G)"), self))
        self.differ_button = QPushButton(self.tr("Beda, jangan tanya lagi (B)"), self)
        self.later_button = QPushButton(self.tr("Nanti (N)"), self)
        self.merge_button.clicked.connect(self.merged)
        self.differ_button.clicked.connect(self.different)
        self.later_button.clicked.connect(self.later)
        self._rows = QVBoxLayout()
        self._lay_out()
        look(self, "kartu")

    def show_pair(self, pair: Pasangan, *, scored: bool) -> None:
        """Show both; ``scored`` says that the second has scores, which no longer count once they are one."""
        self.clear()
        self.choices = [RowChoice(row, pair.a, pair.b) for row in differing(pair.a, pair.b)]
        for choice in self.choices:
            self._rows.addWidget(choice)
        self.same.setText(self.tr("Sama: {isi}").format(isi=agreeing(pair.a, pair.b)))
        self.same.setVisible(bool(agreeing(pair.a, pair.b)))
        self.result.setText(
            self.tr("Hasil: {a}, pengusul {pengusul}").format(
                a=pair.a.label, pengusul=gabung_pengusul(pair.a.pengusul, pair.b.pengusul) or "-"
            )
        )
        self.scored.setText(
            self.tr("{b} sudah dinilai. Setelah digabung nilainya tidak dihitung lagi; nilai {a} tetap.").format(
                a=pair.a.label, b=pair.b.label
            )
        )
        self.scored.setVisible(scored)

    def count(self, pair: Pasangan, n: int, every: int) -> None:
        """``Pasangan 1 dari 3. Mirip: ...``"""
        self.which.setText(
            self.tr("Pasangan {n} dari {semua}. {tingkat}").format(n=n, semua=every, tingkat=certainty(pair.kemiripan))
        )

    @property
    def fields(self) -> dict[str, QPushButton]:
        """The buttons of every row, by what they choose."""
        return {
            f"{'.'.join(choice.taken())}.{side}": button
            for choice in self.choices
            for side, button in enumerate(choice.buttons)
        }

    def taken(self) -> dict[str, Any]:
        """The chosen fields of all rows."""
        return {name: value for choice in self.choices for name, value in choice.taken().items()}

    def clear(self) -> None:
        """No rows."""
        for choice in self.choices:
            self._rows.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        self.choices = []

    def _lay_out(self) -> None:
        self._rows.setSpacing(8)
        buttons = FlowLayout(gap=8)
        for button in (self.merge_button, self.differ_button, self.later_button):
            buttons.add(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 12)
        inside.setSpacing(8)
        for label in (self.which, self.result, self.scored):
            inside.addWidget(label)
        inside.addLayout(buttons)
        inside.addWidget(self.sides)
        inside.addLayout(self._rows)
        inside.addWidget(self.same)
