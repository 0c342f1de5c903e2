"""Rupiah: whole numbers, read from what people type and written as the forms print them."""

from __future__ import annotations

import re

from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kata import kata, parse_kata
from musrenbang_desktop.domain.uang import TERBESAR, format_rupiah

__all__ = ["TERBESAR", "format_rupiah", "parse_rupiah", "terbilang"]

_UNKNOWN = frozenset({"", "-", "--", "\u2013", "\u2014"})
_PREFIX = re.compile(r"(?:rp|idr)\b\.?\s*|rp\.?\s*(?=[0-9])", re.IGNORECASE)
_NO_CENTS = re.compile(r"(?:,-+|\.-+|,=|(?<=\.[0-9]{3})\.|(?<=\.[0-9]{3})\.00)$")
_PARTS = re.compile(r"[0-9][0-9.,]*\s*[a-z]+\.?\s*", re.IGNORECASE)
_TWO_MEANINGS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{3}")
_UNIT = re.compile(r"\s*([a-z]+)\.?$", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("rb", "ribu", "k"), 10**3),
    **dict.fromkeys(("jt", "jta", "juta"), 10**6),
    **dict.fromkeys(("m", "mil", "miliar", "milyar", "milliar", "milyard"), 10**9),
    **dict.fromkeys(("t", "triliun", "trilyun", "triliyun"), 10**12),
}


def parse_rupiah(text: str) -> int | None:
    """Whole rupiah from ``1250000``, ``Rp 1.250.000,00``, ``Rp4.500.000,-``, ``1,25jt``, ``250rb``, ``1,2 M``,
    ``25 juta 500 ribu`` or ``dua puluh lima juta``. ``4.500,000`` could mean two things and is refused.

    None when nothing or a dash is written: unknown, which is not zero. Raises
    RuleBroken("perkiraan_biaya", "bukan_angka") for a negative amount, a part of a rupiah or anything not understood.
    """
    text = re.sub(r"\s+", " ", text).strip()
    if text in _UNKNOWN:
        return None
    amount = _amount(text)
    if amount is None:
        raise RuleBroken("perkiraan_biaya", "bukan_angka", text)
    return amount


def _amount(text: str) -> int | None:
    text = _PREFIX.sub("", text, count=1) if text[:1].isalpha() else text
    if text.casefold().endswith("rupiah"):
        text = text[:-6].rstrip()
    text = _NO_CENTS.sub("", text)
    parts = _PARTS.findall(text)
    if len(parts) > 1 and "".join(parts).replace(" ", "") == text.replace(" ", ""):
        return _sum_of(parts)
    amount = _one_amount(text)
    return parse_kata(text) if amount is None else amount


def _sum_of(parts: list[str]) -> int | None:
    """``25 juta 500 ribu``: every part has its unit and is smaller than the unit before it."""
    amounts = [_one_amount(part.strip()) for part in parts]
    known = [amount for amount in amounts if amount is not None]
    units = [_factor(part) for part in parts]
    falling = all(
        unit > following and amount < unit for unit, following, amount in zip(units, units[1:], known[1:], strict=False)
    )
    return sum(known) if len(known) == len(amounts) and all(known) and falling else None


def _factor(text: str) -> int:
    unit = _UNIT.search(text.strip())
    return _UNITS.get(unit.group(1).casefold(), 0) if unit else 1


def _one_amount(text: str) -> int | None:
    factor = _factor(text)
    unit = _UNIT.search(text)
    if unit:
        text = text[: unit.start()]
    number = None if _TWO_MEANINGS.fullmatch(text) else parse_desimal(text)
    if number is None or not factor:
        return None
    top, bottom = number.as_integer_ratio()
    if top * factor % bottom or top * factor // bottom >= TERBESAR:
        return None
    return top * factor // bottom


def terbilang(amount: int) -> str:
    """The amount in words: ``seratus dua puluh lima juta rupiah``."""
    return f"{kata(amount)} rupiah"
