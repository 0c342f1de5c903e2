"""Amounts as they are dictated and mistyped: understood exactly, or refused; never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kata import parse_kata
from musrenbang_desktop.domain.rukun import parse_rt_rw
from musrenbang_desktop.domain.rupiah import parse_rupiah, terbilang


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("25 jt", 25_000_000),
        ("25jt", 25_000_000),
        ("25 Jt.", 25_000_000),
        ("Rp. 25 jt", 25_000_000),
        ("25,5 jt", 25_500_000),
        ("25.5jt", 25_500_000),
        ("1,2 M", 1_200_000_000),
        ("Rp 4.500.000,-", 4_500_000),
        ("Rp.4.500.000.", 4_500_000),
        ("1.250.000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("4 500 000", 4_500_000),
        ("25 juta 500 ribu", 25_500_000),
        ("1 M 200 jt", 1_200_000_000),
        ("dua puluh lima juta", 25_000_000),
        ("Dua Puluh Lima Juta Rupiah", 25_000_000),
        ("sejuta", 1_000_000),
        ("seratus lima belas ribu", 115_000),
    ],
)
def test_what_people_say_and_type_is_understood(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "4.500,000",  # four and a half thousand or million
        "1.250,000",
        "25 juta 500",  # of what
        "500 ribu 25 juta",
        "25 juta 25 juta",
        "25 rb 000",
        "1.250.000,50",
        "sekitar lima juta",
        "dua dua",
        "juta",
        "25 jt per unit",
        "125 juta-150 juta",
    ],
)
def test_what_could_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken, match="bukan_angka"):
        parse_rupiah(text)


@given(st.integers(0, 999_999_999_999))
def test_what_is_said_back_in_words_is_the_same_amount(amount: int) -> None:
    assert parse_rupiah(terbilang(amount)) == amount


@given(st.lists(st.sampled_from("satu dua lima puluh belas ratus ribu juta miliar".split()), max_size=6))
def test_any_heap_of_number_words_is_a_number_or_nothing(words: list[str]) -> None:
    number = parse_kata(" ".join(words))
    assert number is None or parse_kata(terbilang(number).removesuffix(" rupiah")) == number


@pytest.mark.parametrize("text", ["2/1", "02/01", "RT 2 RW 1", "rt2/rw1", "RT2RW1", "RT.02/RW.01", "2-1", "2 / 1"])
def test_rt_and_rw_in_every_usual_spelling(text: str) -> None:
    assert parse_rt_rw(text) == ("02", "01")
