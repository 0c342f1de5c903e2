"""Shapes of the sheets around the day: verification, slips, posters, projector, answers, package of the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from musrenbang_desktop.domain.profile import BentukTabel

Saat = Literal["sebelum", "pelaksanaan", "sesudah"]
SAAT: tuple[Saat, ...] = ("sebelum", "pelaksanaan", "sesudah")

#: What the readiness list of an usulan may say about one document of the verification.
CATATAN_DOKUMEN = ("", "koordinat", "penerima", "lahan", "sertifikat", "rincian_teknis", "tata_ruang", "kondisi")

#: The facts that the columns of the sheets can show.
KOLOM_SEHARI = {
    "jawaban": frozenset({"label", "usulan", "jawaban", "alasan", "oleh"}),
    "poster_hasil": frozenset({"nomor", "usulan", "lokasi", "bidang", "pengusul", "perkiraan_biaya"}),
    "verifikasi": frozenset({"nomor", "dokumen", "ada", "tidak", "keterangan"}),
}

PER_UNDANGAN = "undangan"
"""so many copies as letters of invitation were written"""


@dataclass(frozen=True, slots=True)
class DokumenVerifikasi:
    """One document that the verification asks for.

    ``dari`` is what the readiness list knows about it, ``pasti`` whether a *ya* there proves this very document; where
    it does not, the note is printed and the box stays empty for the pen.
    """

    teks: str
    dari: str = ""
    pasti: bool = True


@dataclass(frozen=True, slots=True)
class BentukVerifikasi:
    """The form on which an agreed usulan is verified, and the words under its three signatures."""

    judul: str
    keterangan: str
    dokumen: tuple[DokumenVerifikasi, ...]
    tabel: BentukTabel
    kesimpulan: str
    penanda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BentukSlip:
    """The slip that a proposer takes home: ``tautan`` stands by the QR, ``tanpa_tautan`` where there is none."""

    judul: str
    keterangan: str
    tautan: str
    tanpa_tautan: str
    petugas: str


@dataclass(frozen=True, slots=True)
class BentukPoster:
    """The words of the poster; its letters grow to the sheet."""

    atas: str
    judul: str
    ajakan: str
    bawah: str


@dataclass(frozen=True, slots=True)
class BentukPosterHasil:
    """The poster of what was agreed. ``huruf`` are points on the paper of the profile; A3 has larger ones."""

    atas: str
    judul: str
    bawah: str
    huruf: float
    tabel: BentukTabel


@dataclass(frozen=True, slots=True)
class BentukJawaban:
    """The sheet with what became of every usulan. ``huruf`` are points, to be read from the wall."""

    judul: str
    keterangan: str
    belum: str
    ditarik: str
    huruf: float
    tabel: BentukTabel
    penanda: str
    rebah: bool = True


@dataclass(frozen=True, slots=True)
class BarisPaket:
    """One document of the package of the day: when it is needed and how many copies, or PER_UNDANGAN."""

    jenis: str
    saat: Saat
    rangkap: int | Literal["undangan"]


@dataclass(frozen=True, slots=True)
class BentukSehari:
    """All of them."""

    verifikasi: BentukVerifikasi
    slip: BentukSlip
    poster: BentukPoster
    poster_hasil: BentukPosterHasil
    jawaban: BentukJawaban
    paket: tuple[BarisPaket, ...]
