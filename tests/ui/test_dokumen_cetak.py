"""What is printed is what was previewed: the same pages, at their exact size, on the printer that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.papers import Quiet, opened
from ui.background import Background
from ui.dokumen import printing, render
from ui.dokumen.page import DokumenPage
from ui.dokumen.print_card import parse_pages

F4_MM = (215.0, 330.0)


@pytest.fixture
def page(qtbot: QtBot, held_open: Layanan, say: RecordedSay, background: InlineBackground) -> DokumenPage:
    return opened(qtbot, DokumenPage(held_open, say, background))


def test_printed_pages_are_exactly_f4_and_turned_where_they_lie_across(page: DokumenPage, tmp_path: Path) -> None:
    file = tmp_path / "cetakan.pdf"
    control = Quiet()
    drawn = page.shown
    assert printing.send(drawn.data, printing.to_file(file, 100), control, "Berita acara") == len(drawn.sheets)
    printed = pypdf.PdfReader(file).pages
    assert len(printed) == len(drawn.sheets)
    for sheet, real in zip(drawn.sheets, printed, strict=True):
        wide, high = (float(side) * render.MM_PER_POINT for side in (real.mediabox.width, real.mediabox.height))
        assert (wide, high) == pytest.approx(F4_MM[::-1] if sheet.across else F4_MM, abs=0.5)
    assert any(sheet.across for sheet in drawn.sheets) and not all(sheet.across for sheet in drawn.sheets)
    assert control.done == [(page, len(printed)) for page in range(len(printed) + 1)], "told page by page"


def test_the_ink_lands_where_the_preview_shows_it(page: DokumenPage, tmp_path: Path) -> None:
    file = tmp_path / "cetakan.pdf"
    printing.send(page.shown.data, printing.to_file(file, 300), Quiet(), "Berita acara", pages=(0,))
    assert ink(file.read_bytes()) == pytest.approx(ink(page.shown.data), abs=0.6)


def ink(pdf: bytes) -> tuple[float, float, float, float]:
    """The edges of the dark ink on the first page, left, top, right, bottom, in millimetres from its corner."""
    dots = render.raster(pdf, 0, 860)
    dark = [place for place in range(0, len(dots.data), 3) if dots.data[place] < 100]
    across = [place % dots.stride // 3 / 4 for place in dark]
    return min(across), dark[0] // dots.stride / 4, max(across), dark[-1] // dots.stride / 4


def test_only_the_asked_pages_in_order(page: DokumenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, drawn, paint = tmp_path / "cetakan.pdf", [], printing._paint
    monkeypatch.setattr(
        printing, "_paint", lambda pdf, number, *rest: (drawn.append(number), paint(pdf, number, *rest))
    )
    printing.send(page.shown.data, printing.to_file(file, 72), Quiet(), "x", pages=(1, 8))
    assert [sheet.across for sheet in render.sheets(file.read_bytes())] == [
        page.shown.sheets[1].across,
        page.shown.sheets[8].across,
    ]
    assert drawn == [1, 8]


def test_a_printout_can_be_stopped(page: DokumenPage, tmp_path: Path) -> None:
    with pytest.raises(InterruptedError):
        printing.send(page.shown.data, printing.to_file(tmp_path / "x.pdf", 72), Quiet(stop_after=4), "x")


def test_no_printer_is_no_error(page: DokumenPage, say: RecordedSay, kosong: Layanan) -> None:
    page.printing.devices = list
    page.print_document()
    saved = kosong.dokumen.folder() / "Berita Acara Lengkap.pdf"
    assert say.last.kind == "info"
    assert say.last.text == f"PDF sudah tersimpan di {saved}; cetak di kecamatan atau warnet."
    assert saved.read_bytes() == page.shown.data
    assert not page.desk.card.isVisible()


@pytest.fixture
def printer_to_file(page: DokumenPage, tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "cetakan.pdf"
    page.printing.devices = lambda: [
        printing.Device("EPSON L3110", True, ((215.9, 330.2), (210, 297))),
        printing.Device("Lain", False, ((210, 297),)),
    ]
    page.printing.printer = lambda _name, _copies: printing.to_file(file, 72)
    return file


def test_printing_saves_first_and_prints_the_same(
    qtbot: QtBot, page: DokumenPage, say: RecordedSay, kosong: Layanan, printer_to_file: Path
) -> None:
    page.print_document()
    card = page.desk.card
    assert card.isVisible() and card.printer.value() == "EPSON L3110" and not card.note.isVisible()
    card.pages.setText("1-2, 12")
    qtbot.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert say.last.text == "3 halaman dikirim ke EPSON L3110."
    assert len(render.sheets(printer_to_file.read_bytes())) == 3
    assert (kosong.dokumen.folder() / "Berita Acara Lengkap.pdf").exists()
    assert not card.isVisible()


def test_the_copies_on_the_card_reach_the_printer(
    page: DokumenPage, printer_to_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []
    page.printing.printer = lambda name, copies: (asked.append((name, copies)), printing.to_file(printer_to_file, 72))[
        1
    ]
    page.print_document()
    page.desk.card.copies.setText("3")
    page.desk.card.pages.setText("1")
    page.desk.card.go.click()
    assert asked == [("EPSON L3110", 3)]
    made = printing.printer("EPSON L3110", 3)
    assert (made.copyCount(), made.collateCopies()) == (3, True)


def test_printing_in_the_real_background(qtbot: QtBot, held: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    background = Background(say)
    page = opened(qtbot, DokumenPage(held, say, background))
    page.printing.devices = lambda: [printing.Device("EPSON L3110", True)]
    page.printing.printer = lambda _name, _copies: printing.to_file(tmp_path / "cetakan.pdf", 150)
    page.print_document()
    qtbot.waitUntil(page.desk.card.isVisible, timeout=10_000)
    pages = len(page._drawings.made[page.jenis].sheets)
    page.desk.card.go.click()
    qtbot.waitUntil(lambda: f"{pages} halaman dikirim ke EPSON L3110." in say.texts("success"), timeout=20_000)
    assert len(render.sheets((tmp_path / "cetakan.pdf").read_bytes())) == pages
    background.close()


def test_a_printer_without_our_paper_is_said_before(page: DokumenPage, printer_to_file: Path) -> None:
    page.print_document()
    page.desk.card.printer.setCurrentIndex(1)
    assert page.desk.card.note.isVisible()
    assert "215 \u00d7 330" in page.desk.card.note.text()
    assert page.escape() and not page.desk.card.isVisible()
    assert not page.escape()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_refusing_printer_is_one_sentence(page: DokumenPage, say: RecordedSay, printer_to_file: Path) -> None:
    page.printing.printer = lambda _name, _copies: printing.to_file(printer_to_file / "tidak" / "ada.pdf")
    page.print_document()
    page.desk.card.go.click()
    assert say.last.kind == "error"
    assert "tidak menerima cetakan" in say.last.text and "PDF sudah tersimpan di" in say.last.text


def test_wrong_pages_are_explained_beside_the_field(page: DokumenPage, say: RecordedSay, printer_to_file: Path) -> None:
    page.print_document()
    page.desk.card.pages.setText("3-99")
    page.desk.card.go.click()
    assert "3-4" in page.desk.card.pages_row.problem
    assert not printer_to_file.exists()


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (0, 1, 2, 3)),
        ("semua", (0, 1, 2, 3)),
        ("2", (1,)),
        ("3-4; 1", (0, 2, 3)),
        (" 1 \u2013 2 ,2", (0, 1)),
        ("4-3", None),
        ("0", None),
        ("5", None),
        ("dua", None),
    ],
)
def test_pages_are_read_as_people_write_them(text: str, pages: tuple[int, ...] | None) -> None:
    assert parse_pages(text, 4) == pages


def test_bands_together_are_the_page(page: DokumenPage) -> None:
    data = page.shown.data
    whole = render.raster(data, 0, 801)
    assert whole.width == 801
    bands = list(render.bands(data, 0, 801, rows=100))
    assert [band.top for band in bands] == list(range(0, whole.height, 100))
    assert sum(band.height for band in bands) == whole.height
    joined = b"".join(band.data for band in bands)
    assert sum(abs(a - b) > 8 for a, b in zip(joined, whole.data, strict=True)) < len(joined) / 1000
