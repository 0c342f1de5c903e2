"""The squares of a QR code: those of another library, and read back from a picture."""

from __future__ import annotations

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from musrenbang_desktop.berita_acara.qr_matrix import Level, matrix

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""without digits: a run of digits may be packed tighter, so that two libraries differ rightly"""
LEVELS: tuple[Level, ...] = ("l", "m", "q")
LARGEST_SIDE = 177
WIDEST = {"l": 4296, "m": 3391, "q": 2420}
"""Capitals that the largest version holds: Table 7 of ISO/IEC 18004."""


def theirs(text: str, level: Level, mask: int) -> list[bytes]:
    code = segno.make(text, error=level, mask=mask, micro=False, boost_error=False, mode="alphanumeric")
    return [bytes(row) for row in code.matrix]


def read(rows: list[bytes]) -> str:
    code = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows)).point(lambda dark: 0 if dark else 255)
    picture = ImageOps.expand(code, 4, 255).resize((4 * len(rows) + 32,) * 2, Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(picture)
    return found.text


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("length", [1, 20, 47, 114, 396, 896])
def test_the_squares_are_those_of_another_library_under_one_of_the_eight_masks(level: Level, length: int) -> None:
    text = (CAPITALS * 30)[:length]
    assert list(matrix(text, level)) in [theirs(text, level, mask) for mask in range(8)]


@pytest.mark.parametrize("level", LEVELS)
def test_the_largest_text_fits_and_one_letter_more_does_not(level: Level) -> None:
    most = WIDEST[level]
    assert len(matrix("A" * most, level)) == LARGEST_SIDE
    assert matrix("A" * (most + 1), level) == ()


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=600))
def test_any_plain_text_is_read_back(text: str) -> None:
    assert read(list(matrix(text, "m"))) == text
