"""Rupiah as typed, as printed and in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kata import TERTINGGI, kata, parse_kata
from musrenbang_desktop.domain.rupiah import TERBESAR, format_rupiah, parse_rupiah, terbilang

AMOUNTS = st.integers(min_value=0, max_value=TERBESAR - 1)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1250000", 1_250_000),
        ("1.250.000", 1_250_000),
        ("1.250", 1_250),
        ("Rp 4.500.000 ", 4_500_000),
        ("Rp4.500.000,00", 4_500_000),
        ("Rp. 4.500.000,-", 4_500_000),
        ("Rp.4.500.000,--", 4_500_000),
        ("rp\u00a04.500.000.00", 4_500_000),
        ("IDR 4,500,000.00", 4_500_000),
        ("4,500.00", 4_500),
        ("4500000.0", 4_500_000),
        ("4 500 000", 4_500_000),
        ("4.500.000 rupiah", 4_500_000),
        ("1,25jt", 1_250_000),
        ("1.25jt", 1_250_000),
        ("25 jt", 25_000_000),
        ("25 juta rupiah", 25_000_000),
        ("Rp 25 Juta", 25_000_000),
        ("250rb", 250_000),
        ("250 ribu", 250_000),
        ("1,2 M", 1_200_000_000),
        ("1,2 milyar", 1_200_000_000),
        ("2 triliun", 2_000_000_000_000),
        ("0,0000015 jt", None),
        ("0", 0),
    ],
)
def test_reads_what_people_write(text: str, amount: int | None) -> None:
    if amount is None:
        with pytest.raises(RuleBroken):
            parse_rupiah(text)
    else:
        assert parse_rupiah(text) == amount


@pytest.mark.parametrize("text", ["", "  ", "-", " - ", "\u2013", "\u00a0"])
def test_nothing_written_is_unknown(text: str) -> None:
    assert parse_rupiah(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "-5000",
        "(5.000)",
        "1250.000",
        "1,250",
        "4.500.000,50",
        "12.50.000",
        "1,2345678 jt",
        "undefined",
        "#REF!",
        "Rp",
        "jt",
        "sekitar 5 juta",
        "5 jutaan",
        "1e6",
        "\u0664\u0665\u0660\u0660",
        "1000000000000000000",
        "=1+1",
    ],
)
def test_refuses_what_it_cannot_read_exactly(text: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        parse_rupiah(text)
    assert (broken.value.field, broken.value.code) == ("perkiraan_biaya", "bukan_angka")


@given(AMOUNTS)
def test_what_is_printed_is_read_back(amount: int) -> None:
    assert parse_rupiah(format_rupiah(amount)) == amount
    assert parse_rupiah(str(amount)) == amount
    assert parse_rupiah(f"{format_rupiah(amount)},00") == amount


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=0, max_value=999_999))
def test_millions_are_exact(millions: int, rest: int) -> None:
    assert parse_rupiah(f"{millions},{rest:06d} jt") == millions * 10**6 + rest


@given(st.text())
def test_any_text_is_an_amount_unknown_or_a_broken_rule(text: str) -> None:
    try:
        amount = parse_rupiah(text)
    except RuleBroken:
        return
    assert amount is None or 0 <= amount < TERBESAR


def test_unknown_prints_as_a_dash() -> None:
    assert format_rupiah(None) == "-"
    assert format_rupiah(0) == "Rp0"
    assert format_rupiah(-1_500) == "-Rp1.500"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (11, "sebelas rupiah"),
        (1_000, "seribu rupiah"),
        (101_100, "seratus satu ribu seratus rupiah"),
        (1_000_000, "satu juta rupiah"),
        (125_000_000, "seratus dua puluh lima juta rupiah"),
        (1_001_000_000, "satu miliar satu juta rupiah"),
        (9_746_001_000, "sembilan miliar tujuh ratus empat puluh enam juta seribu rupiah"),
        (5_000_001_000, "lima miliar seribu rupiah"),
    ],
)
def test_in_words(amount: int, words: str) -> None:
    assert terbilang(amount) == words


_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def _words(number: int) -> str:
    """The school rule, written another way than in the product."""
    if number < 12:
        return _SATUAN[number]
    for size, name, one in (
        (10**12, "triliun", "satu triliun"),
        (10**9, "miliar", "satu miliar"),
        (10**6, "juta", "satu juta"),
        (10**3, "ribu", "seribu"),
        (100, "ratus", "seratus"),
    ):
        if number >= size:
            head = one if number // size == 1 else f"{_words(number // size)} {name}"
            return f"{head} {_words(number % size)}".strip()
    if number < 20:
        return f"{_SATUAN[number - 10]} belas"
    return f"{_SATUAN[number // 10]} puluh {_SATUAN[number % 10]}".strip()


@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_words_follow_the_school_rule(amount: int) -> None:
    assert terbilang(amount) == f"{_words(amount)} rupiah"


@given(st.integers(0, TERBESAR))
def test_words_are_those_of_the_library_but_for_its_one_thousand(amount: int) -> None:
    words = re.sub(r"(?<=juta |liar |liun )satu ribu", "seribu", num2words(amount, lang="id"))
    assert terbilang(amount) == f"{words} rupiah"


@given(st.integers(0, 10**15 - 1))
def test_what_is_written_in_words_is_read_back(number: int) -> None:
    assert parse_kata(kata(number)) == number


def test_what_has_no_name_is_refused() -> None:
    assert kata(-73) == "min tujuh puluh tiga"
    with pytest.raises(ValueError, match="no name"):
        kata(TERTINGGI)
