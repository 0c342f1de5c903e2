"""The posters of the notice board hold every agreed usulan once, and every answer, in letters for the wall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisPrioritas, IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_sehari import BarisJawab, IsiSehari
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.reference.profile import load, names
from tests.unit.berita_acara.reading import Page, pages, words
from tests.unit.berita_acara.sample import isi

P_HEIGHT = 0.688
"""of the size, in this font"""
RESULT = ("poster_hasil", "poster_hasil_a3")


def agreed(count: int, biaya: int | None = 12_500_000) -> IsiBeritaAcara:
    rows = tuple(
        BarisPrioritas(
            nomor=number,
            label=f"U-{number:03d}",
            usulan=f"Perbaikan jalan lingkungan nomor {number}",
            lokasi="Krajan RT 01/RW 02",
            perkiraan_biaya=biaya,
            keluaran="dana_desa" if number % 3 else "ke_kecamatan",
        )
        for number in range(1, count + 1)
    )
    return replace(isi(), prioritas=rows)


def points(page: Page) -> float:
    """The size of the letters of a list, by the height of a P."""
    return max(glyph.top - glyph.bottom for glyph in page.glyphs if glyph.letter == "P") / P_HEIGHT


@pytest.mark.parametrize("family", names())
@pytest.mark.parametrize("jenis", RESULT)
@pytest.mark.parametrize("count", [1, 21, 200])
def test_every_agreed_usulan_stands_once_with_the_sums(family: str, jenis: str, count: int) -> None:
    found = pages(render(jenis, agreed(count), load(family)))
    text = " ".join(words(page.text) for page in found)
    assert [text.count(f"(U-{number:03d})") for number in range(1, count + 1)] == [1] * count
    own = count - count // 3
    assert format_rupiah(own * 12_500_000).removeprefix("Rp") in text
    assert f"{own} usulan" in text


@pytest.mark.parametrize("jenis", RESULT)
def test_the_list_of_a_village_ends_on_one_sheet_and_a_long_one_keeps_its_letters(jenis: str) -> None:
    assert len(pages(render(jenis, agreed(21), load("rkpd-86")))) == 1
    long = pages(render(jenis, agreed(200), load("rkpd-86")))
    assert len(long) > 3
    assert points(long[1]) == pytest.approx(12, abs=0.2) if jenis == "poster_hasil" else points(long[1]) > 16


def test_letters_are_larger_on_a3() -> None:
    small, large = (points(pages(render(one, agreed(60), load("rkpd-86")))[1]) for one in RESULT)
    assert large == pytest.approx(small * 297 / 215, rel=0.02)


@pytest.mark.parametrize("jenis", RESULT)
def test_nothing_agreed_is_said(jenis: str) -> None:
    (page,) = pages(render(jenis, agreed(0), load("rkpd-86")))
    assert "NIHIL" in page.text


def test_an_unknown_cost_is_not_zero() -> None:
    (page,) = pages(render("poster_hasil", agreed(3, None), load("rkpd-86")))
    assert "Rp0" not in page.text and " 0 " not in words(page.text)


@pytest.mark.parametrize("family", names())
def test_the_poster_of_answers_holds_every_usulan_once(family: str) -> None:
    rows = tuple(
        BarisJawab(
            label=f"U-{number:03d}",
            judul=f"Usulan {number}",
            tempat="Krajan RT 01",
            keadaan="diterima" if number % 2 else "belum",
            jawaban=("Kecamatan: diterima",) if number % 2 else (),
        )
        for number in range(1, 61)
    )
    found = pages(render("poster_jawaban_a3", replace(isi(), sehari=IsiSehari(jawaban=rows)), load(family)))
    text = " ".join(words(page.text) for page in found)
    assert [text.count(f"U-{number:03d}") for number in range(1, 61)] == [1] * 60
    assert "Belum dijawab" in text
