"""Each criterion against the best of all usulan, then weighted (SAW).

More is better: mean score : largest mean. Less is better: smallest mean : mean score. Nilai = sum of bobot x that.
Scores are not turned first: turning and dividing would reverse the criterion twice, as one published program does.

Worked by hand, one group; Manfaat x5 (more), Biaya x3 (less): Talud 4, 2 and Jalan 5, 4.
    Talud: 5 x 4/5 + 3 x 2/2 = 4 + 3 = 7        Jalan: 5 x 5/5 + 3 x 2/4 = 5 + 3/2 = 13/2
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kriteria, LembarSkor, Undian
from musrenbang_desktop.ranking.merge import merged
from musrenbang_desktop.ranking.result import Baris, Hasil
from musrenbang_desktop.ranking.ties import Fakta, place, steps
from musrenbang_desktop.ranking.weighted import bobot, measure, missing

Columns = Sequence[Sequence[Fraction]]
"""Per criterion, the value of every usulan."""


def rank(
    aturan: Aturan,
    lembar: Mapping[str, LembarSkor],
    usulan: Sequence[str],
    fakta: Mapping[str, Fakta] | None = None,
    undian: Sequence[Undian] = (),
) -> Hasil:
    """As :func:`musrenbang_desktop.ranking.weighted.rank`, normalised over the complete usulan.

    Raises RuleBroken("terkecil", "harus_positif") where a score of zero could be divided by.
    """
    check(aturan)
    rule = steps(aturan, fakta)
    rows, belum = measure(aturan, lembar, usulan)
    if rows:
        rows = _normalise(aturan, rows)
    if aturan.cara.gabung in ("median", "poin_peringkat"):
        rows = [replace(row, bagian=()) for row in merged(rows, aturan.cara.gabung)]
    rows.sort(key=lambda row: row.nilai or 0, reverse=True)
    return Hasil(aturan, (*place(rows, rule, undian), *belum), missing(aturan, belum))


def check(aturan: Aturan) -> None:
    """Raise RuleBroken("terkecil", "harus_positif") for a criterion whose scores may be zero or less."""
    for kriteria in aturan.kriteria:
        if min(plain(kriteria, skor) for skor in range(kriteria.terkecil, kriteria.terbesar + 1)) <= 0:
            raise RuleBroken("terkecil", "harus_positif")


def plain(kriteria: Kriteria, skor: int) -> Fraction:
    """The points of the class or the score itself, not turned."""
    found = next((kelas.poin for kelas in kriteria.kelas if kelas.nilai == skor and kelas.poin is not None), None)
    return Fraction(skor) if found is None else found


def ratios(kriteria: Sequence[Kriteria], columns: Columns) -> list[list[Fraction]]:
    """Every value against the best of its column: 1 for the best, less for the others."""
    return [
        [value / max(column) for value in column] if k.arah == "untung" else [min(column) / value for value in column]
        for k, column in zip(kriteria, columns, strict=True)
    ]


def _normalise(aturan: Aturan, rows: list[Baris]) -> list[Baris]:
    weights = bobot(aturan)
    values = [{skor: plain(k, skor) for skor in range(k.terkecil, k.terbesar + 1)} for k in aturan.kriteria]
    groups = range(len(aturan.kelompok))
    alone = [_weighted(aturan.kriteria, weights, _columns(rows, values, [group])) for group in groups]
    together = _weighted(aturan.kriteria, weights, _columns(rows, values, groups))
    times = len(groups) if aturan.cara.gabung == "jumlah" else 1
    return [
        replace(
            row,
            bagian=tuple(part * times for part in parts),
            nilai=sum(parts, Fraction()) * times,
            kelompok=tuple(sum(of_group[number], Fraction()) for of_group in alone),
        )
        for number, (row, parts) in enumerate(zip(rows, together, strict=True))
    ]


def _columns(rows: Sequence[Baris], values: Sequence[Mapping[int, Fraction]], groups: Sequence[int]) -> Columns:
    return [
        [
            sum((table[skor] for group in groups if (skor := row.skor[group][number]) is not None), Fraction())
            for row in rows
        ]
        for number, table in enumerate(values)
    ]


def _weighted(
    kriteria: Sequence[Kriteria], weights: Sequence[Fraction], columns: Columns
) -> list[tuple[Fraction, ...]]:
    """Per usulan, the weighted ratio of every criterion."""
    found = ratios(kriteria, columns)
    weighed = ([weight * ratio for ratio in column] for weight, column in zip(weights, found, strict=True))
    return list(zip(*weighed, strict=True))
