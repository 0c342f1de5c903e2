"""How many pairs of usulan may be the same is counted a little at a time, after the page is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from ui.forum_page import ForumPage
from ui.usulan.alike_hint import AlikeHint

_STEP_SECONDS = 0.02


class AlikeCount(QObject):
    """Goes on while the window of ``page`` is in sight, and stops with the page."""

    def __init__(self, page: ForumPage, hint: AlikeHint) -> None:
        super().__init__(page)
        self._page, self._hint = page, hint

    def begin(self) -> None:
        """Count anew when nothing else waits."""
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if not self._page.has_forum or not self._page.window().isVisible():
            return
        if self._page.services.ganda.lanjutkan(_STEP_SECONDS):
            self._hint.show_pairs(len(self._page.services.ganda.pasangan()))
            self._page.services.tahun_lalu.siapkan()
        else:
            self.begin()
