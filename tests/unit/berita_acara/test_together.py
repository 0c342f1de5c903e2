"""What belongs together stands on one line: an amount in any column, ``RT 15/RW 05``, ``5 km``, ``23 Januari``."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import JENIS, render
from musrenbang_desktop.berita_acara.grid import PAD_X
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.sheet import MM, Document
from musrenbang_desktop.berita_acara.together import kept_apart, kept_together
from musrenbang_desktop.domain.bidang import BIDANG_DESA
from tests.unit.berita_acara.any_village import Shape, bent
from tests.unit.berita_acara.reading import text_of
from tests.unit.berita_acara.test_every_profile import check, form
from tests.unit.berita_acara.test_every_sheet import FORMS

MOST = 999_999_999_999
SOURCE = "Swadaya warga Rp999.999.999.999, APBD Rp 999.999.999.999 (Rp999.999.999.999)"
FACE = Document().regular
PAIRS = (
    "RT 15/RW 05",
    "RT 15",
    "RW.05",
    "5 km",
    "1.250 m2",
    "Rp 1.000",
    "Rp. 2.500.000",
    "23 Januari",
    "pukul 09.00 WIB",
    "No. 12",
)


def word_size(text: str, width: float) -> float:
    """As a table asks: after the text was wrapped."""
    FACE.wrap(text, width, 9)
    return FACE.word_size(text, width, 9)


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize(("name", "paper"), FORMS)
def test_no_amount_of_any_sheet_is_divided(jenis: str, name: str, paper: str, village: IsiBeritaAcara) -> None:
    """999.999. at the end of a line would be read as another amount."""
    shape = Shape((SOURCE, "Jalan usaha tani", SOURCE), (MOST,), 3, 1)
    text = text_of(render(jenis, bent(village, shape), form(name, paper)))
    pieces = re.findall(r"[\d.]*999[\d.]*", text)
    assert [one for one in pieces if not re.fullmatch(r"\d{1,3}(\.\d{3}){3,4}\.?|999[\d.]*\.{3}", one)] == []


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("family", sorted({name for name, _ in FORMS}))
@pytest.mark.parametrize("jenis", ["rkp_desa", "du_rkp", "prioritas", "rekapitulasi", "pagu_indikatif"])
def test_a_source_of_a_thousand_milliard_stays_in_its_cell(
    jenis: str, family: str, paper: str, village: IsiBeritaAcara
) -> None:
    profile = form(family, paper)
    check(render(jenis, bent(village, Shape((SOURCE,), (MOST,), 3, 1)), profile), profile)


def test_a_ceiling_that_does_not_hold_is_not_divided_either(village: IsiBeritaAcara) -> None:
    assert village.pagu_indikatif is not None
    rows = tuple(replace(row, biaya=MOST, sumber={"Dana Desa": MOST}) for row in village.pagu_indikatif.baris[:3])
    facts = replace(village.pagu_indikatif, pagu={"Dana Desa": 1}, jumlah=1, baris=rows)
    text = text_of(render("pagu_indikatif", replace(village, pagu_indikatif=facts), form("desa-114", "A4")))
    assert "-2.999.999.999.996" in text


@pytest.mark.parametrize("pair", PAIRS)
@given(st.integers(20, 300), st.sampled_from(["", "Jalan ", "Perbaikan saluran air di "]))
def test_a_pair_is_divided_only_where_no_line_could_hold_it(pair: str, width: int, before: str) -> None:
    lines = FACE.wrap(f"{before}{pair} sampai batas", width, 9)
    if FACE.measure(pair, 9) <= width:
        assert any(pair in line for line in lines)
    assert "".join("".join(lines).split()) == "".join(f"{before}{pair} sampai batas".split())


def test_a_pair_that_no_line_can_hold_is_divided_at_the_stroke() -> None:
    width = FACE.measure("RT 15/", 9) + 4
    assert list(FACE.wrap("RT 15/RW 05", width, 9)) == ["RT 15/", "RW 05"]


def test_what_only_stands_beside_a_number_is_no_pair() -> None:
    for text in ("Nomor 6 Tahun 2014", "Jalan Mawar 3 sisi", "warga RT, 12 rumah"):
        assert "6 Tahun" not in kept_together(text.split())
    assert kept_together("warga RT, 12 rumah".split()) == ["warga", "RT,", "12 rumah"]
    assert kept_together("di RT 01 RW 02".split()) == ["di", "RT 01", "RW 02"]


@given(st.lists(st.text("RT/W 0159km.", min_size=1, max_size=6).map(str.strip).filter(bool), max_size=12))
def test_no_word_is_lost_or_doubled(found: list[str]) -> None:
    words = " ".join(found).split()
    assert " ".join(kept_together(words)).split() == words
    for unit in kept_together(words):
        if " " in unit:
            assert "".join("".join(kept_apart(unit)).split()) == "".join(unit.split())


@pytest.mark.parametrize(("name", "paper"), FORMS)
def test_a_word_of_the_usual_bidang_is_not_cut_in_its_column(name: str, paper: str) -> None:
    """``Pembangun`` and ``an`` below it is not how an office types."""
    cetak = form(name, paper).cetak
    for sheet in ("daftar_rw", "rekapitulasi", "rkp_desa", "du_rkp"):
        for column in (one for table in cetak[sheet].tabel.values() for one in table.kolom if one.isi == "bidang"):
            width = column.lebar_mm * MM - 2 * PAD_X
            for bidang in BIDANG_DESA:
                lines = FACE.wrap(bidang, width, word_size(bidang, width))
                assert " ".join(lines).split() == bidang.split(), sheet


def test_letters_never_become_too_small_to_read_for_a_word() -> None:
    assert word_size("Kemasyarakatan", 60) < 9
    assert word_size("W" * 60, 60) == 9, "it is cut instead"
    assert word_size("RT/RW/dusun/kelompok", 60) == 9, "it is broken after a stroke"
    assert word_size("iiiiiiiiiiiiiiiiiiii", 60) == 9
