"""Letters and receipts read back: one sheet a person, its own number, a QR that a reader reads."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisUndangan, IsiBeritaAcara, baris_undangan
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.halaman import AWALAN
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import kode
from musrenbang_desktop.reference.profile import load, names, parse
from tests.unit.berita_acara.reading import MM, pages, text_of, words
from tests.unit.berita_acara.sample import NAMA, forum, isi
from tests.unit.berita_acara.test_paper import outside, overlapping

PROFILE = load("rkpd-86")
FORUM = "k7q2m3ab-1"


def guests(count: int) -> tuple[BarisUndangan, ...]:
    return tuple(
        BarisUndangan(
            nomor=number,
            nama=f"{NAMA[number % len(NAMA)]} ke-{number}",
            kode=kode(FORUM, f"k7q2m3ab-{number}"),
            lembaga="Ketua, PKK",
            alamat="Krajan RT 02/RW 01",
        )
        for number in range(1, count + 1)
    )


def invited(count: int, **fields: Any) -> IsiBeritaAcara:
    known = forum(nomor_undangan="005/12/2026", tanggal_undangan="2026-01-14")
    return replace(isi(3, 0, 0), forum=known, undangan=guests(count), **fields)


def codes(pdf: bytes, page: int, dpi: int = 150) -> list[str]:
    """What the codes of letters on a page say; the code of the page itself is left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=dpi / 72).to_pil()
    finally:
        document.close()
    texts = [found.text for found in zxingcpp.read_barcodes(picture)]
    return [text for text in texts if not text.startswith(AWALAN)]


def test_one_sheet_a_person_and_the_list_behind_them() -> None:
    contents = invited(4)
    sheets = pages(render("undangan", contents, PROFILE))
    assert len(sheets) == 5
    for guest, page in zip(contents.undangan, sheets, strict=False):
        text = words(page.text)
        assert text.count(f"Undangan nomor {guest.nomor:03d}") == 2
        for part in (guest.nama, "Nomor : 005/12/2026", "Sukamaju, 14 Januari 2026", "Rabu, 21 Januari 2026"):
            assert part in text
        for part in ("08.15 WIB s.d. selesai", "Balai Desa Sukamaju", "Hal : Undangan Musrenbang Desa Sukamaju"):
            assert part in text
        assert "Halaman" not in text
        assert outside(page, PROFILE) == []
    annex = words(sheets[-1].text)
    assert all(guest.nama in annex for guest in contents.undangan)
    assert "Daftar undangan, halaman 1 dari 1" in annex


@pytest.mark.parametrize("dpi", [110, 200])
def test_every_code_is_read_from_the_rendered_sheet(dpi: int) -> None:
    contents = invited(3)
    pdf = render("undangan", contents, PROFILE)
    assert [codes(pdf, page, dpi) for page in range(4)] == [[guest.kode] for guest in contents.undangan] + [[]]


def test_the_code_is_drawn_and_no_picture() -> None:
    document = pypdfium2.PdfDocument(render("undangan", invited(1), PROFILE))
    kinds = {thing.type for thing in document[0].get_objects()}
    document.close()
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE not in kinds


def test_a_reprint_is_the_same_whatever_was_agreed_since() -> None:
    before = render("undangan", invited(3, jejak="3f9a2c1b", tanda_air="DRAF"), PROFILE)
    after = render("undangan", invited(3, jejak="00000000", tanda_air=""), PROFILE)
    assert before == after
    assert "DRAF" not in text_of(before)
    assert "LATIHAN" in text_of(render("undangan", invited(1, tanda_air="LATIHAN"), PROFILE))


def test_what_is_unknown_leaves_room_for_a_pen() -> None:
    contents = replace(invited(1), forum=forum(nomor_undangan="", tanggal_undangan="", jam_mulai=""))
    text = text_of(render("undangan", contents, PROFILE))
    assert "Nomor : ...." in text
    assert "Sukamaju, ...." in text


def test_two_hundred_letters_in_half_a_minute() -> None:
    begun = time.monotonic()
    pdf = render("undangan", invited(200), PROFILE)
    assert time.monotonic() - begun < 30
    assert codes(pdf, 199) == [kode(FORUM, "k7q2m3ab-200")]


def test_nobody_is_invited_yet() -> None:
    assert "NIHIL" in text_of(render("undangan", invited(0), PROFILE))
    assert "NIHIL" in text_of(render("tanda_terima", invited(0), PROFILE))


def test_the_receipt_shows_the_proof_and_leaves_the_rest_to_be_signed() -> None:
    given = Peserta(
        id="a", forum="f", nomor=7, nama="Sutrisno", unsur="Ketua RT", jabatan="Ketua RT", undangan="diserahkan",
        tanggal_serah="2026-01-18", cara_serah="lewat RT/RW", penerima="Istri",
    )  # fmt: skip
    printed = Peserta(id="b", forum="f", nomor=8, nama="Aminah", undangan="dicetak")
    rows = (baris_undangan(given, "x"), baris_undangan(printed, "y"))
    assert rows[0].lembaga == "Ketua RT"
    text = text_of(render("tanda_terima", replace(invited(0), undangan=rows), PROFILE))
    for part in ("18-01-2026", "Istri", "lewat", "Aminah", "Sudah diserahkan 1 dari 2 undangan."):
        assert part in text


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("margin", [25, 30, 35])
@pytest.mark.parametrize("items", [0, 10, 24])
def test_the_code_of_a_letter_never_lies_on_the_name_of_the_signer(name: str, margin: int, items: int) -> None:
    sides = f"lebar_mm = 210\ntinggi_mm = 297\natas_mm = {margin}\nbawah_mm = {margin}\n"
    profile = parse(f'dasar = "{name}"\nid = "{name}-a4"\nnama = "A4"\n[kertas]\n{sides}', f"{name}-a4")
    agenda = tuple(Acara(f"Pembahasan usulan bagian {number}", 15) for number in range(items))
    guests = (BarisUndangan(nomor=1, nama="Sutarno", kode="UND-1", lembaga="Ketua RW 01", alamat="Krajan RW 01"),)
    pdf = render("undangan", replace(isi(0, 0, 0), undangan=guests, forum=forum(agenda=agenda)), profile)
    for page in pages(pdf):
        assert overlapping(page) == []
        assert outside(page, profile) == []
    signed = [page for page in pages(pdf) if "NIP 197001011990012001" in page.text]
    for page in signed[:-1]:
        assert "Undangan nomor 001" in page.text
        name_of = min(glyph.bottom for glyph in page.glyphs if glyph.letter == "N" and glyph.left > page.width / 2)
        assert name_of > (margin + 29) * MM
