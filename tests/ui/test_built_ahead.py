"""The pages of the steps are built in quiet moments; nobody notices but by how soon they open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.domain.forum import ForumBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.program import whole_program
from tests.ui.stub_pages import open_desktop
from ui.app import Desktop
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.prioritas import rules
from ui.shell import ahead
from ui.shell.ahead import PagesAhead, first_of_steps
from ui.siapkan.section import Section

FIRST = ["siapkan", "undangan", "kehadiran", "usulan", "prioritas", "kesepakatan", "dokumen"]


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "QUIET_MS", 0)
    monkeypatch.setattr(ahead, "PAUSE_MS", 0)
    monkeypatch.setattr(rules, "REST_MS", 0)  # what stands below the fold belongs to the picture


@pytest.fixture
def desktop(qapp: Any, qtbot: QtBot, tmp_path: Any) -> Iterator[Desktop]:
    made = open_desktop(qapp, tmp_path)
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
        made.window.activateWindow()
    yield made
    made.close()


def built(window: MainWindow) -> list[str]:
    return [key for key in FIRST if window.stack.has(key)]


def begun(desktop: Desktop) -> PagesAhead:
    made = PagesAhead(desktop.window, desktop.window.stack, desktop.background)
    made.begin()
    return made


def build_all(desktop: Desktop, qtbot: QtBot) -> None:
    one = PagesAhead(desktop.window, desktop.window.stack, desktop.background)
    with qtbot.waitSignal(one.finished):
        one.begin()


@pytest.fixture
def steady_cursor(qapp: QApplication) -> Iterator[None]:
    """Two pictures of one field differ by its cursor else."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def turns(count: int = 30) -> None:
    for _ in range(count):
        QApplication.processEvents()


def test_the_steps_after_the_present_one_come_first() -> None:
    assert first_of_steps(PAGES, "beranda") == FIRST
    assert first_of_steps(PAGES, "titipan") == [*FIRST[4:], *FIRST[:4]]


def test_the_first_page_of_each_step_is_built_one_in_a_turn(desktop: Desktop, qtbot: QtBot) -> None:
    one = begun(desktop)
    for count in range(1, len(FIRST) + 1):
        with qtbot.waitSignal(desktop.window.stack.made):
            pass
        assert built(desktop.window) == FIRST[:count]
    with qtbot.waitSignal(one.finished):
        pass
    assert built(desktop.window) == FIRST


def test_a_page_that_is_built_reads_when_it_is_shown_and_only_then(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    pages: dict[str, Any] = {}
    window.stack.made.connect(pages.__setitem__)
    build_all(desktop, qtbot)
    window.services.bus.publish(Changes(kinds=frozenset({"usulan"}), records=frozenset({"a"})))
    assert pages["usulan"].log == []
    assert [key for key, _ in window.stack.pages()] == ["beranda"]
    window.show_page("usulan")
    assert window.page() is pages["usulan"]
    assert pages["usulan"].log == [("refresh", None), "shown"]


def test_the_cursor_and_the_page_in_front_stay(desktop: Desktop, qtbot: QtBot) -> None:
    window = desktop.window
    window.show_page("riwayat")
    page: Any = window.page()
    cursor = QApplication.focusWidget()
    assert cursor is page.judul.field
    build_all(desktop, qtbot)
    assert window.page() is page and QApplication.focusWidget() is cursor
    assert page.log == [("refresh", None), "shown"]


def test_keys_arrive_and_begin_the_quiet_anew(desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = desktop.window
    window.show_page("riwayat")
    page: Any = window.page()
    begun(desktop)
    with qtbot.waitSignal(window.stack.made):
        pass
    monkeypatch.setattr(ahead, "QUIET_MS", 60_000)
    for letter in "Talud":
        QTest.keyClick(window.windowHandle(), letter)  # as the keyboard does it: a widget of its own would be too late
    turns()
    assert page.judul.field.text() == "Talud"
    assert built(window) == FIRST[:1]


def test_a_click_begins_the_quiet_anew(desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun(desktop)
    with qtbot.waitSignal(desktop.window.stack.made):
        pass
    monkeypatch.setattr(ahead, "QUIET_MS", 60_000)
    QTest.mouseClick(desktop.window.windowHandle(), Qt.MouseButton.LeftButton, pos=desktop.window.rect().center())
    turns()
    assert built(desktop.window) == FIRST[:1]


def test_another_page_in_front_begins_the_quiet_anew(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(desktop)
    with qtbot.waitSignal(desktop.window.stack.made):
        pass
    monkeypatch.setattr(ahead, "QUIET_MS", 60_000)
    desktop.window.show_page("riwayat")
    turns()
    assert built(desktop.window) == FIRST[:1]


def test_nothing_is_built_beside_a_job_or_a_question(desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = True
    monkeypatch.setattr(type(desktop.background), "busy", property(lambda _self: busy))
    begun(desktop)
    turns()
    assert built(desktop.window) == []
    busy = False
    desktop.window.open_palette()
    turns()
    assert built(desktop.window) == []
    QTest.keyClick(QApplication.activeModalWidget() or desktop.window, Qt.Key.Key_Escape)
    turns()
    assert built(desktop.window) == FIRST


def test_nothing_is_built_after_closing(desktop: Desktop, qtbot: QtBot) -> None:
    one = begun(desktop)
    with qtbot.waitSignal(desktop.window.stack.made):
        pass
    with qtbot.waitSignal(one.finished):
        desktop.window.close()
    turns()
    assert built(desktop.window) == FIRST[:1]


def test_a_page_that_fails_is_left_to_whoever_opens_it(
    desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log: Callable[..., None]
) -> None:
    stack = desktop.window.stack
    expect_log("ui.shell.ahead", "not built ahead: usulan")
    make = stack._make

    def failing(spec: Any, place: Any) -> Any:
        if spec.key == "usulan":
            raise ValueError(spec.key)
        return make(spec, place)

    monkeypatch.setattr(stack, "_make", failing)
    build_all(desktop, qtbot)
    assert built(desktop.window) == [key for key in FIRST if key != "usulan"]
    assert not desktop.window.messages.messages()


# --- the real pages


def pictures(desktop: Desktop, keys: list[str]) -> dict[str, QImage]:
    found = {}
    for key in keys:
        desktop.window.show_page(key)
        for _ in range(3):  # what comes after a first picture comes after this one
            turns()
            desktop.window.stack.grab()
        found[key] = desktop.window.stack.grab().toImage()
    return found


def test_siapkan_is_built_with_the_section_that_it_opens_with(
    kosong: Layanan, qapp: QApplication, qtbot: QtBot, tmp_path: Any
) -> None:
    with whole_program(qapp, qtbot, kosong, tmp_path) as desktop:
        desktop.window.stack.build_ahead("siapkan").build_more()
        assert not sections(desktop.window)  # without a forum it opens with the beginning of one
        kosong.forum.buka(ForumBaru(desa="Contoh", tanggal="2026-01-21", tahun_pelaksanaan=2026, tahun_rencana=2027))
        desktop.window.stack.build_ahead("siapkan").build_more()
        assert [type(one).__name__ for one in sections(desktop.window)] == ["FaktaSection"]
        desktop.window.show_page("siapkan")
        assert len(sections(desktop.window)) == 1 and sections(desktop.window)[0].isVisible()


def sections(window: MainWindow) -> list[Section]:
    return window.findChildren(Section)


@pytest.mark.usefixtures("steady_cursor")
@pytest.mark.parametrize("jenis", ["desa", "kelurahan"])
def test_pages_built_ahead_show_the_same_also_when_the_forum_changed_meanwhile(
    jenis: str, held: Layanan, qapp: QApplication, qtbot: QtBot, tmp_path: Any
) -> None:
    earlier = held.desk.forum_id
    held.forum.buka(
        ForumBaru(desa="Contoh", jenis=jenis, tanggal="2027-01-21", tahun_pelaksanaan=2027, tahun_rencana=2028)
    )
    held.forum.pilih(earlier)
    keys = [key for key in FIRST if key != "dokumen"]  # what is drawn there comes when it is ready
    with whole_program(qapp, qtbot, held, tmp_path) as desktop:
        build_all(desktop, qtbot)
        assert built(desktop.window) == FIRST
        assert not desktop.window.messages.messages()
        assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [desktop.window]
        held.forum.pilih(next(one.id for one in held.forum.daftar() if one.id != earlier))
        held.usulan.catat(UsulanBaru(judul="Talud sungai", dusun="Krajan"))
        ours = pictures(desktop, keys)
    with whole_program(qapp, qtbot, held, tmp_path) as desktop:
        opened = pictures(desktop, keys)
    assert [key for key in keys if ours[key] != opened[key]] == []


def test_half_a_line_survives_a_window_in_which_its_page_was_only_built(
    kosong: Layanan, qapp: QApplication, qtbot: QtBot, tmp_path: Any
) -> None:
    kosong.forum.buka(ForumBaru(desa="Contoh", tanggal="2026-01-21", tahun_pelaksanaan=2026, tahun_rencana=2027))
    with whole_program(qapp, qtbot, kosong, tmp_path) as desktop:
        desktop.window.show_page("usulan")
        page: Any = desktop.window.page()
        QTest.keyClicks(page.quick.fields["judul"], "Jembatan ba")
    with whole_program(qapp, qtbot, kosong, tmp_path) as desktop:
        build_all(desktop, qtbot)
    with whole_program(qapp, qtbot, kosong, tmp_path) as desktop:
        desktop.window.show_page("usulan")
        page = desktop.window.page()
        assert page.quick.fields["judul"].text() == "Jembatan ba"


def test_a_page_that_was_only_built_goes_when_the_words_of_the_place_change(desktop: Desktop, qtbot: QtBot) -> None:
    stack = desktop.window.stack
    pages: dict[str, Any] = {}
    stack.made.connect(pages.__setitem__)
    build_all(desktop, qtbot)
    before = pages["usulan"]
    stack.renew()
    desktop.window.show_page("usulan")
    assert desktop.window.page() is not before
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desktop.window.page().log == [("refresh", None), "shown"]
