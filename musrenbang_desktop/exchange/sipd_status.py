"""A list that SIPD itself wrote: which usulan of the village it holds, and under which id.

Columns are found by their names, whatever their order. An usulan is known again by its id, else by its name, else by
name and place together; where two fit, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from musrenbang_desktop.domain.sipd import BarisSipd
from musrenbang_desktop.exchange.plain import plain
from musrenbang_desktop.exchange.sheet import Cell, open_book
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

_ID, _NAME, _PLACE = "idusulan", "usulan", "alamat"
_SEARCHED = 30


@dataclass(frozen=True, slots=True)
class StatusSipd:
    """One usulan of the village as SIPD knows it."""

    usulan: str
    sipd_id: str


@dataclass(slots=True)
class Cocok:
    """What was found: usulan known again, and the names of rows that are nobody's or could be several."""

    status: list[StatusSipd] = field(default_factory=list)
    tidak_dikenal: list[str] = field(default_factory=list)
    meragukan: list[str] = field(default_factory=list)


def baca_status(path: Path, antrean: Sequence[BarisSipd]) -> Cocok:
    """Match the rows of an Excel or CSV list with the queue. Raises BerkasTidakTerbaca."""
    book = open_book(path)
    for name in book.names:
        found = _columns(book.load(name).rows)
        if found:
            return _match(*found, antrean)
    raise BerkasTidakTerbaca("bukan_sipd", path.name)


def _columns(rows: Sequence[Sequence[Cell]]) -> tuple[Sequence[Sequence[Cell]], Mapping[str, int]] | None:
    """The rows below the head and where its columns are."""
    for place, row in enumerate(rows[:_SEARCHED]):
        heads = {_bare(plain(cell)): column for column, cell in reversed(list(enumerate(row)))}
        if _ID in heads and _NAME in heads:
            return rows[place + 1 :], heads
    return None


def _match(rows: Sequence[Sequence[Cell]], heads: Mapping[str, int], antrean: Sequence[BarisSipd]) -> Cocok:
    found = Cocok()
    by_id = {row.catatan.sipd_id: row.usulan.id for row in antrean if row.catatan.sipd_id}
    taken: set[str] = set()
    for row in rows:
        number, name, place = (_cell(row, heads, key) for key in (_ID, _NAME, _PLACE))
        if not (number and name):
            continue
        fitting = [by_id[number]] if number in by_id else _fitting(name, place, antrean)
        fitting = [one for one in fitting if one not in taken]
        if len(fitting) == 1:
            taken.add(fitting[0])
            found.status.append(StatusSipd(fitting[0], number))
        else:
            (found.meragukan if fitting else found.tidak_dikenal).append(name)
    return found


def _fitting(name: str, place: str, antrean: Sequence[BarisSipd]) -> list[str]:
    """The usulan of this name, and of these the one at this place where there are several."""
    named = [row for row in antrean if _bare(row.usulan.judul) == _bare(name)]
    if len(named) > 1 and place:
        there = [row for row in named if _bare(row.usulan.tempat) and _bare(row.usulan.tempat) in _bare(place)]
        named = there or named
    return [row.usulan.id for row in named]


def _cell(row: Sequence[Cell], heads: Mapping[str, int], key: str) -> str:
    column = heads.get(key, len(row))
    return " ".join(plain(row[column]).split()) if column < len(row) else ""


def _bare(text: str) -> str:
    """Letters and figures only, in small letters."""
    return re.sub(r"[\W_]+", "", text.casefold())
