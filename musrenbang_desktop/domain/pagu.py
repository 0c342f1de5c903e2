"""Pagu per sumber dana: each source of money with its own ceiling, and what an usulan would take from each.

An usulan counts against the sources that it names. One that names none counts against the first source of the list,
which the screens and the worksheet say. A ceiling that nobody knows yet is None, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sumber_dana import LONGEST_NAME, MOST, SumberDana, normal_sumber
from musrenbang_desktop.domain.uang import TERBESAR, format_rupiah

PAGU_FORUM = "pagu"
"""The name under which the one ceiling of a forum is kept that names no sources."""


class PaguSumber(NamedTuple):
    """One source and its ceiling in whole rupiah, None while unknown."""

    sumber: str
    jumlah: int | None = None


def jumlah_pagu(rows: Iterable[PaguSumber]) -> int | None:
    """All ceilings together; None when there is none or one is unknown."""
    amounts = [row.jumlah for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def batas_pagu(rows: Sequence[PaguSumber], pagu: int | None) -> dict[str, int | None]:
    """Source -> ceiling, as the choice walks down the order. ``pagu`` is the one ceiling of a forum without rows."""
    if rows:
        return {row.sumber: row.jumlah for row in rows}
    return {} if pagu is None else {PAGU_FORUM: pagu}


def biaya_per_sumber(
    rows: Sequence[PaguSumber], biaya: int | None, sumber: Sequence[SumberDana]
) -> Mapping[str, int | None]:
    """What an usulan takes from each source; None for a part that is unknown.

    One source without an amount bears what the others leave of the cost.
    """
    if not rows:
        return {PAGU_FORUM: biaya}
    if not sumber:
        return {rows[0].sumber: biaya}
    known = {row.sumber.casefold(): row.sumber for row in rows}
    parts: dict[str, int | None] = {}
    left = biaya
    for one in sumber:
        left = None if left is None else left - (one.jumlah or 0)
    unknown = sum(one.jumlah is None for one in sumber)
    for one in sumber:
        full = normal_sumber(one.sumber)
        name = known.get(full.casefold(), full)
        rest = max(0, left) if left is not None and unknown == 1 else None
        part = one.jumlah if one.jumlah is not None else rest
        before = parts.get(name, 0)
        parts[name] = None if before is None or part is None else before + part
    return parts


def check_pagu(rows: Sequence[PaguSumber]) -> None:
    """Raise RuleBroken("pagu_sumber", "kosong", "ganda", "negatif", "terlalu_besar", "terlalu_panjang" or
    "terlalu_banyak").
    """
    if len(rows) > MOST:
        raise RuleBroken("pagu_sumber", "terlalu_banyak", str(MOST))
    names = [row.sumber.strip().casefold() for row in rows]
    if not all(names):
        raise RuleBroken("pagu_sumber", "kosong")
    if len(set(names)) < len(names):
        raise RuleBroken("pagu_sumber", "ganda")
    for row in rows:
        if len(row.sumber) > LONGEST_NAME:
            raise RuleBroken("pagu_sumber", "terlalu_panjang")
        if row.jumlah is not None and row.jumlah < 0:
            raise RuleBroken("pagu_sumber", "negatif")
        if row.jumlah is not None and row.jumlah > TERBESAR:
            raise RuleBroken("pagu_sumber", "terlalu_besar")


class PakaiSumber(NamedTuple):
    """What is taken of one source. ``belum`` counts the usulan whose part of it nobody knows."""

    sumber: str
    pagu: int | None
    terpakai: int
    belum: int = 0

    @property
    def sisa(self) -> int | None:
        """What is left, below zero where the ceiling is passed; None while the ceiling is unknown."""
        return None if self.pagu is None else self.pagu - self.terpakai


def pakai(batas: Mapping[str, int | None], biaya: Iterable[Mapping[str, int | None]]) -> tuple[PakaiSumber, ...]:
    """What usulan with these costs take of each source together: those with a ceiling first, as they are listed."""
    found = {source: PakaiSumber(source, ceiling, 0) for source, ceiling in batas.items()}
    for cost in biaya:
        for source, amount in cost.items():
            row = found.get(source, PakaiSumber(source, None, 0))
            found[source] = row._replace(terpakai=row.terpakai + (amount or 0), belum=row.belum + (amount is None))
    return tuple(found.values())


def kata_pakai(row: PakaiSumber) -> str:
    """``Dana Desa Rp800.000.000: terpakai Rp700.000.000, sisa Rp100.000.000``."""
    used = format_rupiah(row.terpakai)
    if row.sisa is None:
        return f"{row.sumber}, pagu belum diketahui: terpakai {used}"
    end = f"lebih {format_rupiah(-row.sisa)}" if row.sisa < 0 else f"sisa {format_rupiah(row.sisa)}"
    return f"{row.sumber} {format_rupiah(row.pagu or 0)}: terpakai {used}, {end}"
