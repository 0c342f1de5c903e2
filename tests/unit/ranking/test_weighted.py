"""Exact ranking: by hand, by properties, and against an independent calculation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Arah, Aturan, Kelompok, Kriteria, Nilai
from musrenbang_desktop.ranking.weighted import Hasil, SelKurang, rank, urutan_id

Lembar = dict[str, dict[str, tuple[Nilai, ...]]]

MENDESAK = Kriteria("m", "Mendesak", "M", 3)
BIAYA = Kriteria("b", "Biaya", "B", 1, "biaya")
DUA = (Kelompok("A", "Kelompok A"), Kelompok("B", "Kelompok B"))
CONTOH: Lembar = {
    "A": {"talud": (5, 2), "jalan": (4, 1), "pompa": (5, 5)},
    "B": {"talud": (4, 3), "jalan": (4, 1), "pompa": (3, 4)},
}
USULAN = ("pompa", "jalan", "talud")


def aturan(*seri: str) -> Aturan:
    return Aturan(kriteria=(MENDESAK, BIAYA), kelompok=DUA, seri=seri)


def places(hasil: Hasil) -> list[tuple[str, int | None, bool]]:
    return [(baris.usulan, baris.peringkat, baris.seri) for baris in hasil.baris]


def test_example_worked_by_hand() -> None:
    hasil = rank(aturan("m"), CONTOH, USULAN)
    assert places(hasil) == [("talud", 1, False), ("jalan", 2, False), ("pompa", 3, False)]
    assert [b.nilai for b in hasil.baris] == [17, 17, Fraction(27, 2)]
    talud = hasil.satu("talud")
    assert talud.per_kriteria == (Fraction(27, 2), Fraction(7, 2))
    assert talud.total_kelompok == (19, 15)
    assert talud.sebaran == 4
    assert hasil.lengkap and hasil.kurang == ()


def test_tie_that_no_rule_breaks_shares_the_rank() -> None:
    hasil = rank(aturan(), CONTOH, USULAN)
    assert places(hasil) == [("jalan", 1, True), ("talud", 1, True), ("pompa", 3, False)]


def test_second_criterion_of_the_tie_rule_is_used() -> None:
    three = Aturan(kriteria=(MENDESAK, replace(MENDESAK, id="x"), BIAYA), kelompok=DUA[:1], seri=("b", "m"))
    scores: Lembar = {"A": {"u1": (3, 4, 2), "u2": (4, 3, 2)}}
    assert places(rank(three, scores, ["u1", "u2"])) == [("u2", 1, False), ("u1", 2, False)]


def test_shared_ranks_leave_a_gap() -> None:
    scores: Lembar = {"A": {"a": (5, 1), "b": (4, 1), "c": (4, 1), "d": (1, 1)}}
    one = replace(aturan("m"), kelompok=DUA[:1])
    assert [p for _, p, _ in places(rank(one, scores, "dcba"))] == [1, 2, 2, 4]


def test_missing_score_is_listed_and_never_ranked() -> None:
    scores: Lembar = {"A": CONTOH["A"], "B": {"talud": (4, None), "pompa": (3, 4)}}
    hasil = rank(aturan("m"), scores, USULAN)
    assert places(hasil) == [("pompa", 1, False), ("jalan", None, False), ("talud", None, False)]
    talud = hasil.satu("talud")
    assert (talud.nilai, talud.keadaan, talud.per_kriteria, talud.sebaran) == (None, "belum lengkap", (), None)
    assert hasil.kurang == (
        SelKurang("jalan", "B", "m"),
        SelKurang("jalan", "B", "b"),
        SelKurang("talud", "B", "b"),
    )
    assert not hasil.lengkap


def test_score_outside_the_range_counts_for_nothing_and_is_listed() -> None:
    scores: Lembar = {"A": CONTOH["A"], "B": {**CONTOH["B"], "talud": (6, 0)}}
    hasil = rank(aturan(), scores, USULAN)
    assert hasil.satu("talud").nilai is None
    assert hasil.kurang == (SelKurang("talud", "B", "m", 6), SelKurang("talud", "B", "b", 0))


@pytest.mark.parametrize("terbesar", [5, 255, 256, 999])
@pytest.mark.parametrize("skor", [-1, 0, 1, 5, 6, 255, 256, 257, 999, 1000, None])
def test_scores_of_any_size_count_within_the_range_only(terbesar: int, skor: int | None) -> None:
    rules = Aturan(kriteria=(Kriteria("m", "M", "M", 2, terkecil=1, terbesar=terbesar),), kelompok=DUA)
    hasil = rank(rules, {"A": {"talud": (1,)}, "B": {"talud": (skor,)}}, ["talud"])
    within = skor is not None and 1 <= skor <= terbesar
    assert hasil.satu("talud").nilai == (1 + (skor or 0) if within else None)
    assert hasil.kurang == (() if within else (SelKurang("talud", "B", "m", skor),))


def test_without_groups_or_criteria_nothing_has_a_nilai() -> None:
    for rules in (replace(aturan(), kelompok=()), Aturan(kriteria=(), kelompok=DUA)):
        hasil = rank(rules, {}, USULAN)
        assert [b.nilai for b in hasil.baris] == [None, None, None]


def test_sheets_of_strangers_are_left_aside() -> None:
    strange: Lembar = {**CONTOH, "C": {"talud": (1, 1)}, "A": {**CONTOH["A"], "dicabut": (5, 1)}}
    assert rank(aturan(), strange, USULAN) == rank(aturan(), CONTOH, USULAN)


def test_wrong_calls() -> None:
    with pytest.raises(RuleBroken) as broken:
        rank(aturan("harga"), CONTOH, USULAN)
    assert (broken.value.field, broken.value.code, broken.value.text) == ("seri", "tidak_dikenal", "harga")
    with pytest.raises(RuleBroken) as broken:
        rank(aturan(), CONTOH, ("talud", "talud"))
    assert (broken.value.field, broken.value.code) == ("usulan", "ganda")
    with pytest.raises(ValueError, match="talud: a row of scores has not 2 cells"):
        rank(aturan(), {"A": {"talud": (5,)}}, USULAN)
    with pytest.raises(KeyError):
        rank(aturan(), CONTOH, USULAN).satu("lain")


def test_ids_are_shown_in_the_order_people_count() -> None:
    assert sorted(["k7q2-10", "k7q2-9", "a-1", "k7q2-09"], key=urutan_id) == ["a-1", "k7q2-09", "k7q2-9", "k7q2-10"]


# -- properties ---------------------------------------------------------------------------------------------------

Kasus = tuple[Aturan, Lembar, list[str]]


@st.composite
def kasus(draw: st.DrawFn, missing: bool = True) -> Kasus:
    """Rules with ranges and directions of all kinds, few distinct scores so that ties are common."""
    kriteria = []
    for number in range(draw(st.integers(1, 4))):
        low = draw(st.integers(-2, 2))
        high = low + draw(st.integers(1, 4))
        arah: Arah = draw(st.sampled_from(["untung", "biaya"]))
        kriteria.append(Kriteria(f"k{number}", f"K{number}", "K", draw(st.integers(1, 4)), arah, low, high))
    kelompok = tuple(Kelompok(f"g{n}", f"G{n}") for n in range(draw(st.integers(1, 4))))
    usulan = [f"u-{n}" for n in range(draw(st.integers(0, 7)))]
    seri = draw(st.lists(st.sampled_from([k.id for k in kriteria]), unique=True))
    cells = [
        st.one_of(st.none(), st.integers(k.terkecil, k.terbesar)) if missing else st.integers(k.terkecil, k.terbesar)
        for k in kriteria
    ]
    lembar = {g.id: {u: draw(st.tuples(*cells)) for u in usulan} for g in kelompok}
    return Aturan(kriteria=tuple(kriteria), kelompok=kelompok, seri=tuple(seri)), lembar, usulan


def naive(rules: Aturan, lembar: Lembar, usulan: Sequence[str]) -> dict[str, object]:
    """usulan -> (rank, nilai) straight from the rules in words: means as fractions, rank by counting the better."""
    keys: dict[str, list[Fraction]] = {}
    for u in usulan:
        mean: dict[str, Fraction] = {}
        for column, k in enumerate(rules.kriteria):
            points = [lembar[g.id][u][column] for g in rules.kelompok]
            if None not in points:
                known = [Fraction(p) for p in points if p is not None]
                flipped = [k.terbesar + k.terkecil - p for p in known] if k.arah == "biaya" else known
                mean[k.id] = k.bobot * sum(flipped, Fraction(0)) / len(flipped)
        if len(mean) == len(rules.kriteria):
            keys[u] = [sum(mean.values(), Fraction(0)), *(mean[s] for s in rules.seri)]
    return {
        u: (1 + sum(other > keys[u] for other in keys.values()), keys[u][0]) if u in keys else (None, None)
        for u in usulan
    }


@given(kasus())
def test_agrees_with_an_independent_calculation(case: Kasus) -> None:
    hasil = rank(*case)
    assert {b.usulan: (b.peringkat, b.nilai) for b in hasil.baris} == naive(*case)


@given(kasus(), st.randoms(use_true_random=False))
def test_order_of_input_never_matters(case: Kasus, chance: Random) -> None:
    rules, lembar, usulan = case
    mixed = list(usulan)
    chance.shuffle(mixed)
    groups = list(lembar.items())
    chance.shuffle(groups)
    assert rank(rules, {g: dict(reversed(sheet.items())) for g, sheet in groups}, mixed) == rank(rules, lembar, usulan)


@given(kasus(), st.integers(2, 1000))
def test_scaling_all_weights_changes_no_rank(case: Kasus, factor: int) -> None:
    rules, lembar, usulan = case
    scaled = replace(rules, kriteria=tuple(replace(k, bobot=k.bobot * factor) for k in rules.kriteria))
    assert places(rank(scaled, lembar, usulan)) == places(rank(rules, lembar, usulan))


@given(kasus(missing=False), st.data())
def test_a_missing_score_never_counts_as_a_number(case: Kasus, data: st.DataObject) -> None:
    rules, lembar, usulan = case
    if not usulan:
        return
    who, group = data.draw(st.sampled_from(usulan)), data.draw(st.sampled_from(rules.kelompok)).id
    column = data.draw(st.integers(0, len(rules.kriteria) - 1))
    row = list(lembar[group][who])
    row[column] = None
    holed = rank(rules, {**lembar, group: {**lembar[group], who: tuple(row)}}, usulan)
    assert holed.satu(who).nilai is None
    assert holed.kurang == (SelKurang(who, group, rules.kriteria[column].id),)
    assert places(holed)[:-1] == places(rank(rules, lembar, [u for u in usulan if u != who]))


@given(kasus())
def test_parts_add_up_exactly(case: Kasus) -> None:
    rules = case[0]
    for baris in rank(*case).baris:
        if baris.nilai is None:
            assert (baris.peringkat, baris.seri, baris.per_kriteria) == (None, False, ())
        else:
            assert sum(baris.per_kriteria) == baris.nilai
            assert Fraction(sum(baris.total_kelompok), len(rules.kelompok)) == baris.nilai


@settings(max_examples=60)
@given(kasus())
def test_shared_ranks_are_competition_ranks(case: Kasus) -> None:
    ranks = [b.peringkat for b in rank(*case).baris if b.peringkat is not None]
    assert ranks == [1 + sum(other < mine for other in ranks) for mine in ranks]
    shared = {b.usulan for b in rank(*case).baris if b.seri}
    assert shared == {b.usulan for b in rank(*case).baris if b.peringkat is not None and ranks.count(b.peringkat) > 1}
