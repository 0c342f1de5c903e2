"""What is still missing of supporting files, said where the operator is about to leave the village."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import PushButton
from ui.fields import FlowLayout
from ui.plain_label import plain_label
from ui.theme import quiet


def missing_sentence(services: Layanan) -> str:
    """What is asked for before something is closed; nothing where every file is there."""
    said = services.berkas_kurang.jumlah().kalimat
    ask = QCoreApplication.translate(
        "FilesNote", "Mintalah sebelum hadirin pulang; mencetak dan mengirim tidak perlu menunggunya."
    )
    return f"{said} {ask}" if said else ""


def and_missing(text: str, services: Layanan) -> str:
    """``text`` and behind it what is still asked for."""
    return f"{text} {missing_sentence(services)}".strip()


class FilesNote(QWidget):
    """The sentence and the way to the list. Out of sight while nothing is missing; it holds nothing back."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = plain_label("awas", parent=self)
        self.button: QPushButton = quiet(PushButton(self.tr("Lihat berkas yang belum ada"), self))
        self.button.clicked.connect(lambda _checked=False: self.wanted.emit())
        row = FlowLayout(self, gap=8)
        row.add(self.words, 1, 30)
        row.add(self.button)
        self.hide()

    def show_missing(self, services: Layanan) -> None:
        """Count anew."""
        said = missing_sentence(services)
        self.words.setText(said)
        self.setVisible(bool(said))
