"""The QR of an addendum: ``MDT1:`` and base45 of its canonical JSON, with the laptop's signature behind it.

The signature is that of the event, so the QR proves just what was sealed (docs/seal.md, 7).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.journal import base45, canonical, keys, segel
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.segel_qr import QrTidakSah

AWALAN = "MDT1:"
_SIGNATURE = 64
_TEXTS = ("forum", "induk", "kunci", "akar", "teks", "oleh", "alasan")


@dataclass(frozen=True, slots=True)
class TambahanQr:
    """What such a QR says; ``isi`` is the addendum as the journal holds it."""

    isi: Mapping[str, Any]
    tanda: bytes

    @property
    def kunci(self) -> bytes:
        """The public key of the laptop that sealed it."""
        return bytes.fromhex(self.isi["kunci"])

    @property
    def laptop(self) -> str:
        """The tag of that laptop."""
        return keys.device_tag(keys.device_id(self.kunci))


def teks(isi: Mapping[str, Any], tanda: bytes) -> str:
    """The text of the QR."""
    return AWALAN + base45.encode(canonical.encode(dict(isi)) + tanda)


def baca(text: str) -> TambahanQr:
    """Read and check a QR with the key that it carries. Raises QrTidakSah."""
    if not text.startswith(AWALAN):
        raise QrTidakSah("ini bukan teks QR catatan tambahan")
    try:
        data = base45.decode(text.removeprefix(AWALAN))
        body, tanda = data[:-_SIGNATURE], data[-_SIGNATURE:]
        isi = json.loads(body)
        whole = isinstance(isi, dict) and canonical.encode(isi) == body and _shaped(isi)
    except (base45.NotBase45, NotCanonical, ValueError, RecursionError):
        raise QrTidakSah("teks QR rusak: ada huruf yang berubah atau hilang") from None
    if not whole:
        raise QrTidakSah("isi QR bukan catatan tambahan")
    if not keys.verify(bytes.fromhex(isi["kunci"]), tanda, segel.AWALAN_TAMBAHAN + body):
        raise QrTidakSah("isi QR berubah: tanda tangan laptop tidak cocok")
    return TambahanQr(isi, tanda)


def _shaped(isi: Mapping[str, Any]) -> bool:
    texts = all(isinstance(isi.get(name), str) for name in _TEXTS)
    return texts and isinstance(isi.get("nomor"), int) and len(bytes.fromhex(isi["kunci"])) == 32
