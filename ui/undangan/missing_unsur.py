"""The unsur without anybody invited, in red above the letters; the letters may be printed all the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.buttons import push
from ui.fields import FlowLayout
from ui.shortened import listed
from ui.theme import look, quiet


class MissingUnsur(QWidget):
    """Hidden while every wanted unsur is invited."""

    targets_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.button = quiet(push(self.tr("Lihat target unsur"), self.targets_wanted.emit))
        flow = FlowLayout(self, gap=8, centred=True)
        flow.add(self.words, stretch=1, letters=30)
        flow.add(self.button)
        look(self.words, "salah")

    def show_missing(self, unsur: Sequence[str]) -> None:
        """Name those of whom nobody is invited."""
        text = self.tr("Belum ada undangan untuk: {unsur}. Surat tetap dapat dicetak.")
        self.words.setText(text.format(unsur=listed(tuple(unsur), 6)))
        self.words.setToolTip(", ".join(unsur))
        self.setVisible(bool(unsur))
