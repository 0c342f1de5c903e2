"""Every method worked by hand, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.cara import BERBANDING, GABUNG, METODE, CaraHitung, Gabung, Metode, from_json, to_json
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kelas, Kelompok, Kriteria, Nilai, Undian
from musrenbang_desktop.ranking.count import count
from musrenbang_desktop.ranking.explain import kenapa
from musrenbang_desktop.ranking.pairwise import pair, pairs
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.sensitivity import sensitivity
from musrenbang_desktop.ranking.ties import Fakta
from musrenbang_desktop.ranking.votes import excess

Lembar = dict[str, dict[str, tuple[Nilai, ...]]]

SATU = (Kelompok("A", "Kelompok A"),)
TIGA = tuple(Kelompok(name, name) for name in "ABC")


def rules(
    *kriteria: Kriteria, kelompok: tuple[Kelompok, ...] = SATU, seri: tuple[str, ...] = (), **cara: object
) -> Aturan:
    return Aturan(kriteria=kriteria, kelompok=kelompok, seri=seri, cara=from_json(dict(cara)))


def nilai(hasil: Hasil) -> dict[str, Fraction | None]:
    return {row.usulan: row.nilai for row in hasil.baris}


def ranks(hasil: Hasil) -> list[tuple[str, int | None]]:
    return [(row.usulan, row.peringkat) for row in hasil.baris]


def test_normalised_scores_as_in_the_module() -> None:
    aturan = rules(Kriteria("m", "Manfaat", "M", 5), Kriteria("b", "Biaya", "B", 3, "biaya"), metode="normal")
    hasil = count(aturan, {"A": {"talud": (4, 2), "jalan": (5, 4)}}, ["jalan", "talud"])
    assert nilai(hasil) == {"talud": 7, "jalan": Fraction(13, 2)}
    assert hasil.satu("jalan").per_kriteria == (5, Fraction(3, 2))


def test_a_cost_is_reversed_once_only() -> None:
    """The double inversion of a published program would put the dearer one first: here the cheaper one is."""
    aturan = rules(Kriteria("b", "Anggaran", "A", 1, "biaya"), metode="normal")
    assert ranks(count(aturan, {"A": {"mahal": (5,), "murah": (1,)}}, ["mahal", "murah"]))[0][0] == "murah"


def test_zero_cannot_be_divided_by() -> None:
    with pytest.raises(RuleBroken) as broken:
        count(rules(Kriteria("b", "Biaya", "B", 1, "biaya", 0, 4), metode="normal"), {}, [])
    assert (broken.value.field, broken.value.code) == ("terkecil", "harus_positif")


def test_product_of_usg() -> None:
    """4x5x3 = 60 and 5x5x2 = 50, mean 55; the other 3x3x3 = 27 and 5x4x3 = 60, mean 87/2."""
    usg = [Kriteria(name.lower(), name, name, 1) for name in "USG"]
    aturan = rules(*usg, kelompok=TIGA[:2], metode="kali")
    sheets: Lembar = {"A": {"x": (4, 5, 3), "y": (3, 3, 3)}, "B": {"x": (5, 5, 2), "y": (5, 4, 3)}}
    assert nilai(count(aturan, sheets, ["y", "x"])) == {"x": 55, "y": Fraction(87, 2)}


def test_pairs_as_in_the_module() -> None:
    aturan = rules(Kriteria("m", "Menang", "M", 1, terkecil=0, terbesar=2), metode="banding", gabung="jumlah")
    sheet = {pair("jalan", "talud"): (2,), pair("talud", "pompa"): (0,), pair("pompa", "jalan"): (1,)}
    assert pair("talud", "jalan") == "jalan~talud"
    hasil = count(aturan, {"A": dict(sheet)}, ["pompa", "talud", "jalan"])
    assert nilai(hasil) == {"talud": Fraction(3, 2), "jalan": 1, "pompa": Fraction(1, 2)}


def test_a_pair_that_was_not_asked_counts_for_nobody() -> None:
    aturan = rules(Kriteria("m", "Menang", "M", 1, terkecil=0, terbesar=2), metode="banding")
    hasil = count(aturan, {"A": {pair("a", "b"): (1,)}}, ["a", "b", "c"])
    assert {row.nilai for row in hasil.baris} == {None}
    assert {(cell.usulan, cell.lawan) for cell in hasil.kurang} == {("a", "c"), ("c", "a"), ("b", "c"), ("c", "b")}


def test_first_second_and_third_choices() -> None:
    """4x3 + 3x2 + 1x1 = 19 in one group and 1x3 + 0 + 2x1 = 5 in the other: 24. Then 2x3 + 6x2 = 18 and 3x3 = 9: 27."""
    places = [Kriteria(f"p{n}", f"Pilihan {n}", f"P{n}", 4 - n, terkecil=0, terbesar=999) for n in (1, 2, 3)]
    groups = (Kelompok("A", "A", pemilih=10), Kelompok("B", "B", pemilih=6))
    aturan = rules(*places, kelompok=groups, metode="peringkat", gabung="jumlah")
    sheets: Lembar = {"A": {"t": (4, 3, 1), "j": (2, 6, 0)}, "B": {"t": (1, 0, 2), "j": (3, 0, 0)}}
    assert nilai(count(aturan, sheets, ["t", "j"])) == {"j": 27, "t": 24}
    assert excess(aturan, sheets) == ()
    more = excess(aturan, {**sheets, "B": {"t": (4, 0, 2), "j": (3, 0, 0)}})
    assert [(found.kriteria, found.tercatat, found.paling_banyak) for found in more] == [("p1", 7, 6)]


def test_no_more_votes_than_persons_and_no_more_dots_than_given() -> None:
    one = Kriteria("s", "Suara", "S", 1, terkecil=0, terbesar=999)
    group = (Kelompok("A", "A", pemilih=10),)
    approval = rules(one, kelompok=group, metode="setuju", gabung="jumlah")
    assert [found.usulan for found in excess(approval, {"A": {"t": (11,), "j": (10,)}})] == ["t"]
    dots = rules(one, kelompok=group, metode="titik", gabung="jumlah", jatah_suara=3)
    assert excess(dots, {"A": {"t": (20,), "j": (10,)}}) == ()
    assert [found.tercatat for found in excess(dots, {"A": {"t": (21,), "j": (10,)}})] == [31]
    unknown = replace(dots, kelompok=SATU)
    assert excess(unknown, {"A": {"t": (999,)}}) == ()


MERGED = {
    "rata_rata": {"talud": 14, "jalan": 14, "pompa": Fraction(32, 3)},
    "jumlah": {"talud": 42, "jalan": 42, "pompa": 32},
    "median": {"talud": 15, "jalan": 16, "pompa": 11},
    "poin_peringkat": {"talud": 3, "jalan": 5, "pompa": 1},
}


@pytest.mark.parametrize("gabung", GABUNG)
def test_merging_rules_as_in_the_module(gabung: Gabung) -> None:
    aturan = rules(Kriteria("k", "K", "K", 1, terkecil=1, terbesar=20), kelompok=TIGA, gabung=gabung)
    sheets: Lembar = {
        "A": {"talud": (19,), "jalan": (16,), "pompa": (12,)},
        "B": {"talud": (15,), "jalan": (16,), "pompa": (11,)},
        "C": {"talud": (8,), "jalan": (10,), "pompa": (9,)},
    }
    assert nilai(count(aturan, sheets, ["pompa", "jalan", "talud"])) == MERGED[gabung]


def test_points_of_classes_stand_in_for_the_score() -> None:
    """Class 2 is worth 7/2 and class 1 is worth 1; weight 2: 7 and 2."""
    kelas = (Kelas(1, "kurang dari 20 KK", Fraction(1)), Kelas(2, "20 KK atau lebih", Fraction(7, 2)))
    aturan = rules(Kriteria("m", "Manfaat", "M", 2, "untung", 1, 2, kelas))
    assert nilai(count(aturan, {"A": {"x": (2,), "y": (1,)}}, ["x", "y"])) == {"x": 7, "y": 2}


def test_groups_of_a_bidang_score_their_own_usulan_only() -> None:
    groups = (Kelompok("A", "Fisik", bidang="Sarana"), Kelompok("B", "Sosial", bidang="Sosial"))
    aturan = rules(Kriteria("k", "K", "K", 1), kelompok=groups)
    facts = {"jalan": Fakta("Sarana"), "gizi": Fakta("sosial"), "talud": Fakta("Sarana")}
    sheets: Lembar = {"A": {"jalan": (3,), "talud": (5,)}, "B": {"gizi": (4,)}}
    hasil = count(aturan, sheets, list(facts), facts)
    assert ranks(hasil) == [("talud", 1), ("gizi", 2), ("jalan", 3)]
    assert count(aturan, {"A": sheets["A"]}, list(facts), facts).kurang[0].kelompok == "B"


def test_a_bidang_with_more_groups_wins_no_tie_by_their_number() -> None:
    """Mean 4 for both; two groups gave jalan 4 + 4, one gave gizi 4."""
    groups = (
        Kelompok("A", "A", bidang="Sarana"),
        Kelompok("B", "B", bidang="Sarana"),
        Kelompok("C", "C", bidang="Sosial"),
    )
    aturan = rules(Kriteria("k", "K", "K", 1), kelompok=groups, seri=("k",))
    facts = {"jalan": Fakta("Sarana"), "gizi": Fakta("Sosial"), "lain": Fakta("Pertanian")}
    sheets: Lembar = {"A": {"jalan": (4,)}, "B": {"jalan": (4,)}, "C": {"gizi": (4,)}}
    hasil = count(aturan, sheets, list(facts), facts)
    assert ranks(hasil) == [("gizi", 1), ("jalan", 1), ("lain", None)]
    assert kenapa(hasil, "lain")[-1].teks == "tidak ada kelompok yang menilai bidang usulan ini"


def test_ties_are_parted_by_facts_then_by_the_lot() -> None:
    aturan = rules(Kriteria("k", "K", "K", 1), seri=("k", "fakta:manfaat"))
    sheets: Lembar = {"A": dict.fromkeys("abcd", (3,))}
    facts = {"a": Fakta(manfaat=10), "b": Fakta(manfaat=30), "c": Fakta(manfaat=10), "d": Fakta(manfaat=20)}
    assert ranks(count(aturan, sheets, "abcd", facts)) == [("b", 1), ("d", 2), ("a", 3), ("c", 3)]
    drawn = (Undian(("c", "a"), ("Sutrisno", "Aminah")),)
    assert ranks(count(aturan, sheets, "abcd", facts, drawn)) == [("b", 1), ("d", 2), ("c", 3), ("a", 4)]
    unknown = {**facts, "d": Fakta()}
    assert {place for _, place in ranks(count(aturan, sheets, "abcd", unknown))} == {1}, "an unknown parts nobody"


def test_a_lot_never_overrules_a_score() -> None:
    aturan = rules(Kriteria("k", "K", "K", 1))
    sheets: Lembar = {"A": {"a": (3,), "b": (4,)}}
    assert ranks(count(aturan, sheets, "ab", {}, (Undian(("a", "b"), ("S", "A")),))) == [("b", 1), ("a", 2)]


def test_sensitivity_names_who_crosses_the_line() -> None:
    """M x10, B x10. a: 5, 1 -> 60; b: 1, 4 -> 50; c: 3, 3 -> 60. With B x12: a 62, b 58, c 66: a leaves.

    First one: a and c share rank 1. M less (x9): a 55, c 57: a leaves. M more (x11): a 65, c 63: c leaves.
    """
    aturan = rules(Kriteria("m", "M", "M", 1), Kriteria("b", "B", "B", 1))
    sheets: Lembar = {"A": {"a": (5, 1), "b": (1, 4), "c": (3, 3)}}
    found = {(uji.kriteria, uji.persen): uji.keluar for uji in sensitivity(aturan, sheets, "abc", 1).uji}
    assert found[("m", -10)] == ("a",)
    assert found[("m", 10)] == ("c",)
    assert found[("b", 20)] == ("a",)
    assert len(found) == 8


# -- what holds for every method ------------------------------------------------------------------------------------

Kasus = tuple[Aturan, Lembar, list[str]]


@st.composite
def kasus(draw: st.DrawFn, missing: bool = True, metode: tuple[Metode, ...] = METODE) -> Kasus:
    method = draw(st.sampled_from(metode))
    gabung = draw(st.sampled_from(GABUNG))
    width = 1 if method == "banding" else draw(st.integers(1, 3))
    low, high = (0, 2) if method == "banding" else (1, 4)
    kriteria = tuple(
        Kriteria(f"k{n}", f"K{n}", "K", draw(st.integers(1, 4)), draw(st.sampled_from(["untung", "biaya"])), low, high)
        for n in range(width)
    )
    perbandingan = tuple(
        (a.id, b.id, draw(st.sampled_from([Fraction(1, 3), Fraction(1), Fraction(5)])))
        for place, a in enumerate(kriteria)
        for b in kriteria[place + 1 :]
    )
    cara = CaraHitung(metode=method, gabung=gabung, perbandingan=perbandingan if method in BERBANDING else ())
    kelompok = TIGA[: draw(st.integers(1, 3))]
    usulan = [f"u-{n}" for n in range(draw(st.integers(0, 6)))]
    seri = tuple(draw(st.lists(st.sampled_from([k.id for k in kriteria]), unique=True)))
    keys = [pair(a, b) for a, b in pairs(usulan)] if method == "banding" else usulan
    cell = st.integers(low, high)
    row = st.tuples(*[st.one_of(st.none(), cell) if missing else cell for _ in kriteria])
    lembar: Lembar = {group.id: {key: draw(row) for key in keys} for group in kelompok}
    return Aturan(kriteria=kriteria, kelompok=kelompok, seri=seri, cara=cara), lembar, usulan


@given(kasus(), st.randoms(use_true_random=False))
def test_the_order_of_input_never_matters(case: Kasus, chance: Random) -> None:
    aturan, lembar, usulan = case
    shuffled = list(usulan)
    chance.shuffle(shuffled)
    sheets = {group: dict(sorted(sheet.items(), reverse=True)) for group, sheet in reversed(lembar.items())}
    assert count(aturan, sheets, shuffled) == count(aturan, lembar, usulan)


@given(kasus(), st.integers(2, 7))
def test_scaling_all_weights_changes_no_place(case: Kasus, times: int) -> None:
    aturan, lembar, usulan = case
    heavier = replace(aturan, kriteria=tuple(replace(k, bobot=k.bobot * times) for k in aturan.kriteria))
    assert ranks(count(heavier, lembar, usulan)) == ranks(count(aturan, lembar, usulan))


@given(kasus())
def test_a_missing_score_is_reported_and_never_counts(case: Kasus) -> None:
    aturan, lembar, usulan = case
    hasil = count(aturan, lembar, usulan)
    waiting = {cell.usulan for cell in hasil.kurang}
    assert {row.usulan for row in hasil.baris if row.nilai is None} == waiting
    assert {row.usulan for row in hasil.baris} == set(usulan)
    for row in hasil.baris:
        assert (row.peringkat is None) == (row.nilai is None)


@given(kasus(missing=False, metode=("bobot", "kali", "setuju", "titik", "peringkat")), st.data())
@settings(max_examples=200)
def test_a_better_score_never_harms(case: Kasus, data: st.DataObject) -> None:
    """One score of one usulan moved the good way: its place is not worse, for every merging rule."""
    aturan, lembar, usulan = case
    if not usulan:
        return
    chosen, group = data.draw(st.sampled_from(usulan)), data.draw(st.sampled_from(aturan.kelompok)).id
    column = data.draw(st.integers(0, len(aturan.kriteria) - 1))
    row = list(lembar[group][chosen])
    best = 4 if aturan.kriteria[column].arah == "untung" else 1
    row[column] = best
    better = {**lembar, group: {**lembar[group], chosen: tuple(row)}}
    before, after = count(aturan, lembar, usulan).satu(chosen), count(aturan, better, usulan).satu(chosen)
    assert before.peringkat is not None and after.peringkat is not None
    assert after.peringkat <= before.peringkat


@given(kasus())
def test_points_add_up_where_they_are_shown(case: Kasus) -> None:
    aturan, lembar, usulan = case
    for row in count(aturan, lembar, usulan).baris:
        if row.nilai is not None and row.per_kriteria:
            assert sum(row.per_kriteria) == row.nilai
        assert len(row.total_kelompok) == (len(aturan.kelompok) if row.nilai is not None else 0)


@given(kasus())
def test_the_way_of_counting_survives_being_written(case: Kasus) -> None:
    assert from_json(to_json(case[0].cara)) == case[0].cara
