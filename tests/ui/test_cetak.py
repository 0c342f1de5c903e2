"""Paper of a printer, posters over several sheets, reprints, the package of the day: through the real page."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.paket_hari_ini import NAMA
from tests.sukamaju import whole_forum
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.pages import clipped, shown_page
from tests.ui.papers import Quiet, opened
from ui.background import Background
from ui.dokumen import printing, render
from ui.dokumen.page import PACKAGE, DokumenPage
from ui.dokumen.paper import papers, plans
from ui.dokumen.printing import Device, Way
from ui.dokumen.render import MM_PER_POINT, Sheet
from ui.theme import Theme

F4 = Sheet(215 / MM_PER_POINT, 330 / MM_PER_POINT)
A3 = Sheet(297 / MM_PER_POINT, 420 / MM_PER_POINT)
LIST = ((210.0, 297.0), (210.0, 330.0), (215.9, 355.6))
NAMES = ("A4", "Folio", "Legal")


@pytest.fixture
def page(qtbot: QtBot, held: Layanan, say: RecordedSay, background: InlineBackground, tmp_path: Path) -> DokumenPage:
    page = DokumenPage(held, say, background)
    page.printing.devices = lambda: [Device("EPSON L3110", True, LIST, NAMES)]
    made: list[Path] = []

    def printer(_name: str, copies: int) -> object:
        made.append(tmp_path / f"{len(made):02d}-{copies}.pdf")
        return printing.to_file(made[-1], 72)

    page.printing.printer = printer  # type: ignore[assignment]  # a printer that writes files
    return opened(qtbot, page)


def printed(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.glob("*.pdf"))


# --- paper ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sides", [(215.0, 330.0), (330.0, 215.0), (215.9, 330.2)])
def test_a_driver_that_names_our_paper_is_believed(sides: tuple[float, float]) -> None:
    first = plans(F4, papers(((210, 297), sides)))[0]
    assert (first.note, first.scale, first.paper_mm) == ("", 1.0, pytest.approx((215.0, 330.0)))


@pytest.mark.parametrize(
    ("sides", "name"), [((210.0, 330.0), "Folio"), ((216.0, 330.0), "8.5 x 13 in"), ((220.0, 330.0), "")]
)
def test_the_nearest_paper_is_taken_at_its_own_size_and_named(sides: tuple[float, float], name: str) -> None:
    first = plans(F4, papers(((210, 297), sides), ("A4", name)))[0]
    assert first.scale == 1.0
    assert first.paper_mm == pytest.approx((215.0, 330.0) if abs(sides[0] - 215) < 1.5 else sides)
    assert not first.note or (name in first.note and "ukuran sebenarnya" in first.note)


def test_a4_is_the_fallback_and_says_how_much_smaller() -> None:
    first, *others = plans(F4, papers(((210, 297), (148, 210)), ("A4", "A5")))
    assert "215 \u00d7 330" in first.note
    assert "diperkecil menjadi 90%" in first.note
    assert first.scale == 0.9, "297 : 330, rounded down so that nothing is cut"
    assert others[-1].words == "F4 (215 \u00d7 330 mm), diatur sendiri"
    assert others[-1].scale == 1.0


def test_a_driver_that_tells_nothing_is_believed() -> None:
    assert [plan.note for plan in plans(F4, [])] == [""]


def test_a_poster_is_scaled_or_put_together_and_says_so() -> None:
    found = plans(A3, papers(LIST, NAMES))
    assert found[0].note.endswith("diperkecil menjadi 70%.")
    two, four = (plan for plan in found if plan.sheets > 1)
    assert (two.tiles, four.tiles) == ((1, 2), (2, 2))
    assert "2 lembar" in two.note
    assert four.scale == 1.0


def test_four_sheets_together_hold_the_whole_poster(page: DokumenPage, tmp_path: Path) -> None:
    """Where two neighbours overlap both show the same; no place of the poster is on none of them."""
    plan = next(plan for plan in plans(A3, papers(LIST, NAMES)) if plan.sheets == 4)
    covered = set()
    for tile in ((0, 0), (1, 0), (0, 1), (1, 1)):
        place = printing.place_of(A3, Way(plan), tile)
        left, top, wide, high = place.window
        covered |= {
            (x, y)
            for x in range(0, 298, 3)
            for y in range(0, 421, 3)
            if left <= place.left + x <= left + wide and top <= place.top + y <= top + high
        }
    assert covered == {(x, y) for x in range(0, 298, 3) for y in range(0, 421, 3)}
    data = page._services.dokumen.penggambar().gambar("poster_a3")
    file = tmp_path / "poster.pdf"
    printing.send(data, printing.to_file(file, 72), Quiet(), "Poster", way=Way(plan))
    sheets = render.sheets(file.read_bytes())
    assert len(sheets) == 4
    assert sorted(sheets[0].millimetres) == pytest.approx(plan.paper_mm, abs=0.5)


def test_on_a4_all_ink_is_there_and_smaller(page: DokumenPage, tmp_path: Path) -> None:
    plan = plans(F4, papers(((210, 297),), ("A4",)))[0]
    file = tmp_path / "a4.pdf"
    data = page._services.dokumen.penggambar().gambar("lembar_uji")
    printing.send(data, printing.to_file(file, 150), Quiet(), "Uji", way=Way(plan, (0.0, 0.0)))
    (sheet,) = render.sheets(file.read_bytes())
    assert sheet.millimetres == pytest.approx((210, 297), abs=0.5)
    dots = render.raster(file.read_bytes(), 0, 840)
    dark = [place for place in range(0, len(dots.data), 3) if dots.data[place] < 100]
    across = [place % dots.stride // 3 / 4 for place in dark]
    assert min(across) == pytest.approx((210 - 215 * 0.9) / 2, abs=1.0)
    assert max(across) == pytest.approx(210 - (210 - 215 * 0.9) / 2, abs=1.0)


def test_a_correction_moves_the_ink(page: DokumenPage, tmp_path: Path) -> None:
    data = page._services.dokumen.penggambar().gambar("prioritas")
    edges = []
    for number, shift in enumerate(((0.0, 0.0), (3.0, -2.0))):
        file = tmp_path / f"geser{number}.pdf"
        printing.send(data, printing.to_file(file, 150), Quiet(), "x", (0,), Way(None, shift))
        dots = render.raster(file.read_bytes(), 0, 1320)
        dark = [place for place in range(0, len(dots.data), 3) if dots.data[place] < 100]
        edges.append((min(place % dots.stride // 3 / 4 for place in dark), dark[0] // dots.stride / 4))
    assert edges[1][0] - edges[0][0] == pytest.approx(3.0, abs=0.5)
    assert edges[1][1] - edges[0][1] == pytest.approx(-2.0, abs=0.5)


# --- reprints ---------------------------------------------------------------------------------------------------


def test_a_reprint_is_announced_shown_and_marked(page: DokumenPage, say: RecordedSay, tmp_path: Path) -> None:
    page.show_record("prioritas")
    page.print_document()
    assert not page.desk.card.again.isVisible()
    page.desk.card.go.click()
    first = page.shown
    page.print_document()
    assert "CETAK ULANG KE-1" in page.desk.card.again.text()
    assert page.shown.data != first.data, "what will be printed is what is shown"
    pages = len(page.shown.sheets)
    page.desk.card.go.click()
    assert page.shown.data == first.data
    assert say.texts("success")[-1] == f"{pages} halaman dikirim ke EPSON L3110."
    found = next(info for info in page._services.dokumen.daftar() if info.jenis == "prioritas").cetakan
    assert (found.ulang, found.dicetak) == (1, first.sha256)
    assert first.data == (page._services.dokumen.folder() / "Lampiran II Prioritas.pdf").read_bytes()


def test_other_pages_are_no_reprint(qtbot: QtBot, page: DokumenPage) -> None:
    page.show_record("prioritas")
    page.print_document()
    page.desk.card.pages.setText("1")
    page.desk.card.go.click()
    page.print_document()
    assert page.desk.card.again.isVisible()
    page.desk.card.pages.setFocus()
    qtbot.keyClicks(page.desk.card.pages, "2")
    page.desk.card.pages.commit()
    assert not page.desk.card.again.isVisible()


def test_the_correction_stands_with_the_test_sheet_and_is_kept(qtbot: QtBot, page: DokumenPage) -> None:
    page.print_document()
    assert not page.desk.card.correction.isVisible()
    page.escape()
    page.show_record("lembar_uji")
    page.print_document()
    card = page.desk.card
    assert card.correction.isVisible()
    card.correction.right.setFocus()
    qtbot.keyClicks(card.correction.right, "-2,5")
    card.correction.right.commit()
    assert page._services.dokumen.koreksi("EPSON L3110") == (-2.5, 0.0)


# --- the list ---------------------------------------------------------------------------------------------------


def names(page: DokumenPage) -> list[str]:
    model = page.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_papers_stand_under_their_time_and_headings_are_no_papers(page: DokumenPage) -> None:
    shown = names(page)
    assert [word for word in shown if word in ("Sebelum", "Hari pelaksanaan", "Sesudah")] == [
        "Sebelum", "Hari pelaksanaan", "Sesudah",
    ]  # fmt: skip
    heading = page.model.index(shown.index("Sesudah"))
    assert heading.flags() == Qt.ItemFlag.NoItemFlags
    assert (
        shown.index("Surat undangan") < shown.index("Surat suara atau lembar skor kosong") < shown.index("Berita acara")
    )


def test_ctrl_f_finds_a_paper_and_goes_there(qtbot: QtBot, page: DokumenPage) -> None:
    page.focus_filter()
    qtbot.keyClicks(page.desk.search_box, "lampiran ii")
    page.desk.search_box.flush()
    assert names(page) == [
        "Sesudah",
        "Lampiran II: Daftar kegiatan prioritas",
        "Lampiran III: Usulan yang belum disepakati",
    ]
    assert page.jenis == "prioritas"
    assert page.shown.jenis == "prioritas"
    qtbot.keyClicks(page.desk.search_box, " tidak ada")
    page.desk.search_box.flush()
    assert names(page) == []
    page.print_document()
    page.save()
    page.copy_elsewhere()
    page.desk.search_box.clear()
    page.desk.search_box.flush()
    assert len(names(page)) == len(page._infos) + 3


def test_of_every_forum_only_the_paper_that_is_looked_at_is_drawn(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    """How long that takes is measured in bench/window.py."""
    ids = []
    for _ in range(3):
        whole_forum(kosong)
        ids.append(kosong.forum.aktif().id)
    page = DokumenPage(kosong, say, background)
    qtbot.addWidget(page)
    page.show()
    page.refresh(None)
    for chosen in ids:
        kosong.forum.pilih(chosen)
        page.refresh(None)
        assert set(page._drawings.made) == {page.jenis}


# --- the package of the day -------------------------------------------------------------------------------------


def tick_only(page: DokumenPage, *kinds: str) -> None:
    for row, box, copies in page.package._rows:
        box.setChecked(row.jenis in kinds)
        if row.jenis in kinds:
            copies.fill(2)


def test_the_package_is_listed_before_anything_is_printed(page: DokumenPage, tmp_path: Path) -> None:
    page.show_record(PACKAGE)
    assert page.package.isVisible() and not page._body.isVisible()
    ticked = [jenis for jenis, _ in page.package.ticked()]
    assert ticked[0] == "lengkap"
    assert "undangan" not in ticked
    assert printed(tmp_path) == []
    assert page.escape() and page._body.isVisible()


def test_it_prints_in_order_with_its_copies_and_never_twice_by_accident(
    page: DokumenPage, say: RecordedSay, tmp_path: Path
) -> None:
    page.print_package()
    tick_only(page, "lembar_hitung", "lengkap")
    page.package.go.click()
    assert printed(tmp_path) == ["00-2.pdf", "01-2.pdf"]
    order = [
        "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / name).pages) for name in printed(tmp_path)
    ]
    assert len(order) == 2
    assert say.last.text.startswith("2 dokumen, ")
    assert page._body.isVisible()
    page.print_package()
    again = {row.jenis: (box.isChecked(), box.text()) for row, box, _ in page.package._rows}
    assert not again["lengkap"][0] and "sudah dicetak" in again["lengkap"][1]
    assert not again["lembar_hitung"][0]
    tick_only(page, "lengkap")
    page.package.go.click()
    found = {info.jenis: info.cetakan for info in page._services.dokumen.daftar()}
    assert (found["lengkap"].ulang, found["lembar_hitung"].ulang) == (1, 0)


def test_without_a_printer_it_becomes_one_pdf_and_says_so(page: DokumenPage, say: RecordedSay) -> None:
    page.printing.devices = list
    page.print_package()
    assert "satu PDF" in page.package.note.text()
    tick_only(page, "lembar_hitung", "mandat", "keterwakilan")
    page.package.go.click()
    whole = page._services.dokumen.folder() / NAMA
    folder = whole.parent
    parts = [folder / name for name in ("Lembar Hitung.pdf", "Keterwakilan.pdf", "Surat Mandat Delegasi.pdf")]
    texts = [sheet.extract_text() for part in parts for sheet in pypdf.PdfReader(part).pages]
    assert [sheet.extract_text() for sheet in pypdf.PdfReader(whole).pages] == texts
    assert say.last.kind == "info"
    assert NAMA in say.last.text and "Rangkapnya berturut-turut 2, 2, 2" in say.last.text
    assert not any(info.cetakan.jam_cetak for info in page._services.dokumen.daftar() if info.cetakan)


def test_a_cancelled_package_keeps_what_was_printed(
    qtbot: QtBot, held: Layanan, say: RecordedSay, tmp_path: Path
) -> None:
    """The first paper is out and recorded; the second one never comes, and the list knows both."""
    background = Background(say)
    page = DokumenPage(held, say, background)
    qtbot.addWidget(page)
    page.show()
    page.printing.devices = lambda: [Device("EPSON L3110", True, LIST, NAMES)]
    made: list[str] = []

    def printer(_name: str, copies: int) -> object:
        made.append(str(copies))
        if len(made) == 2:
            background.cancel()
        return printing.to_file(tmp_path / f"{len(made)}.pdf", 72)

    page.printing.printer = printer  # type: ignore[assignment]  # a printer that writes files
    page.refresh(None)
    qtbot.waitUntil(lambda: page.shown is not None, timeout=10_000)
    page.print_package()
    tick_only(page, "keterwakilan", "lembar_hitung")
    page.package.go.click()
    assert not page.packing.open() and "sedang dicetak" in say.last.text
    qtbot.waitUntil(lambda: any("Dibatalkan" in text for text in say.texts()), timeout=10_000)
    qtbot.waitUntil(lambda: not background.busy, timeout=10_000)
    saved = {info.jenis: info.cetakan for info in held.dokumen.daftar() if info.cetakan}
    assert saved["lembar_hitung"].jam_cetak and not saved["keterwakilan"].jam_cetak
    assert page.packing.open()
    again = {row.jenis: row.catatan for row, _, _ in page.package._rows}
    assert "sudah dicetak" in again["lembar_hitung"] and not again["keterwakilan"]
    background.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_ends_the_package_in_one_sentence(
    page: DokumenPage, say: RecordedSay, tmp_path: Path
) -> None:
    page.printing.printer = lambda _name, _copies: printing.to_file(tmp_path / "tidak" / "ada" / "x.pdf")
    page.print_package()
    tick_only(page, "lengkap")
    page.package.go.click()
    assert say.last.kind == "error" and "tidak menerima cetakan" in say.last.text
    assert page.packing.open()


@pytest.mark.parametrize("points", [11, 22])
def test_the_package_and_the_card_are_never_clipped(
    qtbot: QtBot, held: Layanan, say: RecordedSay, background: InlineBackground, theme: Theme, points: int
) -> None:
    theme.text_size = points
    theme.apply()
    page = DokumenPage(held, say, background)
    shown = shown_page(page, held, qtbot, 896 if points == 11 else 950, 470)
    page.printing.devices = lambda: [Device("EPSON L3110 Series dengan nama panjang", True, LIST[:1], NAMES[:1])]
    page.show_record("lembar_uji")
    page.print_document()
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(page) == []
    page.print_package()
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(page) == []
    assert page.width() <= shown.area.viewport().width()
