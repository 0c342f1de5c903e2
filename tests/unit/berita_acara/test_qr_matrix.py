"""The squares of a QR code: those of another library, and read by a third."""

from __future__ import annotations

import random
from bisect import bisect_right

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from musrenbang_desktop.berita_acara.qr_matrix import LARGEST, Level, matrix, side, smallest

CAPITALS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
LEVELS: tuple[Level, ...] = ("l", "m", "q")
WIDEST = {"l": 4296, "m": 3391, "q": 2420}
"""Capitals that the largest version holds: Table 7 of the standard."""


def theirs(text: str, level: Level, version: int | None = None, mask: int | None = None) -> segno.QRCode:
    return segno.make(
        text, version=version, error=level, mask=mask, micro=False, boost_error=False, mode="alphanumeric"
    )


def read(rows: list[bytes]) -> str:
    code = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).point(lambda dark: 0 if dark else 255)
    picture = ImageOps.expand(code, 4, 255).resize((4 * len(rows) + 32,) * 2, Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


def capitals(level: Level, version: int) -> str:
    """A text of which this is the smallest version, and whose last byte is not full: the other library adds a byte."""
    longest = bisect_right(range(1, WIDEST[level] + 1), version, key=lambda length: smallest("A" * length, level))
    length = next(
        each
        for each in range(longest - 2, 0, -1)
        if (4 + (9, 11, 13)[(version > 9) + (version > 26)] + bits(each)) % 8 != 4
    )
    return "A" + "".join(random.Random(version).choices(CAPITALS, k=length - 1))


def bits(length: int) -> int:
    return length // 2 * 11 + length % 2 * 6


@pytest.mark.parametrize("level", LEVELS)
def test_every_version_is_square_for_square_that_of_another_library(level: Level) -> None:
    for version in range(1, LARGEST + 1):
        text = capitals(level, version)
        mask = version % 8
        drawn = [bytes(row) for row in theirs(text, level, version, mask).matrix]
        assert list(matrix(text, level, version, mask)) == drawn, (version, mask)
        assert len(drawn) == side(version)


@pytest.mark.parametrize("level", LEVELS)
def test_the_largest_text_fits_and_one_letter_more_does_not(level: Level) -> None:
    most = WIDEST[level]
    assert smallest("A" * most, level) == LARGEST
    assert smallest("A" * (most + 1), level) == 0
    assert matrix("A" * (most + 1), level) == ()
    assert matrix("A" * 40, level, version=1) == ()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60))
def test_any_text_is_read_back(text: str) -> None:
    assert read(list(matrix(text, "m"))) == text


@given(st.text(CAPITALS, min_size=1, max_size=600), st.sampled_from(LEVELS), st.integers(0, 7))
def test_capitals_are_read_back_under_every_mask(text: str, level: Level, mask: int) -> None:
    assert read(list(matrix(text, level, mask=mask))) == text


def test_the_chosen_mask_is_nearly_always_that_of_another_library() -> None:
    texts = [capitals("m", version) for version in range(1, 13)]
    same = [list(matrix(text, "m")) == [bytes(row) for row in theirs(text, "m").matrix] for text in texts]
    assert sum(same) >= len(same) - 2  # they count what looks like a large mark in another way where two overlap
