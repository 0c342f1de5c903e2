"""Where messages appear: standing ones above the page, passing ones over its lower edge. Neither stops anybody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.fields.flow import FlowLayout
from ui.icons import icon
from ui.plain_label import plain_label
from ui.say import Message
from ui.theme import look, quiet

MOST = 3
WORDS = 30
"""Letters that the words keep beside the buttons. A bar wider than its room would be given too little height."""
_ICONS = {"info": "info", "success": "sepakat", "warning": "peringatan", "error": "masalah"}
_PASSING = {"info", "success"}


class MessageBar(QWidget):
    """Up to three standing messages, the newest on top, and one passing message that moves nothing on the page."""

    speaking = Signal()
    """a message is about to appear"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 10, 16, 6)
        self._layout.setSpacing(6)
        self._strips: list[MessageStrip] = []
        self._passing: MessageStrip | None = None
        self._host: QWidget = self
        self.setVisible(False)

    def float_over(self, host: QWidget) -> None:
        """Passing messages appear over the lower edge of ``host``."""
        self._host = host
        host.installEventFilter(self)

    def show_message(self, message: Message) -> None:
        """Show one message and tell screen readers. The same sentence is never shown twice at once."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # few starts have something to say at once

        self.speaking.emit()
        for same in [strip for strip in self._all() if strip.message.text == message.text]:
            self._drop(same)
        show = self._show_passing if message.kind in _PASSING else self._show_standing
        strip = show(message)
        QAccessible.updateAccessibility(QAccessibleEvent(strip, QAccessible.Event.Alert))

    def dismiss(self) -> bool:
        """Close the newest message; False when there is none."""
        strips = self._all()
        if strips:
            self._drop(strips[0])
        return bool(strips)

    def messages(self) -> list[Message]:
        """What is on screen: the passing one, then the standing ones, newest first."""
        return [strip.message for strip in self._all()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the passing message at its place when the page area changes size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place_passing()
        return super().eventFilter(watched, event)

    def _all(self) -> list[MessageStrip]:
        return ([self._passing] if self._passing else []) + self._strips

    def _show_standing(self, message: Message) -> MessageStrip:
        strip = MessageStrip(message, self)
        strip.closed.connect(self._drop)
        self._strips.insert(0, strip)
        self._layout.insertWidget(0, strip)
        for old in self._strips[MOST:]:
            self._drop(old)
        self.setVisible(True)
        return strip

    def _show_passing(self, message: Message) -> MessageStrip:
        if self._passing:
            self._drop(self._passing)
        strip = self._passing = MessageStrip(message, self._host)
        strip.closed.connect(self._drop)
        self._place_passing()
        strip.show()
        strip.raise_()
        return strip

    def _place_passing(self) -> None:
        strip = self._passing
        if strip is None:
            return
        room = self._host.size()
        width = min(strip.wanted_width(), room.width() - 32)
        height = max(strip.heightForWidth(width), strip.minimumSizeHint().height())
        strip.setGeometry((room.width() - width) // 2, room.height() - height - 16, width, height)

    def _drop(self, strip: MessageStrip) -> None:
        if strip is self._passing:
            self._passing = None
        elif strip in self._strips:
            self._strips.remove(strip)
            self._layout.removeWidget(strip)
        strip.hide()
        strip.deleteLater()
        self.setVisible(bool(self._strips))


class MessageStrip(QFrame):
    """One message with its buttons; the buttons go below the words where it is narrow."""

    closed = Signal(object)

    def __init__(self, message: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("jenis", message.kind)
        self.setAccessibleName(message.text)
        self._picture = QLabel(self)
        self._words = plain_label(text=message.text, parent=self)
        self._words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = self._make_buttons()
        middle = FlowLayout(gap=6, centred=True)
        middle.add(self._words, 1, letters=min(WORDS, len(message.text)))
        for button in self._buttons:
            middle.add(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 8, 7)
        layout.setSpacing(10)
        layout.addWidget(self._picture, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(middle, 1)
        layout.addWidget(self._close_button())
        look(self, "pesan")
        self._draw()
        if message.kind in _PASSING:
            timer = QTimer(self, singleShot=True, interval=reading_time(message))
            timer.timeout.connect(self._close)
            timer.start()

    def wanted_width(self) -> int:
        """The width in which the words stand on one line."""
        letters = self.fontMetrics().averageCharWidth() * min(WORDS, len(self.message.text))
        words = max(letters, self.fontMetrics().horizontalAdvance(self.message.text))
        buttons = sum(button.sizeHint().width() + 6 for button in self._buttons)
        return words + buttons + self.fontMetrics().height() * 6

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw()

    def _make_buttons(self) -> list[QPushButton]:
        buttons = []
        if self.message.action:
            buttons.append(self._button(self.message.action.text, self._act))
        if self.message.details:
            buttons.append(self._button(self.tr("Salin rincian"), self._copy))
        return buttons

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = quiet(QPushButton(text, self))
        button.clicked.connect(slot)
        return button

    def _close_button(self) -> QToolButton:
        close = QToolButton(self)
        close.setIcon(icon("tutup"))
        close.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        close.setToolTip(self.tr("Tutup pesan ini (Esc)"))
        close.setAccessibleName(self.tr("Tutup pesan ini"))
        look(close, "ikon")
        close.clicked.connect(self._close)
        return close

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 1.1)
        colour = self.palette().windowText().color().name()
        self._picture.setPixmap(icon(_ICONS[self.message.kind], colour).pixmap(side, side))

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
