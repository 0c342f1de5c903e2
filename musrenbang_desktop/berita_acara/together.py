"""Words that one line keeps together: ``RT 15/RW 05``, ``5 km``, ``Rp 1.000``, ``23 Januari``, and an amount itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: An amount of money with the marks around it. Longer rows of digits than five groups are no money.
AMOUNT = re.compile(
    r"(?i:\(?(?:Rp\.?[ \u00a0]?)?-?(?<!\d)(?<!\d\.)\d{1,3}(?:\.\d{3}){1,4}(?!\.?\d)(?:,\d{1,2})?[.,;:)]*)"
)

#: What says nothing without the number behind it. With or without a dot at its end.
_BEFORE = frozenset(
    "rt rw rp no nomor dusun pukul tahun pasal ayat huruf km hm sta blok gang gg jl lampiran halaman".split()
)
#: What says nothing without the number before it.
_AFTER = frozenset(
    "m m2 m3 m\u00b2 m\u00b3 km cm mm ha kg ton liter meter unit buah orang jiwa kk rtm rumah titik paket lembar"
    " ekor zak sak ruas batang bidang kelompok % persen wib wita wit juta miliar triliun ribu hari jam menit bulan"
    " januari februari maret april mei juni juli agustus september oktober november desember".split()
)
_MARKS = ".,;:()"


def kept_together(words: Sequence[str]) -> list[str]:
    """The words of a line, each pair that belongs together as one with a space in it."""
    found: list[str] = []
    last = ""
    for word in words:
        if last and _belong(last, word):
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
        last = word
    return found


def kept_apart(unit: str) -> Sequence[str]:
    """Two shorter parts of a unit that no line can hold: divided at a stroke, ``RT 15/`` and ``RW 05``, else at the
    space nearest to its middle."""
    middle = len(unit) / 2
    strokes = [place + 1 for place, letter in enumerate(unit) if letter == "/" and 0 < place < len(unit) - 1]
    if strokes:
        at = min(strokes, key=lambda place: abs(place - middle))
        return unit[:at].rstrip(), unit[at:].lstrip()
    at = min((place for place, letter in enumerate(unit) if letter == " "), key=lambda place: abs(place - middle))
    return unit[:at], unit[at + 1 :]


def _belong(first: str, second: str) -> bool:
    if second[0].isdecimal():
        return first.rpartition("/")[2].strip(_MARKS).casefold() in _BEFORE and first[-1] not in ",;:"
    return first[-1].isdecimal() and second.strip(_MARKS).casefold() in _AFTER
