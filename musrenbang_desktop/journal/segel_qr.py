"""The short form of a seal that a QR code carries: the whole agreed order with its scores, signed by itself.

Layout, byte by byte: docs/seal.md. The text is ``MDS1:`` and base45, which a QR code packs as alphanumeric.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from musrenbang_desktop.domain.kesepakatan import KELUARAN
from musrenbang_desktop.journal import base45, keys
from musrenbang_desktop.journal.segel import BarisSegel, Segel

AWALAN = "MDS1:"
AWALAN_QR = b"musrenbang-qr-1\n"
_VERSI = 1
_LATIHAN = 1
_EPOCH = date(1970, 1, 1)
_SIGNATURE = 64
_LONGEST_KODE = 60
"""letters; of UTF-8 at most 240 bytes"""


class QrTidakSah(ValueError):
    """A text that is not the QR of a seal, or not an untouched one; ``str()`` says why, in Indonesian."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiQr:
    """What a QR says, once its signature was found to fit its key."""

    id: str
    kode_wilayah: str
    tanggal: str
    latihan: bool
    kunci: bytes
    urutan: tuple[BarisSegel, ...]

    @property
    def laptop(self) -> str:
        """The tag of the laptop that signed: what its record ids begin with."""
        return keys.device_tag(keys.device_id(self.kunci))


def isi_bytes(segel: Segel) -> bytes:
    """The bytes before the signature."""
    kode = segel.kode_wilayah[:_LONGEST_KODE].encode()
    days = (date.fromisoformat(segel.tanggal) - _EPOCH).days
    common = math.lcm(1, *(row.nilai.denominator for row in segel.urutan if row.nilai is not None))
    parts = [
        bytes((_VERSI, _LATIHAN if segel.latihan else 0, len(kode))),
        kode,
        days.to_bytes(2, "big"),
        bytes.fromhex(segel.id),
        bytes.fromhex(segel.kunci),
        _varint(common),
        _varint(len(segel.urutan)),
    ]
    for row in segel.urutan:
        parts.append(_varint(row.nomor * 4 + KELUARAN.index(row.keluaran)))
        parts.append(_varint(0 if row.nilai is None else 1 + _zigzag(int(row.nilai * common))))
    return b"".join(parts)


def tanda_tangan(private: bytes, segel: Segel) -> bytes:
    """The signature that the QR carries."""
    return keys.sign(private, AWALAN_QR + isi_bytes(segel))


def teks(segel: Segel, tanda: bytes) -> str:
    """The text of the QR."""
    return AWALAN + base45.encode(isi_bytes(segel) + tanda)


def baca(text: str) -> IsiQr:
    """Read and check a QR with the key that it carries. Raises QrTidakSah.

    Whose key that is must be known from elsewhere: the journal, or the kabupaten's list of laptops.
    """
    if not text.startswith(AWALAN):
        raise QrTidakSah("ini bukan teks QR segel")
    try:
        data = base45.decode(text.removeprefix(AWALAN))
    except base45.NotBase45:
        raise QrTidakSah("teks QR rusak: ada huruf yang berubah atau hilang") from None
    body, tanda = data[:-_SIGNATURE], data[-_SIGNATURE:]
    try:
        found = _Reader(body).isi()
    except (IndexError, ValueError, OverflowError):
        raise QrTidakSah("isi QR rusak") from None
    if not keys.verify(found.kunci, tanda, AWALAN_QR + body):
        raise QrTidakSah("isi QR berubah: tanda tangan laptop tidak cocok")
    return found


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def isi(self) -> IsiQr:
        versi, flags, length = self._take(3)
        if versi != _VERSI or flags > _LATIHAN:
            raise ValueError(versi)
        kode = self._take(length).decode()
        tanggal = _EPOCH + timedelta(days=int.from_bytes(self._take(2), "big"))
        segel, kunci = self._take(8).hex(), self._take(32)
        common, count = self._number(), self._number()
        if common < 1:
            raise ValueError(common)
        urutan = tuple(self._row(common) for _ in range(count))
        if self._at != len(self._data):
            raise ValueError(self._at)
        return IsiQr(
            id=segel,
            kode_wilayah=kode,
            tanggal=tanggal.isoformat(),
            latihan=bool(flags),
            kunci=kunci,
            urutan=urutan,
        )

    def _row(self, common: int) -> BarisSegel:
        nomor, keluaran = divmod(self._number(), 4)
        score = self._number()
        return BarisSegel(nomor, KELUARAN[keluaran], Fraction(_unzigzag(score - 1), common) if score else None)

    def _take(self, count: int) -> bytes:
        found = self._data[self._at : self._at + count]
        if len(found) != count:
            raise IndexError(count)
        self._at += count
        return found

    def _number(self) -> int:
        found, shift = 0, 0
        while True:
            byte = self._take(1)[0]
            found |= (byte & 127) << shift
            if byte < 128:
                return found
            shift += 7
            if shift > 63:
                raise ValueError(shift)


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first, the top bit set on all but the last."""
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes((*found, number))


def _zigzag(number: int) -> int:
    return number * 2 if number >= 0 else -number * 2 - 1


def _unzigzag(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2
