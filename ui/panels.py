"""Layouts that follow the letters: parts side by side while there is room, below each other when there is not."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import look


class _Arranged(QWidget):
    """Puts its parts in order again whenever its room or its letters change."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        raise NotImplementedError


class SideBySide(_Arranged):
    """A main part and a smaller one; the smaller one goes below when ``least`` letters no longer fit in a line."""

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        least: int = 100,
        shares: tuple[int, int] = (5, 3),
        parent: QWidget | None = None,
    ) -> None:
        """``shares``: how the room is shared out; 0 takes what it wants and no more."""
        super().__init__(parent)
        self._least = least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._layout.addWidget(main, shares[0])
        self._layout.addWidget(side, shares[1])

    def _arrange(self) -> None:
        narrow = self.width() < self._least * self.fontMetrics().averageCharWidth()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._layout.direction():
            self._layout.setDirection(way)


class FieldGrid(_Arranged):
    """Fields in as many columns as fit, each at least ``letters`` wide; a field may ask for several columns."""

    def __init__(self, letters: int, *, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._most, self._columns = letters, most, 0
        self._parts: list[tuple[QWidget, int]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)

    def add(self, widget: QWidget, span: int = 1) -> None:
        """One more field, ``span`` columns wide where there are that many."""
        self._parts.append((widget, span))
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        wide = self._letters * self.fontMetrics().averageCharWidth()
        columns = max(1, min(self._most, (self.width() + 12) // (wide + 12)))
        if columns == self._columns:
            return
        for place in range(max(columns, self._columns)):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
        self._columns = columns
        row = column = 0
        for widget, span in self._parts:
            wanted = min(span, columns)
            if column + wanted > columns:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, wanted, QtCore.Qt.AlignmentFlag.AlignTop)
            column += wanted


class Card(QFrame):
    """A quiet frame with a small title; ``body`` takes what belongs in it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(10)
        self.heading = QLabel(title, self)
        look(self.heading, "anak-judul")
        self.heading.setVisible(bool(title))
        self.body.addWidget(self.heading)


def clear_layout(layout: QBoxLayout, keep: int = 0) -> None:
    """Take all but the first ``keep`` widgets out of a layout."""
    while layout.count() > keep:
        item = layout.takeAt(keep)
        if item and (widget := item.widget()):
            widget.hide()
            widget.deleteLater()
