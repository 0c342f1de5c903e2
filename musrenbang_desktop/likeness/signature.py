"""What is left of an usulan for comparing: its place, and its title without the ways in which people write it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from musrenbang_desktop.domain.rukun import two_digits
from musrenbang_desktop.likeness.words import DROPPED, PHRASES, SAME, UNITS, WHOLE_VILLAGE

_RUKUN = re.compile(r"\b(rt|rw)[\s.:/-]*0*([0-9]{1,3})\b")
_AGAIN = re.compile(r"\b([a-z]{3,})(?:-\1|2)\b")
_AMOUNT = re.compile(rf"\b[0-9]+(?:[.,][0-9]+)*\s*(?:x\s*[0-9]+(?:[.,][0-9]+)?\s*)*(?:{'|'.join(UNITS)})\b")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SCHOOL = re.compile(r"\b(sdn|sd|smp|smpn|tk|gg|gang)([0-9]+)\b")
_DUSUN_WORD = re.compile(r"^(?:dusun|dsn|dukuh|kampung|kp|lingkungan|lk)\b[\s.]*")
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")
_SHORT = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Tanda:
    """The comparable part of one usulan. ``teks`` are the sorted ``kata``; ``angka`` those that hold a digit."""

    dusun: str
    rt: str
    rw: str
    teks: str
    kata: frozenset[str]
    angka: frozenset[str]

    @property
    def bertempat(self) -> bool:
        """Whether anything is known about where it is."""
        return bool(self.dusun or self.rt or self.rw)


def tanda(judul: str, dusun: str = "", rt: str = "", rw: str = "") -> Tanda:
    """Normalise a title and its place. A place that only the title names counts as well."""
    text = unicodedata.normalize("NFKD", judul.casefold()).encode("ascii", "ignore").decode()
    named = {which: {two_digits(n) for w, n in _RUKUN.findall(text) if w == which} for which in ("rt", "rw")}
    own_rt, own_rw = two_digits(rt or "0") if rt.isdigit() else rt, two_digits(rw or "0") if rw.isdigit() else rw
    own_rt = own_rt or _only(named["rt"])
    own_rw = own_rw or _only(named["rw"])
    place = _dusun(dusun)
    words = [word for word in _words(text, own_rt, own_rw) if word not in DROPPED and word != place]
    kata = frozenset(words) - {part for part in _folded(dusun).split() if place}
    return Tanda(place, own_rt, own_rw, " ".join(sorted(kata)), kata, frozenset(w for w in kata if _has_digit(w)))


def semua_kata(text: str) -> list[str]:
    """The words of a title in its order, abbreviations written out and words of one meaning made one; without
    quantities and numbers of RT and RW. ``text`` is in small letters of the plain alphabet.
    """
    return _words(_RUKUN.sub(" ", text), "", "")


def tanpa_ukuran(text: str) -> str:
    """A text in small letters without its quantities: ``talud 120 m`` becomes ``talud``."""
    return _AMOUNT.sub(" ", text)


def _words(text: str, rt: str, rw: str) -> list[str]:
    def keep_other_place(found: re.Match[str]) -> str:
        which, number = found.group(1), two_digits(found.group(2))
        return " " if number == (rt if which == "rt" else rw) else f" {which}{number} "

    text = _RUKUN.sub(keep_other_place, text)
    text = _SCHOOL.sub(r"\1 \2", _AMOUNT.sub(" ", text))
    text = _NOT_WORD.sub(" ", _AGAIN.sub(r"\1", text))
    text = _SHORT.sub(lambda found: SAME.get(found.group(), found.group()), text)
    return [SAME.get(word, word) for word in _PHRASE.sub(lambda found: PHRASES[found.group()], text).split()]


def _dusun(text: str) -> str:
    """``Kp. Baru`` and ``Kampung Baru`` are one; what means the whole village is no place."""
    whole = _NOT_WORD.sub("", text.casefold())
    return "" if whole in WHOLE_VILLAGE else _NOT_WORD.sub("", _DUSUN_WORD.sub("", text.casefold().strip()))


def _folded(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold())


def _only(numbers: set[str]) -> str:
    return next(iter(numbers)) if len(numbers) == 1 else ""


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)
