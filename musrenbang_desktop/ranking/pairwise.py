"""Usulan compared in pairs (matrix ranking): a win counts 1, an even pair 1/2 for both.

The sheet of a group holds one row a pair under the key ``pair(a, b)``: 1 the first wins, 2 the second, 0 even. A pair
that was not asked counts for nobody: both usulan stay incomplete.

Worked by hand, one group: Talud beats Jalan, Talud even with Pompa, Jalan beats Pompa.
    Talud 1 + 1/2 = 3/2, Jalan 0 + 1 = 1, Pompa 1/2 + 0 = 1/2: ranks 1, 2, 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, LembarSkor, Undian
from musrenbang_desktop.ranking.merge import merged
from musrenbang_desktop.ranking.result import Baris, Hasil, SelKurang, urutan_id
from musrenbang_desktop.ranking.ties import Fakta, place, steps

BETWEEN = "~"
_HALVES = {1: (2, 0), 2: (0, 2), 0: (1, 1)}


def pair(first: str, second: str) -> str:
    """The key of a pair, the same whichever is named first."""
    return BETWEEN.join(sorted((first, second), key=urutan_id))


def pairs(usulan: Sequence[str]) -> list[tuple[str, str]]:
    """Every pair once, in the order of the ids."""
    return list(combinations(sorted(usulan, key=urutan_id), 2))


def rank(
    aturan: Aturan,
    lembar: Mapping[str, LembarSkor],
    usulan: Sequence[str],
    fakta: Mapping[str, Fakta] | None = None,
    undian: Sequence[Undian] = (),
) -> Hasil:
    """Order ``usulan`` by their wins. Raises RuleBroken("usulan", "ganda") and ("seri", "tidak_dikenal")."""
    if len(set(usulan)) != len(usulan):
        raise RuleBroken("usulan", "ganda")
    rule = steps(aturan, fakta)
    halves: dict[str, list[int]] = {satu: [0] * len(aturan.kelompok) for satu in usulan}
    kurang: list[SelKurang] = []
    for first, second in pairs(usulan):
        for number, kelompok in enumerate(aturan.kelompok):
            (won,) = lembar.get(kelompok.id, {}).get(pair(first, second), (None,))
            if won in _HALVES:
                for satu, gained in zip((first, second), _HALVES[won], strict=True):
                    halves[satu][number] += gained
            else:
                cells = ((first, second), (second, first))
                kurang += [SelKurang(a, kelompok.id, aturan.kriteria[0].id, won, b) for a, b in cells]
    waiting = {cell.usulan for cell in kurang}
    ordered = sorted(usulan, key=urutan_id)
    rows = [_row(aturan, satu, halves[satu]) for satu in ordered if satu not in waiting and aturan.kelompok]
    known = {row.usulan for row in rows}
    belum = [Baris(satu, None, None, False, (), (), aturan) for satu in ordered if satu not in known]
    best = merged(rows, aturan.cara.gabung)
    return Hasil(aturan, (*place(best, rule, undian), *belum), tuple(kurang))


def _row(aturan: Aturan, usulan: str, halves: Sequence[int]) -> Baris:
    groups = len(halves)
    pembagi = 2 if aturan.cara.gabung == "jumlah" else 2 * groups
    by_rule = aturan.cara.gabung in ("median", "poin_peringkat")
    return Baris(
        usulan,
        None,
        Fraction(sum(halves), pembagi),
        False,
        (sum(halves),),
        (),
        aturan,
        pembagi,
        bagian=() if by_rule else None,
        kelompok=tuple(Fraction(wins, 2) for wins in halves),
    )
