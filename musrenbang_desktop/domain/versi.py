"""Versi: a list as it stood at one closing, and how two closings of it differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Fakta = str | int | None
"""One printed fact; None while it is unknown."""

BARU, KELUAR, URUTAN = "baru", "keluar", "urutan"
"""It was not in the version before; it is not in this one; it was moved."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One line as a version prints it. ``kunci`` is never another's; ``daftar`` names the list that it stands in."""

    kunci: str
    fakta: Mapping[str, Fakta]
    daftar: str = ""


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference of a line: ``hal`` is BARU, KELUAR, URUTAN (places from 1) or the name of a fact."""

    baris: Baris
    hal: str
    dulu: Fakta
    kini: Fakta


def perbedaan(dulu: Sequence[Baris], kini: Sequence[Baris]) -> tuple[Beda, ...]:
    """Every difference, in the order of the new version; what left it comes last.

    Only what was really moved is called moved: lines that kept their order among each other are not named because
    another one was put before them. Facts that only one of two lists prints are not compared.
    """
    before = {one.kunci: one for one in dulu}
    now = {one.kunci for one in kini}
    old_place = {one.kunci: place for place, one in enumerate(dulu, 1)}
    stayed = unmoved([old_place[one.kunci] for one in kini if one.kunci in before])
    found: list[Beda] = []
    for place, one in enumerate(kini, 1):
        was = before.get(one.kunci)
        if was is None:
            found.append(Beda(one, BARU, None, place))
            continue
        found += [
            Beda(one, name, was.fakta[name], value)
            for name, value in one.fakta.items()
            if name in was.fakta and was.fakta[name] != value
        ]
        # that it went from one list to the other says more than its new place
        if old_place[one.kunci] not in stayed and was.daftar == one.daftar:
            found.append(Beda(one, URUTAN, old_place[one.kunci], place))
    found += [Beda(one, KELUAR, old_place[one.kunci], None) for one in dulu if one.kunci not in now]
    return tuple(found)


def unmoved(places: Sequence[int]) -> frozenset[int]:
    """The largest set of places that stand in rising order: those that nobody moved."""
    tails: list[int] = []
    tail_at: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(tails, place)
        before.append(tail_at[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        tail_at[at : at + 1] = [index]
    kept, index = set(), tail_at[-1] if tail_at else -1
    while index >= 0:
        kept.add(places[index])
        index = before[index]
    return frozenset(kept)
