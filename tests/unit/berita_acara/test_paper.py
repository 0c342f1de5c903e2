"""The sheet: sizes, margins, nothing cut, nothing over anything else."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisPrioritas
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.reference.profile import Profile, load
from tests.unit.berita_acara.reading import MM, Glyph, Page, pages, text_of, words
from tests.unit.berita_acara.sample import forum, isi


@pytest.fixture(scope="module")
def profile() -> Profile:
    return load("rkpd-86")


@pytest.fixture(scope="module")
def whole(profile: Profile) -> list[Page]:
    return pages(render("lengkap", isi(), profile))


def test_the_whole_holds_upright_and_lying_sheets(whole: list[Page]) -> None:
    lying = [words(page.text) for page in whole if page.width > page.height]
    assert lying
    assert len(lying) < len(whole)
    for number in ("II", "III"):
        assert any(f"LAMPIRAN {number} :" in text for text in lying)
    for number in ("I", "IV"):
        assert not any(f"LAMPIRAN {number} :" in text for text in lying)


def outside(page: Page, profile: Profile) -> list[Glyph]:
    """Glyphs beyond the margins; the two lines of the foot may use the lower margin.

    A letter such as "Ĩ" is drawn a little wider than the room it takes, so a third of a millimetre is no fault.
    """
    paper = profile.kertas
    left, right = (paper.kiri_mm - 0.33) * MM, page.width - (paper.kanan_mm - 0.33) * MM
    foot, top = paper.bawah_mm * MM - 13 * MM, page.height - paper.atas_mm * MM + 0.3
    body = paper.bawah_mm * MM - 0.3
    return [
        glyph
        for glyph in page.glyphs
        if glyph.left < left
        or glyph.right > right
        or glyph.top > top
        or glyph.bottom < foot
        or (glyph.bottom < body and glyph.top > body - 4 * MM)
    ]


def crossing(page: Page) -> list[tuple[Glyph, tuple[float, float, float, float]]]:
    """Glyphs that a rule of a table runs through; asked only of those that begin less than a glyph before it."""
    found = []
    across, upwards = sorted(page.glyphs, key=_left), sorted(page.glyphs, key=_bottom)
    width = max((glyph.right - glyph.left for glyph in page.glyphs), default=0)
    height = max((glyph.top - glyph.bottom for glyph in page.glyphs), default=0)
    for x0, y0, x1, y1 in page.rules:
        low, high = min(y0, y1), max(y0, y1)
        if x0 == x1:
            near = across[bisect_left(across, x0 - width, key=_left) : bisect_left(across, x0, key=_left)]
            hit = [g for g in near if g.left < x0 - 0.05 and g.right > x0 + 0.05 and g.bottom < high and g.top > low]
        else:
            near = upwards[bisect_left(upwards, y0 - height, key=_bottom) : bisect_left(upwards, y0, key=_bottom)]
            hit = [g for g in near if g.bottom < y0 - 0.05 and g.top > y0 + 0.05 and g.left < x1 and g.right > x0]
        found += [(glyph, (x0, y0, x1, y1)) for glyph in hit]
    return found


def _left(glyph: Glyph) -> float:
    return glyph.left


def _bottom(glyph: Glyph) -> float:
    return glyph.bottom


def overlapping(page: Page) -> list[tuple[Glyph, Glyph]]:
    """Pairs of glyphs printed over each other, looked for line by line."""
    lines: dict[int, list[Glyph]] = {}
    for glyph in sorted(page.glyphs, key=lambda glyph: glyph.left):
        for line in range(int(glyph.bottom // 6), int(glyph.top // 6) + 1):
            lines.setdefault(line, []).append(glyph)
    found = {}
    for ordered in lines.values():
        for index, one in enumerate(ordered):
            for other in itertools.islice(ordered, index + 1, None):
                if other.left >= one.right:
                    break
                if _over(one, other):
                    found[id(one), id(other)] = one, other
    return list(found.values())


def _over(one: Glyph, other: Glyph) -> bool:
    """Whether three quarters of the smaller one lie under the other."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    small = min((g.right - g.left) * (g.top - g.bottom) for g in (one, other))
    return wide > 0 and high > 0 and wide * high > 0.75 * small


def test_no_glyph_leaves_the_margins(whole: list[Page], profile: Profile) -> None:
    assert [outside(page, profile) for page in whole] == [[]] * len(whole)


def test_no_glyph_crosses_the_rule_of_a_cell(whole: list[Page]) -> None:
    assert all(page.rules for page in whole[2:7])
    assert [crossing(page) for page in whole] == [[]] * len(whole)


def test_no_text_is_printed_over_another(whole: list[Page]) -> None:
    assert [overlapping(page) for page in whole] == [[]] * len(whole)


def test_the_checks_above_see_what_they_look_for(whole: list[Page], profile: Profile) -> None:
    page = whole[3]
    x, y0, _, y1 = next(rule for rule in page.rules if rule[0] == rule[2])
    middle = (y0 + y1) / 2
    astray = Glyph("x", x - 2, middle, x + 2, middle + 5)
    twice = page.glyphs[40]
    assert crossing(Page(page.width, page.height, "", [astray], page.rules))
    assert overlapping(Page(page.width, page.height, "", [twice, twice], []))
    assert outside(Page(page.width, page.height, "", [Glyph("x", 10, 400, 15, 410)], []), profile)


def test_columns_have_the_widths_of_the_profile(profile: Profile) -> None:
    (page, *_) = pages(render("prioritas", isi(), profile))
    upright = sorted({x0 for x0, _, x1, _ in page.rules if x0 == x1})
    widths = [(right - left) / MM for left, right in pairwise(upright)]
    assert widths == pytest.approx([column.lebar_mm for column in profile.lampiran["prioritas"].tabel.kolom], abs=0.05)


def test_every_page_says_which_of_how_many_it_is(whole: list[Page]) -> None:
    for number, page in enumerate(whole, 1):
        assert f"Halaman {number} dari {len(whole)}" in words(page.text)
        assert "Forum k7q2m3ab-1 | Jejak 3f9a2c1b" in words(page.text)


@pytest.mark.parametrize("desa", ["Sukamaju", "Sukamaju Tengah Selatan Raya " * 4])
def test_the_foot_shortens_a_name_and_never_a_code(profile: Profile, desa: str) -> None:
    facts = isi(1, 1, 1)
    facts = replace(facts, forum=replace(facts.forum, desa=desa.strip()), kode_forum="35.07.18.2001 k7q2m3ab-1")
    for page in pages(render("berita_acara", facts, profile)):
        assert f" | Forum 35.07.18.2001 k7q2m3ab-1 | Jejak {facts.jejak}" in words(page.text)
        assert ("..." in words(page.text).partition(" | Forum")[0][-4:]) is (len(desa) > 20)
        assert not outside(page, profile)


@pytest.mark.parametrize(
    ("jenis", "heads", "row"),
    [
        ("prioritas", ("Permasalahan", "Usulan kegiatan", "a b c d e f g h i"), r"U-\d{3}"),
        ("belum_disepakati", ("Kegiatan", "Alasan", "a b c d e f g"), r"U-\d{3}"),
        ("daftar_hadir", ("Lembaga/unsur", "Tanda tangan", "a b c d e f"), "Krajan RT"),
    ],
)
def test_heads_stand_on_every_page_of_a_table(jenis: str, heads: tuple[str, ...], row: str, profile: Profile) -> None:
    with_rows = [words(page.text) for page in pages(render(jenis, isi(120, 60, 60), profile))]
    with_rows = [text for text in with_rows if re.search(row, text)]
    assert len(with_rows) >= 4
    for text in with_rows:
        assert [head for head in heads if head not in text] == []


def test_a_row_taller_than_a_sheet_is_divided_and_nothing_of_it_is_lost(profile: Profile) -> None:
    long = " ".join(f"kata{number:04d}" for number in range(1500))
    rows = (
        BarisPrioritas(nomor=1, label="U-001", usulan="Biasa"),
        BarisPrioritas(nomor=2, label="U-002", usulan="Panjang", permasalahan=long, lokasi="x" * 400),
        BarisPrioritas(nomor=3, label="U-003", usulan="Sesudahnya"),
    )
    pdf = render("prioritas", replace(isi(), prioritas=rows), profile)
    found = pages(pdf)
    text = text_of(pdf)
    assert [text.count(f"kata{number:04d}") for number in range(1500)] == [1] * 1500
    assert text.count("U-002") == text.count("U-003") == 1
    assert "".join(text.split()).count("x") >= 400
    for page in found:
        assert outside(page, profile) == []
        assert crossing(page) == []


@pytest.mark.parametrize("speakers", range(0, 31, 3))
def test_signatures_stay_together_with_the_last_clause(speakers: int, profile: Profile) -> None:
    many = tuple(Pejabat(f"Penutur {number}", "Ketua RW") for number in range(speakers))
    found = pages(render("berita_acara", isi(forum=forum(sambutan=many)), profile))
    (whole,) = [words(page.text) for page in found if "Pimpinan Sidang," in page.text]
    signed = whole.partition("MEWAKILI PESERTA")[0]  # whose names may be those of officials too
    for needed in ("KEEMPAT", "Demikian berita acara ini", "Notulis,", "Mengetahui,", "Sukamaju, 21 Januari 2026"):
        assert needed in signed
    assert signed.count("Rina Kusumawati") == signed.count("Bambang Wijayanto, S.Sos.") == 1
    assert signed.count("NIP 197001011990012001") == 1
    for page in found:
        assert outside(page, profile) == []
        assert overlapping(page) == []


@pytest.mark.parametrize("rows", range(20, 34))
def test_the_total_never_stands_without_a_row_above_it(rows: int, profile: Profile) -> None:
    for page in pages(render("belum_disepakati", isi(0, 0, rows), profile)):
        text = words(page.text)
        if "Jumlah seluruhnya" in text:
            assert f"U-{rows:03d}" in text


def test_a_usual_berita_acara_ends_on_its_first_sheet_and_a_long_one_keeps_its_spacing(profile: Profile) -> None:
    def line_height(page: Page) -> float:
        tops = sorted({round(glyph.bottom, 1) for glyph in page.glyphs if glyph.letter == "P"}, reverse=True)
        return min(high - low for high, low in pairwise(tops))

    usual = pages(render("berita_acara", isi(), profile))
    many = tuple(Pejabat(f"Penutur {number}") for number in range(20))
    long = pages(render("berita_acara", isi(forum=forum(sambutan=many)), profile))
    assert "Pimpinan Sidang," in usual[0].text
    assert "Pimpinan Sidang," not in long[0].text
    size = profile.huruf.isi
    assert line_height(long[0]) == pytest.approx(size * profile.huruf.spasi, abs=0.2)
    assert size * profile.huruf.spasi_rapat - 0.2 <= line_height(usual[0]) < size * profile.huruf.spasi


@pytest.mark.parametrize("jenis", ["daftar_hadir", "prioritas", "belum_disepakati"])
@pytest.mark.parametrize("rows", [0, 1, 7, 8, 9, 10, 11, 12, 13, 18, 19, 20])
def test_the_signature_of_an_annex_never_stands_alone_on_a_sheet(jenis: str, rows: int, profile: Profile) -> None:
    last = pages(render(jenis, isi(rows, rows, rows), profile))[-1]
    assert "Sukamaju, 21 Januari 2026" in words(last.text)
    assert re.search(r"Jumlah|NIHIL", last.text)
