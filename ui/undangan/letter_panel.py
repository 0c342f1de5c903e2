"""Number and day of the letters, and the proof that one was handed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import CARA_SERAH
from ui.buttons import push
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.fields.waiting import belongs_to
from ui.plain_label import plain_label
from ui.siapkan.tanggal_edit import TanggalEdit
from ui.theme import look, primary


class LetterPanel(QFrame):
    """``stated`` carries facts of the letter for the forum; ``given`` the proof for the chosen people."""

    stated = Signal(dict)
    given = Signal(dict)
    printed = Signal()
    """all letters that were not printed yet are printed now"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.nomor = FieldRow(self.tr("Nomor surat"), LineField(placeholder="005/12/2026"))
        self.tanggal = FieldRow(self.tr("Tanggal surat"), TanggalEdit())
        self.nomor.committed.connect(lambda text: self.stated.emit({"nomor_undangan": text}))
        self.tanggal.committed.connect(lambda iso: self.stated.emit({"tanggal_undangan": iso}))
        self.who = plain_label("label", parent=self)
        self.serah_edit, self.cara_box = TanggalEdit(), ChoiceBox(editable=True)
        self.cara_box.set_items([("", ""), *((cara, cara) for cara in CARA_SERAH)])
        self.penerima_edit = LineField(placeholder=self.tr("sendiri, istri, …"))
        self.serah = FieldRow(self.tr("Diserahkan tanggal"), self.serah_edit, self.tr("Kosong berarti hari ini."))
        self.cara = FieldRow(self.tr("Cara"), self.cara_box)
        self.penerima = FieldRow(self.tr("Diterima oleh"), self.penerima_edit)
        self.give_button = primary(
            push(self.tr("Catat diserahkan"), self._give, tip=self.tr("Berlaku untuk semua baris yang dipilih"))
        )
        self.printed_button = push(
            self.tr("Semua sudah dicetak"), self.printed.emit, tip=self.tr("Yang masih belum menjadi dicetak")
        )
        for field in (self.serah_edit, self.cara_box, self.penerima_edit):  # waits for the button
            field.committed.connect(lambda _value, field=field: field.waiting.refuse(""))
        self.penerima_edit.returnPressed.connect(self._give)
        letter, proof = FlowLayout(gap=10), FlowLayout(gap=10)
        letter.add(self.nomor, 1, 16)
        letter.add(self.tanggal, 1, 20)
        letter.add(FieldRow(" ", self.printed_button))
        for row, letters in ((self.serah, 20), (self.cara, 16), (self.penerima, 16)):
            proof.add(row, 1, letters)
        proof.add(FieldRow(" ", self.give_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        layout.addLayout(letter)
        layout.addWidget(self.who)
        layout.addLayout(proof)

    def show_forum(self, forum: Forum) -> None:
        """What the letters say now."""
        for row, value in ((self.nomor, forum.nomor_undangan), (self.tanggal, forum.tanggal_undangan)):
            if isinstance(row.field, LineField) and not row.field.hasFocus():
                row.field.fill(value)

    def show_people(self, people: Sequence[Peserta]) -> None:
        """Whose letter the proof is about."""
        self.give_button.setEnabled(bool(people))
        whose = people[0].id if len(people) == 1 else ":".join(one.id for one in people[:2])
        for row in (self.serah, self.cara, self.penerima):
            belongs_to(row, whose)
        if not people:
            self.who.setText(self.tr("Pilih orangnya di daftar untuk mencatat penyerahan surat."))
            return
        first = people[0]
        self.who.setText(
            self.tr("Penyerahan surat {nama}").format(nama=first.nama)
            if len(people) == 1
            else self.tr("Penyerahan {n} surat yang dipilih").format(n=len(people))
        )
        if not any(field.hasFocus() for field in (self.serah_edit, self.cara_box, self.penerima_edit)):
            self.serah_edit.fill(first.tanggal_serah)
            self.cara_box.fill(first.cara_serah)
            self.penerima_edit.fill(first.penerima)

    def _give(self) -> None:
        try:
            day = self.serah_edit.value()
        except RuleBroken as broken:
            self.serah.show_error(broken)
            return
        self.serah.clear_error()
        self.given.emit(
            {
                "tanggal_serah": day,
                "cara_serah": str(self.cara_box.value() or ""),
                "penerima": self.penerima_edit.text().strip(),
            }
        )
