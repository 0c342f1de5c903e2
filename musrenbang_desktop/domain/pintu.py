"""Pintu: whom the letters mean that are typed at the door, and which line of the list a digit behind them chooses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

#: Ranks from here on only hint at a person: somebody else whose name begins so comes first, also when already present.
LEMAH = 5

_BARIS = re.compile(r"(.*[^\d\s])([1-9])", re.DOTALL)
_RUKUN = ("rt", "rw")
_NOMOR_RUKUN = re.compile(r"\b(rt|rw)[.:]?0*([1-9]\d{0,2})\b\s*/?", re.IGNORECASE)
_BERNOMOR = re.compile(r"(?:.*\s)?(?:dusun|dsn|gang|gg|blok)", re.IGNORECASE | re.DOTALL)
"""Letters that end in a word which a number belongs to: the digit is part of the place."""
_GELAR = 5
"""Letters, with the point, that a title before a name has at most: Prof."""


@dataclass(frozen=True, slots=True)
class Ketikan:
    """What was typed: the letters, and the line that a digit right behind them chooses (``ha3``); 0 without one.

    A digit after a space is the number of an RT or RW (``har 7``), and so is one behind these words (``har rt7``).
    """

    huruf: str
    baris: int = 0


class Calon(NamedTuple):
    """Whoever may be meant, all texts folded to lower case. ``lain`` are the words of unsur, office and dusun."""

    nama: str
    lain: str = ""
    rt: str = ""
    rw: str = ""


def baca_ketikan(text: str) -> Ketikan:
    """Take the typed text apart."""
    text = _NOMOR_RUKUN.sub(r"\1 \2 ", text).strip()
    found = _BARIS.fullmatch(text)
    return Ketikan(found[1], int(found[2])) if found and not _BERNOMOR.fullmatch(found[1]) else Ketikan(text)


def peringkat(ketikan: str, calon: Calon) -> int | None:
    """How well folded letters fit a person, 0 best; None when they do not fit.

    0 the name begins so; 1 a word of the name does; 2 the typed words begin words of the name (``sri h``); 3 so do the
    letters without a space (``hp``, ``srih``); 4 the same with dusun, unsur, RT or RW among them (``har 7``); 5 a word
    of dusun, unsur or office begins so; 6 the letters stand anywhere.
    """
    words, name = _name_words(calon.nama), calon.nama
    if name.startswith(ketikan) or " ".join(words).startswith(ketikan):
        return 0
    if f" {ketikan}" in name:
        return 1
    if " " in ketikan:
        return _several(ketikan.split(), words, calon)
    if _joined(ketikan, words):
        return 3
    if f" {ketikan}" in f" {calon.lain}":
        return 5
    return 6 if ketikan in f"{name} {calon.lain}" else None


def _several(typed: list[str], words: list[str], calon: Calon) -> int | None:
    if _begin(typed, words):
        return 2
    numbers, plain = _numbers(typed)
    if any(not _lives_at(kind, number, calon) for kind, number in numbers):
        return None
    if not plain:
        return 4
    return 4 if words and _begin(plain[:1], words) and _begin(plain, [*words, *calon.lain.split()]) else None


def _begin(typed: list[str], words: list[str]) -> bool:
    """Whether each typed word begins a word of its own, in the order of the words."""
    left = iter(words)
    return all(any(word.startswith(letters) for word in left) for letters in typed)


def _joined(letters: str, words: list[str]) -> bool:
    """Whether the letters are the beginnings of two words or more, written together."""
    if not letters:
        return True
    for place, word in enumerate(words):
        length = 1
        while length <= len(letters) and word.startswith(letters[:length]):
            if length == len(letters) or _joined(letters[length:], words[place + 1 :]):
                return True
            length += 1
    return False


def _numbers(typed: list[str]) -> tuple[list[tuple[str, int]], list[str]]:
    """The numbers of RT and RW, each with the word before it where that says which, and the other words."""
    numbers: list[tuple[str, int]] = []
    plain: list[str] = []
    for word in typed:
        if word.isdecimal():
            kind = plain.pop() if plain and plain[-1] in _RUKUN else ""
            numbers.append((kind, int(word)))
        else:
            plain.append(word)
    return numbers, plain


def _lives_at(kind: str, number: int, calon: Calon) -> bool:
    places = {"rt": (calon.rt,), "rw": (calon.rw,)}.get(kind, (calon.rt, calon.rw))
    return any(place.isdecimal() and int(place) == number for place in places)


def _name_words(name: str) -> list[str]:
    """The words of a name without what stands before it (``H.``, ``Drs.``) and behind its comma."""
    words = name.split(",")[0].split()
    while len(words) > 1 and words[0].endswith(".") and len(words[0]) <= _GELAR:
        words.pop(0)
    return words
