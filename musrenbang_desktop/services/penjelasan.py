"""What follows from the order: who goes ahead and why, the origins, the safeguard, small changes of weight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from musrenbang_desktop.db.queries import suara
from musrenbang_desktop.domain.cara import ASAL_JAGA, Asal, AsalJaga, CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.pagu import PakaiSumber, batas_pagu, biaya_per_sumber, pakai
from musrenbang_desktop.domain.penilaian import LembarSkor
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.choice import Batas, Biaya, Pilihan, Putusan, Sebab, choose
from musrenbang_desktop.ranking.equal_shares import BagianRata
from musrenbang_desktop.ranking.origin import TempatAsal, within
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.safeguard import Terjaga, guard
from musrenbang_desktop.ranking.sensitivity import Kepekaan, sensitivity
from musrenbang_desktop.ranking.voters import Pemilih, shares_by_source, voters
from musrenbang_desktop.ranking.votes import Lebih, excess
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.prioritas import PrioritasService

#: First N of the sensitivity where the rules name no quota.
USUAL_FIRST = 10


class PenjelasanService:
    """Reads only. Everything is worked out from rules, scores and usulan as they stand."""

    def __init__(self, desk: Desk, prioritas: PrioritasService) -> None:
        self._desk = desk
        self._prioritas = prioritas

    def tempat(self, hasil: Hasil | None = None) -> dict[str, TempatAsal]:
        """The place of each usulan within its origin, by what the rules call an origin; empty where they name none."""
        cara = self._prioritas.aturan().cara
        if not cara.asal:
            return {}
        usulan = self._prioritas.usulan()
        asal = {one.id: asal_usulan(one, cara.asal) for one in usulan}
        lists: dict[str, set[str]] = {}
        for one in usulan:
            lists.setdefault(asal[one.id], set()).add(one.asal)
        own = {one.id: one.peringkat_asal if one.asal and len(lists[asal[one.id]]) == 1 else None for one in usulan}
        return within(hasil or self._prioritas.hasil(), asal, own)

    def pilihan(self, hasil: Hasil | None = None) -> Pilihan:
        """Which usulan go ahead under quota, origins and the pagu of each source, each with its reason."""
        found = hasil or self._prioritas.hasil()
        cara = self._prioritas.aturan().cara
        pagu, biaya = self.batas_pagu(), self.biaya()
        if cara.pagu == "bagian_rata" and any(ceiling is not None for ceiling in pagu.values()):
            return _shared(found, self.bagian_per_sumber(found), biaya)
        return choose(found, _limits(cara, pagu), biaya, self.tempat(found))

    def batas_pagu(self) -> dict[str, int | None]:
        """Source -> its ceiling, None while unknown; nothing for a forum without a pagu."""
        forum = self._desk.forum()
        return batas_pagu(forum.pagu_sumber, forum.pagu) if forum else {}

    def biaya(self) -> dict[str, Biaya]:
        """Usulan -> what it takes of each source."""
        forum = self._desk.forum()
        rows = forum.pagu_sumber if forum else ()
        return {
            one.id: biaya_per_sumber(rows, one.perkiraan_biaya, one.sumber_dana) for one in self._prioritas.usulan()
        }

    def pakai(self, usulan: Iterable[str]) -> tuple[PakaiSumber, ...]:
        """What these usulan take of each source together."""
        biaya = self.biaya()
        return pakai(self.batas_pagu(), [biaya[one] for one in usulan if one in biaya])

    def pemilih(self, hasil: Hasil | None = None) -> Pemilih:
        """Who is a voter of the method of equal shares: the ballots of the groups whose counting is closed, else the
        groups.
        """
        found = hasil or self._prioritas.hasil()
        connection, forum = self._desk.connection, self._desk.forum_id
        boxes = suara.kotak(connection, forum) if found.aturan.cara.suara else {}
        closed = [one.id for one in found.aturan.kelompok if one.id in boxes and boxes[one.id].ditutup]
        ballots = {
            group: [one.pilihan for one in suara.surat(connection, forum, group, 1).values() if one.pilihan]
            for group in closed
        }
        return voters(found, ballots)

    def bagian_per_sumber(self, hasil: Hasil | None = None) -> dict[str, BagianRata]:
        """The method of equal shares, for each source with a known ceiling.

        Raises RuleBroken("pagu", "kosong") without one; an usulan without a cost cannot be bought.
        """
        pagu = {source: ceiling for source, ceiling in self.batas_pagu().items() if ceiling is not None}
        if not pagu:
            raise RuleBroken("pagu", "kosong")
        found = hasil or self._prioritas.hasil()
        cost = {usulan: known for usulan, parts in self.biaya().items() if (known := _known(parts, pagu))}
        return shares_by_source(cost, pagu, self.pemilih(found).suara, [row.usulan for row in found.baris])

    def terjaga(self, hasil: Hasil | None = None) -> tuple[Terjaga, ...]:
        """The first N with and without the inclusion safeguard of the rules."""
        rules = self._prioritas.aturan().cara.pengaman
        usulan = self._prioritas.usulan()
        origins: dict[AsalJaga, dict[str, frozenset[str]]] = {
            kind: {one.id: _origins(one, kind) for one in usulan} for kind in ASAL_JAGA
        }
        return guard(hasil or self._prioritas.hasil(), rules, origins)

    def kepekaan(self, teratas: int = 0) -> Kepekaan:
        """What each weight 10 and 20 percent less and more would do to the first ``teratas`` (0: the quota, or ten)."""
        aturan, fakta = self._prioritas.aturan(), self._prioritas.fakta()
        sheets: dict[str, LembarSkor] = dict(self._prioritas.semua_lembar())
        first = teratas or aturan.cara.kuota or USUAL_FIRST
        return sensitivity(aturan, sheets, list(fakta), first, fakta, self._prioritas.undian())

    def lebih(self) -> tuple[Lebih, ...]:
        """Counts of votes that are larger than the group could give."""
        sheets: dict[str, LembarSkor] = dict(self._prioritas.semua_lembar())
        return excess(self._prioritas.aturan(), sheets)


def _origins(usulan: Usulan, kind: AsalJaga) -> frozenset[str]:
    """Where an usulan belongs: one origin, or every tema that it bears or serves."""
    if kind == "tema":
        return frozenset((*usulan.tema_asal, *usulan.tema_penerima))
    return frozenset(filter(None, [asal_usulan(usulan, kind)]))


def asal_usulan(usulan: Usulan, asal: Asal) -> str:
    """The origin of one usulan: ``Krajan``, ``RW 01``, ``PKK``, ``Kesehatan``; nothing while unknown."""
    if asal == "rw":
        return f"RW {usulan.rw}" if usulan.rw else ""
    if asal == "dusun":
        return usulan.dusun
    return usulan.bidang if asal == "bidang" else usulan.pengusul


def _known(parts: Biaya, pagu: Mapping[str, int]) -> dict[str, int]:
    """What an usulan takes of the sources with a ceiling; nothing while a part is unknown."""
    wanted = {source: amount for source, amount in parts.items() if source in pagu}
    known = {source: amount for source, amount in wanted.items() if amount is not None}
    return known if len(known) == len(wanted) else {}


def _shared(hasil: Hasil, bought: Mapping[str, BagianRata], biaya: Mapping[str, Biaya]) -> Pilihan:
    """Equal shares in the words of a choice: what was not paid for waits."""
    chosen = {one.usulan for bagian in bought.values() for one in bagian.terpilih}
    tied = _tied(hasil, bought, chosen)

    def reason(usulan: str, peringkat: int | None) -> Sebab:
        if usulan in tied:
            return "seri_di_batas"
        if usulan in chosen:
            return "masuk"
        if peringkat is None:
            return "belum_bernilai"
        limited = [amount for source, amount in biaya.get(usulan, {}).items() if source in bought]
        if not limited and biaya.get(usulan):
            return "pagu_belum_ada"
        return "tidak_muat" if None not in limited and any(limited) else "biaya_belum_ada"

    rows = tuple(Putusan(row.usulan, row.peringkat, reason(row.usulan, row.peringkat)) for row in hasil.baris)
    held = {source: sum(biaya[one].get(source) or 0 for one in tied & chosen) for source in bought}
    return Pilihan(rows, {source: int(bagian.sisa) + held[source] for source, bagian in bought.items()})


def _tied(hasil: Hasil, bought: Mapping[str, BagianRata], chosen: Set[str]) -> set[str]:
    """Those of one rank and one price of whom only some could be paid for: the order of a list never parts equals."""
    rank = {row.usulan: row.peringkat for row in hasil.baris}
    found: set[str] = set()
    for one in (one for bagian in bought.values() for one in bagian.terpilih):
        same = {one.usulan, *(other for other in one.seri if rank[other] == rank[one.usulan])}
        if not same <= chosen:
            found |= same
    return found


def _limits(cara: CaraHitung, pagu: Mapping[str, int | None]) -> Batas:
    return Batas(cara=cara.pagu, kuota=cara.kuota, ambil=cara.ambil, pagu=pagu)
