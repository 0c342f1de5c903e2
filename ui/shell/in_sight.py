"""What has the cursor is in sight, also where letters are large and a panel opens below the edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class InSight(QObject):
    """Scrolls to a field of ``whole`` that gets the cursor out of sight: Qt does so for the Tab key alone.

    What is seen in part stays where it is: a click must not move what it is on.
    """

    def __init__(self, whole: QWidget) -> None:
        super().__init__(whole)
        self._whole = whole
        self._soon = QTimer(self, singleShot=True, interval=0)  # a panel that opened just now has no place yet
        self._soon.timeout.connect(self._look)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._whole.isAncestorOf(now):
            self._soon.start()

    def _look(self) -> None:
        cursor: QWidget | None = self._whole.window().focusWidget()
        if cursor is None or not cursor.isVisible() or not cursor.visibleRegion().isEmpty():
            return
        room = cursor.fontMetrics().height()  # Qt brings the line that is typed into view, not the field around it
        above = cursor.parentWidget()
        while above is not None and self._whole.isAncestorOf(above):
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(cursor, 0, room)
            above = above.parentWidget()
