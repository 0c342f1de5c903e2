"""Koordinat: a place on the map as decimal degrees, read from what phones and map programs copy."""

from __future__ import annotations

import re
from decimal import Decimal

from musrenbang_desktop.domain.errors import RuleBroken

#: Indonesia with its seas, in degrees: anything else is a slip.
SELATAN, UTARA, BARAT, TIMUR = Decimal(-12), Decimal(8), Decimal(94), Decimal(142)

_NUMBER = r"[-\u2212+]?[0-9]{1,3}(?:[.,][0-9]{1,12})?"
_PAIR = re.compile(rf"({_NUMBER})\s*\u00b0?\s*(LS|LU|S|N)?\s*[,;/\s]\s*({_NUMBER})\s*\u00b0?\s*(BT|E)?", re.IGNORECASE)
_PLACES = Decimal("0.000001")


def parse_koordinat(text: str) -> tuple[str, str]:
    """``("-7.801234", "110.364567")`` for ``-7.801234, 110.364567``; the order of the two does not matter.

    Nothing written is ("", ""). Raises RuleBroken("koordinat", "bukan_koordinat" or "di_luar_indonesia").
    """
    text = " ".join(text.replace("\u2212", "-").split())
    if not text or text == "-":
        return "", ""
    found = _PAIR.fullmatch(text)
    if not found:
        raise RuleBroken("koordinat", "bukan_koordinat", text)
    first, second = (Decimal(found[place].replace(",", ".")) for place in (1, 3))
    if (found[2] or "").upper() in ("LS", "S"):
        first = -abs(first)
    if _is_long(first) and _is_lat(second):
        first, second = second, first
    if not (_is_lat(first) and _is_long(second)):
        raise RuleBroken("koordinat", "di_luar_indonesia", text)
    return _written(first), _written(second)


def format_koordinat(lintang: str, bujur: str) -> str:
    """``-7.801234, 110.364567``; nothing while unknown."""
    return f"{lintang}, {bujur}" if lintang and bujur else ""


def check_koordinat(lintang: str, bujur: str) -> None:
    """Raise RuleBroken when a recorded pair is not one that :func:`parse_koordinat` gives."""
    if (lintang or bujur) and parse_koordinat(f"{lintang}; {bujur}") != (lintang, bujur):
        raise RuleBroken("koordinat", "bukan_koordinat")


def _is_lat(degrees: Decimal) -> bool:
    return SELATAN <= degrees <= UTARA


def _is_long(degrees: Decimal) -> bool:
    return BARAT <= degrees <= TIMUR


def _written(degrees: Decimal) -> str:
    text = format(degrees.quantize(_PLACES), "f").rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
