"""The code of a letter, names without titles, age on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import baca_kode, kode, mirip, nama_polos, tepat_waktu, usia_pada

FORUM, ORANG = "k7q2m3ab-1", "k7q2m3ab-17"


def person(nama: str, **fields: str) -> Peserta:
    return Peserta(id="x", forum="f", nomor=1, nama=nama, **fields)


def test_a_code_is_read_back_as_a_reader_types_it() -> None:
    text = kode(FORUM, ORANG)
    assert text.startswith(f"MD1:{FORUM}:{ORANG}:")
    for typed in (text, text.upper(), f" {text} ", text.replace(":", ";")):
        found = baca_kode(typed)
        assert found is not None
        assert (found.utuh, found.forum, found.peserta) == (True, FORUM, ORANG)


@pytest.mark.parametrize("before", ["ha", "ha3", "Siti ", "MD1:k7q2"])
def test_a_code_scanned_behind_letters_in_the_box_is_still_the_code(before: str) -> None:
    found = baca_kode(before + kode(FORUM, ORANG))
    assert found is not None and found.utuh and (found.forum, found.peserta) == (FORUM, ORANG)


@given(st.integers(0, len(kode(FORUM, ORANG)) - 1), st.sampled_from("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"))
def test_one_wrong_letter_is_never_another_guest(place: int, letter: str) -> None:
    text = kode(FORUM, ORANG)
    if letter.casefold() == text[place].casefold():
        return
    found = baca_kode(text[:place] + letter + text[place + 1 :])
    assert found is None or not found.utuh


@pytest.mark.parametrize("text", ["MD1:", "MD1:k7q2m3ab-1:k7q2", "MD2:a:b:CDEF", kode(FORUM, ORANG)[:-1]])
def test_half_a_code_is_damaged_and_no_name(text: str) -> None:
    found = baca_kode(text)
    assert found is not None
    assert not found.utuh


@pytest.mark.parametrize("text", ["", "Md. Yusuf", "Medi", "MDI Siti", "amin"])
def test_a_name_is_no_code(text: str) -> None:
    assert baca_kode(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hj. Siti Aminah, S.Pd.", "SITI AMINAH"),
        ("H. Bambang Wijayanto, S.Sos., M.Si.", "Bambang Wijayanto"),
        ("Muh. Sholeh", "Mohammad Sholeh"),
        ("Drs. H. Warsito", "warsito"),
        ("Bpk. Slamet", "Slamet"),
        ("Réhana, A.Md.Keb.", "Rehana"),
        ("dr. Ma'ruf", "Maruf"),
    ],
)
def test_titles_and_spelling_make_no_other_person(one: str, other: str) -> None:
    assert nama_polos(one) == nama_polos(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Siti Aminah", "Siti Aminatun"), ("Hadi", "Hj. Adi"), ("Slamet, Tukang", "Slamet")]
)
def test_other_names_stay_other_names(one: str, other: str) -> None:
    assert nama_polos(one) != nama_polos(other)


def test_a_one_word_name_that_is_a_title_stays() -> None:
    assert nama_polos("Mas") == "mas"


def test_neighbours_of_the_same_name_in_another_rt_are_two_people() -> None:
    assert mirip(person("Slamet", rt="02"), person("H. Slamet"))
    assert not mirip(person("Slamet", rt="02"), person("H. Slamet", rt="03"))
    assert not mirip(person("Slamet", jenis_kelamin="L"), person("Slamet", jenis_kelamin="P"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Aminah", "Siti Aminnah"),
        ("Sri Rahayu", "Rahayu Sri"),
        ("Suparno", "Suparna"),
        ("Zaenal Arifin", "Jaenal Arifin"),
        ("Hj. Endang Lestari", "Endang Lestary"),
        ("Muhammad Yusuf", "Moh. Jusup"),
    ],
)
def test_similar_names_in_one_rt_are_a_question_elsewhere_none(one: str, other: str) -> None:
    assert mirip(person(one, rt="02"), person(other, rt="02"))
    assert not mirip(person(one, rt="02"), person(other, rt="03"))
    assert not mirip(person(one), person(other)), "without an RT only the same name asks"
    assert not mirip(person(one, rt="02", jenis_kelamin="L"), person(other, rt="02", jenis_kelamin="P"))


@pytest.mark.parametrize(
    ("one", "other"), [("Hadi", "Hari"), ("Sri Rahayu", "Sri Rahmah"), ("Slamet", "Slamet Riyadi")]
)
def test_neighbours_with_other_names_are_no_question(one: str, other: str) -> None:
    assert not mirip(person(one, rt="02"), person(other, rt="02"))


def test_in_time_is_three_days_before() -> None:
    assert tepat_waktu("2026-01-18", "2026-01-21")
    assert not tepat_waktu("2026-01-19", "2026-01-21")
    assert not tepat_waktu("", "2026-01-21")


def test_age_on_the_day_of_the_forum() -> None:
    assert usia_pada(date(1990, 1, 21), date(2026, 1, 21)) == 36
    assert usia_pada(date(1990, 1, 22), date(2026, 1, 21)) == 35
    assert usia_pada(date(2027, 1, 1), date(2026, 1, 21)) is None
    assert usia_pada(date(1850, 1, 1), date(2026, 1, 21)) is None


def test_a_number_in_a_name_tells_people_apart() -> None:
    assert mirip(person("Karto Wiyono 2", rt="01"), person("Karto Wiyana 2", rt="01"))
    assert not mirip(person("Karto Wiyono 2", rt="01"), person("Karto Wiyono 3", rt="01"))
