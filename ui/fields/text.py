"""A field of several lines that commits by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.fields.committing import Pause


class TextField(QPlainTextEdit):
    """Several lines; Tab leaves the field. Commits like LineField."""

    committed = Signal(object)

    def __init__(
        self, accessible_name: str = "", *, placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._last = ""
        self._pending = False
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
        """Show a text that comes from the records; never commits."""
        self._pause.stop()
        self._pending = False
        if value != self.toPlainText():
            self._filling = True
            self.setPlainText(value)
            self._filling = False
        self._last = self.value()  # Qt gives a space for one that does not break: nobody has typed that

    def text(self) -> str:
        """The words as they stand, as a field of one line calls them."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Type ``text``, as if the operator had."""
        self.setPlainText(text)

    def not_recorded(self) -> None:
        """The text was handed over but could not be recorded: it stays, and leaving the field tries again."""
        self._pending = True

    @property
    def unrecorded(self) -> bool:
        """Whether the words on screen would be lost with the field."""
        return self._pending

    def commit(self) -> bool:
        """Commit now what is typed."""
        self._pause.stop()
        self._try_commit()
        return True

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
            self.committed.emit(value)
