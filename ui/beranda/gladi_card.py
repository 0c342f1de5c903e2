"""On the first page, in the two weeks before the forum: how far the rehearsal is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import Mark, RowButton
from ui.panels import Card, clear_layout
from ui.siapkan.gladi_words import days_left

SECTION = "gladi"


class GladiCard(Card):
    """One line that opens the section. Made when the day is near, after the first picture."""

    def __init__(self, services: Layanan, go: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("Gladi bersih"))
        self.heading.show()
        self._services, self._go = services, go

    def show_state(self, *, wanted: bool) -> None:
        """Read again; out of sight where it is not ``wanted``."""
        clear_layout(self.body, keep=1)
        self.setVisible(wanted)
        if not wanted:
            return
        gladi = self._services.gladi
        items = gladi.daftar()
        done = sum(one.beres for one in items)
        ready = done == len(items)
        text = self.tr("{n} dari {semua} siap").format(n=done, semua=len(items))
        row = RowButton(Mark("sepakat" if ready else "peringatan", warning=not ready), text, days_left(gladi.hari()))
        row.clicked.connect(lambda _checked=False: self._go("siapkan", SECTION))
        self.body.addWidget(row)
