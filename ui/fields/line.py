"""Fields of one line that commit by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields.committing import Pause
from ui.fields.edge import EdgeIcon
from ui.fields.waiting import Waiting, Words
from ui.theme import dress_again


class LineField(QLineEdit):
    """One line of text with a value behind it.

    ``committed`` fires when the operator has changed the value and leaves the field, presses Enter or pauses for two
    seconds; ``fill`` never fires it. Text that ``parse`` refuses stays as typed, ``rejected`` tells why, and nothing is
    committed: the words wait (:mod:`ui.fields.waiting`), and Esc shows again what is recorded.
    """

    committed = Signal(object)
    rejected = Signal(object)
    """RuleBroken, the remark of words that came back, or None once the text is understood again"""

    def __init__(
        self,
        accessible_name: str = "",
        *,
        placeholder: str = "",
        parse: Callable[[str], Any] = str.strip,
        show: Callable[[Any], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse, self._show = parse, show
        self._broken: RuleBroken | None = None
        self._last: Any = parse("")
        self._recorded = self._last
        self._pending = False
        self.waiting = Waiting(self, self)
        self._pause = Pause(self, self._try_commit)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._finish)

    def value(self) -> Any:
        """The value of the text as it stands. Raises RuleBroken."""
        return self._parse(self.text())

    def fill(self, value: Any) -> None:
        """Show a value that comes from the records. Words that wait at the same record stay until it says otherwise."""
        if self.waiting.stays(value, unsettled=self._pause.waiting):
            return
        self._pause.stop()
        self._last = self._recorded = value
        self._pending = False
        self._set_shown(value)
        self._judge(None)
        self.waiting.come_back()

    def show_words(self, words: Words) -> None:
        """Put words back that wait at this record, with what was said about them."""
        self.setText(words.text)
        try:
            self.value()
        except RuleBroken as broken:
            self._judge(broken)
        else:
            mark_wrong(self, wrong=bool(words.remark))
            self.rejected.emit(words.remark or None)

    def give_up(self) -> None:
        """Esc on words that wait: show again what is recorded."""
        self.waiting.drop()
        self.fill(self._recorded)
        self.rejected.emit(None)

    @property
    def recorded_text(self) -> str:
        """What the record says, as this field would show it."""
        return self._show(self._recorded)

    def not_recorded(self) -> None:
        """The value was handed over but could not be recorded: the words stay, and leaving the field tries again."""
        self._pending = True
        self.waiting.refuse("")

    def commit(self) -> bool:
        """Commit now what is typed; False when it is not understood."""
        self._pause.stop()
        return self._try_commit()

    @property
    def unrecorded(self) -> bool:
        """Whether the words on screen would be lost with the field."""
        return self._pending

    @property
    def broken(self) -> RuleBroken | None:
        """Why the text is not understood, or None."""
        return self._broken

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when this field has nothing of its own to take back; Esc is its own while words
        wait in it, and Ctrl+Z is while they came back without what was typed before them.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._gives_up(event):
                event.accept()
                return True
            nothing = (event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()) or (
                event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            )
            if nothing:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gives_up(event):
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _gives_up(self, event: QKeyEvent) -> bool:
        waits = self.waiting.words is not None
        if event.key() == Qt.Key.Key_Escape:
            return waits
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        return undo and (waits or self._broken is not None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pending:  # Qt is silent about a field that is left as it was entered
            self.commit()

    def _set_shown(self, value: Any) -> None:
        text = self._show(value)
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long text is read from its beginning

    def _on_edited(self, _text: str) -> None:
        self._pause.restart()

    def _finish(self) -> None:
        if self.commit():
            self._set_shown(self._last)

    def _try_commit(self) -> bool:
        try:
            value = self.value()
        except RuleBroken as broken:
            self.waiting.keep()
            self._judge(broken)
            return False
        self._judge(None)
        if value != self._last or self._pending:
            self._last, self._pending = value, False
            if self.waiting.hand_over(value, lambda: self.committed.emit(value)):
                self._recorded = value
                self.setModified(False)  # what is typed is recorded: what Ctrl+Z brings may take its place
        elif value == self._recorded:
            self.waiting.drop()
        return True

    def _judge(self, broken: RuleBroken | None) -> None:
        if broken is None and self._broken is None:
            return
        self._broken = broken
        mark_wrong(self, wrong=broken is not None)
        self.rejected.emit(broken)


class RupiahEdit(LineField):
    """An amount in rupiah, typed as people do; ``note_changed`` carries it in words at every key."""

    note_changed = Signal(str)

    def __init__(
        self,
        accessible_name: str = "",
        *,
        placeholder: str = "",
        parse: Callable[[str], int | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``parse`` where more than an amount may be written."""
        self._read = parse or read_rupiah
        super().__init__(accessible_name, placeholder=placeholder, parse=self._read, show=_rupiah_text, parent=parent)
        self.textChanged.connect(self._echo)

    def _echo(self, text: str) -> None:
        from musrenbang_desktop.domain.rupiah import terbilang  # numbers in words load slowly

        try:
            amount = self._read(text)
        except RuleBroken:
            amount = None
        self.note_changed.emit("" if amount is None else terbilang(amount))


class NumberEdit(LineField):
    """A whole number, or None while unknown."""

    def __init__(
        self,
        accessible_name: str = "",
        *,
        field: str = "",
        least: int = 0,
        most: int = 10**9,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        def parse(text: str) -> int | None:
            return parse_whole(text, field, least, most)

        super().__init__(accessible_name, placeholder=placeholder, parse=parse, show=_whole_text, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)


class RtRwEdit(LineField):
    """RT and RW in one box: ``2/1`` becomes ``RT 02/RW 01``. The value is the pair ("02", "01").

    ``echoed`` says at every key how it is understood, until the field itself says so.
    """

    echoed = Signal(str)

    def __init__(self, accessible_name: str = "", *, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            accessible_name,
            placeholder=placeholder or "02/01",
            parse=read_rt_rw,
            show=_rt_rw_text,
            parent=parent,
        )
        self.textChanged.connect(self._echo)

    def _echo(self, text: str) -> None:
        try:
            words = _rt_rw_text(read_rt_rw(text))
        except RuleBroken:
            words = ""
        self.echoed.emit("" if words == text.strip() else words)


class SearchBox(QLineEdit):
    """A filter: ``searched`` fires shortly after the last key, Esc empties it, Down leaves for the list."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, accessible_name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setPlaceholderText(placeholder or accessible_name)
        self.setClearButtonEnabled(True)
        EdgeIcon(self, "cari", "left")
        self._timer = QTimer(self, singleShot=True, interval=150)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._timer.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.flush()
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)

    def flush(self) -> None:
        """Search at once if a search still waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._tell()

    def _tell(self) -> None:
        self.searched.emit(self.text().strip())


def mark_wrong(widget: QWidget, *, wrong: bool) -> None:
    """Colour a field whose content is not understood."""
    widget.setProperty("salah", wrong)
    dress_again(widget)


def parse_whole(text: str, field: str, least: int, most: int) -> int | None:
    """A whole number as Indonesians type it. Raises RuleBroken(field, "bukan_angka" or "di_luar_batas")."""
    from musrenbang_desktop.domain.angka import parse_desimal

    text = text.strip()
    if not text:
        return None
    number = parse_desimal(text)
    if number is None or number != int(number):
        raise RuleBroken(field, "bukan_angka", text)
    if not least <= number <= most:
        raise RuleBroken(field, "di_luar_batas", text)
    return int(number)


def read_rt_rw(text: str) -> tuple[str, str]:
    """``2/1``, ``RT 02 RW 01``, ``RW 3``. Raises RuleBroken("rt_rw", "bukan_rt_rw")."""
    if not text.strip():
        return "", ""
    from musrenbang_desktop.domain.rukun import parse_rt_rw  # its patterns are not needed for the first picture

    pair = parse_rt_rw(text)
    if pair is None:
        raise RuleBroken("rt_rw", "bukan_rt_rw", text)
    return pair


def read_rupiah(text: str) -> int | None:
    """Whole rupiah or None while nothing is written. Raises RuleBroken("perkiraan_biaya", "bukan_angka")."""
    if not text.strip():
        return None
    from musrenbang_desktop.domain.rupiah import parse_rupiah

    return parse_rupiah(text)


def _rt_rw_text(pair: tuple[str, str]) -> str:
    from musrenbang_desktop.domain.usulan import tempat_singkat

    return tempat_singkat("", *pair)


def _rupiah_text(amount: int | None) -> str:
    from musrenbang_desktop.domain.rupiah import format_rupiah

    return "" if amount is None else format_rupiah(amount)


def _whole_text(number: int | None) -> str:
    return "" if number is None else f"{number:,}".replace(",", ".")
