"""W9 on a real store: what is previewed is what is saved and what is printed."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.practice import mark_as_practice
from tests.sukamaju import agree, record_people_and_usulan, score, whole_forum
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.pages import clipped, shown_page
from tests.ui.pictures import SMALL
from ui.background import Background
from ui.dokumen import printing, render
from ui.dokumen.page import DokumenPage
from ui.dokumen.preview import Picture
from ui.dokumen.print_card import parse_pages
from ui.theme import Theme

T = TypeVar("T")
F4_MM = (215.0, 330.0)


@pytest.fixture
def page(qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground) -> DokumenPage:
    whole_forum(kosong, close=False)
    return show(qtbot, DokumenPage(kosong, say, background))


def show(qtbot: QtBot, page: DokumenPage) -> DokumenPage:
    qtbot.addWidget(page)
    page.resize(SMALL)
    page.show()
    page.refresh(None)
    page.on_shown()
    return page


def state(page: DokumenPage, jenis: str) -> str:
    return page.model.data(page.model.index(page.model.row_of(jenis)), Qt.ItemDataRole.AccessibleTextRole)


def text_of(path: Path) -> str:
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)


def test_the_preview_shows_the_pages_of_the_real_pdf(page: DokumenPage) -> None:
    page.save()
    saved = next(info for info in page.model._infos if info.jenis == page.jenis)
    pages = pypdf.PdfReader(saved.berkas).pages
    assert len(page.preview.sheets) == len(pages) == saved.cetakan.halaman
    for sheet, real in zip(page.preview.sheets, pages, strict=True):
        assert (sheet.width, sheet.height) == pytest.approx((real.mediabox.width, real.mediabox.height), abs=0.01)
    assert f"{len(pages)} halaman" in state(page, page.jenis)


def test_saved_bytes_are_the_previewed_bytes(page: DokumenPage, say: RecordedSay, kosong: Layanan) -> None:
    assert "belum disimpan" in state(page, "berita_acara")
    page.show_record("berita_acara")
    page.save()
    saved = kosong.dokumen.folder() / "Berita Acara.pdf"
    assert saved.read_bytes() == page.shown.data
    assert hashlib.sha256(saved.read_bytes()).hexdigest() == page.shown.sha256
    assert say.last.kind == "success" and say.last.action.text == "Buka folder"
    assert "tersimpan 09." in state(page, "berita_acara")
    folder = kosong.dokumen.folder()
    assert folder.name in page.desk.place.toolTip() and str(folder.parent) in page.desk.place.toolTip()


def test_all_documents_are_saved_at_once(page: DokumenPage, kosong: Layanan) -> None:
    page.save_all()
    assert sorted(path.name for path in kosong.dokumen.folder().iterdir()) == sorted(
        info.berkas.name for info in kosong.dokumen.daftar()
    )
    assert all("tersimpan" in state(page, info.jenis) for info in kosong.dokumen.daftar())


def test_a_copy_goes_where_the_operator_says(page: DokumenPage, say: RecordedSay, tmp_path: Path) -> None:
    say.files = [tmp_path / "flashdisk" / "Berita acara"]
    page.copy_elsewhere()
    assert (tmp_path / "flashdisk" / "Berita acara.pdf").read_bytes() == page.shown.data
    say.files = [None]
    page.copy_elsewhere()
    assert say.last.kind == "success"


def test_a_full_folder_is_one_sentence(page: DokumenPage, say: RecordedSay, kosong: Layanan, expect_log) -> None:
    expect_log("ui.say", "trouble")
    kosong.dokumen.folder().parent.parent.joinpath("dokumen").write_text("sebuah berkas menghalangi")
    page.save()
    assert say.last.kind == "error"
    assert "tidak bisa ditulis" in say.last.text
    assert "aman" in say.last.text


def test_draft_until_the_hall_closes(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    sample = record_people_and_usulan(kosong)
    score(kosong, sample)
    page = show(qtbot, DokumenPage(kosong, say, background))
    page.show_record("prioritas")
    page.save()
    draft = page.shown
    assert page.desk.mark.isVisible() and page.desk.to_agreement.isVisible()
    assert "DRAF" in page.desk.mark.text()
    assert "DRAF" in text_of(kosong.dokumen.folder() / "Lampiran II Prioritas.pdf")
    agree(kosong, sample)
    page.refresh(None)
    assert not page.desk.mark.isVisible()
    assert page.shown.data != draft.data
    assert "berubah sejak" in state(page, "prioritas")
    page.save()
    assert "DRAF" not in text_of(kosong.dokumen.folder() / "Lampiran II Prioritas.pdf")
    assert "tersimpan" in state(page, "prioritas")


def test_a_practice_forum_says_so(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    record_people_and_usulan(kosong)
    mark_as_practice(kosong)
    page = show(qtbot, DokumenPage(kosong, say, background))
    assert "LATIHAN" in page.desk.mark.text()
    assert not page.desk.to_agreement.isVisible()


def test_without_a_forum_the_page_says_where_to_begin(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    page = show(qtbot, DokumenPage(kosong, say, background))
    assert page._empty.isVisible() and not page._body.isVisible()
    page.print_document()
    assert say.said == []


def test_saving_alone_draws_nothing_again(page: DokumenPage, background: InlineBackground) -> None:
    before = page.shown
    page.save()
    page.refresh(None)
    assert page.shown is before


def test_sharp_at_every_zoom_and_cached(page: DokumenPage) -> None:
    for zoom in ("lebar", 1.0, 2.0, "halaman"):
        page.preview.set_zoom(zoom)
        assert page.preview.missing() is None
        place = page.preview._places[0].width()
        assert page.preview.has_picture(Picture(0, round(place * page.preview.devicePixelRatioF())))
    page.preview.set_zoom(2.0)
    assert page.preview.scale == pytest.approx(2.0, abs=0.001)
    inches = page.preview._places[0].width() / page.preview.logicalDpiX()
    assert inches == pytest.approx(2 * 215 / 25.4, abs=0.01)


def test_pages_by_key(qtbot: QtBot, page: DokumenPage) -> None:
    last = len(page.preview.sheets)
    for key, number in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_End, last),
        (Qt.Key.Key_PageUp, last - 1),
        (Qt.Key.Key_Home, 1),
    ):
        qtbot.keyClick(page.preview, key)
        assert page.bar.page.text() == f"hal. {number} dari {last}"
    assert not page.bar.back.isEnabled()
    qtbot.keyClick(page.preview, Qt.Key.Key_Plus)
    larger = page.preview.scale
    qtbot.keyClick(page.preview, Qt.Key.Key_Minus)
    assert page.preview.scale < larger


def test_the_real_background_draws_and_the_window_may_close(qtbot: QtBot, kosong: Layanan, say: RecordedSay) -> None:
    whole_forum(kosong)
    background = Background(say)
    page = DokumenPage(kosong, say, background)
    show(qtbot, page)
    qtbot.waitUntil(lambda: page.shown is not None and page.preview.missing() is None, timeout=10_000)
    assert set(page._drawings.made) == {page.jenis}, "only what is looked at is drawn"
    page.preview.set_zoom(2.0)
    background.close()
    assert say.said == []


# --- printing ---------------------------------------------------------------------------------------------------


class Quiet:
    """A control that notes the progress and can ask to stop."""

    def __init__(self, stop_after: int = 10**9) -> None:
        self.done: list[tuple[int, int]] = []
        self._left = stop_after

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        self.done.append((done, total))

    def check(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise InterruptedError

    def on_window(self, act: Callable[[], T]) -> T:
        return act()


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


def test_printing_in_the_real_background(qtbot: QtBot, kosong: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    whole_forum(kosong)
    background = Background(say)
    page = show(qtbot, DokumenPage(kosong, say, background))
    page.printing.devices = lambda: [printing.Device("EPSON L3110", True)]
    page.printing.printer = lambda _name, _copies: printing.to_file(tmp_path / "cetakan.pdf", 150)
    page.print_document()
    qtbot.waitUntil(page.desk.card.isVisible, timeout=10_000)
    pages = len(page._drawings.made[page.jenis].sheets)
    page.desk.card.go.click()
    qtbot.waitUntil(lambda: f"{pages} halaman dikirim ke EPSON L3110." in say.texts("success"), timeout=20_000)
    assert len(render.sheets((tmp_path / "cetakan.pdf").read_bytes())) == pages
    background.close()


def test_the_pages_load_nothing_heavy() -> None:
    """Drawing, PDFium, the print support and the network come with the first use, not with the page."""
    heavy = "reportlab", "pypdfium2", "requests", "urllib3", "PySide6.QtPrintSupport", "cryptography.x509"
    code = "import sys, ui.dokumen.page, ui.kirim.page; print([name for name in sys.argv[1:] if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


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


@pytest.mark.parametrize("points", [11, 22])
@pytest.mark.parametrize("width", [896, 950])
def test_nothing_is_clipped(
    qtbot: QtBot,
    kosong: Layanan,
    say: RecordedSay,
    background: InlineBackground,
    theme: Theme,
    points: int,
    width: int,
) -> None:
    whole_forum(kosong, close=False)
    theme.text_size = points
    theme.apply()
    page = DokumenPage(kosong, say, background)
    shown = shown_page(page, kosong, qtbot, width, 470)
    page.printing.devices = lambda: [printing.Device("EPSON L3110", True, ((210, 297),))]
    page.save_all()
    QApplication.processEvents()
    assert clipped(page) == []
    assert page.width() <= shown.area.viewport().width()
    page.print_document()
    QApplication.processEvents()
    assert page.desk.card.note.isVisible()
    assert clipped(page) == []
    assert page.width() <= shown.area.viewport().width()
