"""How far the cells of an .xls reach, looked up before calamine reserves room for all of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_FREE = 0xFFFFFFFA
_ENTRY = 128
_SHORT_STREAM = 4096
_BOUND_SHEET, _STRINGS, _DIMENSIONS, _END = 0x0085, 0x00FC, 0x0200, 0x000A
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, 0x0406, 0x0206})
_BEGIN = frozenset({0x0009, 0x0209, 0x0409, 0x0809})


class Damaged(ValueError):
    """A compound file whose parts do not fit together."""


def last_cell(data: bytes) -> tuple[int, int]:
    """Number of rows and columns up to the last cell of any sheet. Raises Damaged."""
    try:
        stream = _workbook(data)
        starts = []
        for kind, place, size in _records(stream, 0):
            if kind == _BOUND_SHEET:
                starts.append(struct.unpack_from("<I", stream, place)[0])
            elif kind == _STRINGS and size >= 8 and max(struct.unpack_from("<II", stream, place)) > len(stream):
                raise Damaged("more texts than bytes")
        return max((_reach(stream, start) for start in starts), key=lambda reach: reach[0] * reach[1], default=(0, 0))
    except (struct.error, IndexError, MemoryError) as error:
        raise Damaged(str(error)) from error


def _reach(stream: bytes, start: int) -> tuple[int, int]:
    rows = columns = 0
    for kind, place, size in _records(stream, start):
        if kind == _DIMENSIONS:
            _check_dimensions(struct.unpack_from("<IIHH" if size >= 12 else "<HHHH", stream, place))
        if kind in _CELLS and size >= 4:
            row, column = struct.unpack_from("<HH", stream, place)
            rows = max(rows, row + 1)
            columns = max(columns, column + (size // 6 if kind == 0x00BD else 1))
    return rows, columns


def _check_dimensions(dimensions: tuple[int, ...]) -> None:
    """Refuse a claimed size that no sheet can have: room is reserved for it without a look at the cells."""
    first_row, last_row, first_column, last_column = dimensions
    if not (first_row <= last_row <= _MOST_ROWS and first_column <= last_column <= _MOST_COLUMNS):
        raise Damaged("impossible size of a sheet")


def _records(stream: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    """Type, place and size of the records of one part of the workbook, up to its end."""
    place, depth = start, 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        if place + 4 + size > len(stream):
            return
        yield kind, place + 4, size
        place += 4 + size
        depth += (kind in _BEGIN) - (kind == _END)
        if kind == _END and depth <= 0:
            return


def _workbook(data: bytes) -> bytes:
    """The stream of the workbook inside the compound file."""
    shift, short_shift = struct.unpack_from("<HH", data, 30)
    if shift not in (9, 12) or short_shift != 6:
        raise Damaged("sector size")
    size = 1 << shift
    first_directory, first_short, first_more = (struct.unpack_from("<I", data, place)[0] for place in (48, 60, 68))
    table = _sector_table(data, size, first_more)
    directory = _chain(data, table, first_directory, size, size)
    root, found = None, None
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[place : place + _ENTRY]
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace")
        if entry[66] == 5:
            root = entry
        elif name.casefold() in ("workbook", "book"):
            found = found if found and name.casefold() == "book" else entry
    if root is None or found is None:
        raise Damaged("no workbook")
    start, length = struct.unpack_from("<I", found, 116)[0], struct.unpack_from("<I", found, 120)[0]
    if length >= _SHORT_STREAM:
        return _chain(data, table, start, size, size)[:length]
    short_stream = _chain(data, table, struct.unpack_from("<I", root, 116)[0], size, size)
    short_bytes = _chain(data, table, first_short, size, size)
    short_table = struct.unpack(f"<{len(short_bytes) // 4}I", short_bytes)
    return _chain(short_stream, short_table, start, 1 << short_shift, 0)[:length]


def _sector_table(data: bytes, size: int, more: int) -> tuple[int, ...]:
    """Which sector follows which, from the list in the header and its continuations."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    seen = 0
    while more < _FREE:
        numbers = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        sectors += numbers[:-1]
        more, seen = numbers[-1], seen + 1
        if seen * size > len(data):
            raise Damaged("endless list of sectors")
    table: list[int] = []
    for sector in sectors:
        if sector < _FREE:
            table += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return tuple(table)


def _chain(data: bytes, table: tuple[int, ...], start: int, size: int, offset: int) -> bytes:
    """The bytes of the sectors that follow each other from ``start``."""
    parts: list[bytes] = []
    sector = start
    while sector < _FREE:
        if len(parts) * size > len(data):
            raise Damaged("endless chain of sectors")
        parts.append(data[offset + sector * size : offset + (sector + 1) * size])
        sector = table[sector]
    return b"".join(parts)
