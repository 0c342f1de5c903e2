"""The pages of the seven steps are built while nobody works, one at a time, so that a first opening only reads.

Only the first page of each step: all of them together would cost a small laptop too much memory
(docs/performance.md counts both).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.background import Background
from ui.pages import PageSpec
from ui.shell.page_stack import PageStack

log = logging.getLogger(__name__)

QUIET_MS = 1500
"""So long nobody has pressed anything, and no job runs."""
PAUSE_MS = 250
"""Between two pages; a key that is pressed meanwhile begins the quiet anew."""

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class PagesAhead(QObject):
    """Builds what is missing in quiet moments; ends by itself, or when the window is closed."""

    finished = Signal()

    def __init__(self, window: QWidget, stack: PageStack, background: Background) -> None:
        super().__init__(window)
        self._window, self._stack, self._background = window, stack, background
        self._refused: set[str] = set()
        self._seen = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take_turn)

    def begin(self) -> None:
        """Once, when what pages are made of is loaded."""
        if self._window.isVisible():
            self._window.windowHandle().installEventFilter(self)  # every key and click comes here, and little else
            self._timer.start(QUIET_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody works: the quiet begins anew."""
        if event.type() in _ACTS and self._timer.isActive():
            self._timer.start(QUIET_MS)
        return super().eventFilter(watched, event)

    def _take_turn(self) -> None:
        if not self._window.isVisible():
            self._end()
        elif not self._quiet():
            self._timer.start(QUIET_MS)
        elif left := self._left():
            self._build(left[0])
            self._timer.start(PAUSE_MS)
        else:
            self._end()

    def _quiet(self) -> bool:
        """Nothing runs, nothing is asked, and the page in front is the one of the last turn."""
        before, self._seen = self._seen, self._stack.current_key
        asking = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return not self._background.busy and asking is None and before == self._seen

    def _left(self) -> list[str]:
        pages = first_of_steps(self._stack.specs, self._stack.current_key)
        return [key for key in pages if not self._stack.has(key) and key not in self._refused]

    def _build(self, key: str) -> None:
        try:
            self._stack.build_ahead(key).build_more()
        except Exception:  # whoever opens the page is told
            self._refused.add(key)
            log.warning("not built ahead: %s", key, exc_info=True)

    def _end(self) -> None:
        self._window.windowHandle().removeEventFilter(self)
        self.finished.emit()


def first_of_steps(specs: Sequence[PageSpec], current: str) -> list[str]:
    """The pages that the steps open with; those of the steps after the one of ``current`` come first."""
    first = {spec.step: spec.key for spec in reversed(specs) if spec.step}
    here = next((spec.step for spec in specs if spec.key == current), 0)
    return [first[step] for step in sorted(first, key=lambda step: (step <= here, step))]
