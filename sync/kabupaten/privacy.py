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
#: Groups whose own name follows.
_OWN_NAME = re.compile(
    r"(?:Karang\s?Taruna|Gapoktan|Poktan|Kelompok|KWT|Dusun|Dukuh|Lingkungan|Paguyuban|TPQ|Majelis|PAUD|Pemdes|Kelurahan"
    r"|Desa|UMKM|Koperasi|BUM\s?Des\w*|Forum|Posyandu)\b",
    re.IGNORECASE,
)
#: Words of what a group is; any other word may be somebody's name.
_USUAL = frozenset(
    "masyarakat adat agama pemuda pemudi posyandu pkk desa kelurahan kesehatan kb kpm pembangunan tani nelayan"
    " penyandang kepala keluarga murid siswa balita rumah tangga ibu-ibu bapak-bapak tua muda dan"
    " ikan buruh penggarap pedagang"
    " dasawisma pokja masjid mushola musholla surau gereja pura sd sdn smp smpn tk sekolah rt rw tp blok kampung"
    " lor kidul wetan kulon utara selatan timur barat tengah taruna karang harian".split()
)
#: Behind these stands what a place is called.
_CALLED = frozenset(
    "dusun dukuh lingkungan blok kampung masjid mushola musholla surau gereja pura sd sdn smp smpn tk paud tpq".split()
)
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
        return _group(_CUT.split(plain, maxsplit=1)[0].strip()[:60])
    match = _RT.search(plain)
    return match.group(0) if match else "Warga"


def _group(text: str) -> str:
    """A group without the person who spoke for it: *Kader Siti* is ``Kader``. A group that has a name keeps it."""
    if _OWN_NAME.match(text):
        return text
    kept: list[str] = []
    for word in text.split():
        plain = word.strip(".").lower()
        place = bool(kept) and kept[-1].strip(".").lower() in _CALLED
        if kept and not (plain in _USUAL or plain.isdecimal() or place or _PROPOSERS.fullmatch(plain)):
            break
        kept.append(word)
    return " ".join(kept)


def _hide(match: re.Match[str]) -> str:
    title, name = match.groups()
    first = name.split()[0]
    known = first in _GROUPS if match.re is _PERSON else first.lower() in _NO_NAMES
    return match.group(0) if known else f"{title} {HIDDEN}"
