"""W9 on a real store: what is previewed is what is saved."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.practice import mark_as_practice
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.pages import clipped, shown_page
from tests.ui.papers import opened
from ui.background import Background
from ui.dokumen import printing
from ui.dokumen.page import DokumenPage
from ui.dokumen.preview import Picture
from ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, held_open: Layanan, say: RecordedSay, background: InlineBackground) -> DokumenPage:
    return opened(qtbot, DokumenPage(held_open, say, background))


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
    page = opened(qtbot, DokumenPage(kosong, say, background))
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
    page = opened(qtbot, DokumenPage(kosong, say, background))
    assert "LATIHAN" in page.desk.mark.text()
    assert not page.desk.to_agreement.isVisible()


def test_without_a_forum_the_page_says_where_to_begin(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    page = opened(qtbot, DokumenPage(kosong, say, background))
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


def test_the_real_background_draws_and_the_window_may_close(qtbot: QtBot, held: Layanan, say: RecordedSay) -> None:
    background = Background(say)
    page = DokumenPage(held, say, background)
    opened(qtbot, page)
    qtbot.waitUntil(lambda: page.shown is not None and page.preview.missing() is None, timeout=10_000)
    assert set(page._drawings.made) == {page.jenis}, "only what is looked at is drawn"
    page.preview.set_zoom(2.0)
    background.close()
    assert say.said == []


def test_the_pages_load_nothing_heavy() -> None:
    """Drawing, PDFium, the print support and the network come with the first use, not with the page."""
    heavy = "reportlab", "pypdfium2", "requests", "urllib3", "PySide6.QtPrintSupport", "cryptography.x509"
    code = "import sys, ui.dokumen.page, ui.kirim.page; print([name for name in sys.argv[1:] if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("points", [11, 22])
@pytest.mark.parametrize("width", [896, 950])
def test_nothing_is_clipped(
    qtbot: QtBot,
    held_open: Layanan,
    say: RecordedSay,
    background: InlineBackground,
    theme: Theme,
    points: int,
    width: int,
) -> None:
    theme.text_size = points
    theme.apply()
    page = DokumenPage(held_open, say, background)
    shown = shown_page(page, held_open, qtbot, width, 470)
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
