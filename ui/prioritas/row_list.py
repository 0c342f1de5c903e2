"""The rows of one part of the rules: more can be written, each has an id of its own, and one always stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.prioritas.rule_rows import CriterionRow, GroupRow
from ui.subject import tells_of

Row = TypeVar("Row", bound=CriterionRow | GroupRow)

_FIELDS = {"k": "kriteria", "g": "kelompok"}
"""the field of the rules that holds the rows whose ids begin with this letter"""


class RowList(QObject, Generic[Row]):
    """``rows`` in their order. ``make`` builds one for an id and ``put`` shows it; ids begin with ``letter``."""

    changed = Signal()
    """a row says something else, or one went away"""
    kept = Signal()
    """the last row that says anything was to go; it stays"""

    def __init__(self, letter: str, make: Callable[[str], Row], put: Callable[[Row], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._make, self._put = letter, make, put
        self.rows: list[Row] = []

    def fit(self, identities: Sequence[str]) -> None:
        """Exactly the rows of these ids; half-typed ones stay where nothing else changed."""
        if [row.identity for row in self.rows if not row.empty] == [*identities]:
            return
        self.clear()
        for identity in identities:
            self._add(identity)

    def clear(self) -> None:
        """No row; what is half typed in them waits where it was typed."""
        for row in self.rows:
            _drop(row)
        self.rows.clear()

    def add(self) -> Row:
        """A new row; it counts once it has a name."""
        used = {row.identity for row in self.rows}
        number = 1
        while f"{self._letter}{number}" in used:
            number += 1
        return self._add(f"{self._letter}{number}")

    def _add(self, identity: str) -> Row:
        row = self._make(identity)
        tells_of(row, lambda: f"#{_FIELDS[self._letter]}#{identity}")
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._put(row)
        return row

    def _remove(self, row: Row) -> None:
        if not row.empty and sum(not other.empty for other in self.rows) == 1:
            self.kept.emit()
            return
        del self.rows[next(place for place, other in enumerate(self.rows) if other is row)]
        _drop(row)
        self.changed.emit()


def _drop(row: QWidget) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
