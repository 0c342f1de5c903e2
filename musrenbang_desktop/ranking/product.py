"""Product of the scores of a group, as some write USG: urgency x seriousness x growth, 1 to 125.

Weights do not take part (raised to a power they would leave whole numbers); a score in which less is better is turned.

Worked by hand, two groups, mean: 4, 5, 3 and 5, 5, 2 -> 4x5x3 = 60 and 5x5x2 = 50 -> 55.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod

from musrenbang_desktop.domain.penilaian import Aturan, LembarSkor, Undian
from musrenbang_desktop.ranking.merge import merged
from musrenbang_desktop.ranking.result import Baris, Hasil
from musrenbang_desktop.ranking.ties import Fakta, place, steps
from musrenbang_desktop.ranking.weighted import measure, missing, points


def rank(
    aturan: Aturan,
    lembar: Mapping[str, LembarSkor],
    usulan: Sequence[str],
    fakta: Mapping[str, Fakta] | None = None,
    undian: Sequence[Undian] = (),
) -> Hasil:
    """As :func:`musrenbang_desktop.ranking.weighted.rank`, but multiplied instead of added within a group."""
    rule = steps(aturan, fakta)
    rows, belum = measure(aturan, lembar, usulan)
    multiplied = [replace(row, bagian=(), kelompok=_products(aturan, row)) for row in rows]
    ordered = merged(multiplied, aturan.cara.gabung)
    return Hasil(aturan, (*place(ordered, rule, undian), *belum), missing(aturan, belum))


def _products(aturan: Aturan, row: Baris) -> tuple[Fraction, ...]:
    return tuple(
        prod(
            (points(k, skor) for k, skor in zip(aturan.kriteria, of_group, strict=True) if skor is not None),
            start=Fraction(1),
        )
        for of_group in row.skor
    )
