"""What a page shows while there is nothing to show: what this is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import look, primary

FEW = 2
"""Buttons that stand side by side."""


class EmptyState(QWidget):
    """A picture, a sentence and up to a few buttons; the first one is the main one."""

    def __init__(
        self,
        picture: str,
        title: str,
        text: str = "",
        buttons: tuple[tuple[str, Callable[[], object]], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture_name = picture
        self._picture = QLabel(self)
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(1)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, name in ((title, "anak-judul"), (text, "redup")):
            label = QLabel(words, self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            look(label, name)
            label.setVisible(bool(words))
            layout.addWidget(label)
        layout.addLayout(self._button_row(buttons))
        layout.addStretch(2)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._draw()

    def _button_row(self, buttons: tuple[tuple[str, Callable[[], object]], ...]) -> QBoxLayout:
        """Side by side; more than two stand below each other, or large letters would push them out of sight."""
        row = QHBoxLayout() if len(buttons) <= FEW else QVBoxLayout()
        row.addStretch(1)
        for words, run in buttons:
            button = QPushButton(words, self)
            button.clicked.connect(lambda _checked=False, run=run: run())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter if len(buttons) > FEW else Qt.AlignmentFlag(0))
            self.buttons.append(button)
        row.addStretch(1)
        if self.buttons:
            primary(self.buttons[0])
        return row

    def _draw(self) -> None:
        side = self.fontMetrics().height() * 3
        colour = self.palette().placeholderText().color().name()
        self._picture.setPixmap(icon(self._picture_name, colour).pixmap(side, side))
