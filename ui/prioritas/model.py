"""The score sheet of one group while it is being typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.pagu import PAGU_FORUM
from musrenbang_desktop.domain.penilaian import Aturan, Nilai
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.choice import Putusan
from musrenbang_desktop.ranking.origin import TempatAsal
from musrenbang_desktop.ranking.pairwise import pair, pairs
from musrenbang_desktop.ranking.result import Baris, Hasil
from musrenbang_desktop.ranking.votes import Lebih
from musrenbang_desktop.services.penjelasan import PenjelasanService
from musrenbang_desktop.services.prioritas import USUL_ATURAN, PrioritasService
from ui.nilai_text import any_decimals


@dataclass(frozen=True, slots=True)
class Ranked:
    """An usulan with its place."""

    usulan: Usulan
    baris: Baris
    tempat: TempatAsal | None = None
    putusan: Putusan | None = None

    @property
    def id(self) -> str:
        """The id of the usulan."""
        return self.usulan.id

    @property
    def rank_text(self) -> str:
        """``2 SERI``; nothing while scores are missing."""
        if self.baris.peringkat is None:
            return ""
        return f"{self.baris.peringkat} SERI" if self.baris.seri else str(self.baris.peringkat)


@dataclass(frozen=True, slots=True)
class Counted:
    """What follows from the scores: the result, and what is told beside it."""

    hasil: Hasil
    usulan: dict[str, Usulan]
    kurang: Counter[str]
    sources: bool
    tempat: dict[str, TempatAsal]
    putusan: dict[str, Putusan]
    lebih: tuple[Lebih, ...]
    decimals: bool


class ScoreSheet:
    """What a group gave. Typed rows wait in ``pending`` until :meth:`commit` records them, one event for each.

    :meth:`read` reads the rules; scores and result are counted when somebody first looks at them.
    """

    def __init__(self, service: PrioritasService, penjelasan: PenjelasanService) -> None:
        self._service = service
        self._penjelasan = penjelasan
        self.aturan: Aturan = USUL_ATURAN
        self.kelompok = ""
        self.pending: dict[str, list[Nilai]] = {}
        self._counted: Counted | None = None
        self._recorded: dict[str, tuple[Nilai, ...]] | None = None
        self._rows_here: list[Usulan] | None = None

    def read(self) -> None:
        """Read rules, usulan and result again; what is typed and not yet recorded stays."""
        self.aturan = self._service.aturan()
        self._counted = self._recorded = self._rows_here = None
        groups = [kelompok.id for kelompok in self.aturan.kelompok]
        if self.kelompok not in groups:
            self.pending.clear()
            self.kelompok = groups[0] if groups else ""
        width = len(self.aturan.kriteria)
        self.pending = {
            record: row
            for record, row in self.pending.items()
            if self.counted.usulan.keys() >= set(record.split("~")) and len(row) == width
        }

    @property
    def counted(self) -> Counted:
        """What follows from the scores, counted once after each reading."""
        if self._counted is None:
            self._counted = self._count()
        return self._counted

    @property
    def hasil(self) -> Hasil:
        """The ranking."""
        return self.counted.hasil

    @property
    def decimals(self) -> bool:
        """Whether any value in the result has a fraction."""
        return self.counted.decimals

    @property
    def sources(self) -> bool:
        """Whether the pagu is told source by source."""
        return self.counted.sources

    @property
    def lebih(self) -> tuple[Lebih, ...]:
        """The groups with more votes than they could give."""
        return self.counted.lebih

    @property
    def recorded(self) -> dict[str, tuple[Nilai, ...]]:
        """The sheet of this group as it is recorded."""
        if self._recorded is None:
            self._recorded = self._service.lembar(self.kelompok)
        return self._recorded

    @property
    def limited(self) -> bool:
        """Whether the rules or the pagu of several sources say which usulan go ahead."""
        return _limits(self.aturan.cara) or self.sources

    def _count(self) -> Counted:
        cara, told = self.aturan.cara, self._penjelasan
        hasil = self._service.hasil()
        sources = bool(told.batas_pagu().keys() - {PAGU_FORUM})
        rows = told.pilihan(hasil).putusan if _limits(cara) or sources else ()
        return Counted(
            hasil=hasil,
            usulan={usulan.id: usulan for usulan in self._service.usulan()},
            kurang=Counter(cell.kelompok for cell in hasil.kurang),
            sources=sources,
            tempat=told.tempat(hasil) if cara.asal else {},
            putusan={one.usulan: one for one in rows},
            lebih=told.lebih() if cara.suara else (),
            decimals=any_decimals(baris.nilai for baris in hasil.baris),
        )

    def choose(self, kelompok: str) -> None:
        """Turn to the sheet of another group."""
        self.kelompok = kelompok
        self._rows_here = self._recorded = None

    def scoring_rows(self) -> list[Ranked]:
        """What this group scores, in the order of the numbers, so that a row never runs away while it is typed."""
        places = {baris.usulan: baris for baris in self.hasil.baris}
        return [Ranked(usulan, places[usulan.id]) for usulan in self._here()]

    def ranking_rows(self) -> list[Ranked]:
        """All usulan, best first."""
        now = self.counted
        return [
            Ranked(now.usulan[baris.usulan], baris, now.tempat.get(baris.usulan), now.putusan.get(baris.usulan))
            for baris in now.hasil.baris
        ]

    def usulan(self, record: str) -> Usulan:
        """One usulan of the sheet."""
        return self.counted.usulan[record]

    def scores(self, record: str) -> tuple[Nilai, ...]:
        """One row as it stands on screen."""
        if record in self.pending:
            return tuple(self.pending[record])
        width = len(self.aturan.kriteria)
        row = self.recorded.get(record, ())
        return row if len(row) == width else (None,) * width

    def put(self, record: str, place: int, nilai: Nilai) -> None:
        """Type one score; it waits for the end of its row."""
        row = list(self.scores(record))
        row[place] = nilai
        self.pending[record] = row

    def commit(self) -> None:
        """Record the typed rows. May raise what the service raises; what was not recorded waits on."""
        for record in list(self.pending):
            row = self.pending.pop(record)
            try:
                self._service.isi(self.kelompok, {record: tuple(row)})
            except Exception:
                self.pending[record] = row
                raise

    def forget(self) -> None:
        """Give up what was typed and not recorded."""
        self.pending.clear()

    def missing(self) -> Iterator[tuple[str, int]]:
        """The empty cells of this group: usulan (or pair of usulan) and place of the criterion."""
        for record in self._keys():
            for place, nilai in enumerate(self.scores(record)):
                if nilai is None:
                    yield record, place

    def missing_in(self, kelompok: str) -> int:
        """How many cells a group has still to fill."""
        if kelompok == self.kelompok:
            keys, width = list(self._keys()), len(self.aturan.kriteria)
            touched = [record for record in keys if record in self.pending or record in self.recorded]
            untouched = len(keys) - len(touched)
            return untouched * width + sum(self.scores(record).count(None) for record in touched)
        cells = self.counted.kurang[kelompok]
        return cells // 2 if self.aturan.cara.metode == "banding" else cells

    def _keys(self) -> Iterable[str]:
        """What this group gives a row of scores to: usulan, or pairs of them."""
        here = [usulan.id for usulan in self._here()]
        return (pair(*one) for one in pairs(here)) if self.aturan.cara.metode == "banding" else here

    def _here(self) -> list[Usulan]:
        """What this group scores, by number; the bidang decides."""
        if self._rows_here is None:
            here = self.counted.usulan.values()
            every = {usulan.bidang for usulan in here}
            asked = {bidang for bidang in every if any(one.id == self.kelompok for one in self.aturan.menilai(bidang))}
            self._rows_here = [usulan for usulan in here if usulan.bidang in asked]
        return self._rows_here


def _limits(cara: CaraHitung) -> bool:
    """Whether the rules say which usulan go ahead."""
    return bool(cara.kuota or cara.ambil or cara.pagu != "lewati")
