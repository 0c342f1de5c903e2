"""Buttons that Enter presses too, and rows that are one large button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import look


def push(
    text: str, run: Callable[[], object], picture: str = "", tip: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button; ``tip`` also names its key."""
    button = QPushButton(text, parent)
    button.setAutoDefault(True)
    button.setToolTip(tip)
    button.setAccessibleName(text.replace("&&", "&"))
    if picture:
        button.setIcon(icon(picture))
    button.clicked.connect(lambda _checked=False: run())
    return button


class RowButton(QPushButton):
    """A whole line that can be pressed: a mark, a title, and a quieter text that wraps."""

    def __init__(self, mark: QWidget, title: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        look(self, "tenang")
        words = QVBoxLayout()
        words.setSpacing(1)
        for text, name in ((title, "label"), (detail, "redup")):
            if text:
                label = QLabel(text, self)
                label.setWordWrap(True)
                look(label, name)
                words.addWidget(label)
        layout = self._inside = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 5)
        layout.setSpacing(12)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{title}. {detail}" if detail else title)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._inside.minimumSize()


class Badge(QWidget):
    """A round mark: a tick when done, else the number of the step; ``active`` colours its edge."""

    def __init__(self, number: int, *, done: bool, active: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._done, self._active = number, done, active
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.55)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        role, colours = QPalette.ColorRole, self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self.rect().adjusted(1, 1, -2, -2)
        strong = colours.color(role.Highlight)
        painter.setPen(QPen(strong if self._done or self._active else colours.color(role.Mid), 2))
        painter.setBrush(strong if self._done else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(circle)
        if self._done:
            side = round(circle.width() * 0.6)
            place = circle.center()
            picture = icon("centang", colours.color(role.HighlightedText).name())
            picture.paint(painter, place.x() - side // 2, place.y() - side // 2, side + 1, side + 1)
        else:
            painter.setPen(strong if self._active else colours.color(role.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class Mark(QLabel):
    """An icon as high as the letters beside it."""

    def __init__(self, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = round(self.fontMetrics().height() * 1.2)
        self.setPixmap(icon(picture).pixmap(side, side))
