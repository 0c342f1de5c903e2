"""Above the keys: which copy is worked on, and the line that begins a new one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from ui.fields import ChoiceBox, FieldRow, FlowLayout
from ui.theme import primary


class CopyBar(QWidget):
    """The copy that is worked on and what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copies = ChoiceBox(self.tr("Salinan"))
        self.new_button = QPushButton(self.tr("Salinan baru"))
        self.undo_button = QPushButton(self.tr("Urungkan"))
        self.redo_button = QPushButton(self.tr("Ulangi"))
        self.save_button = primary(QPushButton(self.tr("Simpan untuk paket…")))
        row = FlowLayout(self, gap=8)
        row.add(self.copies, 1, 14)
        for button in (self.new_button, self.undo_button, self.redo_button, self.save_button):
            row.add(button)


class BeginLine(QFrame):
    """A shipped form, a name for its copy, or a copy from a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.below = ChoiceBox(self.tr("Salin dari"))
        self.name = QLineEdit()
        self.begin_button = QPushButton(self.tr("Buat salinan"))
        self.open_button = QPushButton(self.tr("Ambil dari berkas…"))
        row = FlowLayout(self, gap=10)
        row.add(FieldRow(self.tr("Salin dari"), self.below), 1, 36)
        row.add(FieldRow(self.tr("Nama salinan baru"), self.name), 1, 20)
        for button in (self.begin_button, self.open_button):
            row.add(button)
            row.setAlignment(button, Qt.AlignmentFlag.AlignBottom)
