"""Every family of forms on F4 and A4: whatever a forum records, no cell is cut and nothing is printed over another."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import lru_cache

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import BarisBelum, BarisHadir, BarisPrioritas, IsiBeritaAcara
from musrenbang_desktop.domain.bidang import BIDANG_DESA
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kesepakatan import CARA_PUTUS, Putusan
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.reference.profile import Profile, load, names, parse
from tests.unit.berita_acara.reading import MM, Glyph, Page, pages, text_of, words
from tests.unit.berita_acara.sample import forum, isi
from tests.unit.berita_acara.test_paper import crossing, outside, overlapping

A4 = "[kertas]\nlebar_mm = 210\ntinggi_mm = 297\n"
#: Sheets whose every letter is looked at; of a longer document the first and the last ones.
LOOKED_AT = 4

letters = st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=("Cc", "Cf", "Cs"))
texts = st.text(letters, min_size=3, max_size=120).filter(lambda text: text.strip() != "")
perhaps = st.one_of(st.just(""), texts)
people = st.one_of(st.none(), st.integers(0, 99_999))
amounts = st.one_of(st.none(), st.integers(0, 999_000_000_000))
forms = st.sampled_from([(name, paper) for name in names() for paper in ("F4", "A4")])
counts = st.one_of(st.integers(0, 8), st.integers(0, 60))
SIZES = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@lru_cache
def form(name: str, paper: str) -> Profile:
    """The shipped family on this paper, as a kabupaten would write it."""
    if paper == "F4":
        return load(name)
    return parse(f'dasar = "{name}"\nid = "{name}-a4"\nnama = "A4"\n{A4}', f"{name}-a4")


@st.composite
def usulan(draw: st.DrawFn, size: st.SearchStrategy[int] = counts) -> tuple[BarisPrioritas, ...]:
    """Rows made of a few drawn ones, so that an example of a thousand stays small."""
    kinds = [
        BarisPrioritas(
            nomor=1,
            label="",
            usulan=draw(texts),
            bidang=draw(st.one_of(st.sampled_from(["", *BIDANG_DESA]), texts)),
            permasalahan=draw(perhaps),
            lokasi=draw(perhaps),
            volume=draw(st.sampled_from(["", "3", "569,5"])),
            satuan=draw(st.sampled_from(["", "m2", "kelompok"])),
            perkiraan_biaya=draw(amounts),
            keluaran=draw(st.sampled_from(["ke_kecamatan", "dana_desa"])),
            sumber_dana=draw(perhaps),
            penerima_l=draw(people),
            penerima_p=draw(people),
            penerima_rtm=draw(people),
            penerima=draw(st.sampled_from(["", "120 jiwa\nL 55, P 65"])),
            sdgs=draw(st.sampled_from(["", "9", "9, 11, 12, 17"])),
            data_eksisting=draw(perhaps),
            target_capaian=draw(perhaps),
            waktu_pelaksanaan=draw(perhaps),
            pola_pelaksanaan=draw(st.sampled_from(["", *POLA])),
            pelaksana=draw(perhaps),
        )
        for _ in range(draw(st.integers(1, 3)))
    ]
    return tuple(
        replace(kinds[number % len(kinds)], nomor=number, label=f"U-{number:03d}", usulan=_plain(kinds, number))
        for number in range(1, draw(size) + 1)
    )


def _plain(kinds: list[BarisPrioritas], number: int) -> str:
    return kinds[number % len(kinds)].usulan.replace("U-", "u-")


def check(pdf: bytes, profile: Profile) -> None:
    """Sides of the paper, margins, cells and letters of the first and last sheets."""
    document = pypdfium2.PdfDocument(pdf)
    last = len(document) - 1
    if last >= LOOKED_AT:
        short = pypdfium2.PdfDocument.new()
        short.import_pages(document, [0, 1, last - 1, last])
        held = io.BytesIO()
        short.save(held)
        pdf = held.getvalue()
    sides = {round(profile.kertas.lebar_mm, 1), round(profile.kertas.tinggi_mm, 1)}
    for page in pages(pdf):
        assert {round(page.width / MM, 1), round(page.height / MM, 1)} == sides
        assert outside(lowered(page), profile) == []
        assert crossing(page) == []
        assert really_over(page) == []
    document.close()


def lowered(page: Page) -> Page:
    """The marks of an "Ǻ" in the first line of a sheet stand a little above it; that is no fault."""
    glyphs = [Glyph(letter, left, bottom, right, top - 1.0 * MM) for letter, left, bottom, right, top in page.glyphs]
    return replace(page, glyphs=glyphs)


def really_over(page: Page) -> list[tuple[Glyph, Glyph]]:
    """Pairs of glyphs of which one is printed over the other."""
    return [pair for pair in overlapping(page) if _deep(*pair)]


def _deep(one: Glyph, other: Glyph) -> bool:
    """Whether one is printed over the other; the hook of a "ƴ" reaches over whatever letter stands behind it."""
    return one.letter != "ƴ" and min(one.right, other.right) - max(one.left, other.left) > 1.5


def labels(text: str) -> list[int]:
    return sorted(int(found) for found in re.findall(r"\(U-(\d{3,4})\)", text))


def rupiah(amounts: list[int | None]) -> str:
    known = [amount for amount in amounts if amount is not None]
    return f"{sum(known):,}".replace(",", ".") if known else "-"


@SIZES
@given(forms, usulan())
def test_priorities_are_whole_in_every_family(which: tuple[str, str], rows: tuple[BarisPrioritas, ...]) -> None:
    profile = form(*which)
    pdf = render("prioritas", replace(isi(0, 0, 0), prioritas=rows), profile)
    check(pdf, profile)
    text = text_of(pdf)
    assert labels(text) == [row.nomor for row in rows]
    assert f"Jumlah seluruhnya ({len(rows)} usulan) {rupiah([r.perkiraan_biaya for r in rows])}" in text or not rows


@SIZES
@given(forms, usulan())
def test_the_plans_hold_every_usulan_once_and_their_sums(
    which: tuple[str, str], rows: tuple[BarisPrioritas, ...]
) -> None:
    profile, contents = form(*which), replace(isi(0, 0, 0), prioritas=rows)
    seen: list[int] = []
    for jenis, output in (("rkp_desa", "dana_desa"), ("du_rkp", "ke_kecamatan")):
        pdf = render(jenis, contents, profile)
        check(pdf, profile)
        text = text_of(pdf)
        seen += labels(text)
        mine = [row for row in rows if row.keluaran == output]
        assert ("NIHIL" in text) == (not mine)
        sums = re.findall(r"\((\d+) kegiatan\) ([\d.]+|-)(?= |$)", text)
        if mine:
            assert f"Jumlah seluruhnya ({len(mine)} kegiatan) {rupiah([r.perkiraan_biaya for r in mine])}" in text
            *parts, (count, total) = sums
            assert sum(int(part) for part, _ in parts) == int(count) == len(mine)
            assert rupiah([int(v.replace(".", "")) for _, v in parts if v != "-"] or [None]) == total
    assert sorted(seen) == [row.nomor for row in rows]


@SIZES
@given(forms, st.lists(texts, min_size=1, max_size=4), counts, perhaps, amounts)
def test_attendance_and_what_was_not_agreed_are_whole(
    which: tuple[str, str], found: list[str], count: int, unsur: str, amount: int | None
) -> None:
    profile = form(*which)
    present = tuple(
        BarisHadir(nomor=number, nama=found[number % len(found)], lembaga=unsur, alamat=unsur)
        for number in range(1, count + 1)
    )
    refused = tuple(
        BarisBelum(
            nomor=number,
            label=f"U-{number:03d}",
            kegiatan=found[number % len(found)].replace("U-", "u-"),
            alasan=unsur,
            perkiraan_biaya=amount,
        )
        for number in range(1, count + 1)
    )
    contents = replace(isi(0, 0, 0), hadir=present, belum_disepakati=refused)
    check(render("daftar_hadir", contents, profile), profile)
    pdf = render("belum_disepakati", contents, profile)
    check(pdf, profile)
    assert labels(text_of(pdf)) == [row.nomor for row in refused]


@SIZES
@given(
    forms,
    st.lists(texts, min_size=3, max_size=6),
    st.integers(0, 4),
    st.sampled_from(CARA_PUTUS),
    st.one_of(st.none(), st.integers(0, 99_999)),
)
def test_the_berita_acara_is_whole_and_its_signatures_share_a_sheet(
    which: tuple[str, str], found: list[str], count: int, cara: str, vote: int | None
) -> None:
    profile, official = form(*which), Pejabat(found[0], found[1], found[2], nip="197001011990012001")
    place = forum(
        desa=found[0],
        kecamatan=found[1],
        kabupaten=found[2],
        provinsi=found[0],
        tempat=found[1],
        materi=tuple(found),
        pimpinan=official,
        notulis=official,
        kepala=official,
        saksi=(official,) * count,
        pemateri=(official,) * count,
        sambutan=(official,) * count,
    )
    putusan = Putusan(cara=cara, setuju=vote, tidak_setuju=vote, abstain=None)  # type: ignore[arg-type]  # from CARA_PUTUS
    contents = isi(count, 2, 0, forum=place, putusan=putusan)
    pdf = render("berita_acara", contents, profile)
    check(pdf, profile)
    signed = [page for page in pages(pdf) if "Demikian berita acara ini" in words(page.text)]
    assert len(signed) == 1
    needed = 1 if any(role.peran == "kepala" for role in profile.penanda_tangan) else 0
    assert words(signed[0].text).count("NIP 197001011990012001") >= needed


@pytest.mark.parametrize("name", names())
def test_a_thousand_usulan_are_each_there_once(name: str) -> None:
    contents: IsiBeritaAcara = isi(0, 1000, 0)
    for jenis in ("prioritas", "rkp_desa", "du_rkp"):
        profile = form(name, "A4")
        pdf = render(jenis, contents, profile)
        check(pdf, profile)
        wanted = {"prioritas": "", "rkp_desa": "dana_desa", "du_rkp": "ke_kecamatan"}[jenis]
        mine = [row for row in contents.prioritas if wanted in ("", row.keluaran)]
        text = text_of(pdf)
        assert labels(text) == [row.nomor for row in mine]
        assert f" {rupiah([row.perkiraan_biaya for row in mine])} " in text


@pytest.mark.parametrize("jenis", ["prioritas", "rkp_desa", "du_rkp"])
@pytest.mark.parametrize("family", names())
def test_an_amount_beside_its_source_stands_on_one_line(family: str, jenis: str) -> None:
    """Rp57.375. at the end of a line would be read as another amount."""
    shape = load(family)
    facts = isi(1, 1, 1)
    lines = [
        replace(row, keluaran=where, sumber_dana="Swadaya warga Rp999.999.999")
        for where, row in zip(("dana_desa", "ke_kecamatan"), facts.prioritas * 2, strict=True)
    ]
    text = text_of(render(jenis, replace(facts, prioritas=tuple(lines)), shape))
    printed = jenis != "prioritas" or any(one.isi == "sumber_dana" for one in shape.lampiran[jenis].tabel.kolom)
    assert ("Rp999.999.999" in text) is printed
