"""Opening the documents: the page comes first, what it takes time to read comes after, and nothing old is saved."""

from __future__ import annotations

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import InlineBackground, RecordedSay
from ui.dokumen.page import DokumenPage


@pytest.fixture
def page(qtbot: QtBot, held_open: Layanan, say: RecordedSay, background: InlineBackground) -> DokumenPage:
    made = DokumenPage(held_open, say, background)
    qtbot.addWidget(made)
    made.refresh(None)
    return made


def test_the_page_is_painted_before_the_papers_are_read(page: DokumenPage, qtbot: QtBot) -> None:
    assert page.shown is None
    assert page.jenis == "lengkap", "the list is there, with its first choice"
    assert "DRAF" in page.desk.mark.text()
    page.show()
    assert page.shown is None
    qtbot.waitUntil(lambda: page.shown is not None)
    assert page.preview.sheets


def test_saving_does_not_wait_for_a_picture(page: DokumenPage, kosong: Layanan) -> None:
    page.save()
    assert page.shown is not None
    assert len(list(kosong.dokumen.folder().iterdir())) == 1


def test_what_is_saved_is_never_older_than_the_records(page: DokumenPage, kosong: Layanan) -> None:
    page.show_record("daftar_hadir")
    page.save()
    kosong.forum.ubah(tempat="Pendopo Baru")
    page.refresh(None)
    page.save()
    saved = next(info.berkas for info in kosong.dokumen.daftar() if info.jenis == "daftar_hadir")
    assert "Pendopo Baru" in pypdf.PdfReader(saved).pages[0].extract_text()


def test_a_page_in_front_follows_at_once(page: DokumenPage, qtbot: QtBot, kosong: Layanan) -> None:
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None)
    before = page.shown
    kosong.forum.ubah(tempat="Pendopo Baru")
    page.refresh(None)
    assert page.shown is not before
