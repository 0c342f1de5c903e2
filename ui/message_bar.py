"""The bar at the top of the page area where messages appear, without stopping anybody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.icons import icon
from ui.say import Message
from ui.theme import look, quiet

MOST = 3
_ICONS = {"info": "info", "success": "sepakat", "warning": "peringatan", "error": "masalah"}
_PASSING = {"info", "success"}


class MessageBar(QWidget):
    """Shows up to three messages, the newest on top. The same sentence is never shown twice at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 10, 16, 0)
        self._layout.setSpacing(6)
        self._strips: list[MessageStrip] = []
        self.setVisible(False)

    def show_message(self, message: Message) -> None:
        """Show one message and tell screen readers."""
        for strip in [s for s in self._strips if s.message.text == message.text]:
            self._drop(strip)
        strip = MessageStrip(message, self)
        strip.closed.connect(self._drop)
        self._strips.insert(0, strip)
        self._layout.insertWidget(0, strip)
        for old in self._strips[MOST:]:
            self._drop(old)
        self.setVisible(True)
        QAccessible.updateAccessibility(QAccessibleEvent(strip, QAccessible.Event.Alert))

    def dismiss(self) -> bool:
        """Close the newest message; False when there is none."""
        if not self._strips:
            return False
        self._drop(self._strips[0])
        return True

    def messages(self) -> list[Message]:
        """What is on screen, newest first."""
        return [strip.message for strip in self._strips]

    def _drop(self, strip: MessageStrip) -> None:
        if strip in self._strips:
            self._strips.remove(strip)
            self._layout.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        self.setVisible(bool(self._strips))


class MessageStrip(QFrame):
    """One message with its buttons."""

    closed = Signal(object)

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("jenis", message.kind)
        look(self, "pesan")
        self.setAccessibleName(message.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        picture = QLabel(self)
        side = self.fontMetrics().height()
        picture.setPixmap(icon(_ICONS[message.kind]).pixmap(side, side))
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QLabel(message.text, self)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout.addWidget(words, 1)
        self._add_buttons(layout)
        if message.kind in _PASSING:
            timer = QTimer(self, singleShot=True, interval=reading_time(message))
            timer.timeout.connect(self._close)
            timer.start()

    def _add_buttons(self, layout: QHBoxLayout) -> None:
        if self.message.action:
            layout.addWidget(self._button(self.message.action.text, self._act))
        if self.message.details:
            layout.addWidget(self._button(self.tr("Salin rincian"), self._copy))
        close = QToolButton(self)
        close.setIcon(icon("tutup"))
        close.setToolTip(self.tr("Tutup pesan ini (Esc)"))
        close.setAccessibleName(self.tr("Tutup pesan ini"))
        look(close, "ikon")
        close.clicked.connect(self._close)
        layout.addWidget(close)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = quiet(QPushButton(text, self))
        button.clicked.connect(slot)
        return button

    def _act(self) -> None:
        action = self.message.action
        self._close()
        if action:
            action.run()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.message.text}\n\n{self.message.details}")

    def _close(self) -> None:
        self.closed.emit(self)


def reading_time(message: Message) -> int:
    """Milliseconds that a passing message stays: slow readers, and longer when there is something to press."""
    return 3500 + 45 * len(message.text) + (4000 if message.action else 0)
