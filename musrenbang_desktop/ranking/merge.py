"""From what every group alone gives to one nilai: mean, sum, median, or points for what stands below.

Worked by hand, three groups: Talud 19, 15, 8 and Jalan 16, 16, 10 and Pompa 12, 11, 9.

    rule             Talud                     Jalan                     Pompa
    rata_rata        (19+15+8) : 3 = 14        (16+16+10) : 3 = 14       (12+11+9) : 3 = 32/3
    jumlah           42                        42                        32
    median           8, 15, 19 -> 15           10, 16, 16 -> 16          9, 11, 12 -> 11
    poin_peringkat   2 + 1 + 0 = 3             1 + 2 + 2 = 5             0 + 0 + 1 = 1

poin_peringkat: in each group an usulan gets 1 for every usulan below it and 1/2 for every equal one. It orders as the
sum of ranks does (smallest sum first, equal usulan sharing the middle rank), but more is better as everywhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from musrenbang_desktop.domain.cara import Gabung
from musrenbang_desktop.ranking.result import Baris


def merged(rows: Sequence[Baris], rule: Gabung) -> list[Baris]:
    """Complete rows with the nilai that ``rule`` makes of their group values, best first."""
    if rule == "poin_peringkat":
        points = zip(*map(below, zip(*(row.total_kelompok for row in rows), strict=True)), strict=True)
        found = [replace(row, nilai=sum(own, Fraction()), kelompok=own) for row, own in zip(rows, points, strict=True)]
    else:
        found = [replace(row, nilai=combined(row.total_kelompok, rule)) for row in rows]
    return sorted(found, key=lambda row: row.nilai or 0, reverse=True)


def combined(values: Sequence[Fraction], rule: Gabung) -> Fraction:
    """Mean, sum or median of what the groups gave."""
    if rule == "median":
        ordered, half = sorted(values), len(values) // 2
        return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2
    total = sum(values, Fraction())
    return total if rule == "jumlah" else total / len(values)


def below(column: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """For each value of one group: how many stand below it, an equal one counting half."""
    counted = Counter(column)
    ordered = sorted(counted)
    lower = dict(zip(ordered, accumulate((counted[value] for value in ordered), initial=0), strict=False))
    return tuple(lower[value] + Fraction(counted[value] - 1, 2) for value in column)
