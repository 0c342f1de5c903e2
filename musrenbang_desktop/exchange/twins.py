"""Rows of a list that say the same as a row before them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

_SAME = ("judul", "dusun", "rt", "rw", "lokasi", "masalah", "volume", "perkiraan_biaya", "pengusul")

Fields = Mapping[str, Any]


class Twins:
    """What was seen so far, by title; the rest of a row is compared only with rows of the same title.

    ``fields_of`` answers the fields of a row of which only the title was told.
    """

    def __init__(self, fields_of: Callable[[int], Fields]) -> None:
        self._fields_of = fields_of
        self._seen: dict[str, int | dict[tuple[str, ...], int]] = {}

    def before(self, index: int, fields: Fields) -> int | None:
        """The first row that says the same as this one; else this one is the first."""
        title = fields["judul"].casefold()
        known = self._seen.get(title)
        if known is None:
            known = self._seen[title] = {}
        elif isinstance(known, int):
            known = self._seen[title] = {_same(self._fields_of(known)): known}
        first = known.setdefault(_same(fields), index)
        return None if first == index else first

    def knows(self, title: str) -> bool:
        """Whether a row had this title."""
        return title in self._seen

    def add_new(self, titles: Sequence[str], first: int) -> bool:
        """Keep the titles of rows that follow each other, if none was there before and no two are the same."""
        places = dict(zip(titles, range(first, first + len(titles)), strict=True))
        if len(places) < len(titles) or not self._seen.keys().isdisjoint(places):
            return False
        self._seen.update(places)
        return True


def folded(titles: Sequence[str]) -> list[str]:
    """Titles of one line as they are compared."""
    return "\n".join(titles).casefold().split("\n")


def _same(fields: Fields) -> tuple[str, ...]:
    return tuple(str(fields[name]).casefold() for name in _SAME)
