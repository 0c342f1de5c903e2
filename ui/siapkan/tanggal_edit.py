"""A date that is typed as people write it or picked from a calendar; the name of the day is computed and shown."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import LineField
from ui.fields.edge import EdgeIcon
from ui.tanggal_text import show_tanggal

__all__ = ["CalendarPopup", "TanggalEdit", "read_tanggal", "show_tanggal"]

_BULAN = (
    ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("mei",), ("jun",), ("jul",), ("agu", "agt", "ags"), ("sep",),
    ("okt",), ("nov", "nop"), ("des",),
)  # fmt: skip
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TYPED = re.compile(
    r"(?:[a-z']+,?\s+)?([0-9]{1,2})[\s./-]+([0-9]{1,2}|[a-z]+)[\s./-]+([0-9]{4}|[0-9]{2})", re.IGNORECASE
)


def read_tanggal(text: str) -> str:
    """ISO from ``21-1-2026``, ``21/01/26``, ``Rabu, 21 Januari 2026`` or ISO itself; nothing stays nothing.

    Raises RuleBroken("tanggal", "bukan_tanggal"). A typed name of a day is passed over: it is computed, never believed.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    iso, typed = _ISO.fullmatch(text), _TYPED.fullmatch(text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])).isoformat()
        if typed:
            year = int(typed[3])
            return date(year if year > 99 else 2000 + year, _month(typed[2]), int(typed[1])).isoformat()
    except ValueError:
        raise RuleBroken("tanggal", "bukan_tanggal", text) from None
    raise RuleBroken("tanggal", "bukan_tanggal", text)


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    found = [number for number, starts in enumerate(_BULAN, 1) if text.casefold().startswith(starts)]
    return found[0] if found else 0


class TanggalEdit(LineField):
    """Type the date, or press F4 for the calendar. The value is ISO."""

    note_changed = Signal(str)

    def __init__(self, accessible_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            accessible_name, placeholder="21-01-2026", parse=read_tanggal, show=show_tanggal, parent=parent
        )
        self._popup: CalendarPopup | None = None
        self.calendar_button = EdgeIcon(self, "tanggal", "right", self.tr("Pilih dari kalender (F4)"))
        self.calendar_button.clicked.connect(self.open_calendar)
        self.textChanged.connect(self._echo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show the calendar below the field."""
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.chosen.connect(self._take)
        try:
            day = QDate.fromString(self.value(), Qt.DateFormat.ISODate)
        except RuleBroken:
            day = QDate()
        self._popup.show_at(self, day if day.isValid() else QDate.currentDate())

    def _take(self, day: QDate) -> None:
        self.setText(show_tanggal(day.toString(Qt.DateFormat.ISODate)))
        self.commit()
        self.setFocus()

    def _echo(self, text: str) -> None:
        try:
            iso = read_tanggal(text)
        except RuleBroken:
            iso = ""
        self.note_changed.emit(show_tanggal(iso, "dddd, d MMMM yyyy"))


class CalendarPopup(QFrame):
    """A month to pick a day from; arrows and Enter, or the mouse."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setAccessibleName(self.tr("Kalender"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)

    def show_at(self, field: QWidget, day: QDate) -> None:
        """Open below ``field`` with ``day`` marked."""
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            form = self.calendar.weekdayTextFormat(weekday)
            form.setForeground(self.palette().brightText())
            self.calendar.setWeekdayTextFormat(weekday, form)
        self.calendar.setSelectedDate(day)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.calendar.setMinimumSize(letter * 50, line * 18)
        self.adjustSize()
        self.move(field.mapToGlobal(field.rect().bottomLeft()))
        self.show()
        self.calendar.setFocus()

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.chosen.emit(day)
