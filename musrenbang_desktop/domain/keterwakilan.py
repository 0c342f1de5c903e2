"""Who is represented: present and invited people by group. No names of persons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Dimensi = Literal["jenis_kelamin", "unsur", "dusun", "usia", "disabilitas"]
DIMENSI: tuple[Dimensi, ...] = ("jenis_kelamin", "unsur", "dusun", "usia", "disabilitas")

KelompokUsia = Literal["", "anak", "muda", "dewasa", "lansia"]

#: Age in whole years -> group. Youth ends at 30 (UU 40/2009), old age begins at 60 (UU 13/1998); a person under 18 is
#: a child (UU 35/2014), also where the law of youth begins at 16.
BATAS_USIA: tuple[tuple[KelompokUsia, int, int], ...] = (
    ("anak", 0, 17),
    ("muda", 18, 30),
    ("dewasa", 31, 59),
    ("lansia", 60, 150),
)

Tingkat = Literal["", "baik", "cukup", "kurang"]


@dataclass(frozen=True, slots=True)
class Ambang:
    """From which percentage of the invited a group counts as well or fairly represented. Data of the profile."""

    baik_persen: int = 75
    cukup_persen: int = 50


@dataclass(frozen=True, slots=True)
class BarisWakil:
    """One group: how many were invited, how many of these came, and how many are present with the guests.

    ``nama`` is empty for those whose group was not recorded: unknown is shown as unknown. ``penduduk`` are the people
    of the group in the village where the figures of the forum say so, else None.
    """

    nama: str
    diundang: int
    hadir_undangan: int
    hadir: int
    penduduk: int | None = None

    @property
    def tamu(self) -> int:
        """Present without an invitation."""
        return self.hadir - self.hadir_undangan

    @property
    def persen(self) -> int | None:
        """Invited who came, of 100 invited, rounded half up; None when nobody was invited."""
        return persen(self.hadir_undangan, self.diundang)

    def tingkat(self, ambang: Ambang) -> Tingkat:
        """How well the group is represented, from the exact share and not from the rounded one."""
        if not self.diundang:
            return ""
        if self.hadir_undangan * 100 >= ambang.baik_persen * self.diundang:
            return "baik"
        return "cukup" if self.hadir_undangan * 100 >= ambang.cukup_persen * self.diundang else "kurang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keterwakilan:
    """The whole hall, and each group of each kind. ``terlambat`` came after the hour on the invitation."""

    diundang: int = 0
    hadir_undangan: int = 0
    hadir: int = 0
    terlambat: int = 0
    pulang: int = 0
    baris: Mapping[Dimensi, tuple[BarisWakil, ...]]
    kebutuhan: tuple[tuple[str, int, int], ...] = ()
    """need for access -> persons who have it, and how many of these are present"""
    wakil: int = 0
    """invited people who stayed away and for whom somebody without an invitation came"""

    @property
    def ada_penduduk(self) -> bool:
        """Whether the village has a figure for any of these groups."""
        return any(row.penduduk is not None for rows in self.baris.values() for row in rows)

    @property
    def semua(self) -> BarisWakil:
        """The hall as one group."""
        return BarisWakil("", self.diundang, self.hadir_undangan, self.hadir)


#: Indicator of the figures of the village, in small letters -> the group whose people it counts.
INDIKATOR_PENDUDUK: Mapping[str, tuple[Dimensi, str]] = {
    "jumlah penduduk laki-laki": ("jenis_kelamin", "L"),
    "jumlah penduduk perempuan": ("jenis_kelamin", "P"),
    "penyandang disabilitas": ("disabilitas", "ya"),
    "lansia": ("usia", "lansia"),
}
INDIKATOR_SEMUA = "jumlah penduduk"
"""counts all people of a dusun"""


def dengan_penduduk(hall: Keterwakilan, angka: Iterable[tuple[str, str, int]]) -> Keterwakilan:
    """The hall with the people of the village beside it; ``angka`` are indicator, dusun (or nothing) and persons.

    Of several figures for one group the first counts, which is the latest.
    """
    known: dict[tuple[Dimensi, str], int] = {}
    for indicator, dusun, people in angka:
        name = " ".join(indicator.casefold().split())
        group = INDIKATOR_PENDUDUK.get(name) if not dusun else None
        if dusun and name == INDIKATOR_SEMUA:
            group = ("dusun", dusun.casefold())
        if group:
            known.setdefault(group, people)
    rows = {
        kind: tuple(
            replace(row, penduduk=known.get((kind, row.nama.casefold() if kind == "dusun" else row.nama)))
            for row in found
        )
        for kind, found in hall.baris.items()
    }
    return replace(hall, baris=rows)


def persen(part: int, whole: int) -> int | None:
    """``part`` of 100 ``whole``, rounded half up; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def kelompok_usia(usia: int | None, tercatat: str = "") -> str:
    """The group of an age; where only the group is known, that one."""
    if usia is None:
        return tercatat
    return next((name for name, least, most in BATAS_USIA if least <= usia <= most), "")
