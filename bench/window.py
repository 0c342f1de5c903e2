"""The window at the size of ten years: opening pages, first letters, filters, saves, scrolling."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.child import probe
from bench.row import Figure, Plan, Ratio, Row, Section

BUDGET = 100.0
"""Milliseconds for whatever the operator waits for."""

_FLOORS = {
    "open again": "bare QTableView, same rows",
    "first letter of a search": "SQL into a bare QTableView",
    "first letter of a name": "SQL alone",
    "filter": "bare QTableView, rows chosen",
    "one ": "one write, same pragmas",
    "slowest frame": "bare QTableView",
    "Ctrl+K": "SQL alone",
}


def measure(plan: Plan) -> Section:
    """Ten forums of 100 people and 200 usulan each; then one forum with all 1,000 and 2,000, which no village has."""
    rows: list[Row] = []
    people, usulan = plan.size(1000, 40), plan.size(2000, 40)
    for forums, name in ((2, "two forums"),) if plan.quick else ((10, "ten forums"), (1, "one forum")):
        found = _probe(people, usulan, forums, plan.runs(5), at_once=plan.quick)
        rows += [*_rows(found["loaded"], name), *_first_rows(found, name)]
        if forums > 1:
            rows += _ahead_rows(found, name)
    notes = [
        f"{people:,} people and {usulan:,} usulan over ten forums, then all in one forum, which no village has.",
        "Off screen, the real window at 1093x614. A sample ends when the window is painted and the event loop is idle.",
        "*Opened again*: from Beranda to a page that exists already.",
        "*First time*: pressed as soon as what pages are made of has been loaded; building, reading and painting.",
        "*After a quiet moment*: when the program has built the pages of the steps by itself; the others as above.",
        "Cards below the fold of Prioritas are made in a turn of their own after that picture, some 30 ms.",
        "Of more than 300 usulan Kirim looks at the words of 300 in each turn after its picture, up to 30 ms a turn.",
        "The facts of the papers are read right after the first picture of Dokumen; they are in its figure.",
    ]
    return Section("Window at work", rows, notes)


Samples = dict[str, dict[str, list[float]]]


def _probe(people: int, usulan: int, forums: int, runs: int, *, at_once: bool) -> dict[str, Samples]:
    """Way (see the probe) -> what it found; each in a process of its own that leaves its pauses to itself.

    One after the other over one folder; ``at_once`` with a folder each, where no figure counts: most of it is waiting.
    """
    ways = {"memory": 0, "quiet": 0, "loaded": runs}
    if forums == 1:
        del ways["memory"]
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as folder:

        def found(way: str) -> Samples:
            own = Path(folder) / (way if at_once else "data")
            samples: Samples = probe("bench.window_probe", own, people, usulan, forums, ways[way], way)
            return samples

        with ThreadPoolExecutor(len(ways) if at_once else 1) as pool:
            return dict(zip(ways, pool.map(found, ways), strict=True))


def _rows(found: Samples, name: str) -> list[Row]:
    ours, floor = found["ours"], found["floor"]
    again = {key: values for key, values in ours.items() if key.startswith("open again")}
    slowest = max(again, key=lambda key: sorted(again[key])[len(again[key]) // 2])
    rows: list[Row] = [
        _ratio(
            f"{name}: slowest page opened again ({slowest.rpartition(' ')[2]})", again[slowest], floor[slowest], slowest
        )
    ]
    acts = [key for key in ours if not key.startswith("open")]
    rows += [_ratio(f"{name}: {key}", ours[key], floor[key], key) for key in acts]
    medians = {key: sorted(ours[key])[len(ours[key]) // 2] for key in (*acts, slowest)}
    worst = max(medians, key=lambda key: medians[key])
    rows.append(
        Figure(what=f"{name}: slowest of these ({worst}), median", value=medians[worst], unit="ms", budget=BUDGET)
    )
    return rows


def _first_rows(found: dict[str, Samples], name: str) -> list[Row]:
    """First openings: pressed at once, and after a quiet moment."""
    rows: list[Row] = []
    for way, when in (("loaded", "for the first time"), ("quiet", "for the first time after a quiet moment")):
        ours, floor = (
            {key: values[0] for key, values in found[way][side].items() if key.startswith("open, first time")}
            for side in ("ours", "floor")
        )
        slowest, hardest = max(ours, key=lambda key: ours[key]), max(floor, key=lambda key: floor[key])
        page, worker = (key.rpartition(" ")[2] for key in (slowest, hardest))
        rows += [
            Figure(what=f"{name}: slowest page opened {when} ({page})", value=ours[slowest], unit="ms", budget=BUDGET),
            Figure(
                what=f"{name}: {when}, most work of the window's thread ({worker})", value=floor[hardest], unit="ms"
            ),
            Figure(
                what=f"{name}: {when}, pages of {len(ours)} over {BUDGET:.0f} ms",
                value=sum(took > BUDGET for took in ours.values()),
            ),
        ]
    return rows


def _ahead_rows(found: dict[str, Samples], name: str) -> list[Row]:
    """What building ahead costs: the longest pause of keys, and memory."""
    work = found["quiet"]["floor"]
    turns = {key: values[0] for key, values in work.items() if key.startswith("built ahead")}
    longest = max(turns, key=lambda key: turns[key])
    weights = found["memory"]["ours"]
    return [
        Figure(
            what=f"{name}: longest turn of building ahead ({longest.rpartition(' ')[2]}), work of the window's thread",
            value=turns[longest],
            unit="ms",
            budget=BUDGET,
        ),
        Figure(what=f"{name}: memory of the pages built ahead", value=weights["built ahead: megabytes"][0], unit="MB"),
        Figure(
            what=f"{name}: memory if all pages were built ahead",
            value=weights["all pages built: megabytes"][0],
            unit="MB",
        ),
    ]


def _ratio(what: str, ours: list[float], floor: list[float], key: str) -> Ratio:
    peer = next(words for start, words in _FLOORS.items() if key.startswith(start))
    return Ratio(what=what, ours=ours, peer_name=peer, peer=floor, unit="ms")
