"""The whole berita acara against the bare tables of its annexes, drawn by five other engines and nothing of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bench import village
from bench.row import Plan, Ratio, Row, Section

#: The limits: seconds against the peer, and memory against the canvas.
_BUDGETS = {"canvas": 0.75, "platypus": 0.35}
_MEMORY = {"canvas": 1.2}
_NAMES = {
    "canvas": "reportlab's canvas",
    "platypus": "platypus LongTable",
    "fpdf2": "fpdf2",
    "typst": "typst",
    "weasyprint": "WeasyPrint",
}
_ONCE = {"fpdf2", "typst", "weasyprint"}
_NOT_INSTALLED = 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """One document drawn in a fresh process."""

    first: float
    """seconds for the first one of the process"""
    again: float
    """median seconds of the next ones"""
    peak_mib: float
    kib: float


#: What is compared: words behind the size, unit, the figure, and its limits by peer.
_MEASURES: tuple[tuple[str, str, Callable[[Drawn], float], Mapping[str, float]], ...] = (
    ("", "s", lambda one: one.again, _BUDGETS),
    (": first of the process", "s", lambda one: one.first, {}),
    (": peak memory", "MiB", lambda one: one.peak_mib, _MEMORY),
    (": size", "KiB", lambda one: one.kib, {}),
)


class NotInstalled(Exception):
    """This engine is not on this machine."""


def measure(plan: Plan) -> Section:
    """Seconds, peak memory and bytes: a forum of 60 usulan, and the largest with 1,000 rows and 500 people."""
    rows, missing = _size(plan.size(60, 20), plan.size(80, 10), plan.runs(5))
    more = [] if plan.quick else _size(1000, 500, plan.runs(3))[0]
    notes = [
        "Ours is the complete document: minutes, three annexes, signatures.",
        "The peers draw only the tables of attendance and priorities: same texts, columns, font, size and heads.",
        "Each run is a fresh process with that engine alone: the canvas carries no platypus.",
        "Importing is in the memory, not in the seconds; reading fonts is in the *first*.",
        "fpdf2, typst and WeasyPrint draw once: they take seconds.",
        "reportlab uses its C helper and leaves ASCII-85 out.",
    ]
    if missing:
        notes.append(f"Not installed here, so not measured: {', '.join(sorted(missing))}.")
    return Section("Berita acara", rows + more, notes)


def _size(usulan: int, people: int, runs: int) -> tuple[list[Row], set[str]]:
    samples, missing = _alternate(usulan, people, runs)
    what = f"{usulan} usulan and {people} people"
    ours = samples.pop("ours")
    rows: list[Row] = []
    for suffix, unit, value, budgets in _MEASURES:
        rows += [
            Ratio(
                what=what + suffix,
                ours=[value(one) for one in ours[: len(drawn)]],
                peer_name=_NAMES[peer],
                peer=[value(one) for one in drawn],
                unit=unit,
                budget=budgets.get(peer),
            )
            for peer, drawn in samples.items()
        ]
    return rows, missing


def _alternate(usulan: int, people: int, runs: int) -> tuple[dict[str, list[Drawn]], set[str]]:
    samples: dict[str, list[Drawn]] = {name: [] for name in ("ours", *_NAMES)}
    missing: set[str] = set()
    for run in range(runs):
        for engine in [name for name in samples if name not in missing and not (run and name in _ONCE)]:
            try:
                samples[engine].append(_draw(engine, usulan, people))
            except NotInstalled:
                missing.add(engine)
    return {name: drawn for name, drawn in samples.items() if name not in missing}, missing


def _draw(engine: str, usulan: int, people: int) -> Drawn:
    """Raises NotInstalled, and CalledProcessError when the engine fails."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.paper_probe", engine, str(usulan), str(people), "0" if engine in _ONCE else "3"],
        cwd=village.ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    if done.returncode == _NOT_INSTALLED:
        raise NotInstalled(engine)
    done.check_returncode()
    found = json.loads(done.stdout.splitlines()[-1])
    return Drawn(found["first"], found["again"], found["peak_mib"], found["bytes"] / 1024)
