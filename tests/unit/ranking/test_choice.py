"""From the order to what goes ahead: limits, origins, safeguard, equal shares. Each example worked by hand."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.domain.cara import CaraPagu, Pengaman
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria
from musrenbang_desktop.ranking.choice import Batas, Pilihan, choose
from musrenbang_desktop.ranking.equal_shares import Suara, equal_shares
from musrenbang_desktop.ranking.origin import jumps, within
from musrenbang_desktop.ranking.result import Hasil
from musrenbang_desktop.ranking.safeguard import guard
from musrenbang_desktop.ranking.weighted import rank

DD = "Dana Desa"


def order(scores: Mapping[str, int | None]) -> Hasil:
    aturan = Aturan(kriteria=(Kriteria("k", "K", "K", 1, terkecil=0, terbesar=99),), kelompok=(Kelompok("A", "A"),))
    return rank(aturan, {"A": {usulan: (score,) for usulan, score in scores.items()}}, list(scores))


def reasons(pilihan: Pilihan) -> dict[str, str]:
    return {one.usulan: one.sebab for one in pilihan.putusan}


EMPAT = order({"a": 9, "b": 8, "c": 7, "d": 6})
BIAYA = {"a": {DD: 50}, "b": {DD: 70}, "c": {DD: 30}, "d": {DD: 20}}


def test_what_does_not_fit_is_skipped_and_the_rest_goes_on() -> None:
    """100 - 50 = 50; 70 does not fit; 50 - 30 = 20; 20 - 20 = 0."""
    pilihan = choose(EMPAT, Batas(pagu={DD: 100}), BIAYA)
    assert reasons(pilihan) == {"a": "masuk", "b": "tidak_muat", "c": "masuk", "d": "masuk"}
    assert pilihan.sisa == {DD: 0}
    assert [one.usulan for one in pilihan.putusan if one.cadangan] == ["b"]


def test_or_the_first_that_does_not_fit_ends_the_list() -> None:
    pilihan = choose(EMPAT, Batas(cara="berhenti", pagu={DD: 100}), BIAYA)
    assert reasons(pilihan) == {
        "a": "masuk", "b": "tidak_muat", "c": "sesudah_berhenti", "d": "sesudah_berhenti"
    }  # fmt: skip
    assert pilihan.sisa == {DD: 50}


ADD = "Alokasi Dana Desa"


def test_each_source_stops_by_itself() -> None:
    """DD: 100 - 50 = 50, 70 does not fit, DD stops. ADD: 40 - 30 = 10, and the 10 of f."""
    hasil = order({"a": 9, "b": 8, "c": 7, "d": 6, "e": 5, "f": 4, "g": 3, "h": 2})
    biaya = {"a": {DD: 50}, "b": {DD: 70}, "c": {ADD: 30}, "d": {DD: 20}, "e": {DD: 5, ADD: 5}, "f": {ADD: 10}}
    biaya |= {"g": {"APBN": 900}}
    pilihan = choose(hasil, Batas(cara="berhenti", pagu={DD: 100, ADD: 40}), biaya)
    assert reasons(pilihan) == {
        "a": "masuk", "b": "tidak_muat", "c": "masuk", "d": "sesudah_berhenti", "e": "sesudah_berhenti", "f": "masuk",
        "g": "pagu_belum_ada", "h": "biaya_belum_ada",
    }  # fmt: skip
    assert pilihan.sisa == {DD: 50, ADD: 0}


def test_an_usulan_of_two_sources_stops_the_one_that_is_too_small() -> None:
    biaya = {"a": {DD: 50, ADD: 41}, "b": {ADD: 1}, "c": {DD: 60}, "d": {DD: 40}}
    pilihan = choose(EMPAT, Batas(cara="berhenti", pagu={DD: 100, ADD: 40}), biaya)
    assert reasons(pilihan) == {"a": "tidak_muat", "b": "sesudah_berhenti", "c": "masuk", "d": "masuk"}


def test_a_tie_at_the_ceiling_stops_its_source_and_no_other() -> None:
    hasil = order({"a": 9, "b": 9, "c": 7, "d": 6})
    biaya = {"a": {DD: 60}, "b": {DD: 60}, "c": {DD: 10}, "d": {ADD: 10}}
    pilihan = choose(hasil, Batas(cara="berhenti", pagu={DD: 100, ADD: 40}), biaya)
    assert reasons(pilihan) == {
        "a": "seri_di_batas", "b": "seri_di_batas", "c": "sesudah_berhenti", "d": "masuk"
    }  # fmt: skip


_SOURCED = st.lists(st.tuples(st.sampled_from((DD, ADD, "PAD")), st.none() | st.integers(1, 60)), max_size=10)


@given(_SOURCED, st.fixed_dictionaries({name: st.integers(0, 120) for name in (DD, ADD, "PAD")}))
def test_sources_that_share_no_usulan_know_nothing_of_each_other(
    cases: list[tuple[str, int | None]], pagu: dict[str, int]
) -> None:
    """The choice over all sources is the choice of each source alone, with the rule to stop and with that to skip."""
    named = {f"u{place}": case for place, case in enumerate(cases)}
    scores = {usulan: 90 - place for place, usulan in enumerate(named)}
    biaya = {usulan: {source: cost} for usulan, (source, cost) in named.items()}
    ways: tuple[CaraPagu, ...] = ("lewati", "berhenti")
    for cara in ways:
        together = choose(order(scores), Batas(cara=cara, pagu=pagu), biaya)
        for source, ceiling in pagu.items():
            own = {usulan: score for usulan, score in scores.items() if named[usulan][0] == source}
            alone = choose(order(own), Batas(cara=cara, pagu={source: ceiling}), biaya)
            assert {usulan: reasons(together)[usulan] for usulan in own} == reasons(alone)
            assert together.sisa[source] == alone.sisa[source]
        if cara == "berhenti":
            for source in pagu:
                told = [one.sebab for one in together.putusan if named[one.usulan][0] == source]
                behind = told[told.index("tidak_muat") + 1 :] if "tidak_muat" in told else []
                assert set(behind) <= {"sesudah_berhenti"}


def test_or_each_origin_has_its_first_n() -> None:
    asal = within(EMPAT, {"a": "Krajan", "b": "Krajan", "c": "Krajan", "d": "Sumber"})
    pilihan = choose(EMPAT, Batas(cara="jatah", ambil=2, pagu={DD: 100}), BIAYA, asal)
    assert reasons(pilihan) == {"a": "masuk", "b": "tidak_muat", "c": "masuk", "d": "masuk"}
    one = choose(EMPAT, Batas(cara="jatah", ambil=1, pagu={DD: 100}), BIAYA, asal)
    assert one.masuk == ("a", "d")


def test_an_unknown_ceiling_limits_nothing_and_says_so() -> None:
    assert set(reasons(choose(EMPAT, Batas(pagu={DD: None}), BIAYA)).values()) == {"pagu_belum_ada"}
    assert set(reasons(choose(EMPAT, Batas(), BIAYA)).values()) == {"masuk"}


def test_each_source_has_its_own_ceiling() -> None:
    biaya = {"a": {DD: 50, "Swadaya": 5}, "b": {"APBN": 900}, "c": {DD: 60}, "d": {DD: None}}
    pilihan = choose(EMPAT, Batas(pagu={DD: 100, "Swadaya": 5}), biaya)
    assert reasons(pilihan) == {
        "a": "masuk", "b": "pagu_belum_ada", "c": "tidak_muat", "d": "biaya_belum_ada"
    }  # fmt: skip
    assert pilihan.sisa == {DD: 50, "Swadaya": 0}


def test_a_quota_leaves_the_rest_in_reserve_and_unscored_ones_apart() -> None:
    pilihan = choose(order({"a": 9, "b": 8, "c": 7, "x": None}), Batas(kuota=2), {})
    assert reasons(pilihan) == {"a": "masuk", "b": "masuk", "c": "di_bawah_batas", "x": "belum_bernilai"}
    assert [one.usulan for one in pilihan.putusan if one.cadangan] == ["c"]


def test_a_limit_between_equals_takes_none_of_them() -> None:
    equal = order({"a": 9, "b": 8, "c": 8, "d": 7})
    assert reasons(choose(equal, Batas(kuota=2), {})) == {
        "a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "di_bawah_batas"
    }  # fmt: skip
    cost = {usulan: {DD: 40} for usulan in "abcd"}
    assert reasons(choose(equal, Batas(pagu={DD: 100}), cost)) == {
        "a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "menunggu_seri"
    }, "40 are left for b or c, by lot; d does not take them"  # fmt: skip
    assert choose(equal, Batas(pagu={DD: 120}), cost).masuk == ("a", "b", "c")


def test_nobody_below_takes_the_place_for_which_equal_ones_wait() -> None:
    """a 9, b and c 8, d 7: of two places one is left for b or c, by lot, and none for d. So it is with two of an RW."""
    tied = order({"a": 9, "b": 8, "c": 8, "d": 7})
    found = reasons(choose(tied, Batas(kuota=2), {}))
    assert found == {"a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "di_bawah_batas"}
    places = within(tied, dict.fromkeys("abcd", "RW 1"))
    found = reasons(choose(tied, Batas(cara="jatah", ambil=2), {}, places))
    assert found == {"a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "di_luar_jatah_asal"}


def test_a_tie_within_an_origin_holds_no_more_places_than_the_origin_has() -> None:
    """a and b of RW 1, one of each RW, two in all: the lot takes a or b, and c has the second place either way."""
    tied = order({"a": 9, "b": 9, "c": 8, "d": 7})
    places = within(tied, {"a": "RW 1", "b": "RW 1", "c": "RW 2", "d": "RW 3"})
    assert reasons(choose(tied, Batas(cara="jatah", ambil=1, kuota=2), {}, places)) == {
        "a": "seri_di_batas", "b": "seri_di_batas", "c": "masuk", "d": "di_bawah_batas"
    }  # fmt: skip


def test_a_tie_at_the_ceiling_of_one_source_leaves_the_other_sources_alone() -> None:
    """Of 100 Dana Desa 60 are left; b and c want 40 each. d wants Dana Desa and waits, e is paid by swadaya, of which
    5 stay for d.
    """
    tied = order({"a": 9, "b": 8, "c": 8, "d": 7, "e": 6})
    biaya = {**{usulan: {DD: 40} for usulan in "abc"}, "d": {DD: 5, "Swadaya": 5}, "e": {"Swadaya": 10}}
    found = choose(tied, Batas(pagu={DD: 100, "Swadaya": 15}), biaya)
    assert reasons(found) == {
        "a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "menunggu_seri", "e": "masuk"
    }  # fmt: skip
    assert found.sisa == {DD: 60, "Swadaya": 5}
    less = choose(tied, Batas(pagu={DD: 100, "Swadaya": 10}), biaya)
    assert reasons(less)["e"] == "menunggu_seri", "after the lot d may take 5 of the 10"


def test_of_two_equal_ones_the_smaller_does_not_pass_where_the_larger_would_stop_it() -> None:
    """40 are left. c first: c takes 30, b does not fit. b first: b does not fit, and nothing behind it is taken."""
    tied = order({"a": 9, "b": 8, "c": 8, "d": 7})
    biaya = {"a": {DD: 60}, "b": {DD: 70}, "c": {DD: 30}, "d": {ADD: 10}}
    pagu = {DD: 100, ADD: 40}
    assert reasons(choose(tied, Batas(cara="berhenti", pagu=pagu), biaya)) == {
        "a": "masuk", "b": "tidak_muat", "c": "seri_di_batas", "d": "masuk"
    }  # fmt: skip
    assert reasons(choose(tied, Batas(pagu=pagu), biaya))["c"] == "masuk", "where it is skipped, c fits either way"


def test_a_tie_that_is_not_about_money_holds_only_the_money_of_its_own() -> None:
    """One of each RW: b and c tie for the place of RW 2, with 40 each. Of 500 Dana Desa 420 stay for those below."""
    tied = order({"a": 9, "b": 8, "c": 8, "d": 7, "e": 6})
    asal = within(tied, {"a": "RW 1", "b": "RW 2", "c": "RW 2", "d": "RW 3", "e": "RW 4"})
    biaya = {**{usulan: {DD: 40} for usulan in "abc"}, "d": {DD: 300}, "e": {DD: 100}}
    found = choose(tied, Batas(cara="jatah", ambil=1, pagu={DD: 500}), biaya, asal)
    assert reasons(found) == {
        "a": "masuk", "b": "seri_di_batas", "c": "seri_di_batas", "d": "masuk", "e": "menunggu_seri"
    }  # fmt: skip


def test_one_that_does_not_fit_may_stop_more_sources_after_the_others_of_its_rank() -> None:
    """b wants too much ADD whatever is drawn. Drawn after c it finds too little Dana Desa too and stops it for a."""
    tied = order({"a": 8, "b": 8, "c": 8})
    biaya = {"a": {DD: 0}, "b": {DD: 56, ADD: 35}, "c": {DD: 47}}
    found = reasons(choose(tied, Batas(cara="berhenti", pagu={DD: 60, ADD: 30}), biaya))
    assert found == {"a": "seri_di_batas", "b": "tidak_muat", "c": "seri_di_batas"}
    little = biaya | {"c": {DD: 4}}
    found = reasons(choose(tied, Batas(cara="berhenti", pagu={DD: 60, ADD: 30}), little))
    assert found == {"a": "masuk", "b": "tidak_muat", "c": "masuk"}, "56 are left for b either way"


def test_below_a_source_that_only_a_lot_may_stop_everybody_waits() -> None:
    """c or d takes the last 30 Dana Desa; the other one stops it, and with it b, which costs it nothing. Of ADD, which
    only c wants and cannot have, it depends on the lot too: drawn after d, c stops it.
    """
    tied = order({"a": 9, "c": 8, "d": 8, "b": 7, "e": 6})
    biaya = {"a": {DD: 60}, "c": {DD: 30, ADD: 59}, "d": {DD: 30, ADD: 10}, "b": {DD: 0}, "e": {ADD: 0}}
    found = reasons(choose(tied, Batas(cara="berhenti", pagu={DD: 100, ADD: 50}), biaya))
    assert found["c"] == "tidak_muat" and not {"b", "e"} & {key for key, why in found.items() if why == "masuk"}


def test_whom_its_origin_may_shut_out_stops_nothing_for_sure() -> None:
    """b and c of one RW, one of each. Drawn first, c shuts b out, and e may have ADD; then f finds too little of it."""
    tied = order({"b": 8, "c": 8, "e": 7, "f": 6})
    biaya = {"b": {ADD: 60}, "c": {DD: 10}, "e": {ADD: 30}, "f": {ADD: 10, DD: 5}}
    asal = within(tied, {"b": "RW 1", "c": "RW 1", "e": "RW 2", "f": "RW 3"})
    found = reasons(choose(tied, Batas(cara="berhenti", ambil=1, pagu={DD: 50, ADD: 35}), biaya, asal))
    assert found == {"b": "tidak_muat", "c": "masuk", "e": "menunggu_seri", "f": "menunggu_seri"}


_COST = st.dictionaries(st.sampled_from((DD, ADD)), st.none() | st.integers(0, 60), max_size=2)
_TIED = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(0, 2), _COST, st.sampled_from("XYZ")), min_size=2
)
_WAYS: tuple[CaraPagu, ...] = ("lewati", "berhenti", "jatah")


@settings(max_examples=600)
@given(
    _TIED,
    st.builds(
        Batas,
        cara=st.sampled_from(_WAYS),
        kuota=st.integers(0, 3),
        ambil=st.integers(0, 2),
        pagu=st.sampled_from(({DD: 100}, {DD: 100, ADD: 50})),
    ),
    st.permutations("abcdef"),
)
def test_whoever_goes_ahead_before_the_lot_goes_ahead_after_it(
    cases: dict[str, tuple[int, dict[str, int | None], str]], batas: Batas, lot: list[str]
) -> None:
    biaya = {usulan: cost for usulan, (_, cost, _) in cases.items()}
    asal = {usulan: origin for usulan, (_, _, origin) in cases.items()}
    tied = order({usulan: score for usulan, (score, _, _) in cases.items()})
    drawn = order({usulan: score * 10 + lot.index(usulan) for usulan, (score, _, _) in cases.items()})
    before = choose(tied, batas, biaya, within(tied, asal))
    assert set(before.masuk) <= set(choose(drawn, batas, biaya, within(drawn, asal)).masuk)


def test_the_place_within_the_origin() -> None:
    asal = {"a": "RW 1", "b": "RW 2", "c": "RW 1", "d": "RW 2"}
    found = within(EMPAT, asal, {"b": 2, "d": 1, "a": 1})
    assert {usulan: found[usulan].label for usulan in "abcd"} == {"a": "P1", "c": "P2", "b": "P2", "d": "P1"}
    assert found["b"].sendiri and not found["a"].sendiri, "RW 1 did not rank all of its own"
    assert jumps(["a", "b", "c", "d"], found) == [("b", "d")]
    taken = choose(EMPAT, Batas(cara="jatah", ambil=1), {}, found)
    assert taken.masuk == ("a", "d"), "RW 2 put d first itself"


def origins(named: Mapping[str, str]) -> dict[str, frozenset[str]]:
    return {usulan: frozenset({name}) for usulan, name in named.items()}


def test_the_safeguard_may_ask_for_a_tema_and_an_usulan_may_have_several() -> None:
    """First two: a, b. One of perempuan and one of lansia: c serves both and comes for b, nobody else has to leave."""
    asal = {"tema": {"c": frozenset({"perempuan", "lansia"}), "d": frozenset({"lansia"})}}
    rules = [Pengaman("dari", "tema", name, 1, 2) for name in ("perempuan", "lansia")]
    (found,) = guard(EMPAT, rules, asal)
    assert (found.tanpa, found.dengan) == (("a", "b"), ("a", "c"))
    assert len(found.pertukaran) == 1 and found.tidak_terpenuhi == ()
    (both,) = guard(EMPAT, [Pengaman("dari", "tema", "lansia", 2, 2)], asal)
    assert both.dengan == ("c", "d")


def test_the_safeguard_shows_both_lists() -> None:
    """First three: a, b, c, all Krajan. Each dusun at least one: d of Sumber comes for c, the lowest."""
    asal = {"dusun": origins({"a": "Krajan", "b": "Krajan", "c": "Krajan", "d": "Sumber"})}
    (found,) = guard(EMPAT, [Pengaman("tiap", "dusun", "", 1, 3)], asal)
    assert found.tanpa == ("a", "b", "c")
    assert found.dengan == ("a", "b", "d")
    assert [(swap.masuk, swap.keluar, swap.asal) for swap in found.pertukaran] == [("d", "c", "Sumber")]
    assert found.tidak_terpenuhi == ()


def test_the_safeguard_names_those_whom_only_a_lot_can_part() -> None:
    """b, c and d share rank 2; the first two end among them, the first four and the first one do not."""
    tied = order({"a": 9, "b": 8, "c": 8, "d": 8, "e": 6})
    asal = {"dusun": origins(dict.fromkeys("abcde", "Krajan"))}
    found = guard(tied, [Pengaman("tiap", "dusun", "", 1, first) for first in (1, 2, 4, 5)], asal)
    assert [one.seri for one in found] == [(), ("b", "c", "d"), (), ()]


def test_a_safeguard_that_cannot_be_met_says_by_how_many() -> None:
    asal = {"pengusul": origins({"b": "PKK"})}
    rule = Pengaman("dari", "pengusul", "PKK", 2, 2)
    (found,) = guard(EMPAT, [rule], asal)
    assert found.dengan == ("a", "b")
    assert found.tidak_terpenuhi == ((rule, "PKK", 1),)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(st.integers(0, 4), st.integers(1, 60)), min_size=1))
def test_nothing_goes_over_a_ceiling_and_the_order_stays(cases: dict[str, tuple[int, int]]) -> None:
    hasil = order({usulan: score for usulan, (score, _) in cases.items()})
    biaya = {usulan: {DD: cost} for usulan, (_, cost) in cases.items()}
    ways: tuple[CaraPagu, ...] = ("lewati", "berhenti")
    for cara in ways:
        pilihan = choose(hasil, Batas(cara=cara, pagu={DD: 100}), biaya)
        spent = sum(cases[usulan][1] for usulan in pilihan.masuk)
        assert spent + pilihan.sisa[DD] == 100 and spent <= 100
        assert [one.usulan for one in pilihan.putusan] == [row.usulan for row in hasil.baris]


def test_equal_shares_as_in_the_module() -> None:
    ballots = [Suara({"talud": 1}), Suara({"talud": 1, "pompa": 1}), Suara({"pompa": 1, "pos": 1})]
    found = equal_shares({"talud": 40, "pompa": 45, "pos": 30}, 90, ballots, ["talud", "pompa", "pos"])
    assert [(one.usulan, one.tarif) for one in found.terpilih] == [("talud", 20), ("pos", 30)]
    assert found.sisa == 20


def test_equal_prices_go_by_the_order_of_the_hall_and_are_named() -> None:
    cost, ballots = {"a": 30, "b": 30}, [Suara({"a": 1, "b": 1}, 3)]
    for urutan in (["a", "b"], ["b", "a"]):
        found = equal_shares(cost, 40, ballots, urutan)
        assert [(one.usulan, one.seri) for one in found.terpilih] == [(urutan[0], (urutan[1],))]
        assert found.sisa == Fraction(10)


@given(
    st.lists(
        st.tuples(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4), max_size=3), st.integers(1, 3)),
        min_size=1,
        max_size=6,
    ),
    st.integers(1, 200),
)
def test_equal_ballots_may_be_counted_together(cases: list[tuple[dict[str, int], int]], pagu: int) -> None:
    cost = {"a": 20, "b": 35, "c": 50, "d": 15}
    together = [Suara(use, persons) for use, persons in cases]
    single = [Suara(use) for use, persons in cases for _ in range(persons)]
    found = equal_shares(cost, pagu, together, "abcd")
    assert found == equal_shares(cost, pagu, list(reversed(single)), "abcd")
    scaled = [Suara({u: Fraction(n, 7) for u, n in one.guna.items()}, one.orang) for one in together]
    smaller = equal_shares(cost, pagu, scaled, "abcd")
    assert [(one.usulan, one.tarif / 7) for one in smaller.terpilih] == [(o.usulan, o.tarif) for o in found.terpilih]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("musrenbang_desktop.ranking.equal_shares._SINGLE", 0)
        assert equal_shares(cost, pagu, together, "abcd") == found
    assert found.sisa == pagu - sum(cost[one.usulan] for one in found.terpilih) >= 0


def test_without_voters_nothing_is_bought() -> None:
    assert equal_shares({"a": 1}, 10, [], ["a"]).terpilih == ()
    assert equal_shares({"a": 20}, 10, [Suara({"a": 1})], ["a"]).terpilih == ()
