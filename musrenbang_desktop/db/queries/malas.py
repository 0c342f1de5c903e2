"""Rows of a long list that become records only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Malas(Sequence[T], Generic[T]):
    """What SQL answered, in its order; a table of thousands builds the twenty that are on screen.

    The first value of a row is its id.
    """

    def __init__(self, rows: Sequence[tuple[Any, ...]], make: Callable[[tuple[Any, ...]], T]) -> None:
        self.raw = rows
        self.ids: list[str] = [row[0] for row in rows]
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self.raw)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._make(self.raw[place])
        return made
