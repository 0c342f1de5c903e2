"""Koreksi printer: how far a printout is moved, as the operator measured it on the test sheet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import FieldRow, FlowLayout, LineField

#: A printer that is further off than this needs another paper, not a correction.
MOST_MM = 15.0


class Correction(QWidget):
    """Two fields in millimetres: to the right and down, negative for the other way."""

    changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.right = LineField(self.tr("Geser ke kanan (mm)"), parse=parse_mm, show=show_mm)
        self.down = LineField(self.tr("Geser ke bawah (mm)"), parse=parse_mm, show=show_mm)
        title = QLabel(self.tr("Koreksi printer: dipakai untuk semua cetakan berikutnya."), self)
        title.setWordWrap(True)
        fields = QWidget(self)
        layout = FlowLayout(fields)
        layout.add(FieldRow(self.tr("Geser ke kanan (mm)"), self.right), stretch=1, letters=14)
        layout.add(FieldRow(self.tr("Geser ke bawah (mm)"), self.down), stretch=1, letters=14)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(title)
        whole.addWidget(fields)
        for field in (self.right, self.down):
            field.committed.connect(lambda _value: self._tell())

    def fill(self, shift: tuple[float, float]) -> None:
        """Show what is kept for a printer."""
        for field, value in zip((self.right, self.down), shift, strict=True):
            field.fill(value)

    def _tell(self) -> None:
        try:
            self.changed.emit(self.right.value(), self.down.value())
        except RuleBroken:
            return


def parse_mm(text: str) -> float:
    """``-2,5`` as -2.5; nothing is 0. Raises RuleBroken("geser", "bukan_angka")."""
    words = text.replace("\u2212", "-").replace(",", ".").removesuffix("mm").strip()
    try:
        value = float(words or 0)
    except ValueError:
        raise RuleBroken("geser", "bukan_angka", text) from None
    if not abs(value) <= MOST_MM:
        raise RuleBroken("geser", "bukan_angka", text)
    return value


def show_mm(value: float | str) -> str:
    """``-2,5``; nothing for no shift."""
    return f"{float(value):g}".replace(".", ",") if value else ""
