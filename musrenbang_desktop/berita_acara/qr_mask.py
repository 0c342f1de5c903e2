"""The eight masks of a QR code and how much a reader dislikes a picture, by ISO/IEC 18004 section 7.8."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

#: Whether a mask turns the square at row *i*, column *j*.
MASKS: Sequence[Callable[[int, int], bool]] = (
    lambda i, j: (i + j) % 2 == 0,
    lambda i, _: i % 2 == 0,
    lambda _, j: j % 3 == 0,
    lambda i, j: (i + j) % 3 == 0,
    lambda i, j: (i // 2 + j // 3) % 2 == 0,
    lambda i, j: i * j % 2 + i * j % 3 == 0,
    lambda i, j: (i * j % 2 + i * j % 3) % 2 == 0,
    lambda i, j: ((i + j) % 2 + i * j % 3) % 2 == 0,
)

_RUN = re.compile(rb"\x00{5,}|\x01{5,}")
#: A cut through one of the three large marks, with four white squares on one side of it.
_LIKE_A_MARK = re.compile(rb"(?<=\x00{4})(?=\x01\x00\x01\x01\x01\x00\x01)|(?=\x01\x00\x01\x01\x01\x00\x01\x00{4})")
_WHITE = b"\0" * 4


def penalty(rows: Sequence[bytes]) -> int:
    """The points of a picture, the fewer the better; Table 11 of the standard."""
    lines = [*rows, *(bytes(column) for column in zip(*rows, strict=True))]
    return sum(map(_line, lines)) + 3 * _blocks(rows) + 10 * _uneven(rows)


def _line(line: bytes) -> int:
    """Long runs of one colour, and what looks like a large mark."""
    runs = sum(found.end() - found.start() - 2 for found in _RUN.finditer(line))
    return runs + 40 * len(_LIKE_A_MARK.findall(_WHITE + line + _WHITE))


def _blocks(rows: Sequence[bytes]) -> int:
    """How many blocks of two by two have one colour."""
    ones = int.from_bytes(b"\1" * len(rows), "big")
    dark = [int.from_bytes(row, "big") for row in rows]
    found = 0
    for colour in (dark, [row ^ ones for row in dark]):
        pairs = [row & row >> 8 for row in colour]
        found += sum((upper & lower).bit_count() for upper, lower in pairwise(pairs))
    return found


def _uneven(rows: Sequence[bytes]) -> int:
    """By how many full steps of five percent the dark squares are more or fewer than half."""
    dark, every = sum(map(sum, rows)), len(rows) ** 2
    return abs(20 * dark - 10 * every) // every
