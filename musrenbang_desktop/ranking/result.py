"""The result of any method: one row for each usulan, its place, and what the place rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, NamedTuple

from musrenbang_desktop.domain.penilaian import Aturan, Nilai

Keadaan = Literal["lengkap", "belum lengkap"]

Tabel = tuple[Mapping[int, int], ...]
"""Per criterion: score -> points as a whole number, at the scale of the calculation."""


class SelKurang(NamedTuple):
    """A cell of the score sheet that holds no usable score.

    ``isi`` is what stands there: None when it is empty, else a number outside the range of the criterion.
    ``lawan`` is the other usulan where two are compared and the winner is not yet known.
    """

    usulan: str
    kelompok: str
    kriteria: str
    isi: Nilai = None
    lawan: str = ""


@dataclass(frozen=True, slots=True)
class Baris:
    """The place of one usulan.

    ``jumlah`` holds, per criterion, the points of all groups together as whole numbers, ``pembagi`` times too large;
    ``skor`` the scores as given, per group in the order of the rules. An usulan that lacks a score has no
    ``peringkat``, ``nilai`` or ``jumlah``. ``seri`` says that the rank is shared: the order among those rows is for
    display only and decides nothing. ``bagian`` and ``kelompok`` are given where the method is no sum over groups.
    ``jejak`` says, per step of the tie rule and last for the lot, in which part of the tied rows it came (0 is the
    best); it is empty when no other row has this nilai.
    """

    usulan: str
    peringkat: int | None
    nilai: Fraction | None
    seri: bool
    jumlah: tuple[int, ...]
    skor: tuple[tuple[Nilai, ...], ...]
    aturan: Aturan = field(repr=False)
    pembagi: int = 1
    tabel: Tabel = field(default=(), repr=False)
    skala: int = 1
    bagian: tuple[Fraction, ...] | None = None
    kelompok: tuple[Fraction, ...] | None = None
    jejak: tuple[int, ...] = ()

    @property
    def keadaan(self) -> Keadaan:
        """Whether every group gave every score."""
        return "belum lengkap" if self.nilai is None else "lengkap"

    @property
    def per_kriteria(self) -> tuple[Fraction, ...]:
        """Points from each criterion; their sum is ``nilai`` exactly. Empty while incomplete, and where the method
        does not add criteria up.
        """
        if self.bagian is not None:
            return self.bagian
        return tuple(Fraction(jumlah, self.pembagi) for jumlah in self.jumlah)

    @property
    def total_kelompok(self) -> tuple[Fraction, ...]:
        """What each group alone would give the usulan. Empty while incomplete."""
        if self.nilai is None:
            return ()
        if self.kelompok is not None:
            return self.kelompok
        return tuple(Fraction(points, self.skala) for points in self._points_of_groups())

    @property
    def per_kelompok(self) -> dict[str, Fraction]:
        """Group id -> what it alone gives: only the groups that score this usulan. Empty while incomplete."""
        total = self.total_kelompok
        return {kelompok.id: nilai for kelompok, nilai in zip(self.aturan.kelompok, total, strict=False)}

    @property
    def sebaran(self) -> Fraction | None:
        """Distance between the most and the least generous group; None while incomplete."""
        total = self.total_kelompok
        return max(total) - min(total) if total else None

    def _points_of_groups(self) -> list[int]:
        return [
            sum(table[skor] for table, skor in zip(self.tabel, row, strict=True) if skor is not None)
            for row in self.skor
        ]


@dataclass(frozen=True, slots=True)
class Hasil:
    """The result: ``baris`` best first, incomplete usulan last; ``kurang`` lists every cell still to be filled."""

    aturan: Aturan
    baris: tuple[Baris, ...]
    kurang: tuple[SelKurang, ...]

    def satu(self, usulan: str) -> Baris:
        """The row of one usulan. Raises KeyError when it was not part of the ranking."""
        for baris in self.baris:
            if baris.usulan == usulan:
                return baris
        raise KeyError(usulan)

    @property
    def lengkap(self) -> bool:
        """True when every usulan has its rank."""
        return all(baris.nilai is not None for baris in self.baris)

    @property
    def seri(self) -> tuple[tuple[str, ...], ...]:
        """The usulan that still share a rank, rank by rank: what a lot could part."""
        shared: dict[int, list[str]] = {}
        for baris in self.baris:
            if baris.seri and baris.peringkat is not None:
                shared.setdefault(baris.peringkat, []).append(baris.usulan)
        return tuple(tuple(ids) for ids in shared.values())


def urutan_id(identitas: str) -> tuple[list[str | int], str]:
    """Sort key of an id that reads numbers as numbers: a-9 stands before a-10."""
    parts: list[str | int] = [*re.split("([0-9]+)", identitas)]
    parts[1::2] = [int(part) for part in parts[1::2]]
    return parts, identitas
