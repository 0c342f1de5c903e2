"""The row of buttons above the list of invitations."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.buttons import push
from ui.fields import FlowLayout
from ui.theme import quiet


class ActRow(QWidget):
    """What can be done with the list, or with the people chosen in it; the page does it."""

    import_wanted = Signal()
    print_wanted = Signal()
    letter_toggled = Signal()
    """number, day and proof of the letters: shown or hidden, as its button says"""
    card_toggled = Signal()
    """the facts of the chosen person: shown or hidden, as its button says"""
    wa_wanted = Signal()
    merge_wanted = Signal()
    withdraw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.import_button = quiet(
            push(self.tr("Impor"), self.import_wanted.emit, "impor", self.tr("Dari Excel atau OpenSID (Ctrl+I)"))
        )
        self.print_button = quiet(
            push(self.tr("Cetak undangan"), self.print_wanted.emit, "cetak", self.tr("Surat dengan kode QR (Ctrl+P)"))
        )
        self.letter_button = quiet(push(self.tr("Surat dan bukti"), self.letter_toggled.emit))
        self.letter_button.setCheckable(True)
        tip = self.tr("Usia, disabilitas, dan kebutuhan akses")
        self.card_button = quiet(push(self.tr("Rincian orang"), self.card_toggled.emit, tip=tip))
        self.card_button.setCheckable(True)
        tip = self.tr("Daftar dan pesan untuk ditempel di WhatsApp")
        self.wa_button = quiet(push(self.tr("Salin daftar WA"), self.wa_wanted.emit, tip=tip))
        tip = self.tr("Jadikan dua baris yang dipilih satu orang (Ctrl+G)")
        self.merge_button = quiet(push(self.tr("Gabung"), self.merge_wanted.emit, tip=tip))
        tip = self.tr("Keluarkan orang yang dipilih dari undangan")
        self.withdraw_button = quiet(push(self.tr("Batalkan undangan"), self.withdraw_wanted.emit, tip=tip))
        row = FlowLayout(self, gap=8)
        for button in (
            self.import_button, self.print_button, self.letter_button, self.card_button, self.wa_button,
            self.merge_button, self.withdraw_button,
        ):  # fmt: skip
            row.add(button)

    def allow(self, chosen: int) -> None:
        """What so many chosen people allow."""
        self.withdraw_button.setEnabled(chosen > 0)
        self.merge_button.setEnabled(chosen == 2)
