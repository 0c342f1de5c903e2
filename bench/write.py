"""One saved usulan through the service against one bare insert and commit with the same library and pragmas."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import village
from bench.row import Figure, Plan, Ratio, Row, Section
from bench.timing import percentile
from musrenbang_desktop.db.connection import open_writer
from musrenbang_desktop.domain.usulan import SCALARS, UsulanBaru

BLOCK = 100
"""Acts in a row before the other side has its turn."""

_SYNCED = re.compile(r"\b(?:fsync|fdatasync|sync_file_range|syncfs)\(")


def measure(plan: Plan) -> Section:
    """p50 and p99 of single acts, and the fsyncs that one act costs."""
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as root:
        latency = _latency(Path(root), plan)
        rows: list[Row] = [*latency]
        few, many = plan.size(100, 10), plan.size(1100, 60)
        synced = _fsyncs_an_act(Path(root), few, many)
    notes = [
        f"Blocks of {BLOCK} acts alternate; a sample is the percentile of one block.",
        "Ours: rules, event, hash chain, journal with two indexes, table row with index and search text, second file.",
        "Floor: the same 14 fields as one row of a table with a primary key.",
        _on_a_slow_disk(latency[0]),
    ]
    if synced is None:
        notes.append("fsyncs an act: not counted, strace is not here or may not trace.")
    else:
        rows.append(Figure(what="fsyncs an act", value=synced, budget=1.05))
    return Section("One saved usulan", rows, notes)


def _latency(root: Path, plan: Plan) -> list[Ratio]:
    blocks, block = plan.runs(30), plan.size(BLOCK, 10)
    ours, floor = [], []
    with village.opened(root / "ours") as services:
        village.open_forum(services)
        bare = _BareTable(root / "floor.db")
        _times(services.usulan.catat, block, 0)
        _times(bare.save, block, 0)
        for number in range(blocks):
            ours.append(_times(services.usulan.catat, block, number + 1))
            floor.append(_times(bare.save, block, number + 1))
        bare.connection.close()
    name = "one insert + commit"
    return [
        Ratio(
            what=f"save one usulan, {label}",
            ours=[percentile(times, share) * 1e6 for times in ours],
            peer_name=name,
            peer=[percentile(times, share) * 1e6 for times in floor],
            unit="us",
            budget=budget,
        )
        for label, share, budget in (("p50", 0.5, 1.6), ("p99", 0.99, None))
    ]


def _on_a_slow_disk(p50: Ratio) -> str:
    """What the extra work means where the fsync is nearly all of a save."""
    extra = statistics.median(own - bare for own, bare in zip(p50.ours, p50.peer, strict=True))
    slow = 11_000
    return (
        f"At p50 one act costs {extra:.0f} us more than the floor. By arithmetic that is a ratio of "
        f"{(slow + extra) / slow:.2f} on a hard disk with 11 ms a sync, and 1.6 on a disk with {extra / 0.6:.0f} us."
    )


def _times(save: Callable[[UsulanBaru], object], count: int, block: int) -> list[float]:
    usulan = [village.one_usulan(block * BLOCK + number) for number in range(count)]
    times = []
    for one in usulan:
        start = time.perf_counter()
        save(one)
        times.append(time.perf_counter() - start)
    return times


class _BareTable:
    """The floor: the same fields, the same pragmas, nothing else."""

    def __init__(self, path: Path) -> None:
        self.connection = open_writer(path)
        self.connection.execute(f"CREATE TABLE usulan (id INTEGER PRIMARY KEY, {', '.join(SCALARS)})")
        self._insert = f"INSERT INTO usulan ({', '.join(SCALARS)}) VALUES ({', '.join('?' * len(SCALARS))})"

    def save(self, usulan: UsulanBaru) -> None:
        """One row, one commit (the connection commits by itself after each statement)."""
        self.connection.execute(self._insert, [getattr(usulan, name) for name in SCALARS])


def _fsyncs_an_act(root: Path, few: int, many: int) -> float | None:
    """The difference between two whole runs, so that opening and closing do not count. None without strace."""
    if shutil.which("strace") is None:
        return None
    counts = [_fsyncs(root / f"{acts}", acts) for acts in (few, many)]
    if None in counts:
        return None
    first, last = (count or 0 for count in counts)
    return (last - first) / (many - few)


def _fsyncs(folder: Path, acts: int) -> int | None:
    trace = folder.with_suffix(".trace")
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=fsync,fdatasync,sync_file_range,syncfs", "-o", str(trace),
         sys.executable, "-m", "bench.write", str(folder), str(acts)],
        capture_output=True,
        cwd=village.ROOT,
        check=False,
    )  # fmt: skip
    return len(_SYNCED.findall(trace.read_text())) if done.returncode == 0 else None


def _record(folder: Path, acts: int) -> None:
    """What is traced: open, record, close."""
    with village.opened(folder) as services:
        village.open_forum(services)
        for number in range(acts):
            services.usulan.catat(village.one_usulan(number))


if __name__ == "__main__":
    _record(Path(sys.argv[1]), int(sys.argv[2]))
