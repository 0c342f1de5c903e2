"""The row above the score sheet: whose sheet it is, and what it still lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.fields import ChoiceBox, FlowLayout
from ui.prioritas.model import ScoreSheet


class ScoreTools(QWidget):
    """Choice of the group, jump to the first empty cell, and the question why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = ChoiceBox(self.tr("Kelompok yang menilai"))
        self.progress = QPushButton()
        self.explain_button = QPushButton(self.tr("Kenapa urutan ini?"))
        self.explain_button.setToolTip(self.tr("Ctrl+E"))
        tools = FlowLayout(self, gap=8)
        tools.add(self.group, 0, 34)
        tools.add(self.progress)
        tools.add(self.explain_button)

    def show_sheet(self, sheet: ScoreSheet) -> None:
        """Count what is missing, for every group."""
        self.group.set_items([(item.id, self._group_text(sheet, item.id, item.nama)) for item in sheet.aturan.kelompok])
        self.group.fill(sheet.kelompok)
        left = sheet.missing_in(sheet.kelompok)
        self.progress.setText(self.tr("Kurang {n} isian").format(n=left) if left else self.tr("Kelompok ini lengkap"))
        self.progress.setEnabled(bool(left))
        self.progress.setToolTip(
            self.tr("Ke sel kosong pertama") if left else self.tr("Tidak ada sel kosong di kelompok ini")
        )

    def show_scoring(self, *, scoring: bool) -> None:
        """The group matters for its sheet only, not for the ranking."""
        self.group.setVisible(scoring)
        self.progress.setVisible(scoring)

    def _group_text(self, sheet: ScoreSheet, kelompok: str, nama: str) -> str:
        left = sheet.missing_in(kelompok)
        if left:
            return self.tr("{nama}: kurang {n}").format(nama=nama, n=left)
        return self.tr("{nama}: lengkap").format(nama=nama)
