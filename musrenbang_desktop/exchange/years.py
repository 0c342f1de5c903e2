"""Whether a list names one year: a head that says 2026 above a foot that says 2024 is often last year's file."""

from __future__ import annotations

import re
from collections.abc import Iterable

_YEAR = re.compile(r"\b(?:tahun|t\.?a\.?)\s*(?:anggaran|rencana|pelaksanaan)?\s*:?\s*(20[0-9]{2})\b", re.IGNORECASE)


def years_of(texts: Iterable[str]) -> set[str]:
    """The years that are named as such; the date beside a signature is none."""
    return {year for text in texts for year in _YEAR.findall(text)}


def differing_years(above: Iterable[str], below: Iterable[str]) -> str:
    """One sentence when what stands below the list names another year than what stands above it, else nothing."""
    head, foot = years_of(above), years_of(below)
    if not head or foot <= head:
        return ""
    return (
        f"Judul berkas menyebut tahun {', '.join(sorted(head))}, bagian bawahnya {', '.join(sorted(foot - head))}. "
        "Pastikan ini berkas tahun yang benar."
    )
