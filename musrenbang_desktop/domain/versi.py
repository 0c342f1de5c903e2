"""Versi: the result as it stood at one closing, and how two closings differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Fakta = Literal["bidang", "masalah", "judul", "tempat", "volume", "biaya", "sumber", "perangkat", "pengusul"]
"""What the annexes print of an usulan itself."""
Hal = Literal["baru", "keluar", "keluaran", "urutan", "alasan"] | Fakta
"""What of an usulan differs; ``baru`` was not in the version before, ``keluar`` is not in this one."""

_NOT_AGREED = "belum_disepakati"


@dataclass(frozen=True, slots=True)
class ButirVersi:
    """One usulan as a version prints it. ``biaya`` is whole rupiah, None while unknown."""

    usulan: str
    label: str
    judul: str
    keluaran: str
    volume: str
    biaya: int | None
    alasan: str = ""
    bidang: str = ""
    masalah: str = ""
    tempat: str = ""
    sumber: str = ""
    perangkat: str = ""
    pengusul: str = ""


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference. ``dulu`` and ``kini`` are places from 1, the outputs, titles, volumes or amounts."""

    butir: ButirVersi
    hal: Hal
    dulu: str | int | None
    kini: str | int | None


def perbedaan(dulu: Sequence[ButirVersi], kini: Sequence[ButirVersi]) -> tuple[Beda, ...]:
    """Every difference, in the order of the new version; what left it comes last.

    Only what was really moved is called moved: usulan that kept their order among each other are not named because
    another one was put before them.
    """
    before = {one.usulan: one for one in dulu}
    now = {one.usulan: one for one in kini}
    old_place = {one.usulan: place for place, one in enumerate(dulu, 1)}
    stayed = _in_order([old_place[one.usulan] for one in kini if one.usulan in before])
    found: list[Beda] = []
    for place, one in enumerate(kini, 1):
        was = before.get(one.usulan)
        if was is None:
            found.append(Beda(one, "baru", None, place))
            continue
        found += _fields(was, one)
        if old_place[one.usulan] not in stayed and not _fell_out(was, one):
            found.append(Beda(one, "urutan", old_place[one.usulan], place))
    found += [Beda(one, "keluar", old_place[one.usulan], None) for one in dulu if one.usulan not in now]
    return tuple(found)


def _fell_out(was: ButirVersi, one: ButirVersi) -> bool:
    """Whether it went from the agreed list to the other one or back, which says more than its new place."""
    return (was.keluaran == _NOT_AGREED) != (one.keluaran == _NOT_AGREED)


def _fields(was: ButirVersi, one: ButirVersi) -> list[Beda]:
    named: tuple[Hal, ...] = ("keluaran", *get_args(Fakta), "alasan")
    pairs = [(hal, getattr(was, hal), getattr(one, hal)) for hal in named]
    return [Beda(one, hal, old, new) for hal, old, new in pairs if old != new]


def _in_order(places: Sequence[int]) -> frozenset[int]:
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
