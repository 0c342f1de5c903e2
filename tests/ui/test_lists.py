"""Any list as shown goes to Excel, CSV and the clipboard; Ctrl+F finds in it; Ctrl+H tells the story of a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.data_dasar import DataDasarBaru
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.photos import photo, written
from tests.ui.conftest import WindowSay
from ui.fields import TableView
from ui.fields.find_line import FindLine
from ui.fields.table_menu import table_menu
from ui.lists import list_in_front, save_list
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import PAGES
from ui.preferences import Preferences
from ui.segments import Segments
from ui.shell.commands import commands
from ui.shell.history import RecordHistory
from ui.shell.page_acts import ACTS
from ui.shell.palette import CommandPalette
from ui.sipd.page import SipdPage
from ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def say() -> WindowSay:
    return WindowSay()


@pytest.fixture
def window(
    held_open: Layanan, qtbot: Any, say: Any, background: Any, theme: Theme, tmp_path: Path
) -> Iterator[MainWindow]:
    made = MainWindow(held_open, say, background, theme, Preferences(tmp_path / "jendela.ini"))
    made.resize(1093, 614)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def usulan_list(window: MainWindow) -> TableView:
    window.show_page("usulan")
    QApplication.processEvents()
    table = list_in_front(window.page())
    assert table is not None
    table.setFocus()
    return table


def test_ctrl_shift_s_writes_what_is_shown_in_its_order(window: MainWindow, say: Any, tmp_path: Path) -> None:
    table = usulan_list(window)
    table.sortByColumn([c.key for c in table.rows().columns].index("perkiraan_biaya"), Qt.SortOrder.DescendingOrder)
    say.files = [tmp_path / "usulan"]
    press(Qt.Key.Key_S, CTRL | SHIFT)
    sheet = openpyxl.load_workbook(tmp_path / "usulan.xlsx").active
    shown = [usulan.judul for usulan in table.rows().rows()]
    head = [cell.value for cell in sheet[1]]
    assert head == [column.title for column in table.rows().columns]
    assert [sheet.cell(row, head.index("Judul") + 1).value for row in range(2, sheet.max_row + 1)] == shown
    assert sheet.cell(2, head.index("Biaya Rp") + 1).value == max(u.perkiraan_biaya or 0 for u in table.rows().rows())
    assert "Sukamaju" in sheet.oddHeader.left.text
    assert say.last.text.startswith(f"{len(shown)} baris disimpan")


def test_the_ending_csv_makes_it_csv(window: MainWindow, say: Any, tmp_path: Path) -> None:
    table = usulan_list(window)
    say.files = [tmp_path / "usulan.csv"]
    window.front.save_list()
    rows = list(csv.reader(io.StringIO((tmp_path / "usulan.csv").read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == table.rows().rowCount() + 1


def in_parts(page: Page) -> Iterator[None]:
    """Every part of a page in front: some lists are only made then."""
    yield
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            button.click()
            QApplication.processEvents()
            yield


def test_every_list_of_every_page_goes_to_xlsx_csv_and_clipboard_alike(
    window: MainWindow, say: Any, tmp_path: Path
) -> None:
    seen = set()
    for spec in PAGES:
        window.show_page(spec.key)
        QApplication.processEvents()
        page = window.page()
        for _part in in_parts(page):
            for table in page.findChildren(TableView):
                name = (spec.key, table.accessibleName())
                if not table.isVisible() or not table.rows().rowCount() or name in seen:
                    continue
                seen.add(name)
                shown = [[cell.strip() for cell in line.split("\t")] for line in table.text_of().split("\n")]
                assert len(shown) == table.rows().rowCount() + 1, name
                say.files = [tmp_path / "daftar.xlsx", tmp_path / "daftar.csv"]
                save_list(page, table)
                save_list(page, table)
                text = (tmp_path / "daftar.csv").read_bytes().decode("utf-8-sig")
                assert [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=";")] == shown
                sheet = openpyxl.load_workbook(tmp_path / "daftar.xlsx").active
                cells = [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]
                assert len(cells) == len(shown), name
                for row, line in zip(cells, shown, strict=True):
                    texts = [(one, two) for one, two in zip(row, line, strict=True) if isinstance(one, str)]
                    assert all(one.strip() == two.removeprefix("'") or two == one.strip() for one, two in texts), name
    assert len(seen) >= 15


def saved_rows(window: MainWindow, say: Any, path: Path) -> list[list[str]]:
    say.files = [path]
    press(Qt.Key.Key_S, CTRL | SHIFT)
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig")), delimiter=";"))


def test_files_are_a_list_that_names_what_is_missing(
    window: MainWindow, kosong: Layanan, say: Any, tmp_path: Path
) -> None:
    usulan = kosong.usulan.daftar()[0]
    files = kosong.lampiran
    files.catat([files.siapkan(written(tmp_path, "balai.jpg", photo(300, 200)))])
    files.catat([files.siapkan(written(tmp_path, "jalan.jpg", photo(200, 300)), usulan=usulan.id)])
    next(files.berkas(one) for one in files.semua() if one.usulan).unlink()
    window.show_page("lampiran")
    QApplication.processEvents()
    head, *rows = saved_rows(window, say, tmp_path / "lampiran.csv")
    assert head == ["Berkas", "Jenis", "Milik", "Ukuran", "Keadaan"]
    assert {(row[0], row[2], row[4]) for row in rows} == {
        ("balai.jpg", "milik forum", "ada"),
        ("jalan.jpg", f"{usulan.label} {usulan.judul}", "tidak ada di laptop ini"),
    }


def test_the_queue_for_sipd_is_saved_as_it_is_filtered(
    window: MainWindow, kosong: Layanan, say: Any, tmp_path: Path
) -> None:
    window.show_page("sipd")
    QApplication.processEvents()
    page, queue = window.page(), kosong.sipd.antrean()
    whole = saved_rows(window, say, tmp_path / "semua.csv")
    assert len(whole) == len(queue) + 1
    kosong.sipd.tolak(queue[1].usulan.id, "Rina", "Jadwal sudah ditutup")
    assert isinstance(page, SipdPage)
    page.only.setCurrentIndex(page.only.findData("ditolak"))
    page.only.activated.emit(page.only.currentIndex())
    refused = saved_rows(window, say, tmp_path / "ditolak.csv")
    assert len(refused) == page.choice.count() + 1 < len(whole)
    assert queue[1].usulan.judul in {row[refused[0].index("Usulan")] for row in refused}


@pytest.mark.expects_log("ui.say", "NoAccess")
def test_a_folder_that_cannot_be_written_is_one_sentence(window: MainWindow, say: Any, tmp_path: Path) -> None:
    usulan_list(window)
    (tmp_path / "usulan.xlsx").mkdir()
    say.files = [tmp_path / "usulan.xlsx"]
    window.front.save_list()
    assert "tidak bisa ditulis" in say.last.text


def test_the_menu_of_a_list_copies_saves_and_tells_its_story(window: MainWindow, say: Any, tmp_path: Path) -> None:
    table = usulan_list(window)
    table.selectRow(0)
    menu: QMenu = table_menu(table)
    names = {action.text().partition("\t")[0]: action for action in menu.actions()}
    assert list(names) == [
        "Salin baris terpilih", "Salin semua baris", "Simpan sebagai Excel atau CSV", "Riwayat baris ini",
    ]  # fmt: skip
    names["Salin semua baris"].trigger()
    assert QGuiApplication.clipboard().text().count("\n") == table.rows().rowCount()
    say.files = [tmp_path / "a.xlsx"]
    names["Simpan sebagai Excel atau CSV"].trigger()
    assert (tmp_path / "a.xlsx").exists()


def test_ctrl_h_shows_before_and_after(window: MainWindow, kosong: Layanan, say: Any, tmp_path: Path) -> None:
    record = kosong.usulan.daftar()[0].id
    before = kosong.usulan.daftar()[0].judul
    kosong.usulan.ubah(record, judul="Judul yang baru")
    table = usulan_list(window)
    table.select_record(record)
    press(Qt.Key.Key_H, CTRL)
    history = window.findChild(RecordHistory)
    assert history is not None
    newest = history.table.rows().row(0)
    assert (newest.isian, newest.sebelum, newest.sesudah) == ("judul", before, "Judul yang baru")
    save = [action for action in table_menu(history.table).actions() if action.text().startswith("Simpan sebagai")]
    say.files = [tmp_path / "riwayat.xlsx"]
    save[0].trigger()
    sheet = openpyxl.load_workbook(tmp_path / "riwayat.xlsx").active
    assert sheet.max_row == history.table.rows().rowCount() + 1
    words = history.table.text_of()
    assert "skor kelompok Sarana Prasarana" in words and "keluaran" in words and "laptop ini" in words
    press(Qt.Key.Key_Escape)
    assert not shiboken6.isValid(history) or not history.isVisible()


@pytest.mark.parametrize("key", ["undangan", "kesepakatan"])
def test_people_and_agreement_have_a_history_too(window: MainWindow, key: str) -> None:
    window.show_page(key)
    QApplication.processEvents()
    table = list_in_front(window.page())
    assert table is not None
    table.setFocus()
    table.selectRow(0)
    press(Qt.Key.Key_H, CTRL)
    history = window.findChild(RecordHistory)
    assert history is not None
    assert history.table.rows().rowCount() > 0
    history.accept()


@pytest.mark.parametrize("key", ["kesepakatan", "prioritas"])
def test_ctrl_f_finds_in_a_list_without_a_filter(window: MainWindow, key: str) -> None:
    window.show_page(key)
    QApplication.processEvents()
    press(Qt.Key.Key_F, CTRL)
    line = window.page().findChild(FindLine)
    assert line is not None
    table = line.parentWidget()
    assert isinstance(table, TableView)
    QTest.keyClicks(line.box, "drainase")
    line.box.flush()
    found = [table.rows().row(place) for place in line._places]
    assert found
    assert table.currentIndex().row() == line._places[0]
    if len(found) > 1:
        press(Qt.Key.Key_Return)
        assert table.currentIndex().row() == line._places[1]
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is table
    assert not line.isVisible()


def test_ctrl_f_does_something_on_every_page_with_a_list(window: MainWindow, say: Any) -> None:
    for spec in PAGES:
        window.show_page(spec.key)
        QApplication.processEvents()
        page = window.page()
        for _part in in_parts(page):
            if not [table for table in page.findChildren(TableView) if table.isVisible() and table.rows().rowCount()]:
                continue
            before = len(say.said)
            window.front.focus_filter()
            assert len(say.said) == before, spec.key
            focus = QApplication.focusWidget()
            assert focus is not None and page.isAncestorOf(focus), spec.key
            assert focus.isVisible() and isinstance(focus, QLineEdit | QComboBox), (spec.key, focus)
            page.escape()


def test_every_key_of_a_page_stands_in_ctrl_k() -> None:
    known = {(act.page, act.method) for act in ACTS}
    for spec in PAGES:
        page = spec.make.__closure__
        assert page is not None
        module, name = sorted((str(cell.cell_contents) for cell in page), key=lambda text: "." not in text)
        kind = getattr(__import__(module, fromlist=[name]), name)
        own = {
            method
            for method in ("new_item", "save_and_new", "print_document")
            if getattr(kind, method) is not getattr(Page, method)
        }
        assert {(spec.key, method) for method in own} <= known, spec.key
        for act in ACTS:
            if act.page == spec.key:
                assert callable(getattr(kind, act.method)), act


def test_every_command_and_act_is_found_by_its_words(window: MainWindow) -> None:
    window.open_palette()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    for text in [command.shown for command in commands(window) if command.text] + [act.text for act in ACTS]:
        palette.search(text)
        assert any(text in found.text for found in palette._found), text
    palette.reject()


def test_an_act_of_another_page_is_done_by_keyboard_alone(window: MainWindow) -> None:
    window.show_page("beranda")
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.box, "tamu baru")
    press(Qt.Key.Key_Return)
    assert window.stack.current_key == "kehadiran"
    focus = window.focusWidget()  # the palette is gone, but nothing hands a hidden test its window back
    assert focus is not None
    assert "tamu" in focus.accessibleName().casefold()


def history_of(window: MainWindow) -> list[str]:
    """The fields that Ctrl+H tells of, newest first; the window is closed again."""
    window.front.show_history()  # what Ctrl+H does; a dialog that closes gives a hidden test no focus back
    (history,) = [one for one in window.findChildren(RecordHistory) if one.isVisible()]
    told = [history.table.rows().row(place).isian for place in range(history.table.rows().rowCount())]
    history.accept()
    return told


def test_every_kind_of_record_has_a_history(window: MainWindow, kosong: Layanan, tmp_path: Path) -> None:
    figure = DataDasarBaru(indikator="KK miskin", nilai="120", sumber="DTKS", tanggal_data="2025-06-30")
    kosong.dasar.ubah(kosong.dasar.catat(figure), nilai="99")
    kosong.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    kosong.agenda.tambah(Acara("Doa penutup", 5))
    path = written(tmp_path, "balai.jpg", photo(300, 200))
    kosong.lampiran.catat([kosong.lampiran.siapkan(path)])
    kosong.notulen.catat("Talut didahulukan", oleh="RT")
    first = kosong.sipd.antrean()[0].usulan
    kosong.sipd.masuk(first.id, "Rina", "778812")

    window.show_page("siapkan")
    assert "susunan acara" in history_of(window), "the forum itself, without any row"
    window.show_page("siapkan", "dasar")
    dasar = list_in_front(window.page())
    assert dasar is not None
    dasar.setFocus()
    dasar.selectRow(0)
    assert "nilai" in history_of(window) or "angka" in history_of(window)
    window.show_page("titipan")
    tickets = list_in_front(window.page())
    assert tickets is not None
    tickets.setFocus()
    tickets.selectRow(0)
    assert "judul" in history_of(window)
    window.show_page("lampiran")
    page: Any = window.page()
    page.files.rows[0].remove.setFocus()
    assert "nama" in history_of(window)
    window.show_page("layar")
    page = window.page()
    page.new_item()
    page.notes.table.setFocus()
    page.notes.table.selectRow(0)
    assert "pokok" in history_of(window)
    window.show_page("sipd", first.id)
    told = history_of(window)
    assert {"judul", "keadaan di SIPD", "nomor SIPD"} <= set(told), told
    window.show_page("usulan", first.id)
    window.page().grid.setFocus()
    assert history_of(window) == told


def test_a_history_says_rows_in_words(window: MainWindow, kosong: Layanan) -> None:
    forum = kosong.forum.aktif()
    assert forum is not None
    kosong.agenda.tambah(Acara("Doa penutup", 5))
    kosong.forum.ubah(notulis=Pejabat("Wulandari", "Kaur Perencanaan"))
    told = [step.sesudah for step in kosong.riwayat.perubahan(forum.id)]
    assert "Wulandari, Kaur Perencanaan" in told
    assert not [text for text in told if any(sign in text for sign in "[]{}")], told
