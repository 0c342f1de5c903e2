"""The code of a sealed result, in letters that can be read aloud from across the hall."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.services.segel import Tersegel
from ui.theme import look


class SealCard(QFrame):
    """Hidden until :meth:`show_seal` gets a seal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.head = QLabel(self)
        self.code = QLabel(self)
        self.note = QLabel(self.tr("Kode segel dibacakan dan ditulis tangan di notulen."), self)
        self.code.setAccessibleName(self.tr("Kode segel"))
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(2)
        for label, name in ((self.head, "baik"), (self.code, "kode-segel"), (self.note, "label")):
            label.setWordWrap(True)
            look(label, name)
            layout.addWidget(label)
        self.hide()

    def show_seal(self, sealed: Tersegel | None) -> None:
        """Show the code, or nothing while the result is not sealed."""
        self.setVisible(sealed is not None)
        if sealed is not None:
            hour = sealed.jam[11:16].replace(":", ".")
            self.head.setText(self.tr("Hasil disegel pukul {jam}. Bacakan kode ini:").format(jam=hour))
            self.code.setText(sealed.kode)
