"""Inclusion safeguard: a stated number of the first N from those who are easily passed over (RANK-08).

The order is never changed: the rule says who comes into the first N and for whom, so that the hall sees both lists side
by side. The lowest of the first N that no rule protects makes room for the highest outside that a rule asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from musrenbang_desktop.domain.cara import AsalJaga, Pengaman
from musrenbang_desktop.ranking.result import Hasil

Asal = Mapping[str, frozenset[str]]
"""Usulan id -> its origins: one dusun, one pengusul, several tema; none while unknown."""

Asalan = Mapping[AsalJaga, Asal]
"""For each way of grouping: the origins of the usulan."""

_NOWHERE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pertukaran:
    """One exchange and the rule that asked for it."""

    masuk: str
    keluar: str
    aturan: Pengaman
    asal: str


@dataclass(frozen=True, slots=True)
class Terjaga:
    """The first N without and with the rules, and what could not be met (rule, origin, how many are still missing).

    ``seri`` are the usulan that share the rank on which the first N end: only a lot can say which of them is inside.
    """

    tanpa: tuple[str, ...]
    dengan: tuple[str, ...]
    pertukaran: tuple[Pertukaran, ...]
    tidak_terpenuhi: tuple[tuple[Pengaman, str, int], ...]
    seri: tuple[str, ...] = ()


def guard(hasil: Hasil, rules: Sequence[Pengaman], asal: Asalan) -> tuple[Terjaga, ...]:
    """Apply the rules, those for the same N together in the order given; one answer for each N, smallest first."""
    order = [row.usulan for row in hasil.baris if row.peringkat is not None]
    return tuple(
        replace(
            _first(order, first, [rule for rule in rules if rule.teratas == first], asal), seri=_divided(hasil, first)
        )
        for first in sorted({rule.teratas for rule in rules})
    )


def _divided(hasil: Hasil, first: int) -> tuple[str, ...]:
    """Those of one shared rank of whom some stand inside the first N and some outside."""
    ranked = [row for row in hasil.baris if row.peringkat is not None]
    if len(ranked) <= first or ranked[first - 1].peringkat != ranked[first].peringkat:
        return ()
    return tuple(row.usulan for row in ranked if row.peringkat == ranked[first].peringkat)


def _first(order: list[str], first: int, rules: Sequence[Pengaman], asal: Asalan) -> Terjaga:
    inside = order[:first]
    swaps: list[Pertukaran] = []
    for rule in rules:
        for name in _names(rule, order, asal[rule.asal]):
            swaps += _bring_in(order, inside, rule, name, rules, asal)
    place = {usulan: number for number, usulan in enumerate(order)}
    inside.sort(key=place.__getitem__)
    unmet = [
        (rule, name, rule.paling_sedikit - _count(inside, rule, name, asal))
        for rule in rules
        for name in _names(rule, order, asal[rule.asal])
        if _count(inside, rule, name, asal) < rule.paling_sedikit
    ]
    return Terjaga(tuple(order[:first]), tuple(inside), tuple(swaps), tuple(unmet))


def _names(rule: Pengaman, order: Sequence[str], origin: Asal) -> list[str]:
    if rule.jenis == "dari":
        return [rule.nilai]
    return sorted({name for usulan in order for name in origin.get(usulan, _NOWHERE)})


def _bring_in(
    order: Sequence[str], inside: list[str], rule: Pengaman, name: str, rules: Sequence[Pengaman], asal: Asalan
) -> list[Pertukaran]:
    swaps: list[Pertukaran] = []
    waiting = [u for u in order if u not in inside and name in asal[rule.asal].get(u, _NOWHERE)]
    while waiting and _count(inside, rule, name, asal) < rule.paling_sedikit:
        leaving = _unprotected(order, inside, rules, asal, asal[rule.asal], name)
        if leaving is None:
            break
        coming = waiting.pop(0)
        inside[inside.index(leaving)] = coming
        swaps.append(Pertukaran(coming, leaving, rule, name))
    return swaps


def _unprotected(
    order: Sequence[str],
    inside: Sequence[str],
    rules: Sequence[Pengaman],
    asal: Asalan,
    origin: Asal,
    name: str,
) -> str | None:
    """The lowest of the inside whose leaving breaks no rule that holds now."""
    for usulan in reversed(order):
        if usulan in inside and name not in origin.get(usulan, _NOWHERE) and not _needed(usulan, inside, rules, asal):
            return usulan
    return None


def _needed(usulan: str, inside: Sequence[str], rules: Sequence[Pengaman], asal: Asalan) -> bool:
    for rule in rules:
        for name in asal[rule.asal].get(usulan, _NOWHERE):
            meant = rule.jenis == "tiap" or rule.nilai == name
            if meant and _count(inside, rule, name, asal) <= rule.paling_sedikit:
                return True
    return False


def _count(inside: Sequence[str], rule: Pengaman, name: str, asal: Asalan) -> int:
    return sum(name in asal[rule.asal].get(usulan, _NOWHERE) for usulan in inside)
