"""Surat suara: numbered paper ballots and score sheets, typed twice by two people, and the sums that must hold.

What is issued is used, spoiled or left over, never more than the people present; both typings must agree before the
votes count (RANK-09, NEW-09, ATT-10). Nothing here knows who gave which ballot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.cara import SUARA, Metode
from musrenbang_desktop.domain.errors import RuleBroken

PENCACAH = (1, 2)
"""The first and the second typing."""
TERBANYAK = 9999
"""Most ballots of one group."""


@dataclass(frozen=True, slots=True)
class SuratSuara:
    """One ballot as typed: the ids of the usulan chosen, best first; with dots an id stands once for each dot.

    An empty choice is a blank ballot. ``rusak`` is one that nobody can read.
    """

    nomor: int
    pilihan: tuple[str, ...] = ()
    rusak: bool = False


@dataclass(frozen=True, slots=True)
class Beda:
    """A ballot that the two typings disagree on; None where one of them has not typed it."""

    nomor: int
    satu: SuratSuara | None
    dua: SuratSuara | None


@dataclass(frozen=True, slots=True)
class BedaSkor:
    """A row of a score sheet that the two typings disagree on."""

    usulan: str
    satu: tuple[int | None, ...] | None
    dua: tuple[int | None, ...] | None


@dataclass(frozen=True, slots=True)
class Neraca:
    """The ballots of a group: issued, left over, read, spoiled; None while unknown."""

    terbit: int | None
    tidak_dipakai: int | None
    sah: int
    kosong: int
    rusak: int

    @property
    def selisih(self) -> int | None:
        """How many of those issued nobody can account for; 0 is what it must be."""
        if self.terbit is None or self.tidak_dipakai is None:
            return None
        return self.terbit - self.sah - self.kosong - self.rusak - self.tidak_dipakai


def periksa_surat(surat: SuratSuara, metode: Metode, jatah: int, tempat: int, usulan: frozenset[str]) -> None:
    """Raise RuleBroken for a ballot that cannot be valid: it is then *rusak*, or mistyped.

    ``jatah`` is the number of choices or dots of one person (0: no limit), ``tempat`` the places that *peringkat*
    counts.
    Codes: ("pilihan", "tidak_ditemukan", "ganda", "terlalu_banyak"), ("metode", "tidak_dikenal").
    """
    if metode not in SUARA:
        raise RuleBroken("metode", "tidak_dikenal")
    if surat.rusak and surat.pilihan:
        raise RuleBroken("pilihan", "rusak_terisi")
    unknown = [one for one in surat.pilihan if one not in usulan]
    if unknown:
        raise RuleBroken("pilihan", "tidak_ditemukan")
    if metode != "titik" and len(set(surat.pilihan)) != len(surat.pilihan):
        raise RuleBroken("pilihan", "ganda")
    most = tempat if metode == "peringkat" else jatah
    if most and len(surat.pilihan) > most:
        raise RuleBroken("pilihan", "terlalu_banyak")


def bandingkan(satu: Mapping[int, SuratSuara], dua: Mapping[int, SuratSuara]) -> tuple[Beda, ...]:
    """Every ballot on which the typings differ, by number."""
    return tuple(
        Beda(nomor, satu.get(nomor), dua.get(nomor))
        for nomor in sorted(satu.keys() | dua.keys())
        if satu.get(nomor) != dua.get(nomor)
    )


def bandingkan_skor(
    satu: Mapping[str, tuple[int | None, ...]], dua: Mapping[str, tuple[int | None, ...]]
) -> tuple[BedaSkor, ...]:
    """Every row of a score sheet on which the typings differ."""
    return tuple(
        BedaSkor(usulan, satu.get(usulan), dua.get(usulan))
        for usulan in sorted(satu.keys() | dua.keys())
        if satu.get(usulan) != dua.get(usulan)
    )


def neraca(terbit: int | None, tidak_dipakai: int | None, surat: Sequence[SuratSuara]) -> Neraca:
    """Count what was typed."""
    return Neraca(
        terbit=terbit,
        tidak_dipakai=tidak_dipakai,
        sah=sum(bool(one.pilihan) for one in surat),
        kosong=sum(not one.pilihan and not one.rusak for one in surat),
        rusak=sum(one.rusak for one in surat),
    )


def jumlahkan(
    surat: Sequence[SuratSuara], metode: Metode, tempat: int, usulan: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    """The sheet of the group: usulan -> its votes; with *peringkat* one number for each place. No vote is 0."""
    if metode == "peringkat":
        places = [Counter(one.pilihan[place] for one in surat if len(one.pilihan) > place) for place in range(tempat)]
        return {record: tuple(place[record] for place in places) for record in usulan}
    votes = Counter(record for one in surat for record in one.pilihan)
    return {record: (votes[record],) for record in usulan}
