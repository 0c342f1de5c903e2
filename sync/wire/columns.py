"""Lists of JSON values column by column, and back: beside each other alike values compress to almost nothing.

A list becomes a *form*. Objects with a type (``t``) make one table for each type: ``{"n": rows, "c": tables}``; other
objects make a table ``{"k": keys, "s": shapes, "n": rows, "c": columns}``: every key once; every shape, the places in
``k`` of the keys that an object has, in their order; and for each key the values of the objects that have it. ``n``
says as pairs which table or shape comes and how many times in a row. Everything else is a list that begins with its
kind:

==== ===========================================================================================
kind what follows
==== ===========================================================================================
0    whole numbers: the first, then what each is more than the one before
1    the values as they are
2    ``head``, then numbers as under 0: texts that are the head and a number, ``k7q2m3ab-17``
3    one value that all have
4    whole numbers of one digit, as one text
5    lists: the form of their lengths, and the form of all that they hold
6    objects whose keys are as under 2: the forms of how many keys, of the keys, of the values
==== ===========================================================================================

What comes from outside is counted while it grows, so a short form cannot unfold to more than is allowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, groupby, islice, pairwise
from typing import Any

import msgspec

from sync.wire.errors import Malformed, TooLarge

_DELTAS, _PLAIN, _NUMBERED, _SAME, _DIGITS, _LISTS, _MAPS = range(7)
_FEW = 2
"""Shorter lists than this gain nothing."""
_OBJECT = 16
"""What an object counts beside what it says: a million empty ones are quickly asked for and slowly made."""


def fold(values: Sequence[Any]) -> Any:
    """The form of a list."""
    kinds = {type(value) for value in values}
    if len(values) >= _FEW and len(kinds) == 1 and _are_same(values):
        return [_SAME, values[0]]
    if kinds == {dict}:
        return _objects(values)
    found: list[list[Any]] = [[_PLAIN, *values]]
    if len(values) >= _FEW and kinds == {int}:
        found.append([_DELTAS, *_deltas(values)])
        if all(0 <= value <= 9 for value in values):
            found.append([_DIGITS, "".join(map(str, values))])
    elif len(values) >= _FEW and kinds == {str} and (numbered := _numbered(values)):
        found.append([_NUMBERED, *numbered])
    elif kinds == {list} and sum(map(len, values)) >= _FEW:
        found.append([_LISTS, fold([len(value) for value in values]), fold(list(chain.from_iterable(values)))])
    return min(found, key=lambda form: len(msgspec.json.encode(form)))


def _are_same(values: Sequence[Any]) -> bool:
    """Whether all read alike as JSON. Lists and objects are compared as such: to Python ``[1]`` equals ``[true]``."""
    if isinstance(values[0], list | dict):
        return len(set(map(msgspec.json.encode, values))) == 1
    return all(value == values[0] for value in values)


def _objects(rows: Sequence[dict[str, Any]]) -> Any:
    types = [row.get("t") for row in rows]
    if len(set(map(str, types))) > 1 and all(isinstance(one, str) for one in types):
        order = list(dict.fromkeys(types))
        tables = [fold([row for row in rows if row["t"] == one]) for one in order]
        return {"n": _runs([order.index(one) for one in types]), "c": tables}
    keys = list(chain.from_iterable(rows))
    if len(keys) > len(rows) and _numbered(keys):
        return [_MAPS, fold([len(row) for row in rows]), fold(keys), fold([row[key] for row in rows for key in row])]
    return _table(rows)


def _table(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    place = {key: number for number, key in enumerate(keys)}
    shape_of = [tuple(place[key] for key in row) for row in rows]
    shapes = {shape: number for number, shape in enumerate(dict.fromkeys(shape_of))}
    return {
        "k": keys,
        "s": [list(shape) for shape in shapes],
        "n": _runs([shapes[shape] for shape in shape_of]),
        "c": [fold([row[key] for row in rows if key in row]) for key in keys],
    }


def _runs(numbers: Sequence[int]) -> list[int]:
    return [part for number, same in groupby(numbers) for part in (number, len(list(same)))]


def _deltas(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _numbered(values: Sequence[str]) -> list[str | int] | None:
    """Head and numbers of texts that differ only in the number at their end; None for others."""
    head = values[0].rstrip("0123456789")
    if not head or not all(value.startswith(head) for value in values):
        return None
    ends = [value[len(head) :] for value in values]
    if not all(end.isascii() and end.isdigit() and len(end) < 16 and str(int(end)) == end for end in ends):
        return None
    return [head, *_deltas([int(end) for end in ends])]


class Unfolding:
    """Undoes :func:`fold`, never making more than about ``cap`` bytes of JSON."""

    def __init__(self, cap: int) -> None:
        self._room = cap

    def unfold(self, form: Any, count: int) -> list[Any]:
        """The list of ``count`` values behind ``form``. Raises Malformed, TooLarge."""
        values = self._objects(form) if isinstance(form, dict) else self._values(form, count)
        if len(values) != count:
            raise _malformed()
        return values

    def _take(self, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise TooLarge("tabel terlalu besar")

    def _values(self, form: Any, count: int) -> list[Any]:
        match form:
            case [0, *numbers]:
                return _summed(numbers)
            case [1, *values]:
                return values
            case [2, str(head), *numbers]:
                self._take((len(head) + 4) * len(numbers))
                return [f"{head}{number}" for number in _summed(numbers)]
            case [3, value]:
                self._take((_size(value) + 1) * count)
                return [value] * count
            case [4, str(digits)] if digits.isascii() and digits.isdigit():
                self._take(2 * len(digits))
                return [int(digit) for digit in digits]
            case [5, lengths, held]:
                return self._cut(self.unfold(lengths, count), held)
            case [6, lengths, keys, held]:
                sizes = self.unfold(lengths, count)
                names = self._cut(sizes, keys)
                return [self._object(own, values) for own, values in zip(names, self._cut(sizes, held), strict=True)]
        raise _malformed()

    def _cut(self, lengths: Sequence[Any], form: Any) -> list[list[Any]]:
        """The values of one form as lists of these lengths."""
        if not all(type(length) is int and length >= 0 for length in lengths):
            raise _malformed()
        self._take(2 * len(lengths))
        values = iter(self.unfold(form, sum(lengths)))
        return [list(islice(values, length)) for length in lengths]

    def _objects(self, form: dict[str, Any]) -> list[dict[str, Any]]:
        match form:
            case {"n": list(runs), "c": list(tables), **rest} if not rest:
                return self._mixed(runs, tables)
            case {"k": list(keys), "s": list(shapes), "n": list(runs), "c": list(columns), **rest} if not rest:
                return self._table(keys, shapes, runs, columns)
        raise _malformed()

    def _mixed(self, runs: Sequence[Any], tables: Sequence[Any]) -> list[dict[str, Any]]:
        order = list(self._places(runs, [0] * len(tables)))
        counts = Counter(order)
        rows = [iter(self.unfold(table, counts[number])) for number, table in enumerate(tables)]
        return [next(rows[number]) for number in order]

    def _table(
        self, keys: Sequence[Any], shapes: Sequence[Any], runs: Sequence[Any], columns: Sequence[Any]
    ) -> list[dict[str, Any]]:
        if len(keys) != len(columns) or not all(isinstance(key, str) for key in keys):
            raise _malformed()
        for shape in shapes:
            if not isinstance(shape, list) or not all(type(place) is int and 0 <= place < len(keys) for place in shape):
                raise _malformed()
        rows = list(self._places(runs, [sum(len(keys[place]) + 4 for place in shape) for shape in shapes]))
        wanted = [0] * len(keys)
        for number in rows:
            for place in shapes[number]:
                wanted[place] += 1
        values = [iter(self.unfold(column, count)) for column, count in zip(columns, wanted, strict=True)]
        return [
            self._object([keys[place] for place in shapes[number]], [next(values[place]) for place in shapes[number]])
            for number in rows
        ]

    def _places(self, runs: Sequence[Any], sizes: Sequence[int]) -> Iterable[int]:
        """Which table or shape each row has; ``sizes`` is what one row of each takes."""
        if len(runs) % 2 or not all(type(part) is int for part in runs):
            raise _malformed()
        for number, times in zip(runs[::2], runs[1::2], strict=True):
            if not 0 <= number < len(sizes) or times < 1:
                raise _malformed()
            self._take((sizes[number] + _OBJECT) * times)
            yield from [number] * times

    def _object(self, keys: Sequence[Any], values: Sequence[Any]) -> dict[str, Any]:
        found = dict(zip(keys, values, strict=True))
        if len(found) != len(keys) or not all(isinstance(key, str) for key in found):
            raise _malformed()
        return found


def _malformed() -> Malformed:
    return Malformed("tabel salah bentuk")


def _summed(numbers: Sequence[Any]) -> list[int]:
    if not all(type(number) is int for number in numbers):
        raise _malformed()
    return list(accumulate(numbers))


def _size(value: Any) -> int:
    """About the bytes of a value as JSON."""
    if isinstance(value, str):
        return len(value) + 2
    if isinstance(value, dict):
        return 2 + sum(len(key) + 4 + _size(item) for key, item in value.items())
    if isinstance(value, list):
        return 2 + sum(1 + _size(item) for item in value)
    return 5
