"""Words to pick from by pressing them: which groups propose, whom it serves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.fields import FlowLayout
from ui.theme import look


class Tags(QWidget):
    """One button for each word; pressed ones are chosen. ``committed`` carries the chosen words, in their order."""

    committed = Signal(object)

    def __init__(self, title: str, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        name = QLabel(title, self)
        look(name, "label")
        flow = FlowLayout(gap=6)
        for word, text in words.items():
            button = self.buttons[word] = QPushButton(text, self)
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.setAccessibleName(f"{title}: {text}")
            button.clicked.connect(lambda _checked=False: self.committed.emit(self.value()))
            flow.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(name)
        layout.addLayout(flow)

    def value(self) -> tuple[str, ...]:
        """The chosen words."""
        return tuple(word for word, button in self.buttons.items() if button.isChecked())

    def fill(self, words: tuple[str, ...]) -> None:
        """Show what is recorded; never commits."""
        for word, button in self.buttons.items():
            button.setChecked(word in words)
