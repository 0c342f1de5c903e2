"""Rank within the origin: P1, P2 of every RW, dusun or group; and the first n of each.

Some villages keep the order of each RW to the last place that is accepted, so one list for all is not enough. The place
within the origin is the one that the origin itself gave (peringkat asal) where all its usulan have one, else the place
that the scores give.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from musrenbang_desktop.ranking.result import Hasil


@dataclass(frozen=True, slots=True)
class TempatAsal:
    """The place of one usulan within its origin. ``seri``: another one of the origin has the same."""

    asal: str
    urutan: int
    seri: bool
    sendiri: bool
    """whether the origin itself gave the place"""

    @property
    def label(self) -> str:
        """``P2``."""
        return f"P{self.urutan}"


def within(
    hasil: Hasil, asal: Mapping[str, str], sendiri: Mapping[str, int | None] | None = None
) -> dict[str, TempatAsal]:
    """The place of every ranked usulan within its origin (usulan id -> origin; unknown ones are one origin, "")."""
    groups: dict[str, list[tuple[str, int]]] = {}
    for row in hasil.baris:
        if row.peringkat is not None:
            groups.setdefault(asal.get(row.usulan, ""), []).append((row.usulan, row.peringkat))
    found: dict[str, TempatAsal] = {}
    for name, rows in groups.items():
        own = {usulan: (sendiri or {}).get(usulan) for usulan, _ in rows}
        stated = all(place is not None for place in own.values())
        keys = {usulan: own[usulan] or 0 if stated else rank for usulan, rank in rows}
        values = list(keys.values())
        for usulan, key in keys.items():
            urutan = key if stated else 1 + sum(value < key for value in values)
            found[usulan] = TempatAsal(name, urutan, values.count(key) > 1, stated)
    return found


def jumps(order: list[str], tempat: Mapping[str, TempatAsal]) -> list[tuple[str, str]]:
    """Usulan that stand before a higher priority of their own origin in ``order``: (the jumper, the one passed over).

    Of several passed over only the highest is named.
    """
    found: list[tuple[str, str]] = []
    for number, usulan in enumerate(order):
        own = tempat.get(usulan)
        later = [other for other in order[number + 1 :] if other in tempat]
        passed = [o for o in later if own and tempat[o].asal == own.asal and tempat[o].urutan < own.urutan]
        if passed:
            found.append((usulan, min(passed, key=lambda o: tempat[o].urutan)))
    return found
