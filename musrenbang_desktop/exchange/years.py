"""Whether a list names one year: a head that says 2026 above a foot that says 2024 is often last year's file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from musrenbang_desktop.exchange.columns import Column
from musrenbang_desktop.exchange.plain import plain
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.vocabulary import normal_heading

_YEAR = re.compile(r"\b(?:tahun|t\.?a\.?)\s*(?:anggaran|rencana|pelaksanaan)?\s*:?\s*(20[0-9]{2})\b", re.IGNORECASE)

_PLAIN = re.compile(r"20[0-9]{2}")
_COLUMNS = frozenset({"tahun", "tahun anggaran", "tahun rencana", "tahun usulan"})


def years_of(texts: Iterable[str]) -> set[str]:
    """The years that are named as such; the date beside a signature is none."""
    return {year for text in texts for year in _YEAR.findall(text)}


def years_in_rows(rows: Iterable[Sequence[Cell]], columns: Iterable[Column]) -> set[str]:
    """The years that stand in a column of years."""
    places = [column.index for column in columns if normal_heading(column.heading) in _COLUMNS]
    cells = (plain(row[place]) for row in rows for place in places if place < len(row))
    return {cell for cell in cells if _PLAIN.fullmatch(cell)}


def other_years(named: Collection[str], forum: Collection[int]) -> str:
    """One sentence when the list names years and none of them is one of the forum's, else nothing."""
    if not named or not forum or {int(year) for year in named} & set(forum):
        return ""
    return (
        f"Berkas ini menyebut tahun {', '.join(sorted(named))}, sedangkan forum ini untuk "
        f"{' dan '.join(map(str, sorted(set(forum))))}. Pastikan ini berkas tahun yang benar."
    )


def differing_years(above: Iterable[str], below: Iterable[str]) -> str:
    """One sentence when what stands below the list names another year than what stands above it, else nothing."""
    head, foot = years_of(above), years_of(below)
    if not head or foot <= head:
        return ""
    return (
        f"Judul berkas menyebut tahun {', '.join(sorted(head))}, bagian bawahnya {', '.join(sorted(foot - head))}. "
        "Pastikan ini berkas tahun yang benar."
    )
