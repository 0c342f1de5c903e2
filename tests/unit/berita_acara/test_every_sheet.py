"""What every printed sheet keeps, in every family and on both papers: a new one is tried with the rest by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

import pypdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import JENIS, blocks, render, table
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.berita_acara.sheet import Sheet
from musrenbang_desktop.reference.profile import Profile, names
from tests.unit.berita_acara.any_village import Shape, bent, shapes
from tests.unit.berita_acara.conftest import Village
from tests.unit.berita_acara.reading import MM, Page, pages, reader
from tests.unit.berita_acara.test_every_profile import form, lowered, really_over
from tests.unit.berita_acara.test_paper import crossing, outside

#: Sheets with sides of their own in millimetres; every other one has those of the profile, upright or lying.
OWN_SIDES = {
    "poster_a3": (297, 420),
    "poster_hasil_a3": (297, 420),
    "poster_jawaban_a3": (420, 297),
    "ringkasan_layar": (338.667, 190.5),
}
#: Sheets with margins of their own: for a wall, for the hall, or with rulers to the edge of the paper.
OWN_MARGINS = {*OWN_SIDES, "poster", "poster_hasil", "lembar_uji"}
FORMS = [(name, paper) for name in names() for paper in ("F4", "A4")]
#: A few short examples a sheet by day; sixty by night, and then of up to a thousand rows.
EXAMPLES = max(1, settings().max_examples // 30)
MOST_ROWS = 40 if EXAMPLES < 9 else 1000


@dataclass
class Drawn:
    """What the engine was asked for: the heads of its tables, and each block of signatures with sheet and names."""

    heads: set[tuple[str, ...]] = field(default_factory=set)
    blocks: list[list[tuple[Sheet, list[str]]]] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)

    @property
    def signed(self) -> list[list[tuple[int, list[str]]]]:
        """The blocks with their pages, without those of sheets that were tried and taken back."""
        places = {id(sheet): number for number, sheet in enumerate(self.sheets)}
        found = [[(places.get(id(sheet), -1), lines) for sheet, lines in block] for block in self.blocks]
        return [block for block in found if any(page >= 0 for page, _ in block)]


@contextmanager
def watched() -> Iterator[Drawn]:
    """See what is drawn while a document is made."""
    seen = Drawn()
    heads, rows_of, draw = table.Table.__init__, blocks._rows_of, blocks._Signatures.draw

    def with_heads(self: table.Table, flow: Any, columns: Any, **more: Any) -> None:
        heads(self, flow, columns, **more)
        clean = flow.document.bold.clean
        seen.heads.add(tuple(squeezed(clean(column.judul)) for column in columns))

    def with_group(*args: Any, **more: Any) -> Any:
        found = rows_of(*args, **more)
        for one in found:
            group[id(one)] = found
        kept.append(found)
        return found

    def with_page(self: Any) -> None:
        draw(self)
        whole = group[id(self)]
        if whole[0] is self:
            seen.blocks.append([])
        lines = [line for name in self.names for line in name]
        seen.blocks[-1].append((self.flow.sheet, lines))
        seen.sheets = self.flow.document.sheets

    group: dict[int, Any] = {}
    kept: list[Any] = []  # their ids stay theirs
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table.Table, "__init__", with_heads)
        patch.setattr(blocks, "_rows_of", with_group)
        patch.setattr(blocks._Signatures, "draw", with_page)
        yield seen


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def plain(text: str) -> str:
    """The letters and digits that every font has."""
    return re.sub(r"[^0-9A-Za-z]", "", text)


def head_rows(page: Page) -> Iterator[tuple[str, ...]]:
    """The first row of every grid of the page, cell by cell."""
    upright = [(x0, max(y0, y1), min(y0, y1)) for x0, y0, x1, y1 in page.rules if x0 == x1]
    level = [(y0, min(x0, x1), max(x0, x1)) for x0, y0, x1, y1 in page.rules if y0 == y1]
    for y, left, right in level:
        edges = sorted({x for x, top, _ in upright if abs(top - y) < 0.1 and left - 0.1 < x < right + 0.1})
        above = any(top > y + 0.1 and bottom < y + 0.1 and left - 0.1 < x < right + 0.1 for x, top, bottom in upright)
        if above or len(edges) < 3:  # a box to tick is no table
            continue
        below = max((other for other, start, end in level if other < y - 0.1 and start < left + 1 and end > right - 1))
        yield tuple(
            squeezed("".join(g.letter for g in page.glyphs if a < g.left < b and below < g.bottom < y))
            for a, b in pairwise(edges)
        )


def lies_across(jenis: str, profile: Profile) -> bool | None:
    """Whether the profile lays this sheet across; None for the whole berita acara, which has both."""
    shapes_of: dict[str, Any] = {**profile.lampiran, **profile.cetak}
    return None if jenis == "lengkap" else jenis == "lembar_jawaban" or (jenis in shapes_of and shapes_of[jenis].rebah)


def check_sides(found: pypdf.PdfReader, jenis: str, profile: Profile) -> None:
    own = (profile.kertas.lebar_mm, profile.kertas.tinggi_mm)
    lying = lies_across(jenis, profile)
    for page in found.pages:
        box = page.mediabox
        assert float(box.left) == float(box.bottom) == 0
        assert page.rotation == 0
        assert page.cropbox == box
        sides = (float(box.width) / MM, float(box.height) / MM)
        across = sides[0] > sides[1] if lying is None else lying
        wanted = OWN_SIDES.get(jenis) or ((own[1], own[0]) if across else own)
        assert sides == pytest.approx(wanted, abs=0.1)


def check_fonts(found: pypdf.PdfReader) -> None:
    for page in found.pages:
        resources: Any = page["/Resources"]
        assert "/XObject" not in resources or all(
            one.get_object()["/Subtype"] == "/Image" for one in resources["/XObject"].values()
        )
        for font in (one.get_object() for one in resources["/Font"].values()):
            assert font["/BaseFont"][7] == "+"
            assert len(font["/FontDescriptor"]["/FontFile2"].get_data()) > 1000
            assert "/ToUnicode" in font


def check_text(read: list[Page]) -> None:
    for page in read:
        assert page.glyphs, "a page says something"
        strange = {one.letter for one in page.glyphs if one.letter == "\ufffd" or ord(one.letter) < 32}
        assert strange == set()


def check_heads(read: list[Page], drawn: Drawn) -> None:
    """No grid of a page begins with anything but the head of its table."""
    for number, page in enumerate(read, 1):
        for cells in head_rows(page):
            assert cells in drawn.heads, f"page {number}"


def check_signatures(read: list[Page], drawn: Drawn) -> None:
    """Every row of a block of signatures stands on one page, and its names are read there."""
    for block in drawn.signed:
        (page,) = {number for number, _ in block}
        if not read:
            continue
        text = plain(read[page].text)
        missing = [name for _, lines in block for name in lines if plain(name) not in text]
        assert missing == []


def check_geometry(read: list[Page], jenis: str, profile: Profile) -> None:
    for page in read:
        if jenis in OWN_MARGINS:
            assert all(
                g.left > 0 and g.right < page.width and g.bottom > 0 and g.top < page.height for g in page.glyphs
            )
        else:
            assert outside(lowered(page), profile) == []
        assert crossing(page) == []
        assert really_over(page) == []


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize(("name", "paper"), FORMS)
def test_every_sheet_is_whole_as_a_file_and_on_paper(
    jenis: str, name: str, paper: str, village: IsiBeritaAcara
) -> None:
    profile = form(name, paper)
    with watched() as drawn:
        pdf = render(jenis, village, profile)
    found, read = reader(pdf), pages(pdf)
    check_sides(found, jenis, profile)
    check_fonts(found)
    check_text(read)
    check_heads(read, drawn)
    check_signatures(read, drawn)
    check_geometry(read, jenis, profile)


@pytest.mark.parametrize("jenis", JENIS)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@example(which=("desa-21", "A4"), shape=Shape(("W" * 120, "Jalan usaha tani " * 7, "Öç"), (999_000_000_000,), 9, 1))
@example(which=("desa-114", "F4"), shape=Shape(("i" * 120, "Talud penahan jalan " * 6), (0, 999_000_000_000), 3, 2))
@given(which=st.sampled_from(FORMS), shape=shapes(MOST_ROWS))
def test_no_name_no_amount_and_no_number_of_rows_spoils_a_sheet(
    jenis: str, which: tuple[str, str], shape: Shape, recorded: Village
) -> None:
    profile = form(*which)
    with watched() as drawn:
        pdf = render(jenis, bent(recorded.few, shape), profile)
    read = pages(pdf)
    check_sides(reader(pdf), jenis, profile)
    check_heads(read, drawn)
    check_signatures(read, drawn)
    check_geometry(read, jenis, profile)


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("name", names())
def test_a_block_of_signatures_is_never_divided_wherever_the_sheet_ends(
    jenis: str, name: str, village: IsiBeritaAcara
) -> None:
    """The foot of the sheet comes nearer, and the block goes on to the next one whole."""
    profile = form(name, "F4")
    for margin in range(20, 170, 10):
        with watched() as drawn:
            pdf = render(jenis, village, replace(profile, kertas=replace(profile.kertas, bawah_mm=margin)))
        if all(len(block) == 1 for block in drawn.signed):
            return  # one row of names is drawn at once
        check_signatures(pages(pdf) if margin % 50 == 0 else [], drawn)
