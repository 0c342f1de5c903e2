"""The section Forum lain: forums before this one are begun, opened, and their results taken over."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, clipped, events, in_front
from ui.siapkan.forum_lain import ForumLainSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


def section_of(page: SiapkanPage) -> ForumLainSection:
    page.show_section("forum_lain")
    found = page.section("forum_lain")
    assert isinstance(found, ForumLainSection)
    return found


@pytest.fixture
def held(layanan: Layanan) -> str:
    """A musyawarah dusun with three usulan; the main forum is on the desk."""
    main = layanan.desk.forum_id
    child = layanan.silsilah.mulai("dusun", "Krajan", "2026-01-10")
    layanan.usulan.catat_banyak(some_usulan(3), "mencatat")
    layanan.forum.pilih(main)
    return child


def test_a_forum_before_this_one_is_begun_with_a_name_and_enter(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    section = section_of(page)
    main = layanan.desk.forum_id
    field = section.quick.rows["cakupan"].field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert section.quick.rows["cakupan"].problem == "Tulis dulu nama dusun, RW, atau kelompoknya."
    QTest.keyClicks(field, "Krajan")
    QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and (forum.tingkat, forum.cakupan, forum.induk) == ("dusun", "Krajan", main)
    section = section_of(page)
    assert page.forums.currentText().startswith("Musyawarah dusun Krajan")
    assert not section.card.isVisible(), "nothing is held before a musyawarah dusun"
    assert section.up_button.text() == "Buka Musrenbang Desa Sukamaju"
    section.up_button.click()
    assert layanan.desk.forum_id == main


def test_results_are_taken_over_by_enter_once(layanan: Layanan, held: str, show: Show, say: RecordedSay) -> None:
    section = section_of(show(SiapkanPage, layanan).page)
    assert section.state.text() == "3 usulan belum diambil."
    assert in_front(section.table)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert layanan.usulan.jumlah().aktif == 3
    assert "3 usulan diambil dari Musyawarah dusun Krajan" in say.last.text
    assert section.state.text() == "Semua hasil sudah diambil."
    before = events(layanan)
    section.take_button.click()
    assert "tidak diambil dua kali" in say.last.text
    assert events(layanan) == before
    layanan.riwayat.batalkan()
    assert section.state.text() == "3 usulan belum diambil."


def test_why_nothing_was_held_before_is_written_here(layanan: Layanan, show: Show) -> None:
    section = section_of(show(SiapkanPage, layanan).page)
    field = section.tanpa_pra.field
    field.setFocus()
    QTest.keyClicks(field, "banjir")
    QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and forum.tanpa_pra == "banjir"


def test_showing_it_writes_nothing(layanan: Layanan, held: str, show: Show) -> None:
    before = events(layanan)
    section = section_of(show(SiapkanPage, layanan).page)
    section.read()
    assert events(layanan) == before


def test_only_a_forum_before_another_has_a_parent_to_choose(layanan: Layanan, held: str, show: Show) -> None:
    shown: Shown = show(SiapkanPage, layanan)
    section = section_of(shown.page)
    assert not section.induk.isVisible()
    layanan.forum.pilih(held)
    section = section_of(shown.page)
    box = section.induk.field
    assert [box.itemText(place) for place in range(box.count())] == ["(tidak ke mana-mana)", "Musrenbang Desa Sukamaju"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    forum = layanan.forum.aktif()
    assert forum and forum.induk == ""


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(layanan: Layanan, held: str, show: Show, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    shown: Shown = show(SiapkanPage, layanan)
    section_of(shown.page)
    QApplication.processEvents()
    assert clipped(shown.page) == []
    layanan.forum.pilih(held)
    QApplication.processEvents()
    assert clipped(shown.page) == []
