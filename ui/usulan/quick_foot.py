"""Below the fields of the quick line: what is told, the hint of a likeness, and the buttons, which keep their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

BESIDE_LETTERS = 80
"""With fewer letters in a line, the hint stands below the rest instead of between the words and the buttons."""


class QuickFoot(QWidget):
    """The hint comes and goes while somebody types; Enter by mouse must not meet another button than before."""

    def __init__(self, note: QWidget, hint: QWidget, buttons: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = hint
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(note, 1)
        first.addLayout(self._beside)
        for button in buttons:
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(8)
        self._below.addLayout(first)
        self._is_below = True
        self._below.addWidget(hint, 0, Qt.AlignmentFlag.AlignLeft)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._place_hint()

    def _place_hint(self) -> None:
        below = self.width() < BESIDE_LETTERS * self.fontMetrics().averageCharWidth()
        if below == self._is_below:
            return
        self._is_below = below
        (self._beside if below else self._below).removeWidget(self._hint)
        if below:
            self._below.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._beside.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignTop)
