"""The one big box of the door: letters in, arrows choose, Enter is present."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.fields import LineField
from ui.kehadiran.letters import enlarge


class NameBox(LineField):
    """Tells every change of the letters at once, so that Enter always means what is on screen."""

    letters = Signal(str)
    moved = Signal(int)
    """one row up (-1) or down (+1)"""
    chosen = Signal()

    def __init__(self, accessible_name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, placeholder=placeholder, parent=parent)
        self.textChanged.connect(self.letters)
        enlarge(self, 1.9)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            enlarge(self, 1.9)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
