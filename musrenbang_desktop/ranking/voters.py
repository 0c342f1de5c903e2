"""Who is a voter of the method of equal shares: every counted ballot, and where there is none the group as one.

A ballot of approval gives 1 to each usulan on it, a ballot with dots its dots, a ballot with places what the place
counts (3, 2, 1). A group without counted ballots gives what it alone gives each usulan, and counts as many times as it
has persons, where that is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.ranking.equal_shares import BagianRata, Guna, Suara, equal_shares
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.weighted import bobot

Pilihan = Sequence[str]
"""One ballot: ids of usulan, best first; with dots an id stands once for each dot."""


@dataclass(frozen=True, slots=True)
class Pemilih:
    """The voters, and in which way they came to be counted: by ballots, or by group for want of ballots."""

    suara: tuple[Suara, ...]
    surat: int
    dari_surat: tuple[str, ...]
    sebagai_kelompok: tuple[str, ...]

    @property
    def kalimat(self) -> str:
        """Who is counted, as the screens and the paper say it."""
        parts = []
        if self.dari_surat:
            parts.append(f"{self.surat} surat suara dari {len(self.dari_surat)} kelompok")
        if self.sebagai_kelompok:
            parts.append(f"{len(self.sebagai_kelompok)} kelompok menurut nilainya: {', '.join(self.sebagai_kelompok)}")
        return f"Pemilih yang dihitung: {' dan '.join(parts) or 'belum ada'}."


def voters(hasil: Hasil, surat: Mapping[str, Iterable[Pilihan]]) -> Pemilih:
    """The voters of a result; ``surat`` holds the ballots of each group whose counting is closed."""
    found: list[Suara] = []
    named: list[str] = []
    as_one: list[str] = []
    given = {row.usulan: row.per_kelompok for row in hasil.baris if row.nilai is not None}
    counted = 0
    for kelompok in hasil.aturan.kelompok:
        if kelompok.id in surat:
            ballots = [Suara(uses) for one in surat[kelompok.id] if (uses := _uses(hasil.aturan, one, given))]
            found += ballots
            counted += len(ballots)
            named.append(kelompok.nama)
        else:
            uses = {usulan: use for usulan, by_group in given.items() if (use := by_group.get(kelompok.id, 0)) > 0}
            found.append(Suara(uses, kelompok.pemilih or 1))
            as_one.append(kelompok.nama)
    return Pemilih(tuple(found), counted, tuple(named), tuple(as_one))


def shares_by_source(
    biaya: Mapping[str, Mapping[str, int]], pagu: Mapping[str, int], suara: Sequence[Suara], urutan: Sequence[str]
) -> dict[str, BagianRata]:
    """Equal shares of every source of money. ``biaya`` holds what each usulan takes of the sources that ``pagu`` names.

    The voters have the same part of each source. An usulan that needs several is taken only if each part is paid for;
    those that get but a part leave, and all is counted again without them.
    """
    out: set[str] = set()
    while True:
        found = {
            source: equal_shares(
                {usulan: part for usulan, cost in biaya.items() if usulan not in out and (part := cost.get(source, 0))},
                ceiling,
                suara,
                urutan,
            )
            for source, ceiling in pagu.items()
        }
        bought = {source: {one.usulan for one in bagian.terpilih} for source, bagian in found.items()}
        half = {
            usulan
            for usulan, cost in biaya.items()
            if usulan not in out and len({usulan in bought[source] for source, part in cost.items() if part}) > 1
        }
        if not half:
            return found
        out |= half


def _uses(aturan: Aturan, pilihan: Pilihan, known: Mapping[str, object]) -> dict[str, Guna]:
    """What one ballot gives; usulan that were withdrawn meanwhile have no use any more."""
    if aturan.cara.metode == "peringkat":
        return {one: use for one, use in zip(pilihan, bobot(aturan), strict=False) if one in known}
    uses: dict[str, Guna] = {}
    for one in pilihan:
        if one in known:
            uses[one] = uses.get(one, 0) + 1 if aturan.cara.metode == "titik" else Fraction(1)
    return uses
