"""From a file to recorded usulan: looked at first, applied in one act, taken back in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.desktop import Show, clipped, events, shows, stages
from ui.impor.page import ImporPage
from ui.impor.words import CLIPBOARD
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage

CSV = """No;Nama Kegiatan;Dusun;Volume;Perkiraan Biaya;Pengusul
1;Drainase depan SDN 2;Krajan;120 m;Rp 78.000.000;RT 02
2;Rehab posyandu;Kaliwungu;1 Unit;Rp 30.000.000 ;PKK
3;Pelatihan menjahit;Krajan;20 Org;banyak sekali;PKK
;JUMLAH;;;108.000.000;
"""


show = shows(ImporPage)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "usulan dusun.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def test_preview_writes_nothing_and_apply_is_one_undo(
    show: Show, layanan: Layanan, say: RecordedSay, file: Path
) -> None:
    before = events(layanan)
    stage = show(layanan)
    page = stage.page
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
    page = show(layanan).page
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
    page = show(layanan).page
    page.open_file(file)
    box = page.mapping.boxes["masalah"]
    assert page.preview is not None
    assert "masalah" not in page.preview.mapping
    box.setCurrentIndex(box.findData(5))
    box.activated.emit(box.currentIndex())
    assert page.preview.mapping["masalah"] == 5
    assert page.preview.usulan[0].masalah == "RT 02"


def test_rows_are_chosen_by_their_verdict(show: Show, layanan: Layanan, file: Path) -> None:
    page = show(layanan).page
    page.open_file(file)
    assert {baris.hasil for baris in page.model.rows()} == {"mended", "skipped"}
    page.only.setCurrentIndex(page.only.findData("skipped"))
    page.only.activated.emit(page.only.currentIndex())
    assert {baris.hasil for baris in page.model.rows()} == {"skipped"}


def test_a_remark_names_its_cell(show: Show, layanan: Layanan, file: Path) -> None:
    page = show(layanan).page
    page.open_file(file)
    notes = [baris.catatan for baris in page.model.rows() if baris.row == 4]
    assert "E4" in notes[0]
    page.table.select_record("4")
    assert "E4" in page.notes.text()


def test_a_photo_is_one_plain_sentence(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    photo = tmp_path / "daftar.xlsx"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(200))
    page = show(layanan).page
    page.open_file(photo)
    (said,) = say.texts("error")
    assert said.startswith("Berkas “daftar.xlsx” sebenarnya gambar, bukan tabel; data di laptop ini tidak berubah")
    assert page.preview is None
    assert page.places.currentIndex() == 0


def test_a_file_without_titles_asks_for_the_column(show: Show, layanan: Layanan, tmp_path: Path) -> None:
    path = tmp_path / "aneh.csv"
    path.write_text("aaa;bbb\nDrainase;Krajan\nTalud;Kaliwungu\n", encoding="utf-8")
    page = show(layanan).page
    page.open_file(path)
    assert not page.apply_button.isEnabled()
    assert page.mapping.isVisible()
    page.mapping.boxes["judul"].setCurrentIndex(1)
    page.mapping.boxes["judul"].activated.emit(1)
    assert page.apply_button.isEnabled()


def test_nothing_chosen_changes_nothing(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    page = show(layanan).page
    say.files.append(None)
    page.choose_file()
    assert page.preview is None


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, file: Path, points: int) -> None:
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    assert clipped(stage.page) == []
    stage.page.open_file(file)
    stage.page.mapping_button.click()
    QApplication.processEvents()
    assert clipped(stage.page) == []


CHAT = """[21/01/26 09.14] Pak Budi: usulan RT 2
1. Perbaikan jalan RT 2 - Pak Slamet
2. Drainase depan SDN 2, 120 m, 125 jt - PKK
"""


def test_a_message_is_pasted_looked_at_applied_and_taken_back(
    show: Show, layanan: Layanan, say: RecordedSay, qapp: QApplication
) -> None:
    before = events(layanan)
    stage = show(layanan)
    page = stage.page
    QGuiApplication.clipboard().setText(CHAT)
    stage.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.apply_button.text() == "Terapkan 2 usulan"
    assert [(row.judul, row.hasil) for row in page.model.rows()] == [
        ("usulan RT 2", "skipped"),
        ("Perbaikan jalan RT 2", "mended"),
        ("Drainase depan SDN 2", "ok"),
    ]
    assert events(layanan) == before
    page.apply()
    assert say.last.text == "2 usulan dari tempelan sudah tercatat."
    assert [one.pengusul for one in layanan.usulan.daftar()] == ["Pak Slamet", "PKK"]
    assert layanan.riwayat.teks_batal() == "2 usulan dicatat sekaligus"
    layanan.riwayat.batalkan()
    assert layanan.usulan.daftar() == []


def test_columns_of_pasted_cells_can_be_corrected(show: Show, layanan: Layanan) -> None:
    page = show(layanan).page
    QGuiApplication.clipboard().setText("Jalan rusak parah sekali\tAspal\nGelap sekali kalau malam\tLampu\n")
    page.show_record(CLIPBOARD)
    assert [row.judul for row in page.model.rows()] == ["Jalan rusak parah sekali", "Gelap sekali kalau malam"]
    page.mapping.changed.emit({"judul": 1, "masalah": 0})
    assert [row.judul for row in page.model.rows()] == ["Aspal", "Lampu"]
    assert [one.masalah for one in page.preview.usulan] == ["Jalan rusak parah sekali", "Gelap sekali kalau malam"]


def test_nothing_copied_is_said(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    page = show(layanan).page
    QGuiApplication.clipboard().clear()
    page.paste()
    assert say.last.text.startswith("Belum ada yang disalin")
    assert page.preview is None


def test_ctrl_v_on_the_list_goes_to_the_preview(
    qtbot: Any, layanan: Layanan, say: RecordedSay, background: InlineBackground
) -> None:
    layanan.usulan.catat_banyak([UsulanBaru(judul="Jalan")], "mencatat")
    with stages(qtbot, lambda services: UsulanPage(services, say, background)) as opened:
        stage = opened(layanan)
        page = stage.page
        assert isinstance(page, UsulanPage)
        page.grid.setFocus()
        stage.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("impor", CLIPBOARD)
        QGuiApplication.clipboard().setText("Lampu")
        page.quick.focus_first()
        stage.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert page.quick.fields["judul"].text() == "Lampu", "in a field it pastes words"
        assert len(stage.wishes) == 1


def test_the_template_is_saved_and_read_back(show: Show, layanan: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    layanan.usulan.catat_banyak([UsulanBaru(judul="Jalan", dusun="Krajan")], "mencatat")
    page = show(layanan).page
    path = tmp_path / "templat.xlsx"
    say.files.append(path)
    page.start.buttons[2].click()
    assert say.last.text.startswith("Templat tersimpan: templat.xlsx.")
    page.open_file(path)
    assert set(page.preview.mapping) >= {"judul", "dusun", "satuan", "perkiraan_biaya", "bidang"}
