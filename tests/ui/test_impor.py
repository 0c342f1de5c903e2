"""From a file to recorded usulan: looked at first, applied in one act, taken back in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.desktop import Stage, clipped, events, stages
from ui.impor.page import ImporPage
from ui.theme import TEXT_SIZES, Theme

Show = Callable[[Layanan], Stage]

CSV = """No;Nama Kegiatan;Dusun;Volume;Perkiraan Biaya;Pengusul
1;Drainase depan SDN 2;Krajan;120 m;Rp 78.000.000;RT 02
2;Rehab posyandu;Kaliwungu;1 Unit;Rp 30.000.000 ;PKK
3;Pelatihan menjahit;Krajan;20 Org;banyak sekali;PKK
;JUMLAH;;;108.000.000;
"""


@pytest.fixture
def show(qtbot: Any, open_village: OpenVillage, say: RecordedSay, background: InlineBackground) -> Iterator[Show]:
    """Asks for the village too, so that the pages are gone before their store is."""
    with stages(qtbot, lambda layanan: ImporPage(layanan, say, background)) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "usulan dusun.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def page_of(stage: Stage) -> ImporPage:
    assert isinstance(stage.page, ImporPage)
    return stage.page


def test_preview_writes_nothing_and_apply_is_one_undo(
    show: Show, layanan: Layanan, say: RecordedSay, file: Path
) -> None:
    before = events(layanan)
    stage = show(layanan)
    page = page_of(stage)
    say.files.append(file)
    page.choose_file()
    assert events(layanan) == before
    assert page.preview is not None
    ready = len(page.preview.usulan)
    assert page.apply_button.text() == f"Terapkan {ready} usulan"
    assert page.model.rowCount() == len(page.preview.rows) + len(page.preview.lewat)
    page.apply_button.click()
    assert len(layanan.usulan.daftar()) == ready
    assert stage.wishes[-1].page == "usulan"
    action = say.last.action
    assert action is not None
    action.run()
    assert layanan.usulan.daftar() == []


def test_taking_back_is_refused_after_another_act(show: Show, layanan: Layanan, say: RecordedSay, file: Path) -> None:
    page = page_of(show(layanan))
    page.open_file(file)
    page.apply()
    action = say.last.action
    assert action is not None
    layanan.forum.ubah(tempat="Balai RW")
    count = len(layanan.usulan.daftar())
    action.run()
    assert len(layanan.usulan.daftar()) == count
    assert "perubahan lain" in say.last.text


def test_a_corrected_column_is_read_again(show: Show, layanan: Layanan, file: Path) -> None:
    page = page_of(show(layanan))
    page.open_file(file)
    box = page.mapping.boxes["masalah"]
    assert page.preview is not None
    assert "masalah" not in page.preview.mapping
    box.setCurrentIndex(box.findData(5))
    box.activated.emit(box.currentIndex())
    assert page.preview.mapping["masalah"] == 5
    assert page.preview.usulan[0].masalah == "RT 02"


def test_rows_are_chosen_by_their_verdict(show: Show, layanan: Layanan, file: Path) -> None:
    page = page_of(show(layanan))
    page.open_file(file)
    assert {baris.hasil for baris in page.model.rows()} == {"mended", "skipped"}
    page.only.setCurrentIndex(page.only.findData("skipped"))
    page.only.activated.emit(page.only.currentIndex())
    assert {baris.hasil for baris in page.model.rows()} == {"skipped"}


def test_a_remark_names_its_cell(show: Show, layanan: Layanan, file: Path) -> None:
    page = page_of(show(layanan))
    page.open_file(file)
    notes = [baris.catatan for baris in page.model.rows() if baris.row == 4]
    assert "E4" in notes[0]
    page.table.select_record("4")
    assert "E4" in page.notes.text()


def test_a_photo_is_one_plain_sentence(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    photo = tmp_path / "daftar.xlsx"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    page = page_of(show(layanan))
    page.open_file(photo)
    (said,) = say.texts("error")
    assert said.startswith("Berkas “daftar.xlsx” sebenarnya gambar, bukan tabel; data di laptop ini tidak berubah")
    assert page.preview is None
    assert page.places.currentIndex() == 0


def test_a_file_without_titles_asks_for_the_column(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    path = tmp_path / "aneh.csv"
    path.write_text("aaa;bbb\nDrainase;Krajan\nTalud;Kaliwungu\n", encoding="utf-8")
    page = page_of(show(layanan))
    page.open_file(path)
    assert not page.apply_button.isEnabled()
    assert page.mapping.isVisible()
    page.mapping.boxes["judul"].setCurrentIndex(1)
    page.mapping.boxes["judul"].activated.emit(1)
    assert page.apply_button.isEnabled()


def test_nothing_chosen_changes_nothing(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    page = page_of(show(layanan))
    say.files.append(None)
    page.choose_file()
    assert page.preview is None


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, file: Path, points: int) -> None:
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    assert clipped(stage.page) == []
    page_of(stage).open_file(file)
    page_of(stage).mapping_button.click()
    QApplication.processEvents()
    assert clipped(stage.page) == []
