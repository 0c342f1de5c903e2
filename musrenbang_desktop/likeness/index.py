"""The usulan of a forum, sorted by place, so that a new one is compared only with those that can be the same."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from musrenbang_desktop.likeness.compare import Kemiripan, compare
from musrenbang_desktop.likeness.signature import Tanda, tanda


class Isi(NamedTuple):
    """What of an usulan counts for likeness."""

    id: str
    judul: str
    dusun: str
    rt: str
    rw: str


class Temuan(NamedTuple):
    """Another usulan, and how alike it is."""

    id: str
    kemiripan: Kemiripan


class Indeks:
    """Kept up to date with :meth:`take`; only what changed is looked at again, at the latest when it is asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Isi] = {}
        self._waiting: dict[str, Isi] = {}
        self._tanda: dict[str, Tanda] = {}
        self._places: dict[str, dict[str, dict[str, Tanda]]] = {}

    def take(self, rows: Iterable[Isi]) -> set[str]:
        """Hold exactly these usulan; returns the ids that came, went or changed."""
        wanted = {row.id: row for row in rows}
        gone = self._known.keys() - wanted.keys()
        changed = {record for record, row in wanted.items() if self._known.get(record) != row}
        for record in gone | (changed & self._known.keys()):
            self._drop(record)
        came = {record: wanted[record] for record in changed}
        self._known |= came
        self._waiting |= came
        return gone | changed

    def siap(self, until: float = math.inf) -> bool:
        """Read titles that came until ``until`` (of ``time.perf_counter``); True when none is left to be read."""
        while self._waiting and time.perf_counter() < until:
            self._put(*self._waiting.popitem())
        return not self._waiting

    def __contains__(self, record: object) -> bool:
        return record in self._known

    def search(self, one: Tanda, without: str = "") -> list[Temuan]:
        """The usulan that are like ``one``, the surest first."""
        self.siap()
        found = [
            Temuan(record, kemiripan)
            for record, other in self._near(one)
            if record != without and (kemiripan := compare(one, other)) is not None
        ]
        return sorted(found, key=lambda each: (each.kemiripan.tingkat != "mirip", -each.kemiripan.persen, each.id))

    def like(self, record: str) -> list[Temuan]:
        """The usulan that are like the one with this id."""
        self.siap()
        return self.search(self._tanda[record], without=record)

    def _near(self, one: Tanda) -> Iterator[tuple[str, Tanda]]:
        """Those at the same place, and those whose place is not known well enough to tell."""
        for dusun in {one.dusun, ""} if one.dusun else tuple(self._places):
            rows = self._places.get(dusun, {})
            for rt in {one.rt, ""} if one.rt else tuple(rows):
                yield from rows.get(rt, {}).items()

    def _put(self, record: str, row: Isi) -> None:
        one = self._tanda[record] = tanda(row.judul, row.dusun, row.rt, row.rw)
        self._places.setdefault(one.dusun, {}).setdefault(one.rt, {})[record] = one

    def _drop(self, record: str) -> None:
        del self._known[record]
        if self._waiting.pop(record, None) is not None:
            return
        one = self._tanda.pop(record)
        del self._places[one.dusun][one.rt][record]
