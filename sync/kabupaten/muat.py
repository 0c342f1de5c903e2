"""Which usulan of the villages find room in a package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Key = tuple[str, int, str]
"""kode wilayah of the village, year of the plan, number"""

MOST = 20_000
"""Rows of the whole part; four million bytes. Three hundred villages with thirty usulan in each of two years fit."""
MOST_OF_VILLAGE = 300
"""Rows of one village and year."""


def muat(places: Mapping[tuple[str, int], Sequence[Key]], most: int) -> list[Key]:
    """The keys that find room, sorted. Where there are too many, those that their villages put last stay out, and of
    these last year's first. ``places`` holds the order of each village and year.
    """
    ranked = [
        (place, -year, key) for (_, year), keys in places.items() for place, key in enumerate(keys[:MOST_OF_VILLAGE])
    ]
    return sorted(key for *_, key in sorted(ranked)[:most])
