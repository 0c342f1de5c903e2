"""A drop-down box whose list is made when somebody works with it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QStyle, QStyleOptionComboBox, QStylePainter

LEAST_HEIGHT = 14
"""Pixels of a line with the smallest letters, as Qt counts them."""

_AT_WORK = frozenset(
    {
        QEvent.Type.FocusIn,
        QEvent.Type.InputMethod,
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LateList(QComboBox):
    """Qt makes the list, a dozen widgets, as soon as one of its lines is chosen, by the program too.

    So what :meth:`choose` chooses stands beside Qt's own choice until there is a list. Whoever asks gets it all the
    same; signals are sent for what the operator chooses only.
    """

    _beside: int | None = None

    def offer(self, items: Iterable[tuple[Any, str]]) -> None:
        """Other lines (value, text), none of them chosen unless Qt chooses the first."""
        late = not self.has_list
        self._beside = None
        with QSignalBlocker(self.model() if late else self), QSignalBlocker(self):
            self.clear()
            for value, text in items:
                self.addItem(text, value)
        if late and self.count() and not self.placeholderText() and not self.isEditable():
            self._beside = 0  # as Qt does

    def choose(self, place: int) -> None:
        """Show one of the lines, or none for -1. Never sends a signal."""
        with QSignalBlocker(self):
            if self.has_list or place < 0 or self.placeholderText():
                self._beside = None
                super().setCurrentIndex(place)
                return
            self._beside = place
            if (line := self.lineEdit()) is not None:
                line.setText(self.itemText(place))
        self.update()

    @property
    def has_list(self) -> bool:
        """Whether Qt has made the list."""
        return self.findChild(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None

    def event(self, event: QEvent) -> bool:
        """Somebody works with the box."""
        if self._beside is not None and event.type() in _AT_WORK:
            self._tell_qt()
        return super().event(event)

    def showPopup(self) -> None:
        self._tell_qt()
        super().showPopup()

    def view(self) -> QAbstractItemView:
        """The list."""
        self._tell_qt()
        return super().view()

    def currentIndex(self) -> int:
        """The line that is shown, -1 for none."""
        return super().currentIndex() if self._beside is None else self._beside

    def currentText(self) -> str:
        """Its words, or what was typed."""
        beside = self._beside is not None and not self.isEditable()
        return self.itemText(self.currentIndex()) if beside else super().currentText()

    def currentData(self, role: int = Qt.ItemDataRole.UserRole) -> Any:
        """The value behind it."""
        return super().currentData(role) if self._beside is None else self.itemData(self._beside, role)

    def setCurrentIndex(self, index: int) -> None:
        """Choose as the operator does, with Qt's signals."""
        self._tell_qt()
        super().setCurrentIndex(index)

    def minimumSizeHint(self) -> QSize:
        """As Qt reckons, who makes the list for it: so many X wide, and one line high."""
        if self.has_list or not self.minimumContentsLength():
            return super().minimumSizeHint()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        wide = self.minimumContentsLength() * self.fontMetrics().horizontalAdvance("X")
        tall = max(math.ceil(QFontMetricsF(self.font()).height()), LEAST_HEIGHT) + 2
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, QSize(wide, tall), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As Qt draws it, who makes the list to ask it how."""
        if self.has_list:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        if self._beside is not None and not self.isEditable():
            option.currentText = self.itemText(self._beside)

    def _tell_qt(self) -> None:
        """The choice that stood beside becomes Qt's own, unless something else was typed by then."""
        place, self._beside = self._beside, None
        if place is not None and (not self.isEditable() or super().currentText() == self.itemText(place)):
            with QSignalBlocker(self):
                super().setCurrentIndex(place)
