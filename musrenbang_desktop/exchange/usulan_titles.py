"""The name of an usulan: what is one, and what is taken off before it is kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from musrenbang_desktop.exchange.not_rows import SIGNED_AT
from musrenbang_desktop.exchange.usulan_values import Values
from musrenbang_desktop.exchange.vocabulary import normal_heading

_BULLET = re.compile(
    r"(?:[\u2022\u25cf\u25aa\u25e6\u2219\u00b7\u25a0\u25ba\u27a2\u2713\uf0b7\uf0a7\u2013\u2014>*\-]+\s*(?=[^\W\d_]|[0-9(])|[a-z][.)]\s+(?=\w))"
)
_INNER_BULLETS = re.compile(r"[\u2022\u25cf\u25aa\uf0b7]")
_NUMBERED = re.compile(r"[0-9]{1,3}[.)]\s*(?=[^\W\d_])")
_NO_TITLES = "sub|grand|jumlah|total|bidang|tahun|mengetahui|menyetujui|disetujui|disahkan|dibuat"
_SUSPECT = re.compile(rf"[(\[0-9]|[A-Z0-9]{{1,4}}[.)]|(?:{_NO_TITLES})\b", re.IGNORECASE)

#: A word of so many letters is no number, no sign and no abbreviation.
_BEGINNING = 5
_ORDINARY_BEGINNING = re.compile(rf"[A-Z][a-z]{{{_BEGINNING - 1}}}")


@dataclass(frozen=True, slots=True)
class Title:
    """The name in a row. ``numbered``: it began with its own number; ``bullet`` is the sign that stood before it."""

    text: str
    numbered: bool
    bullet: str


def read_title(values: Values) -> Title:
    """The name without its number and its bullet."""
    text = values.text("judul")
    own = _NUMBERED.match(text)
    if own:
        text = text[own.end() :]
        values.note("judul", f"nomor urut “{own.group().strip()}” di depan dibuang")
    bullet = _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :].lstrip()
    if _INNER_BULLETS.search(text):
        values.note("judul", "berisi beberapa butir dalam satu sel; periksa apakah perlu dipisah")
    return Title(text.strip().rstrip(":").rstrip(), bool(own), bullet.group().strip() if bullet else "")


class Titles:
    """The names below one heading."""

    SIGNS = (",", "(", ":")
    """what a signature, a rank or the end of a heading is written with, and many an ordinary name too"""

    def __init__(self, heading: str) -> None:
        self.heading = heading
        self._no_beginnings = tuple(word[:_BEGINNING] for word in (*_NO_TITLES.split("|"), heading) if word)
        self._ordinary_beginnings: set[str] = set()

    def may_be_none(self, judul: str) -> bool:
        """A quick look, for most rows have an ordinary title."""
        return (
            len(judul) < 4
            or judul.isupper()
            or _SUSPECT.match(judul) is not None
            or ("," in judul and SIGNED_AT.fullmatch(judul) is not None)
            or (judul[0].casefold() == self.heading[:1] and normal_heading(judul) == self.heading)
        )

    def all_ordinary(self, texts: Sequence[str]) -> bool:
        """Whether each of the tidy texts is a name as it stands. A yes is certain, a no only a doubt.

        Such a name begins with a word of five letters that no sum, signature or heading begins with, and holds no
        sign that could mean more than itself.
        """
        joined = "".join(texts)
        return (
            joined.isascii()
            and not any(sign in joined for sign in self.SIGNS)
            and all(map(self._is_ordinary_beginning, set(map(itemgetter(slice(_BEGINNING)), texts))))
        )

    def _is_ordinary_beginning(self, letters: str) -> bool:
        if letters in self._ordinary_beginnings:
            return True
        if not _ORDINARY_BEGINNING.fullmatch(letters) or letters.casefold().startswith(self._no_beginnings):
            return False
        self._ordinary_beginnings.add(letters)
        return True
