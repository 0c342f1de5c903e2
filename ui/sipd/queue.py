"""The queue of what goes into SIPD: what is shown of it, which comes next, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from musrenbang_desktop.domain.sipd import BarisSipd, rekap
from ui.theme import look

ALL = "semua"


class Queue:
    """Every usulan for the kecamatan in the order of the hall, and those of one state that are shown."""

    def __init__(self) -> None:
        self.every: Sequence[BarisSipd] = ()
        self.shown: Sequence[BarisSipd] = ()

    def narrow(self, state: str, keep: str) -> int:
        """Show those of one state, or ALL; ``keep`` stays among them whatever its state is. Returns its place, else
        the first, -1 when nothing is left.
        """
        self.shown = [row for row in self.every if row.usulan.id == keep or state in (ALL, row.catatan.keadaan)]
        ids = [row.usulan.id for row in self.shown]
        return ids.index(keep) if keep in ids else min(0, len(ids) - 1)

    def after(self, row: BarisSipd) -> BarisSipd | None:
        """The next that waits, behind this one or else from the beginning; None when all were entered or refused."""
        waiting = [one for one in self.every if not one.catatan.keadaan]
        return next((one for one in waiting if one.urutan > row.urutan), waiting[0] if waiting else None)


class QueueProgress(QWidget):
    """How many were entered, wait, or were refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        look(self.words, "label")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addWidget(self._bar)

    def show_queue(self, rows: Sequence[BarisSipd]) -> None:
        """Count anew."""
        sums = rekap(rows)
        words = QCoreApplication.translate(
            "SipdPage", "{n} dari {m} sudah dimasukkan, {w} menunggu, {t} ditolak"
        ).format(n=sums.masuk, m=sums.semua, w=sums.menunggu, t=sums.ditolak)
        self.words.setText(words)
        self._bar.setMaximum(max(1, sums.semua))
        self._bar.setValue(sums.masuk + sums.ditolak)
        self._bar.setAccessibleName(words)
