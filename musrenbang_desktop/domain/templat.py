"""Templat: a ready way of setting priorities as it is used somewhere, with a worked example of its own."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, LembarSkor


@dataclass(frozen=True, slots=True)
class ContohTemplat:
    """A small forum for the eye and for the tests: names of usulan and the sheets of the groups."""

    usulan: tuple[str, ...]
    lembar: dict[str, LembarSkor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Templat:
    """A template. ``kalimat`` explains it in one sentence; ``sumber`` says where it is used.

    ``periksa`` names what must be compared with the local guideline before use, nothing when it is complete.
    """

    id: str
    nama: str
    kalimat: str
    sumber: str
    periksa: str
    kriteria: tuple[Kriteria, ...]
    kelompok: tuple[Kelompok, ...]
    seri: tuple[str, ...]
    cara: CaraHitung
    contoh: ContohTemplat
    contoh_perbandingan: CaraHitung | None = None
    """the way of counting of the example, where the hall itself must still compare the criteria"""
    hanya: str = ""
    """the only kind of Musrenbang that it is offered to, ``desa``; nothing: every kind"""

    @property
    def aturan(self) -> Aturan:
        """The rules that a hall begins with."""
        return Aturan(kriteria=self.kriteria, kelompok=self.kelompok, seri=self.seri, cara=self.cara)

    @property
    def aturan_contoh(self) -> Aturan:
        """The rules of the worked example: its groups are those of its sheets."""
        return Aturan(
            kriteria=self.kriteria,
            kelompok=tuple(Kelompok(name, name) for name in self.contoh.lembar),
            seri=self.seri,
            cara=self.contoh_perbandingan or self.cara,
        )
