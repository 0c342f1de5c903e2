"""Ctrl+Z and Ctrl+Y in the window, of what no event holds: a number, a birth, a tick, two people of one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import clipped
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.shell.history import RecordHistory
from ui.theme import TEXT_SIZES, Theme

NUMBER, OTHER = "081200000001", "081200000002"


class WindowSay(RecordedSay):
    def attach(self, *_window: Any) -> None:
        """Nothing is shown."""


@pytest.fixture
def say() -> WindowSay:
    return WindowSay()


@pytest.fixture
def start(
    open_village: OpenVillage, qtbot: Any, say: WindowSay, background: Any, theme: Theme, tmp_path: Path
) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program; called again it ends it first."""
    shown: list[MainWindow] = []

    def begin() -> MainWindow:
        if shown:
            end(shown.pop())
        desa = open_village()
        if desa.forum.aktif() is None:
            desa.forum.buka(small_forum())
            desa.forum.ubah(notulis=Pejabat("Sari Puspita"))
            desa.usulan.catat_banyak(some_usulan(2), "mencatat")
        window = MainWindow(desa, say, background, theme, Preferences(tmp_path / "jendela.ini"))
        shown.append(window)
        window.resize(1093, 1000)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        QApplication.processEvents()
        return window

    yield begin
    end(shown.pop())


def end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def go(window: MainWindow, key: str, record: str = "") -> Any:
    """The page in front."""
    window.show_page(key, record)
    QApplication.processEvents()
    return window.page()


def write(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def services(window: MainWindow) -> Layanan:
    return window.services


def telepon(window: MainWindow) -> Any:
    """The field of the number of the first usulan."""
    first = services(window).usulan.daftar()[0].id
    page = go(window, "usulan", first)
    return page.panel.section("asal").rows["kontak_telepon"].field


def test_a_number_goes_and_comes_with_the_keys_in_the_order_of_all_acts(
    start: Callable[[], MainWindow], say: WindowSay
) -> None:
    window = start()
    desa, field = services(window), telepon(window)
    record = desa.usulan.daftar()[0].id
    write(field, "0812 0000 0001")
    desa.usulan.ubah(record, judul="Talud utara")
    write(field, OTHER)
    window.undo()
    assert say.last.text == "Membatalkan: Nomor telepon usulan U-001 Talud utara diubah"
    assert field.text() == NUMBER, "the field shows it at once, also with the cursor in it"
    window.undo()
    window.undo()
    assert (field.text(), desa.kontak.satu(record).telepon) == ("", "")
    window.redo()
    assert field.text() == NUMBER

    window = start()
    field = telepon(window)
    assert field.text() == NUMBER
    window.redo()
    window.redo()
    assert (field.text(), services(window).usulan.daftar()[0].judul) == (OTHER, "Talud utara")
    window.undo()
    assert field.text() == NUMBER, "the program was started again in between"


def test_ctrl_h_says_that_a_number_was_changed_and_not_which(start: Callable[[], MainWindow]) -> None:
    window = start()
    write(telepon(window), NUMBER)
    window.front.show_history()  # what Ctrl+H does; a dialog that closes gives a hidden test no focus back
    (dialog,) = window.findChildren(RecordHistory)
    model = dialog.table.model()
    shown = [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    dialog.close()
    assert "nomor telepon" in shown[0] and "diisi" in shown[0]
    assert not any(NUMBER in cell for row in shown for cell in row)


def test_a_birth_goes_and_comes_in_its_field(start: Callable[[], MainWindow]) -> None:
    window = start()
    page = go(window, "siapkan", "tim.saksi")
    field = page.section("tim").form.lahir.rows["Sari Puspita"].field
    write(field, "Contoh, 17 Agustus 1980")
    window.undo()
    assert field.text() == ""
    window.redo()
    assert field.text() == "Contoh, 17 Agustus 1980"


def test_two_people_are_not_asked_about_after_a_restart(start: Callable[[], MainWindow]) -> None:
    window = start()
    for _ in range(2):
        services(window).peserta.undang(PesertaBaru(nama="Sri Rahayu"))
    page = go(window, "undangan")
    page.questions.look_button.click()
    page.merge.cancel_button.click()
    window = start()
    page = go(window, "undangan")
    assert not page.questions.isVisible()
    window.undo()
    assert page.questions.isVisible()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(start: Callable[[], MainWindow], theme: Theme, points: int) -> None:
    window = start()
    write(telepon(window), NUMBER)
    theme.text_size = points
    theme.apply()
    page = go(window, "riwayat")
    assert page.remembered.isVisible()
    assert clipped(page) == []


def test_what_is_held_is_said_and_forgotten_when_the_operator_wants_it(
    start: Callable[[], MainWindow], say: WindowSay
) -> None:
    window = start()
    page = go(window, "riwayat")
    assert not page.remembered.isVisible(), "nothing is held"
    field = telepon(window)
    write(field, NUMBER)
    write(field, OTHER)
    page = go(window, "riwayat")
    assert page.remembered.isVisible() and page.remembered.words.text().startswith("2 perubahan")
    assert page.undo_text.text().startswith("Nomor telepon")
    say.answers = [False, True]
    page.remembered.forget_button.click()
    assert page.remembered.isVisible(), "the answer was no"
    page.remembered.forget_button.click()
    assert not page.remembered.isVisible()
    assert "sudah dilupakan" in say.last.text
    assert not page.undo_text.text().startswith("Nomor telepon")
    rows = services(window).desk.connection.execute("SELECT * FROM ubahan_lokal").fetchall()
    assert NUMBER not in repr(rows) and OTHER not in repr(rows)
    assert services(window).kontak.satu(services(window).usulan.daftar()[0].id).telepon == OTHER
