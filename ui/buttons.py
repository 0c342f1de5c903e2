"""Buttons that Enter presses too, and rows that are one large button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.colours import colours
from ui.icons import icon
from ui.theme import look, set_by_name


class PushButton(QPushButton):
    """Enter presses it too, and its icon grows with the letters."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_icon()

    def _fit_icon(self) -> None:
        side = self.fontMetrics().height()
        if self.iconSize().width() != side:
            self.setIconSize(QSize(side, side))


def push(
    text: str, run: Callable[[], object], picture: str = "", tip: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button; ``tip`` also names its key."""
    button = PushButton(text, parent)
    button.setToolTip(tip)
    button.setAccessibleName(text.replace("&&", "&"))
    if picture:
        button.setIcon(icon(picture))
    button.clicked.connect(lambda _checked=False: run())
    return button


class RowButton(QPushButton):
    """A whole line that can be pressed: a mark, a title, and a quieter text that wraps.

    The text stands beside a title of ``title_letters``, or below it when there is no such width.
    """

    def __init__(
        self, mark: QWidget, title: str, detail: str = "", *, title_letters: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._letters = title_letters
        self._title = self._label(title, "label" if detail else "")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look(self, "tenang")
        words = QHBoxLayout() if title_letters else QVBoxLayout()
        words.setSpacing(10 if title_letters else 1)
        words.addWidget(self._title)
        if detail:
            words.addWidget(self._label(detail, "redup"), 1)
        layout = self._inside = QHBoxLayout(self)
        layout.setContentsMargins(8, 3, 8, 3)
        layout.setSpacing(12)
        layout.addWidget(mark)
        layout.addLayout(words, 1)
        self.setAccessibleName(f"{title}. {detail}" if detail else title)
        self._fit()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        if self._letters:
            self._title.setFixedWidth(self.fontMetrics().averageCharWidth() * self._letters)

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        set_by_name(label, textInteractionFlags="NoTextInteraction")  # a press on the words is one on the row
        if name:
            look(label, name)
        return label


class _Picture(QLabel):
    """A label that is drawn anew with other letters or colours."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._draw()

    def _draw(self) -> None:
        raise NotImplementedError


class Badge(_Picture):
    """A round mark: a tick when done, else the number of the step; ``active`` colours its edge."""

    def __init__(self, number: int, *, done: bool, active: bool, parent: QWidget | None = None) -> None:
        super().__init__("" if done else str(number), parent)
        self._done = done
        set_by_name(self, alignment="AlignCenter")
        look(self, "tanda-selesai" if done else "tanda-berjalan" if active else "tanda")
        self._draw()

    def _draw(self) -> None:
        if self._done:
            tick = round(self.fontMetrics().height() * 0.93)
            colour = self.palette().color(QPalette.ColorRole.HighlightedText).name()
            self.setPixmap(icon("centang", colour).pixmap(tick, tick))


class Mark(_Picture):
    """An icon as high as the letters beside it; ``warning`` in the colour of warnings."""

    def __init__(self, picture: str, *, warning: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._warning = picture, warning
        self._draw()

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 1.2)
        colour = colours().warning if self._warning else ""
        self.setPixmap(icon(self._picture, colour).pixmap(side, side))
