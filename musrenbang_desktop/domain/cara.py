"""How the hall counts: the method, the merging of the groups, and what follows from the order."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from typing import Any, Literal, get_args

from musrenbang_desktop.domain.errors import RuleBroken

Metode = Literal["bobot", "normal", "ahp", "ahp_normal", "kali", "banding", "peringkat", "setuju", "titik"]
"""bobot: weighted sum. normal: each criterion against its best, then weighted (SAW). ahp: weights from comparing the
criteria in pairs, then summed as in bobot or (ahp_normal) as in normal. kali: product of the scores.
banding: usulan compared in pairs. peringkat: first, second and third choices count 3, 2 and 1. setuju: number of
persons who choose it. titik: dots or stickers."""
METODE: tuple[Metode, ...] = get_args(Metode)

Gabung = Literal["rata_rata", "jumlah", "median", "poin_peringkat"]
"""How the groups become one: mean, sum, median, or points for every usulan that stands below in that group."""
GABUNG: tuple[Gabung, ...] = get_args(Gabung)

Asal = Literal["", "dusun", "rw", "pengusul", "bidang"]
"""By what usulan are grouped for the order within their origin (P1, P2 of an RW)."""
ASAL: tuple[Asal, ...] = get_args(Asal)

AsalJaga = Literal["dusun", "rw", "pengusul", "bidang", "tema"]
"""What a safeguard may ask for: an origin, or a tema that an usulan bears or serves."""
ASAL_JAGA: tuple[AsalJaga, ...] = get_args(AsalJaga)

CaraPagu = Literal["lewati", "berhenti", "jatah", "bagian_rata"]
"""What happens at the ceiling: skip what does not fit and go on, stop there, at most n of each origin, equal shares."""
CARA_PAGU: tuple[CaraPagu, ...] = get_args(CaraPagu)

#: Methods that take their weights from comparing the criteria in pairs.
BERBANDING: frozenset[Metode] = frozenset({"ahp", "ahp_normal"})

#: Methods in which people are counted: the sheet of a group holds numbers of persons or dots, and groups are added.
SUARA: frozenset[Metode] = frozenset({"peringkat", "setuju", "titik"})

#: Facts of an usulan that may break a tie, beside the ids of criteria.
SERI_FAKTA = ("fakta:manfaat", "fakta:biaya")


@dataclass(frozen=True, slots=True)
class Pengaman:
    """One promise to those who are easily passed over: at least ``paling_sedikit`` of the first ``teratas``.

    ``jenis`` "tiap": from every origin (``nilai`` is empty); "dari": from the origin called ``nilai``.
    ``asal`` says what an origin is; an usulan may have several tema. Source: RANK-08.
    """

    jenis: Literal["tiap", "dari"]
    asal: AsalJaga
    nilai: str
    paling_sedikit: int
    teratas: int

    def __post_init__(self) -> None:
        if self.jenis not in ("tiap", "dari") or self.asal not in ASAL_JAGA:
            raise RuleBroken("pengaman", "tidak_dikenal")
        if not 1 <= self.paling_sedikit <= self.teratas:
            raise RuleBroken("pengaman", "di_luar_batas")
        if (self.jenis == "dari") != bool(self.nilai):
            raise RuleBroken("pengaman", "kosong")


@dataclass(frozen=True, slots=True)
class Golongan:
    """A class into which a nilai falls: ``Golongan("I", Fraction(301))`` holds 301 and all above it."""

    nama: str
    paling_sedikit: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class CaraHitung:
    """How scores become an order and the order a choice.

    ``templat`` names the template it came from, ``rahasia`` that sheets are filled in secret. ``ambil`` is how many
    of each ``asal`` go ahead, ``kuota`` how many go ahead in all; 0 is no limit. ``jatah_suara`` is the number of dots
    or choices of one person, 0 for no limit. ``perbandingan`` are comparisons of criteria: how many times the first
    matters as much as the second. ``golongan`` are classes, the best first.
    Raises RuleBroken(<field>, "tidak_dikenal" or "di_luar_batas").
    """

    templat: str = ""
    metode: Metode = "bobot"
    gabung: Gabung = "rata_rata"
    rahasia: bool = False
    asal: Asal = ""
    ambil: int = 0
    kuota: int = 0
    pagu: CaraPagu = "lewati"
    jatah_suara: int = 0
    pengaman: tuple[Pengaman, ...] = ()
    perbandingan: tuple[tuple[str, str, Fraction], ...] = ()
    golongan: tuple[Golongan, ...] = ()

    def __post_init__(self) -> None:
        known: tuple[tuple[str, str, tuple[str, ...]], ...] = (
            ("metode", self.metode, METODE),
            ("gabung", self.gabung, GABUNG),
            ("asal", self.asal, ASAL),
            ("pagu", self.pagu, CARA_PAGU),
        )
        for name, value, allowed in known:
            if value not in allowed:
                raise RuleBroken(name, "tidak_dikenal")
        for name, number in (("ambil", self.ambil), ("kuota", self.kuota), ("jatah_suara", self.jatah_suara)):
            if number < 0:
                raise RuleBroken(name, "negatif")
        if self.ambil and not self.asal:
            raise RuleBroken("asal", "kosong")
        if any(times <= 0 for _, _, times in self.perbandingan):
            raise RuleBroken("perbandingan", "di_luar_batas")
        least = [golongan.paling_sedikit for golongan in self.golongan]
        if least != sorted(set(least), reverse=True):
            raise RuleBroken("golongan", "di_luar_batas")

    @property
    def suara(self) -> bool:
        """Whether persons or dots are counted instead of scores given."""
        return self.metode in SUARA


def to_json(cara: CaraHitung) -> dict[str, Any]:
    """Everything that differs from the usual way, as an event holds it; fractions are text ("1/3")."""
    usual = CaraHitung()
    plain: dict[str, Any] = {}
    for field in fields(CaraHitung):
        value = getattr(cara, field.name)
        if value != getattr(usual, field.name):
            plain[field.name] = value
    if cara.pengaman:
        plain["pengaman"] = [[p.jenis, p.asal, p.nilai, p.paling_sedikit, p.teratas] for p in cara.pengaman]
    if cara.perbandingan:
        plain["perbandingan"] = [[first, second, str(times)] for first, second, times in cara.perbandingan]
    if cara.golongan:
        plain["golongan"] = [[g.nama, str(g.paling_sedikit)] for g in cara.golongan]
    return plain


def from_json(value: dict[str, Any]) -> CaraHitung:
    """What :func:`to_json` wrote; keys that a newer version added are left aside. Raises RuleBroken."""
    names = {field.name for field in fields(CaraHitung)}
    plain = {name: entry for name, entry in value.items() if name in names}
    plain["pengaman"] = tuple(Pengaman(*row) for row in value.get("pengaman", ()))
    plain["perbandingan"] = tuple((a, b, Fraction(times)) for a, b, times in value.get("perbandingan", ()))
    plain["golongan"] = tuple(Golongan(nama, Fraction(least)) for nama, least in value.get("golongan", ()))
    return CaraHitung(**plain)
