"""Asal: the RW, dusun or group in whose own list an usulan has a rank (P1, P2), and moving within that list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

TERAKHIR = 999
"""Largest rank within an origin."""


class Berasal(Protocol):
    """What the rules of this module ask of an usulan."""

    @property
    def id(self) -> str: ...
    @property
    def nomor(self) -> int: ...
    @property
    def asal_urut(self) -> str: ...
    @property
    def peringkat_asal(self) -> int | None: ...


B = TypeVar("B", bound=Berasal)


def asal_dari(asal: str, rw: str, dusun: str, pengusul: str) -> str:
    """The origin as stated, else what its place says: ``RW 05``, ``Krajan``, else who proposed it."""
    return asal or (f"RW {rw}" if rw else "") or dusun or pengusul


def tulis_peringkat(usulan: Berasal) -> str:
    """``P2 RW 05``; nothing without a rank."""
    return f"P{usulan.peringkat_asal} {usulan.asal_urut}".strip() if usulan.peringkat_asal else ""


def seasal(usulan: Berasal, semua: Iterable[B]) -> list[B]:
    """The usulan of the same origin, this one too: ranked ones first, then by number."""
    name = usulan.asal_urut.casefold()
    same = [one for one in semua if one.asal_urut.casefold() == name]
    return sorted(same, key=lambda one: (one.peringkat_asal is None, one.peringkat_asal or 0, one.nomor))


def berperingkat_sama(usulan: Berasal, semua: Iterable[B]) -> list[B]:
    """The others of its origin that have the same rank: worth a question, never a refusal."""
    if usulan.peringkat_asal is None:
        return []
    return [one for one in seasal(usulan, semua) if one.id != usulan.id and one.peringkat_asal == usulan.peringkat_asal]


def geser(usulan: Berasal, semua: Iterable[Berasal], langkah: int) -> dict[str, int]:
    """The new ranks when it goes one place up (-1) or down (+1) among its origin: id -> rank, only what changes.

    One without a rank goes behind the last ranked one on its first step up and stays where it is on a step down, so
    that nobody else gets a rank that no one gave. Equal ranks and gaps are put in order on the way.
    """
    ranked = [one for one in seasal(usulan, semua) if one.peringkat_asal is not None]
    places = [one.id for one in ranked]
    if usulan.id not in places:
        return {usulan.id: len(places) + 1} if langkah < 0 else {}
    place = places.index(usulan.id)
    other = place + langkah
    if 0 <= other < len(places):
        places[place], places[other] = places[other], places[place]
    return _changed(ranked, places)


def _changed(ranked: Sequence[Berasal], places: Sequence[str]) -> dict[str, int]:
    before = {one.id: one.peringkat_asal for one in ranked}
    return {record: number for number, record in enumerate(places, 1) if before[record] != number}
