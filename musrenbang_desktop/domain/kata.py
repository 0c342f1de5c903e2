"""Whole numbers in words: ``dua puluh lima juta``, read as they are dictated and written as the forms want them."""

from __future__ import annotations

import re

_DIGITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_LARGE = {
    "ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12, "trilyun": 10**12,
}  # fmt: skip
_WORDS = ("", *_DIGITS)
_GROUPS = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")
#: Above the largest number that has a name here.
TERTINGGI = 1000 ** len(_GROUPS)
_ONE = re.compile(r"\bse(?=(?:puluh|belas|ratus|ribu|juta|miliar|milyar|triliun)\b)")


def parse_kata(text: str) -> int | None:
    """The number, or None for anything that is not one number in words."""
    words = _ONE.sub("satu ", text.casefold()).split()
    if words in (["nol"], ["kosong"]):
        return 0
    total, group, smallest = 0, [], 10**15
    for word in words:
        size = _LARGE.get(word)
        if size is None:
            group.append(word)
            continue
        count = _below_thousand(group)
        if not count or size >= smallest:
            return None
        total, group, smallest = total + count * size, [], size
    rest = _below_thousand(group)
    if rest is None or (not words):
        return None
    return total + rest


def kata(number: int) -> str:
    """``tujuh puluh tiga``, ``seribu seratus``; ``min`` before what is below zero.

    By the school rule: one of ten, hundred and thousand is *se-*, but *satu* of million and above. Raises ValueError
    from TERTINGGI on.
    """
    if number < 0:
        return f"min {kata(-number)}"
    if number >= TERTINGGI:
        raise ValueError(f"no name for so large a number: {number}")
    parts: list[str] = []
    rest = number
    for group in _GROUPS:
        rest, part = divmod(rest, 1000)
        if part:
            said = "seribu" if part == 1 and group == "ribu" else f"{_hundreds(part)} {group}"
            parts.insert(0, said.rstrip())
    return " ".join(parts) or "nol"


def _hundreds(number: int) -> str:
    """A number from 1 to 999 in words."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    first = "seratus" if hundreds == 1 else f"{_WORDS[hundreds]} ratus" if hundreds else ""
    if rest in (10, 11):
        last = "sepuluh" if rest == 10 else "sebelas"
    elif tens == 1:
        last = f"{_WORDS[ones]} belas"
    else:
        last = f"{_WORDS[tens]} puluh {_WORDS[ones]}" if tens else _WORDS[ones]
    return f"{first} {last}".strip()


def _below_thousand(words: list[str]) -> int | None:
    """``seratus dua puluh lima`` as 125, nothing as 0; None for what is no number below a thousand."""
    value, rest = 0, words
    if rest[1:2] == ["ratus"]:
        value, rest = _DIGITS.get(rest[0], 0) * 100, rest[2:]
        if not value:
            return None
    if rest[1:2] == ["belas"]:
        teen = _DIGITS.get(rest[0])
        return value + 10 + teen if teen and len(rest) == 2 else None
    if rest[1:2] == ["puluh"]:
        tens = _DIGITS.get(rest[0])
        if not tens:
            return None
        value, rest = value + tens * 10, rest[2:]
    if not rest:
        return value
    one = _DIGITS.get(rest[0])
    return value + one if one and len(rest) == 1 else None
