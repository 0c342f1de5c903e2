"""Dates and hours of the printed forms."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain import tanggal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import bilangan, format_jam, format_tanggal, parse_tanggal, tanggal_dengan_huruf

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
ANGKA = {word: value for value, word in enumerate(SATUAN)}


def read_aloud(words: str) -> int:
    """Read an Indonesian number below a million back, by the grammar and not by the code under test."""
    total = part = last = 0
    for word in words.split():
        if word in ("seribu", "seratus", "sepuluh", "sebelas"):
            value = {"seribu": 1000, "seratus": 100, "sepuluh": 10, "sebelas": 11}[word]
            total, part = (total + value, part) if word == "seribu" else (total, part + value)
            last = 0
        elif word == "belas":
            part, last = part + 10, 0
        elif word in ("puluh", "ratus"):
            part, last = part - last + last * (10 if word == "puluh" else 100), 0
        elif word == "ribu":
            total, part, last = total + part * 1000, 0, 0
        else:
            last = ANGKA[word]
            part += last
    return total + part


def test_a_date_has_its_day_name() -> None:
    assert format_tanggal("2026-01-21") == "Rabu, 21 Januari 2026"
    assert format_tanggal("2026-01-21", hari=False) == "21 Januari 2026"


def test_a_date_in_words_is_the_opening_of_the_form() -> None:
    assert tanggal_dengan_huruf("2026-01-21") == (
        "Rabu tanggal dua puluh satu bulan Januari tahun dua ribu dua puluh enam (21-01-2026)"
    )
    assert tanggal_dengan_huruf("2024-02-29") == (
        "Kamis tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat (29-02-2024)"
    )


@given(st.dates(date(1945, 8, 17), date(2199, 12, 31)))
def test_every_date_reads_back(day: date) -> None:
    words = tanggal_dengan_huruf(day.isoformat()).replace(" (", " tanggal ").replace(" tahun ", " tanggal ")
    name, number, rest, numerals = words.replace(" bulan ", " tanggal ").split(" tanggal ", 3)
    year, numerals = numerals.split(" tanggal ")
    assert name == HARI[day.weekday()]
    assert (read_aloud(number), rest, read_aloud(year)) == (day.day, BULAN[day.month - 1], day.year)
    assert numerals == f"{day.day:02d}-{day.month:02d}-{day.year})"
    assert format_tanggal(day.isoformat()) == f"{name}, {day.day} {rest} {day.year}"


def test_days_and_months_are_called_as_the_unicode_cldr_calls_them() -> None:
    known = Locale("id")
    assert list(tanggal.HARI) == [known.days["format"]["wide"][day] for day in range(7)]
    assert list(tanggal.BULAN) == [known.months["format"]["wide"][month] for month in range(1, 13)]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_every_date_is_written_as_the_unicode_cldr_orders_it(day: date) -> None:
    iso = day.isoformat()
    assert format_tanggal(iso) == format_date(day, "EEEE, d MMMM y", locale="id")
    assert format_tanggal(iso, hari=False) == format_date(day, "d MMMM y", locale="id")


@given(st.integers(0, 999_999))
def test_numbers_read_back(number: int) -> None:
    assert read_aloud(bilangan(number)) == number


@pytest.mark.parametrize(
    "text", ["21-01-2026", "2026-13-01", "2026-02-30", "2026-1-2", "besok", "20260121", "\uff12026-01-21"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        parse_tanggal(text)
    assert (broken.value.field, broken.value.code) == ("tanggal", "bukan_tanggal")


def test_an_empty_date_is_refused_as_empty() -> None:
    with pytest.raises(RuleBroken) as broken:
        format_tanggal("  ")
    assert broken.value.code == "kosong"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("9", "09.00"), ("9.05", "09.05"), ("09:05", "09.05"), ("23.59", "23.59"), (" 0.00 ", "00.00")],
)
def test_hours_are_printed_with_a_point(typed: str, printed: str) -> None:
    assert format_jam(typed) == printed


@pytest.mark.parametrize("typed", ["24.00", "9.60", "pagi", "9,5", "-1", "9.5", "\u0669.00"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        format_jam(typed)
    assert (broken.value.field, broken.value.code) == ("jam", "bukan_jam")


@given(st.integers(0, 1439))
def test_hours_keep_their_minute(minute: int) -> None:
    text = f"{minute // 60:02d}.{minute % 60:02d}"
    assert format_jam(text) == text


def test_writing_a_date_loads_no_data_of_a_hundred_languages() -> None:
    code = (
        "import sys; from musrenbang_desktop.domain.tanggal import tanggal_dengan_huruf\n"
        "tanggal_dengan_huruf('2026-01-21'); print({'babel', 'num2words'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
