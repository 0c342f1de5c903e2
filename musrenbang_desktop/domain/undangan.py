"""Invitations: the short code on a letter, names without titles, and how one record is made of two."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.tanggal import parse_tanggal

AWALAN = "MD1"
TEPAT_WAKTU_HARI = 3
"""A letter is in time when it was handed over at least so many days before the forum."""
_SATU_HURUF, _DUA_HURUF = 6, 12
_PANJANG = 9
_DIGITS = re.compile(r"\d")

CARA_SERAH = ("langsung", "lewat RT/RW", "WhatsApp", "dititipkan")
"""How a letter reaches a person; other words may be typed."""

#: Fields that the operator chooses side by side when two records become one.
DIPILIH = ("nama", "jenis_kelamin", "unsur", "jabatan", "usia", "dusun", "rt", "rw")

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_BEFORE = re.compile(r".*(?=MD1[:;\u00d6])", re.IGNORECASE)
_CODE = re.compile(r"MD[0-9A-Z]?:.*|MD1\W.*", re.IGNORECASE)
_WHOLE = re.compile(r"MD1:(?P<forum>[0-9A-Za-z-]{1,40}):(?P<peserta>[0-9A-Za-z-]{1,40}):(?P<periksa>[A-Za-z]{4})")
_TITLE = re.compile(
    r"(?:h|hj|kh|ky|k|kyai|nyai|ust|ustad|ustadz|ustadzah|ust[zd]|drs|dra|dr|drg|ir|prof|bpk|bapak|ibu|bu|pak|sdr|sdri|"
    r"tn|ny|nn|mbah|mas|mbak|rr|apt|ns|a\s*md(?:\s*\w{1,4})?|s\s*(?:ag|ap|e|farm|h|hi|hut|ip|kep|keb|km|kom|p|pd|pdi|pt|"
    r"psi|si|sos|st|t|th|stp)|m\s*(?:ag|ap|h|hum|kes|kom|m|p|pd|pdi|si|sc|t)|str\s*\w{1,4}|se|sh|st|ssos|spd|mm|mt|mh|"
    r"msi|mpd|shut|amd)"
)
_SPELLINGS = (
    (re.compile(r"\b(?:muhammad|mohammad|mohamad|muhamad|moh|muh|mhd)\b"), "muhamad"),
    (re.compile(r"\b(?:abd)\b"), "abdul"),
)


@dataclass(frozen=True, slots=True)
class KodeDibaca:
    """What a scanned or typed text is. ``utuh`` is false for a code whose letters do not belong together."""

    utuh: bool
    forum: str = ""
    peserta: str = ""


def kode(forum: str, peserta: str) -> str:
    """``MD1:<forum>:<peserta>:<four letters>``, what the QR of a letter holds."""
    return f"{AWALAN}:{forum}:{peserta}:{_check(forum, peserta)}"


def baca_kode(text: str) -> KodeDibaca | None:
    """A code out of what a reader typed, also behind letters that stood in the box before; None when the text is no
    code at all but a name.
    """
    text = _BEFORE.sub("", text.strip())
    if not _CODE.fullmatch(text):
        return None
    found = _WHOLE.fullmatch(text) or _WHOLE.fullmatch(text.replace("\u00d6", ":").replace(";", ":"))
    if not found:
        return KodeDibaca(utuh=False)
    forum, peserta = found["forum"].casefold(), found["peserta"].casefold()
    whole = found["periksa"].upper() == _check(forum, peserta)
    return KodeDibaca(whole, forum, peserta) if whole else KodeDibaca(utuh=False)


def _check(forum: str, peserta: str) -> str:
    digest = hashlib.sha256(f"{AWALAN}:{forum}:{peserta}".encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = []
    for _ in range(4):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


@lru_cache(maxsize=4096)
def nama_polos(nama: str) -> str:
    """A name for comparing: no titles, no accents, no signs, one spelling of Muhammad. Never shown, never stored."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", nama) if not unicodedata.combining(c)).casefold()
    before, *after = plain.split(",")
    kept = [part for part in after if not _is_title(part)]
    words = re.sub(r"[^\w']+", " ", " ".join([before, *kept])).replace("'", "").split()
    while len(words) > 1 and _TITLE.fullmatch(words[0]):
        words.pop(0)
    text = " ".join(words)
    for pattern, spelling in _SPELLINGS:
        text = pattern.sub(spelling, text)
    return text


def _is_title(part: str) -> bool:
    return bool(_TITLE.fullmatch(" ".join(re.sub(r"[.\s]+", " ", part).split()) or "-"))


class Dikenal(NamedTuple):
    """What tells people of one name apart."""

    id: str
    nama: str
    jenis_kelamin: str
    dusun: str
    rt: str
    rw: str


def mirip(satu: PesertaBaru | Dikenal, lain: PesertaBaru | Dikenal) -> bool:
    """Whether two people may be one: the same plain name, in one RT also a similar one, and no RT, RW, dusun or L/P
    that tells them apart.
    """
    one_rt = bool(satu.rt) and satu.rt == lain.rt
    if nama_polos(satu.nama) != nama_polos(lain.nama) and not (one_rt and nama_serupa(satu.nama, lain.nama)):
        return False
    parts = ("jenis_kelamin", "dusun", "rt", "rw")
    pairs = [(getattr(satu, name).casefold(), getattr(lain, name).casefold()) for name in parts]
    return all(not one or not other or one == other for one, other in pairs)


def nama_serupa(satu: str, lain: str) -> bool:
    """Whether two names may be one that was written twice: the words in another order, or a letter or two that differ
    (one from six letters on, two from twelve). A number in a name is there to tell people apart.
    """
    one, other = nama_polos(satu), nama_polos(lain)
    if _angka(one) != _angka(other):
        return False
    if sorted(one.split()) == sorted(other.split()):
        return True
    shorter = min(len(one), len(other))
    return _edits(one, other, most=2 if shorter >= _DUA_HURUF else 1) if shorter >= _SATU_HURUF else False


@lru_cache(maxsize=4096)
def kunci_serupa(nama: str) -> tuple[str, ...]:
    """Keys of which two similar names share one, so that not every pair must be compared; where both halves of a long
    name were changed they may share none.
    """
    plain = nama_polos(nama)
    keys = [" ".join(sorted(plain.split()))]
    if _SATU_HURUF <= len(plain) <= _PANJANG:
        keys += [f"a{plain[:3]}", f"z{plain[-3:]}"]
    if len(plain) >= _PANJANG:
        keys += [f"a{plain[:6]}", f"z{plain[-5:]}"]
    numbers = _angka(plain)
    return tuple(f"{key} {numbers}" for key in keys)


def _angka(plain: str) -> str:
    return "".join(_DIGITS.findall(plain))


def _edits(one: str, other: str, most: int) -> bool:
    """Whether at most so many letters were changed, left out, or put in."""
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return False
    if one == other:
        return True
    if not most:
        return False
    at = next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    a, b = one[at:], other[at:]
    return any(_edits(x, y, most - 1) for x, y in ((a[1:], b[1:]), (a[1:], b), (a, b[1:])))


def tepat_waktu(tanggal_serah: str, tanggal_forum: str, hari: int = TEPAT_WAKTU_HARI) -> bool:
    """Whether a letter came at least ``hari`` days before the forum; false while a date is unknown."""
    try:
        days = (parse_tanggal(tanggal_forum) - parse_tanggal(tanggal_serah)).days
    except RuleBroken:
        return False
    return days >= hari


def usia_pada(lahir: date, hari: date) -> int | None:
    """Age in whole years on a day; None for a birth in the future or before anyone alive."""
    years = hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day))
    return years if 0 <= years <= 120 else None


Tiba = Literal["hadir", "rusak", "forum_lain", "sudah_hadir", "tidak_ada", "kode_halaman"]
"""What a code at the door means."""
