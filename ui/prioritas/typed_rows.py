"""Rows of scores that were typed and wait to be recorded."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields.committing import Pause
from ui.prioritas.model import ScoreSheet
from ui.say import Say


class TypedRows(QObject):
    """A whole row is recorded at once, since the hall may be watching the order; the beginning of one after a pause."""

    given_up = Signal()
    """what was typed is refused and gone: show what is recorded"""

    def __init__(self, sheet: ScoreSheet, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet, self._say = sheet, say
        self.taking = True
        """a closed forum takes no score"""
        self._pause = Pause(self, self.commit)

    def put(self, record: str, place: int, nilai: int | None) -> bool:
        """Take one score; False when it still waits."""
        if not self.taking:
            self._say.trouble(RuleBroken("forum", "sudah_ditutup"))  # with large letters the note may be out of sight
            return True
        self._sheet.put(record, place, nilai)
        if None in self._sheet.scores(record):
            self._pause.restart()
        else:
            self.commit()
        return record not in self._sheet.pending

    def commit(self) -> None:
        """Record what was typed."""
        self._pause.stop()
        if not self._sheet.pending:
            return
        try:
            self._sheet.commit()
        except RuleBroken as broken:
            self._sheet.forget()
            self.given_up.emit()
            self._say.trouble(broken)
        except Trouble as problem:
            self._say.trouble(problem, retry=self.commit)

    def leave(self, record: str) -> None:
        """The cursor is in this row now: record the others."""
        if any(other != record for other in self._sheet.pending):
            self.commit()
