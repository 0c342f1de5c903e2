"""The tables of docs/performance.md."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from bench.row import Ratio, Row, Section

_HEAD = """# Speed

Made by `just bench` (`python -m bench`); do not edit. Times and bytes are medians, with the smallest and the largest in
brackets, of runs that alternate between ours and the other side. A ratio is the median of the ratios of neighbouring
runs, so it may differ a little from the ratio of the medians; below 1 ours is faster or smaller. The limits are those
of our design, for a quiet machine. On one that is busy with other work only ratios mean anything, and not much.

Again: `just bench`. One topic: `just bench start`. Whether all parts work, in seconds: `just bench --quick`.
"""

#: Limits that no run of this command measures, and why.
_ABSENT = (
    "against Vorta and Anki (start, p99 of a save, bytes, 10,000 records): they are not among our dependencies",
    "receipts for 300 villages at once, the size of the bundle: later work",
)


def markdown(sections: Sequence[Section], failed: Sequence[str], machine: str, versions: str) -> str:
    """The whole page."""
    parts = [_HEAD, f"Machine: {machine}.\n\nVersions: {versions}.\n", _summary(sections, failed)]
    for section in sections:
        parts.append(f"## {section.title}\n")
        parts.append(table(section.rows))
        parts += [f"{note}\n" for note in section.notes]
    parts.append("## Not measured here\n")
    parts.append("".join(f"- {line}\n" for line in _ABSENT))
    return "\n".join(parts)


def table(rows: Sequence[Row]) -> str:
    """One section as a table."""
    lines = ["| what | ours | other side | ratio | limit | reached |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [_line(row) for row in rows]
    return "\n".join(lines) + "\n"


def _summary(sections: Sequence[Section], failed: Sequence[str]) -> str:
    rows = [row for section in sections for row in section.rows if row.budget is not None]
    missed = [row for row in rows if not row.reached]
    lines = [f"**{len(rows) - len(missed)} of {len(rows)} limits reached.**"]
    lines += [f"Not reached: {row.what}{_against(row)} ({_measure(row)}, limit {row.budget:g})." for row in missed]
    lines += [f"Not measured because it failed: {sentence}." for sentence in failed]
    return "\n".join(f"{line}\n" for line in lines)


def _against(row: Row) -> str:
    return f", against {row.peer_name}" if isinstance(row, Ratio) else ""


def _measure(row: Row) -> str:
    return f"ratio {row.ratio:.2f}" if isinstance(row, Ratio) else number(row.value)


def _line(row: Row) -> str:
    limit = "" if row.budget is None else f"{row.budget:g}"
    reached = {None: "", True: "yes", False: "**no**"}[row.reached]
    if isinstance(row, Ratio):
        cells = (
            row.what,
            samples(row.ours, row.unit),
            f"{row.peer_name}: {samples(row.peer, row.unit)}",
            f"{row.ratio:.2f}",
        )
    else:
        cells = (row.what, f"{number(row.value)} {row.unit}".strip(), "", "")
    return "| " + " | ".join((*cells, limit, reached)) + " |"


def samples(values: Sequence[float], unit: str) -> str:
    """``0.162 (0.155-0.208) s``."""
    middle = number(statistics.median(values))
    if len(set(values)) == 1:
        return f"{middle} {unit}"
    return f"{middle} ({number(min(values))}-{number(max(values))}) {unit}"


def number(value: float) -> str:
    """Three digits that mean something; whole numbers whole."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
