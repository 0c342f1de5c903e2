"""From the start of the process to the first usable window, against a bare window of the same PySide6."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench import village
from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import alternate

#: What must not be imported before the first paint; tests/e2e/test_start.py holds it.
HEAVY = ("reportlab", "requests", "sqlite_utils", "msgspec", "numpy", "pypdfium2", "django")


class NoWindow(Exception):
    """The program ended before it painted anything; ``str()`` is what it said."""


@dataclass(frozen=True, slots=True)
class Start:
    """One start."""

    seconds: float
    peak_mib: float
    modules: frozenset[str]

    @property
    def heavy(self) -> list[str]:
        """The heavy packages that were loaded."""
        return sorted({name.partition(".")[0] for name in self.modules} & set(HEAVY))


def start(*what: str) -> Start:
    """Start ``bare`` or ``ours FOLDER`` in a fresh process, off screen. Raises NoWindow."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed was compiled once
    with tempfile.TemporaryFile() as errors:
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.start_probe", *what],
            cwd=village.ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
        )
        assert process.stdout is not None
        with process, process.stdout:
            first = process.stdout.readline()
            seconds = time.perf_counter() - begun
            rest = process.stdout.read()
        errors.seek(0)
        complaint = errors.read().decode(errors="replace")
    if first.strip() != "painted":
        last = (complaint.strip().splitlines() or ["nothing"])[-1]
        raise NoWindow(f"no window was painted by {what[0]}: {last}")
    said = json.loads(rest.splitlines()[0])
    return Start(seconds, said["peak_mib"], frozenset(said["modules"]))


def measure(plan: Plan) -> Section:
    """Seconds and peak memory of both, and what ours had loaded by then."""
    found: dict[str, list[Start]] = {"ours": [], "bare": []}

    def one(name: str, *arguments: str) -> float:
        found[name].append(start(name, *arguments))
        return found[name][-1].seconds

    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as root:
        folder = Path(root) / "data"
        village.whole_forum(folder)
        alternate(
            {"ours": lambda: one("ours", str(folder)), "bare": lambda: one("bare")}, plan.runs(11), not plan.quick
        )
    counted = {name: starts[0 if plan.quick else 1 :] for name, starts in found.items()}
    name = "bare QMainWindow"
    rows: list[Row] = [
        Ratio(
            what="start to painted window and free event loop",
            ours=[one.seconds for one in counted["ours"]],
            peer_name=name,
            peer=[one.seconds for one in counted["bare"]],
            budget=1.4,
        ),
        Ratio(
            what="peak memory at that moment",
            ours=[one.peak_mib for one in counted["ours"]],
            peer_name=name,
            peer=[one.peak_mib for one in counted["bare"]],
            unit="MiB",
            budget=1.25,
        ),
        Figure(what="heavy packages loaded before the first paint", value=len(counted["ours"][-1].heavy), budget=0),
        Figure(
            what="modules loaded before it, beyond the bare window's",
            value=len(counted["ours"][-1].modules - counted["bare"][-1].modules),
        ),
    ]
    heavy = counted["ours"][-1].heavy
    notes = ["Off screen, warm, each start a fresh process; our data folder holds the whole forum of Sukamaju."]
    if heavy:
        notes.append(f"Loaded although heavy: {', '.join(heavy)}.")
    return Section("Start", rows, notes)
