"""The rules of scoring: criteria with weights, the groups that score, and the scores themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken

Arah = Literal["untung", "biaya"]


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One criterion. ``arah`` "untung": more is better; "biaya": less is better (turned as terbesar + terkecil -
    nilai).

    ``bobot`` is a whole number of at least 1; scores are whole numbers from ``terkecil`` to ``terbesar``.
    """

    id: str
    nama: str
    singkatan: str
    bobot: int
    arah: Arah = "untung"
    terkecil: int = 1
    terbesar: int = 5

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise RuleBroken("nama", "kosong")
        if self.bobot < 1:
            raise RuleBroken("bobot", "kurang_dari_satu")
        if self.terkecil >= self.terbesar:
            raise RuleBroken("terbesar", "di_luar_batas")
        if self.arah not in ("untung", "biaya"):
            raise RuleBroken("arah", "tidak_dikenal")


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group of the hall that scores together."""

    id: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """The rules the hall agreed on. Scores are taken only while ``terkunci`` (an hour, "09.57") is set.

    ``versi`` counts the lockings; ``saksi`` are the names read out when the rules were locked.
    ``seri`` are ids of criteria in the order in which they break a tie; what still ties shares its rank.
    """

    kriteria: tuple[Kriteria, ...]
    kelompok: tuple[Kelompok, ...]
    seri: tuple[str, ...] = ()
    terkunci: str = ""
    saksi: tuple[str, ...] = ()
    versi: int = 0


Nilai = int | None
"""One score; None is *belum dinilai*, never zero."""

LembarSkor = Mapping[str, tuple[Nilai, ...]]
"""Scores of one kelompok: usulan id -> one Nilai per criterion, in the order of Aturan.kriteria."""
