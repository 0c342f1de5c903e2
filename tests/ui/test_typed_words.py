"""Typed words are never lost silently: on a full disk they stay, can be recorded later, and closing asks first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.desk import propose
from ui.app import Desktop
from ui.main_window import MainWindow

FULL = "penuh"
WORDS = "Pendopo lama di tepi kali"


@contextmanager
def full_disk(layanan: Layanan) -> Iterator[None]:
    """The real store refuses to grow; what is free inside the file is used up first."""
    connection = layanan.desk.connection
    (free,), (pages,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("freelist_count", "page_count"))
    connection.execute("CREATE TEMP TABLE pengisi (isi BLOB)")
    connection.execute(f"PRAGMA max_page_count = {pages - free}")
    try:
        for jabatan in ("x" * 100, ""):  # what is left after the long ones takes no short one either
            _fill(layanan, jabatan)
        yield
    finally:
        connection.execute("PRAGMA max_page_count = 1073741823")


def _fill(layanan: Layanan, jabatan: str) -> None:
    for _ in range(300):
        try:
            layanan.peserta.undang(PesertaBaru(nama="Pengisi tempat", jabatan=jabatan))
        except DiskFull:
            return
    raise AssertionError("the disk was never full")


@pytest.fixture
def window(layanan: Layanan, qtbot: Any, qapp: Any, tmp_path: Any) -> Iterator[MainWindow]:
    propose(layanan, 6)
    desktop = Desktop(qapp, layanan, tmp_path, alone=True)
    desktop.window.show()
    qtbot.waitExposed(desktop.window)
    desktop.window.activateWindow()
    try:
        yield desktop.window
    finally:
        answer(desktop.window, leave=True)
        desktop.window.close()
        QApplication.processEvents()
        desktop.close()


def answer(window: MainWindow, *, leave: bool) -> list[str]:
    """Answer every question of the window; what was asked comes back."""
    asked: list[str] = []

    def ask(question: str, **_words: str) -> bool:
        asked.append(question)
        return leave

    voice: Any = window._say
    voice.ask = ask
    return asked


def focus() -> Any:
    return QApplication.focusWidget()


def retype(field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()


def said(window: MainWindow) -> list[str]:
    return [message.text for message in window.messages.messages()]


def try_again(window: MainWindow) -> None:
    action = window.messages.messages()[0].action
    assert action is not None, "the message offers no second try"
    action.run()
    QApplication.processEvents()


def place_of_forum(window: MainWindow) -> tuple[Any, Callable[[], str]]:
    window.show_page("siapkan")
    page: Any = window.page()
    return page.form.rows["tempat"].field, lambda: window.services.forum.aktif().tempat


def name_of_chair(window: MainWindow) -> tuple[Any, Callable[[], str]]:
    window.show_page("siapkan", "tim")
    page: Any = window.page()
    field = page.section("tim").form.rows["pimpinan"].field.parts["nama"]
    return field, lambda: window.services.forum.aktif().pimpinan.nama


def detail(name: str) -> Callable[[MainWindow], tuple[Any, Callable[[], str]]]:
    def find(window: MainWindow) -> tuple[Any, Callable[[], str]]:
        window.show_page("usulan")
        page: Any = window.page()
        page.grid.selectRow(2)
        page.open_panel()
        record = page.panel.record
        return page.panel.form.rows[name].field, lambda: getattr(window.services.usulan.satu(record), name)

    return find


PLACES = pytest.mark.parametrize("find", [place_of_forum, name_of_chair, detail("lokasi"), detail("keterangan")])


@PLACES
@pytest.mark.expects_log("ui.say", "DiskFull")
def test_words_stay_and_are_recorded_by_the_second_try(window: MainWindow, layanan: Layanan, find: Any) -> None:
    field, recorded = find(window)
    with full_disk(layanan):
        retype(field, WORDS)
        assert any(FULL in text for text in said(window))
        assert field.text() == WORDS
        assert recorded() != WORDS
    try_again(window)
    assert recorded() == WORDS
    assert field.text() == WORDS


@PLACES
@pytest.mark.expects_log("ui.say", "DiskFull")
def test_leaving_the_field_once_more_records_them_too(window: MainWindow, layanan: Layanan, find: Any) -> None:
    field, recorded = find(window)
    with full_disk(layanan):
        retype(field, WORDS)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert recorded() == WORDS


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_looking_at_another_usulan_keeps_them(window: MainWindow, layanan: Layanan) -> None:
    field, recorded = detail("keterangan")(window)
    page: Any = window.page()
    with full_disk(layanan):
        retype(field, WORDS)
        page.grid.selectRow(3)
        QApplication.processEvents()
        assert field.text() != WORDS
        page.grid.selectRow(2)
        assert field.text() == WORDS
    page.grid.selectRow(3)
    assert recorded() == WORDS


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_a_cell_of_the_grid_can_be_tried_again(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("usulan")
    page: Any = window.page()
    cell = page.model.index(1, 1)
    with full_disk(layanan):
        page.grid.setCurrentIndex(cell)
        page.grid.edit(cell)
        editor = focus()
        editor.selectAll()
        QTest.keyClicks(editor, WORDS)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    try_again(window)
    assert page.model.index(1, 1).data() == WORDS


@PLACES
@pytest.mark.expects_log("ui.say", "DiskFull")
def test_closing_asks_before_it_drops_them(window: MainWindow, layanan: Layanan, find: Any) -> None:
    field, _ = find(window)
    asked = answer(window, leave=False)
    with full_disk(layanan):
        retype(field, WORDS)
        window.show_page("beranda")
        assert window.close() is False
        assert len(asked) == 1
        assert window.page().isAncestorOf(field), "the operator is brought back to the words"
        assert field.text() == WORDS


@pytest.mark.parametrize("key", ["Ctrl+3", "Ctrl+4"])
def test_half_typed_words_are_recorded_by_switching_and_by_closing(window: MainWindow, key: str) -> None:
    field, recorded = place_of_forum(window)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, WORDS)
    step = Qt.Key(Qt.Key.Key_0.value + int(key[-1]))
    QTest.keyClick(focus(), step, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert recorded() == WORDS
    window.show_page("siapkan")
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, "!")
    asked = answer(window, leave=False)
    assert window.close() is True
    assert asked == []
    assert recorded() == WORDS + "!"


def test_a_half_typed_reason_is_not_dropped_unasked(window: MainWindow) -> None:
    window.show_page("usulan")
    page: Any = window.page()
    page.grid.selectRow(0)
    page.open_panel()
    page.panel.withdraw()
    line: Any = page.panel.reason.field.lineEdit()
    QTest.keyClicks(line, "Ditarik karena")
    asked = answer(window, leave=False)
    assert window.close() is False
    assert len(asked) == 1


def test_a_half_typed_guest_is_not_dropped_unasked(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("kehadiran")
    page: Any = window.page()
    page.new_item()
    QTest.keyClicks(focus(), "Mbah Kar")
    window.show_page("beranda")
    asked = answer(window, leave=False)
    assert window.close() is False
    assert len(asked) == 1
    assert window.page() is page
    assert focus().text() == "Mbah Kar", "the operator is brought back to the words"
    page.escape()
    assert window.close() is True
    assert len(asked) == 1


def test_a_half_typed_invitation_comes_back_with_the_next_start(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("undangan")
    QTest.keyClicks(focus(), "Mbah Kar")
    window.show_page("beranda")
    asked = answer(window, leave=False)
    assert window.close() is True
    assert asked == []
    assert layanan.draf.ambil("undangan")[layanan.desk.forum_id]["nama"] == "Mbah Kar"


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_a_half_typed_invitation_that_cannot_be_kept_is_asked_about(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("undangan")
    page: Any = window.page()
    with full_disk(layanan):
        QTest.keyClicks(focus(), "Mbah Kar " * 500)
        asked = answer(window, leave=False)
        assert window.close() is False
        assert len(asked) == 1
        assert window.page() is page


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_the_second_try_never_writes_into_another_forum(window: MainWindow, layanan: Layanan) -> None:
    first = layanan.desk.forum_id
    second = layanan.forum.buka(contoh().forum)
    layanan.forum.pilih(first)
    QApplication.processEvents()
    field, recorded = place_of_forum(window)
    place = recorded()
    with full_disk(layanan):
        retype(field, WORDS)
    message = window.messages.messages()[0]
    layanan.forum.pilih(second)
    QApplication.processEvents()
    before = layanan.desk.store.head.seq
    assert message.action is not None
    message.action.run()
    assert layanan.desk.store.head.seq == before
    assert "musrenbang lain" in said(window)[0]
    layanan.forum.pilih(first)
    QApplication.processEvents()
    assert recorded() == place


def test_undo_while_a_field_is_half_typed_takes_only_those_words_back(window: MainWindow) -> None:
    field, recorded = place_of_forum(window)
    before = recorded()
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, WORDS)
    window.undo()
    QApplication.processEvents()
    assert recorded() == before
    window.redo()
    assert recorded() == WORDS


def test_two_quick_enters_record_one_usulan(window: MainWindow, layanan: Layanan) -> None:
    window.show_page("usulan")
    before = layanan.usulan.jumlah().aktif
    QTest.keyClicks(focus(), WORDS)
    for _ in range(2):
        QTest.keyClick(focus(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert layanan.usulan.jumlah().aktif == before + 1
