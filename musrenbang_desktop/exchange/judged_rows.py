"""The rows of a preview with their verdicts. A row on which there is nothing to remark is made when it is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Generic, Literal, Protocol, TypeVar, overload

Verdict = Literal["ok", "mended", "refused"]


class Judged(Protocol):
    """A row with a verdict."""

    @property
    def row(self) -> int: ...

    @property
    def verdict(self) -> Verdict: ...


B = TypeVar("B", bound=Judged)


class JudgedRows(Sequence[B], Generic[B]):
    """All rows in the order of the file.

    In ``entries`` a number stands for a row that was found in order: ``make`` makes it out of its place in the file,
    counted from zero, and it is kept from then on.
    """

    def __init__(self, entries: Sequence[B | int], make: Callable[[int], B] | None = None) -> None:
        self._entries = list(entries)
        self._make = make
        read = Counter(entry.verdict for entry in self._entries if not isinstance(entry, int))
        self._counts = read + Counter(ok=len(self._entries) - read.total())

    @property
    def numbers(self) -> list[int]:
        """The number of every row in the file, from 1; no row is made for it."""
        return [one + 1 if isinstance(one, int) else one.row for one in self._entries]

    def verdict(self, place: int) -> Verdict:
        """The verdict of one row, which is not made for it."""
        entry = self._entries[place]
        return "ok" if isinstance(entry, int) else entry.verdict

    def count_of(self, verdict: Verdict) -> int:
        """How many rows have this verdict."""
        return self._counts[verdict]

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, place: int) -> B: ...
    @overload
    def __getitem__(self, place: slice) -> list[B]: ...
    def __getitem__(self, place: int | slice) -> B | list[B]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        entry = self._entries[place]
        if isinstance(entry, int):
            if self._make is None:
                raise TypeError("a row that nobody can make")
            entry = self._entries[place] = self._make(entry)
        return entry
