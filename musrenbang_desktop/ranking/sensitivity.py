"""What if a weight were a little different? Each weight alone 10 and 20 percent less and more (RANK-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

from musrenbang_desktop.domain.cara import Metode
from musrenbang_desktop.domain.penilaian import Aturan, LembarSkor, Undian
from musrenbang_desktop.ranking.count import count
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.ties import Fakta
from musrenbang_desktop.ranking.weighted import bobot

#: Tenths by which a weight is multiplied.
STEPS = (8, 9, 11, 12)
#: Methods that have weights at all.
WEIGHTED: frozenset[Metode] = frozenset({"bobot", "normal", "ahp", "ahp_normal", "peringkat"})


@dataclass(frozen=True, slots=True)
class Uji:
    """One weight changed by ``persen``, and what that does to the first N: who leaves it, who comes in."""

    kriteria: str
    persen: int
    keluar: tuple[str, ...]
    masuk: tuple[str, ...]

    @property
    def tetap(self) -> bool:
        """Whether the first N stay the same usulan."""
        return not self.keluar and not self.masuk


@dataclass(frozen=True, slots=True)
class Kepekaan:
    """All trials for the first ``teratas`` usulan."""

    teratas: int
    uji: tuple[Uji, ...]


def sensitivity(
    aturan: Aturan,
    lembar: Mapping[str, LembarSkor],
    usulan: Sequence[str],
    teratas: int,
    fakta: Mapping[str, Fakta] | None = None,
    undian: Sequence[Undian] = (),
) -> Kepekaan:
    """Rank again with each weight changed. Without weights, or with one criterion, there is nothing to try.

    Usulan that share the last rank of the first N belong to it, all of them.
    """
    if aturan.cara.metode not in WEIGHTED or len(aturan.kriteria) < 2:
        return Kepekaan(teratas, ())
    plain = _with_weights(aturan, bobot(aturan))
    before = first(count(plain, lembar, usulan, fakta, undian), teratas)
    trials: list[Uji] = []
    for number, kriteria in enumerate(aturan.kriteria):
        for tenths in STEPS:
            weights = [weight * (tenths if place == number else 10) for place, weight in enumerate(bobot(aturan))]
            after = first(count(_with_weights(aturan, weights), lembar, usulan, fakta, undian), teratas)
            gone, new = (u for u in before if u not in after), (u for u in after if u not in before)
            trials.append(Uji(kriteria.id, (tenths - 10) * 10, tuple(gone), tuple(new)))
    return Kepekaan(teratas, tuple(trials))


def first(hasil: Hasil, number: int) -> tuple[str, ...]:
    """The usulan whose rank is at most ``number``."""
    return tuple(row.usulan for row in hasil.baris if row.peringkat is not None and row.peringkat <= number)


def _with_weights(aturan: Aturan, weights: Sequence[Fraction]) -> Aturan:
    """The same rules with these weights, as whole numbers: only their ratio matters."""
    times = lcm(*(weight.denominator for weight in weights))
    kriteria = tuple(replace(k, bobot=int(weight * times)) for k, weight in zip(aturan.kriteria, weights, strict=True))
    same: dict[Metode, Metode] = {"ahp": "bobot", "ahp_normal": "normal"}
    metode = same.get(aturan.cara.metode, aturan.cara.metode)
    return replace(aturan, kriteria=kriteria, cara=replace(aturan.cara, metode=metode, perbandingan=()))
