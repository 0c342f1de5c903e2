"""Ties: the declared steps one after the other, then the recorded lot; what is still equal shares its rank.

A step parts equal usulan only where its number is known for all of them: the unknown is neither large nor small.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from musrenbang_desktop.domain.cara import SERI_FAKTA
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Undian
from musrenbang_desktop.ranking.result import Baris

Step = Callable[[Baris], Fraction | int | None]
"""The number of one step for one row: larger goes first, None while unknown."""


@dataclass(frozen=True, slots=True)
class Fakta:
    """What is known of an usulan beside its scores; None is unknown, never zero."""

    bidang: str = ""
    manfaat: int | None = None
    biaya: int | None = None


def steps(aturan: Aturan, fakta: Mapping[str, Fakta] | None = None) -> tuple[Step, ...]:
    """The tie rule of ``aturan`` as numbers. Raises RuleBroken("seri", "tidak_dikenal", id)."""
    place = {kriteria.id: number for number, kriteria in enumerate(aturan.kriteria)}
    for identitas in aturan.seri:
        if identitas not in place and identitas not in SERI_FAKTA:
            raise RuleBroken("seri", "tidak_dikenal", identitas)
    return tuple(
        _criterion(place[identitas]) if identitas in place else _fact(identitas, fakta or {})
        for identitas in aturan.seri
    )


def place(ordered: Sequence[Baris], rule: Sequence[Step], lots: Sequence[Undian] = ()) -> list[Baris]:
    """Give competition ranks (1, 2, 2, 4) to complete rows that stand in the order of their nilai, best first."""
    placed: list[Baris] = []
    for _, same in groupby(ordered, key=_written):
        rows = list(same)
        if len(rows) == 1:
            placed.append(_at(rows[0], len(placed) + 1))
            continue
        for part in _parted([(row, ()) for row in rows], rule, lots):
            rank = len(placed) + 1
            placed += [_at(row, rank, seri=len(part) > 1, jejak=trace) for row, trace in part]
    return placed


def _written(row: Baris) -> tuple[int, int]:
    """The nilai as numerator and denominator, which compare in a fifth of the time of two fractions."""
    return (0, 0) if row.nilai is None else row.nilai.as_integer_ratio()


def _at(row: Baris, rank: int, *, seri: bool = False, jejak: tuple[int, ...] = ()) -> Baris:
    """The row in its place. Written out because ``replace`` takes twice as long and every key of a score comes by."""
    return Baris(
        row.usulan,
        rank,
        row.nilai,
        seri,
        row.jumlah,
        row.skor,
        row.aturan,
        row.pembagi,
        row.tabel,
        row.skala,
        row.bagian,
        row.kelompok,
        jejak,
    )


Traced = tuple[Baris, tuple[int, ...]]


def _parted(rows: list[Traced], rule: Sequence[Step], lots: Sequence[Undian]) -> list[list[Traced]]:
    parts = [rows]
    for step in rule:
        parts = [piece for part in parts for piece in _split(part, step)]
    return [piece for part in parts for piece in _split(part, _drawn(part, lots))]


def _split(part: list[Traced], step: Step) -> list[list[Traced]]:
    """The rows of one part in pieces, the better first; one piece while a number is unknown."""
    keyed = [(step(row), row, trace) for row, trace in part]
    known = [(key, row, trace) for key, row, trace in keyed if key is not None]
    if len(known) < len(keyed):
        return [[(row, (*trace, 0)) for _, row, trace in keyed]]
    known.sort(key=lambda entry: entry[0], reverse=True)
    pieces = [list(piece) for _, piece in groupby(known, key=lambda entry: entry[0])]
    return [[(row, (*trace, number)) for _, row, trace in piece] for number, piece in enumerate(pieces)]


def _drawn(part: list[Traced], lots: Sequence[Undian]) -> Step:
    """The latest lot that was drawn for just these usulan, or for more than these."""
    here = {row.usulan for row, _ in part}
    for lot in reversed(lots):
        if here.issubset(lot.usulan):
            order = {usulan: -number for number, usulan in enumerate(lot.usulan)}
            return lambda row: order[row.usulan]
    return lambda _row: None


def _criterion(column: int) -> Step:
    """The points of one criterion; divided, because usulan of two bidang may have been scored by 2 and by 3 groups."""
    return lambda row: Fraction(row.jumlah[column], row.pembagi)


def _fact(identitas: str, fakta: Mapping[str, Fakta]) -> Step:
    if identitas == "fakta:manfaat":
        return lambda row: fakta.get(row.usulan, Fakta()).manfaat

    def cheaper(row: Baris) -> int | None:
        biaya = fakta.get(row.usulan, Fakta()).biaya
        return None if biaya is None else -biaya

    return cheaper
