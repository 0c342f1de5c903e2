"""The section Forum lain: forums before this one are begun, opened, and their results taken over."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.forum import ForumBaru, Pejabat
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import some_usulan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, clipped, events, in_front
from ui.fields import ChoiceBox
from ui.siapkan.forum_lain import ForumLainSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


def section_of(page: SiapkanPage) -> ForumLainSection:
    page.show_section("forum_lain")
    found = page.section("forum_lain")
    assert isinstance(found, ForumLainSection)
    return found


def pick(box: ChoiceBox, text: str) -> None:
    """Choose a line as the arrows and Enter do."""
    place = box.findText(text)
    assert place >= 0, [box.itemText(n) for n in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)


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
    layanan.silsilah.jawab("")
    section = section_of(show(SiapkanPage, layanan).page)
    question = section.question
    assert question.choice.currentText() == "(belum dijawab)"
    assert "Jawab pertanyaan di bawah" in section.state.text()
    assert not question.tanpa_pra.isVisible() and not question.pra_luar.isVisible()
    section.show_part("pra")
    assert in_front(question.choice)
    pick(question.choice, "Tidak dilaksanakan")
    assert not layanan.silsilah.belum_dijawab()
    field = question.tanpa_pra.field
    field.setFocus()
    QTest.keyClicks(field, "banjir")
    QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and (forum.pra, forum.tanpa_pra) == ("tidak", "banjir")
    assert "Jawab" not in section.state.text()


def test_what_was_held_elsewhere_is_named_here(layanan: Layanan, show: Show) -> None:
    layanan.silsilah.jawab("")
    section = section_of(show(SiapkanPage, layanan).page)
    question = section.question
    pick(question.choice, "Dilaksanakan di luar program")
    field = question.pra_luar.field
    assert question.pra_luar.isVisible() and not question.tanpa_pra.isVisible()
    QTest.keyClicks(field, "Dusun Krajan, 9 Januari")
    QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and (forum.pra, forum.pra_luar) == ("luar", "Dusun Krajan, 9 Januari")
    layanan.riwayat.batalkan()
    layanan.riwayat.batalkan()
    assert question.choice.currentText() == "(belum dijawab)"


def test_a_sealed_musyawarah_is_linked_and_its_result_taken_by_keyboard(
    layanan: Layanan, show: Show, say: RecordedSay
) -> None:
    main = layanan.desk.forum_id
    layanan.silsilah.jawab("")
    forum = layanan.forum.aktif()
    assert forum
    facts = {name: getattr(forum, name) for name in ForumBaru.__dataclass_fields__}
    team: dict[str, Any] = {"notulis": Pejabat("Wulandari"), "saksi": (Pejabat("Sri"), Pejabat("Imam"))}
    child = layanan.forum.buka(ForumBaru(**{**facts, **team, "tingkat": "dusun", "cakupan": "Krajan"}))
    ids = layanan.usulan.catat_banyak(some_usulan(2), "mencatat")
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    layanan.kesepakatan.tutup()
    layanan.segel.buat()
    layanan.forum.pilih(main)
    section = section_of(show(SiapkanPage, layanan).page)
    assert section.links.isVisible() and section.links.box.currentText().startswith("Musyawarah dusun Krajan")
    section.links.button.setFocus()
    QTest.keyClick(section.links.button, Qt.Key.Key_Space)
    assert "Musyawarah dusun Krajan dihubungkan" in say.last.text
    assert not section.links.isVisible()
    assert section.unlink_button.isVisible() and in_front(section.table)
    assert section.question.choice.currentText() == "Tidak ada yang lain"
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert "2 usulan diambil" in say.last.text
    section.unlink_button.click()
    assert layanan.silsilah.anak() == [] and section.links.isVisible()
    layanan.riwayat.batalkan()
    assert [one.id for one in layanan.silsilah.anak()] == [child]


def test_a_link_of_the_other_forum_is_not_taken_back_here(layanan: Layanan, held: str, show: Show) -> None:
    section = section_of(show(SiapkanPage, layanan).page)
    assert section.table.current().id == held
    assert not section.unlink_button.isVisible() and not section.links.isVisible()


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
