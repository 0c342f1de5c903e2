"""Names of people in what a village types freely, and the text without them: what neighbours and public pages may see.

A title says "jalan depan rumah Slamet Riyadi" as easily as "Jl. Slamet Riyadi": the same words are a neighbour in one
and a street in the other. So what stands before the words decides, and the village's own list of people says which
words are names at all. Without that list (on the server, for laptops that send none) names are found behind a title or
an office alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from musrenbang_desktop.domain.kata_umum import (
    BUKAN_NAMA,
    GELAR,
    JABATAN,
    KELOMPOK,
    PAMONG,
    PENUNJUK,
    PENYAMBUNG,
    RESMI,
    RUMAH,
    SAPAAN,
    TEMPAT,
    TEMPAT_BERNAMA,
)

TERSEMBUNYI = "(nama warga)"
NOMOR_TERSEMBUNYI = "(nomor disembunyikan)"

_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?\.?|\d+")
_NUMBER = re.compile(
    r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)"
    r"|(?<!\d)(?:\+?62[\s.(-]{0,2}|0)8(?=(?:[\s().-]*\d){7})[\d\s().-]{7,15}\d(?!\d)"
)
#: Nur'aini, Nur\u2019aini and Nuraini are the same name.
_APOSTROPHES = str.maketrans("", "", "'\u2019")
#: Words that stand beside a name and are none.
_BESIDE = SAPAAN | JABATAN | RUMAH | TEMPAT | PENUNJUK | TEMPAT_BERNAMA
#: Most words that one name has, and the shortest word that can be found by itself.
_LONGEST, _SHORTEST = 4, 3


class Kata(NamedTuple):
    """One word of a text and its place. ``polos`` is small, without a full stop; ``besar`` begins with a capital."""

    teks: str
    polos: str
    besar: bool
    awal: int
    akhir: int


class DaftarNama:
    """The people that a village knows, as words. ``bukan`` are words that are no name here: its dusun, its own name."""

    def __init__(self, orang: Iterable[str] = (), bukan: Iterable[str] = ()) -> None:
        self._orang = frozenset(filter(None, (tuple(_parts(one)) for one in orang if not _is_group(one))))
        self._bukan = frozenset(word.polos for text in bukan for word in _words(text))

    @cached_property
    def pasangan(self) -> frozenset[tuple[str, str]]:
        """Every two words that follow each other in a name."""
        return frozenset((one, two) for name in self._orang for one, two in pairwise(name))

    @cached_property
    def awalan(self) -> frozenset[str]:
        """Every word that another one follows in a name."""
        return frozenset(one for one, _ in self.pasangan)

    @cached_property
    def utuh(self) -> frozenset[str]:
        """The names of one word."""
        return frozenset(name[0] for name in self._orang if len(name) == 1)

    @cached_property
    def kata(self) -> frozenset[str]:
        """Every word of a name that is long enough to be one by itself, and is no usual word."""
        words = {word for name in self._orang for word in name if len(word) >= _SHORTEST}
        return frozenset(words - BUKAN_NAMA - self._bukan)

    def mengenal(self, word: Kata) -> bool:
        """Whether somebody is called so; of two words with a hyphen, whether both are names."""
        return all(part in self.kata for part in word.polos.split("-"))

    def bukan_nama(self, word: Kata) -> bool:
        """Whether a word is a usual one, a place of this village, or a number."""
        return word.polos in BUKAN_NAMA or word.polos in self._bukan or word.teks[0].isdigit()


KOSONG = DaftarNama()
_BEFORE_A_NAME = frozenset().union(JABATAN, SAPAAN, GELAR, RUMAH, TEMPAT, PENUNJUK)
"""Without one of these, and without two words of a known name, no name is looked for (:func:`_name_at`)."""


def tanpa_nama(text: str, orang: DaftarNama = KOSONG) -> str:
    """The text with the names of people, telephone numbers and NIK replaced; what stays is as it was typed."""
    shown, words = text, _words(text)
    if not any(word.polos in _BEFORE_A_NAME or word.polos in orang.awalan for word in words):
        return _NUMBER.sub(NOMOR_TERSEMBUNYI, shown)
    for first, last in reversed(list(_names(words, orang, loud=_is_one_case(text)))):
        shown = f"{shown[:first]}{TERSEMBUNYI}{shown[last:]}"
    return _NUMBER.sub(NOMOR_TERSEMBUNYI, shown)


def _names(words: list[Kata], orang: DaftarNama, *, loud: bool) -> Iterator[tuple[int, int]]:
    """Where names begin and end. ``loud``: its letters do not tell a name from another word."""
    place, ended = 0, -1
    while place < len(words):
        before = _before(words, place) or ("penunjuk" if _goes_on(words, place, ended) else "")
        count = _name_at(words, place, orang, before, loud=loud)
        if count and _is_named_place(words, place):
            count = 0
        if count:
            yield words[place].awal, words[place + count - 1].akhir
        place += count or 1
        ended = place if count else ended


def _goes_on(words: list[Kata], place: int, ended: int) -> bool:
    """Whether a list of people goes on here: *rumah Karso, Yatno dan Wagiman*. ``ended`` is behind the last name."""
    return place == ended or (place == ended + 1 and words[ended].polos in PENYAMBUNG)


def _name_at(words: list[Kata], place: int, orang: DaftarNama, before: str, *, loud: bool) -> int:
    """How many words from here are the name of a person; 0 where none begins. ``before`` is what stands before them."""
    together = _together(words, place, orang)
    if not before and together == 1:
        return 0  # most words of most texts
    usual = all(orang.bukan_nama(word) for word in words[place : place + together])
    if together > 1 and (not usual or before in ("sapaan", "rumah")):
        return together
    word = words[place]
    if before in ("sapaan", "rumah") and word.polos in orang.utuh:
        return 1
    if _ends(word, orang):
        return 0
    if _is_initial(words, place) and before:  # P. Karso, I Wayan
        behind = _name_at(words, place + 1, orang, before, loud=loud)
        return behind + 1 if behind else 0
    known = int(orang.mengenal(word))
    if before == "sapaan":
        return _run(words, place, orang, loud=loud)
    if before == "rumah" and not known and _looks_like_a_name(word, loud=loud):
        return _run(words, place, orang, loud=False)
    return known if before in ("rumah", "tempat") or (before == "penunjuk" and (word.besar or loud)) else 0


def _is_initial(words: list[Kata], place: int) -> bool:
    """Whether a word is one capital letter with a word behind it."""
    return words[place].besar and len(words[place].polos) == 1 and place + 1 < len(words)


def _together(words: list[Kata], place: int, orang: DaftarNama) -> int:
    """How many words from here follow each other in the names of those who are known; 1 where none does."""
    count = 1
    while place + count < len(words) and count < _LONGEST:
        if (words[place + count - 1].polos, words[place + count].polos) not in orang.pasangan:
            break
        count += 1
    return count


def _run(words: list[Kata], place: int, orang: DaftarNama, *, loud: bool) -> int:
    """How many words from here may be a name by their letters: capital ones, or the first alone where none tells."""
    count = 1
    most = min(2 if loud and words[place].teks.isupper() else 1 if loud else _LONGEST, len(words) - place)
    if not loud and not words[place].besar:
        return 1
    while count < most and words[place + count].besar and not _ends(words[place + count], orang):
        count += 1
    return count


def _looks_like_a_name(word: Kata, *, loud: bool) -> bool:
    """A capital letter among small ones; ``PDAM`` is an office."""
    return not loud and word.besar and not word.teks.isupper()


def _ends(word: Kata, orang: DaftarNama) -> bool:
    return orang.bukan_nama(word) or word.polos in _BESIDE


def _before(words: list[Kata], place: int) -> str:
    """What stands before a word: ``sapaan``, ``rumah``, ``tempat``, ``penunjuk``; empty for anything else.

    An office behind a title belongs to it: *Pak RT Karso*. *Alm.* and *dari* behind a house do not count.
    """
    at = place - 1
    if at >= 0 and words[at].polos in JABATAN:
        strong = words[at].polos in PAMONG or (at > 0 and _is_address(words[at - 1]))
        return "sapaan" if strong and (words[place].besar or _is_address(words[at - 1])) else "tempat"
    if at < 0:
        return ""
    if _is_address(words[at]):
        return "sapaan"
    if words[at].polos == "dari" and at and words[at - 1].polos in RUMAH:
        return "rumah"
    known = (("rumah", RUMAH), ("tempat", TEMPAT), ("penunjuk", PENUNJUK))
    return next((kind for kind, found in known if words[at].polos in found), "")


def _is_address(word: Kata) -> bool:
    """Whether a word addresses somebody: ``Pak``; ``H.`` and the like only with a capital, and no ``MAS`` or ``KI``."""
    if word.polos not in GELAR:
        return word.polos in SAPAAN
    return word.besar and (word.polos in RESMI or not word.teks.isupper())


def _is_named_place(words: list[Kata], place: int) -> bool:
    """Whether a street, a school, a house of prayer is called so; titles of the famous belong to it: *Jl. KH Ahmad*."""
    at = place - 1
    while at >= 0 and (words[at].polos in RESMI or words[at].teks[0].isdigit() or _is_part(words, at)):
        at -= 1
    return at >= 0 and words[at].polos in TEMPAT_BERNAMA


def _is_part(words: list[Kata], at: int) -> bool:
    """A capital word in the middle of the name of a place: *Jl. Jenderal Besar Sudirman*."""
    word = words[at]
    return word.besar and word.polos not in _BESIDE and word.polos not in BUKAN_NAMA


def _is_group(name: str) -> bool:
    """Whether a group is on the list of people: *Kelompok Tani Sido Rukun*."""
    return any(word.polos in KELOMPOK for word in _words(name)[:1])


def _parts(name: str) -> Iterator[str]:
    """The words of a person's name, without titles and what stands behind a comma."""
    for word in _words(name.partition(",")[0]):
        if word.polos not in _BESIDE and not word.teks[0].isdigit():
            yield word.polos


def _words(text: str) -> list[Kata]:
    found = [
        Kata(word := one.group(), word.rstrip(".").casefold(), word[0].isupper(), one.start(), one.end())
        for one in _WORD.finditer(text)
    ]
    if "'" in text or "\u2019" in text:
        return [word._replace(polos=word.polos.translate(_APOSTROPHES)) for word in found]
    return found


def _is_one_case(text: str) -> bool:
    """Whether all letters behind the first are small, or all capital, so that they say nothing of names."""
    return text[1:].islower() or sum(map(str.isupper, text)) > 0.8 * sum(map(str.isalpha, text))
