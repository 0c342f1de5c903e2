"""How many pairs of usulan may be the same is counted a little at a time, while the page is drawn and nobody waits."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer

from ui.forum_page import ForumPage
from ui.usulan.alike_hint import AlikeHint

QUIET_MS = 300
"""After the page was read: who opened it is about to look or to type."""
PAUSE_MS = 20
"""Between two steps; a key that is pressed comes first."""
STEP_SECONDS = 0.015


class AlikeCount(QObject):
    """Goes on while ``page`` is in sight: a step would come between the operator and the page that is opened next."""

    def __init__(self, page: ForumPage, hint: AlikeHint) -> None:
        super().__init__(page)
        self._page, self._hint = page, hint
        self._pairs_told = self._done = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)
        page.installEventFilter(self)

    def begin(self) -> None:
        """Count anew when nothing else waits."""
        self._pairs_told = self._done = False
        self._timer.start(QUIET_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page is back: what was left is counted."""
        if event.type() == QEvent.Type.Show and not self._done:
            self._timer.start(QUIET_MS)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        if not self._page.has_forum or not self._page.isVisible():
            return
        self._done = self._step()
        if not self._done:
            self._timer.start(PAUSE_MS)

    def _step(self) -> bool:
        """One step of what is left: the pairs of this forum and with villages nearby, then what waits since earlier
        years. True at the end.
        """
        services = self._page.services
        if self._pairs_told:
            return services.tahun_lalu.siapkan(STEP_SECONDS)
        if services.ganda.lanjutkan(STEP_SECONDS) and services.antardesa.lanjutkan(STEP_SECONDS):
            self._hint.show_pairs(len(services.ganda.pasangan()) + len(services.antardesa.pasangan()))
            self._pairs_told = True
        return False
