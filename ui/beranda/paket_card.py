"""On the first page: the close of the kabupaten's window, and how the usulan stand to its kamus and plans."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import Mark, RowButton
from ui.panels import Card, clear_layout


class PaketCard(Card):
    """Out of sight while the forum has no package, and nothing of one is loaded then."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Dari paket kabupaten"))
        self.heading.show()
        self._services = services
        self.hide()

    def lines(self) -> list[tuple[str, str, bool]]:
        """(sentence, page, whether it warns) of every line, the calendar first."""
        forum = self._services.forum.aktif()
        if forum is None or not forum.paket:
            return []
        from ui.siapkan.paket_words import calendar_line

        found = []
        line = self._services.kalender.forum()
        if line is not None:
            found.append((calendar_line(line), "siapkan", line.keadaan == "lewat" or line.hari < 7))
        differing = len(self._services.kamus.semua_selisih())
        if differing:
            found.append((self.tr("{n} usulan perlu dilihat lagi menurut kamus").format(n=differing), "usulan", True))
        hooked, standing = self._services.kamus.bagian_cantolan()
        if standing:
            text = self.tr("{n} dari {m} usulan bercantolan ke rencana").format(n=hooked, m=standing)
            found.append((text, "usulan", False))
        return found

    def show_lines(self, go: Callable[[str], object]) -> None:
        """Read again; ``go`` opens a page by its key."""
        found = self.lines()
        clear_layout(self.body, keep=1)
        self.setVisible(bool(found))
        for text, page, warns in found:
            row = RowButton(Mark("peringatan" if warns else "dokumen", warning=warns), text)
            row.clicked.connect(lambda _checked=False, page=page: go(page))
            self.body.addWidget(row)
