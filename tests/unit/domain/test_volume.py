"""Volume with its unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.volume import normal_satuan, same_satuan, split_volume


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("120 m2", ("120", "m2")),
        ("120 m\u00b2", ("120", "m2")),
        ("120 M2", ("120", "m2")),
        ("1 Org", ("1", "orang")),
        ("1Ls", ("1", "ls")),
        ("13 OB", ("13", "OB")),
        ("12 POS", ("12", "POS")),
        ("569,5 m", ("569,5", "m")),
        ("569.5 m", ("569,5", "m")),
        ("1.200 m", ("1200", "m")),
        ("1.200,50 m'", ("1200,5", "m1")),
        ("0,15", ("0,15", "")),
        ("0.150 m3", ("0,15", "m3")),
        ("3 Paket", ("3", "paket")),
        ("2 bh.", ("2", "buah")),
        ("\u00b1 120 meter", ("120", "m")),
        ("250 meter persegi", ("250", "m2")),
        ("35 KK", ("35", "KK")),
        ("10 batang bambu", ("10", "batang bambu")),
        ("", ("", "")),
        (" - ", ("", "")),
        ("Paket", ("", "paket")),
    ],
)
def test_splits_number_and_unit(text: str, parts: tuple[str, str]) -> None:
    assert split_volume(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "100 x 2 x 0.15 m",
        "100x2 m",
        "2 m x 3 m",
        "3 @ 4 m",
        "5 unit 20",
        "seluruh desa",
        "1.20.0 m",
        "120 m dan 40 m",
        "RT 19",
    ],
)
def test_what_is_not_one_number_stays_text(text: str) -> None:
    assert split_volume(text) is None


@given(
    st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False),
    st.sampled_from(["m", "m2", "m3", "paket", "orang", "unit", "buah", "ls", "KK"]),
)
def test_a_printed_volume_is_read_back(number: object, unit: str) -> None:
    text = f"{number}".replace(".", ",")
    parts = split_volume(f"{text} {unit}")
    assert parts is not None
    assert split_volume(f"{parts[0]} {parts[1]}") == parts
    assert parts[1] == unit


@given(st.text())
def test_any_text_is_split_or_left(text: str) -> None:
    parts = split_volume(text)
    assert parts is None or len(parts) == 2


@given(st.text())
def test_normal_spelling_is_stable(text: str) -> None:
    assert normal_satuan(normal_satuan(text)) == normal_satuan(text)


def test_spellings_of_one_unit_are_the_same() -> None:
    assert same_satuan("Org", "orang")
    assert same_satuan("M\u00b2", "meter persegi")
    assert not same_satuan("m", "m2")
