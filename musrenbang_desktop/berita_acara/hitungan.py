"""What the worksheet and the list of versions print: plain texts, made where the scores are counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarisHitung:
    """One usulan: its rank as read aloud, its number and title, the numbers of its columns, its nilai."""

    peringkat: str
    label: str
    judul: str
    angka: tuple[str, ...]
    nilai: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarHitung:
    """Everything that a resident needs to redo the order with a calculator.

    ``kriteria`` are lines on the criteria, ``langkah`` the steps of the calculation, ``contoh`` the first usulan worked
    out, ``kolom`` the heads of the numbers in ``baris``. ``catatan`` are the tie rule, lots, and what is not ranked.
    Where the groups do not fit beside each other, ``kelompok`` names them and ``rincian`` holds what each gave.
    """

    cara: str
    kriteria: tuple[str, ...]
    langkah: tuple[str, ...]
    contoh: str
    kolom: tuple[str, ...]
    baris: tuple[BarisHitung, ...]
    catatan: tuple[str, ...] = ()
    kepekaan: tuple[str, ...] = ()
    aturan: tuple[str, ...] = ()
    kelompok: tuple[str, ...] = ()
    rincian: tuple[BarisHitung, ...] = ()
