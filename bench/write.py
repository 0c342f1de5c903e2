"""One saved usulan through the service against one bare insert and commit with the same library and pragmas."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bench import village
from bench.row import Figure, Plan, Ratio, Section
from bench.row import Row as Line
from bench.timing import percentile
from musrenbang_desktop.db import schema
from musrenbang_desktop.db.connection import Connection, Row, open_writer
from musrenbang_desktop.domain.usulan import SCALARS, UsulanBaru

BLOCK = 100
"""Acts in a row before the other side has its turn."""

_Item = TypeVar("_Item")
_SYNCED = re.compile(r"\b(?:fsync|fdatasync|sync_file_range|syncfs)\(")


def measure(plan: Plan) -> Section:
    """p50 and p99 of single acts, and the fsyncs that one act costs."""
    with tempfile.TemporaryDirectory(prefix="musrenbang-bench-") as root:
        latency = _latency(Path(root), plan)
        rows: list[Line] = [*latency]
        few, many = plan.size(100, 10), plan.size(1100, 60)
        synced = _fsyncs_an_act(Path(root), few, many)
    notes = [
        f"Blocks of {BLOCK} acts alternate; a sample is the percentile of one block.",
        "Ours: rules, event, hash chain, journal with two indexes, table row with index and search text, second file.",
        "Floor: the same 14 fields as one row of a table with a primary key.",
        "The same rows: that of the journal and that of the table with all their indexes, ready made, in one commit.",
        _on_a_slow_disk(latency[0]),
    ]
    if synced is None:
        notes.append("fsyncs an act: not counted, strace is not here or may not trace.")
    else:
        rows.append(Figure(what="fsyncs an act", value=synced, budget=1.05))
    return Section("One saved usulan", rows, notes)


def _latency(root: Path, plan: Plan) -> list[Ratio]:
    blocks, block = plan.runs(30), plan.size(BLOCK, 10)
    ours, floor, same = [], [], []
    with village.opened(root / "ours") as services:
        village.open_forum(services)
        bare, rows = _BareTable(root / "floor.db"), _SameRows(root / "same.db")
        for number in range(blocks + 1):  # the first warms up
            usulan = [village.one_usulan(number * BLOCK + place) for place in range(block)]
            ours.append(_times(services.usulan.catat, usulan))
            floor.append(_times(bare.save, usulan))
            same.append(_times(rows.save, _written(services.desk.connection, block)))
        bare.connection.close()
        rows.connection.close()
    return [
        *_against("one insert + commit", ours[1:], floor[1:], 1.6),
        *_against("the same rows and indexes, ready made", ours[1:], same[1:], None),
    ]


def _against(name: str, ours: list[list[float]], peer: list[list[float]], p50: float | None) -> list[Ratio]:
    return [
        Ratio(
            what=f"save one usulan, {label}",
            ours=[percentile(times, share) * 1e6 for times in ours],
            peer_name=name,
            peer=[percentile(times, share) * 1e6 for times in peer],
            unit="us",
            budget=budget,
        )
        for label, share, budget in (("p50", 0.5, p50), ("p99", 0.99, None))
    ]


def _on_a_slow_disk(p50: Ratio) -> str:
    """What the extra work means where the fsync is nearly all of a save."""
    extra = statistics.median(own - bare for own, bare in zip(p50.ours, p50.peer, strict=True))
    slow = 11_000
    return (
        f"At p50 one act costs {extra:.0f} us more than the floor. By arithmetic that is a ratio of "
        f"{(slow + extra) / slow:.2f} on a hard disk with 11 ms a sync, and 1.6 on a disk with {extra / 0.6:.0f} us."
    )


def _times(save: Callable[[_Item], object], items: Sequence[_Item]) -> list[float]:
    times = []
    for one in items:
        start = time.perf_counter()
        save(one)
        times.append(time.perf_counter() - start)
    return times


def _written(connection: Connection, count: int) -> list[tuple[Row, Row]]:
    """What the last acts wrote: the row of the journal and the row of the table."""
    journal, table = (
        reversed(connection.execute(f"SELECT * FROM {name} ORDER BY rowid DESC LIMIT ?", (count,)).fetchall())
        for name in ("jurnal", "usulan")
    )
    return list(zip(journal, table, strict=True))


class _SameRows:
    """What the guarantees cost by themselves: every row and index of an act in one commit, without finding it out."""

    def __init__(self, path: Path) -> None:
        self.connection = open_writer(path)
        for statement in (*schema.KEPT[:3], schema.PROJECTIONS["usulan"], schema.PROJECTIONS["usulan_forum"]):
            self.connection.execute(statement)

    def save(self, rows: tuple[Row, Row]) -> None:
        """Both rows, one commit."""
        self.connection.execute("BEGIN IMMEDIATE")
        for table, row in zip(("jurnal", "usulan"), rows, strict=True):
            self.connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        self.connection.execute("COMMIT")


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
