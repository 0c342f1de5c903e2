"""Ballots and score sheets: every usulan once on each, numbers without a gap, boxes beside their words."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import ballot_script, pictures, render
from musrenbang_desktop.berita_acara.ballot_colours import warna
from musrenbang_desktop.berita_acara.isi_suara import KelompokCetak, KertasSuara, PilihanCetak
from musrenbang_desktop.domain.cara import Metode
from musrenbang_desktop.reference.profile import load
from musrenbang_desktop.services.kertas_suara import huruf
from tests.unit.berita_acara.reading import pages, text_of
from tests.unit.berita_acara.sample import isi

PROFILE = load("rkpd-86")


def paper(usulan: int, terbit: int = 2, metode: Metode = "setuju", judul: str = "Drainase") -> KertasSuara:
    items = tuple(PilihanCetak(n, f"{judul} {n}", "Krajan RT 02", "Sarana") for n in range(1, usulan + 1))
    places = (("P1", "Pertama", 0, 9), ("P2", "Kedua", 0, 9), ("P3", "Ketiga", 0, 9))
    kriteria = places if metode == "peringkat" else places[:1]
    return KertasSuara(metode, 3, True, kriteria, (KelompokCetak("Kelompok 1", "A", terbit, items),))


def drawn(kertas: KertasSuara | None) -> bytes:
    return render("kertas_suara", replace(isi(), kertas_suara=kertas), PROFILE)


@pytest.mark.parametrize("usulan", [1, 14, 15, 48, 120])
def test_every_ballot_lists_every_usulan_once_under_its_number(usulan: int) -> None:
    text = text_of(drawn(paper(usulan, terbit=3)))
    for number in range(1, usulan + 1):
        assert len(re.findall(rf"\bDrainase {number}\b", text)) == 3
    assert re.findall(r"Surat suara (A-\d{3})", text)[0] == "A-001"
    assert set(re.findall(r"A-\d{3}", text)) == {"A-001", "A-002", "A-003"}
    assert "paling banyak 3" in text
    assert "rahasia" in text


@pytest.mark.parametrize("places", [1, 2, 3, 5])
def test_a_ballot_has_a_box_for_every_choice_that_counts(places: int) -> None:
    kriteria = tuple((f"P{n}", f"Pilihan {n}", 0, 9) for n in range(1, places + 1))
    (page,) = pages(drawn(replace(paper(4, 1, "peringkat"), kriteria=kriteria)))
    tall = [rule for rule in page.rules if rule[0] == rule[2]]
    assert len(tall) == 4 * 2 * places, "two edges a box"
    words = " ".join(page.text.split())
    assert ("2 untuk pilihan kedua" in words) == (places > 1)
    assert ("5 untuk pilihan ke-5." in words) == (places == 5)


def test_before_the_ballots_are_counted_out_one_sample_is_printed() -> None:
    assert text_of(drawn(paper(5, terbit=0))).count("CONTOH") == 2, "above and in the foot"


def test_a_score_sheet_has_a_box_for_every_criterion() -> None:
    kriteria = (("Mdk", "Mendesak", 1, 5), ("Bya", "Biaya", 1, 5))
    (page,) = pages(drawn(replace(paper(5, metode="bobot"), kriteria=kriteria)))
    assert "Mdk = Mendesak (1 sampai 5); Bya = Biaya (1 sampai 5)" in " ".join(page.text.split())
    tall = [rule for rule in page.rules if rule[0] == rule[2]]
    assert len(tall) >= 5 * 2 * 2, "two edges a box"
    assert "Diperiksa oleh" in page.text


def test_without_usulan_the_paper_says_so() -> None:
    assert "NIHIL" in text_of(drawn(None))
    assert "NIHIL" in text_of(drawn(paper(0)))


@settings(max_examples=30, deadline=None)
@given(
    count=st.integers(1, 60),
    judul=st.text("abcdefghij MW", min_size=3, max_size=120).filter(str.strip),
    metode=st.sampled_from(["setuju", "titik", "peringkat", "bobot"]),
)
def test_no_word_meets_a_box_and_none_leaves_the_paper(count: int, judul: str, metode: Metode) -> None:
    for page in pages(drawn(paper(count, 1, metode, judul))):
        edges = [(x, min(y0, y1), max(y0, y1)) for x, y0, x1, y1 in page.rules if x == x1]
        for glyph in page.glyphs:
            assert 0 < glyph.left < glyph.right < page.width
            assert 0 < glyph.bottom < glyph.top < page.height
            assert not any(
                glyph.left < x < glyph.right and low < (glyph.bottom + glyph.top) / 2 < high for x, low, high in edges
            ), glyph


def test_words_choose_the_picture() -> None:
    for judul, key in (
        ("Rabat beton jalan", "jalan"),
        ("Jembatan bambu di jalan desa", "jembatan"),
        ("Drainase depan SDN 2", "air"),
        ("Posyandu lansia", "sehat"),
        ("Pelatihan servis sepeda motor", "orang"),
        ("Seragam hadrah", "rumah"),
    ):
        assert pictures.picture_of(judul) == key


def test_letters_of_the_groups_go_on_behind_z() -> None:
    assert [huruf(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


@pytest.mark.parametrize(("metode", "name"), [("bobot", "lembar skor A-001"), ("setuju", "surat suara A-001")])
def test_every_further_sheet_says_whose_it_is(metode: Metode, name: str) -> None:
    first, *others = pages(drawn(paper(120, terbit=1, metode=metode)))
    assert "lanjutan" not in first.text
    assert others
    assert all(f"Kelompok 1, {name} (lanjutan)" in page.text for page in others)


def test_neighbours_on_a_ballot_never_share_a_colour_and_numbers_keep_theirs() -> None:
    assert all(warna(n) != warna(n + 1) for n in range(1, 200))
    content = drawn_content(drawn(paper(3, terbit=1)))
    for number in (1, 2, 3):
        red, green, blue = warna(number)[1]
        assert f"{red:g} {green:g} {blue:g} rg" in content


def drawn_content(pdf: bytes) -> str:
    from pypdf import PdfReader

    return "".join(page.get_contents().get_data().decode("latin-1") for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.mark.parametrize("metode", ["setuju", "titik", "peringkat", "bobot"])
def test_the_facilitator_reads_number_colour_picture_and_usulan(metode: Metode) -> None:
    kertas = paper(9, metode=metode, judul="Jembatan")
    text = " ".join(text_of(render("naskah_suara", replace(isi(), kertas_suara=kertas), PROFILE)).split())
    for number in range(1, 10):
        assert f"{number} {warna(number)[0]} jembatan Jembatan {number} Krajan RT 02" in text
    assert ("satu surat suara untuk tiap orang" in text) == (metode != "bobot")
    assert "Pendamping menuliskan, tidak memilihkan" in text
    assert "NIHIL" in text_of(render("naskah_suara", replace(isi(), kertas_suara=None), PROFILE))


def test_every_picture_has_a_word_that_can_be_said() -> None:
    assert {picture for picture, _ in pictures._WORDS} | {"rumah"} == set(ballot_script._GAMBAR)
