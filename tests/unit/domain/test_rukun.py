"""RT and RW as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.rukun import find_rukun, parse_rt_rw


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("2/1", ("02", "01")),
        ("02 / 01", ("02", "01")),
        ("002/001", ("02", "01")),
        ("2-1", ("02", "01")),
        ("RT 19", ("19", "")),
        ("RT.25/RW.03", ("25", "03")),
        ("Rt03 Rw 02", ("03", "02")),
        ("RT 002 RW 001", ("02", "01")),
        ("RT/RW 2/1", ("02", "01")),
        ("RT 02/01", ("02", "01")),
        ("RW 7", ("", "07")),
        ("RT 04 RW IV", ("04", "04")),
        ("RW IX", ("", "09")),
        ("7", ("07", "")),
        ("", ("", "")),
        ("-", ("", "")),
        ("0", ("", "")),
    ],
)
def test_reads_a_cell(text: str, pair: tuple[str, str]) -> None:
    assert parse_rt_rw(text) == pair


@pytest.mark.parametrize("text", ["RT 1, RT 2", "RT 9-11", "RT 3 dan 4", "Krajan", "RT. dan RW.", "seluruh RT"])
def test_what_is_not_one_place_is_not_guessed(text: str) -> None:
    assert parse_rt_rw(text) is None


@pytest.mark.parametrize(
    ("text", "rt", "rw", "many"),
    [
        ("Pembangunan Drainase RT 002 RW 001", ("02",), ("01",), False),
        ("RT 5 Paving 112,5 m", ("05",), (), False),
        ("RT 12, 150 m drainase", ("12",), (), False),
        ("Rabat beton RW 5 \u2013 7", (), ("05",), True),
        ("Rabat beton penghubung RW 5 \u2013 perumahan", (), ("05",), False),
        ("Gorong-gorong RT 9-11 dm 40", ("09",), (), True),
        ("Paving RT.6 , RT. 8, RT.9", ("06", "08", "09"), (), True),
        ("Saluran RT 20 s/d 22", ("20",), (), True),
        ("Jalan antara RT 38 dan RT 37", ("38", "37"), (), True),
        ("Operasional RT. Dan RW.", (), (), False),
        ("Pembangunan sarana RT", (), (), False),
        ("Talud RT 3/RW 2 dan lanjutan RT 3 RW 2", ("03",), ("02",), False),
        ("Sertifikat 1", (), (), False),
    ],
)
def test_finds_them_in_a_sentence(text: str, rt: tuple[str, ...], rw: tuple[str, ...], many: bool) -> None:
    found = find_rukun(text)
    assert (found.rt, found.rw, found.banyak) == (rt, rw, many)


@given(
    st.integers(1, 199),
    st.integers(1, 99),
    st.sampled_from(["RT {}/RW {}", "{}/{}", "rt.{} rw.{}", "RT {:03d} RW {:03d}"]),
)
def test_every_spelling_means_the_same(rt: int, rw: int, form: str) -> None:
    assert parse_rt_rw(form.format(rt, rw)) == (f"{rt:02d}", f"{rw:02d}")


@given(st.text(alphabet=st.sampled_from("RTWrtw0123456789/.,- IVXdan")))
def test_any_text_is_read_or_left(text: str) -> None:
    pair = parse_rt_rw(text)
    assert pair is None or all(part == "" or part.isdigit() for part in pair)
