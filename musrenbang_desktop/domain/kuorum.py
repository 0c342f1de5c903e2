"""When a meeting may begin: the quorum, who must be represented, how long the hall waits, who goes on as delegate.

The numbers are data of the form profile; a kabupaten or the tata tertib of the meeting sets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.keterwakilan import BarisWakil, Keterwakilan
from musrenbang_desktop.domain.peserta import PesertaBaru

Bagian = Literal["2/3", "1/2+1", "tidak"]
"""The share of the invited who must have signed; ``tidak`` asks for none."""
BAGIAN: tuple[Bagian, ...] = ("2/3", "1/2+1", "tidak")

JenisSyarat = Literal["kuorum", "perempuan", "dusun", "unsur", "jumlah"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanKuorum:
    """What a meeting needs. Percentages are whole numbers; 0 asks for nothing.

    ``wakil_dihitung``: whoever came for an invited person who stayed away counts as that invitation. One deputy counts
    for one invited person at most, and nobody who is invited counts twice (ADR 17).
    ``dasar`` is where the rule comes from; it is printed only when ``dasar_sah``, that is when somebody has compared
    it with the regulation.
    """

    bagian: Bagian = "tidak"
    tunggu_jam: int = 3
    tunda_hari: int = 3
    perempuan_persen: int = 0
    tiap_dusun: int = 0
    tiap_unsur: int = 0
    dasar: str = ""
    dasar_sah: bool = False
    wakil_dihitung: bool = True

    def perlu(self, diundang: int) -> int:
        """How many of the invited must be present."""
        if self.bagian == "2/3":
            return -(-2 * diundang // 3)
        return diundang // 2 + 1 if self.bagian == "1/2+1" and diundang else 0

    def wakil(self, datang: int) -> int:
        """How many of the deputies who came count for the quorum."""
        return datang if self.wakil_dihitung else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanDelegasi:
    """How many delegates go to the kecamatan, and how many of them are women: the larger of persons and percent."""

    paling_sedikit: int = 0
    paling_banyak: int = 0
    perempuan_orang: int = 0
    perempuan_persen: int = 0
    dasar: str = ""
    dasar_sah: bool = False

    def perempuan_perlu(self, jumlah: int) -> int:
        """How many women a delegation of ``jumlah`` needs: 30 % of 3 is one, of 5 two."""
        return max(self.perempuan_orang, _part(self.perempuan_persen, jumlah)) if jumlah else 0


@dataclass(frozen=True, slots=True)
class Syarat:
    """One rule against what is there. ``wajib`` stops until a reason is given; one that people of whom the fact is not
    recorded may fulfil only warns: unknown is not zero.

    ``ada`` and ``perlu`` are persons (dusun, unsur for those rules), ``kurang`` names the dusun or unsur without
    anybody. ``paling_banyak`` is 0 where there is no upper limit.
    """

    jenis: JenisSyarat
    wajib: bool
    ada: int
    perlu: int
    kurang: tuple[str, ...] = ()
    paling_banyak: int = 0

    @property
    def terpenuhi(self) -> bool:
        """Whether the rule holds."""
        return self.ada >= self.perlu and not (self.paling_banyak and self.ada > self.paling_banyak)


def periksa(aturan: AturanKuorum, hall: Keterwakilan) -> tuple[Syarat, ...]:
    """Every rule that asks for something, the quorum first."""
    found = list(periksa_kuorum(aturan, hall.diundang, hall.hadir_undangan, hall.wakil))
    if aturan.perempuan_persen and hall.hadir:
        women = sum(row.hadir for row in hall.baris["jenis_kelamin"] if row.nama == "P")
        needed = _part(aturan.perempuan_persen, hall.hadir)
        sure = women + _unknown(hall.baris["jenis_kelamin"]) < needed
        found.append(Syarat("perempuan", sure, women, needed))
    if aturan.tiap_dusun:
        found += _each("dusun", hall.baris["dusun"], aturan.tiap_dusun)
    if aturan.tiap_unsur:
        found += _each("unsur", hall.baris["unsur"], aturan.tiap_unsur)
    return tuple(found)


def periksa_kuorum(aturan: AturanKuorum, diundang: int, hadir: int, wakil: int = 0) -> tuple[Syarat, ...]:
    """The quorum alone, from the counts; nothing where none is asked for or nobody was invited.

    ``hadir`` are the invited who came themselves, ``wakil`` the deputies of others (:attr:`HitunganHadir.wakil`).
    """
    if aturan.bagian == "tidak" or not diundang:
        return ()
    return (Syarat("kuorum", True, hadir + aturan.wakil(wakil), aturan.perlu(diundang)),)


def periksa_delegasi(aturan: AturanDelegasi, orang: Sequence[PesertaBaru]) -> tuple[Syarat, ...]:
    """The rules for the delegation; nothing while there is none."""
    if not orang:
        return ()
    found = []
    if aturan.paling_sedikit or aturan.paling_banyak:
        found.append(Syarat("jumlah", True, len(orang), aturan.paling_sedikit, paling_banyak=aturan.paling_banyak))
    if needed := aturan.perempuan_perlu(len(orang)):
        found.append(Syarat("perempuan", True, sum(one.jenis_kelamin == "P" for one in orang), needed))
    return tuple(found)


def _each(jenis: JenisSyarat, rows: Sequence[BarisWakil], least: int) -> list[Syarat]:
    """At least so many present from every group that was invited."""
    named = [row for row in rows if row.nama and row.diundang]
    short = tuple(row.nama for row in named if row.hadir < least)
    sure = _unknown(rows) < len(short) * least
    return [Syarat(jenis, sure, len(named) - len(short), len(named), short)] if named else []


def _unknown(rows: Sequence[BarisWakil]) -> int:
    """How many of those present are in no group, since nobody recorded it."""
    return sum(row.hadir for row in rows if not row.nama)


def _part(percent: int, whole: int) -> int:
    """Persons that are at least ``percent`` of ``whole``."""
    return -(-percent * whole // 100)
