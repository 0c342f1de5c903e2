"""Weights from comparing criteria in pairs (AHP), exactly: normalised columns averaged over the rows.

The principal eigenvector and the geometric mean of a row are irrational in general, so they could not be redone with a
calculator nor compared exactly. The average of the normalised columns is Saaty's own approximation, rational, and equal
to both when the comparisons agree with each other. See docs/adr on exact AHP.

Worked by hand: urgensi : manfaat = 2, urgensi : biaya = 4, manfaat : biaya = 2.

             urgensi  manfaat  biaya        columns divided by their sums (7/4, 7/2, 7)     weight
    urgensi     1        2       4          4/7   4/7   4/7                                 4/7
    manfaat    1/2       1       2          2/7   2/7   2/7                                 2/7
    biaya      1/4      1/2      1          1/7   1/7   1/7                                 1/7

The comparisons agree: largest eigenvalue = mean of (row x weights) : weight = 3, index (3 - 3) : 2 = 0, ratio 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from musrenbang_desktop.domain.errors import RuleBroken

#: Random index by number of criteria (Saaty 1980, two decimals as published). One and two are always consistent.
RANDOM_INDEX = {
    number: Fraction(hundredths, 100)
    for number, hundredths in enumerate((0, 0, 58, 90, 112, 124, 132, 141, 145, 149, 151, 148, 156, 157, 159), 1)
}
#: Comparisons with a larger ratio contradict themselves and are asked again.
CONSISTENT = Fraction(1, 10)

Banding = tuple[str, str, Fraction]


@dataclass(frozen=True, slots=True)
class BobotAhp:
    """Weights that add up to 1, in the order of the criteria, and how far the comparisons agree (0 is fully)."""

    bobot: tuple[Fraction, ...]
    rasio: Fraction

    @property
    def konsisten(self) -> bool:
        """Whether the weights may be used."""
        return self.rasio <= CONSISTENT


def weights(kriteria: Sequence[str], perbandingan: Sequence[Banding]) -> BobotAhp:
    """Weights of ``kriteria`` from comparisons of every pair: how many times the first matters as the second.

    Raises RuleBroken("perbandingan", "tidak_dikenal" | "ganda" | "tidak_lengkap" | "di_luar_batas") and
    ("kriteria", "terlalu_besar") for more criteria than the table of random indices knows.
    """
    number = len(kriteria)
    if number > max(RANDOM_INDEX):
        raise RuleBroken("kriteria", "terlalu_besar")
    matrix = _matrix(kriteria, perbandingan)
    sums = [sum((row[column] for row in matrix), Fraction()) for column in range(number)]
    bobot = tuple(
        sum((value / total for value, total in zip(row, sums, strict=True)), Fraction()) / number for row in matrix
    )
    index = RANDOM_INDEX[number] if number else Fraction()
    if not index:
        return BobotAhp(bobot, Fraction())
    products = [sum((a * w for a, w in zip(row, bobot, strict=True)), Fraction()) for row in matrix]
    largest = sum((product / w for product, w in zip(products, bobot, strict=True)), Fraction()) / number
    return BobotAhp(bobot, (largest - number) / (number - 1) / index)


def missing(kriteria: Sequence[str], perbandingan: Sequence[Banding]) -> tuple[tuple[str, str], ...]:
    """The pairs that are still to be compared, in the order of the criteria."""
    known = {frozenset((first, second)) for first, second, _ in perbandingan}
    return tuple(
        (first, second)
        for place, first in enumerate(kriteria)
        for second in kriteria[place + 1 :]
        if frozenset((first, second)) not in known
    )


def _matrix(kriteria: Sequence[str], perbandingan: Sequence[Banding]) -> list[list[Fraction]]:
    place = {identitas: number for number, identitas in enumerate(kriteria)}
    found: dict[tuple[int, int], Fraction] = {(number, number): Fraction(1) for number in place.values()}
    for first, second, times in perbandingan:
        if first not in place or second not in place or first == second:
            raise RuleBroken("perbandingan", "tidak_dikenal")
        row, column = place[first], place[second]
        if (row, column) in found:
            raise RuleBroken("perbandingan", "ganda")
        if not Fraction(1, 9) <= times <= 9:
            raise RuleBroken("perbandingan", "di_luar_batas")
        found[row, column], found[column, row] = times, 1 / times
    if len(found) < len(kriteria) ** 2:
        raise RuleBroken("perbandingan", "tidak_lengkap")
    return [[found[row, column] for column in range(len(kriteria))] for row in range(len(kriteria))]
