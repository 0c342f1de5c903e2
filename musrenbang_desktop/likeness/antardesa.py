"""Whether usulan of two villages mean the same thing: a road, a river, a bridge that lies in both.

Within a village the place comes first; between two villages the dusun always differ, so it is the name of the thing
(*irigasi Sungapan*) or of the other village that says it. A title alone says nothing: every village has a road to mend.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from musrenbang_desktop.likeness.antardesa_words import (
    BUKAN_BANGUNAN,
    LINTAS,
    NAMA_LUMRAH,
    PENYEBUT,
    SISI,
    TEMPAT_UMUM,
    TITIK,
    UMUM,
)
from musrenbang_desktop.likeness.compare import Kemiripan
from musrenbang_desktop.likeness.signature import semua_kata, tanpa_ukuran
from musrenbang_desktop.likeness.words import DROPPED

SAME_NAME = 85
"""Two names that are as near as this, in per cent, are one name, written differently; shorter ones only when equal."""
SHORTEST_FUZZY = 5
MIRIP, MUNGKIN = 3, 2
"""Points from which it is said surely, and perhaps; below them nothing is said."""

_TOKEN = re.compile(r"[a-z0-9]+")
_BATAS = re.compile(r"\b(?:per)?batas(?:an)?\b|\bantar[\s-]?desa\b|\btapal\b")
_KALI = re.compile(r"\b(?:kali(?=[a-z]{4})|k\.\s*(?=[a-z]{4}))")
_DAERAH_IRIGASI = re.compile(r"\bd\.\s?i\.?(?=\s)")
_WORK = re.compile(r"(?:pe[mnr]\w+an|di\w{4,}|me[mn]\w+|ber\w{4,}|ter\w{4,}|\w+asi|\w+uksi|\w+nya)")
"""What is built from a verb is no name: *pengerasan*, *dikeruk*, *evakuasi*."""
_LETTERS = re.compile(r"[^\W\d_]+")
_KNOWN = (
    UMUM | DROPPED | NAMA_LUMRAH | TEMPAT_UMUM | frozenset(SISI) | frozenset().union(*(words for _, words in LINTAS))
)
_SMALL = UMUM - {"jalan", "sungai", "irigasi", "blok", "desa", "dusun", "kampung", "jembatan", "embung", "bendung"}
"""Who writes these with a capital writes every word so; the others often begin a name."""
_LONGEST_PLACE = 3
_MOST_NAMES = 20
"""Of one usulan; each is held against each of the other one, so a page of words would stop the window."""


class IsiDesa(NamedTuple):
    """What of an usulan counts between villages. ``desa`` is the kode wilayah of its village."""

    id: str
    desa: str
    judul: str
    lokasi: str = ""
    kamus: str = ""


@dataclass(frozen=True, slots=True)
class TandaDesa:
    """The comparable part of one usulan.

    ``jenis`` is the thing, empty when it is none that two villages can share; ``bangunan`` is false where it surely is
    none. ``nama`` are what may be names in the order of the text, ``pasti`` those that surely are; ``polos`` says that
    the letters do not tell: all small, all capital, or each word with a capital. ``sebut`` are the codes of the other
    villages that it names.
    """

    desa: str
    teks: str
    jenis: str
    bangunan: bool
    nama: tuple[str, ...]
    pasti: frozenset[str]
    polos: bool
    sebut: frozenset[str]
    batas: bool
    sisi: frozenset[str]
    angka: frozenset[str]
    kamus: str


@dataclass(frozen=True)
class Peta:
    """The villages around, and how a text names them: by their own names or by a dusun that only one of them has."""

    desa: Mapping[str, str]
    """kode wilayah -> name"""
    dusun: Mapping[str, Collection[str]]
    """kode wilayah -> names of its dusun"""
    umum: frozenset[str] = frozenset()
    """further words that are no names, as those of the kabupaten's kamus"""
    _villages: dict[str, set[str]] = field(init=False, default_factory=dict)
    _hamlets: dict[str, set[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for kode, nama in self.desa.items():
            self._villages.setdefault("".join(_tokens(nama)), set()).add(kode)
        for kode, names in self.dusun.items():
            for name in names:
                self._hamlets.setdefault("".join(_tokens(name)), set()).add(kode)
        self._villages.pop("", None)
        self._hamlets.pop("", None)

    def baca(self, own: str, text: str) -> tuple[frozenset[str], str]:
        """The other villages that a text of the village ``own`` names, and what is left of it without names of places.

        A dusun that two villages have, or that is the own one, names nobody.
        """
        tokens, named, rest = _tokens(text), set[str](), list[str]()
        at = 0
        while at < len(tokens):
            length = self._length(tokens, at)
            if length:
                named |= self._named(own, "".join(tokens[at : at + length]))
            else:
                rest.append(tokens[at])
            at += length or 1
        return frozenset(named), " ".join(rest)

    def _length(self, tokens: list[str], at: int) -> int:
        """How many words from here on are the name of a village or dusun."""
        for length in range(min(_LONGEST_PLACE, len(tokens) - at), 0, -1):
            joined = "".join(tokens[at : at + length])
            if joined in self._villages or joined in self._hamlets:
                return length
        return 0

    def _named(self, own: str, name: str) -> set[str]:
        if name in self._villages:
            return self._villages[name] - {own}
        found = self._hamlets[name]
        return set() if own in found or len(found) > 1 else found


def tanda_desa(isi: IsiDesa, peta: Peta) -> TandaDesa:
    """Read one usulan with the villages around it in mind. What is built says the title, the lokasi only if it does
    not.
    """
    titles, places = _plain_text(isi.judul), _plain_text(isi.lokasi)
    (named, title), (more, place) = peta.baca(isi.desa, titles), peta.baca(isi.desa, places)
    whole = (semua_kata(title), semua_kata(place))
    behind = {word for part in whole for before, word in pairwise(part) if before in PENYEBUT}
    parts = [[word for word in part if word not in DROPPED] for part in whole]
    words = [*parts[0], *parts[1]]
    found = frozenset(words)
    names = list(dict.fromkeys(word for part in parts for word in _names(part, behind, peta.umum)))[:_MOST_NAMES]
    capital, polos = _capitals(isi.judul, isi.lokasi)
    return TandaDesa(
        desa=isi.desa,
        teks=" ".join(words),
        jenis=_thing(parts[0]) or _thing(parts[1]),
        bangunan=BUKAN_BANGUNAN.isdisjoint(parts[0]),
        nama=tuple(names),
        pasti=frozenset(name for name in names if name in behind or any(name in word for word in capital)),
        polos=polos,
        sebut=named | more,
        batas=bool(_BATAS.search(titles) or _BATAS.search(places)),
        sisi=found & SISI.keys(),
        angka=frozenset(word for word in words if any(letter.isdigit() for letter in word)),
        kamus=isi.kamus.casefold(),
    )


def _plain_text(text: str) -> str:
    return tanpa_ukuran(_DAERAH_IRIGASI.sub("irigasi ", _KALI.sub("kali ", _plain(text))))


def _thing(words: Sequence[str]) -> str:
    return next((kind for kind, things in LINTAS if not things.isdisjoint(words)), "")


def _names(words: Sequence[str], behind: Collection[str], umum: frozenset[str]) -> Iterator[str]:
    """What may be a name; beside a place that every village has only what surely is the name of the thing."""
    public = not TEMPAT_UMUM.isdisjoint(words)
    return (word for word in words if _is_name(word, umum) and (word in behind or not public))


def _capitals(*written: str) -> tuple[frozenset[str], bool]:
    """The words that are written as names in small letters, and whether the text does not tell names from others.

    Neither the first word of a part nor an abbreviation is one.
    """
    parts = [_LETTERS.findall(part) for text in written for part in text.split(",")]
    words = [word for part in parts for word in part[1:]]
    long = [word for word in words if len(word) >= SHORTEST_FUZZY]
    every = all(word.istitle() for word in long) and (len(long) > 2 or any(_plain(word) in _SMALL for word in long))
    loud = all(word.isupper() for word in long)
    small = not any(word[0].isupper() for part in parts for word in part)
    if small or (long and (every or loud)):
        return frozenset(), True
    return frozenset(_plain(word) for word in words if word.istitle()), False


def compare_desa(one: TandaDesa, other: TandaDesa) -> Kemiripan | None:
    """The likeness of usulan of two villages, with its reason; None when nothing says that they mean the same."""
    if one.desa == other.desa or not _same_thing(one, other):
        return None
    said, from_places = _places(one, other)
    if not from_places and _other_side(one, other):
        return None
    points = from_places
    shared, left, right = match_names(one, other)
    if shared:
        spot = one.jenis in TITIK and not from_places
        doubtful = shared[0] not in one.pasti | other.pasti
        points += MUNGKIN if spot or doubtful or (left and right) else MIRIP
        said = f"sama-sama menyebut {shared[0].capitalize()}"
    elif one.pasti and other.pasti:
        points -= MIRIP
    if one.kamus and other.kamus and one.kamus != other.kamus:
        points -= 1
    if points < MUNGKIN:
        return None
    return Kemiripan("mirip" if points >= MIRIP else "mungkin", round(fuzz.ratio(one.teks, other.teks)), said)


def match_names(one: TandaDesa, other: TandaDesa) -> tuple[list[str], set[str], set[str]]:
    """The names that both have, and the sure ones that only the one or the other has. ``Watu Lawang`` is
    ``Watulawang``. A word that is surely a name on neither side is one only where the letters tell nothing at all.
    """
    shared, left, right = list[str](), set(one.pasti), set(other.pasti)
    for a in with_joined(one.nama):
        for b in with_joined(other.nama):
            sure = _sure(a, one.pasti) or _sure(b, other.pasti)
            if (sure or (one.polos and other.polos)) and same_name(a, b):
                shared.append(a)
                left = {name for name in left if name not in a}
                right = {name for name in right if name not in b}
    return sorted(shared, key=lambda name: name not in one.pasti | other.pasti), left, right


def _sure(name: str, sure: frozenset[str]) -> bool:
    return any(each in name for each in sure)


def with_joined(names: tuple[str, ...]) -> list[str]:
    """The names, and each with the one behind it, written as one word."""
    return [*names, *(a + b for a, b in pairwise(names))]


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, written differently."""
    if one == other:
        return True
    return min(len(one), len(other)) >= SHORTEST_FUZZY and fuzz.ratio(one, other) >= SAME_NAME


def _same_thing(one: TandaDesa, other: TandaDesa) -> bool:
    if not (one.bangunan and other.bangunan):
        return False
    if one.jenis != other.jenis:
        of_kamus = one.kamus and one.kamus == other.kamus
        return bool(of_kamus and not (one.jenis and other.jenis))
    return bool(one.jenis) and not (one.angka and other.angka and one.angka != other.angka)


def _other_side(one: TandaDesa, other: TandaDesa) -> bool:
    """Whether they name opposite sides of the same thing."""
    return any(SISI[side] in other.sisi and side not in other.sisi for side in one.sisi)


def _places(one: TandaDesa, other: TandaDesa) -> tuple[str, int]:
    """What the villages say of each other, and its points. Who names a third village means a border with that one."""
    there, back = other.desa in one.sebut, one.desa in other.sebut
    if there and back:
        return "saling menyebut desanya", 4
    if not there and not back:
        return "", 0
    silent = other if there else one
    if silent.batas and not silent.sebut:
        return "di batas desa", 2
    return "menyebut desanya", 1


def _is_name(word: str, umum: frozenset[str]) -> bool:
    if len(word) < 3 or not word.isalpha() or word in _KNOWN or word in umum:
        return False
    return not _WORK.fullmatch(word)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(_plain(text))
