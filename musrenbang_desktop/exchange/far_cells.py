"""The guard before calamine: it keeps 32 bytes for every cell between A1 and the last one, used or not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from musrenbang_desktop.exchange.sheet import address
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

#: Rows times columns that a sheet may span.
MOST_CELLS = 4_000_000

#: A cell whose tag does not begin with a place of one letter and at most five digits. A sheet without any ends at
#: Z99999 at the latest, which is within MOST_CELLS: one pass over the text, and nothing more to look at.
_UNUSUAL_CELL = re.compile(rb'<c[\s/>](?!r="[A-Z][0-9]{1,5}+")')

#: Some program may write ``<x:c r="A1">``, which means the same.
_PREFIXED_CELL = re.compile(rb":c[\s/>]")

#: A tag and the text behind it; a cell holds at most 32,767 letters.
_LONGEST_TAG = 2**18

_FAR_COLUMN = re.compile(rb'r="([A-Z]{2,})[0-9]+"')
_FAR_ROW = re.compile(rb'r="[A-Z]*([0-9]{5,})')
_CELL = re.compile(rb'r="([A-Z]*)([0-9]+)')
_SPACED_OR_SINGLE = re.compile(rb"""\s*=\s*["']""")


def all_near(pieces: Iterable[bytes]) -> bool:
    """Whether every cell of a sheet that comes in pieces certainly stands near. A no is only a doubt."""
    rest = b""
    for piece in pieces:
        part = rest + piece
        cut = max(part.rfind(b"<"), 0)
        if _UNUSUAL_CELL.search(part, 0, cut) or (b":" in part and _PREFIXED_CELL.search(part)):
            return False
        rest = part[cut:]
        if len(rest) > _LONGEST_TAG:
            return False
    return not _UNUSUAL_CELL.search(rest)


def guard_sheet(xml: bytes, name: str) -> None:
    """Refuse a sheet whose last cell is so far away that the empty room before it would fill the memory."""
    if any(form in xml for form in (b"='", b" =", b"= ")):
        xml = _SPACED_OR_SINGLE.sub(b'="', xml)
    columns = max(map(_column_number, set(_FAR_COLUMN.findall(xml))), default=26)
    rows = max(map(int, set(_FAR_ROW.findall(xml))), default=10_000)
    if rows * columns <= MOST_CELLS:
        return
    cells = {(int(row), _column_number(column)) for column, row in _CELL.findall(xml)}
    rows, columns = max((row for row, _ in cells), default=0), max((column for _, column in cells), default=0)
    guard_extent(rows, columns, name)


def guard_extent(rows: int, columns: int, name: str) -> None:
    """Refuse a sheet that spans too many cells."""
    if rows * columns > MOST_CELLS:
        raise BerkasTidakTerbaca("isi_terlalu_jauh", name, address(rows - 1, columns - 1))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
