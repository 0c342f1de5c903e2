"""The list of the agreement with its own keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from musrenbang_desktop.domain.kesepakatan import KELUARAN
from ui.fields import TableView

_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class AgreementView(TableView):
    """Alt+Up and Alt+Down move, Alt+Left, Alt+Right and 1 2 3 set the output of the chosen rows."""

    moved = Signal(int)
    """-1 up, 1 down"""
    decided = Signal(str)
    """an output for the chosen rows"""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen(self) -> list[str]:
        """The ids of the selected rows, in their order."""
        places = sorted({index.row() for index in self.selectedIndexes()})
        return [self.rows().id_of_row(place) for place in places]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if alt and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif alt and key in _TURNS and self.current() is not None:
            place = KELUARAN.index(self.current().butir.keluaran) + _TURNS[key]
            if 0 <= place < len(KELUARAN):
                self.decided.emit(KELUARAN[place])
        elif plain and key in _DIGITS and self.current() is not None:
            self.decided.emit(KELUARAN[_DIGITS[key]])
        else:
            super().keyPressEvent(event)
