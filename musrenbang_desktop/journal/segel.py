"""The seal of a closed forum: what it says, its bytes, its id, its signature and the code that is read aloud.

The layout is fixed in docs/seal.md; a change of it is a new version there and here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from musrenbang_desktop.domain.kesepakatan import Keluaran
from musrenbang_desktop.journal import canonical, keys

VERSI = 2
#: The versions that are read. The first says nothing of late comers.
VERSI_DIKENAL = (1, 2)
#: The version of an addendum, whose shape has not changed.
VERSI_TAMBAHAN = 1
#: What a device signs begins with its purpose, so that a signature over one thing never serves for another.
AWALAN_SEGEL = b"musrenbang-segel-1\n"
AWALAN_TAMBAHAN = b"musrenbang-tambahan-1\n"
AWALAN_SAKSI = b"musrenbang-saksi-1\n"

#: scrypt at 64 MB: about 0.2 s on a fast core, so 2^39 tries on average are out of reach.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**16, 8, 1
_MEMORY = 256 * SCRYPT_N * SCRYPT_R

#: How the three outputs are written in a seal.
HURUF: Mapping[Keluaran, str] = {"ke_kecamatan": "k", "dana_desa": "d", "belum_disepakati": "b"}
_KELUARAN: Mapping[str, Keluaran] = {letter: keluaran for keluaran, letter in HURUF.items()}
_NILAI = re.compile(r"-?[0-9]{1,18}(?:/[0-9]{1,9})?", re.ASCII)


class BukanSegel(ValueError):
    """A value that is not a seal; ``str()`` says what is wrong, in Indonesian."""


@dataclass(frozen=True, slots=True)
class BarisSegel:
    """One place of the agreed order: the number of the usulan, its output, its exact score (None: not scored)."""

    nomor: int
    keluaran: Keluaran
    nilai: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segel:
    """Everything that is sealed. ``kepala`` holds the journal head of each device: (seq, hash as hex).

    ``akar`` is the Merkle root over ``daun`` chain hashes of the forum's events; ``masukan`` the SHA-256 of rules and
    sheets; ``hadir`` are those present: all, L, P, not recorded; ``unsur`` how many of each. ``kunci`` is the public
    key of the laptop that seals. ``terlambat`` is how many of those present came after the hour on the invitation, and
    ``tenggat`` the closing day of the kabupaten's calendar (ISO, empty without one): a forum behind it is late. A seal
    of version 1 has neither.
    """

    forum: str
    kode_wilayah: str
    tanggal: str
    latihan: bool
    kunci: str
    kepala: Mapping[str, tuple[int, str]]
    daun: int
    akar: str
    urutan: tuple[BarisSegel, ...]
    metode: str
    masukan: str
    hadir: tuple[int, int, int, int]
    unsur: tuple[tuple[str, int], ...]
    terlambat: int = 0
    tenggat: str = ""
    versi: int = VERSI

    def value(self) -> dict[str, Any]:
        """The seal as the journal holds it."""
        late = {"terlambat": self.terlambat, "tenggat": self.tenggat} if self.versi > 1 else {}
        return {
            "v": self.versi,
            "forum": self.forum,
            "kode": self.kode_wilayah,
            "tanggal": self.tanggal,
            "latihan": self.latihan,
            "kunci": self.kunci,
            "kepala": {device: list(head) for device, head in self.kepala.items()},
            "daun": self.daun,
            "akar": self.akar,
            "urutan": [[row.nomor, HURUF[row.keluaran], teks_pecahan(row.nilai)] for row in self.urutan],
            "metode": self.metode,
            "masukan": self.masukan,
            "hadir": list(self.hadir),
            "unsur": [list(pair) for pair in self.unsur],
            **late,
        }

    def to_bytes(self) -> bytes:
        """The canonical bytes that are hashed and signed."""
        return canonical.encode(self.value())

    @property
    def id(self) -> str:
        """16 hex digits: the first eight bytes of SHA-256 of the bytes."""
        return sidik(self.to_bytes())[:16]


def from_value(value: Any) -> Segel:
    """Read a seal back. Raises BukanSegel."""
    if not isinstance(value, dict) or value.get("v") not in VERSI_DIKENAL:
        raise BukanSegel("versi segel ini tidak dikenal")
    try:
        found = Segel(
            forum=value["forum"],
            kode_wilayah=value["kode"],
            tanggal=value["tanggal"],
            latihan=value["latihan"],
            kunci=value["kunci"],
            kepala={device: (seq, digest) for device, (seq, digest) in value["kepala"].items()},
            daun=value["daun"],
            akar=value["akar"],
            urutan=tuple(BarisSegel(n, _KELUARAN[letter], pecahan(text)) for n, letter, text in value["urutan"]),
            metode=value["metode"],
            masukan=value["masukan"],
            hadir=tuple(value["hadir"]),
            unsur=tuple((name, count) for name, count in value["unsur"]),
            versi=value["v"],
            **({"terlambat": value["terlambat"], "tenggat": value["tenggat"]} if value["v"] > 1 else {}),
        )
        bytes.fromhex(found.kunci), bytes.fromhex(found.akar)
        same = found.value() == value
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BukanSegel("isi segel tidak lengkap") from error
    if not same:
        raise BukanSegel("isi segel bukan bentuk baku")
    return found


def sidik(data: bytes) -> str:
    """SHA-256 as hex."""
    return hashlib.sha256(data).hexdigest()


def teks_pecahan(nilai: Fraction | None) -> str:
    """``44``, ``131/3``, or nothing for an usulan without a score."""
    return "" if nilai is None else str(nilai)


def pecahan(text: str) -> Fraction | None:
    """The score again. Raises BukanSegel for a text in another form."""
    if not text:
        return None
    if not _NILAI.fullmatch(text) or text.endswith("/0"):
        raise BukanSegel("nilai dalam segel tidak terbaca")
    return Fraction(text)


def tanda_tangan(private: bytes, segel: Segel) -> bytes:
    """The signature of the laptop over the seal."""
    return keys.sign(private, AWALAN_SEGEL + segel.to_bytes())


def sah(segel: Segel, tanda: bytes) -> bool:
    """Whether the laptop that the seal names has signed it."""
    return keys.verify(bytes.fromhex(segel.kunci), tanda, AWALAN_SEGEL + segel.to_bytes())


def pesan_saksi(segel: bytes, nama: str, jabatan: str) -> bytes:
    """What a co-signer signs: the sealed bytes by their hash, with the name and office that he signs under."""
    return AWALAN_SAKSI + canonical.encode({"segel": sidik(segel), "nama": nama, "jabatan": jabatan})


def kode(akar: str, data: bytes, forum: str) -> str:
    """The spoken code: 12 digits in groups of three, made slowly on purpose.

    scrypt over root and SHA-256 of the sealed bytes, salted with the forum's id; the first 40 bits as a number,
    modulo 10^12. ``data`` are the canonical bytes of the seal or of an addendum.
    """
    secret = bytes.fromhex(akar) + hashlib.sha256(data).digest()
    salt = forum.encode()
    made = hashlib.scrypt(secret, salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, maxmem=_MEMORY, dklen=5)
    digits = f"{int.from_bytes(made, 'big') % 10**12:012d}"
    return " ".join(digits[at : at + 3] for at in range(0, 12, 3))
