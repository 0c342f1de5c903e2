"""What ballots and blank score sheets print."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.domain.cara import Metode


@dataclass(frozen=True, slots=True)
class PilihanCetak:
    """One usulan to choose or to score: its number in the hall, title, place, bidang, and what stands in its way."""

    nomor: int
    judul: str
    tempat: str = ""
    bidang: str = ""
    risiko: str = ""


@dataclass(frozen=True, slots=True)
class KelompokCetak:
    """One group, its letter before the number of the ballot, and how many ballots it was given (0: not said yet)."""

    nama: str
    huruf: str
    terbit: int
    pilihan: tuple[PilihanCetak, ...]


@dataclass(frozen=True, slots=True)
class KertasSuara:
    """The paper of the vote. ``kriteria`` are (short name, name, lowest, highest); ``jatah`` choices or dots each."""

    metode: Metode
    jatah: int
    rahasia: bool
    kriteria: tuple[tuple[str, str, int, int], ...]
    kelompok: tuple[KelompokCetak, ...]
