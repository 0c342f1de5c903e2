"""A pair of hands for real windows: finds a field by its name, presses keys, waits, takes pictures.

Used by the demo; no page knows it. Names are the accessible names, so what the hands can find a screen reader can too.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget

T = TypeVar("T", bound=QWidget)
Modifier = Qt.KeyboardModifier

PATIENCE_S = 60.0


class NothingHappened(Exception):
    """The window did not do what the hands waited for."""


class Robot:
    """Works on one window with the keyboard."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app = app
        self.window = window
        self.presses = 0

    def settle(self) -> None:
        """Let the window do what it has to do now."""
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._app.processEvents()

    # --- keys

    def press(self, key: Qt.Key, modifier: Modifier = Modifier.NoModifier, times: int = 1) -> None:
        """Press a key in the widget that has the focus."""
        if modifier != Modifier.NoModifier and not self.window.isActiveWindow():
            self._come_back()  # shortcuts belong to an active window
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifier)
            self.presses += 1
            self._app.processEvents()

    def write(self, text: str) -> None:
        """Type into the widget that has the focus."""
        QTest.keyClicks(self._focus(), text)
        self.presses += len(text)
        self._app.processEvents()

    def enter(self) -> None:
        """Enter."""
        self.press(Qt.Key.Key_Return)

    def tab(self) -> None:
        """Leave the field."""
        self.press(Qt.Key.Key_Tab)

    def control(self, letter: str) -> None:
        """Ctrl and a letter."""
        self.press(Qt.Key(ord(letter)), Modifier.ControlModifier)

    def control_enter(self) -> None:
        """Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Modifier.ControlModifier)

    def alt(self, letter: str) -> None:
        """Alt and a letter."""
        self.press(Qt.Key(ord(letter)), Modifier.AltModifier)

    def alt_arrow(self, *, up: bool) -> None:
        """Alt+Up or Alt+Down."""
        self.press(Qt.Key.Key_Up if up else Qt.Key.Key_Down, Modifier.AltModifier)

    def function(self, number: int) -> None:
        """F1 to F12."""
        if not self.window.isActiveWindow():
            self._come_back()
        self.press(Qt.Key(Qt.Key.Key_F1 + number - 1))

    # --- fields and buttons by name

    def find(self, kind: type[T], name: str) -> T:
        """The visible widget with this accessible name."""
        for widget in self.window.findChildren(kind):
            if widget.isVisible() and widget.accessibleName() == name:
                return widget
        raise NothingHappened(f"Tidak ada {name!r} di jendela")

    def has(self, name: str) -> bool:
        """Whether something visible has this name."""
        return any(w.isVisible() and w.accessibleName() == name for w in self.window.findChildren(QWidget))

    def count(self, name: str) -> int:
        """How many visible fields share this name."""
        return len(self._fields(name))

    def focus_named(self, name: str, place: int = 0) -> QWidget:
        """Put the cursor into the field with this name, as a click would; ``place`` counts fields that share it."""
        field = self._field(name, place)
        self._go_to(field)
        return field

    def fill(self, name: str, text: str, place: int = 0) -> None:
        """Type over what stands in a field."""
        field = self.focus_named(name, place)
        if _text_of(field) == text:
            return
        self.control("A")
        if text:
            self.write(text)
        else:
            self.press(Qt.Key.Key_Delete)
        if self._app.activePopupWidget():  # completions are offered; the typed words are wanted as they are
            self._come_back()

    def choose(self, name: str, text: str) -> None:
        """Pick the entry of a drop-down list that begins with ``text``, with the arrow keys."""
        box = self.find(QComboBox, name)
        self._go_to(box)
        steps = box.findText(text, Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchCaseSensitive) - box.currentIndex()
        self.press(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, times=abs(steps))
        if not box.currentText().startswith(text):
            raise NothingHappened(f"{name!r} tidak menawarkan {text!r}")

    def has_button(self, name: str) -> bool:
        """Whether a button with this text can be pressed."""
        return any(button.isEnabled() for button in self._buttons(name))

    def push(self, name: str) -> None:
        """Click the button with this text."""
        self.wait(lambda: self.has_button(name), f"tombol {name} dapat ditekan", 20)
        QTest.mouseClick(self._buttons(name)[0], Qt.MouseButton.LeftButton)
        self._app.processEvents()

    def push_and_answer(self, name: str, answer: str) -> None:
        """Click a button that asks back, and answer the question with the button ``answer``."""
        QTimer.singleShot(0, self.window, lambda: self._answer(answer))
        self.push(name)

    def _answer(self, text: str) -> None:
        dialog = self._app.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, self.window, lambda: self._answer(text))
            return
        for button in dialog.findChildren(QAbstractButton):
            if button.text().replace("&", "") == text:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # --- tables

    def rows(self, name: str) -> int:
        """How many rows a table shows."""
        return self.find(QTableView, name).model().rowCount()

    def column(self, name: str, title: str) -> int:
        """The place of a column of a table, by the first word of its heading."""
        model = self.find(QTableView, name).model()
        for place in range(model.columnCount()):
            if str(model.headerData(place, Qt.Orientation.Horizontal)).split(" ")[0] == title:
                return place
        raise NothingHappened(f"Tidak ada kolom {title!r} di {name!r}")

    def select_row(self, name: str, row: int, column: int = 0) -> None:
        """Put the cursor on a row of a table."""
        table = self.find(QTableView, name)
        self._go_to(table)
        table.setCurrentIndex(table.model().index(row, column))
        self._app.processEvents()

    # --- waiting and looking

    def wait(self, happened: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
        """Keep the window going until ``happened``. Raises NothingHappened."""
        end = time.monotonic() + seconds
        self._app.processEvents()
        while not happened():
            if time.monotonic() > end:
                raise NothingHappened(f"Ditunggu {seconds:.0f} detik: {what}")
            QTest.qWait(5)

    def picture(self, path: Path) -> None:
        """Save what the window shows as PNG."""
        self.settle()
        if not self.window.grab().save(str(path), "PNG"):
            raise NothingHappened(f"Gambar {path.name} tidak bisa disimpan")

    def picture_beside(self, path: Path) -> None:
        """Save what the window shows and, to the right of it, what every other window of the program shows."""
        self.settle()
        others = [w for w in self._app.topLevelWidgets() if w.isWindow() and w.isVisible() and w is not self.window]
        shots = [self.window.grab(), *(widget.grab() for widget in others)]
        gap = 8
        whole = QPixmap(
            sum(shot.width() for shot in shots) + gap * (len(shots) - 1), max(shot.height() for shot in shots)
        )
        whole.fill(Qt.GlobalColor.black)
        painter, x = QPainter(whole), 0
        for shot in shots:
            painter.drawPixmap(x, 0, shot)
            x += shot.width() + gap
        painter.end()
        if not whole.save(str(path), "PNG"):
            raise NothingHappened(f"Gambar {path.name} tidak bisa disimpan")

    def _go_to(self, widget: QWidget) -> None:
        if not self.window.isActiveWindow():
            self._come_back()
        if not widget.hasFocus():
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
            self._app.processEvents()

    def _come_back(self) -> None:
        """After a list of completions some window systems leave no window active."""
        for widget in self._app.topLevelWidgets():
            if widget.windowType() == Qt.WindowType.Popup and widget.isVisible():
                widget.close()
        QTest.qWait(1)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow, "jendela kembali di depan", 5)

    def _buttons(self, name: str) -> list[QAbstractButton]:
        every = self.window.findChildren(QAbstractButton)
        return [b for b in every if b.isVisible() and name in (b.text().replace("&", ""), b.accessibleName())]

    def _field(self, name: str, place: int = 0) -> QWidget:
        found = self._fields(name)
        if place >= len(found):
            raise NothingHappened(f"Tidak ada isian {name!r} di jendela")
        return found[place]

    def _fields(self, name: str) -> list[QWidget]:
        kinds = (QLineEdit, QComboBox, QPlainTextEdit, QTableView)
        every = (widget for kind in kinds for widget in self.window.findChildren(kind))
        return [widget for widget in every if widget.isVisible() and widget.accessibleName() == name]

    def _focus(self) -> QWidget:
        return self._app.focusWidget() or self.window


def _text_of(field: QWidget) -> str | None:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.currentText() if isinstance(field, QComboBox) else None
