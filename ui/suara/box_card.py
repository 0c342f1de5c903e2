"""The box of a group: who types, how many ballots were given out and came back unused, and whether it adds up."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.db.queries.suara import Kotak
from musrenbang_desktop.domain.suara import TERBANYAK, Neraca
from ui.fields import FieldRow, FlowLayout, LineField, NumberEdit
from ui.theme import look


class BoxCard(QFrame):
    """Four fields that record by themselves, and the balance in one sentence."""

    issued = Signal(object)
    """how many ballots, or None"""
    left_over = Signal(object)
    """how many unused, or None"""
    named = Signal(str, str)
    """the two who type"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.one = FieldRow(self.tr("Pencacah pertama"), LineField())
        self.two = FieldRow(self.tr("Pencacah kedua"), LineField())
        self.terbit = FieldRow(self.tr("Surat dibagikan"), NumberEdit(field="terbit", least=1, most=TERBANYAK))
        self.sisa = FieldRow(self.tr("Tidak dipakai"), NumberEdit(field="tidak_dipakai", most=TERBANYAK))
        self.balance = QLabel(self)
        self.balance.setWordWrap(True)
        fields = FlowLayout(gap=12)
        for row, stretch, letters in ((self.one, 1, 14), (self.two, 1, 14), (self.terbit, 0, 10), (self.sisa, 0, 10)):
            fields.add(row, stretch, letters)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        column.addLayout(fields)
        column.addWidget(self.balance)
        self.terbit.committed.connect(self.issued)
        self.sisa.committed.connect(self.left_over)
        for row in (self.one, self.two):
            row.committed.connect(lambda _name: self.named.emit(*self.names()))

    def names(self) -> tuple[str, str]:
        """The two who type, as they stand on screen."""
        return _line(self.one).text().strip(), _line(self.two).text().strip()

    def show_box(self, box: Kotak, neraca: Neraca) -> None:
        """Show what is recorded."""
        for row, value in ((self.one, box.pencacah[0]), (self.two, box.pencacah[1])):
            if not row.field.hasFocus():
                _line(row).fill(value)
        for number, known in ((self.terbit, box.terbit), (self.sisa, box.tidak_dipakai)):
            if not number.field.hasFocus():
                _line(number).fill(known)
        for row in (self.one, self.two, self.terbit, self.sisa):
            row.setEnabled(not box.ditutup)
        self._write(neraca)

    def _write(self, neraca: Neraca) -> None:
        counted = self.tr("{sah} sah, {kosong} kosong, {rusak} rusak").format(
            sah=neraca.sah, kosong=neraca.kosong, rusak=neraca.rusak
        )
        if neraca.selisih is None:
            look(self.balance, "redup")
            self.balance.setText(
                self.tr("Diketik: {isi}. Isi jumlah yang dibagikan dan yang tidak dipakai.").format(isi=counted)
            )
            return
        look(self.balance, "awas" if neraca.selisih else "baik")
        words = self.tr("Dibagikan {terbit} = {isi}, {sisa} tidak dipakai").format(
            terbit=neraca.terbit, isi=counted, sisa=neraca.tidak_dipakai
        )
        if neraca.selisih > 0:
            words += self.tr("; {n} belum ketemu").format(n=neraca.selisih)
        elif neraca.selisih < 0:
            words += self.tr("; lebih {n}").format(n=-neraca.selisih)
        self.balance.setText(words + ".")


def _line(row: FieldRow) -> LineField:
    if not isinstance(row.field, LineField):
        raise TypeError(type(row.field))
    return row.field
