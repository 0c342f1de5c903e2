"""The usulan of the villages around, sorted by what can make them the same as one of ours: a name, or a mention."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from musrenbang_desktop.likeness.antardesa import (
    SAME_NAME,
    SHORTEST_FUZZY,
    IsiDesa,
    Peta,
    TandaDesa,
    compare_desa,
    tanda_desa,
    with_joined,
)
from musrenbang_desktop.likeness.index import Temuan


class IndeksAntardesa:
    """Made once for a package and a village: what a package says never changes."""

    def __init__(self, desa: str, peta: Peta, rows: Iterable[IsiDesa]) -> None:
        """``desa`` is the kode wilayah of the village that looks; its own rows are passed over."""
        self._desa, self._peta = desa, peta
        self._waiting = [row for row in rows if row.desa != desa]
        self._tanda: dict[str, TandaDesa] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._naming_us: list[str] = []
        self._at_border: dict[str, list[str]] = defaultdict(list)

    def siap(self, until: float = math.inf) -> bool:
        """Read titles until ``until`` (of ``time.perf_counter``); True when none is left to be read."""
        while self._waiting and time.perf_counter() < until:
            self._put(self._waiting.pop())
        return not self._waiting

    def search(self, judul: str, lokasi: str = "", kamus: str = "") -> list[Temuan]:
        """Those of other villages that may be the same as one of ours, the surest first."""
        self.siap()
        one = tanda_desa(IsiDesa("", self._desa, judul, lokasi, kamus), self._peta)
        found = [
            Temuan(record, kemiripan)
            for record in self._near(one)
            if (kemiripan := compare_desa(one, self._tanda[record])) is not None
        ]
        return sorted(found, key=lambda each: (each.kemiripan.tingkat != "mirip", -each.kemiripan.persen, each.id))

    def _near(self, one: TandaDesa) -> Iterator[str]:
        seen = set[str]()
        for record in self._candidates(one):
            if record not in seen:
                seen.add(record)
                yield record

    def _candidates(self, one: TandaDesa) -> Iterator[str]:
        for name in with_joined(one.nama):
            for twin in self._twins(name):
                yield from self._by_name[twin]
        yield from self._naming_us
        for kode in one.sebut:
            yield from self._at_border.get(kode, ())

    def _twins(self, name: str) -> list[str]:
        """The names on file that are this one, written differently."""
        same = [name] if name in self._by_name else []
        if len(name) < SHORTEST_FUZZY:
            return same
        near = process.extract(name, self._by_name.keys(), scorer=fuzz.ratio, score_cutoff=SAME_NAME, limit=None)
        return [*same, *(twin for twin, *_ in near if twin != name)]

    def _put(self, row: IsiDesa) -> None:
        one = self._tanda[row.id] = tanda_desa(row, self._peta)
        if not one.bangunan:
            return
        for name in with_joined(one.nama):
            self._by_name[name].append(row.id)
        if self._desa in one.sebut:
            self._naming_us.append(row.id)
        if one.batas:
            self._at_border[one.desa].append(row.id)
