"""A nilai in a column: commas stand below each other."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from musrenbang_desktop.ranking.explain import teks_nilai


def any_decimals(values: Iterable[Fraction | None]) -> bool:
    """Whether some nilai of a column is not whole."""
    return any(value is not None and value.denominator != 1 for value in values)


def column_text(nilai: Fraction | None, *, decimals: bool) -> str:
    """``44`` among whole ones, ``44,00`` in a column where another one has ``decimals``; nothing while unknown."""
    if nilai is None:
        return ""
    text = teks_nilai(nilai)
    return f"{text},00" if decimals and nilai.denominator == 1 else text
