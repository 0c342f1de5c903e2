"""From the order to what goes ahead: first n of each origin, quota, ceiling of money; each answer with its reason.

The order itself is never changed here. Equal usulan are treated alike: where a limit falls between them none of them
goes ahead, the answer says that a lot or a decision of the hall is needed, and nobody below them takes the places or
the money for which they wait; what none of them could use stays open to those below.

With the rule *berhenti* each source of money stops by itself, at the first usulan that it cannot bear: nothing below
takes from this source any more, while the others go on; a pagu is listed source by source, so it also ends so. An
usulan that two sources bear stops the one that is too small, not the other. Where only a lot says whether a source
stops, nobody below who needs it is promised anything: what goes ahead before the lots goes ahead after any of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from musrenbang_desktop.domain.cara import CaraPagu
from musrenbang_desktop.ranking.origin import TempatAsal
from musrenbang_desktop.ranking.result import Hasil

Sebab = Literal[
    "masuk",
    "pagu_belum_ada",
    "belum_bernilai",
    "di_luar_jatah_asal",
    "di_bawah_batas",
    "tidak_muat",
    "sesudah_berhenti",
    "biaya_belum_ada",
    "seri_di_batas",
    "menunggu_seri",
]
"""Why an usulan goes ahead (the first two) or waits."""

MASUK: frozenset[Sebab] = frozenset({"masuk", "pagu_belum_ada"})

Biaya = Mapping[str, int | None]
"""Source of money -> whole rupiah, None while unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """The limits. ``kuota`` and ``ambil`` 0 are no limit; a source that ``pagu`` does not name, or names with None, has
    no known ceiling.
    """

    cara: CaraPagu = "lewati"
    kuota: int = 0
    ambil: int = 0
    pagu: Biaya = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Putusan:
    """What happens to one usulan, and why. ``cadangan`` waits below the line with a nilai."""

    usulan: str
    peringkat: int | None
    sebab: Sebab

    @property
    def masuk(self) -> bool:
        """Whether it goes ahead."""
        return self.sebab in MASUK

    @property
    def cadangan(self) -> bool:
        """Whether it stands below the line and may move up."""
        return not self.masuk and self.sebab != "belum_bernilai"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Every usulan of the order, in that order, and what is left of each known ceiling."""

    putusan: tuple[Putusan, ...]
    sisa: Mapping[str, int]

    @property
    def masuk(self) -> tuple[str, ...]:
        """Ids of what goes ahead, best first."""
        return tuple(one.usulan for one in self.putusan if one.masuk)


def choose(
    hasil: Hasil,
    batas: Batas,
    biaya: Mapping[str, Biaya],
    tempat: Mapping[str, TempatAsal] | None = None,
) -> Pilihan:
    """Walk the order from the top and say of each usulan whether it goes ahead.

    ``biaya`` holds the cost of each usulan by source; an usulan without an entry has no known cost.
    """
    walk = _Walk(batas, biaya, tempat or {})
    for _, same in groupby((row for row in hasil.baris if row.peringkat is not None), key=lambda row: row.peringkat):
        walk.step([(row.usulan, row.peringkat) for row in same])
    unranked = [Putusan(row.usulan, None, "belum_bernilai") for row in hasil.baris if row.peringkat is None]
    return Pilihan((*walk.found, *unranked), walk.left)


class _Walk:
    """The limits while they are being used up."""

    def __init__(self, batas: Batas, biaya: Mapping[str, Biaya], tempat: Mapping[str, TempatAsal]) -> None:
        self.batas, self.biaya, self.tempat = batas, biaya, tempat
        self.left = {source: amount for source, amount in batas.pagu.items() if amount is not None}
        self.found: list[Putusan] = []
        self.taken = 0
        self.of_origin: dict[str, int] = {}
        self.waited: set[str] = set()
        self.stopped: set[str] = set()
        self.unsure: set[str] = set()
        """sources of which a lot says whether they stop"""
        self._stops = batas.cara == "berhenti"
        self.held: dict[str, int] = {}

    def step(self, same: Sequence[tuple[str, int | None]]) -> None:
        """Answer for all usulan that share one rank."""
        reasons = {usulan: self._alone(usulan) for usulan, _ in same}
        passing = [usulan for usulan, reason in reasons.items() if reason in MASUK]
        waiting = [usulan for usulan, reason in reasons.items() if self._may_still_come(usulan, reason)]
        large = [usulan for usulan, reason in reasons.items() if reason == "tidak_muat"]
        stops = {usulan: self._too_small([usulan]) for usulan in large} if self._stops else {}
        places = self._have_places([*passing, *waiting])
        tied: list[str] = []
        if (
            self._contested(passing, waiting, set[str]().union(*stops.values()))
            or not self._all_fit(passing)
            or self._may_be_stopped(passing, stops)
        ):
            reasons |= dict.fromkeys(passing, "seri_di_batas")
            passing, tied = [], passing
        for usulan in passing:
            self._take(usulan)
        self._hold([*waiting, *tied])
        if self._stops:
            self._stop(stops, tied if places else [], [*passing, *waiting, *tied])
        self.found += [Putusan(usulan, rank, reasons[usulan]) for usulan, rank in same]

    def _stop(self, stops: Mapping[str, set[str]], tied: Sequence[str], beside: Sequence[str]) -> None:
        """The sources that stop here whatever a lot says, and those of which only a lot says whether they stop.

        ``stops`` are those that alone do not fit with the sources too small for each, ``tied`` those of whom not all
        fit where nothing but money is short, ``beside`` all others of the rank. One stops a source surely when it is
        surely asked: when no other source of its own and no place of its origin may be gone before its turn.
        """
        over = {source for source, amount in self.held.items() if amount > self.left[source]}
        may = {usulan: self._too_small([usulan], self.held) for usulan in stops}
        sure = set[str]()
        for usulan, sources in stops.items():
            gone = self.unsure | over.union(*(may[other] for other in stops if other != usulan))
            if not self._may_lose_its_place(usulan, beside):
                sure |= {source for source in sources if (self._needs(usulan) - {source}).isdisjoint(gone)}
        gone = self.unsure | over.union(*may.values())
        for source in self._too_small(tied):
            if all((self._needs(one) - {source}).isdisjoint(gone) for one in tied if source in self._needs(one)):
                sure.add(source)
        self.stopped |= sure
        self.unsure = (self.unsure | over.union(*may.values())) - self.stopped

    def _may_lose_its_place(self, usulan: str, beside: Sequence[str]) -> bool:
        """Whether others of its origin and rank may come before it until the origin has its first n."""
        if not self.batas.ambil:
            return False
        name = self._origin(usulan)
        here = self.of_origin.get(name, 0)
        return here >= self.batas.ambil and any(self._origin(one) == name for one in beside)

    def _needs(self, usulan: str) -> set[str]:
        """The sources with a known ceiling from which it is paid."""
        return {source for source in self.biaya.get(usulan, {}) if source in self.left}

    def _contested(self, passing: Sequence[str], waiting: Sequence[str], stopping: Collection[str]) -> bool:
        """Whether a lot may put one of the same rank first that leaves nothing: one that stops a source which these
        need, or one that waits itself and may still come.
        """
        wanted = self._wanted(passing)
        if not wanted.keys().isdisjoint(stopping):
            return True
        if not (passing and waiting):
            return False
        if not wanted.keys().isdisjoint(self._wanted(waiting)):
            return True
        return not self._have_places([*passing, *(one for one in waiting if not self._over_origin([one]))])

    def _may_be_stopped(self, passing: Sequence[str], large: Collection[str]) -> bool:
        """Whether a lot may put one that does not fit before one that does, when those of the same rank and those who
        wait have taken so much that it stops a source which the latter needs, though alone it would not.
        """
        if not self._stops or not large:
            return False
        for usulan in passing:
            taken = self._wanted([one for one in passing if one != usulan])
            for source, amount in self.held.items():
                taken[source] = taken.get(source, 0) + amount
            if any(not self._needs(usulan).isdisjoint(self._too_small([one], taken)) for one in large):
                return True
        return False

    def _may_still_come(self, usulan: str, reason: Sebab) -> bool:
        """Whether it waits for a lot: for the money of those above, or for a place of its origin."""
        if reason != "di_luar_jatah_asal" or self._origin(usulan) not in self.waited:
            return reason == "menunggu_seri"
        tempat = self.tempat.get(usulan)
        return not (tempat and tempat.sendiri and tempat.urutan > self.batas.ambil)

    def _hold(self, same: Sequence[str]) -> None:
        """Keep the places and the money for which these wait for a lot: nobody below them takes any meanwhile."""
        for source, amount in self._wanted(same).items():
            if source in self.left:
                self.held[source] = self.held.get(source, 0) + amount
        places = 0 if self.batas.ambil else len(same)
        if self.batas.ambil:
            for one in same:
                name = self._origin(one)
                self.waited.add(name)
                if self.of_origin.get(name, 0) < self.batas.ambil:
                    self.of_origin[name] = self.of_origin.get(name, 0) + 1
                    places += 1
        if self.batas.kuota:
            self.taken = min(self.batas.kuota, self.taken + places)

    def _alone(self, usulan: str) -> Sebab:
        """The answer if no other usulan had this rank."""
        if self._after_the_stop(usulan):
            return "sesudah_berhenti"
        if self._over_origin([usulan]):
            return "di_luar_jatah_asal"
        if self.batas.kuota and self.taken >= self.batas.kuota:
            return "di_bawah_batas"
        if not self.left:
            return "masuk" if not self.batas.pagu else "pagu_belum_ada"
        cost = self.biaya.get(usulan)
        if not cost or any(amount is None and source in self.left for source, amount in cost.items()):
            return "biaya_belum_ada"
        if self._too_small([usulan]):
            return "tidak_muat"
        if self._too_small([usulan], self.held) or not self.unsure.isdisjoint(cost):
            return "menunggu_seri"
        return "masuk" if any(source in self.left for source in cost) else "pagu_belum_ada"

    def _all_fit(self, usulan: Sequence[str]) -> bool:
        return len(usulan) < 2 or (self._have_places(usulan) and not self._too_small(usulan, self.held))

    def _have_places(self, usulan: Sequence[str]) -> bool:
        beyond = self.batas.kuota and self.taken + len(usulan) > self.batas.kuota
        return not (beyond or self._over_origin(usulan))

    def _over_origin(self, usulan: Sequence[str]) -> bool:
        """Whether an origin would have more than its first n: by its own order where it has one, else by count."""
        if not self.batas.ambil:
            return False
        coming: dict[str, int] = {}
        for one in usulan:
            tempat = self.tempat.get(one)
            if tempat and tempat.sendiri and tempat.urutan > self.batas.ambil:
                return True
            name = self._origin(one)
            coming[name] = coming.get(name, 0) + 1
        return any(self.of_origin.get(name, 0) + more > self.batas.ambil for name, more in coming.items())

    def _origin(self, usulan: str) -> str:
        return tempat.asal if (tempat := self.tempat.get(usulan)) else ""

    def _after_the_stop(self, usulan: str) -> bool:
        """Whether a source that it needs has stopped; one of unknown cost waits once every known source has."""
        if not self.stopped:
            return False
        cost = self.biaya.get(usulan)
        return not self.stopped.isdisjoint(cost) if cost else self.stopped == self.left.keys()

    def _too_small(self, usulan: Sequence[str], held: Mapping[str, int] | None = None) -> set[str]:
        """The sources of which these want more than is left of them, beside what is held for those who wait."""
        wanted, kept = self._wanted(usulan), held or {}
        return {
            source
            for source, amount in wanted.items()
            if source in self.left and amount and amount > self.left[source] - kept.get(source, 0)
        }

    def _wanted(self, usulan: Sequence[str]) -> dict[str, int]:
        wanted: dict[str, int] = {}
        for one in usulan:
            for source, amount in self.biaya.get(one, {}).items():
                wanted[source] = wanted.get(source, 0) + (amount or 0)
        return wanted

    def _take(self, usulan: str) -> None:
        name = self._origin(usulan)
        self.of_origin[name] = self.of_origin.get(name, 0) + 1
        self.taken += 1
        for source, amount in self._wanted([usulan]).items():
            if source in self.left:
                self.left[source] -= amount
