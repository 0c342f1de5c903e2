"""Judging a list by whole columns: every cell that is there twice is judged once, and most are not asked about at all.

The rule is the one that reads a row. It is asked about a cell with a row that holds nothing else; what it would answer
is known beforehand of plain texts and whole numbers, and of these by the hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.usulan_values import Values
from musrenbang_desktop.exchange.values import Refused

Rule = Callable[[Values], object]
"""Reads one field, and remarks on it in the values."""

Sift = Callable[[list[Any]], Collection[Any]]
"""Leaves out the cells of which it is known that the rule would not remark on them."""

#: The field in which no two rows of most lists have the same: looking for those that do would cost more than it saves.
ALL_DIFFERENT = "judul"

#: So few texts are asked about one by one.
_FEW = 8


class Columns:
    """The cells of some rows by field. A field that the file has no column for is not there."""

    def __init__(self, cells: Mapping[str, Sequence[Cell]]) -> None:
        self.cells = cells
        self._distinct: dict[str, set[Cell]] = {}

    def distinct(self, field: str) -> set[Cell]:
        """The cells of one field that are not the same."""
        found = self._distinct.get(field)
        if found is None:
            found = self._distinct[field] = set(self.cells[field])
        return found

    def texts(self, field: str) -> Sequence[str] | None:
        """The cells of one field if each of them is a text."""
        column = self.cells[field]
        return cast("Sequence[str]", column) if set(map(type, column)) == {str} else None

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.cells["judul"])

    @property
    def hold_truths(self) -> bool:
        """Whether a cell is *benar* or *salah*, which Python takes for 1 and 0 and the rules do not."""
        return any(
            isinstance(cell, bool)
            for field, column in self.cells.items()
            if self._may_hold_truths(field)
            for cell in column
        )

    def _may_hold_truths(self, field: str) -> bool:
        if field == ALL_DIFFERENT:
            return self.texts(field) is None
        return not self.distinct(field).isdisjoint((0, 1))

    def of(self, fields: Sequence[str]) -> tuple[Sequence[Any], set[Any]]:
        """The cells of one field, or of several together, row by row; and those that are not the same."""
        if len(fields) == 1:
            return self.cells[fields[0]], self.distinct(fields[0])
        together = list(zip(*(self.cells[field] for field in fields), strict=True))
        return together, set(together)

    def rows(self, places: Sequence[int], fields: Sequence[str]) -> Columns:
        """Only some rows and fields."""
        return Columns({field: [self.cells[field][place] for place in places] for field in fields})


class Doubtful(Exception):
    """Only the whole row can tell."""


class Check:
    """Finds the rows about whose cells in some fields the rule has a remark."""

    def __init__(self, fields: Sequence[str], rule: Rule, sift: Sift = list) -> None:
        self.fields = tuple(fields)
        self._places = {field: place for place, field in enumerate(fields)}
        self._rule, self._sift = rule, sift
        self._quiet: set[Any] = set()
        self._remarked: set[Any] = set()

    def remarked(self, columns: Columns) -> list[int]:
        """The places of these rows."""
        cells, distinct = columns.of(self.fields)
        new = distinct - self._quiet
        if not new:
            return []
        new -= self._remarked
        remarked = {cell for cell in self._sift(list(new)) if not self._is_quiet(cell)}
        self._remarked |= remarked
        self._quiet |= new - remarked if remarked else new
        if distinct.isdisjoint(self._remarked):
            return []
        return [place for place, cell in enumerate(cells) if cell in self._remarked]

    def _is_quiet(self, cell: Any) -> bool:
        values = Values(0, cell if len(self.fields) > 1 else (cell,), self._places)
        try:
            self._rule(values)
        except (Refused, Doubtful):
            return False
        return not values.notes


class TextCheck(Check):
    """The same for one field of texts.

    ``certain``: whether there is no remark on any of these; a no is only a doubt. It is never certain of texts with one
    of the ``signs``.
    """

    def __init__(
        self, field: str, rule: Rule, certain: Callable[[Sequence[str]], bool], signs: Sequence[str] = ()
    ) -> None:
        super().__init__((field,), rule, self._doubted)
        self._certain, self._signs = certain, signs

    def remarked(self, columns: Columns) -> list[int]:
        """The places of the rows with a remark."""
        (field,) = self.fields
        texts = columns.texts(field) if field == ALL_DIFFERENT else None
        if texts is not None and self._certain(texts):
            return []
        return super().remarked(columns)

    def _doubted(self, cells: list[Any]) -> list[Any]:
        if set(map(type, cells)) == {str} and self._certain(cells):
            return []
        asked = [cell for cell in cells if not isinstance(cell, str) or any(sign in cell for sign in self._signs)]
        texts = list(set(cells) - set(asked)) if asked else cells
        return [*asked, *self._halved(texts)]

    def _halved(self, texts: Sequence[str]) -> Sequence[str]:
        if self._certain(texts):
            return ()
        if len(texts) <= _FEW:
            return texts
        half = len(texts) // 2
        return [*self._halved(texts[:half]), *self._halved(texts[half:])]
