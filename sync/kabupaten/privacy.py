"""What a public page must not say: names of residents, telephone numbers, NIK.

A village types freely ("depan rumah Pak Slamet"), so a page never shows a text as it came. What is hidden is replaced,
not cut out, so that a reader sees that something stood there.
"""

from __future__ import annotations

import re

HIDDEN = "(nama warga)"

_TITLE = (
    r"(?:[Bb]apak|[Pp]ak\.?|[Bb]pk\.?|[Ii]bu|[Bb]u\.?|[Ss]dri?\.|[Ss]audari?|[Ss]audara|[Mm]bah|[Mm]bak|[Mm]as"
    r"|[Aa]lmh?\.?|Hj?\.|[Nn]y\.|[Tt]n\.)"
)
_NAME = r"[A-Z][\w'\u2019.-]*(?:\s+[A-Z][\w'\u2019.-]*){0,3}"
_PERSON = re.compile(rf"(?<!\w)({_TITLE})\s+({_NAME})")
#: Where all letters are small, or all are capital, they do not tell where a name ends.
_SMALL = re.compile(
    r"(?<!\w)((?:bapak|pak|bpk|ibu|bu|mbah|sdri?|alm)\.?(?:\s+(?:rt|rw|haji|kadus|lurah|kades|carik))?)"
    r"\s+([a-z][\w'\u2019]+)"
)
_LOUD = re.compile(
    r"(?<!\w)((?:BAPAK|PAK|BPK|IBU|BU|MBAH|SDRI?|ALM)\.?)\s+"
    r"([A-Z][A-Z'\u2019.]+(?:\s+(?!(?:RT|RW|DI|KE|DAN|SAMPAI|DUSUN|BLOK)\b)[A-Z][A-Z'\u2019.]+)?)"
)
_NUMBER = re.compile(
    r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)"
    r"|(?<!\d)(?:\+?62[\s.(-]{0,2}|0)8(?=(?:[\s().-]*\d){7})[\d\s().-]{7,15}\d(?!\d)"
)

#: Words behind "Ibu" or "Bapak" that make it a group and not a person.
_GROUPS = frozenset({"Hamil", "Menyusui", "Anak", "Balita", "Nifas", "Bersalin", "Rumah", "PKK", "Kota", "Melahirkan"})
_NO_NAMES = frozenset(word.lower() for word in _GROUPS) | frozenset(
    "dan atau serta yang di ke dari untuk sampai muda tani nelayan guru bidan lansia rt rw kadus lurah kades"
    " carik".split()
)

_PROPOSERS = re.compile(
    r"(?:RT|RW|PKK|TP\s?PKK|BPD|LPMD?|LPMK|Karang\s?Taruna|Posyandu|Kader|Gapoktan|Poktan|Kelompok|KWT|Dusun|Dukuh|Lingkungan"
    r"|Komite|Pemerhati|Wali|Panitia|Pengurus|BUM\s?Des\w*|Pemuda|Perempuan|Lansia|Disabilitas|Difabel|Tokoh|Forum|Paguyuban|Takmir|Remaja|Linmas|Satlinmas|Anak"
    r"|Nelayan|Petani|Guru|PAUD|TPQ|Majelis|Perangkat|Pemerintah|Pemdes|Kelurahan|Desa|UMKM|Koperasi|Bidan|Puskes\w*)\b",
    re.IGNORECASE,
)
_RT = re.compile(r"\bRT\s*\.?\s*\d+(?:\s*/?\s*RW\s*\.?\s*\d+)?", re.IGNORECASE)
_CUT = re.compile(rf"[(\[/,;:]|\s[-\u2013\u2014]\s|\s{_TITLE}\s")


def blur(text: str) -> str:
    """A text of the village without names that follow a title, telephone numbers and NIK."""
    for pattern in (_PERSON, _SMALL, _LOUD):
        text = pattern.sub(_hide, text)
    return without_numbers(text)


def without_numbers(text: str) -> str:
    """A text without telephone numbers and NIK."""
    return _NUMBER.sub("(nomor disembunyikan)", text)


def proposer(text: str) -> str:
    """The group that proposed: ``RT 02``, ``PKK``. A person's name becomes "Warga"."""
    plain = " ".join(text.split())
    if not plain:
        return ""
    if _PROPOSERS.match(plain):
        return _CUT.split(plain, maxsplit=1)[0].strip()[:60]
    match = _RT.search(plain)
    return match.group(0) if match else "Warga"


def _hide(match: re.Match[str]) -> str:
    title, name = match.groups()
    first = name.split()[0]
    known = first in _GROUPS if match.re is _PERSON else first.lower() in _NO_NAMES
    return match.group(0) if known else f"{title} {HIDDEN}"
