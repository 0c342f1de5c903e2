"""Sebutan: what a village, its parts, its head and its council are called here; windows and paper follow it.

A forum is held in a *desa* or a *kelurahan*; by which name the place goes differs from province to province. The table
names what is usual, the word for the part below the village can be typed, since it differs even between neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache


@dataclass(frozen=True, slots=True)
class Istilah:
    """The words of one kind of place, as they stand at the head of a line."""

    jenis: str
    wilayah: str
    kepala: str
    dewan: str
    """the council beside the head: BPD; in a kelurahan the LPM stands there"""
    dusun: str
    kecamatan: str = "Kecamatan"
    camat: str = "Camat"
    kantor: str = "Balai Desa"
    dewan_penuh: str = "Badan Permusyawaratan Desa"
    """the council by its full name: no paper names one that this kind of place does not have"""

    def dewan_dari(self, nama: str, *, penuh: bool = True) -> str:
        """``Badan Permusyawaratan Desa Sukamaju``, ``Lembaga Pemberdayaan Masyarakat Kelurahan Sukamaju``, or in short
        ``BPD Desa Sukamaju``, ``Bamus Nagari Talang``.
        """
        council = self.dewan_penuh if penuh else self.dewan
        place = "" if council.casefold().endswith(self.wilayah.casefold()) else f"{self.wilayah} "
        return f"{council} {place}{nama}".strip()

    def dalam(self, text: str) -> str:
        """``text`` as it is said here. Names that are the same everywhere (RPJM Desa, dana desa of a nagari) stay."""
        if self == DESA:
            return text
        return _TWICE.sub(_once, _words().sub(lambda found: self._said(found[0]), text))

    def _said(self, word: str) -> str:
        plain = word.casefold()
        if self.jenis == "kelurahan" and plain in _OWN:  # what it spends is dana kelurahan, and it has its own profil
            return word[:-4] + ("Kelurahan" if word[-4].isupper() else "kelurahan")
        if plain in _FIXED:
            return word
        said = getattr(self, _PLACES[plain])
        return str(said) if word[0].isupper() else _lower(str(said))


DESA = Istilah("desa", "Desa", "Kepala Desa", "BPD", "Dusun")
_LPM = "Lembaga Pemberdayaan Masyarakat"
KELURAHAN = Istilah("kelurahan", "Kelurahan", "Lurah", "LPM", "Lingkungan", kantor="Kantor Kelurahan", dewan_penuh=_LPM)

#: The key that a forum records -> its words. The usual words of a jenis have its own name as their key.
RAGAM: Mapping[str, Istilah] = {
    "desa": DESA,
    "kelurahan": KELURAHAN,
    "nagari": Istilah(
        "desa", "Nagari", "Wali Nagari", "Bamus Nagari", "Jorong",
        kantor="Kantor Wali Nagari", dewan_penuh="Badan Permusyawaratan Nagari",
    ),
    "gampong": Istilah(
        "desa", "Gampong", "Keuchik", "Tuha Peuet", "Dusun",
        kantor="Kantor Keuchik", dewan_penuh="Tuha Peuet Gampong",
    ),
    "kampung": Istilah(
        "desa", "Kampung", "Kepala Kampung", "BPK", "Dusun",
        kantor="Balai Kampung", dewan_penuh="Badan Permusyawaratan Kampung",
    ),
    "kampung_distrik": Istilah(
        "desa", "Kampung", "Kepala Kampung", "Bamuskam", "RW", "Distrik", "Kepala Distrik", "Balai Kampung",
        "Badan Musyawarah Kampung",
    ),
    "kelurahan_distrik": Istilah(
        "kelurahan", "Kelurahan", "Lurah", "LPM", "RW", "Distrik", "Kepala Distrik", "Kantor Kelurahan", _LPM
    ),
    "pekon": Istilah(
        "desa", "Pekon", "Kepala Pekon", "BHP", "Dusun", kantor="Balai Pekon", dewan_penuh="Badan Hippun Pemekonan"
    ),
    "kalurahan": Istilah(
        "desa", "Kalurahan", "Lurah", "Bamuskal", "Padukuhan", "Kapanewon", "Panewu", "Balai Kalurahan",
        "Badan Permusyawaratan Kalurahan",
    ),
    "kepenghuluan": Istilah(
        "desa", "Kepenghuluan", "Penghulu", "BPKep", "Dusun",
        kantor="Kantor Penghulu", dewan_penuh="Badan Permusyawaratan Kepenghuluan",
    ),
    "lembang": Istilah(
        "desa", "Lembang", "Kepala Lembang", "BPL", "Dusun",
        kantor="Kantor Lembang", dewan_penuh="Badan Permusyawaratan Lembang",
    ),
    "negeri": Istilah(
        "desa", "Negeri", "Raja", "Saniri Negeri", "Soa", kantor="Baileo", dewan_penuh="Saniri Negeri"
    ),
    "desa_banjar": replace(DESA, kepala="Perbekel", dusun="Banjar", kantor="Kantor Perbekel"),
}  # fmt: skip

#: Usual words for the part below the village; any other may be typed.
BAGIAN_WILAYAH = (
    "Dusun",
    "Lingkungan",
    "RW",
    "Jorong",
    "Padukuhan",
    "Banjar",
    "Jurong",
    "Kampung",
    "Pedukuhan",
    "Blok",
)


def istilah(jenis: str, ragam: str = "", dusun: str = "") -> Istilah:
    """The words for a forum: the usual ones of its jenis, or those of its ragam, with its own word for the dusun."""
    found = RAGAM.get(ragam) or RAGAM[jenis]
    return replace(found, dusun=dusun.strip()) if dusun.strip() else found


def istilah_kode(kode: str) -> Istilah:
    """The usual words for a place known by its kode wilayah alone: in its last part 1 begins a kelurahan.

    Source: the codes of Kepmendagri 300.2.2-2138/2025.
    """
    return KELURAHAN if kode.rpartition(".")[2][:1] == "1" and kode.count(".") == 3 else DESA


def nama_saja(nama: str, *sebutan: str) -> str:
    """``Kaliwungu`` from ``Kecamatan Kaliwungu``: a name whose kind somebody typed with it, which would print twice."""
    nama = " ".join(nama.split())
    for kind in sorted(filter(None, sebutan), key=len, reverse=True):
        if nama.casefold().startswith(f"{kind} ".casefold()):
            return nama[len(kind) + 1 :].strip()
    return nama


_PLACES = {
    "kepala desa": "kepala", "balai desa": "kantor", "bpd": "dewan", "desa": "wilayah", "dusun": "dusun",
    "kecamatan": "kecamatan", "camat": "camat",
}  # fmt: skip
#: Names of money, plans and institutions that hold the word without meaning the place.
_FIXED = frozenset(
    {
        "dana desa", "alokasi dana desa", "rpjm desa", "rkp desa", "apb desa", "bum desa", "profil desa", "sdgs desa",
        "pendamping desa", "pendamping lokal desa", "bidan desa", "desa atau kelurahan", "desa/kelurahan",
        "kepala desa atau lurah", "kepala desa/lurah",
    }
)  # fmt: skip
#: Of those names the ones of which a kelurahan has its own.
_OWN = frozenset({"dana desa", "profil desa"})

#: What a list names twice where the parts of the place are called RW: ``RW, RW, atau kelompok``.
_TWICE = re.compile(r"\b(\w+), \1, (atau |dan )?")


@cache
def _words() -> re.Pattern[str]:
    """Whole words; a {desa} in braces is a place in a text and never a word of it. A desa never asks for it."""
    words = "|".join(re.escape(word) for word in sorted((*_FIXED, *_PLACES), key=len, reverse=True))
    return re.compile(rf"(?<![\w{{])(?:{words})(?![\w}}])", re.IGNORECASE)


def _once(found: re.Match[str]) -> str:
    return f"{found[1]} {found[2]}" if found[2] else f"{found[1]}, "


def _lower(words: str) -> str:
    """For the middle of a sentence; a short name in capitals stays (RW, LPM)."""
    return " ".join(word if word.isupper() else word[0].lower() + word[1:] for word in words.split())
