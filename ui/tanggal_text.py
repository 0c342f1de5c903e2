"""How a recorded date is written on the screen; without the field and the calendar that let one be typed."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale


def show_tanggal(iso: str, pattern: str = "d MMMM yyyy") -> str:
    """A recorded date for the screen; what is no date is shown as it is."""
    day = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(day, pattern) if day.isValid() else iso
