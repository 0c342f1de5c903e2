"""Exact ranking of 200 usulan by 8 criteria and 150 groups against the loop that first comes to mind."""

from __future__ import annotations

import random

from bench.row import Plan, Ratio, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor
from musrenbang_desktop.ranking.weighted import rank


def measure(plan: Plan) -> Section:
    """Both give the same order; that is checked before anything is timed."""
    aturan, lembar, usulan = _forum(plan.size(200, 20), 8, plan.size(150, 10))
    ours = [row.usulan for row in rank(aturan, lembar, usulan).baris if not row.seri]
    plain = [one for one in _direct(aturan, lembar, usulan) if one in set(ours)]
    if ours != plain:
        raise AssertionError("the two rankings differ")
    times = alternate(
        {
            "ours": lambda: seconds(lambda: rank(aturan, lembar, usulan)),
            "direct": lambda: seconds(lambda: _direct(aturan, lembar, usulan)),
        },
        plan.runs(15),
    )
    row = Ratio(
        what=f"rank {len(usulan)} usulan x 8 criteria x {len(aturan.kelompok)} groups",
        ours=[one * 1e3 for one in times["ours"]],
        peer_name="direct Python loop, floats",
        peer=[one * 1e3 for one in times["direct"]],
        unit="ms",
        budget=0.3,
    )
    return Section(
        "Ranking", [row], ["Ours: exact fractions, ties, missing cells and range checked. No numpy on either side."]
    )


def _forum(usulan: int, criteria: int, groups: int) -> tuple[Aturan, dict[str, LembarSkor], list[str]]:
    chance = random.Random(7)
    aturan = Aturan(
        kriteria=tuple(
            Kriteria(f"k{n}", f"Kriteria {n}", f"K{n}", bobot=n + 1, arah="biaya" if n == criteria - 1 else "untung")
            for n in range(criteria)
        ),
        kelompok=tuple(Kelompok(f"g{n}", f"Kelompok {n}") for n in range(groups)),
    )
    ids = [f"abcdefgh-{n + 1}" for n in range(usulan)]
    lembar: dict[str, LembarSkor] = {
        group.id: {one: tuple(chance.randint(1, 5) for _ in range(criteria)) for one in ids}
        for group in aturan.kelompok
    }
    return aturan, lembar, ids


def _direct(aturan: Aturan, lembar: dict[str, LembarSkor], usulan: list[str]) -> list[str]:
    """Weight every score where it stands."""
    totals = {}
    criteria = [(k.bobot, k.arah == "biaya", k.terbesar + k.terkecil) for k in aturan.kriteria]
    for one in usulan:
        total = 0.0
        for group in aturan.kelompok:
            for score, (weight, less_is_better, ends) in zip(lembar[group.id][one], criteria, strict=True):
                total += weight * (ends - (score or 0) if less_is_better else (score or 0))
        totals[one] = total / len(aturan.kelompok)
    return sorted(totals, key=lambda one: -totals[one])
