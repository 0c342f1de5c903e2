"""What follows from the order: who goes ahead and why, the origins, the safeguard, small changes of weight."""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.domain.cara import ASAL, Asal, CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import LembarSkor
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.choice import Batas, Pilihan, Putusan, Sebab, choose
from musrenbang_desktop.ranking.equal_shares import BagianRata, Suara, equal_shares
from musrenbang_desktop.ranking.origin import TempatAsal, within
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.safeguard import Terjaga, guard
from musrenbang_desktop.ranking.sensitivity import Kepekaan, sensitivity
from musrenbang_desktop.ranking.votes import Lebih, excess
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.prioritas import PrioritasService

#: The name under which the one ceiling of the forum is kept.
PAGU_FORUM = "pagu"
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
        """Which usulan go ahead under quota, origins and pagu, each with its reason."""
        found = hasil or self._prioritas.hasil()
        cara = self._prioritas.aturan().cara
        forum = self._desk.forum()
        pagu = {} if forum is None or forum.pagu is None else {PAGU_FORUM: forum.pagu}
        biaya = {one.id: {PAGU_FORUM: one.perkiraan_biaya} for one in self._prioritas.usulan()}
        if cara.pagu == "bagian_rata" and pagu:
            return _shared(found, self.bagian_rata(found), {one: cost[PAGU_FORUM] for one, cost in biaya.items()})
        return choose(found, _limits(cara, pagu), biaya, self.tempat(found))

    def bagian_rata(self, hasil: Hasil | None = None) -> BagianRata:
        """The method of equal shares: every group is a voter whose use of an usulan is what it alone gives it.

        A group whose number of persons is known counts as many times. Raises RuleBroken("pagu", "kosong") without a
        pagu; an usulan without a cost cannot be bought.
        """
        forum = self._desk.forum()
        if forum is None or forum.pagu is None:
            raise RuleBroken("pagu", "kosong")
        found = hasil or self._prioritas.hasil()
        ballots: list[Suara] = []
        given = {row.usulan: row.per_kelompok for row in found.baris if row.nilai is not None}
        for kelompok in found.aturan.kelompok:
            uses = {usulan: use for usulan, by_group in given.items() if (use := by_group.get(kelompok.id, 0)) > 0}
            ballots.append(Suara(uses, kelompok.pemilih or 1))
        cost = {one.id: one.perkiraan_biaya for one in self._prioritas.usulan() if one.perkiraan_biaya}
        return equal_shares(cost, forum.pagu, ballots, [row.usulan for row in found.baris])

    def terjaga(self, hasil: Hasil | None = None) -> tuple[Terjaga, ...]:
        """The first N with and without the inclusion safeguard of the rules."""
        rules = self._prioritas.aturan().cara.pengaman
        usulan = self._prioritas.usulan()
        origins: dict[Asal, Mapping[str, str]] = {
            kind: {one.id: asal_usulan(one, kind) for one in usulan} for kind in ASAL if kind
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


def asal_usulan(usulan: Usulan, asal: Asal) -> str:
    """The origin of one usulan: ``Krajan``, ``RW 01``, ``PKK``, ``Kesehatan``; nothing while unknown."""
    if asal == "rw":
        return f"RW {usulan.rw}" if usulan.rw else ""
    if asal == "dusun":
        return usulan.dusun
    return usulan.bidang if asal == "bidang" else usulan.pengusul


def _shared(hasil: Hasil, bought: BagianRata, biaya: Mapping[str, int | None]) -> Pilihan:
    """Equal shares in the words of a choice: what was not paid for waits."""
    chosen = {one.usulan for one in bought.terpilih}

    def reason(usulan: str, peringkat: int | None) -> Sebab:
        if usulan in chosen:
            return "masuk"
        if peringkat is None:
            return "belum_bernilai"
        return "tidak_muat" if biaya.get(usulan) else "biaya_belum_ada"

    rows = tuple(Putusan(row.usulan, row.peringkat, reason(row.usulan, row.peringkat)) for row in hasil.baris)
    return Pilihan(rows, {PAGU_FORUM: int(bought.sisa)})


def _limits(cara: CaraHitung, pagu: Mapping[str, int | None]) -> Batas:
    return Batas(cara=cara.pagu, kuota=cara.kuota, ambil=cara.ambil, pagu=pagu)
