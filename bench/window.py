"""The window at the size of ten years: opening pages, first letters, filters, saves, scrolling."""

from __future__ import annotations

import tempfile

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
        rows += _rows(_probe(people, usulan, forums, plan.runs(5)), name)
    notes = [
        f"{people:,} people and {usulan:,} usulan over ten forums, then all in one forum, which no village has.",
        "Off screen, the real window at 1093x614. A sample ends when the window is painted and the event loop is idle.",
        "*Opened again*: from Beranda to a page that exists already.",
        "*First time*: once what pages are made of has been loaded ahead; it includes building, reading and painting.",
        "Cards below the fold of Prioritas are made in a turn of their own after that picture, some 30 ms.",
        "The facts of the papers are read right after the first picture of Dokumen; they are in its figure.",
    ]
    return Section("Window at work", rows, notes)


def _probe(people: int, usulan: int, forums: int, runs: int) -> dict[str, dict[str, list[float]]]:
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as folder:
        found: dict[str, dict[str, list[float]]] = probe("bench.window_probe", folder, people, usulan, forums, runs)
    return found


def _rows(found: dict[str, dict[str, list[float]]], name: str) -> list[Row]:
    ours, floor = found["ours"], found["floor"]
    first = {key: values[0] for key, values in ours.items() if key.startswith("open, first time")}
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
    slow = sorted(first, key=lambda key: -first[key])
    worst_first = slow[0]
    rows.append(
        Figure(
            what=f"{name}: slowest page opened for the first time ({worst_first.rpartition(' ')[2]})",
            value=first[worst_first],
            unit="ms",
            budget=BUDGET,
        )
    )
    worked = {key: floor[key][0] for key in first}
    hardest = max(worked, key=lambda key: worked[key])
    rows.append(
        Figure(
            what=f"{name}: most work of the window's own thread for a first opening ({hardest.rpartition(' ')[2]})",
            value=worked[hardest],
            unit="ms",
        )
    )
    rows.append(
        Figure(
            what=f"{name}: pages of {len(first)} that took longer than {BUDGET:.0f} ms the first time",
            value=sum(took > BUDGET for took in first.values()),
        )
    )
    return rows


def _ratio(what: str, ours: list[float], floor: list[float], key: str) -> Ratio:
    peer = next(words for start, words in _FLOORS.items() if key.startswith(start))
    return Ratio(what=what, ours=ours, peer_name=peer, peer=floor, unit="ms")
