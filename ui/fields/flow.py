"""A row of fields that breaks into several lines where the window is narrow or the letters are large."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

Line = tuple[list[tuple[QLayoutItem, int]], int]
"""The widgets of one line with their widths, and how high it is."""


class FlowLayout(QLayout):
    """Puts widgets side by side while each keeps the width it wants, then begins another line.

    ``add(widget, stretch, letters)``: ``letters`` is the least width in average letters, ``stretch`` the share of what
    is left of a line. All widgets of a line get the same height.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 12, *, centred: bool = False) -> None:
        """``centred``: the lines stand in the middle of a space that is higher than they need."""
        super().__init__(parent)
        self._centred = centred
        self._items: list[QLayoutItem] = []
        self._shares: list[tuple[int, int]] = []
        self._broken: dict[int, list[Line]] = {}
        self._heights: dict[int, int] = {}
        self._leasts: dict[int, int] = {}
        self._hint: QSize | None = None
        self._smallest: QSize | None = None
        self.setSpacing(gap)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def add(self, widget: QWidget, stretch: int = 0, letters: int = 0) -> None:
        """Add one widget at the end."""
        self._shares.append((stretch, letters))
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()
        if len(self._shares) < len(self._items):
            self._shares.append((0, 0))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._shares.pop(index)
        self._forget()
        return self._items.pop(index)

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        return QtCore.Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        known = self._heights.get(width)
        if known is None:
            heights = [tall for _, tall in self._lines(width)]
            known = self._heights[width] = sum(heights) + self.spacing() * max(0, len(heights) - 1)
        return known

    def sizeHint(self) -> QSize:
        if self._hint is None:
            self._hint = self._wanted()
        return QSize(self._hint)

    def _wanted(self) -> QSize:
        widest = sum(self._least(place) for place in range(len(self._items)))
        return QSize(widest + self.spacing() * max(0, len(self._items) - 1), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        if self._smallest is None:
            self._smallest = self._needed()
        return QSize(self._smallest)

    def _needed(self) -> QSize:
        widest = max((self._least(place) for place in range(len(self._items))), default=0)
        tallest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest, tallest)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        spare = max(0, rect.height() - self.heightForWidth(rect.width())) if self._centred else 0
        top = rect.y() + spare // 2
        for line, tall in self._lines(rect.width()):
            left = rect.x()
            for item, wide in line:
                item.setGeometry(QRect(left, top, wide, tall))
                left += wide + self.spacing()
            top += tall + self.spacing()

    def invalidate(self) -> None:
        """Qt calls this whenever a widget inside wants another size, comes or goes."""
        self._forget()
        super().invalidate()

    def _forget(self) -> None:
        """Qt asks for the same sizes many times over; they are counted once for each change."""
        self._broken, self._heights, self._leasts = {}, {}, {}
        self._hint = self._smallest = None

    def _lines(self, width: int) -> list[Line]:
        """The lines for this width; Qt asks several times for the same one."""
        if width not in self._broken:
            self._broken[width] = self._break(width)
        return self._broken[width]

    def _break(self, width: int) -> list[Line]:
        gap = self.spacing()
        lines: list[list[tuple[QLayoutItem, int, int]]] = [[]]
        used = 0
        for part in self._seen():
            line, least = lines[-1], part[1]
            if line and used + gap + least > width:
                line, used = [], 0
                lines.append(line)
            used += least + (gap if line else 0)
            line.append(part)
        return [self._spread(line, width, gap) for line in lines if line]

    def _spread(self, line: list[tuple[QLayoutItem, int, int]], width: int, gap: int) -> Line:
        left = width - sum(least for _, least, _ in line) - gap * (len(line) - 1)
        shares = sum(share for _, _, share in line) if left > 0 else 0
        given = [(item, min(width, least + (left * share // shares if shares else 0))) for item, least, share in line]
        return given, max(self._height(item, wide) for item, wide in given)

    def _seen(self) -> list[tuple[QLayoutItem, int, int]]:
        """What is in sight, each with the least width that it gets and its share of what is left."""
        return [
            (item, self._least(place), self._shares[place][0])
            for place, item in enumerate(self._items)
            if (widget := item.widget()) is None or not widget.isHidden()
        ]

    def _least(self, place: int) -> int:
        known = self._leasts.get(place)
        if known is None:
            known = self._leasts[place] = self._count_least(place)
        return known

    def _count_least(self, place: int) -> int:
        item, letters = self._items[place], self._shares[place][1]
        widget = item.widget()
        if letters and widget is not None:
            return max(item.minimumSize().width(), widget.fontMetrics().averageCharWidth() * letters)
        fixed = widget is not None and widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Ignored
        return item.minimumSize().width() if fixed else item.sizeHint().width()

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
