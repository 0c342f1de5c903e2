"""What the sheet of the seal prints: who signed beside the laptop, and what was added after it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaksiSegel:
    """A co-signer: name, office, day and hour as recorded, the fingerprint of his key as it is read aloud."""

    nama: str
    jabatan: str
    waktu: str
    sidik: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TambahanSegel:
    """An addendum with its own seal: ``kode`` is spoken, ``qr`` is the text of its QR, ``induk`` what it follows."""

    nomor: int
    teks: str
    oleh: str
    alasan: str
    waktu: str
    kode: str
    qr: str
    induk: str


@dataclass(frozen=True, slots=True)
class LembarSegel:
    """Both, in the order in which they were given."""

    saksi: tuple[SaksiSegel, ...] = ()
    tambahan: tuple[TambahanSegel, ...] = ()
