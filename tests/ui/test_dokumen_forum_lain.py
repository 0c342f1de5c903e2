"""Another forum on the desk while papers are shown, listed, drawn or saved: nothing of one is taken for the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.sukamaju import whole_forum
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.papers import kept
from ui.background import Background
from ui.dokumen.page import DokumenPage


@pytest.fixture
def forums(kosong: Layanan) -> tuple[str, str]:
    """The forum on the desk, and another one of which nothing was ever saved."""
    kosong.forum.buka(contoh().forum)
    other = kosong.desk.forum_id
    whole_forum(kosong, close=False)
    return kosong.desk.forum_id, other


@pytest.fixture
def slow(say: RecordedSay) -> Iterator[Background]:
    made = Background(say)
    yield made
    made.close()


def opened(page: DokumenPage, qtbot: QtBot) -> DokumenPage:
    qtbot.addWidget(page)
    page.printing.devices = list
    page.show()
    page.refresh(None)
    return page


def come_back(page: DokumenPage, forum: str) -> None:
    """Another forum is chosen on another page; then this one is shown again, and not painted yet."""
    page.hide()
    page.services.desk.look_at(forum)
    page.refresh(None)


@pytest.fixture
def page(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, background: InlineBackground
) -> DokumenPage:
    return opened(DokumenPage(kosong, say, background), qtbot)


def test_a_paper_of_another_forum_does_not_stay_in_the_preview(page: DokumenPage, forums: tuple[str, str]) -> None:
    assert page.shown is not None
    come_back(page, forums[1])
    assert page.shown is None
    assert page.preview.sheets == ()


def test_the_list_of_a_package_is_closed_with_its_forum(page: DokumenPage, forums: tuple[str, str]) -> None:
    page.print_package()
    page.refresh(None)
    assert page.package.isVisibleTo(page)
    come_back(page, forums[1])
    assert not page.package.isVisibleTo(page)
    assert page._body.isVisibleTo(page)


def test_a_package_is_never_older_than_the_records(page: DokumenPage, kosong: Layanan) -> None:
    page.print_package()
    for row, box, _ in page.package._rows:
        box.setChecked(row.jenis == "lengkap")
    page.hide()
    kosong.forum.ubah(tempat="Pendopo Baru")
    page.refresh(None)
    page.package.go.click()
    saved = kosong.dokumen.folder() / "Berita Acara Lengkap.pdf"
    assert "Pendopo Baru" in "".join(sheet.extract_text() for sheet in pypdf.PdfReader(saved).pages)


@pytest.mark.parametrize("painted", [False, True])
def test_what_was_to_be_saved_of_one_forum_is_not_saved_of_another(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, slow: Background, painted: bool
) -> None:
    page = opened(DokumenPage(kosong, say, slow), qtbot)
    page.saving.save(["keterwakilan", "mandat"])
    come_back(page, forums[1])
    if painted:
        page.show()
    qtbot.waitUntil(lambda: not slow.busy, timeout=20_000)
    assert kept(kosong, forums[1]) == {}
    assert "belum tersimpan" in say.texts("warning")[-1]


def test_a_copy_that_was_wanted_of_one_forum_never_holds_another(
    qtbot: QtBot, kosong: Layanan, forums: tuple[str, str], say: RecordedSay, slow: Background, tmp_path: Path
) -> None:
    page = opened(DokumenPage(kosong, say, slow), qtbot)
    say.files = [tmp_path / "salinan.pdf"]
    page.show_record("keterwakilan")
    page.copy_elsewhere()
    come_back(page, forums[1])
    qtbot.waitUntil(lambda: not slow.busy, timeout=20_000)
    assert not (tmp_path / "salinan.pdf").exists()


def test_saving_and_printing_change_nothing_that_is_printed(page: DokumenPage, kosong: Layanan) -> None:
    """So the page need not read the records again after each of forty files."""
    before = kosong.dokumen.penggambar()
    for jenis in ("daftar_hadir_nama", "lengkap"):
        page.show_record(jenis)
        page.save()
        made = page.shown
        assert made is not None
        kosong.dokumen.catat_cetak(jenis, made.sha256, [1])
    assert kosong.dokumen.penggambar() == before


def test_records_that_did_not_change_are_not_read_again(
    page: DokumenPage, kosong: Layanan, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bool] = []
    true = kosong.dokumen.penggambar
    monkeypatch.setattr(kosong.dokumen, "penggambar", lambda *, hitung=True: read.append(hitung) or true(hitung=hitung))
    kosong.bus.subscribe(page.refresh)
    page.refresh(None)
    page.save_all()
    assert read == []
    kosong.forum.ubah(tempat="Pendopo Baru")
    assert read == [False]


def test_records_that_could_not_be_read_are_read_before_anything_is_saved(
    page: DokumenPage, kosong: Layanan, monkeypatch: pytest.MonkeyPatch
) -> None:
    true = kosong.dokumen.penggambar

    def fails(*, hitung: bool = True) -> None:
        raise OSError("disk")

    kosong.forum.ubah(tempat="Pendopo Baru")
    monkeypatch.setattr(kosong.dokumen, "penggambar", fails)
    with pytest.raises(OSError, match="disk"):
        page.refresh(None)
    with pytest.raises(OSError, match="disk"):
        page.save()
    assert not kosong.dokumen.folder().exists()
    monkeypatch.setattr(kosong.dokumen, "penggambar", true)
    page.show_record("daftar_hadir")
    page.save()
    saved = kosong.dokumen.folder() / "Lampiran I Daftar Hadir.pdf"
    assert "Pendopo Baru" in pypdf.PdfReader(saved).pages[0].extract_text()
