"""What takes its time and is not on the first picture of a page: done just after that, or when somebody needs it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """``act`` answers whether anything is different now. It is done once for each :meth:`put_off`."""

    def __init__(self, widget: QWidget, act: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._act = act
        self._failed = False
        self.due = False
        """whether it is still to be done"""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.now)
        widget.installEventFilter(self)

    def put_off(self) -> None:
        """Do it once the widget has been painted."""
        self.due, self._failed = True, False

    def forget(self) -> None:
        """There is nothing to do any more."""
        self.due = False

    def now(self) -> bool:
        """Do it now if it is still to be done; True when something is different.

        What fails is still to be done when somebody needs it; no further picture begins it again.
        """
        if not self.due:
            return False
        self.due = False
        try:
            return self._act()
        except Exception:
            self.due = self._failed = True
            raise

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the widget is painted."""
        if self.due and not self._failed and event.type() == QEvent.Type.Paint:
            self._soon.start()
        return super().eventFilter(watched, event)
