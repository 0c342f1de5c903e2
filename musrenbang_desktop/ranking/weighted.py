"""Weighted criteria scored by groups, in exact arithmetic.

Nilai of an usulan = the sum over criteria of bobot x (mean over groups of the score). Where less is better the score is
turned first: terbesar + terkecil - score. All usulan are divided by the same number of groups, so the order is found on
whole numbers and each nilai becomes one Fraction at the end. Nothing is rounded here.

Worked by hand: two groups (A, B); Mendesak x3 (more is better), Biaya x1 (less is better, 1 to 5).

    usulan   A       B       Mendesak           Biaya turned (6 - score)   nilai
    Talud    5, 2    4, 3    3 x (5 + 4) = 27   (4 + 3) = 7                (27 + 7) : 2 = 17
    Jalan    4, 1    4, 1    3 x (4 + 4) = 24   (5 + 5) = 10               (24 + 10) : 2 = 17
    Pompa    5, 5    3, 4    3 x (5 + 3) = 24   (1 + 2) = 3                (24 + 3) : 2 = 27/2 = 13,50

Talud and Jalan tie at 17. With Mendesak as tie rule Talud (27/2) goes before Jalan (24/2): ranks 1, 2, 3. Without a
tie rule both are first and Pompa is third: 1, 1, 3. Group totals of Talud: A 3x5+4 = 19, B 3x4+3 = 15, spread 4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import repeat
from operator import mul
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kriteria, LembarSkor, Nilai

Keadaan = Literal["lengkap", "belum lengkap"]


@dataclass(frozen=True, slots=True)
class SelKurang:
    """A cell of the score sheet that holds no usable score.

    ``isi`` is what stands there: None when it is empty, else a number outside the range of the criterion.
    """

    usulan: str
    kelompok: str
    kriteria: str
    isi: Nilai = None


@dataclass(frozen=True, slots=True)
class Baris:
    """The place of one usulan.

    ``jumlah`` holds, per criterion, bobot x the sum of the turned scores of all groups; ``skor`` the scores as given,
    per group in the order of the rules. An usulan that lacks a score has no ``peringkat``, ``nilai`` or ``jumlah``.
    ``seri`` says that the rank is shared: the order among those rows is for display only and decides nothing.
    """

    usulan: str
    peringkat: int | None
    nilai: Fraction | None
    seri: bool
    jumlah: tuple[int, ...]
    skor: tuple[tuple[Nilai, ...], ...]
    aturan: Aturan = field(repr=False)

    @property
    def keadaan(self) -> Keadaan:
        """Whether every group gave every score."""
        return "belum lengkap" if self.nilai is None else "lengkap"

    @property
    def per_kriteria(self) -> tuple[Fraction, ...]:
        """Points from each criterion; their sum is ``nilai`` exactly. Empty while incomplete."""
        return tuple(Fraction(jumlah, len(self.aturan.kelompok)) for jumlah in self.jumlah)

    @property
    def total_kelompok(self) -> tuple[int, ...]:
        """What each group alone would give the usulan. Empty while incomplete."""
        if self.nilai is None:
            return ()
        kriteria = self.aturan.kriteria
        turning = sum(k.bobot * (k.terbesar + k.terkecil) for k in kriteria if k.arah == "biaya")
        bobot = [k.bobot if k.arah == "untung" else -k.bobot for k in kriteria]
        return tuple(turning + sum(map(mul, bobot, satu)) for satu in self.skor)

    @property
    def sebaran(self) -> int | None:
        """Distance between the most and the least generous group; None while incomplete."""
        total = self.total_kelompok
        return max(total) - min(total) if total else None


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


def rank(aturan: Aturan, lembar: Mapping[str, LembarSkor], usulan: Sequence[str]) -> Hasil:
    """Order ``usulan`` by the scores in ``lembar`` (kelompok id -> sheet) under ``aturan``.

    Sheets of other groups and scores of other usulan are left aside. Raises RuleBroken for a tie rule that names no
    criterion and for an usulan given twice, ValueError for a row that has not one cell per criterion.
    """
    tie_key = _tie_key(aturan)
    if len(set(usulan)) != len(usulan):
        raise RuleBroken("usulan", "ganda")
    sah = [frozenset(range(k.terkecil, k.terbesar + 1)) for k in aturan.kriteria]
    ordered = sorted(usulan, key=urutan_id)
    lengkap: list[tuple[int, tuple[int, ...], Baris]] = []
    belum: list[Baris] = []
    for satu, rows in zip(ordered, _rows(aturan, lembar, ordered), strict=True):
        baris = _measure(aturan, sah, satu, rows)
        if baris.nilai is None:
            belum.append(baris)
        else:
            lengkap.append((sum(baris.jumlah), tie_key(baris.jumlah), baris))
    lengkap.sort(key=lambda entry: entry[:2], reverse=True)
    return Hasil(aturan, (*_place(lengkap), *belum), _missing(aturan, sah, belum))


def turned(kriteria: Kriteria, skor: int) -> int:
    """The score in the direction in which more is better."""
    return skor if kriteria.arah == "untung" else kriteria.terbesar + kriteria.terkecil - skor


def urutan_id(identitas: str) -> tuple[list[str | int], str]:
    """Sort key of an id that reads numbers as numbers: a-9 stands before a-10."""
    parts: list[str | int] = [*re.split("([0-9]+)", identitas)]
    parts[1::2] = [int(part) for part in parts[1::2]]
    return parts, identitas


def _tie_key(aturan: Aturan) -> Callable[[tuple[int, ...]], tuple[int, ...]]:
    place = {kriteria.id: number for number, kriteria in enumerate(aturan.kriteria)}
    unknown = [identitas for identitas in aturan.seri if identitas not in place]
    if unknown:
        raise RuleBroken("seri", "tidak_dikenal", unknown[0])
    columns = [place[identitas] for identitas in aturan.seri]
    return lambda jumlah: tuple(jumlah[column] for column in columns)


def _rows(
    aturan: Aturan, lembar: Mapping[str, LembarSkor], usulan: Sequence[str]
) -> list[tuple[tuple[Nilai, ...], ...]]:
    """Per usulan, the rows of all groups; a row that no sheet holds is empty."""
    width = len(aturan.kriteria)
    kosong: tuple[Nilai, ...] = (None,) * width
    sheets = [lembar.get(kelompok.id, {}) for kelompok in aturan.kelompok]
    if not sheets:
        return [()] * len(usulan)
    rows = list(zip(*(map(sheet.get, usulan, repeat(kosong)) for sheet in sheets), strict=True))
    for satu, of_groups in zip(usulan, rows, strict=True):
        if not {width}.issuperset(map(len, of_groups)):
            raise ValueError(f"usulan {satu}: a row of scores has not {width} cells, one per criterion")
    return rows


def _measure(aturan: Aturan, sah: Sequence[frozenset[int]], usulan: str, rows: tuple[tuple[Nilai, ...], ...]) -> Baris:
    jumlah: list[int] = []
    for kriteria, allowed, column in zip(aturan.kriteria, sah, zip(*rows, strict=True), strict=False):
        if not allowed.issuperset(column):
            break
        plain = sum(column)
        if kriteria.arah == "biaya":
            plain = (kriteria.terbesar + kriteria.terkecil) * len(column) - plain
        jumlah.append(kriteria.bobot * plain)
    if not jumlah or len(jumlah) != len(aturan.kriteria):
        return Baris(usulan, None, None, False, (), rows, aturan)
    return Baris(usulan, None, Fraction(sum(jumlah), len(rows)), False, tuple(jumlah), rows, aturan)


def _place(ordered: Sequence[tuple[int, tuple[int, ...], Baris]]) -> list[Baris]:
    """Give competition ranks (1, 2, 2, 4) to rows that are already in order."""
    placed: list[Baris] = []
    peringkat = 0
    keys = [entry[:2] for entry in ordered]
    for number, (_, _, baris) in enumerate(ordered):
        like_before = number > 0 and keys[number - 1] == keys[number]
        like_after = number + 1 < len(keys) and keys[number + 1] == keys[number]
        if not like_before:
            peringkat = number + 1
        placed.append(replace(baris, peringkat=peringkat, seri=like_before or like_after))
    return placed


def _missing(aturan: Aturan, sah: Sequence[frozenset[int]], belum: Sequence[Baris]) -> tuple[SelKurang, ...]:
    return tuple(
        SelKurang(baris.usulan, kelompok.id, kriteria.id, skor)
        for baris in belum
        for kelompok, row in zip(aturan.kelompok, baris.skor, strict=True)
        for kriteria, allowed, skor in zip(aturan.kriteria, sah, row, strict=True)
        if skor not in allowed
    )
