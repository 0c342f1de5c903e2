"""The squares of a QR code, by ISO/IEC 18004: versions 1 to 40, levels L, M and Q, capitals or bytes.

Ours, because a library also loads what it needs for pictures, colours and downloads before the first paper of the day.
The tests compare every version with such a library, and read the codes with another.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product, zip_longest
from typing import Literal, NamedTuple

from musrenbang_desktop.berita_acara.qr_mask import MASKS, penalty

Level = Literal["l", "m", "q"]

LARGEST = 40
"""the largest version; a version has 17 squares a side, and four more for each number"""
_CAPITALS = {letter: value for value, letter in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_FILLING = bytes.fromhex("ec11")


class _Correction(NamedTuple):
    """A level of correction: its two bits; for every version the codewords of correction in a block, and the blocks."""

    bits: int
    codewords: bytes
    blocks: bytes


#: Table 9 of the standard.
_LEVELS: dict[Level, _Correction] = {
    "l": _Correction(
        1,
        bytes.fromhex("070a0f141a1214181e12 14181a1e16181c1e1c1c 1c1c1e1e1a1c1e1e1e1e 1e1e1e1e1e1e1e1e1e1e"),
        bytes.fromhex("01010101010202020204 04040404060606060708 0809090a0c0c0c0d0e0f 10111213131415161819"),
    ),
    "m": _Correction(
        0,
        bytes.fromhex("0a101a1218101216161a 1e161618181c1c1a1a1a 1a1c1c1c1c1c1c1c1c1c 1c1c1c1c1c1c1c1c1c1c"),
        bytes.fromhex("01010102020404040505 050809090a0a0b0d0e10 111112141517191a1c1d 1f21232526282b2d2f31"),
    ),
    "q": _Correction(
        3,
        bytes.fromhex("0d16121a121812161418 1c1a18141e181c1c1a1e 1c1e1e1e1e1c1e1e1e1e 1e1e1e1e1e1e1e1e1e1e"),
        bytes.fromhex("01010202040406060808 080a0c100c1110121514 1717191b1d2222232628 2b2d303335383b3e4144"),
    ),
}


@lru_cache(maxsize=4)
def matrix(text: str, level: Level, version: int = 0, mask: int = -1) -> Sequence[bytes]:
    """Rows of squares from the top, 1 is dark; none when no version (or not this one) holds the text.

    *version* 0 takes the smallest; *mask* -1 the one that readers like best, which takes three quarters of the time.
    """
    version = version or smallest(text, level)
    if not version or _bits_of(text, version) > 8 * _room(level, version):
        return ()
    bits = "".join(f"{codeword:08b}" for codeword in _message(text, level, version))
    drawn = _Drawn(version, bits)
    chosen = mask if mask >= 0 else min(range(len(MASKS)), key=lambda each: penalty(drawn.rows(each)))
    return drawn.rows(chosen, _format(level, chosen))


def smallest(text: str, level: Level) -> int:
    """The smallest version that holds a text at this level, 0 when none does."""
    fitting = (each for each in range(1, LARGEST + 1) if _bits_of(text, each) <= 8 * _room(level, each))
    return next(fitting, 0)


def side(version: int) -> int:
    """How many squares a side has."""
    return 17 + 4 * version


# -- the message -------------------------------------------------------------------------------------------------


def _capital(text: str) -> bool:
    return all(letter in _CAPITALS for letter in text)


def _count_bits(version: int, *, capital: bool) -> int:
    """Length of the field that says how long the text is: Table 3 of the standard."""
    group = (version > 9) + (version > 26)
    return (9, 11, 13)[group] if capital else (8, 16, 16)[group]


def _bits_of(text: str, version: int) -> int:
    """What the text takes with its head."""
    if _capital(text):
        return 4 + _count_bits(version, capital=True) + len(text) // 2 * 11 + len(text) % 2 * 6
    return 4 + _count_bits(version, capital=False) + 8 * len(text.encode())


def _room(level: Level, version: int) -> int:
    """How many codewords are left for the text."""
    correction = _LEVELS[level]
    return _codewords(version) - correction.codewords[version - 1] * correction.blocks[version - 1]


def _codewords(version: int) -> int:
    """How many codewords a version holds: what its fixed squares leave free."""
    free = (16 * version + 128) * version + 64
    if version > 1:
        marks = version // 7 + 2
        free -= (25 * marks - 10) * marks - 55
    if version > 6:
        free -= 36
    return free // 8


def _message(text: str, level: Level, version: int) -> Iterator[int]:
    """All codewords: those of the text block by block in turn, then those of correction."""
    data = _data(text, level, version)
    degree, blocks = _LEVELS[level].codewords[version - 1], _LEVELS[level].blocks[version - 1]
    short, longer = divmod(len(data), blocks)
    parts, at = [], 0
    for number in range(blocks):
        end = at + short + (number >= blocks - longer)
        parts.append(data[at:end])
        at = end
    for turn in (zip_longest(*parts), zip(*(_correction(part, degree) for part in parts), strict=True)):
        yield from (codeword for group in turn for codeword in group if codeword is not None)


def _data(text: str, level: Level, version: int) -> bytes:
    """The text as codewords, filled up."""
    capital = _capital(text)
    if capital:
        pairs = (text[at : at + 2] for at in range(0, len(text), 2))
        body = "".join(
            f"{_CAPITALS[pair[0]] * 45 + _CAPITALS[pair[1]]:011b}" if len(pair) == 2 else f"{_CAPITALS[pair]:06b}"
            for pair in pairs
        )
        length = len(text)
    else:
        body = "".join(f"{each:08b}" for each in text.encode())
        length = len(text.encode())
    room = _room(level, version)
    bits = f"{'0010' if capital else '0100'}{length:0{_count_bits(version, capital=capital)}b}{body}"
    bits += "0" * min(4, 8 * room - len(bits))
    bits += "0" * (-len(bits) % 8)
    codewords = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return codewords + (_FILLING * room)[: room - len(codewords)]


def _correction(data: bytes, degree: int) -> bytes:
    """The codewords of correction of one block: the rest of a division by the generator of that degree."""
    multiples, top = _multiples(degree), 8 * (degree - 1)
    rest = 0
    for codeword in data:
        first = rest >> top
        rest = (rest - (first << top)) << 8 ^ multiples[first ^ codeword]
    return rest.to_bytes(degree, "big")


@lru_cache(maxsize=4)
def _multiples(degree: int) -> Sequence[int]:
    """The generator of that degree, without its first 1, times each number of the field of 256."""
    generator, root = [1], 1
    for _ in range(degree):
        shifted = [0, *(_times(each, root) for each in generator)]
        generator = [one ^ other for one, other in zip([*generator, 0], shifted, strict=True)]
        root = _times(root, 2)
    found = [0] * 256
    for power in (1, 2, 4, 8, 16, 32, 64, 128):
        found[power] = int.from_bytes(bytes(_times(each, power) for each in generator[1:]), "big")
    for number in range(3, 256):
        found[number] = found[number & (number - 1)] ^ found[number & -number]
    return found


def _times(one: int, other: int) -> int:
    """Multiply in the field of 256 with x^8 + x^4 + x^3 + x^2 + 1."""
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = one << 1 ^ (0x11D if one & 0x80 else 0)
        other >>= 1
    return product


# -- the squares -------------------------------------------------------------------------------------------------


class _Drawn:
    """The squares of one message, under any mask."""

    def __init__(self, version: int, bits: str) -> None:
        self._version = version
        self._fixed, self._path = _frame(version)
        self._bits = int(bits.ljust(len(self._path), "0"), 2)

    def rows(self, mask: int, marks: int = -1) -> Sequence[bytes]:
        """All rows. *marks* are the 15 bits of level and mask; without them their squares stay white, as masks are
        weighed.
        """
        wide, grid = side(self._version), bytearray(self._fixed)
        length = len(self._path)
        squares = f"{self._bits ^ _masked(self._version, mask):0{length}b}".encode().translate(_AS_BITS)
        for at, square in zip(self._path, squares, strict=True):
            grid[at] = square
        if marks >= 0:
            _mark(grid, wide, marks)
            _number(grid, wide, self._version)
        return [bytes(grid[at : at + wide]) for at in range(0, len(grid), wide)]


_AS_BITS = bytes.maketrans(b"01", b"\0\1")


@lru_cache(maxsize=8)
def _masked(version: int, mask: int) -> int:
    """The mask over the places of the data, in their order, as one number."""
    wide, path = side(version), _frame(version)[1]
    dark = MASKS[mask]
    return int("".join("1" if dark(*divmod(at, wide)) else "0" for at in path), 2)


@lru_cache(maxsize=2)
def _frame(version: int) -> tuple[bytes, Sequence[int]]:
    """The fixed squares, and the places of the data in their order."""
    wide = side(version)
    grid, free = bytearray(wide * wide), bytearray(b"\1" * (wide * wide))

    def put(row: int, column: int, reach: int, light: Sequence[int]) -> None:
        """A square of rings around a place; what hangs over the edge is left out."""
        for y in range(max(row - reach, 0), min(row + reach + 1, wide)):
            for x in range(max(column - reach, 0), min(column + reach + 1, wide)):
                grid[y * wide + x] = max(abs(y - row), abs(x - column)) not in light
                free[y * wide + x] = 0

    for at in range(wide):
        put(6, at, 0, () if at % 2 == 0 else (0,))
        put(at, 6, 0, () if at % 2 == 0 else (0,))
    for row, column in ((3, 3), (3, wide - 4), (wide - 4, 3)):
        put(row, column, 4, (2, 4))
    for row, column in _centres(version):
        put(row, column, 2, (1,))
    kept = bytearray(wide * wide)
    _mark(kept, wide, -1)
    _number(kept, wide, version, kept=True)
    for at, square in enumerate(kept):
        free[at] &= not square
    path = (
        row * wide + column - aside
        for turn, column in enumerate([*range(wide - 1, 6, -2), 5, 3, 1])
        for row in (range(wide) if turn % 2 else range(wide - 1, -1, -1))
        for aside in (0, 1)
    )
    return bytes(grid), array("H", (at for at in path if free[at]))


def _centres(version: int) -> Iterator[tuple[int, int]]:
    """The small marks, by Annex E of the standard; none where a large one stands."""
    if version == 1:
        return
    marks, last = version // 7 + 2, side(version) - 7
    step = 26 if version == 32 else (version * 4 + marks * 2 + 1) // (marks * 2 - 2) * 2
    lines = [6, *(last - step * number for number in range(marks - 1))]
    for place in product(lines, lines):
        if place not in ((6, 6), (6, last), (last, 6)):
            yield place


def _mark(grid: bytearray, wide: int, marks: int) -> None:
    """Write level and mask beside the three large marks, twice; all dark for -1."""
    around = [(at, 8) for at in range(6)] + [(7, 8), (8, 8), (8, 7)] + [(8, at) for at in range(5, -1, -1)]
    apart = [(8, wide - 1 - at) for at in range(8)] + [(wide - 7 + at, 8) for at in range(7)]
    for places in (around, apart):
        for bit, (row, column) in enumerate(places):
            grid[row * wide + column] = marks >> bit & 1
    grid[(wide - 8) * wide + 8] = 1


def _number(grid: bytearray, wide: int, version: int, *, kept: bool = False) -> None:
    """Write the version twice, where it is seven or more; *kept* marks the places only."""
    if version < 7:
        return
    code = -1 if kept else version << 12 | _rest(version << 12, 0x1F25)
    for bit in range(18):
        far, near = wide - 11 + bit % 3, bit // 3
        grid[far * wide + near] = grid[near * wide + far] = code >> bit & 1


def _format(level: Level, mask: int) -> int:
    """The 15 bits of level and mask: Annex C of the standard."""
    data = (_LEVELS[level].bits << 3 | mask) << 10
    return (data | _rest(data, 0x537)) ^ 0x5412


def _rest(data: int, generator: int) -> int:
    """What a division of bits by bits leaves."""
    while data.bit_length() >= generator.bit_length():
        data ^= generator << (data.bit_length() - generator.bit_length())
    return data
