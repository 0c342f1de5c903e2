"""The rules of scoring: criteria with weights, the groups that score, and the scores themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken

Arah = Literal["untung", "biaya"]


@dataclass(frozen=True, slots=True)
class Kelas:
    """What one score of a criterion means in words: ``Kelas(5, "lebih dari 40 KK")``.

    ``poin`` is what the class counts instead of the score itself, where the template gives a table of points.
    """

    nilai: int
    teks: str
    poin: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One criterion. ``arah`` "untung": more is better; "biaya": less is better (turned as terbesar + terkecil -
    nilai).

    ``bobot`` is a whole number of at least 1; scores are whole numbers from ``terkecil`` to ``terbesar``.
    ``kelas`` says in words what the scores mean; either every score has ``poin`` or none.
    """

    id: str
    nama: str
    singkatan: str
    bobot: int
    arah: Arah = "untung"
    terkecil: int = 1
    terbesar: int = 5
    kelas: tuple[Kelas, ...] = ()

    def __post_init__(self) -> None:
        if not self.nama.strip():
            raise RuleBroken("nama", "kosong")
        if self.bobot < 1:
            raise RuleBroken("bobot", "kurang_dari_satu")
        if self.terkecil >= self.terbesar:
            raise RuleBroken("terbesar", "di_luar_batas")
        if self.arah not in ("untung", "biaya"):
            raise RuleBroken("arah", "tidak_dikenal")
        if self.kelas:
            self._check_classes()

    @property
    def berpoin(self) -> bool:
        """Whether a table of points stands in for the scores."""
        return any(kelas.poin is not None for kelas in self.kelas)

    def _check_classes(self) -> None:
        named = [kelas.nilai for kelas in self.kelas]
        if len(set(named)) != len(named):
            raise RuleBroken("kelas", "ganda")
        if not all(self.terkecil <= nilai <= self.terbesar for nilai in named):
            raise RuleBroken("kelas", "di_luar_batas")
        with_points = sum(kelas.poin is not None for kelas in self.kelas)
        if with_points and with_points != self.terbesar - self.terkecil + 1:
            raise RuleBroken("kelas", "tidak_lengkap")


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A group of the hall that scores together.

    ``pemilih`` is how many persons it has where persons are counted, None while unknown. A group with a ``bidang``
    scores the usulan of that bidang only. ``unsur`` is the part of society that it stands for.
    """

    id: str
    nama: str
    pemilih: int | None = None
    bidang: str = ""
    unsur: str = ""

    def __post_init__(self) -> None:
        if self.pemilih is not None and self.pemilih < 1:
            raise RuleBroken("pemilih", "kurang_dari_satu")


@dataclass(frozen=True, slots=True, kw_only=True)
class Aturan:
    """The rules the hall agreed on. Scores are taken only while ``terkunci`` (an hour, "09.57") is set.

    ``versi`` counts the lockings; ``saksi`` are the names read out when the rules were locked.
    ``seri`` are ids of criteria (or facts of the usulan, SERI_FAKTA) in the order in which they break a tie; what still
    ties shares its rank until a lot is drawn before two witnesses. ``cara`` is how the scores are counted.
    """

    kriteria: tuple[Kriteria, ...]
    kelompok: tuple[Kelompok, ...]
    seri: tuple[str, ...] = ()
    terkunci: str = ""
    saksi: tuple[str, ...] = ()
    versi: int = 0
    cara: CaraHitung = field(default_factory=CaraHitung)

    def menilai(self, bidang: str) -> tuple[Kelompok, ...]:
        """The groups that score usulan of this bidang."""
        asked = bidang.strip().casefold()
        return tuple(item for item in self.kelompok if not item.bidang or item.bidang.strip().casefold() == asked)


@dataclass(frozen=True, slots=True)
class Undian:
    """A lot drawn to part usulan that nothing else could: their ids in the order drawn, and who saw it."""

    usulan: tuple[str, ...]
    saksi: tuple[str, ...]
    jam: str = ""
    id: str = ""


Nilai = int | None
"""One score; None is *belum dinilai*, never zero."""

LembarSkor = Mapping[str, tuple[Nilai, ...]]
"""Scores of one kelompok: usulan id -> one Nilai per criterion, in the order of Aturan.kriteria."""
