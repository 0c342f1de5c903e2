"""F1: one screen about the page, beside it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser


class HelpPanel(QFrame):
    """Help of the page in front, and the keys that work everywhere."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "bantuan")
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        look(self._title, "anak-judul")
        close = QToolButton(self)
        close.setIcon(icon("tutup"))
        close.setAccessibleName(self.tr("Tutup bantuan"))
        close.setToolTip(self.tr("Tutup bantuan (F1 atau Esc)"))
        look(close, "ikon")
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(18, 14, 10, 10)
        self._layout.addLayout(head)
        self.hide()

    @cached_property
    def text(self) -> QTextBrowser:
        """The words, once somebody has asked for help."""
        from PySide6.QtWidgets import QTextBrowser  # 1 ms of a start

        text = QTextBrowser(self)
        text.setAccessibleName(self.tr("Bantuan halaman ini"))
        text.setOpenLinks(False)
        self._layout.addWidget(text, 1)
        return text

    def show_help(self, title: str, text: str) -> None:
        """Open with the help of one page."""
        self._title.setText(self.tr("Bantuan: {halaman}").format(halaman=title))
        self.text.setHtml(text + self._keys())
        self.show()

    def fit(self, window_width: int, *, covers: bool) -> None:
        """About forty letters wide beside the page; all the room when it stands in for the page."""
        width = self.fontMetrics().averageCharWidth() * 46
        self.setMinimumWidth(1 if covers else min(width, window_width // 2))
        self.setMaximumWidth(window_width if covers else width)

    def _keys(self) -> str:
        keys = (
            ("Ctrl+1 … 7", self.tr("pergi ke langkah")),
            ("Ctrl+K", self.tr("cari apa saja")),
            ("Ctrl+F", self.tr("saring halaman ini")),
            ("Ctrl+H", self.tr("riwayat baris yang dipilih")),
            ("Ctrl+Shift+S", self.tr("simpan daftar ke Excel atau CSV")),
            ("Ctrl+C", self.tr("salin baris yang dipilih")),
            ("Alt+K", self.tr("kolom lain di tabel")),
            ("Ctrl+N", self.tr("baru")),
            ("Ctrl+Enter", self.tr("catat dan baru")),
            ("F2", self.tr("ubah sel tabel")),
            ("F4", self.tr("kalender di isian tanggal")),
            ("Ctrl+Z, Ctrl+Y", self.tr("urungkan, ulangi")),
            ("Ctrl+S", self.tr("titik simpan")),
            ("Ctrl+P", self.tr("cetak")),
            ("Ctrl+Shift+P", self.tr("cetak paket hari ini")),
            ("F5", self.tr("layar untuk hadirin")),
            ("F8", self.tr("bekukan layar, lanjutkan")),
            ("Ctrl + / Ctrl - / Ctrl 0", self.tr("besar huruf")),
            ("Esc", self.tr("kembali, tulisan tetap ada")),
        )
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in keys)
        return "<h4>{judul}</h4><table cellpadding='3'>{isi}</table>".format(judul=self.tr("Tombol"), isi=rows)
