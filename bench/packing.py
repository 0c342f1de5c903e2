"""Whether the window answers while the package of the day is made: the longest gap of its event loop, and every key."""

from __future__ import annotations

import statistics
from typing import TypedDict

from bench.child import probe
from bench.row import Figure, Plan, Row, Section

BUDGET = 100.0
"""Milliseconds after which an operator notices."""


class Package(TypedDict):
    """One package, as the probe watched it: seconds; the longest gap and the delays of the keys in milliseconds."""

    seconds: float
    gap: float
    keys: list[float]
    lost: int


def measure(plan: Plan) -> Section:
    """The largest forum that is promised, 1,000 usulan and 500 people: all papers into one PDF, one to a printer."""
    usulan, people = plan.size(1000, 20), plan.size(500, 6)
    found = _probe(usulan, people, plan.runs(5))
    names = {"file": "package of the day", "printer": "one paper to a printer"}
    rows = [row for way, name in names.items() for row in _rows(name, found[way])]
    notes = [
        f"Off screen, the real window at 1093x614, {usulan:,} usulan, all agreed, and {people} people.",
        "The package is asked for on the page Dokumen; meanwhile names are typed at the door, a key every 60 ms.",
        "A timer of the window ticks every 5 ms; the gap is the longest time between two ticks, median of the runs.",
        "The wall clock is what an operator feels: on a machine that is busy with other things the gaps are longer.",
    ]
    return Section("Window while paper is made", rows, notes)


def _probe(usulan: int, people: int, runs: int) -> dict[str, list[Package]]:
    found: dict[str, list[Package]] = probe("bench.packing_probe", usulan, people, runs)
    return found


def _rows(name: str, packages: list[Package]) -> list[Row]:
    slowest = [max(one["keys"], default=0.0) for one in packages]
    return [
        Figure(what=f"{name}: made in", value=statistics.median(one["seconds"] for one in packages), unit="s"),
        Figure(
            what=f"{name}: longest gap of the window",
            value=statistics.median(one["gap"] for one in packages),
            unit="ms",
            budget=BUDGET,
        ),
        Figure(what=f"{name}: slowest key meanwhile", value=statistics.median(slowest), unit="ms", budget=BUDGET),
        Figure(what=f"{name}: keys that never arrived", value=sum(one["lost"] for one in packages), budget=0),
    ]
