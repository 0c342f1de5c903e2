"""Quorum, waiting, postponement and the women's rule, as the regulations and the tata tertib count them."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kehadiran import check_tanggal_baru, tahap
from musrenbang_desktop.domain.keterwakilan import Ambang, BarisWakil, Keterwakilan, kelompok_usia
from musrenbang_desktop.domain.kuorum import BAGIAN, AturanDelegasi, AturanKuorum, Bagian, periksa, periksa_delegasi
from musrenbang_desktop.domain.peserta import PesertaBaru, terlambat

ATURAN = AturanKuorum(bagian="2/3", perempuan_persen=30, tiap_dusun=1)


@given(st.integers(0, 2000))
def test_the_needed_number_is_the_smallest_that_reaches_the_share(invited: int) -> None:
    needed = AturanKuorum(bagian="2/3").perlu(invited)
    assert Fraction(needed) >= Fraction(2 * invited, 3) > needed - 1
    half = AturanKuorum(bagian="1/2+1").perlu(invited)
    assert half == (invited // 2 + 1 if invited else 0)
    assert AturanKuorum(bagian="tidak").perlu(invited) == 0


def test_every_share_is_offered() -> None:
    assert set(BAGIAN) == set(get_args(Bagian))


def hall(invited: int, came: int, guests: int, women: int, dusun: dict[str, tuple[int, int]]) -> Keterwakilan:
    here = came + guests
    return Keterwakilan(
        diundang=invited,
        hadir_undangan=came,
        hadir=here,
        baris={
            "jenis_kelamin": (BarisWakil("L", 0, 0, here - women), BarisWakil("P", 0, 0, women)),
            "unsur": (),
            "dusun": tuple(BarisWakil(name, asked, min(asked, n), n) for name, (asked, n) in dusun.items()),
            "usia": (),
            "disabilitas": (),
        },
    )


def test_guests_do_not_make_a_quorum_but_count_as_women_and_for_their_dusun() -> None:
    rules = periksa(ATURAN, hall(64, 42, 18, 18, {"Krajan": (10, 3), "Sumber": (4, 1), "": (2, 0)}))
    quorum, women, dusun = rules
    assert (quorum.jenis, quorum.ada, quorum.perlu, quorum.terpenuhi, quorum.wajib) == ("kuorum", 42, 43, False, True)
    assert (women.ada, women.perlu, women.terpenuhi) == (18, 18, True), "30% of 60"
    assert (dusun.ada, dusun.perlu, dusun.kurang) == (2, 2, ()), "a dusun that was not recorded is no dusun"


def test_a_dusun_without_anybody_is_named_and_needs_a_reason() -> None:
    *_, dusun = periksa(ATURAN, hall(64, 43, 0, 20, {"Krajan": (10, 3), "Sumber": (4, 0), "Luar": (0, 0)}))
    assert (dusun.kurang, dusun.terpenuhi, dusun.wajib) == (("Sumber",), False, True)


def test_who_may_come_from_there_without_a_record_makes_it_a_warning() -> None:
    """Unknown is not zero: somebody whose dusun nobody wrote down may be the one of Sumber."""
    *_, dusun = periksa(ATURAN, hall(64, 43, 0, 20, {"Krajan": (10, 3), "Sumber": (4, 0), "": (5, 1)}))
    assert (dusun.terpenuhi, dusun.wajib) == (False, False)


def test_without_invitations_there_is_no_quorum_to_reach() -> None:
    assert [rule.jenis for rule in periksa(ATURAN, hall(0, 0, 5, 2, {}))] == ["perempuan"]


@pytest.mark.parametrize(
    ("kini", "wanted"),
    [
        (8 * 60, ("belum", 60)),
        (9 * 60 - 1, ("belum", 1)),
        (9 * 60, ("menunggu", 180)),
        (11 * 60 + 59, ("menunggu", 1)),
        (12 * 60, ("habis", 0)),
        (-60, ("belum", 600)),
        (1440 + 60, ("habis", 0)),
    ],
)
def test_the_hall_waits_three_hours_from_the_hour_of_the_invitation(kini: int, wanted: tuple[str, int]) -> None:
    assert tahap(ATURAN, cukup=False, dibuka=False, mulai="09.00", kini=kini) == wanted


def test_a_quorum_ends_the_waiting_and_an_opening_ends_everything() -> None:
    assert tahap(ATURAN, cukup=True, dibuka=False, mulai="09.00", kini=700)[0] == "cukup"
    assert tahap(ATURAN, cukup=False, dibuka=True, mulai="09.00", kini=700)[0] == "dibuka"


@pytest.mark.parametrize(
    ("baru", "code"),
    [("2026-01-21", "terlalu_awal"), ("2026-01-25", "terlalu_lambat"), ("21 Januari", "bukan_tanggal")],
)
def test_a_meeting_is_put_off_by_one_to_three_days(baru: str, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        check_tanggal_baru("2026-01-21", baru, ATURAN)
    for day in ("2026-01-22", "2026-01-24"):
        check_tanggal_baru("2026-01-21", day, ATURAN)


@pytest.mark.parametrize(("jumlah", "perlu"), [(0, 0), (1, 1), (3, 1), (4, 2), (5, 2), (7, 3)])
def test_women_among_the_delegates_are_one_or_thirty_percent_whichever_is_more(jumlah: int, perlu: int) -> None:
    assert AturanDelegasi(perempuan_orang=1, perempuan_persen=30).perempuan_perlu(jumlah) == perlu


def test_a_delegation_of_men_breaks_the_rule_and_none_at_all_does_not() -> None:
    rule = AturanDelegasi(paling_sedikit=3, paling_banyak=5, perempuan_orang=1, perempuan_persen=30)
    men = [PesertaBaru(nama=f"Pak {n}", jenis_kelamin="L") for n in range(6)]
    woman = PesertaBaru(nama="Bu Sri", jenis_kelamin="P")
    assert periksa_delegasi(rule, []) == ()
    assert [one.terpenuhi for one in periksa_delegasi(rule, men[:3])] == [True, False]
    assert [one.terpenuhi for one in periksa_delegasi(rule, [*men[:2], woman])] == [True, True]
    assert [one.terpenuhi for one in periksa_delegasi(rule, [*men[:5], woman])] == [False, False]
    assert [one.terpenuhi for one in periksa_delegasi(rule, [woman])] == [False, True]


@pytest.mark.parametrize(
    ("usia", "tercatat", "wanted"),
    [(0, "", "anak"), (17, "", "anak"), (18, "lansia", "muda"), (30, "", "muda"), (31, "", "dewasa"),
     (59, "", "dewasa"),
     (60, "", "lansia"), (None, "lansia", "lansia"), (None, "", "")],
)  # fmt: skip
def test_an_age_belongs_to_one_group_and_wins_over_a_recorded_group(usia: int, tercatat: str, wanted: str) -> None:
    assert kelompok_usia(usia, tercatat) == wanted


@given(st.integers(1, 500), st.integers(0, 500))
def test_the_colour_follows_the_exact_share(invited: int, came: int) -> None:
    came = min(came, invited)
    level = BarisWakil("x", invited, came, came).tingkat(Ambang(75, 50))
    share = Fraction(came * 100, invited)
    assert level == ("baik" if share >= 75 else "cukup" if share >= 50 else "kurang")


def test_nobody_invited_is_no_share_and_no_colour() -> None:
    guests = BarisWakil("Pemuda", 0, 0, 4)
    assert (guests.persen, guests.tingkat(Ambang()), guests.tamu) == (None, "", 4)


def test_late_is_after_the_hour_of_the_invitation_and_unknown_hours_are_not_late() -> None:
    assert terlambat("09.01", "09.00")
    assert not terlambat("09.00", "09.00")
    assert not terlambat("", "09.00") and not terlambat("10.00", "")
