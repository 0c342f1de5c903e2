"""Gambaran: the village on one page, for the participants and for the layar. Numbers and places only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.usulan import Usulan

TANPA_DUSUN = "Tanpa dusun"
TANPA_BIDANG = "Belum ditentukan"


@dataclass(frozen=True, slots=True)
class Golongan:
    """Usulan of one dusun or one bidang: how many, and the sum of their known costs in rupiah; None where none is."""

    nama: str
    usulan: int
    biaya: int | None


@dataclass(frozen=True, slots=True)
class Gambaran:
    """The figures. ``biaya`` is the sum of the known costs, ``tanpa_biaya`` counts the usulan outside it."""

    forum: Forum
    hadir: HitunganHadir
    usulan: int
    biaya: int
    tanpa_biaya: int
    penerima: int
    per_dusun: tuple[Golongan, ...]
    per_bidang: tuple[Golongan, ...]

    @property
    def biaya_dikenal(self) -> int | None:
        """The sum of the known costs; None where no cost is known, for what is missing is never zero."""
        return self.biaya if self.usulan > self.tanpa_biaya else None


@dataclass(frozen=True, slots=True)
class HitunganJawaban:
    """What became of the usulan of an earlier forum, in counts; ``lain`` are answers in words of their own."""

    tahun: int
    diterima: int
    ditunda: int
    ditolak: int
    lain: int
    belum: int

    @property
    def jumlah(self) -> int:
        """All usulan of that forum that are known."""
        return self.diterima + self.ditunda + self.ditolak + self.lain + self.belum


def gambaran(forum: Forum, hadir: HitunganHadir, usulan: Sequence[Usulan]) -> Gambaran:
    """The figures of the standing usulan; groups with most usulan first, equal ones by name."""
    return Gambaran(
        forum=forum,
        hadir=hadir,
        usulan=len(usulan),
        biaya=sum(item.perkiraan_biaya or 0 for item in usulan),
        tanpa_biaya=sum(item.perkiraan_biaya is None for item in usulan),
        penerima=sum(item.penerima_manfaat or 0 for item in usulan),
        per_dusun=_groups(usulan, lambda item: item.dusun or forum.istilah.dalam(TANPA_DUSUN)),
        per_bidang=_groups(usulan, lambda item: item.bidang or TANPA_BIDANG),
    )


def sebanyak(golongan: Sequence[Golongan], paling_banyak: int, lainnya: str) -> tuple[Golongan, ...]:
    """At most so many groups: the small ones stand together under ``lainnya``, and no usulan is lost."""
    if len(golongan) <= paling_banyak:
        return tuple(golongan)
    kept, rest = golongan[: paling_banyak - 1], golongan[paling_banyak - 1 :]
    return (*kept, Golongan(lainnya, sum(one.usulan for one in rest), _sum(one.biaya for one in rest)))


def rupiah_singkat(jumlah: int) -> str:
    """``Rp1,2 miliar``, ``Rp350 juta``, ``Rp900 ribu``: to the nearest tenth, for the last row of chairs."""
    for size, word in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu")):
        if jumlah * 20 >= size * 19:  # 999,96 juta is 1 miliar
            tenths = (jumlah * 10 + size // 2) // size
            whole, rest = divmod(tenths, 10)
            if whole:
                return f"Rp{whole},{rest} {word}" if rest else f"Rp{whole} {word}"
    return f"Rp{jumlah}"


def _groups(usulan: Iterable[Usulan], name_of: Callable[[Usulan], str]) -> tuple[Golongan, ...]:
    found: dict[str, list[int | None]] = {}
    for item in usulan:
        found.setdefault(name_of(item), []).append(item.perkiraan_biaya)
    ordered = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0].casefold()))
    return tuple(Golongan(name, len(costs), _sum(costs)) for name, costs in ordered)


def _sum(costs: Iterable[int | None]) -> int | None:
    """The sum of the known costs; None where none is known, for what is missing is never zero."""
    known = [cost for cost in costs if cost is not None]
    return sum(known) if known else None
