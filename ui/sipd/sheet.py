"""One usulan as the entry form of SIPD asks for it: every field with a button that copies it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from musrenbang_desktop.domain.sipd import ASAL, DIISI
from ui.icons import icon
from ui.theme import look

_FIGURES = {getattr(Qt.Key, f"Key_{figure}"): figure - 1 for figure in range(1, 10)}


class EntrySheet(QFrame):
    """Enter copies a field and goes on to the next; a figure copies the field of that number; arrows only go."""

    copied = Signal(str)
    """the name of the field"""
    finished = Signal()
    """the last field was copied"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = [_Field(number, name, self) for number, name in enumerate(DIISI, 1)]
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, field in enumerate(self.rows):
            field.button.clicked.connect(lambda _checked=False, place=place: self.copy(place))
            for column, widget in enumerate((field.name, field.value, field.button)):
                grid.addWidget(widget, place, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.title)
        layout.addLayout(grid)
        look(self.title, "anak-judul")
        look(self, "kartu")

    def show_usulan(self, title: str, values: Sequence[str]) -> None:
        """Another usulan: nothing of it is copied yet."""
        self.title.setText(title)
        for field, value in zip(self.rows, values, strict=True):
            field.show_value(value)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every line of a long text keeps its room, also in a low window."""
        for field in self.rows:
            wide = field.value.width()
            field.value.setMinimumHeight(0)  # Qt counts it in what the words need
            field.value.setMinimumHeight(max(0, field.value.heightForWidth(wide)))

    def start(self) -> None:
        """The cursor on the first field that holds something."""
        self._go(0, 1)

    def copy(self, place: int) -> None:
        """Put a field on the clipboard and go on."""
        field = self.rows[place]
        if not field.text:
            return
        QGuiApplication.clipboard().setText(field.text)
        field.mark()
        self.copied.emit(field.label)
        if not self._go(place + 1, 1):
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        here = next((place for place, field in enumerate(self.rows) if field.button.hasFocus()), 0)
        if key in _FIGURES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.copy(_FIGURES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.copy(here)
        elif key == Qt.Key.Key_Down:
            self._go(here + 1, 1)
        elif key == Qt.Key.Key_Up:
            self._go(here - 1, -1)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int, step: int) -> bool:
        """To the next field that holds something; False at the end."""
        while 0 <= place < len(self.rows):
            if self.rows[place].text:
                button = self.rows[place].button
                button.setFocus()
                self._bring(button)
                return True
            place += step
        return False

    def _bring(self, button: QPushButton) -> None:
        """The field with the cursor is in sight."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            area = above  # it is laid out only after this
            QTimer.singleShot(0, button, lambda: area.ensureWidgetVisible(button, 0, button.height() * 2))


class _Field:
    """Name, value and button of one field."""

    def __init__(self, number: int, label: str, parent: EntrySheet) -> None:
        self.label, self.text = label, ""
        self.name = QLabel(f"{number}. {label}", parent)
        self.value = QLabel(parent)
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.value.setWordWrap(True)
        self.button = QPushButton(parent)
        self._empty = ASAL[label].kosong or "-"
        self._copy, self._copied = parent.tr("Salin"), parent.tr("Tersalin")
        look(self.name, "redup")

    def show_value(self, value: str) -> None:
        """Show it; an empty field says so and is passed over."""
        self.text = value
        self.value.setText(value or f"({self._empty})")
        self.button.setEnabled(bool(value))
        self.button.setToolTip("" if value else self._empty)
        self._say(self._copy, "salin")

    def mark(self) -> None:
        """It was copied."""
        self._say(self._copied, "centang")

    def _say(self, words: str, picture: str) -> None:
        self.button.setText(words)
        self.button.setIcon(icon(picture))
        self.button.setAccessibleName(f"{words} {self.label}: {self.text or self._empty}")
