"""``python -m tests.faults``: exit 0 when nothing was lost, doubled or otherwise wrong."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from tests.faults.kill import kill_many


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, count, print one line."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="0 takes another one each time")
    options = parser.parse_args(arguments)
    seed = options.seed or time.time_ns() % 1_000_000
    start = time.perf_counter()
    figures = kill_many(options.kills, seed, _progress)
    _clear()
    print(figures.line(time.perf_counter() - start), f"(--seed {seed})")
    for fault in figures.faults:
        print(f"  {fault}")
    return 0 if figures.good else 1


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} kills", end="", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r", end="", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
