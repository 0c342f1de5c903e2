"""A table of usulan judged by the hundred: whole columns first, then row by row what they leave in doubt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, cast

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.column_checks import Columns
from musrenbang_desktop.exchange.columns import Layout
from musrenbang_desktop.exchange.judged_rows import JudgedRows
from musrenbang_desktop.exchange.pratinjau import Baris, Lewat
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.twins import Twins, folded
from musrenbang_desktop.exchange.usulan_bidang import bidang_of
from musrenbang_desktop.exchange.usulan_checks import UsulanChecks
from musrenbang_desktop.exchange.usulan_fields import usulan_fields
from musrenbang_desktop.exchange.usulan_rows import Table
from musrenbang_desktop.exchange.usulan_titles import read_title
from musrenbang_desktop.exchange.usulan_values import Values

Rows = Sequence[Sequence[Cell]]


class Judge:
    """Gives every row its verdict, the same that :class:`Table` gives row by row."""

    def __init__(self, layout: Layout, jenis: JenisForum | None = None) -> None:
        self._mapping = layout.mapping
        self._jenis = jenis
        self._kept = KeptColumns(tuple(layout.mapping))
        self._twins = Twins(lambda index: self._fields(self._kept.values(index)))
        self._table = Table(layout, jenis, self._twins)
        self._checks = UsulanChecks(layout.mapping, self._table.titles, jenis)
        self._entries: list[Baris | int] = []
        self.lewat: list[Lewat] = []

    @property
    def rows(self) -> JudgedRows[Baris]:
        """What is an usulan or should be one."""
        return JudgedRows(self._entries, self._make)

    def read(self, first: int, rows: Rows) -> None:
        """Judge rows that follow those read before; ``first`` is the place of the first one in the file, from zero."""
        every = _columns(rows)
        blank = ("",) * len(rows)
        columns = Columns({field: every[at] if at < len(every) else blank for field, at in self._mapping.items()})
        self._kept.keep(first, columns)
        doubtful = self._doubtful(columns, every[self._table.last + 1 :])
        titles = columns.cells["judul"]
        if not doubtful and self._twins.add_new(folded(cast("Sequence[str]", titles)), first):  # others are in doubt
            self._take(first, rows)
        else:
            self._one_by_one(first, rows, titles, doubtful)

    def _doubtful(self, columns: Columns, outside: Sequence[Sequence[Cell]]) -> set[int]:
        """The places of the rows that must be read by themselves."""
        if self._table.signed or columns.hold_truths:
            return set(range(columns.count))
        doubtful = self._checks.remarked(columns)
        for column in outside:
            doubtful.update(place for place, cell in enumerate(column) if cell != "")
        return doubtful

    def _one_by_one(self, first: int, rows: Rows, titles: Sequence[Any], doubtful: set[int]) -> None:
        start = 0
        for place, title in enumerate(titles):
            if place not in doubtful and not self._twins.knows(name := title.casefold()):
                self._twins.add_new([name], first + place)
                continue
            self._take(first + start, rows[start:place])
            self._read_row(first + place, rows[place])
            start = place + 1
            if self._table.signed:
                doubtful = doubtful | set(range(start, len(rows)))
        self._take(first + start, rows[start:])

    def _take(self, first: int, rows: Rows) -> None:
        """Rows on which there is nothing to remark."""
        self._table.pass_over(first, rows)
        self._entries.extend(range(first, first + len(rows)))

    def _read_row(self, index: int, cells: Sequence[Cell]) -> None:
        one = self._table.read(index, cells)
        if isinstance(one, Baris):
            self._entries.append(one)
        elif one is not None:
            self.lewat.append(one)

    def _make(self, index: int) -> Baris:
        values = self._kept.values(index)
        bidang = bidang_of(values, self._table.bidang_at(index))
        return Baris(index + 1, "ok", (), UsulanBaru(**self._fields(values), bidang=bidang))

    def _fields(self, values: Values) -> dict[str, Any]:
        return usulan_fields(read_title(values).text, values, self._jenis)


class KeptColumns:
    """The columns that are read, kept for the rows that are not made yet. What else the file holds is let go of."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._places = {field: place for place, field in enumerate(fields)}
        self._firsts: list[int] = []
        self._columns: list[list[Sequence[Cell]]] = []

    def keep(self, first: int, columns: Columns) -> None:
        """The columns of rows that follow those kept before."""
        self._firsts.append(first)
        self._columns.append([columns.cells[field] for field in self._places])

    def values(self, index: int) -> Values:
        """The cells of one row."""
        block = bisect_right(self._firsts, index) - 1
        place = index - self._firsts[block]
        return Values(index, [column[place] for column in self._columns[block]], self._places)


def _columns(rows: Rows) -> list[Sequence[Cell]]:
    """The rows as columns; a row that ends early is blank from there on."""
    if len(set(map(len, rows))) == 1:
        return list(zip(*rows, strict=True))
    return list(zip_longest(*rows, fillvalue=""))
