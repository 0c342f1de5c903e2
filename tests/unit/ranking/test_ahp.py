"""Weights from pairs of criteria: exact, with the ratio that tells whether the pairs agree."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.ranking.ahp import Banding, missing, weights

HAL = ("urgensi", "manfaat", "biaya")


def test_comparisons_that_agree_give_their_own_ratio() -> None:
    """Columns 1, 1/2, 1/4 and so on: weights 4/7, 2/7, 1/7; ratio 0."""
    found = weights(HAL, [("urgensi", "manfaat", Fraction(2)), ("biaya", "urgensi", Fraction(1, 4)),
                          ("manfaat", "biaya", Fraction(2))])  # fmt: skip
    assert found.bobot == (Fraction(4, 7), Fraction(2, 7), Fraction(1, 7))
    assert found.rasio == 0 and found.konsisten


def test_comparisons_that_disagree_are_told_apart() -> None:
    """u:m 3, m:b 3, u:b 1. Columns: u 1, 1/3, 1 (7/3); m 3, 1, 1/3 (13/3); b 1, 3, 1 (5).

    Weight of u: (3/7 + 9/13 + 1/5) : 3 = 601/1365, of m: (1/7 + 3/13 + 3/5) : 3 = 443/1365, of b: 321/1365.
    """
    found = weights(HAL, [("urgensi", "manfaat", Fraction(3)), ("manfaat", "biaya", Fraction(3)),
                          ("urgensi", "biaya", Fraction(1))])  # fmt: skip
    assert found.bobot == (Fraction(601, 1365), Fraction(443, 1365), Fraction(321, 1365))
    rows = [601 + 3 * 443 + 321, Fraction(601, 3) + 443 + 3 * 321, 601 + Fraction(443, 3) + 321]
    largest = sum(Fraction(row) / own for row, own in zip(rows, (601, 443, 321), strict=True)) / 3
    assert found.rasio == (largest - 3) / 2 / Fraction(58, 100)
    assert not found.konsisten


def test_every_pair_must_be_asked_once() -> None:
    known: list[Banding] = [("urgensi", "manfaat", Fraction(2))]
    assert missing(HAL, known) == (("urgensi", "biaya"), ("manfaat", "biaya"))
    for more, code in (
        ((), "tidak_lengkap"),
        ((("manfaat", "urgensi", Fraction(1)),), "ganda"),
        ((("urgensi", "harga", Fraction(1)),), "tidak_dikenal"),
        ((("urgensi", "biaya", Fraction(10)),), "di_luar_batas"),
    ):
        with pytest.raises(RuleBroken) as broken:
            weights(HAL, [*known, *more])
        assert (broken.value.field, broken.value.code) == ("perbandingan", code)


@given(st.lists(st.integers(1, 3), min_size=3, max_size=6))
def test_consistent_pairs_are_reproduced_exactly(parts: list[int]) -> None:
    names = [f"k{n}" for n in range(len(parts))]
    pairs = [(a, b, Fraction(x, y)) for i, (a, x) in enumerate(zip(names, parts, strict=True))
             for b, y in list(zip(names, parts, strict=True))[i + 1 :]]  # fmt: skip
    found = weights(names, pairs)
    assert found.bobot == tuple(Fraction(part, sum(parts)) for part in parts)
    assert found.rasio == 0


TIMES = [Fraction(n) for n in (1, 2, 5, 9)] + [Fraction(1, 3), Fraction(1, 7)]


@given(st.lists(st.sampled_from(TIMES), min_size=6, max_size=6), st.permutations(range(4)))
def test_weights_add_up_to_one_whatever_the_order(times: list[Fraction], order: list[int]) -> None:
    names = ["a", "b", "c", "d"]
    pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1 :]]
    asked = [(a, b, n) for (a, b), n in zip(pairs, times, strict=True)]
    found = weights(names, asked)
    assert sum(found.bobot) == 1 and found.rasio >= 0
    other = weights([names[n] for n in order], list(reversed(asked)))
    assert other.bobot == tuple(found.bobot[n] for n in order)
    assert other.rasio == found.rasio
