"""Masukkan ke SIPD: copied field by field with the keyboard, ticked with name and hour, taken back by Ctrl+Z."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.sipd.page import SipdPage
from ui.theme import TEXT_SIZES, Theme

show = shows(SipdPage)


@pytest.fixture
def desa(open_village: OpenVillage) -> Layanan:
    """Five usulan, of which three go to the kecamatan."""
    desa = open_village()
    desa.forum.buka(small_forum())
    made = desa.usulan.catat_banyak(some_usulan(5), "mencatat usulan")
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    aturan = desa.prioritas.aturan()
    for kelompok in aturan.kelompok:
        rows = {record: (5 - place,) * len(aturan.kriteria) for place, record in enumerate(made)}
        desa.prioritas.isi(kelompok.id, rows)
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(made[:3], "ke_kecamatan")
    desa.kesepakatan.tetapkan(made[3:4], "dana_desa")
    return desa


def clip() -> str:
    return QGuiApplication.clipboard().text()


def test_enter_copies_and_goes_on_and_figures_jump(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    page = stage.page
    values = [field.text for field in page.sheet.rows]
    first = next(place for place, value in enumerate(values) if value)
    stage.press(Qt.Key.Key_Return)
    assert clip() == values[first]
    assert page.sheet.rows[first].button.text() == "Tersalin"
    stage.press(Qt.Key.Key_3)
    assert clip() == values[2] == desa.sipd.antrean()[0].usulan.judul
    QGuiApplication.clipboard().clear()
    stage.press(Qt.Key.Key_Up)
    assert clip() == "", "arrows only go"
    stage.press(Qt.Key.Key_Return)
    assert clip() == values[2]


def test_only_what_goes_to_the_kecamatan_is_in_the_queue(show: Show, desa: Layanan) -> None:
    page = show(desa).page
    assert page.progress.words.text() == "0 dari 3 sudah dimasukkan, 3 menunggu, 0 ditolak"
    assert page.choice.count() == 3


def test_a_tick_has_a_name_an_hour_and_an_undo(show: Show, desa: Layanan, say: RecordedSay) -> None:
    stage = show(desa)
    page = stage.page
    first = page.current
    assert first is not None
    page.save_and_new()
    assert say.last.text == "Tulis nama yang mengisi."
    page.by.setFocus()
    stage.type("Rina")
    page.number.setFocus()
    stage.type("778812")
    page.save_and_new()
    noted = desa.sipd.antrean()[0].catatan
    assert (noted.keadaan, noted.oleh, noted.sipd_id) == ("masuk", "Rina", "778812")
    assert noted.waktu
    assert page.progress.words.text() == "1 dari 3 sudah dimasukkan, 2 menunggu, 0 ditolak"
    assert page.current is not None
    assert page.current.usulan.id != first.usulan.id
    assert page.by.text() == "Rina"
    assert page.number.text() == ""
    assert "dimasukkan ke SIPD oleh Rina, nomor 778812" in desa.riwayat.daftar(1)[0].kalimat
    desa.riwayat.batalkan()
    assert page.progress.words.text() == "0 dari 3 sudah dimasukkan, 3 menunggu, 0 ditolak"
    desa.riwayat.ulangi()
    assert desa.sipd.antrean()[0].catatan.sipd_id == "778812"


def test_the_whole_way_is_enter(show: Show, desa: Layanan) -> None:
    """Copy every field, type the number, Enter: the next usulan stands there with the cursor on its first field."""
    desa.sipd.masuk(desa.sipd.antrean()[2].usulan.id, "Rina", "3")
    stage = show(desa)
    page = stage.page
    first = page.current
    assert first is not None
    for _ in range(sum(bool(field.text) for field in page.sheet.rows)):
        stage.press(Qt.Key.Key_Return)
    assert stage.focus is page.number
    stage.type("501")
    stage.press(Qt.Key.Key_Return)
    assert desa.sipd.antrean()[0].catatan.sipd_id == "501"
    assert page.current is not None
    assert page.current.urutan == 2
    assert stage.focus in [field.button for field in page.sheet.rows]
    assert page.sheet.rows[0].button.text() == "Salin"


def test_one_number_belongs_to_one_usulan(show: Show, desa: Layanan, say: RecordedSay) -> None:
    first, second, _ = (row.usulan.id for row in desa.sipd.antrean())
    desa.sipd.masuk(first, "Rina", "1")
    page = show(desa).page
    page.number.setText("1")
    page.save_and_new()
    assert "sudah dicatat untuk usulan lain" in say.last.text
    assert next(row for row in desa.sipd.antrean() if row.usulan.id == second).catatan.keadaan == ""


def test_a_refusal_keeps_its_reason(show: Show, desa: Layanan) -> None:
    stage = show(desa)
    page = stage.page
    page.by.setText("Rina")
    page.refuse()
    stage.type("Jadwal sudah ditutup")
    stage.press(Qt.Key.Key_Return)
    noted = desa.sipd.antrean()[0].catatan
    assert (noted.keadaan, noted.alasan) == ("ditolak", "Jadwal sudah ditutup")
    page.only.setCurrentIndex(page.only.findData("ditolak"))
    page.only.activated.emit(page.only.currentIndex())
    assert page.state.text().startswith("Ditolak SIPD oleh Rina")
    assert page.state.text().endswith(": Jadwal sudah ditutup.")


def test_entering_goes_on_behind_the_closed_result(desa: Layanan) -> None:
    desa.kesepakatan.tetapkan([desa.usulan.daftar()[4].id], "belum_disepakati", "pagu tidak cukup")
    desa.kesepakatan.tutup()
    before = desa.dokumen.isi().jejak
    desa.sipd.masuk(desa.sipd.antrean()[0].usulan.id, "Rina")
    assert desa.dokumen.isi().jejak == before, "the papers of the forum stay the same"
    desa.riwayat.batalkan()
    assert desa.sipd.rekap().masuk == 0


def test_the_lists_are_written(show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    desa.sipd.masuk(desa.sipd.antrean()[1].usulan.id, "Rina", "99")
    desa.sipd.tolak(desa.sipd.antrean()[2].usulan.id, "Rina", "kamus")
    page = show(desa).page
    say.files = [tmp_path / "antrean.xlsx", tmp_path / "rekonsiliasi"]
    page.save_list()
    page.save_report()
    sheet = openpyxl.load_workbook(tmp_path / "antrean.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]][:6] == ["No", "ID Usulan", "Tanggal", "Pengusul", "Profil", "Usulan"]
    assert sheet.max_column == 26
    assert sheet.max_row == 4
    report = openpyxl.load_workbook(tmp_path / "rekonsiliasi.xlsx")
    assert report.sheetnames == ["Rekonsiliasi SIPD", "Menunggu", "Sudah dimasukkan", "Ditolak SIPD"]
    sums = report.worksheets[0]
    assert [[cell.value for cell in row] for row in sums.iter_rows(min_row=2)] == [
        ["Sudah dimasukkan", 1],
        ["Menunggu", 1],
        ["Ditolak SIPD", 1],
        ["Semua usulan ke kecamatan", 3],
    ]


def test_ids_come_from_a_list_of_sipd(show: Show, desa: Layanan, say: RecordedSay, tmp_path: Path) -> None:
    rows = desa.sipd.antrean()
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Daftar Usulan"])
    sheet.append(["Usulan", "Status", "ID Usulan", "Alamat"])
    sheet.append([rows[1].usulan.judul.upper(), "Diajukan", 5012, rows[1].usulan.tempat])
    sheet.append(["Usulan desa lain", "Diajukan", 5013, "entah"])
    book.save(tmp_path / "sipd.xlsx")
    page = show(desa).page
    page.by.setText("Rina")
    say.files = [tmp_path / "sipd.xlsx"]
    page.match_list()
    assert say.last.text == "1 usulan dicocokkan. 1 baris SIPD tidak dikenali: Usulan desa lain."
    assert [row.catatan.sipd_id for row in desa.sipd.antrean()] == ["", "5012", ""]


def test_without_an_agreement_it_leads_there(show: Show, open_village: OpenVillage) -> None:
    desa = open_village()
    desa.forum.buka(small_forum())
    stage = show(desa)
    assert not stage.page.done.isVisible()
    stage.press(Qt.Key.Key_Return)
    assert [wish.page for wish in stage.wishes] == ["kesepakatan"]


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_cut(show: Show, desa: Layanan, theme: Theme, size: int) -> None:
    theme.text_size = size
    theme.apply()
    stage = show(desa)
    assert clipped(stage.page) == []


def test_a_number_stays_with_its_usulan(show: Show, desa: Layanan) -> None:
    """Neither does one that was typed go on to the next usulan, nor is a recorded one wiped by another tick."""
    stage = show(desa)
    page = stage.page
    first, second, _ = desa.sipd.antrean()
    page.number.setFocus()
    stage.type("778812")
    page.following.click()
    assert page.current is not None and page.current.usulan.id == second.usulan.id
    assert page.number.text() == ""
    desa.sipd.masuk(first.usulan.id, "Rina", "555")
    page.show_record(first.usulan.id)
    assert page.number.text() == "555"
    page.by.setText("Rina")
    page.save_and_new()
    assert desa.sipd.antrean()[0].catatan.sipd_id == "555"


def test_a_shorter_text_gives_the_room_of_a_longer_one_back(show: Show, desa: Layanan) -> None:
    sheet = show(desa).page.sheet
    field = sheet.rows[2]
    before = field.value.minimumHeight()
    sheet.show_usulan("U-001", ["sangat panjang " * 60 if one is field else one.text for one in sheet.rows])
    assert field.value.minimumHeight() > before
    sheet.show_usulan("U-001", [one.text if one is not field else "Talud" for one in sheet.rows])
    assert field.value.minimumHeight() == before
