"""What stands in the way of closing, each one a button that goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.fields import FlowLayout
from ui.kesepakatan.model import Tempat
from ui.theme import look, quiet

MOST = 8


class MissingList(QFrame):
    """Hidden while nothing is missing."""

    wanted = Signal(str)
    """id of an usulan"""
    arrange_wanted = Signal()
    role_wanted = Signal(str)
    """a role of the team that nobody has yet"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        look(self.words, "awas")
        self.buttons: list[QPushButton] = []
        self.arrange = quiet(QPushButton(self.tr("Susun ulang dari skor"), self))
        self.arrange.clicked.connect(self.arrange_wanted)
        self._flow = FlowLayout(gap=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addLayout(self._flow)
        self.rest = QLabel(self)
        look(self.rest, "redup")
        self._flow.add(self.arrange)
        self._flow.add(self.rest)

    def show_missing(self, kurang: Sequence[Tempat], belum_ditempatkan: int, tim: Sequence[str] = ()) -> None:
        """List the usulan without a reason, those that the order does not hold yet, and the roles without a name."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [*map(self._role, tim), *(self._button(tempat) for tempat in kurang[:MOST])]
        for button in self.buttons:
            self._flow.add(button)
        self._flow.removeWidget(self.rest)
        self._flow.add(self.rest)
        self.rest.setText(self.tr("dan {n} lagi").format(n=len(kurang) - MOST))
        self.rest.setVisible(len(kurang) > MOST)
        lines = [self.tr("Tim belum lengkap.")] if tim else []
        if kurang:
            lines.append(self.tr("{n} usulan belum disepakati masih tanpa alasan:").format(n=len(kurang)))
        if belum_ditempatkan:
            lines.append(self.tr("{n} usulan berubah sesudah urutan disusun.").format(n=belum_ditempatkan))
        self.arrange.setVisible(bool(belum_ditempatkan))
        self.words.setText(" ".join(lines))
        self.setVisible(bool(lines))

    def _role(self, role: str) -> QPushButton:
        text = {"notulis": self.tr("Tulis notulis"), "saksi": self.tr("Tulis dua saksi")}[role]
        button = quiet(QPushButton(text, self))
        button.setAccessibleName(text)
        button.clicked.connect(lambda _checked=False: self.role_wanted.emit(role))
        return button

    def _button(self, tempat: Tempat) -> QPushButton:
        button = quiet(QPushButton(tempat.label, self))
        button.setToolTip(tempat.judul)
        button.setAccessibleName(self.tr("Tulis alasan {nomor} {judul}").format(nomor=tempat.label, judul=tempat.judul))
        button.clicked.connect(lambda _checked=False, record=tempat.id: self.wanted.emit(record))
        return button
