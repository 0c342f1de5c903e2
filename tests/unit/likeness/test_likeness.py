"""Place first, then words; and an index that finds what a plain scan finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.likeness.compare import compare
from musrenbang_desktop.likeness.index import Indeks, Isi
from musrenbang_desktop.likeness.signature import tanda


@pytest.mark.parametrize(
    ("judul", "teks"),
    [
        ("Pembangunan Jl. Dsn Krajan RT.02/RW.01", "jalan"),
        ("Gorong-gorong / gorong2 120 m2", "gorong"),
        ("Rehab. rumah tidak layak huni 5 unit", "rtlh"),
        ("Drainase dpn SDN2", "2 depan drainase sdn"),
        ("Jalan tembus ke RT 5", "jalan rt05 tembus"),
        ("Pembangunan", ""),
        ("", ""),
        ("Perbaikan café", "cafe"),
    ],
)
def test_what_is_left_of_a_title(judul: str, teks: str) -> None:
    assert tanda(judul, "Krajan", "02", "01").teks == teks


def test_a_place_in_the_title_counts_where_the_field_is_empty() -> None:
    assert (tanda("Talud RT 2 RW 1").rt, tanda("Talud RT 2 RW 1").rw) == ("02", "01")
    assert tanda("Talud RT 2", rt="05").rt == "05"
    assert tanda("Jalan RT 2 sampai RT 4").rt == ""
    assert tanda("Talud", "Kp. Kali Wungu").dusun == tanda("Talud", "Kaliwungu").dusun
    assert not tanda("Talud", "Semua dusun").bertempat


@pytest.mark.parametrize(
    ("one", "other", "alasan", "tingkat"),
    [
        (("Krajan", "02", "01"), ("Krajan", "2", "1"), "RT sama, judul 100%", "mirip"),
        (("Krajan", "02", "01"), ("Krajan", "", ""), "dusun sama, judul 100%", "mirip"),
        (("Krajan", "02", "01"), ("", "", "01"), "RW sama, judul 100%", "mirip"),
        (("", "", ""), ("Semua dusun", "", ""), "sama-sama untuk seluruh desa, judul 100%", "mirip"),
        (("Krajan", "02", "01"), ("", "", ""), "tempat belum lengkap, judul 100%", "mungkin"),
        (("Krajan", "02", ""), ("", "02", "01"), "RT sama, judul 100%", "mungkin"),
    ],
)
def test_the_reason_is_said_in_words(
    one: tuple[str, str, str], other: tuple[str, str, str], alasan: str, tingkat: str
) -> None:
    found = compare(tanda("Talud sungai", *one), tanda("Pembangunan talud sungai", *other))
    assert found is not None
    assert (found.alasan, found.tingkat) == (alasan, tingkat)


def test_another_number_is_another_thing() -> None:
    assert compare(tanda("Drainase depan SDN 2"), tanda("Drainase depan SDN 3")) is None


TITLES = ("Drainase depan SDN 2", "Selokan dpn SDN 2", "Talud jalan", "Talud jln", "Lampu jalan", "PJU", "Pembangunan")
ROWS = st.lists(
    st.builds(
        Isi,
        st.integers(1, 12).map(lambda n: f"id-{n}"),
        st.sampled_from(TITLES),
        st.sampled_from(("Krajan", "Tegalsari", "")),
        st.sampled_from(("01", "02", "")),
        st.sampled_from(("01", "")),
    ),
    unique_by=lambda row: row.id,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4))
def test_the_index_finds_what_a_plain_scan_finds(states: list[list[Isi]]) -> None:
    index, before = Indeks(), {}
    for rows in states:
        now = {row.id: row for row in rows}
        assert index.take(rows) == {
            record for record in now.keys() | before.keys() if now.get(record) != before.get(record)
        }
        before = now
        signs = {row.id: tanda(*row[1:]) for row in rows}
        for one in rows:
            plain = {each for each in signs if each != one.id and compare(signs[one.id], signs[each])}
            assert {found.id for found in index.like(one.id)} == plain
