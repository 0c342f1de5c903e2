"""What the sheets around the day print: slips, verification, answers, the differences between two versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.kesiapan import Kesiapan

Keadaan = Literal["diterima", "ditunda", "ditolak", "lain", "belum", "ditarik"]
"""What became of an usulan, as the answer sheet groups them; ``lain`` are answers in words of their own."""


@dataclass(frozen=True, slots=True)
class BarisSlip:
    """One usulan on the slip of its proposer."""

    label: str
    judul: str
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class Slip:
    """What one proposer takes home. ``tautan`` is the public page with the answers, empty while none is known."""

    pengusul: str
    baris: tuple[BarisSlip, ...]
    tautan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarVerifikasi:
    """One agreed usulan and what is recorded about its papers. ``penerima`` are persons, None while unknown."""

    label: str
    judul: str
    bidang: str = ""
    lokasi: str = ""
    volume: str = ""
    perkiraan_biaya: int | None = None
    pengusul: str = ""
    kesiapan: tuple[Kesiapan, ...] = ()
    koordinat: str = ""
    penerima: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisJawab:
    """One usulan with what became of it; ``jawaban`` has a line for every level that spoke, the last one first."""

    label: str
    judul: str
    keadaan: Keadaan
    tempat: str = ""
    jawaban: tuple[str, ...] = ()
    alasan: str = ""
    oleh: str = ""


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """One usulan that is not what it was in the version before: what changed, before and now."""

    label: str
    judul: str
    hal: str
    dulu: str
    kini: str


@dataclass(frozen=True, slots=True)
class VersiCetak:
    """Which version of the result this is, and how it differs from the one before. ``alasan`` says why it was opened.

    Version 1 has no differences.
    """

    nomor: int = 1
    beda: tuple[Perbedaan, ...] = ()
    alasan: str = ""


#: The version of a result that was closed once.
PERTAMA = VersiCetak()


@dataclass(frozen=True, slots=True)
class TambahanCetak:
    """One addendum to a sealed result, with its own spoken code."""

    nomor: int
    teks: str
    oleh: str
    alasan: str
    kode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiSehari:
    """The facts of these sheets, all as recorded."""

    slip: tuple[Slip, ...] = ()
    verifikasi: tuple[LembarVerifikasi, ...] = ()
    jawaban: tuple[BarisJawab, ...] = ()
    versi: VersiCetak = PERTAMA
    tambahan: tuple[TambahanCetak, ...] = ()


#: Of a forum of which none of it is known.
KOSONG = IsiSehari()
