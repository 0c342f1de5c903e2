"""A drop-down list that the wheel cannot change by accident."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QLineEdit, QWidget

ROOM = 4
"""Pixels between picture and text, as Qt counts them."""


class ChoiceBox(QComboBox):
    """Pick one of a list, or with ``editable`` type something new as well.

    ``committed`` carries the value (new words: the text) when the operator has chosen; ``fill`` never fires it.
    Its width does not follow its words. The list is made when it is first opened: Qt would make it, a dozen widgets,
    for its own way to a fixed width, for typing, and whenever the box moves into another frame.
    """

    committed = Signal(object)

    def __init__(
        self, accessible_name: str = "", *, editable: bool = False, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self._last: Any = None
        if editable:
            self._allow_typing(accessible_name, placeholder)
        else:
            self.setPlaceholderText(placeholder)
        self.activated.connect(self._try_commit)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        least, picture = super().minimumSizeHint(), self.iconSize()
        return QSize(least.width() + picture.width() + ROOM, least.height())

    def set_items(self, items: Iterable[tuple[Any, str]]) -> None:
        """Offer these (value, text) pairs; what is chosen stays chosen."""
        kept = self._last
        self.blockSignals(True)
        self.clear()
        for value, text in items:
            self.addItem(text, value)
        self.blockSignals(False)
        self.fill(kept)

    def value(self) -> Any:
        """The chosen value; in an editable box the typed text when it is not in the list."""
        if self.isEditable():
            text = self.currentText().strip()
            place = self.findText(text, Qt.MatchFlag.MatchFixedString)
            return self.itemData(place) if place >= 0 else text
        return self.currentData()

    def fill(self, value: Any) -> None:
        """Show a value that comes from the records."""
        self._last = value
        place = self.findData(value)
        self.blockSignals(True)
        self.setCurrentIndex(place)
        if place < 0 and self.isEditable():
            self.setEditText(str(value or ""))
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
        self.blockSignals(False)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A box that is not dressed yet has no list to dress either."""
        undressed = not self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        if event.type() == QEvent.Type.StyleChange and undressed and not self._has_list():
            self.updateGeometry()
        else:
            super().changeEvent(event)

    def commit(self) -> bool:
        """Commit now what is chosen."""
        self._try_commit()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the list, unless the operator is in this field."""
        line = self.lineEdit()
        if self.hasFocus() or (line is not None and line.hasFocus()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _has_list(self) -> bool:
        return self.findChild(QFrame, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None

    def _allow_typing(self, accessible_name: str, placeholder: str) -> None:
        self.setLineEdit(QLineEdit(self))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.lineEdit(), self.completer()
        if line is None or completer is None:
            return  # Qt makes the completer with the line
        line.setPlaceholderText(placeholder)
        line.setAccessibleName(accessible_name)
        line.editingFinished.connect(self._leave)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def _leave(self) -> None:
        """A text that is longer than the box is read from its beginning."""
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
        self._try_commit()

    def _try_commit(self, _index: int = 0) -> None:
        value = self.value()
        if value != self._last and not (self._last is None and value in ("", None)):
            self._last = value
            self.committed.emit(value)
