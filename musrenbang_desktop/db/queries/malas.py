"""Rows of a long list that become records only when somebody looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, cast, overload

T = TypeVar("T")
R = TypeVar("R")


class Malas(Sequence[T], Generic[T]):
    """What SQL answered, in its order; a table of thousands builds the twenty that are on screen.

    ``ids`` are those of the rows; without them the first value of a row is its id.
    """

    def __init__(self, rows: Sequence[R], make: Callable[[R], T], ids: list[str] | None = None) -> None:
        self.ids: list[str] = [row[0] for row in cast("Sequence[Any]", rows)] if ids is None else ids
        self._make: Callable[[int], T] = lambda place: make(rows[place])
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = self._make(place)
        return made
