"""Which cells of a list of usulan need no remark: the rule for a row (:mod:`.usulan_fields`), asked column by column.

A column says the same again and again, so every cell is judged once; and most cells are plain texts or whole numbers,
which are known as such by the hundred. What is left is asked of the rule itself, with a row that holds nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from musrenbang_desktop.domain.forum import JenisForum
from musrenbang_desktop.exchange.plain import plain
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.tidy import all_tidy
from musrenbang_desktop.exchange.usulan_more import (
    WIDER,
    WIDER_TEXTS,
    more,
    note_owner,
    note_person,
    take_point,
    take_tag,
    with_total,
)
from musrenbang_desktop.exchange.usulan_titles import Titles, read_title
from musrenbang_desktop.exchange.usulan_values import Values, is_sure_amount, is_sure_count, is_sure_volume
from musrenbang_desktop.exchange.values import Refused

Rule = Callable[[Values], object]
"""Reads one field, and remarks on it in the values."""

Sift = Callable[[list[Any]], Collection[Any]]
"""Leaves out the cells of which it is known that the rule would not remark on them."""

#: So few are asked one by one.
_FEW = 8


class Columns:
    """The cells of some rows by field. A field that the file has no column for is not there."""

    def __init__(self, cells: Mapping[str, Sequence[Cell]]) -> None:
        self.cells = cells
        self.distinct = {field: set(column) for field, column in cells.items()}

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.cells["judul"])

    @property
    def hold_truths(self) -> bool:
        """Whether a cell is *benar* or *salah*, which Python takes for 1 and 0 and the rules do not."""
        return any(
            isinstance(cell, bool)
            for field, distinct in self.distinct.items()
            if 0 in distinct or 1 in distinct
            for cell in self.cells[field]
        )

    def of(self, fields: Sequence[str]) -> tuple[Sequence[Any], set[Any]]:
        """The cells of one field, or of several together, row by row; and those that are not the same."""
        if len(fields) == 1:
            return self.cells[fields[0]], self.distinct[fields[0]]
        together = list(zip(*(self.cells[field] for field in fields), strict=True))
        return together, set(together)

    def rows(self, places: Sequence[int]) -> Columns:
        """Only some rows."""
        return Columns({field: [column[place] for place in places] for field, column in self.cells.items()})


class Doubtful(Exception):
    """Only the whole row can tell."""


class Check:
    """Finds the rows about whose cells in some fields the rule has a remark."""

    def __init__(self, fields: Sequence[str], rule: Rule, sift: Sift = list) -> None:
        self._fields = tuple(fields)
        self._places = {field: place for place, field in enumerate(fields)}
        self._rule, self._sift = rule, sift
        self._quiet: set[Any] = set()
        self._remarked: set[Any] = set()

    def remarked(self, columns: Columns) -> list[int]:
        """The places of these rows."""
        cells, distinct = columns.of(self._fields)
        if distinct <= self._quiet:
            return []
        new = distinct - self._quiet - self._remarked
        remarked = {cell for cell in self._sift(list(new)) if not self._is_quiet(cell)}
        self._remarked |= remarked
        self._quiet |= new - remarked
        if distinct.isdisjoint(self._remarked):
            return []
        return [place for place, cell in enumerate(cells) if cell in self._remarked]

    def _is_quiet(self, cell: Any) -> bool:
        values = Values(0, cell if len(self._fields) > 1 else (cell,), self._places)
        try:
            self._rule(values)
        except (Refused, Doubtful):
            return False
        return not values.notes


class UsulanChecks:
    """All checks that the columns of one list need."""

    def __init__(self, fields: Collection[str], titles: Titles, jenis: JenisForum | None) -> None:
        self._checks = [
            Check(wanted, rule, sift)
            for names, rule, sift in (*_RULES, *_rules_of_list(fields, titles, jenis))
            if (wanted := [name for name in names if name in fields])
        ]
        self._rukun = RukunCheck([name for name in ("rt", "rw", "judul", "lokasi") if name in fields])

    def remarked(self, columns: Columns) -> set[int]:
        """The places of the rows with a remark on any cell."""
        found = self._rukun.remarked(columns)
        for check in self._checks:
            found.update(check.remarked(columns))
        return found


class RukunCheck:
    """RT and RW: where their columns do not say both, a title or a place may name them."""

    def __init__(self, fields: Sequence[str]) -> None:
        own = [name for name in fields if name in ("rt", "rw")]
        self._own = Check(own, Values.rukun_columns) if own else None
        self._whole = Check(own, _whole_rukun) if own else None
        self._texts = Check(fields, _rukun_of_texts)
        self._fields = fields

    def remarked(self, columns: Columns) -> set[int]:
        """The places of the rows with a remark on any of these cells."""
        places: Sequence[int] = range(columns.count)
        found: set[int] = set()
        if self._own and self._whole:
            places = self._whole.remarked(columns)
            found = set(self._own.remarked(columns)) if places else found
        texts = [columns.cells[name] for name in self._fields if name in ("judul", "lokasi")]
        named = [at for at in places if at not in found and any(_may_name_rukun(column[at]) for column in texts)]
        if named:
            found.update(named[place] for place in self._texts.remarked(columns.rows(named)))
        return found


def _may_name_rukun(cell: Cell) -> bool:
    text = cell.casefold() if isinstance(cell, str) else ""
    return "rt" in text or "rw" in text


def _whole_rukun(values: Values) -> None:
    rt, rw, _ = values.rukun_columns()
    if not (rt and rw):
        raise Doubtful


def _rukun_of_texts(values: Values) -> None:
    rt, rw, _ = values.rukun_columns()
    values.rukun_of_texts(read_title(values).text, values.text("lokasi"), rt, rw)


# --- the rules of single fields, and what of their cells is known without asking --------------------------------------


def _title(titles: Titles, values: Values) -> None:
    written = plain(values.cell("judul"))
    title = read_title(values)
    if not written or titles.may_be_none(written) or title.bullet or title.text != values.cell("judul"):
        raise Doubtful
    take_tag(title.text, {}, values, "judul")


def _sift_titles(titles: Titles, cells: Sequence[Cell]) -> list[Cell]:
    def certain(texts: Sequence[str]) -> bool:
        return titles.all_ordinary(texts) and all_tidy(texts)

    texts = [cell for cell in cells if isinstance(cell, str)]
    if certain(texts):
        return _no_texts(cells)
    signed = {text for text in texts if any(sign in text for sign in titles.SIGNS)}
    return [*_no_texts(cells), *signed, *_doubted([text for text in texts if text not in signed], certain)]


def _masalah(values: Values) -> None:
    take_tag(values.text("masalah"), {}, values, "masalah")


def _sift_masalah(cells: Sequence[Cell]) -> list[Cell]:
    return [*_untidy(cells), *(cell for cell in cells if isinstance(cell, str) and "(" in cell)]


def _lokasi(values: Values) -> None:
    text = values.text("lokasi")
    values.dusun_of(text)
    take_point(text, values)
    note_person(text, values)


def _penerima(values: Values) -> None:
    with_total(values.penerima(), more(values), values)


def _owner(jenis: JenisForum | None, values: Values) -> None:
    note_owner(more(values), values, jenis)


def _untidy(cells: Sequence[Cell]) -> list[Cell]:
    return [*_no_texts(cells), *_doubted([cell for cell in cells if isinstance(cell, str)], all_tidy)]


def _no_texts(cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not isinstance(cell, str)]


def _doubted(texts: Sequence[str], certain: Callable[[Sequence[str]], bool]) -> Sequence[str]:
    """The texts about which there is no certainty, found by halving."""
    if certain(texts):
        return ()
    if len(texts) <= _FEW:
        return texts
    half = len(texts) // 2
    return [*_doubted(texts[:half], certain), *_doubted(texts[half:], certain)]


def _without(sure: Callable[[Cell], bool], cells: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in cells if not sure(cell)]


def _sift_volumes(cells: Sequence[Any]) -> list[Any]:
    """A bare number has no unit that could differ from that of the next column."""
    return [cell for cell in cells if not is_sure_volume(cell[0] if isinstance(cell, tuple) else cell)]


_RULES: list[tuple[tuple[str, ...], Rule, Sift]] = [
    (("masalah",), _masalah, _sift_masalah),
    (("lokasi",), _lokasi, list),
    (("satuan",), Values.volume, list),
    (("volume", "satuan"), Values.volume, _sift_volumes),
    (("perkiraan_biaya",), Values.biaya, partial(_without, is_sure_amount)),
    (("penerima_manfaat",), Values.penerima, partial(_without, is_sure_count)),
    (("lintang", "bujur"), partial(take_point, ""), list),
    *(
        ((name,), partial(Values.text, field=name), _untidy)
        for name in ("dusun", "pengusul", "perangkat_daerah", "keterangan", "bidang", *WIDER_TEXTS)
    ),
    *(((name,), more, list) for name in WIDER if name not in WIDER_TEXTS),
]
"""Fields, the rule that remarks on them, and which of their cells it must be asked about."""


def _rules_of_list(
    fields: Collection[str], titles: Titles, jenis: JenisForum | None
) -> Iterator[tuple[tuple[str, ...], Rule, Sift]]:
    yield ("judul",), partial(_title, titles), partial(_sift_titles, titles)
    if "kode_kegiatan" in fields:
        yield ("kode_kegiatan", "kewenangan"), partial(_owner, jenis), list
    if "penerima_l" in fields and "penerima_p" in fields:
        yield ("penerima_manfaat", "penerima_l", "penerima_p"), _penerima, list
