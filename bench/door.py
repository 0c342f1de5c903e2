"""The page of attendance with 1,000 people over ten years, in the real window, against the barest thing possible."""

from __future__ import annotations

import tempfile

from bench.child import probe
from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import percentile

LIMIT_MS = 100.0
"""what an operator may wait for anything at the door, and the longest frame while scrolling"""
YEARS = 10

#: What is measured, with the name of its floor.
JOBS = {
    "first letter of a search": "instr() in sqlite3 and one label painted",
    "one arrival: Enter until the name stands there": "one insert + commit and one label painted",
    "open the page for the first time": "a table of the same rows",
    "one frame while scrolling those present": "a table of the same rows",
}


def measure(plan: Plan) -> Section:
    """First letter, one arrival, opening the page, scrolling the list of those present."""
    people = plan.size(1000, 60)
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as folder:
        found = probe("bench.door_probe", folder, people, plan.runs(15))
    rows = [row for what, peer in JOBS.items() for row in _rows(what, peer, found[what])]
    notes = [
        f"{YEARS} forums in the data; the newest has {people:,} people, of whom half are present at the start.",
        "A sample ends when the window has painted. The scrolling sample is the slowest frame of ten.",
        "The floor does no rules, no journal, no look of ours: it is what Qt and SQLite take at least.",
    ]
    return Section("The page of attendance", rows, notes)


def _rows(what: str, peer: str, times: dict[str, list[float]]) -> list[Row]:
    ours = [one * 1e3 for one in times["ours"]]
    return [
        Ratio(what=what, ours=ours, peer_name=peer, peer=[one * 1e3 for one in times["floor"]], unit="ms"),
        Figure(what=f"{what}: median", value=percentile(ours, 0.5), unit="ms", budget=LIMIT_MS),
        Figure(what=f"{what}: slowest of all", value=percentile(ours, 1.0), unit="ms"),
    ]
