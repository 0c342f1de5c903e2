"""What the headings of one kind of list mean: its fields and the many names that people give them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

NUMBER_COLUMNS = frozenset(
    (
        "no,nomor,no urut,nomor urut,no kegiatan,nomor kegiatan,no usulan,nomor usulan,nomer,urut,#,sheet row,id kamus"
    ).split(",")
)

#: A heading below "Volume" or "Biaya" that says nothing by itself.
GENERIC = frozenset(
    "jumlah,jml,nilai,besar,besaran,angka,total,rp,jumlah rp,vol,volume,jumlah total,orang,jiwa,nama".split(",")
)

#: No heading holds such a number; a NIK must not stay in what is remembered of headings.
_LONG_NUMBER = re.compile(r"[0-9]{8}")
_START_PENALTY = 100
_LONGEST_HEADING = 60


class Vocabulary:
    """The spellings of every field, best first. ``key`` is the field without which there is no list.

    ``others`` are headings that are often there and that no field takes; ``whole_only`` are spellings so general that
    only the whole heading may be it.
    """

    def __init__(
        self,
        key: str,
        spellings: Mapping[str, tuple[str, ...]],
        others: frozenset[str],
        whole_only: frozenset[str] = frozenset(),
    ) -> None:
        self.key = key
        self.fields = tuple(spellings)
        self._others = others
        self._field_of = {
            spelling: (field, rank) for field, names in spellings.items() for rank, spelling in enumerate(names)
        }
        self._starts: dict[str, list[str]] = {}
        """first word -> spellings with which a heading may begin, the longest first"""
        for spelling in sorted(self._field_of, key=len, reverse=True):
            if len(spelling) >= 5 and spelling not in whole_only:
                self._starts.setdefault(_first_word(spelling), []).append(spelling)

    def field_of_heading(self, text: str) -> tuple[str, int] | None:
        """The field that a heading names, and how well: a smaller rank is better."""
        if not text or len(text) > 2 * _LONGEST_HEADING:
            return None
        for form in _forms(text):
            if form in NUMBER_COLUMNS or form in self._others:
                return None
            if form in self._field_of:
                return self._field_of[form]
        heading = normal_heading(text)
        if len(heading) <= _LONGEST_HEADING:
            for start in self._starts.get(_first_word(heading), ()):
                if heading.startswith((f"{start} ", f"{start}/")):
                    field, rank = self._field_of[start]
                    return field, rank + _START_PENALTY
        return None

    def is_heading(self, text: str) -> bool:
        """Whether the text is the usual name of a column, taken by a field or not."""
        return any(form in self._field_of or form in NUMBER_COLUMNS or form in self._others for form in _forms(text))


def _first_word(heading: str) -> str:
    return heading.partition(" ")[0].partition("/")[0]


def normal_heading(text: str) -> str:
    """``Lokasi\\n(RT/RW)`` and ``lokasiRt`` as plain words: lower case, no signs but a slash."""
    return "" if _LONG_NUMBER.search(text) else _plain_words(text)


@lru_cache(maxsize=4096)
def _plain_words(text: str) -> str:
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold().replace("&", " dan ").replace("perkiran", "perkiraan")
    text = re.sub(r"[^\w/#]+|_", " ", text)
    return re.sub(r"\s*/\s*", "/", " ".join(text.split())).strip("/")


def is_number_heading(text: str) -> bool:
    """Whether the column below counts the rows."""
    return any(form in NUMBER_COLUMNS for form in _forms(text))


def _forms(text: str) -> tuple[str, ...]:
    return () if _LONG_NUMBER.search(text) else _words_of(text)


@lru_cache(maxsize=4096)
def _words_of(text: str) -> tuple[str, ...]:
    whole = normal_heading(text)
    bare = normal_heading(re.sub(r"\([^)]*\)", " ", text))
    lettered = re.sub(r"^[a-z0-9]{1,2} (?=\w{2})", "", whole)
    return whole, bare, lettered
