"""Slips, posters, verification, answers, the projector sheet and the test sheet, read back from their PDF."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.isi_sehari import (
    BarisJawab,
    BarisSlip,
    IsiSehari,
    LembarVerifikasi,
    Slip,
)
from musrenbang_desktop.domain.gambaran import gambaran
from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import MM, pages, reader, text_of, words
from tests.unit.berita_acara.sample import forum, isi

PROFILE = load("rkpd-86")
HALL = HitunganHadir(diundang=80, hadir=73, hadir_undangan=62, laki=45, perempuan=28, tanpa_jk=0, per_unsur={})


def filled(**fields: object) -> IsiBeritaAcara:
    """A forum with these facts of the day, and figures for the projector."""
    now = forum()
    usulan = [Usulan(id=f"u{n}", forum="f", nomor=n, judul=f"Usulan {n}", bidang="Sarana") for n in range(1, 9)]
    return replace(isi(), gambaran=gambaran(now, HALL, usulan), sehari=IsiSehari(**fields))  # type: ignore[arg-type]  # facts by name


def verified(**fields: object) -> LembarVerifikasi:
    known: dict[str, object] = {"label": "U-003", "judul": "Talud penahan jalan", "bidang": "Sarana Prasarana"}
    return LembarVerifikasi(**(known | fields))  # type: ignore[arg-type]  # facts by name


def test_every_agreed_usulan_has_one_sheet_of_verification_with_its_fourteen_documents() -> None:
    made = filled(verifikasi=tuple(verified(label=f"U-{n:03d}") for n in range(1, 6)))
    found = pages(render("verifikasi", made, PROFILE))
    assert [words(page.text).partition("Nomor usulan :")[2].split()[0] for page in found] == [
        f"U-{n:03d}" for n in range(1, 6)
    ]
    for page in found:
        for number, paper in enumerate(PROFILE.sehari.verifikasi.dokumen, 1):
            assert f"{number} {paper.teks}" in words(page.text)
        assert "Halaman" in page.text


def ticks(page_text: str) -> list[str]:
    """The rows that bear a tick."""
    return [line for line in page_text.splitlines() if re.search(r"\bv\b", line)]


def test_the_readiness_list_ticks_what_it_proves_and_notes_what_it_only_tells() -> None:
    known = (
        Kesiapan("kondisi", "ya", "foto 12 Januari"),
        Kesiapan("rincian_teknis", "tidak", "belum digambar"),
        Kesiapan("sertifikat", "ya", "SHM 0123"),
    )
    (page,) = pages(render("verifikasi", filled(verifikasi=(verified(kesiapan=known, penerima=420),)), PROFILE))
    marks = [glyph for glyph in page.glyphs if glyph.letter == "v"]
    columns = sorted(round(glyph.left / MM) for glyph in marks if 105 < glyph.left / MM < 140)
    assert len(columns) == 3, "the survey is there; drawing and RAB are missing; the land is only noted"
    assert columns[0] < columns[1] == columns[2]
    for note in ("foto 12 Januari", "belum digambar", "SHM 0123", "Tercatat 420 jiwa"):
        assert note in words(page.text)


def test_a_long_usulan_still_has_one_sheet_of_verification() -> None:
    long = verified(
        judul="Pembangunan saluran air dan jalan " * 6, lokasi="depan rumah warga " * 9, pengusul="PKK " * 30
    )
    assert len(pages(render("verifikasi", filled(verifikasi=(long,)), PROFILE))) == 1


def slip(pengusul: str, count: int, first: int = 1, tautan: str = "") -> Slip:
    rows = tuple(
        BarisSlip(f"U-{n:03d}", f"Perbaikan jalan nomor {n}", "Krajan RT 01") for n in range(first, first + count)
    )
    return Slip(pengusul, rows, tautan)


def test_every_usulan_stands_on_exactly_one_slip_and_no_slip_is_divided() -> None:
    made = filled(slip=(slip("RT 01", 3), slip("Karang Taruna", 25, 4), slip("", 1, 29)))
    pdf = render("tanda_terima_usulan", made, PROFILE)
    text = text_of(pdf)
    assert [len(re.findall(rf"U-{n:03d}\b", text)) for n in range(1, 30)] == [1] * 29
    assert text.count("TANDA TERIMA USULAN") == 1 + 3 + 1, "25 usulan of one proposer take three slips"
    for page in pages(pdf):
        assert words(page.text).count("Pengusul:") == words(page.text).count("Diterima petugas")


def test_the_code_of_a_slip_leads_to_the_public_page() -> None:
    link = "https://musrenbang.contoh.example/desa/00.00.00.2001/2027#u-k7q2m3ab-17"
    pdf = render("tanda_terima_usulan", filled(slip=(slip("RT 01", 1, tautan=link),)), PROFILE)
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=3).to_pil()
    document.close()
    assert link in [found.text for found in zxingcpp.read_barcodes(picture)]
    assert "Lihat jawabannya" in text_of(pdf)


def answer(number: int, keadaan: str, **fields: object) -> BarisJawab:
    known: dict[str, object] = {"label": f"U-{number:03d}", "judul": f"Usulan nomor {number}", "keadaan": keadaan}
    return BarisJawab(**(known | fields))  # type: ignore[arg-type]  # facts by name


def test_the_answers_are_grouped_counted_and_none_is_left_out() -> None:
    rows = (
        answer(1, "belum"),
        answer(
            2, "diterima", jawaban=("Masuk RKPD, 3 Maret 2026", "Diterima kecamatan, 1 Februari 2026"), oleh="Bappeda"
        ),
        answer(3, "ditolak", jawaban=("Tidak diterima, 4 Maret 2026",), alasan="Bukan kewenangan tingkat ini"),
        answer(4, "ditarik", alasan="sudah dikerjakan"),
    )
    text = text_of(render("lembar_jawaban", filled(jawaban=rows), PROFILE))
    assert "Dari 4 usulan: 1 diterima, 1 tidak diterima, 1 belum dijawab, 1 ditarik." in text
    assert [len(re.findall(rf"U-{n:03d}\b", text)) for n in range(1, 5)] == [1] * 4
    order = [text.index(word) for word in ("Diterima: 1", "U-002", "Tidak diterima: 1", "U-003", "Belum dijawab: 1")]
    assert order == sorted(order)
    assert "Masuk RKPD, 3 Maret 2026 Diterima kecamatan, 1 Februari 2026" in text
    assert "NIHIL" in text_of(render("lembar_jawaban", filled(), PROFILE))


@pytest.mark.parametrize("count", range(1, 24))
def test_the_signature_never_stands_on_a_sheet_without_a_row(count: int) -> None:
    rows = tuple(answer(n, "belum", tempat="Krajan RT 01") for n in range(1, count + 1))
    *_, last = pages(render("lembar_jawaban", filled(jawaban=rows), PROFILE))
    assert "Sumarni" in last.text
    assert f"U-{count:03d}" in last.text


def test_no_letter_of_the_projector_sheet_is_below_28_points_and_nothing_leaves_it() -> None:
    for made in (filled(), replace(filled(), prioritas=()), replace(isi(), prioritas=(), gambaran=None)):
        pdf = render("ringkasan_layar", made, PROFILE)
        (page,) = reader(pdf).pages
        sizes = [float(size) for size in re.findall(r"(\S+) Tf", page.get_contents().get_data().decode("latin-1"))]
        assert min(sizes) >= 28
        (read,) = pages(pdf)
        assert all(glyph.left > 0 and glyph.right < read.width and glyph.bottom > 0 for glyph in read.glyphs)


@settings(max_examples=25, deadline=None)
@given(st.text("Aa ", min_size=1, max_size=110).filter(str.strip), st.text("Bb ", max_size=110))
def test_a_poster_is_one_sheet_whatever_the_names_are(desa: str, alamat: str) -> None:
    made = replace(isi(), forum=forum(desa=desa, alamat=alamat))
    for jenis in ("poster", "poster_a3"):
        (page,) = pages(render(jenis, made, PROFILE))
        assert all(glyph.left > 13 * MM and glyph.right < page.width - 13 * MM for glyph in page.glyphs)


def test_the_poster_says_what_when_and_where() -> None:
    text = text_of(render("poster", isi(), PROFILE))
    for said in (
        "MUSRENBANG",
        "DESA SUKAMAJU",
        "Rabu, 21 Januari 2026",
        "08.15 WIB s.d. selesai",
        "Balai Desa Sukamaju",
    ):
        assert said in text


def test_the_marks_of_the_test_sheet_are_where_they_say() -> None:
    """20 mm from each edge, and scales of 120 and 150 mm."""
    pdf = render("lembar_uji", isi(), PROFILE)
    (page,) = reader(pdf).pages
    content = page.get_contents().get_data().decode("latin-1")
    segments = [
        tuple(float(part) / MM for part in found) for found in re.findall(r"(\S+) (\S+) m (\S+) (\S+) l", content)
    ]
    upright = {round(x0, 1) for x0, y0, x1, y1 in segments if abs(x0 - x1) < 0.01}
    level = {round(y0, 1) for x0, y0, x1, y1 in segments if abs(y0 - y1) < 0.01}
    assert {20.0, 195.0} <= upright
    assert {20.0, 310.0} <= level
    lengths = {round(abs(x1 - x0)) for x0, _, x1, _ in segments} | {round(abs(y1 - y0)) for _, y0, _, y1 in segments}
    assert {120, 150} <= lengths
