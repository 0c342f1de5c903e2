"""The score sheet of one group while it is being typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


class ScoreSheet:
    """What a group gave. Typed rows wait in ``pending`` until :meth:`commit` records them, one event for each."""

    def __init__(self, service: PrioritasService, penjelasan: PenjelasanService) -> None:
        self._service = service
        self._penjelasan = penjelasan
        self.aturan: Aturan = USUL_ATURAN
        self.hasil = Hasil(USUL_ATURAN, (), ())
        self.decimals = False
        self.kelompok = ""
        self.pending: dict[str, list[Nilai]] = {}
        self._recorded: dict[str, tuple[Nilai, ...]] = {}
        self._usulan: dict[str, Usulan] = {}
        self._kurang: Counter[str] = Counter()
        self._rows_here: list[Usulan] | None = None
        self._tempat: dict[str, TempatAsal] = {}
        self._putusan: dict[str, Putusan] = {}
        self.lebih: tuple[Lebih, ...] = ()
        self.sources = False
        """whether the pagu is told source by source"""

    def read(self) -> None:
        """Read rules, usulan and result again; what is typed and not yet recorded stays."""
        self.aturan, self.hasil = self._service.aturan(), self._service.hasil()
        self.decimals = any_decimals(baris.nilai for baris in self.hasil.baris)
        self._usulan = {usulan.id: usulan for usulan in self._service.usulan()}
        groups = [kelompok.id for kelompok in self.aturan.kelompok]
        if self.kelompok not in groups:
            self.pending.clear()
            self.kelompok = groups[0] if groups else ""
        self._recorded = self._service.lembar(self.kelompok)
        width = len(self.aturan.kriteria)
        self.pending = {
            record: row
            for record, row in self.pending.items()
            if self._usulan.keys() >= set(record.split("~")) and len(row) == width
        }
        self._kurang = Counter(cell.kelompok for cell in self.hasil.kurang)
        self._rows_here = None
        self._read_what_follows()

    @property
    def limited(self) -> bool:
        """Whether the rules or the pagu of several sources say which usulan go ahead."""
        cara = self.aturan.cara
        return bool(cara.kuota or cara.ambil or cara.pagu != "lewati" or self.sources)

    def _read_what_follows(self) -> None:
        cara = self.aturan.cara
        self.sources = bool(self._penjelasan.batas_pagu().keys() - {PAGU_FORUM})
        self._tempat = self._penjelasan.tempat(self.hasil) if cara.asal else {}
        rows = self._penjelasan.pilihan(self.hasil).putusan if self.limited else ()
        self._putusan = {one.usulan: one for one in rows}
        self.lebih = self._penjelasan.lebih() if cara.suara else ()

    def choose(self, kelompok: str) -> None:
        """Turn to the sheet of another group."""
        self.kelompok = kelompok
        self._rows_here = None
        self._recorded = self._service.lembar(kelompok)

    def scoring_rows(self) -> list[Ranked]:
        """What this group scores, in the order of the numbers, so that a row never runs away while it is typed."""
        places = {baris.usulan: baris for baris in self.hasil.baris}
        return [Ranked(usulan, places[usulan.id]) for usulan in self._here()]

    def ranking_rows(self) -> list[Ranked]:
        """All usulan, best first."""
        tempat, putusan = self._tempat, self._putusan
        return [
            Ranked(self._usulan[baris.usulan], baris, tempat.get(baris.usulan), putusan.get(baris.usulan))
            for baris in self.hasil.baris
        ]

    def usulan(self, record: str) -> Usulan:
        """One usulan of the sheet."""
        return self._usulan[record]

    def scores(self, record: str) -> tuple[Nilai, ...]:
        """One row as it stands on screen."""
        if record in self.pending:
            return tuple(self.pending[record])
        width = len(self.aturan.kriteria)
        row = self._recorded.get(record, ())
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
            return sum(self.scores(record).count(None) for record in self._keys())
        cells = self._kurang[kelompok]
        return cells // 2 if self.aturan.cara.metode == "banding" else cells

    def _keys(self) -> Iterable[str]:
        """What this group gives a row of scores to: usulan, or pairs of them."""
        here = [usulan.id for usulan in self._here()]
        return (pair(*one) for one in pairs(here)) if self.aturan.cara.metode == "banding" else here

    def _here(self) -> list[Usulan]:
        """What this group scores, by number; the bidang decides."""
        if self._rows_here is None:
            every = {usulan.bidang for usulan in self._usulan.values()}
            asked = {bidang for bidang in every if any(one.id == self.kelompok for one in self.aturan.menilai(bidang))}
            self._rows_here = [usulan for usulan in self._usulan.values() if usulan.bidang in asked]
        return self._rows_here
