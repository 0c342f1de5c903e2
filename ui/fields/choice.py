"""A drop-down list that the wheel cannot change by accident."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from ui.fields.committing import Pause
from ui.fields.late_list import LateList
from ui.fields.waiting import Waiting, Words

ROOM = 4
"""Pixels between picture and text, as Qt counts them."""


class ChoiceBox(LateList):
    """Pick one of a list, or with ``editable`` type something new as well.

    ``committed`` carries the value (new words: the text) when the operator has chosen; ``fill`` never fires it.
    Its width does not follow its words. The list is made when somebody works with it: Qt would make it, a dozen
    widgets, for its own way to a fixed width, for typing, and whenever the box moves into another frame.
    """

    committed = Signal(object)
    rejected = Signal(object)
    """the remark of words that came back, or None once they are gone"""

    def __init__(
        self, accessible_name: str = "", *, editable: bool = False, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self._last: Any = None
        self._recorded: Any = None
        self.waiting = Waiting(self, self)
        self._pause: Pause | None = None
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
        kept, words = self._last, self.waiting.words
        self.offer(items)
        self._show_value(kept)
        if words is not None:
            self.show_words(words)

    def value(self) -> Any:
        """The chosen value; in an editable box the typed text when it is not in the list."""
        if self.isEditable():
            text = self.currentText().strip()
            place = self.findText(text, Qt.MatchFlag.MatchFixedString)
            return self.itemData(place) if place >= 0 else text
        return self.currentData()

    def fill(self, value: Any) -> None:
        """Show a value that comes from the records. Words that wait at the same record stay."""
        unsettled = self._pause is not None and self._pause.waiting
        if self.waiting.stays(value, unsettled=unsettled):
            return
        if self._pause is not None:
            self._pause.stop()
        self._recorded = value
        self._show_value(value)
        self.waiting.come_back()

    def text(self) -> str:
        """The words as they stand, as a field of one line calls them."""
        return self.currentText()

    def show_words(self, words: Words) -> None:
        """Put words back that were typed and not left; leaving the field records them."""
        if self.isEditable():
            self.setEditText(words.text)
        elif (place := self.findText(words.text)) >= 0:
            self.choose(place)
        self.rejected.emit(words.remark or None)

    def give_up(self) -> None:
        """Esc on words that wait: show again what is recorded."""
        self.waiting.drop()
        self.fill(self._recorded)
        self.rejected.emit(None)

    @property
    def recorded_text(self) -> str:
        """What the record says."""
        place = self.findData(self._recorded)
        return self.itemText(place) if place >= 0 else str(self._recorded or "") if self.isEditable() else ""

    @property
    def snaps_back(self) -> bool:
        """Whether a choice that is refused goes back to the record by itself: where nothing is typed."""
        return not self.isEditable()

    def _show_value(self, value: Any) -> None:
        self._last = value
        place = self.findData(value)
        with QSignalBlocker(self):
            self.choose(place)
            if place < 0 and self.isEditable():
                self.setEditText(str(value or ""))
            line = self.lineEdit()
            if line is not None and not line.hasFocus():
                line.setCursorPosition(0)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """A box that is not dressed yet has no list to dress either."""
        undressed = not self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        if event.type() == QEvent.Type.StyleChange and undressed and not self.has_list:
            self.updateGeometry()
        else:
            super().changeEvent(event)

    def commit(self) -> bool:
        """Commit now what is chosen."""
        self._try_commit()
        return True

    def event(self, event: QEvent) -> bool:
        """Esc is this field's while words wait in it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._waits:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.give_up()
                return True
        return super().event(event)

    @property
    def _waits(self) -> bool:
        # events come before the constructor is through
        return hasattr(self, "waiting") and self.waiting.words is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the list, unless the operator is in this field."""
        line = self.lineEdit()
        if self.hasFocus() or (line is not None and line.hasFocus()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _allow_typing(self, accessible_name: str, placeholder: str) -> None:
        self.setLineEdit(QLineEdit(self))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.lineEdit(), self.completer()
        if line is None or completer is None:
            return  # Qt makes the completer with the line
        line.setPlaceholderText(placeholder)
        line.setAccessibleName(accessible_name)
        line.editingFinished.connect(self._leave)
        self._pause = Pause(self, self._rest)
        line.textEdited.connect(lambda _text: self._rest_soon())
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def _leave(self) -> None:
        """A text that is longer than the box is read from its beginning."""
        line = self.lineEdit()
        if line is not None and not line.hasFocus():
            line.setCursorPosition(0)
        self._try_commit()

    def _hand_over(self, value: Any) -> None:
        if self.waiting.hand_over(value, lambda: self.committed.emit(value)):
            self._recorded = value

    def _rest_soon(self) -> None:
        if self._pause is not None:
            self._pause.restart()

    def _rest(self) -> None:
        """Somebody pauses: only leaving the field counts, but the words are safe."""
        if self.currentText().strip() == self.recorded_text:
            self.waiting.drop()
        else:
            self.waiting.keep()

    def _try_commit(self, _index: int = 0) -> None:
        if self._pause is not None:
            self._pause.stop()
        value = self.value()
        if value != self._last and not (self._last is None and value in ("", None)):
            self._last = value
            self._hand_over(value)
        elif value == self._recorded:
            self.waiting.drop()
