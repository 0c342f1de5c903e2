"""The form that makes this laptop known to the kabupaten, once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ui.fields import FieldRow, LineField
from ui.panels import Card
from ui.theme import look, primary, quiet


class EnrolCard(Card):
    """Address and ticket, as on the letter of the kabupaten."""

    agreed = Signal(str, str)
    """address, ticket"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Daftarkan laptop ini ke kabupaten"))
        self.heading.setVisible(True)
        self.explanation = QLabel(
            self.tr(
                "Sekali saja. Alamat dan kode tiket ada di surat dari Bappeda atau kecamatan; satu tiket untuk satu "
                "laptop. Belum ada suratnya? Mintalah ke kecamatan. Sementara itu semua pekerjaan tetap bisa dilakukan."
            ),
            self,
        )
        self.explanation.setWordWrap(True)
        look(self.explanation, "redup")
        self.replaced = QLabel(self)
        self.replaced.setWordWrap(True)
        self.replaced.hide()
        self.address_field = LineField(placeholder=self.tr("misalnya musrenbang.kabupaten.go.id"))
        self.ticket_field = LineField(placeholder=self.tr("25 huruf dan angka"))
        self.address = FieldRow(self.tr("&Alamat kabupaten"), self.address_field)
        self.ticket = FieldRow(
            self.tr("&Kode tiket"),
            self.ticket_field,
            self.tr("Huruf besar atau kecil dan tanda hubung tidak jadi soal."),
        )
        self.go = primary(QPushButton(self.tr("Daftarkan"), self))
        self.leave = quiet(QPushButton(self.tr("Batal"), self))
        self.body.addWidget(self.explanation)
        self.body.addWidget(self.replaced)
        self.body.addWidget(self.address)
        self.body.addWidget(self.ticket)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.go.clicked.connect(self.agree)
        self.leave.clicked.connect(self.closed)
        self.ticket_field.returnPressed.connect(self.agree)
        self.address_field.returnPressed.connect(self.ticket_field.setFocus)

    def offer(self, address: str, *, again: bool) -> None:
        """Open; ``again`` when the laptop is enrolled already and another ticket takes its place."""
        self.leave.setVisible(again)
        if address and not self.address_field.text():
            self.address_field.fill(address)

    def show_replaced(self, tags: Sequence[str]) -> None:
        """This laptop goes on with the data of others: say what to ask the kabupaten for."""
        self.replaced.setVisible(bool(tags))
        if tags:
            self.replaced.setText(
                self.tr(
                    "Laptop ini meneruskan data laptop lain. Mintalah <b>tiket pengganti untuk laptop {tanda}</b>; "
                    "dengan itu catatan laptop lama yang belum terkirim ikut terkirim."
                ).format(tanda=tags[-1])
            )

    def take_focus(self) -> None:
        """Put the cursor on the first empty field."""
        (self.ticket_field if self.address_field.text().strip() else self.address_field).setFocus()

    def agree(self) -> None:
        """Ask for the card, once both fields are filled."""
        for row, field, missing in (
            (self.address, self.address_field, self.tr("Tulis dulu alamat kabupaten dari suratnya.")),
            (self.ticket, self.ticket_field, self.tr("Tulis dulu kode tiket dari surat kabupaten.")),
        ):
            row.clear_error()
            if not field.text().strip():
                row.show_error(missing)
                return
        self.agreed.emit(self.address_field.text().strip(), self.ticket_field.text().strip())

    def show_busy(self, *, busy: bool) -> None:
        """Nothing can be pressed twice while the server is asked."""
        self.go.setEnabled(not busy)
        self.go.setText(self.tr("Menghubungi kabupaten…") if busy else self.tr("Daftarkan"))

    def forget(self) -> None:
        """The ticket is used up."""
        self.ticket_field.fill("")
        self.ticket.clear_error()
        self.address.clear_error()
