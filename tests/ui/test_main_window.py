"""The shell by keyboard alone, with plain pages in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from musrenbang_desktop.services.changes import Changes
from tests.ui.pictures import SMALL
from tests.ui.stub_pages import open_desktop, stub_services
from ui.background import Progress
from ui.shell.palette import CommandPalette
from ui.shell.status import Power
from ui.theme import TEXT_SIZES

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desktop(qapp, qtbot, tmp_path):
    made = open_desktop(qapp, tmp_path)
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.close()


@pytest.fixture
def window(desktop):
    return desktop.window


def key(window, which, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, which, modifier)


def test_the_navigation_sits_closer_when_the_bottom_line_grows(window, desktop, qtbot):
    """The number of what waits comes after the first picture; Riwayat must not slip below the edge."""
    desktop.theme.text_size = TEXT_SIZES[-1]
    desktop.theme.apply()
    window.status.show_unsent(0)
    window.resize(SMALL)
    window.status.power.hide()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: window.size() == SMALL and not window._fitting.isActive())
    low = window.status.height()
    window.status.show_unsent(243)
    qtbot.waitUntil(lambda: window.status.height() > low)
    qtbot.waitUntil(lambda: window.navigation.verticalScrollBar().maximum() == 0)


def test_the_seven_steps_by_number(window):
    seen = []
    for step in range(1, 8):
        key(window, Qt.Key(Qt.Key.Key_0 + step), CTRL)
        seen.append(window.stack.current_key)
    assert seen == ["siapkan", "undangan", "kehadiran", "usulan", "prioritas", "kesepakatan", "dokumen"]


def test_a_step_with_several_pages_goes_round_and_comes_back_to_the_last(window):
    assert window.stack.tabs.isHidden()
    pages = [spec.key for spec in window.page_specs if spec.step == 7]
    for page in (*pages, pages[0], pages[1]):
        key(window, Qt.Key.Key_7, CTRL)
        assert window.stack.current_key == page
        assert not window.stack.tabs.isHidden()
    key(window, Qt.Key.Key_1, CTRL)
    key(window, Qt.Key.Key_7, CTRL)
    assert window.stack.current_key == pages[1]


def test_pages_are_made_when_first_shown_and_read_once(window):
    assert [type(page).__name__ for _, page in window.stack.pages()] == ["EmptyPage"]
    window.show_page("usulan")
    assert window.page().log == [("refresh", None), "shown"]
    window.show_page("riwayat")
    window.show_page("usulan")
    assert window.page().log == [("refresh", None), "shown", "shown"]


def test_changes_reach_the_page_in_front_now_and_others_when_they_return(window):
    bus = window.services.bus
    window.show_page("usulan")
    usulan = window.page()
    mine = Changes(kinds=frozenset({"usulan"}), records=frozenset({"a"}))
    bus.publish(mine)
    assert usulan.log[-1] == ("refresh", mine)
    bus.publish(Changes(kinds=frozenset({"peserta"})))
    assert usulan.log[-1] == ("refresh", mine)
    window.show_page("riwayat")
    before = len(usulan.log)
    bus.publish(mine)
    bus.publish(Changes(kinds=frozenset({"usulan"}), records=frozenset({"b"})))
    assert len(usulan.log) == before
    window.show_page("usulan")
    assert usulan.log[before][1].records == {"a", "b"}
    bus.publish(Changes(kinds=frozenset({"forum", "semua"})))
    assert usulan.log[-1] == ("refresh", None)


def test_keys_go_to_the_page_in_front(window):
    window.show_page("usulan")
    page = window.page()
    key(window, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    key(window, Qt.Key.Key_N, CTRL)
    key(window, Qt.Key.Key_Return, CTRL)
    assert page.log[-2:] == ["new", "save_and_new"]


def test_what_is_typed_is_committed_before_a_key_acts(window):
    window.show_page("usulan")
    committed = []
    window.page().judul.committed.connect(committed.append)
    QTest.keyClicks(window.page().judul.field, "Drainase")
    key(window, Qt.Key.Key_Return, CTRL)
    assert committed == ["Drainase"]


def test_undo_says_what_it_took_back_and_offers_redo(window):
    key(window, Qt.Key.Key_Z, CTRL)
    assert window.messages.messages()[0].text == "Membatalkan: usulan dicatat"
    next(b for b in window.findChildren(QPushButton) if b.text() == "Ulangi").click()
    assert window.services.riwayat.undone == ["batal", "ulang"]
    key(window, Qt.Key.Key_Z, CTRL)
    assert window.messages.messages()[0].text == "Tidak ada yang dapat diurungkan."


def test_ctrl_s_reassures_and_makes_a_copy(window, qtbot):
    key(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: bool(window.messages.messages()), timeout=2000)
    text = window.messages.messages()[0].text
    assert text.startswith("Sudah tersimpan ")
    assert window.services.cadangan.copies == ["salinan"]


def test_escape_goes_back_one_level_at_a_time(window):
    window.show_page("usulan")
    window.page().inner = True
    window._say.warning("Perhatian")
    key(window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    key(window, Qt.Key.Key_Escape)
    assert not window.help.isVisible()
    assert window.page().inner
    key(window, Qt.Key.Key_Escape)
    assert not window.page().inner
    assert window.messages.messages()
    key(window, Qt.Key.Key_Escape)
    assert not window.messages.messages()


def test_help_is_about_the_page_in_front(window):
    key(window, Qt.Key.Key_F1)
    window.show_page("usulan")
    assert "Cukup" in window.help.text.toPlainText()
    assert "Ctrl+K" in window.help.text.toPlainText()


def test_help_takes_the_room_of_the_page_where_there_is_none_beside_it(desktop, qtbot):
    window = desktop.window
    desktop.theme.text_size = 22
    desktop.theme.apply()
    window.resize(SMALL)
    qtbot.wait(20)
    window.toggle_help()
    qtbot.wait(20)
    assert not window.stack.isVisible()
    assert window.help.width() > window.width() // 2
    desktop.say.error("Printer tidak menjawab.")
    assert window.stack.isVisible()
    assert window.help.isHidden()
    window.toggle_help()
    window.show_page("usulan")
    assert window.stack.isVisible()


def test_the_palette_finds_pages_people_and_usulan(window, qtbot):
    key(window, Qt.Key.Key_K, CTRL)
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette))
    with qtbot.waitActive(palette):
        palette.activateWindow()
    QTest.keyClicks(palette.box, "jembatan")
    palette.box.flush()
    assert [palette.list.item(n).text() for n in range(palette.list.count())] == [
        "Hj. Siti Aminah   ·   PKK",
        "U-003  Jembatan bambu penghubung dua dusun   ·   Kaliwungu RT 07/RW 02",
    ]
    QTest.keyClick(palette.box, Qt.Key.Key_Down)
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.stack.current_key == "usulan"
    assert window.page().log[-1] == ("record", "k7q2m3ab-13")


def test_the_palette_says_when_nothing_is_found_and_does_not_search_for_one_letter(window, qtbot):
    window.open_palette()
    palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette))
    palette.search("q")
    assert palette.list.count() == 0
    assert palette.none.isVisibleTo(palette)
    palette.search("")
    assert palette.list.count() > len(window.page_specs)
    palette.close()


def test_without_a_forum_the_shell_stays_calm(qapp, qtbot, tmp_path):
    desktop = open_desktop(qapp, tmp_path, stub_services(forum=None))
    qtbot.addWidget(desktop.window)
    assert desktop.window.strip.forum.toolTip() == "Belum ada forum yang dibuka"
    desktop.window.undo()
    assert desktop.window.messages.messages()[0].text == "Tidak ada yang dapat diurungkan."
    desktop.close()


def test_the_strip_names_village_day_and_both_years(window):
    assert window.strip.forum.toolTip() == "Desa Sukamaju · Forum Rab, 21 Jan 2026 → rencana 2027"


def test_the_status_bar_tells_time_power_and_what_waits(window, qtbot):
    status = window.status
    status.show_saved(QTime(9, 14, 32))
    assert "09.14.32" in status.saved.text()
    qtbot.waitUntil(lambda: status.unsent.text() == "3 belum dikirim", timeout=1000)
    status.show_power(Power(80, True))
    assert window.messages.messages() == []
    status.show_power(Power(71, False))
    status.show_power(Power(70, False))
    assert [m.text for m in window.messages.messages()] == [
        "Listrik padam, laptop memakai baterai 71%. Semua yang diketik tetap tersimpan."
    ]
    status.unsent.click()
    assert window.stack.current_key == "kirim"


def test_progress_can_be_cancelled_from_the_status_bar(window, qtbot):
    status = window.status
    assert status.cancel.isHidden()
    status.show_progress(Progress("Membuat PDF", 3, 10))
    assert not status.cancel.isHidden()
    assert (status.progress.value(), status.progress.maximum()) == (3, 10)
    with qtbot.waitSignal(status.cancel_wanted):
        status.cancel.click()
    status.show_progress(None)
    assert status.cancel.isHidden()


def test_closing_while_a_job_runs_asks_first(desktop, monkeypatch):
    window = desktop.window
    asked = []
    monkeypatch.setattr(type(desktop.say), "ask", lambda _self, question, **_words: bool(asked.append(question)))
    desktop.background.run(lambda control: [None for _ in iter(lambda: control.cancelled, True)], label="Mengirim")
    assert window.close() is False
    assert asked == ["Mengirim masih berjalan. Tutup sekarang?"]
    monkeypatch.setattr(type(desktop.say), "ask", lambda _self, _question, **_words: True)
    assert window.close() is True


def test_size_and_letters_are_remembered(desktop, qapp, qtbot, tmp_path):
    desktop.window.resize(1200, 700)
    key(desktop.window, Qt.Key.Key_Plus, CTRL)
    assert desktop.theme.text_size == TEXT_SIZES[1]
    desktop.window.close()
    again = open_desktop(qapp, tmp_path)
    qtbot.addWidget(again.window)
    assert (again.window.size(), again.theme.text_size) == (QSize(1200, 700), TEXT_SIZES[1])
    again.close()


@pytest.mark.parametrize("points", TEXT_SIZES)
def test_nothing_pushes_the_window_past_the_smallest_screen(desktop, qtbot, points):
    window = desktop.window
    desktop.theme.text_size = points
    desktop.theme.apply()
    desktop.say.error("Ruang penyimpanan penuh. " * 4, details="x")
    window.status.show_progress(Progress("Membuat berita acara dan lampiran", 3, 10))
    window.status.show_power(Power(71, False))
    for key_of_page in ("usulan", "beranda", "kirim"):
        window.show_page(key_of_page)
        window.toggle_help()
        window.resize(SMALL)
        qtbot.wait(20)
        assert window.size() == SMALL
        assert window.minimumSizeHint().width() <= SMALL.width()
        for child in (window.strip, window.navigation, window.stack, window.status):
            right = child.mapTo(window, child.rect().topRight()).x()
            assert right < SMALL.width(), child
    assert window.navigation.folded or points < 18


def test_folded_steps_keep_number_and_name(desktop, qtbot):
    desktop.theme.text_size = 22
    desktop.theme.apply()
    desktop.window.resize(SMALL)
    qtbot.wait(20)
    assert desktop.window.navigation.folded
    for button in desktop.window.navigation.findChildren(QAbstractButton):
        assert button.accessibleName()
        assert button.toolTip()
        assert button.sizeHint().width() <= desktop.window.navigation.width()


#: Parts that Qt makes inside its own widgets; the widget around them carries the name.
INNER = ("QTableCornerButton", "QLineEditIconButton", "QComboBoxListView", "QHeaderView")


def unnamed(window: QWidget) -> list[str]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    return [
        f"{widget.metaObject().className()} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.metaObject().className() not in INNER
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()))
    ]


def test_everything_has_a_name_for_a_screen_reader(window):
    for spec in window.page_specs:
        window.show_page(spec.key)
    window.open_palette()
    window._say.error("Masalah", details="x")
    assert unnamed(window) == []


def test_tab_reaches_the_steps_arrows_walk_them_and_space_opens(window):
    buttons = window.navigation.findChildren(QAbstractButton)
    for _ in range(10):
        key(window, Qt.Key.Key_Tab)
        if QApplication.focusWidget() in buttons:
            break
    walked = []
    for _ in range(4):
        key(window, Qt.Key.Key_Down)
        walked.append(QApplication.focusWidget().accessibleName())
    assert walked == ["1 Siapkan", "2 Undang", "3 Hadir", "4 Usulan"]
    key(window, Qt.Key.Key_Space)
    assert window.stack.current_key == "usulan"


def test_names_of_pages_and_steps_are_whole_at_twice_the_letters(desktop):
    desktop.theme.text_size = TEXT_SIZES[-1]
    desktop.theme.apply()
    window = desktop.window
    window.resize(1093, 614)
    for spec in window.page_specs:
        window.show_page(spec.key)
        for _ in range(6):
            QApplication.processEvents()
        tabs = window.stack.tabs.findChildren(QAbstractButton)
        short = [tab.text() for tab in tabs if tab.isVisible() and tab.width() < tab.sizeHint().width()]
        assert short == [], spec.key
    assert window.navigation.verticalScrollBar().maximum() == 0


def test_a_page_with_a_past_of_its_own_keeps_ctrl_z(window):
    asked = []
    window.page().undo = lambda: not asked.append("batal")
    window.page().redo = lambda: not asked.append("ulang")
    window.undo()
    window.redo()
    assert asked == ["batal", "ulang"]
    assert window.services.riwayat.undone == []
