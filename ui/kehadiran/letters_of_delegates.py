"""Number and day of the letters that the delegates carry: the decree that names them, and their mandate."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.surat import JenisSurat, Surat
from ui.fields import FieldRow, FlowLayout, LineField
from ui.siapkan.tanggal_edit import TanggalEdit


class LettersOfDelegates(QWidget):
    """``stated`` carries the letter, the name of the field and what was typed."""

    stated = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        later = self.tr("titik-titik bila kosong")
        self.rows: dict[tuple[JenisSurat, str], FieldRow] = {
            ("sk_delegasi", "nomor_surat"): FieldRow(self.tr("Nomor SK delegasi"), LineField(placeholder=later)),
            ("sk_delegasi", "tanggal_surat"): FieldRow(self.tr("Tanggal SK delegasi"), TanggalEdit()),
            ("mandat", "nomor_surat"): FieldRow(self.tr("Nomor surat mandat"), LineField(placeholder=later)),
        }
        line = FlowLayout(gap=10)
        for (letter, name), row in self.rows.items():
            row.committed.connect(lambda text, key=(letter, name): self.stated.emit(*key, str(text)))
            line.add(row, 1, 18)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)

    def show_letters(self, letters: Mapping[JenisSurat, Surat]) -> None:
        """What was typed; a field with the cursor is left alone."""
        for (letter, name), row in self.rows.items():
            if isinstance(row.field, LineField) and not row.field.hasFocus():
                row.field.fill(getattr(letters[letter], name))
