"""That the kabupaten's window has closed, where the result is sent."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import look


class LateNote(QLabel):
    """Out of sight in time. A late forum is marked, never refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        look(self, "awas")
        self.hide()

    def show_days(self, days: int) -> None:
        """By how many days the forum is late; 0 in time."""
        text = self.tr("Terlambat {n} hari dari kalender kabupaten. Tetap dapat dikirim, dengan tanda terlambat.")
        self.setText(text.format(n=days))
        self.setVisible(days > 0)
