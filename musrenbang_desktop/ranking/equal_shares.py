"""The method of equal shares: everybody has the same part of the money, and supporters pay together, as evenly as they
can.

Source: Peters, Pierczynski, Skowron, "Proportional participatory budgeting with additive utilities" (2021). Each round
takes the usulan with the smallest price per unit of use, rho: every supporter pays rho x use, at most what he has left.
It ends when the supporters of no usulan can pay for it. All of it is exact.

Worked by hand: 90 rupiah, 3 persons (30 each). Talud 40 for A, B; Pompa 45 for B, C; Pos 30 for C.
    Talud: 20 each; Pompa: 45/2 each; Pos: 30. Talud is taken, A and B keep 10.
    Pompa: B pays 10, C would pay 35 > 30, so not affordable; Pos: C pays 30, taken. 20 rupiah are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

Guna = Fraction | int

#: Up to so many persons each stands by himself in the lists, which are then counted without a loop of our own.
_SINGLE = 200_000


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


def equal_shares(
    biaya: Mapping[str, int], pagu: int | Fraction, suara: Sequence[Suara], urutan: Sequence[str]
) -> BagianRata:
    """Choose from ``biaya`` (usulan -> whole rupiah above zero) under ``pagu``. An usulan nobody supports is not taken.

    Of usulan with exactly the same price the first in ``urutan`` is taken, and the result names the others: ``urutan``
    is the order of the hall, not of the input.
    """
    persons = sum(ballot.orang for ballot in suara)
    if not persons:
        return BagianRata((), Fraction(pagu))
    return _Purse(biaya, Fraction(pagu) / persons, suara, urutan).spend(Fraction(pagu))


class _Purse:
    """The money of the voters in whole numbers, ``unit`` to the rupiah.

    Those who have exactly the same left share an account. Every payment may need a finer unit; all accounts are then
    written in it, so that sums and comparisons stay those of whole numbers.
    """

    def __init__(
        self, biaya: Mapping[str, int], share: Fraction, suara: Sequence[Suara], urutan: Sequence[str]
    ) -> None:
        self.biaya = {usulan: cost for usulan, cost in biaya.items() if cost > 0}
        self.place = {usulan: number for number, usulan in enumerate(urutan)}
        self.unit, self.money = share.denominator, [share.numerator]
        self.account = [0] * len(suara)
        uses = {use for one in suara for use in one.guna.values() if use > 0}
        self.times = lcm(*(use.denominator for use in uses))
        whole = {use: int(use * self.times) for use in uses}
        self.weight = [ballot.orang for ballot in suara]
        self.single = sum(self.weight) <= _SINGLE
        found: dict[str, dict[int, list[int]]] = {usulan: {} for usulan in self.biaya}
        for voter, ballot in enumerate(suara):
            here = [voter] * ballot.orang if self.single else [voter]
            for usulan, use in ballot.guna.items():
                if usulan in found and use in whole:
                    found[usulan].setdefault(whole[use], []).extend(here)
        self.supporters = {usulan: uses for usulan, uses in found.items() if uses}

    def spend(self, left: Fraction) -> BagianRata:
        """Round after round until nothing more can be paid for."""
        chosen: list[Terpilih] = []
        bound: dict[str, Fraction] = dict.fromkeys(self.supporters, Fraction())
        while best := self._cheapest(bound):
            rho = min(best.values())
            equal = sorted((usulan for usulan, price in best.items() if price == rho), key=self._in_order)
            usulan = equal[0]
            self._pay(usulan, rho)
            del bound[usulan]
            left -= self.biaya[usulan]
            chosen.append(Terpilih(usulan, rho * self.times, tuple(equal[1:])))
        return BagianRata(tuple(chosen), left)

    def _cheapest(self, bound: dict[str, Fraction]) -> dict[str, Fraction]:
        """The price of every usulan that may be the cheapest. Prices only rise, so old ones are lower bounds."""
        found: dict[str, Fraction] = {}
        least: Fraction | None = None
        for usulan in sorted(bound, key=bound.__getitem__):
            if least is not None and bound[usulan] > least:
                break
            price = self._price(usulan)
            if price is None:
                del bound[usulan]
                continue
            bound[usulan] = found[usulan] = price
            least = price if least is None else min(least, price)
        return found

    def _in_order(self, usulan: str) -> tuple[int, str]:
        return self.place.get(usulan, len(self.place)), usulan

    def _price(self, usulan: str) -> Fraction | None:
        """The least rho at which min(money, rho x use) of all supporters is the cost; None when they have not as much.

        Who would spend everything first (least money per use) is taken out first.
        """
        purses = self._purses(usulan)
        common = lcm(*self.supporters[usulan])
        purses.sort()
        uses = sum(use * who for _, use, who in purses)
        left = self.biaya[usulan] * self.unit
        for most, use, who in purses:
            if left * common <= most * uses:
                return Fraction(left, self.unit * uses)
            left -= most * use // common * who
            uses -= use * who
        return None

    def _purses(self, usulan: str) -> list[tuple[int, int, int]]:
        """The supporters who have something left: (money per use in the common measure of the uses, use, persons)."""
        by_use = self.supporters[usulan]
        common = lcm(*by_use)
        found: list[tuple[int, int, int]] = []
        for use, voters in by_use.items():
            counted: Counter[int] = Counter()
            if self.single:
                counted.update(map(self.account.__getitem__, voters))
            else:
                for voter in voters:
                    counted[self.account[voter]] += self.weight[voter]
            each = common // use
            found += [(self.money[number] * each, use, who) for number, who in counted.items() if self.money[number]]
        return found

    def _pay(self, usulan: str, rho: Fraction) -> None:
        finer = lcm(self.unit, rho.denominator) // self.unit
        if finer > 1:
            self.unit *= finer
            self.money = [money * finer for money in self.money]
        price = rho.numerator * (self.unit // rho.denominator)
        number = {money: account for account, money in enumerate(self.money)}
        for use, voters in self.supporters[usulan].items():
            moved: dict[int, int] = {}
            for voter in dict.fromkeys(voters):  # each ballot once, however many persons it stands for
                before = self.account[voter]
                if before not in moved:
                    money = max(0, self.money[before] - price * use)
                    if money not in number:
                        number[money] = len(self.money)
                        self.money.append(money)
                    moved[before] = number[money]
                self.account[voter] = moved[before]
