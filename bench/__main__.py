"""``python -m bench``: measure every topic, print the tables, write docs/performance.md.

``--quick`` runs every part once on little data, to see that it works; it writes nothing unless ``--out`` says where.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench import report
from bench.machine import machine, versions
from bench.row import Plan, Section
from bench.village import ROOT

TOPICS = (
    "start",
    "write",
    "paper",
    "packing",
    "exchange",
    "importing",
    "exporting",
    "ranking",
    "likeness",
    "kamus",
    "door",
    "seal",
    "layar",
    "window",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit 0 when every topic could be measured, whatever the figures say."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=f"only these: {', '.join(TOPICS)}")
    parser.add_argument("--quick", action="store_true", help="one run of everything on little data")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the page")
    options = parser.parse_args(arguments)
    unknown = set(options.topics) - set(TOPICS)
    if unknown:
        parser.error(f"no such topic: {', '.join(sorted(unknown))}")
    return _run([name for name in TOPICS if name in (options.topics or TOPICS)], Plan(options.quick), _target(options))


def _target(options: argparse.Namespace) -> Path | None:
    """The page belongs to a whole and thorough run; anything less is written only where it is told to."""
    whole = not options.quick and not options.topics
    return options.out or (ROOT / "docs" / "performance.md" if whole else None)


def _run(topics: Sequence[str], plan: Plan, target: Path | None) -> int:
    here = machine()
    sections: list[Section] = []
    failed: list[str] = []
    for name in topics:
        start = time.perf_counter()
        try:
            section: Section = importlib.import_module(f"bench.{name}").measure(plan)
        except Exception as error:  # noqa: BLE001 - one topic that cannot run must not cost the others
            failed.append(f"{name} ({type(error).__name__}: {error})")
            print(f"{name} FAILED: {type(error).__name__}: {error}\n", file=sys.stderr)
            continue
        sections.append(section)
        print(f"{section.title} ({time.perf_counter() - start:.0f} s)\n{report.table(section.rows)}", flush=True)
    if target:
        target.write_text(report.markdown(sections, failed, here, versions()), encoding="utf-8")
        print(f"Written: {target.name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
