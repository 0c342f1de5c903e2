"""Weighted criteria scored by groups, in exact arithmetic.

Nilai of an usulan = the sum over criteria of bobot x (mean over groups of the score); where groups are added, the sum
over groups instead. Where less is better the score is turned first: terbesar + terkecil - score; where a class has
points these stand in for the score. All usulan are divided by the same number, so the order is found on
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

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from itertools import repeat
from math import lcm
from operator import itemgetter

from musrenbang_desktop.domain.cara import BERBANDING
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kriteria, LembarSkor, Nilai, Undian
from musrenbang_desktop.ranking import ahp
from musrenbang_desktop.ranking.result import Baris, Hasil, SelKurang, Tabel, urutan_id
from musrenbang_desktop.ranking.ties import Fakta, place, steps

__all__ = ["Baris", "Hasil", "SelKurang", "bobot", "measure", "points", "rank", "turned", "urutan_id"]


@dataclass(frozen=True, slots=True)
class Skala:
    """The points of every score as whole numbers: ``tabel`` per criterion, ``satuan`` times too large."""

    tabel: Tabel
    satuan: int
    balik: tuple[int | None, ...]
    """per criterion: the sum of both ends where less is better, 0 where more is, so that a column is added up first and
    turned and multiplied once; None where the points stand in a table"""
    bobot: tuple[int, ...]


Criterion = tuple[Mapping[int, int], bytes, int | None, int]
"""An entry of ``tabel`` with its scores as bytes, and those of ``balik`` and ``bobot``."""


def rank(
    aturan: Aturan,
    lembar: Mapping[str, LembarSkor],
    usulan: Sequence[str],
    fakta: Mapping[str, Fakta] | None = None,
    undian: Sequence[Undian] = (),
) -> Hasil:
    """Order ``usulan`` by the scores in ``lembar`` (kelompok id -> sheet) under ``aturan``.

    Sheets of other groups and scores of other usulan are left aside. Raises RuleBroken for a tie rule that names no
    criterion and for an usulan given twice, ValueError for a row that has not one cell per criterion.
    """
    rule = steps(aturan, fakta)
    lengkap, belum = measure(aturan, lembar, usulan)
    lengkap.sort(key=lambda baris: sum(baris.jumlah), reverse=True)
    return Hasil(aturan, (*place(lengkap, rule, undian), *belum), missing(aturan, belum))


def measure(aturan: Aturan, lembar: Mapping[str, LembarSkor], usulan: Sequence[str]) -> tuple[list[Baris], list[Baris]]:
    """The complete rows and those that lack a score, both in the order of their ids and without a place."""
    if len(set(usulan)) != len(usulan):
        raise RuleBroken("usulan", "ganda")
    ordered = sorted(usulan, key=urutan_id)
    skala = scale(aturan)
    pembagi = skala.satuan * (1 if aturan.cara.gabung == "jumlah" else max(1, len(aturan.kelompok)))
    criteria = tuple(zip(skala.tabel, map(_bytes, skala.tabel), skala.balik, skala.bobot, strict=True))
    lengkap: list[Baris] = []
    belum: list[Baris] = []
    for satu, rows in zip(ordered, _rows(aturan, lembar, ordered), strict=True):
        jumlah = _sums(criteria, _columns(satu, rows, len(criteria)))
        if jumlah:
            nilai = Fraction(sum(jumlah), pembagi)
            lengkap.append(Baris(satu, None, nilai, False, jumlah, rows, aturan, pembagi, skala.tabel, skala.satuan))
        else:
            belum.append(Baris(satu, None, None, False, (), rows, aturan))
    return lengkap, belum


def bobot(aturan: Aturan) -> tuple[Fraction, ...]:
    """The weight of every criterion: as agreed, or from comparing the criteria in pairs."""
    if aturan.cara.metode in BERBANDING:
        return ahp.weights([kriteria.id for kriteria in aturan.kriteria], aturan.cara.perbandingan).bobot
    return tuple(Fraction(kriteria.bobot) for kriteria in aturan.kriteria)


def points(kriteria: Kriteria, skor: int) -> Fraction:
    """What a score counts before its weight: the points of its class, or the score in its direction."""
    if not kriteria.berpoin:
        return Fraction(turned(kriteria, skor))
    return next(kelas.poin for kelas in kriteria.kelas if kelas.nilai == skor and kelas.poin is not None)


def turned(kriteria: Kriteria, skor: int) -> int:
    """The score in the direction in which more is better."""
    return skor if kriteria.arah == "untung" else kriteria.terbesar + kriteria.terkecil - skor


def scale(aturan: Aturan) -> Skala:
    """All points of ``aturan`` as whole numbers."""
    ends = tuple(
        None if k.berpoin or (k.arah == "biaya" and not k.terbesar + k.terkecil) else _ends(k) for k in aturan.kriteria
    )
    if aturan.cara.metode not in BERBANDING and not any(k.berpoin for k in aturan.kriteria):
        table = tuple(
            {skor: k.bobot * turned(k, skor) for skor in range(k.terkecil, k.terbesar + 1)} for k in aturan.kriteria
        )
        return Skala(table, 1, ends, tuple(k.bobot for k in aturan.kriteria))
    weights = bobot(aturan)
    exact = [
        {skor: weight * points(k, skor) for skor in range(k.terkecil, k.terbesar + 1)}
        for k, weight in zip(aturan.kriteria, weights, strict=True)
    ]
    satuan = lcm(*(value.denominator for table in exact for value in table.values()), *(w.denominator for w in weights))
    return Skala(
        tuple({skor: int(value * satuan) for skor, value in table.items()} for table in exact),
        satuan,
        ends,
        tuple(int(weight * satuan) for weight in weights),
    )


def missing(aturan: Aturan, belum: Sequence[Baris]) -> tuple[SelKurang, ...]:
    """Every cell of the incomplete rows that holds no usable score."""
    allowed = [(k.id, range(k.terkecil, k.terbesar + 1)) for k in aturan.kriteria]
    groups = [kelompok.id for kelompok in aturan.kelompok]
    return tuple(
        [
            SelKurang(baris.usulan, kelompok, kriteria, skor)
            for baris in belum
            for kelompok, row in zip(groups, baris.skor, strict=True)
            for (kriteria, known), skor in zip(allowed, row, strict=True)
            if skor is None or skor not in known
        ]
    )


def _rows(
    aturan: Aturan, lembar: Mapping[str, LembarSkor], usulan: Sequence[str]
) -> list[tuple[tuple[Nilai, ...], ...]]:
    """Per usulan, the rows of all groups; a row that no sheet holds is empty."""
    kosong: tuple[Nilai, ...] = (None,) * len(aturan.kriteria)
    sheets = [lembar.get(kelompok.id, {}) for kelompok in aturan.kelompok]
    if not sheets:
        return [()] * len(usulan)
    return list(zip(*(_all_of(sheet, usulan, kosong) for sheet in sheets), strict=True))


def _all_of(sheet: LembarSkor, usulan: Sequence[str], kosong: tuple[Nilai, ...]) -> tuple[tuple[Nilai, ...], ...]:
    """The rows of one sheet. ``itemgetter`` takes half the time of ``get``, but only from a sheet that has them all."""
    if len(usulan) > 1 and len(sheet) >= len(usulan):
        with suppress(KeyError):
            rows: tuple[tuple[Nilai, ...], ...] = itemgetter(*usulan)(sheet)
            return rows
    return tuple(map(sheet.get, usulan, repeat(kosong)))


def _columns(satu: str, rows: tuple[tuple[Nilai, ...], ...], width: int) -> list[tuple[int, ...]]:
    """Per criterion, what all groups gave, unchecked. Raises ValueError unless every row has ``width`` cells."""
    columns: list[tuple[int, ...]]
    try:
        columns = list(zip(*rows, strict=True))
    except ValueError:
        columns = []
    if len(columns) != width and rows:
        raise ValueError(f"usulan {satu}: a row of scores has not {width} cells, one per criterion")
    return columns


def _bytes(scores: Iterable[int]) -> bytes:
    """Those of the scores that a byte can be."""
    return bytes(score for score in scores if 0 <= score < 256)


def _sums(criteria: Sequence[Criterion], columns: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """Points of all groups per criterion; empty when a score is missing or there is nobody to give one."""
    jumlah: list[int] = []
    for (table, small, ends, weight), column in zip(criteria, columns, strict=False):
        try:  # as bytes a column tells a third sooner what else it holds
            other = bool(bytes(column).translate(None, small))
        except (TypeError, ValueError):  # a missing score, or one above 255
            other = not table.keys() >= {*column}
        if other:
            return ()
        if ends is None:
            jumlah.append(sum(map(table.__getitem__, column)))
        elif ends:
            jumlah.append(weight * (ends * len(column) - sum(column)))
        else:
            jumlah.append(weight * sum(column))
    return tuple(jumlah)


def _ends(kriteria: Kriteria) -> int:
    return kriteria.terbesar + kriteria.terkecil if kriteria.arah == "biaya" else 0
