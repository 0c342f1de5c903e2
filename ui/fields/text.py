"""A field of several lines that commits by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.fields.committing import Pause
from ui.fields.waiting import Waiting, Words


class TextField(QPlainTextEdit):
    """Several lines; Tab leaves the field. Commits like LineField."""

    committed = Signal(object)
    rejected = Signal(object)
    """the remark of words that came back, or None once they are gone"""

    def __init__(
        self, accessible_name: str = "", *, placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._last = ""
        self._recorded = ""
        self._pending = False
        self.waiting = Waiting(self, self)
        self._filling = False
        self._pause = Pause(self, self._try_commit)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def value(self) -> str:
        """The text without blanks around it."""
        return self.toPlainText().strip()

    def fill(self, value: str) -> None:
        """Show a text that comes from the records; never commits. Words that wait at the same record stay."""
        if self.waiting.stays(value, unsettled=self._pause.waiting):
            return
        self._pause.stop()
        self._pending = False
        self._put(value)
        self._last = self.value()  # Qt gives a space for one that does not break: nobody has typed that
        self._recorded = self._last
        self.waiting.come_back()

    def show_words(self, words: Words) -> None:
        """Put words back that wait at this record, with what was said about them."""
        self._put(words.text)
        self.rejected.emit(words.remark or None)

    def give_up(self) -> None:
        """Esc on words that wait: show again what is recorded."""
        self.waiting.drop()
        self.fill(self._recorded)
        self.rejected.emit(None)

    @property
    def recorded_text(self) -> str:
        """What the record says."""
        return self._recorded

    def text(self) -> str:
        """The words as they stand, as a field of one line calls them."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Type ``text``, as if the operator had."""
        self.setPlainText(text)

    def not_recorded(self) -> None:
        """The text was handed over but could not be recorded: it stays, and leaving the field tries again."""
        self._pending = True
        self.waiting.refuse("")

    @property
    def unrecorded(self) -> bool:
        """Whether the words on screen would be lost with the field."""
        return self._pending

    def commit(self) -> bool:
        """Commit now what is typed."""
        self._pause.stop()
        self._try_commit()
        return True

    def event(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride and self.waiting.words is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.waiting.words is not None:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines + self.fontMetrics().height())

    def _on_changed(self) -> None:
        if not self._filling:
            self._pause.restart()

    def _try_commit(self) -> None:
        value = self.value()
        if value != self._last or self._pending:
            self._last, self._pending = value, False
            if self.waiting.hand_over(value, lambda: self.committed.emit(value)):
                self._recorded = value
        elif value == self._recorded:
            self.waiting.drop()

    def _put(self, text: str) -> None:
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False
