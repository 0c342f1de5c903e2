"""The method of equal shares: everybody has the same part of the money, and supporters pay together, as evenly as they
can.

Source: Peters, Pierczynski, Skowron, "Proportional participatory budgeting with additive utilities" (2021). Each round
takes the usulan with the smallest price per unit of use, rho: every supporter pays rho x use, at most what he has left.
It ends when the supporters of no usulan can pay for it. Prices are exact; floating point only finds the candidates that
can be the cheapest, and those are then compared as fractions.

Worked by hand: 90 rupiah, 3 persons (30 each). Talud 40 for A, B; Pompa 45 for B, C; Pos 30 for C.
    Talud: 20 each; Pompa: 45/2 each; Pos: 30. Talud is taken, A and B keep 10.
    Pompa: B pays 10, C would pay 35 > 30, so not affordable; Pos: C pays 30, taken. 20 rupiah are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

Guna = Fraction | int
N = TypeVar("N", float, Fraction)

#: Relative room for the error of floating point when candidates are sifted.
_SIFT = 1e-9


@dataclass(frozen=True, slots=True)
class Suara:
    """One ballot and how many persons gave just this one: usulan -> use of it for each of them, above zero."""

    guna: Mapping[str, Guna]
    orang: int = 1


@dataclass(frozen=True, slots=True)
class Terpilih:
    """One usulan that its supporters paid for. ``tarif`` is rho, ``seri`` names others that were just as cheap."""

    usulan: str
    tarif: Fraction
    seri: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BagianRata:
    """What was chosen, in the order it was chosen, and what is left of the money."""

    terpilih: tuple[Terpilih, ...]
    sisa: Fraction


def equal_shares(biaya: Mapping[str, int], pagu: int, suara: Sequence[Suara], urutan: Sequence[str]) -> BagianRata:
    """Choose from ``biaya`` (usulan -> whole rupiah above zero) under ``pagu``. An usulan nobody supports is not taken.

    Of usulan with exactly the same price the first in ``urutan`` is taken, and the result names the others: ``urutan``
    is the order of the hall, not of the input.
    """
    persons = sum(ballot.orang for ballot in suara)
    if not persons:
        return BagianRata((), Fraction(pagu))
    return _Purse(biaya, Fraction(pagu, persons), suara, urutan).spend(Fraction(pagu))


class _Purse:
    """The money of the voters. Those who have exactly the same left share an account, so few exact sums are made."""

    def __init__(
        self, biaya: Mapping[str, int], share: Fraction, suara: Sequence[Suara], urutan: Sequence[str]
    ) -> None:
        self.biaya = {usulan: cost for usulan, cost in biaya.items() if cost > 0}
        self.place = {usulan: number for number, usulan in enumerate(urutan)}
        self.suara = suara
        self.account = [0] * len(suara)
        self.money: list[Fraction] = [share]
        self.rough: list[float] = [float(share)]
        self.number: dict[Fraction, int] = {share: 0}
        self.supporters: dict[str, dict[Guna, list[int]]] = {usulan: {} for usulan in self.biaya}
        for voter, ballot in enumerate(suara):
            for usulan, use in ballot.guna.items():
                if usulan in self.supporters and use > 0:
                    self.supporters[usulan].setdefault(use, []).append(voter)
        self.weight = [ballot.orang for ballot in suara]
        self.even = all(weight == 1 for weight in self.weight)

    def spend(self, left: Fraction) -> BagianRata:
        """Round after round until nothing more can be paid for."""
        chosen: list[Terpilih] = []
        bound = {usulan: 0.0 for usulan, found in self.supporters.items() if found}
        while bound:
            best = self._cheapest(bound)
            if not best:
                break
            rho = min(price for price, _ in best)
            equal = sorted((u for price, u in best if price == rho), key=self._in_order)
            usulan = equal[0]
            self._pay(usulan, rho)
            del bound[usulan]
            left -= self.biaya[usulan]
            chosen.append(Terpilih(usulan, rho, tuple(equal[1:])))
        return BagianRata(tuple(chosen), left)

    def _cheapest(self, bound: dict[str, float]) -> list[tuple[Fraction, str]]:
        """The exact price of every usulan that may be the cheapest. Prices only rise, so old ones are lower bounds."""
        least = float("inf")
        near: list[tuple[float, str]] = []
        for usulan in sorted(bound, key=bound.__getitem__):
            if bound[usulan] > least * (1 + _SIFT):
                break
            purses = self._purses(usulan)
            price = _price(float(self.biaya[usulan]), [(self.rough[n], use, who) for n, use, who in purses])
            if price is None:
                exact = _price(Fraction(self.biaya[usulan]), self._exact(purses))
                if exact is None:
                    del bound[usulan]
                    continue
                price = float(exact)
            bound[usulan] = price * (1 - _SIFT)
            least = min(least, price)
            near.append((price, usulan))
        candidates = [usulan for price, usulan in near if price <= least * (1 + 4 * _SIFT)]
        exactly = {u: _price(Fraction(self.biaya[u]), self._exact(self._purses(u))) for u in candidates}
        for usulan in [usulan for usulan, rho in exactly.items() if rho is None]:
            del bound[usulan], exactly[usulan]
        found = [(rho, usulan) for usulan, rho in exactly.items() if rho is not None]
        return found if found or not candidates else self._cheapest(bound)

    def _in_order(self, usulan: str) -> tuple[int, str]:
        return self.place.get(usulan, len(self.place)), usulan

    def _exact(self, purses: list[tuple[int, Guna, int]]) -> list[tuple[Fraction, Guna, int]]:
        return [(self.money[number], use, who) for number, use, who in purses]

    def _purses(self, usulan: str) -> list[tuple[int, Guna, int]]:
        """Accounts of the supporters: (number, use, persons)."""
        found: list[tuple[int, Guna, int]] = []
        for use, voters in self.supporters[usulan].items():
            counted: Counter[int] = Counter()
            if self.even:
                counted.update(map(self.account.__getitem__, voters))
            else:
                for voter in voters:
                    counted[self.account[voter]] += self.weight[voter]
            found += [(number, use, who) for number, who in counted.items()]
        return found

    def _pay(self, usulan: str, rho: Fraction) -> None:
        for use, voters in self.supporters[usulan].items():
            moved: dict[int, int] = {}
            for voter in voters:
                before = self.account[voter]
                if before not in moved:
                    moved[before] = self._open(max(Fraction(), self.money[before] - rho * use))
                self.account[voter] = moved[before]

    def _open(self, money: Fraction) -> int:
        if money not in self.number:
            self.number[money] = len(self.money)
            self.money.append(money)
            self.rough.append(float(money))
        return self.number[money]


def _price(cost: N, purses: Sequence[tuple[N, Guna, int]]) -> N | None:
    """The least rho at which min(money, rho x use) of all together is ``cost``; None when they have not as much.

    Who would spend everything first (least money per use) is taken out first.
    """
    ordered = sorted((money / use, money, use, who) for money, use, who in purses)
    uses = sum(use * who for _, use, who in purses)
    left = cost
    for most, money, use, who in ordered:
        if left <= most * uses:
            return left / uses
        left -= money * who
        uses -= use * who
    return None
