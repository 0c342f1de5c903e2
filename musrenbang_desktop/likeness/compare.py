"""How alike two usulan are, and why, in words that can be read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from musrenbang_desktop.likeness.signature import Tanda
from musrenbang_desktop.likeness.words import COMMON, SURFACES

Tingkat = Literal["mirip", "mungkin"]

MIRIP = 80
"""At the same place, and no word stands in the place of another."""
MUNGKIN = 60
"""Below this nothing is said."""
SAME_WORD = 80
"""Two words that are as near as this are one word, written differently."""
SHORTEST = 4
"""A shorter word is no part of a longer one that holds its letters."""


@dataclass(frozen=True, slots=True)
class Kemiripan:
    """One finding: ``tingkat``, the likeness of the titles in per cent, and the relation of the places."""

    tingkat: Tingkat
    persen: int
    tempat: str

    @property
    def alasan(self) -> str:
        """``RT sama, judul 92 %``."""
        return f"{self.tempat}, judul {self.persen}%"


def place(one: Tanda, other: Tanda) -> tuple[str, bool] | None:
    """How the places relate, in words, and whether they are surely the same; None when they are surely not."""
    pairs = ((one.dusun, other.dusun), (one.rt, other.rt), (one.rw, other.rw))
    if any(a and b and a != b for a, b in pairs):
        return None
    if not one.bertempat and not other.bertempat:
        return "sama-sama untuk seluruh desa", True
    dusun, rt, rw = (bool(a and b) for a, b in pairs)
    if rt:
        return "RT sama", dusun or rw
    if rw:
        return "RW sama", True
    if dusun:
        return "dusun sama", True
    return "tempat belum lengkap", False


def compare(one: Tanda, other: Tanda) -> Kemiripan | None:
    """The likeness of two usulan; None when they are at different places or not alike."""
    found = place(one, other)
    return judge(one, other, *found) if found else None


def judge(one: Tanda, other: Tanda, tempat: str, sure: bool) -> Kemiripan | None:
    """The likeness of two titles whose places do not differ."""
    ratio = fuzz.ratio(one.teks, other.teks)
    if ratio < MUNGKIN and one.kata.isdisjoint(other.kata):
        return None
    if not one.teks or not other.teks or (one.angka and other.angka and one.angka != other.angka):
        return None
    left, right = _unmatched(one, other, whole=ratio >= MIRIP)
    persen = round(ratio)
    if left and right:
        return Kemiripan("mungkin", persen, tempat) if ratio >= MIRIP else None
    more = left or right
    if more and not more <= SURFACES and (one.kata | other.kata) - more <= COMMON:
        return None
    if ratio < MUNGKIN and _slight(one, other):
        return None
    return Kemiripan("mirip" if sure and ratio >= MIRIP else "mungkin", persen, tempat)


def _slight(one: Tanda, other: Tanda) -> bool:
    """Whether too little is common: one word in a title of more than three."""
    short, long = sorted((len(one.kata), len(other.kata)))
    return short * 3 < long


def _unmatched(one: Tanda, other: Tanda, *, whole: bool) -> tuple[set[str], set[str]]:
    """The words of the shorter and of the longer title that the other has in no spelling.

    Unless ``whole``, the first such word of the shorter one is enough: the longer one has at least as many.
    """
    short, long = sorted((one, other), key=lambda each: (len(each.kata), each.teks))
    alone, left = set[str](), set(long.kata - short.kata)
    for word in sorted(short.kata - long.kata):
        twin = next((each for each in sorted(left) if _same_word(word, each)), None)
        if twin is not None:
            left.discard(twin)
            continue
        alone.add(word)
        if not whole:
            break
    return alone, left


def _same_word(one: str, other: str) -> bool:
    if one.isdigit() or other.isdigit():
        return False
    short, long = sorted((one, other), key=len)
    return fuzz.ratio(one, other) >= SAME_WORD or (len(short) >= SHORTEST and short in long)
