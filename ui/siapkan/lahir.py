"""Place and date of birth of the people of the team, one field each, for the annex of their decree."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from ui.fields import FieldRow, FlowLayout, LineField
from ui.panels import Card
from ui.theme import look


class LahirCard(Card):
    """``changed`` carries a name and what was typed for it."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.heading.setText(self.tr("Tempat dan tanggal lahir tim, bila diminta"))
        self.heading.show()
        note = QLabel(
            self.tr(
                "Hanya tercetak di lampiran surat keputusan tim. Tidak dikirim dan tidak ikut dalam daftar mana pun. "
                "Yang kosong diisi dengan tangan di kertas."
            )
        )
        note.setWordWrap(True)
        look(note, "redup")
        self.body.addWidget(note)
        self.rows: dict[str, FieldRow] = {}
        self._flow = FlowLayout(gap=12)
        self.body.addLayout(self._flow)

    def fill(self, people: Sequence[tuple[str, str]]) -> None:
        """Show the people of the team; never records. What is being typed stays, also that of a name that stays."""
        names = [name for name, _ in people]
        for name in [one for one in self.rows if one not in names]:
            self._drop(self.rows.pop(name))
        for name, born in people:
            row = self.rows.get(name) or self._add(name)
            field = row.field
            if isinstance(field, LineField) and not (field.hasFocus() and field.isModified()) and not row.unrecorded:
                field.fill(born)
                row.clear_error()
        self.setVisible(bool(names))

    def _add(self, name: str) -> FieldRow:
        field = LineField(
            self.tr("Tempat dan tanggal lahir {nama}").format(nama=name),
            placeholder=self.tr("Kota, tanggal bulan tahun"),
        )
        row = self.rows[name] = FieldRow(name, field)
        row.committed.connect(lambda value: self.changed.emit(name, value))
        self._flow.add(row, stretch=1, letters=26)
        return row

    def _drop(self, row: FieldRow) -> None:
        self._flow.removeWidget(row)
        row.hide()
        row.deleteLater()
