"""Small tables inside one record: rows of a NamedTuple in the domain, lists of lists in the journal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

R = TypeVar("R", bound=tuple[Any, ...])


def to_plain(rows: Iterable[tuple[Any, ...] | str]) -> list[Any]:
    """Rows (or words) as the journal keeps them."""
    return [row if isinstance(row, str) else list(row) for row in rows]


def from_plain(kind: type[R], plain: object) -> tuple[R, ...]:
    """The rows of ``kind`` that a journal's value holds. What another version wrote differently is left out."""
    fields: tuple[str, ...] = getattr(kind, "_fields", ())
    rows = plain if isinstance(plain, list | tuple) else ()
    return tuple(kind(*row) for row in rows if isinstance(row, list | tuple) and len(row) == len(fields))


def words_from_plain(plain: object) -> tuple[str, ...]:
    """The words that a journal's value holds."""
    return tuple(word for word in plain if isinstance(word, str)) if isinstance(plain, list | tuple) else ()
