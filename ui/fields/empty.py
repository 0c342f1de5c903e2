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
    """A picture, a sentence and up to a few buttons; the first one is the main one.

    What is in it is made when it is first seen: most pages have several, and show none.
    """

    def __init__(
        self,
        picture: str,
        title: str,
        text: str = "",
        buttons: tuple[tuple[str, Callable[[], object]], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture_name, self._words = picture, ((title, "anak-judul"), (text, "redup"))
        self._acts = buttons
        self._picture: QLabel | None = None
        self._buttons: list[QPushButton] = []

    @property
    def buttons(self) -> list[QPushButton]:
        """Its buttons, in their order."""
        self._make()
        return self._buttons

    def event(self, event: QEvent) -> bool:
        """Qt dresses a widget when its page is about to be seen, a hidden one too."""
        if event.type() == QEvent.Type.Polish and not self.isHidden():
            self._make()
        return super().event(event)

    def setVisible(self, visible: bool) -> None:
        """Whoever shows it wants to see it whole."""
        if visible:
            self._make()
        super().setVisible(visible)

    def _make(self) -> None:
        if self._picture is not None:
            return
        self._picture = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(1)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for words, name in self._words:
            label = QLabel(words, self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            look(label, name)
            label.setVisible(bool(words))
            layout.addWidget(label)
        layout.addLayout(self._button_row(self._acts))
        layout.addStretch(2)
        self._draw(self._picture)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._picture is not None:
            self._draw(self._picture)

    def _button_row(self, buttons: tuple[tuple[str, Callable[[], object]], ...]) -> QBoxLayout:
        """Side by side; more than two stand below each other, or large letters would push them out of sight."""
        row = QHBoxLayout() if len(buttons) <= FEW else QVBoxLayout()
        row.addStretch(1)
        for words, run in buttons:
            button = QPushButton(words, self)
            button.setAutoDefault(True)  # Enter presses it, not only the space bar
            button.clicked.connect(lambda _checked=False, run=run: run())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter if len(buttons) > FEW else Qt.AlignmentFlag(0))
            self._buttons.append(button)
        row.addStretch(1)
        if self._buttons:
            primary(self._buttons[0])
        return row

    def _draw(self, place: QLabel) -> None:
        side = self.fontMetrics().height() * 3
        colour = self.palette().placeholderText().color().name()
        place.setPixmap(icon(self._picture_name, colour).pixmap(side, side))
