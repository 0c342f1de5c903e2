"""RT and RW: two digits each, read from ``2/1``, ``RT 19``, ``RT.25/RW.03`` or from a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?:[0-9]{1,3}|[IVX]{1,5})(?![0-9A-Za-z])"
_PAIR = re.compile(rf"\b(?:rt\W{{0,3}}rw|rt)\W{{0,3}}({_NUMBER})\s*/\s*({_NUMBER})", re.IGNORECASE)
_BARE_PAIR = re.compile(r"\s*0*([0-9]{1,3})\s*[/.\-]\s*0*([0-9]{1,3})\s*")
_BARE = re.compile(r"\s*([0-9]{1,3})\s*")
_ONE = re.compile(rf"\b(?P<which>rt|rw)[\s.:]{{0,3}}(?P<number>{_NUMBER})", re.IGNORECASE)
_MORE = re.compile(
    r"\s*(?:(?:-|\u2013|/|&|\+|dan|s/d|s\.d\.?|sd|sampai|hingga)\s*[0-9]{1,3}(?![0-9])"
    r"|,\s*[0-9]{1,3}(?![0-9.,]*\s*[A-Za-z0-9]))"
)
_TOGETHER = re.compile(r"\b(rt\W?[0-9]{1,3})(rw)", re.IGNORECASE)
_LARGEST = 199
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class RukunTersebut:
    """RT and RW that a text names, each without doubles and in the order of the text.

    ``banyak`` is true when it names a range or a list, so that no single RT or RW can be filled from it.
    ``hanya`` is true when the text holds nothing else.
    """

    rt: tuple[str, ...]
    rw: tuple[str, ...]
    banyak: bool
    hanya: bool


def two_digits(number: str) -> str:
    """``2`` and ``002`` become ``02``; a number that no RT has becomes nothing."""
    value = int(number) if number.isdigit() else _roman(number)
    return f"{value:02d}" if 0 < value <= _LARGEST else ""


def parse_rt_rw(text: str) -> tuple[str, str] | None:
    """RT and RW of a cell: ``("02", "01")`` for ``2/1``, ``("19", "")`` for ``RT 19``, ``("", "")`` for nothing.

    None when the cell holds something else, or more than one RT or RW.
    """
    text = " ".join(text.split())
    if text in ("", "-", "0", "00", "000", "-/-", "0/0"):
        return "", ""
    bare = _BARE_PAIR.fullmatch(text)
    if bare:
        return two_digits(bare.group(1)), two_digits(bare.group(2))
    single = _BARE.fullmatch(text)
    if single:
        return two_digits(single.group(1)), ""
    named = find_rukun(text)
    if named.banyak or not named.hanya or not (named.rt or named.rw):
        return None
    return named.rt[0] if named.rt else "", named.rw[0] if named.rw else ""


def find_rukun(text: str) -> RukunTersebut:
    """Every RT and RW that a text names: ``Pembangunan Drainase RT 002 RW 001``."""
    if "rt" not in (folded := text.casefold()) and "rw" not in folded:
        return RukunTersebut((), (), banyak=False, hanya=False)
    text = _TOGETHER.sub(r"\1 \2", text)
    numbers: dict[str, list[str]] = {"rt": [], "rw": []}
    pairs = list(_PAIR.finditer(text))
    for pair in pairs:
        _add(numbers["rt"], pair.group(1))
        _add(numbers["rw"], pair.group(2))
    rest = _PAIR.sub(" ; ", text)
    more = False
    for one in _ONE.finditer(rest):
        _add(numbers[one["which"].casefold()], one["number"])
        more = more or bool(_MORE.match(rest, one.end()))
    left = re.sub(r"(?i)\b(?:dan|di|rt|rw)\b", "", _ONE.sub("", rest))
    rt, rw = tuple(numbers["rt"]), tuple(numbers["rw"])
    return RukunTersebut(rt, rw, banyak=more or len(rt) > 1 or len(rw) > 1, hanya=not re.search(r"\w", left))


def _add(numbers: list[str], written: str) -> None:
    number = two_digits(written)
    if number and number not in numbers:
        numbers.append(number)


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text.upper()]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )
