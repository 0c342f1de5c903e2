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

#: The kill falls at a random moment of this span. Every other kill counts it from the order to begin, and so hits the
#: opening of the folder or the first acts; the rest count from the first confirmed act.
LONGEST_S = 0.12

#: A typist that has confirmed nothing after this time will not do so.
PATIENCE_S = 60.0

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
    with tempfile.TemporaryDirectory(prefix="musrenbang-faults-", ignore_cleanup_errors=True) as root:
        waiting = Typist(Path(root) / "0.txt")
        try:
            for number in range(kills):
                if number % KILLS_A_FOLDER == 0:
                    victim = Victim(Path(root) / f"desa {number}")
                    victim.begin()
                typist, waiting = waiting, Typist(Path(root) / f"{number + 1}.txt")
                _kill_one(typist, victim, f"usulan {number}", chance, figures)
                victim.judge(figures)
                report(number + 1)
        finally:
            waiting.kill()
    return figures


class Typist:
    """A program that has started and waits for its order, so that its start is not part of the killed time.

    It speaks into files: what it had flushed before it died is there, whoever reads it and when.
    """

    def __init__(self, said: Path) -> None:
        self._said = said
        self._complaint = said.with_suffix(".err")
        with said.open("wb") as output, self._complaint.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.typist"],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=errors,
                encoding="utf-8",
            )

    def begin(self, folder: Path, name: str) -> None:
        """Give the order."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{folder}\t{name}\n")
        self.process.stdin.flush()

    def wait_for_first(self) -> None:
        """Until one act is confirmed, or it has died by itself."""
        end = time.monotonic() + PATIENCE_S
        while not self._said.stat().st_size and self.process.poll() is None and time.monotonic() < end:
            time.sleep(0.002)

    def kill(self) -> None:
        """Without warning; on Windows this is TerminateProcess, elsewhere SIGKILL."""
        self.process.kill()
        self.process.communicate()

    def confirmed(self) -> list[list[str]]:
        """Number and record id of every act that it called done; a torn last line was not said."""
        return [line.split("\t") for line in self._said.read_text("utf-8").split("\n")[:-1]]

    def complaint(self) -> str:
        """The last line that it wrote about an error."""
        return (self._complaint.read_text("utf-8").strip().splitlines() or [""])[-1]


def _kill_one(typist: Typist, victim: Victim, name: str, chance: random.Random, figures: Figures) -> None:
    """Let it type, kill it, note what it had confirmed by then."""
    typist.begin(victim.folder, name)
    if figures.kills % 2:
        typist.wait_for_first()
    time.sleep(chance.uniform(0, LONGEST_S))
    typist.kill()
    said = typist.confirmed()
    if typist.complaint():
        figures.faults.append(f"the program complained: {typist.complaint()}")
    victim.confirmed |= {record: f"{name} {number}" for number, record in said}
    figures.kills += 1
    figures.confirmed += len(said)
