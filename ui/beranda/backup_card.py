"""On the first page: how old the last titik simpan is, and a press for a new one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.buttons import Mark, RowButton
from ui.panels import Card, clear_layout
from ui.say import Say

if TYPE_CHECKING:
    from musrenbang_desktop.services.cadangan import TitikSimpan


class BackupCard(Card):
    """Copies are also made by themselves, so its line is read whenever the page is shown."""

    def __init__(self, services: Layanan, say: Say, background: Background, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Cadangan"))
        self.heading.show()
        self._services, self._say, self._background = services, say, background

    def show_line(self) -> None:
        """Read again."""
        copies = self._services.cadangan.daftar()
        clear_layout(self.body, keep=1)
        text = self.tr("Belum ada titik simpan. Tekan untuk membuatnya.")
        if copies:
            text = self.tr("Titik simpan terakhir {kapan}").format(kapan=self._age(copies[0].jam))
        row = RowButton(Mark("flashdisk"), text, self.tr("Tekan untuk membuat yang baru (Ctrl+S)") if copies else "")
        row.clicked.connect(lambda _checked=False: self.make_copy())
        self.body.addWidget(row)

    def make_copy(self) -> None:
        """A titik simpan now."""
        self._background.run(
            lambda _control: self._services.cadangan.buat(),
            self._copied,
            label=self.tr("Membuat titik simpan"),
        )

    def _copied(self, copy: TitikSimpan) -> None:
        self.show_line()
        if copy.tanpa:
            from ui.copies import without_files  # hardly ever needed, and this page is the first that is painted

            self._say.warning(without_files(copy.tanpa))

    def _age(self, made: datetime) -> str:
        now = datetime.now().astimezone()
        minutes = int((now - made.astimezone()).total_seconds() // 60)
        if minutes < 1:
            return self.tr("baru saja")
        if minutes < 60:
            return self.tr("{n} menit lalu").format(n=minutes)
        if minutes < 24 * 60:
            return self.tr("{n} jam lalu").format(n=minutes // 60)
        return self.tr("{n} hari lalu").format(n=minutes // (24 * 60))
