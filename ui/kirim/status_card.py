"""How things stand with the kabupaten, in one large sentence, and the one button that fits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ui.fields import FlowLayout
from ui.kirim.sender import State
from ui.panels import Card
from ui.theme import look, primary, quiet


class StatusCard(Card):
    """Ready, sending, waiting, done, or stopped by a problem."""

    send_wanted = Signal()
    cancel_wanted = Signal()
    ticket_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setVisible(True)
        self.heading.setWordWrap(True)
        self.detail = QLabel(self)
        self.detail.setWordWrap(True)
        self.server = QLabel(self)
        self.server.setWordWrap(True)
        look(self.server, "redup")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan pengiriman"))
        self.send = primary(QPushButton(self))
        self.send.setToolTip(self.tr("Kirim sekarang (Ctrl+Enter)"))
        self.cancel = QPushButton(self.tr("Batal"), self)
        self.ticket = quiet(QPushButton(self.tr("Ganti tiket"), self))
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=8)
        for button in (self.send, self.cancel, self.ticket):
            flow.add(button)
        for widget in (self.detail, self.progress, self.server, buttons):
            self.body.addWidget(widget)
        self.send.clicked.connect(self.send_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.ticket.clicked.connect(self.ticket_wanted)

    def show_server(self, text: str) -> None:
        """Who is spoken to, and when for the last time."""
        self.server.setText(text)

    def show_state(self, state: State, perubahan: int, usulan: int, *, latihan: bool) -> None:
        """Show one state; ``perubahan`` and ``usulan`` wait to be sent."""
        title, detail, tone = self._words(state, perubahan, usulan, latihan=latihan)
        self.heading.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        look(self.detail, tone)
        self.progress.setVisible(state.stage == "mengirim")
        self.progress.setRange(0, state.dari)
        self.progress.setValue(state.terkirim)
        self.send.setText(self._button(state, perubahan))
        self.send.setVisible(state.stage != "mengirim" and not latihan)
        self.cancel.setVisible(state.busy)
        self.ticket.setVisible(state.stage in ("diam", "gagal") and not latihan)
        self.server.setVisible(not state.busy)

    def _words(self, state: State, perubahan: int, usulan: int, *, latihan: bool) -> tuple[str, str, str]:
        """Title, line below it, and its look."""
        if latihan:
            return (
                self.tr("Forum latihan tidak dikirim"),
                self.tr("Latihan tidak menjadi usulan di kabupaten. Kirim dari jendela dan forum yang sebenarnya."),
                "",
            )
        if state.stage == "mengirim":
            count = self.tr("{n} dari {m} perubahan sudah diterima.").format(n=state.terkirim, m=state.dari)
            return self.tr("Sedang mengirim…"), count if state.dari else self.tr("Menanyakan kabar terbaru."), "redup"
        if state.stage == "menunggu":
            return self.tr("Dicoba lagi dalam {n} detik").format(n=state.detik), state.kalimat, "awas"
        if state.stage == "gagal":
            return self.tr("Belum terkirim"), state.kalimat, "awas"
        if state.stage == "selesai":
            title = self.tr("Sudah sampai di kabupaten") if state.terkirim else self.tr("Kabar terbaru sudah diambil")
            return title, self._outcome(state), "awas" if state.cocok is False else "baik"
        if not perubahan:
            return self.tr("Tidak ada yang perlu dikirim"), self.tr("Semua perubahan sudah di kabupaten."), "redup"
        ready = self.tr("Siap dikirim: {n} perubahan").format(n=ribuan(perubahan))
        return ready, self.tr("Di dalamnya {n} usulan baru.").format(n=usulan) if usulan else "", "redup"

    def _outcome(self, state: State) -> str:
        if state.cocok is False:
            return self.tr(
                "Catatan di kabupaten belum sama dengan di laptop ini. Semua data aman. "
                "Kirim sekali lagi; bila tetap begini, hubungi petugas kabupaten."
            )
        parts = [
            self.tr("{n} perubahan terkirim").format(n=ribuan(state.terkirim)) if state.terkirim else "",
            self.tr("{n} usulan mendapat bukti terima").format(n=state.bukti) if state.bukti else "",
            self.tr("{n} jawaban baru").format(n=state.jawaban) if state.jawaban else "",
        ]
        told = ", ".join(part for part in parts if part)
        return told + "." if told else self.tr("Tidak ada kabar baru.")

    def _button(self, state: State, perubahan: int) -> str:
        if state.stage == "menunggu":
            return self.tr("Coba sekarang")
        if state.stage == "gagal":
            return self.tr("Coba lagi")
        return self.tr("Kirim sekarang") if perubahan else self.tr("Periksa jawaban")


def ribuan(number: int) -> str:
    """``1.250``."""
    return f"{number:,}".replace(",", ".")
