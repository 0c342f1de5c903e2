"""Exact ranking of 200 usulan by 8 criteria and 150 groups against floats, equal shares against pabutools."""

from __future__ import annotations

import random
from collections import Counter

from bench.row import Plan, Ratio, Section
from bench.timing import alternate, seconds
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor
from musrenbang_desktop.ranking.equal_shares import Suara, equal_shares
from musrenbang_desktop.ranking.explain import kenapa
from musrenbang_desktop.ranking.weighted import rank


def measure(plan: Plan) -> Section:
    """All give the same order; that is checked before anything is timed."""
    aturan, lembar, usulan = _forum(plan.size(200, 20), 8, plan.size(150, 10))
    ours = [row.usulan for row in rank(aturan, lembar, usulan).baris if not row.seri]
    for other in (_direct(aturan, lembar, usulan), _numpy(aturan, lembar, usulan)):
        if ours != [one for one in other if one in set(ours)]:
            raise AssertionError("the two rankings differ")
    times = alternate(
        {
            "ours": lambda: seconds(lambda: rank(aturan, lembar, usulan)),
            "direct": lambda: seconds(lambda: _direct(aturan, lembar, usulan)),
            "numpy": lambda: seconds(lambda: _numpy(aturan, lembar, usulan)),
            "explained": lambda: seconds(lambda: _explained(aturan, lembar, usulan)),
        },
        plan.runs(15),
    )
    what = f"{len(usulan)} usulan x 8 criteria x {len(aturan.kelompok)} groups"
    rows = [
        _row(f"rank {what}", times["ours"], "direct Python loop, floats", times["direct"], 0.3),
        _row(f"rank {what}", times["ours"], "numpy floats, lists to array included", times["numpy"], None),
        _row(f"rank and explain each of {what}", times["explained"], "numpy floats, order only", times["numpy"], None),
        *_shares(plan),
    ]
    notes = [
        "Ours: exact fractions, ties, missing cells and range checked, no numpy in the product.",
        "Equal shares: the same projects as pabutools on the same ballots, which pabutools has grouped before.",
    ]
    return Section("Ranking", rows, notes)


def _row(what: str, ours: list[float], peer_name: str, peer: list[float], budget: float | None) -> Ratio:
    return Ratio(
        what=what,
        ours=[one * 1e3 for one in ours],
        peer_name=peer_name,
        peer=[one * 1e3 for one in peer],
        unit="ms",
        budget=budget,
    )


def _explained(aturan: Aturan, lembar: dict[str, LembarSkor], usulan: list[str]) -> None:
    hasil = rank(aturan, lembar, usulan)
    for one in usulan:
        kenapa(hasil, one)


def _numpy(aturan: Aturan, lembar: dict[str, LembarSkor], usulan: list[str]) -> list[str]:
    """Floats all the way, from the same sheets."""
    import numpy as np

    scores = np.array([[lembar[group.id][one] for one in usulan] for group in aturan.kelompok], dtype=float)
    weights = np.array([k.bobot if k.arah == "untung" else -k.bobot for k in aturan.kriteria], dtype=float)
    turning = sum(k.bobot * (k.terbesar + k.terkecil) for k in aturan.kriteria if k.arah == "biaya")
    totals = scores.mean(axis=0) @ weights + turning
    return [usulan[place] for place in np.argsort(-totals, kind="stable")]


def _shares(plan: Plan) -> list[Ratio]:
    from pabutools.election import (
        ApprovalBallot,
        ApprovalProfile,
        Cardinality_Sat,
        Cost_Sat,
        Instance,
        Project,
    )
    from pabutools.rules import method_of_equal_shares
    from pabutools.tiebreaking import lexico_tie_breaking

    cost, ballots = _ballots(plan.size(64, 12), plan.size(6_586, 200))
    pagu = sum(cost.values()) // 3
    projects = {one: Project(one, amount) for one, amount in cost.items()}
    instance = Instance(projects.values(), budget_limit=pagu)
    profile = ApprovalProfile(
        [ApprovalBallot([projects[one] for one in ballot]) for ballot in ballots]
    ).as_multiprofile()
    rows: list[Ratio] = []
    for name, sat, use in (("each usulan counts 1", Cardinality_Sat, None), ("each counts its cost", Cost_Sat, cost)):
        grouped = Counter(ballots)
        suara = [Suara({one: use[one] if use else 1 for one in ballot}, who) for ballot, who in grouped.items()]

        def ours(suara: list[Suara] = suara) -> list[str]:
            return [one.usulan for one in equal_shares(cost, pagu, suara, sorted(cost)).terpilih]

        def theirs(sat: type = sat) -> list[str]:
            chosen = method_of_equal_shares(instance, profile, sat_class=sat, tie_breaking=lexico_tie_breaking)
            return [project.name for project in chosen]

        if sorted(ours()) != sorted(theirs()):
            raise AssertionError("the two choices differ")
        times = alternate(
            {"ours": lambda run=ours: seconds(run), "theirs": lambda run=theirs: seconds(run)}, plan.runs(5)
        )
        what = f"equal shares, {len(cost)} usulan, {len(ballots)} ballots, {name}"
        rows.append(_row(what, times["ours"], "pabutools", times["theirs"], 0.1))
    return rows


def _ballots(projects: int, voters: int) -> tuple[dict[str, int], list[frozenset[str]]]:
    """Some usulan are loved, most are not, as in the cities whose ballots are public."""
    chance = random.Random(11)
    cost = {f"p{number:03d}": chance.randint(5, 100) * chance.choice([1, 10]) * 1_000 for number in range(projects)}
    love = [chance.random() ** 2 + 0.01 for _ in cost]
    return cost, [frozenset(chance.choices(list(cost), love, k=chance.randint(1, 8))) for _ in range(voters)]


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
