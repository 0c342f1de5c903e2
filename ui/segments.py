"""The parts of one page side by side, one of them in front."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from ui.fields import FlowLayout
from ui.theme import look


class Segments(QWidget):
    """A row of tabs; ``chosen`` carries the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parts: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = FlowLayout(self, gap=4)
        for key, text in parts:
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            look(button, "tab")
            self._group.addButton(button)
            self._buttons[key] = button
            layout.add(button)

    def mark(self, key: str) -> None:
        """Show which part is in front; tells nobody. Tab stops at that one, arrows reach the others."""
        self._buttons[key].setChecked(True)
        for other, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == key else Qt.FocusPolicy.ClickFocus)

    def button(self, key: str) -> QToolButton:
        """The button of one part."""
        return self._buttons[key]
