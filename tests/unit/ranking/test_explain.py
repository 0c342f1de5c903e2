"""The panel "Kenapa urutan ini?": numbers that the hall can redo."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, Nilai
from musrenbang_desktop.ranking.explain import Penjelasan, bandingkan, kenapa, teks_nilai
from musrenbang_desktop.ranking.weighted import Hasil, rank

ATURAN = Aturan(
    kriteria=(Kriteria("m", "Mendesak", "M", 3), Kriteria("b", "Biaya", "B", 1, "biaya")),
    kelompok=(Kelompok("A", "Tani"), Kelompok("B", "PKK"), Kelompok("C", "RT")),
    seri=("m",),
)
SCORES: dict[str, dict[str, tuple[Nilai, ...]]] = {
    "A": {"u1": (5, 1), "u2": (4, 1), "u3": (4, 4), "u4": (2, 3), "u5": (2, 3)},
    "B": {"u1": (5, 2), "u2": (4, 1), "u3": (5, 2), "u4": (2, 3), "u5": (2, 3)},
    "C": {"u1": (4, 1), "u2": (4, 1), "u3": (4, 3), "u4": (3, 3), "u5": (3, 3)},
}
ALL = ["u1", "u2", "u3", "u4", "u5"]


@pytest.fixture
def hasil() -> Hasil:
    return rank(ATURAN, SCORES, ALL)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (Fraction(44), "44"),
        (Fraction(131, 3), "43,67"),
        (Fraction(87, 2), "43,50"),
        (Fraction(1, 8), "0,13"),
        (Fraction(43999, 1000), "44,00"),
        (Fraction(5001, 4), "1.250,25"),
        (Fraction(-1, 2), "-0,50"),
        (12, "12"),
        (0, "0"),
    ],
)
def test_rounding_on_paper(nilai: Fraction | int, teks: str) -> None:
    assert teks_nilai(nilai) == teks


@given(st.fractions(min_value=0, max_value=10_000))
def test_printed_nilai_is_within_half_a_hundredth(nilai: Fraction) -> None:
    back = Fraction(teks_nilai(nilai).replace(".", "").replace(",", "."))
    assert abs(back - nilai) <= Fraction(1, 200)


def test_lines_of_a_complete_usulan(hasil: Hasil) -> None:
    # u3: 3 x (4+5+4) = 39, Biaya turned 2+4+3 = 9, (39 + 9) : 3 = 16; group totals 14, 19, 15.
    # u2: 3 x 12 = 36, turned 15, 51 : 3 = 17. u1: 3 x 14 = 42, turned 5+4+5 = 14, 56 : 3 = 18,67.
    assert kenapa(hasil, "u3") == (
        Penjelasan("nilai", "Nilai", "16, peringkat 3", Fraction(16)),
        Penjelasan("kriteria", "Mendesak \u00d73", "(4 + 5 + 4) \u00d7 3 : 3 = 13", Fraction(13)),
        Penjelasan("kriteria", "Biaya \u00d71 (dibalik: 6 - skor)", "(2 + 4 + 3) \u00d7 1 : 3 = 3", Fraction(3)),
        Penjelasan("kelompok", "Tani", "14", Fraction(14)),
        Penjelasan("kelompok", "PKK", "19", Fraction(19)),
        Penjelasan("kelompok", "RT", "15", Fraction(15)),
        Penjelasan("sebaran", "Sebaran antarkelompok", "5 (dari 14 sampai 19)", Fraction(5)),
        Penjelasan("tetangga", "Di atasnya", "peringkat 2, nilai 17, selisih 1", Fraction(1), "u2"),
        Penjelasan("tetangga", "Di bawahnya", "peringkat 4, nilai 10, selisih 6", Fraction(6), "u4"),
    )


def test_the_written_sums_can_be_redone(hasil: Hasil) -> None:
    for baris in hasil.baris:
        for line in kenapa(hasil, baris.usulan):
            if line.hal == "kriteria":
                found = re.fullmatch(r"\(([\d +]+)\) \u00d7 (\d+) : (\d+) = ([\d,.]+)", line.teks)
                assert found, line.teks
                inner, weight, groups, result = found.groups()
                value = Fraction(sum(map(int, inner.split(" + "))) * int(weight), int(groups))
                assert value == line.besar
                assert teks_nilai(value) == result


def test_first_and_last_have_one_neighbour(hasil: Hasil) -> None:
    assert [line.label for line in kenapa(hasil, "u1") if line.hal == "tetangga"] == ["Di bawahnya"]
    last = [line for line in kenapa(hasil, "u5") if line.hal in ("tetangga", "seri")]
    assert [(line.label, line.usulan) for line in last] == [("Di atasnya", "u3"), ("Seri dengan", "u4")]
    assert kenapa(hasil, "u5")[0].teks == "10, peringkat 4 (seri)"


def test_equal_nilai_names_the_criterion_that_decided() -> None:
    scores: dict[str, dict[str, tuple[Nilai, ...]]] = {"A": {"x": (3, 1), "y": (4, 4)}}
    one = replace(ATURAN, kelompok=ATURAN.kelompok[:1])
    tied = rank(one, scores, ["x", "y"])
    lines = kenapa(tied, "x")
    assert lines[-1].teks == "peringkat 1, nilai 14, nilai sama, dipisah oleh Mendesak"
    assert lines[1].teks == "3 \u00d7 3 = 9"
    assert bandingkan(tied.satu("x"), tied.satu("y")).putusan == (
        "Nilai sama; yang kedua didahulukan karena Mendesak lebih tinggi."
    )


def test_many_groups_are_summed() -> None:
    groups = tuple(Kelompok(str(n), str(n)) for n in range(7))
    scores: dict[str, dict[str, tuple[Nilai, ...]]] = {g.id: {"x": (4, 1)} for g in groups}
    lines = kenapa(rank(replace(ATURAN, kelompok=groups), scores, ["x"]), "x")
    assert lines[1].teks == "28 \u00d7 3 : 7 = 12"
    assert next(line.teks for line in lines if line.hal == "sebaran") == "0 (semua kelompok memberi nilai yang sama)"


def test_a_tiny_distance_does_not_look_like_none() -> None:
    groups = tuple(Kelompok(str(n), str(n)) for n in range(201))
    scores: dict[str, dict[str, tuple[Nilai, ...]]] = {g.id: {"x": (3, 3), "y": (3, 3)} for g in groups}
    scores["0"]["y"] = (3, 2)
    close = rank(replace(ATURAN, kelompok=groups), scores, ["x", "y"])
    assert kenapa(close, "y")[-1].teks == "peringkat 2, nilai 12, selisih kurang dari 0,01"


def test_incomplete_usulan_lists_its_cells() -> None:
    scores = {**SCORES, "B": {**SCORES["B"], "u2": (None, 9)}}
    result = rank(ATURAN, scores, ALL)
    assert kenapa(result, "u2") == (
        Penjelasan("nilai", "Nilai", "belum lengkap, belum mendapat peringkat"),
        Penjelasan("kurang", "PKK", "Mendesak belum dinilai"),
        Penjelasan("kurang", "PKK", "Biaya tertulis 9, harus 1 sampai 5"),
    )
    assert bandingkan(result.satu("u2"), result.satu("u1")).putusan == (
        "Belum dapat dibandingkan: nilai yang pertama belum lengkap."
    )
    assert bandingkan(result.satu("u2"), result.satu("u1")).beda == ()


def test_side_by_side(hasil: Hasil) -> None:
    both = bandingkan(hasil.satu("u3"), hasil.satu("u2"))
    assert [(b.kriteria, b.selisih) for b in both.beda] == [("Mendesak", Fraction(1)), ("Biaya", Fraction(-2))]
    assert both.putusan == "Yang kedua lebih tinggi, selisih 1."
    assert bandingkan(hasil.satu("u4"), hasil.satu("u5")).putusan.startswith("Seri:")
