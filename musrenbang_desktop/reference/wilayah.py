"""The kode wilayah of every desa and kelurahan, after Kepmendagri 300.2.2-2138/2025; loaded when first asked for.

The list ships in ``resources/wilayah`` (from cahyadsn/wilayah, MIT, with its licence beside it): a line a
place, compressed. It is an offer: what the operator types is never checked against it,
since villages split and are renamed every year.
"""

from __future__ import annotations

import csv
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import resources

FILE = "wilayah.txt.z"

_VILLAGE = len("33.26.08.2004")


@dataclass(frozen=True, slots=True)
class Tempat:
    """A desa or kelurahan with where it lies. ``kabupaten`` is without its kind where that is *Kabupaten*."""

    kode: str
    desa: str
    kecamatan: str
    kabupaten: str
    provinsi: str

    @property
    def jenis(self) -> str:
        """The first digit of the last part says it: 1 is a kelurahan."""
        return "kelurahan" if self.kode[9:10] == "1" else "desa"


class Wilayah:
    """All villages, in the order of their codes."""

    def __init__(self, text: str) -> None:
        """``text`` is what :func:`kemas` wrote, plain."""
        above, _, villages = text.partition("\n\n")
        self._above = dict(line.split(" ", 1) for line in above.split("\n"))
        lines = villages.split("\n")
        self._codes = [line[:_VILLAGE] for line in lines]
        self._names = [line[_VILLAGE + 1 :] for line in lines]
        self._folded = villages.casefold().split("\n")

    def __len__(self) -> int:
        return len(self._codes)

    def satu(self, kode: str) -> Tempat | None:
        """The village with this code."""
        at = bisect_left(self._codes, kode)
        return self._place(at) if at < len(self._codes) and self._codes[at] == kode else None

    def cari(self, text: str, limit: int = 8) -> list[Tempat]:
        """The villages whose name has the first word, and whose name or place has the others; those first whose name
        begins so. Digits are the beginning of a code.
        """
        words = text.casefold().replace(",", " ").split()
        if not words:
            return []
        if words[0][:1].isdigit():
            return self._coded(words[0], limit)
        begins: list[Tempat] = []
        inside: list[Tempat] = []
        for place in self._having(words):
            (begins if place.desa.casefold().startswith(words[0]) else inside).append(place)
            if len(begins) == limit:
                break
        return (begins + inside)[:limit]

    def _coded(self, digits: str, limit: int) -> list[Tempat]:
        plain = digits.replace(".", "")
        dotted = ".".join(part for part in (plain[:2], plain[2:4], plain[4:6], plain[6:10]) if part)
        first = bisect_left(self._codes, dotted)
        places = range(first, min(first + limit, len(self._codes)))
        return [self._place(at) for at in places if self._codes[at].startswith(dotted)]

    def _having(self, words: list[str]) -> Iterator[Tempat]:
        first, *others = words
        for at, line in enumerate(self._folded):
            if first in line:
                place = self._place(at)
                around = f"{line} {place.kecamatan} {place.kabupaten} {place.provinsi}".casefold()
                if all(word in around for word in others):
                    yield place

    def _place(self, at: int) -> Tempat:
        code = self._codes[at]
        kabupaten = self._above[code[:5]].removeprefix("Kabupaten ")
        return Tempat(code, self._names[at], self._above[code[:8]], kabupaten, self._above[code[:2]])


@lru_cache(maxsize=1)
def muat() -> Wilayah:
    """The shipped list."""
    return Wilayah(zlib.decompress(resources.path("wilayah", FILE).read_bytes()).decode("utf-8"))


def kemas(rows: Iterable[str]) -> bytes:
    """The shipped file from the lines of the source list (CSV with a head: kode, nama): the levels above the villages,
    an empty line, the villages, each ``code name`` in the order of the codes.
    """
    table = sorted((row["kode"], " ".join(row["nama"].split())) for row in csv.DictReader(rows))
    above = [f"{kode} {nama}" for kode, nama in table if len(kode) < _VILLAGE]
    villages = [f"{kode} {nama}" for kode, nama in table if len(kode) == _VILLAGE]
    return zlib.compress("\n".join((*above, "", *villages)).encode(), 9)
