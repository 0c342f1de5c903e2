"""What can be brought back about people, and the way to forget it at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from musrenbang_desktop.services.ubahan_lokal import DIINGAT
from ui.attempt import attempt
from ui.buttons import push
from ui.page import Page
from ui.panels import Card
from ui.theme import look


class RememberedCard(Card):
    """Seen only while something is held. Telephone numbers and births are in no event: only here can they be undone."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.heading.setText(self.tr("Data pribadi yang diubah"))
        self.heading.show()
        self.words = QLabel()
        self.words.setWordWrap(True)
        look(self.words, "redup")
        self.forget_button = push(self.tr("Lupakan sekarang"), self._forget)
        for part in (self.words, self.forget_button):
            self.body.addWidget(part)
        self.hide()

    def read(self) -> None:
        """Show how much is held."""
        held = self._page.services.riwayat.diingat()
        self.setHidden(not held)
        self.words.setText(
            self.tr(
                "{n} perubahan kontak atau tanggal lahir masih dapat dikembalikan dengan Ctrl+Z, paling lama {hari} "
                "hari. Isinya hanya ada di laptop ini."
            ).format(n=held, hari=DIINGAT.days)
        )

    def _forget(self) -> None:
        page = self._page
        question = self.tr("Lupakan isi lama kontak dan tanggal lahir?")
        details = self.tr("Yang tercatat sekarang tetap. Yang sudah diubah atau dihapus tidak dapat dikembalikan lagi.")
        yes, no = self.tr("Lupakan"), self.tr("Jangan")
        if page.say.ask(question, yes=yes, no=no, details=details) and attempt(page, page.services.riwayat.lupakan):
            page.say.success(self.tr("Isi lama kontak dan tanggal lahir sudah dilupakan."))
