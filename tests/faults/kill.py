"""Kill a typing program at random moments, open its folder again, count what is there."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import build
from tests.faults.witness import look
from tests.small_forum import small_forum

ROOT = Path(__file__).resolve().parents[2]

#: The kill falls at a random moment of this span, counted from the order to begin: while the folder is being opened, or
#: while any of some hundred acts is under way.
LONGEST_S = 0.16

#: A folder is killed this many times before a new one is taken, so that looking at it stays quick.
KILLS_A_FOLDER = 8


@dataclass(slots=True)
class Figures:
    """Counts over all kills."""

    kills: int = 0
    confirmed: int = 0
    lost: int = 0
    doubled: int = 0
    in_flight: int = 0
    """written although their call had not returned; the operator never heard of them"""
    faults: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Nothing lost, nothing twice, nothing else wrong."""
        return not (self.lost or self.doubled or self.faults)

    def line(self, seconds: float) -> str:
        """All figures in one line."""
        return (
            f"{self.kills} kills: {self.confirmed} confirmed, {self.lost} lost, {self.doubled} doubled, "
            f"{self.in_flight} kept that were in flight, {len(self.faults)} other faults, {seconds:.1f} s"
        )


@dataclass(slots=True)
class Victim:
    """One data folder and what must be in it."""

    folder: Path
    confirmed: dict[str, str] = field(default_factory=dict)
    doubled: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """A forum to type in."""
        opened = open_store(self.folder, lambda: datetime.now().astimezone(), FileKeys(self.folder))
        build(opened.store).forum.buka(small_forum())
        opened.close()

    def judge(self, figures: Figures) -> None:
        """Look, and count each loss once: what is lost now is not expected at the next look."""
        seen = look(self.folder, self.confirmed)
        figures.lost += len(seen.lost)
        figures.doubled += len(seen.doubled - self.doubled)
        figures.in_flight += len(seen.more)
        figures.faults += seen.faults
        if len(seen.more) > 1:
            figures.faults.append(f"{len(seen.more)} acts were written before one was confirmed")
        self.doubled |= seen.doubled
        for record in seen.lost:
            del self.confirmed[record]
        self.confirmed |= seen.more


def kill_many(kills: int, seed: int, report: Callable[[int], None] = lambda _done: None) -> Figures:
    """Kill ``kills`` typing programs; everything that was confirmed must be there, once."""
    figures = Figures()
    chance = random.Random(seed)
    waiting = _typist()
    try:
        with tempfile.TemporaryDirectory(prefix="musrenbang-faults-", ignore_cleanup_errors=True) as root:
            for number in range(kills):
                if number % KILLS_A_FOLDER == 0:
                    victim = Victim(Path(root) / str(number))
                    victim.begin()
                typist, waiting = waiting, _typist()
                _kill_one(typist, victim, f"usulan {number}", chance.uniform(0, LONGEST_S), figures)
                victim.judge(figures)
                report(number + 1)
    finally:
        waiting.kill()
        waiting.communicate()
    return figures


def _typist() -> subprocess.Popen[str]:
    """A program that has started and waits for its order, so that its start is not part of the killed time."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typist"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def _kill_one(typist: subprocess.Popen[str], victim: Victim, name: str, after: float, figures: Figures) -> None:
    """Let it type, kill it, note what it had confirmed by then."""
    assert typist.stdin is not None
    typist.stdin.write(f"{victim.folder}\t{name}\n")
    typist.stdin.flush()
    time.sleep(after)
    typist.kill()
    said, complaint = typist.communicate()
    if complaint.strip():
        figures.faults.append(f"the program complained: {complaint.strip().splitlines()[-1]}")
    whole = [line.split("\t") for line in said.split("\n")[:-1]]
    victim.confirmed |= {record: f"{name} {number}" for number, record in whole}
    figures.kills += 1
    figures.confirmed += len(whole)
