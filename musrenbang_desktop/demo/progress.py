"""Numbered steps with a bar and durations, and the checks that decide the exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

BAR = 24
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold at the end."""

    name: str
    ok: bool
    detail: str


@dataclass(slots=True)
class Progress:
    """Prints as it goes; keeps what ``summary.json`` says."""

    total: int
    seconds: dict[str, float] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    _inside: str = ""

    @contextmanager
    def step(self, name: str, text: str) -> Iterator[None]:
        """One numbered step; ``name`` is its key in the summary."""
        number = len(self.seconds) + 1
        self._inside = f"{number:>2}/{self.total}  {text}"
        started = time.perf_counter()
        self.tick(0, 1)
        yield
        spent = time.perf_counter() - started
        self.seconds[name] = round(spent, 3)
        self._line(f"{self._inside:<62} {'#' * BAR} {spent:6.1f} s", end="\n")

    def tick(self, done: int, of: int) -> None:
        """Move the bar of the present step; only on a terminal, so that a log keeps one line a step."""
        if sys.stdout.isatty():
            filled = BAR * done // max(of, 1)
            self._line(f"{self._inside:<62} {'#' * filled}{'.' * (BAR - filled)}", end="")

    def check(self, name: str, ok: bool, detail: str) -> None:
        """Note one check."""
        self.checks.append(Check(name, bool(ok), detail))

    def equal(self, name: str, found: object, wanted: object) -> None:
        """Note a check that two values are the same."""
        self.check(name, found == wanted, _short(found) if found == wanted else f"{found}, seharusnya {wanted}")

    def print_checks(self) -> None:
        """The table of checks."""
        print()
        width = max(len(check.name) for check in self.checks)
        for check in self.checks:
            print(f"{'ok   ' if check.ok else 'GAGAL'}  {check.name:<{width}}  {check.detail}")

    def as_summary(self) -> dict[str, object]:
        """``checks`` and ``seconds`` as summary.json holds them."""
        return {"checks": [asdict(check) for check in self.checks], "seconds": self.seconds}

    @property
    def all_ok(self) -> bool:
        """Whether every check held."""
        return all(check.ok for check in self.checks)

    def _line(self, text: str, end: str) -> None:
        back = "\r" if sys.stdout.isatty() else ""
        print(f"{back}{text}", end=end, flush=True)


def _short(value: object) -> str:
    """A value that fits behind its check; of a long one only how many it holds."""
    text = ", ".join(map(str, value)) if isinstance(value, list | tuple | set) else str(value)
    if len(text) <= LONGEST:
        return text
    return f"{len(value)} sama" if isinstance(value, list | tuple | set) else text[:LONGEST]
