"""Numbers as Indonesians write them: ``1.250.000``, ``569,5``, ``1 250 000``. Exact, never float."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

_PLAIN = re.compile(r"[0-9]+")
_DECIMAL_COMMA = re.compile(r"([0-9]+),([0-9]+)")
_DECIMAL_POINT = re.compile(r"([0-9]+)\.([0-9]{1,2}|[0-9]{4,})|(0)\.([0-9]{3})")
_GROUPED_POINTS = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_GROUPED_COMMAS = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3}){2,})(?:\.([0-9]{1,2}))?")
_GROUPED_COMMA_POINT = re.compile(r"([1-9][0-9]{0,2},[0-9]{3})\.([0-9]{1,2})")
_GROUPED_SPACES = re.compile(r"([1-9][0-9]{0,2}(?: [0-9]{3})+)(?:,([0-9]+))?")

#: Longest number that is read at all; longer text is no amount of any village.
MAX_DIGITS = 30


def parse_desimal(text: str) -> Decimal | None:
    """Read an unsigned number, or None when it is none.

    A point before exactly three digits separates thousands, a comma separates decimals; the English form is
    understood where it cannot mean anything else (``1,250,000.00``). ``1250.000`` fits neither and is refused.
    """
    text = text.strip()
    if len(text) > MAX_DIGITS:
        return None
    if _PLAIN.fullmatch(text):
        return _join(text, None)
    for pattern in (_DECIMAL_COMMA, _GROUPED_POINTS, _GROUPED_COMMAS, _GROUPED_COMMA_POINT, _GROUPED_SPACES):
        found = pattern.fullmatch(text)
        if found:
            return _join(found.group(1), found.group(2))
    found = _DECIMAL_POINT.fullmatch(text)
    if found:
        return _join(found.group(1) or found.group(3), found.group(2) or found.group(4))
    return None


def _join(whole: str, fraction: str | None) -> Decimal:
    from decimal import Decimal  # no number is read before the first picture

    digits = re.sub(r"[., ]", "", whole)
    return Decimal(f"{digits}.{fraction}" if fraction else digits)


def desimal_text(number: Decimal) -> str:
    """``569,5``: a comma for decimals, no thousands, no trailing zeros."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
