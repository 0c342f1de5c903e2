"""A sealed or closed forum says beforehand what it takes no more and what is still possible."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import sealed_forum, whole_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.ganda.page import GandaPage
from ui.kehadiran.page import KehadiranPage
from ui.kesepakatan.page import KesepakatanPage
from ui.prioritas.columns import FIRST_SCORE
from ui.prioritas.page import PrioritasPage
from ui.sentences import sentence
from ui.siapkan.forum_lain import ForumLainSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.fields_section import FieldsSection
from ui.usulan.page import UsulanPage

show_list = shows(UsulanPage)
show_pairs = shows(GandaPage)
show_plan = shows(SiapkanPage)
show_result = shows(KesepakatanPage)
show_door = shows(KehadiranPage)
show_scores = shows(PrioritasPage)

CLOSED = "Kesepakatan forum ini sudah ditutup, jadi"
SEALED = "Hasil forum ini sudah disegel, jadi"
STILL = "Yang masih dapat ditulis: catatan tambahan."


@pytest.fixture(params=["ditutup", "disegel"])
def said(request: pytest.FixtureRequest, kosong: Layanan) -> str:
    """How the sentence begins, in a forum that is closed or sealed."""
    if request.param == "disegel":
        sealed_forum(kosong)
        return SEALED
    whole_forum(kosong)
    return CLOSED


def in_sight(widget: QWidget) -> bool:
    """Whether all of it can be seen in the window."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def words_of(widget: QWidget) -> str:
    """All that stands in it."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_list_of_usulan_offers_nothing_that_would_be_refused(show_list: Show, kosong: Layanan, said: str) -> None:
    stage = show_list(kosong)
    page = stage.page
    assert stage.focus in (page.grid, page.quick.closed.button)
    assert in_sight(page.quick.closed)
    assert not page.quick.fields["judul"].isVisible()
    assert not page.quick.save_button.isVisible()
    words = page.quick.closed.words.text()
    assert words.startswith(f"{said} usulan tidak dapat ditambah atau diubah.")
    assert (STILL in words) == (said == SEALED)
    assert page.grid.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    for button in (page.filters.copy_button, page.filters.paste_button, page.filters.import_button):
        assert not button.isEnabled()
    assert page.filters.import_button.toolTip() == "Kesepakatan forum ini sudah ditutup"
    page.show_record(kosong.usulan.daftar()[0].id)
    panel = page.panel
    for key in ("pokok", "penerima", "kesiapan", "uraian", "rencana"):
        section = panel.section(key)
        assert isinstance(section, FieldsSection)
        assert not any(row.field.isEnabled() for row in section.rows.values()), key
    assert not panel.section("dana").isEnabled()
    assert not panel.withdraw_button.isEnabled()


def test_who_proposed_can_still_be_reached(show_list: Show, kosong: Layanan, said: str) -> None:
    page = show_list(kosong).page
    record = kosong.usulan.daftar()[0].id
    page.show_record(record)
    rows = page.panel.section("asal").rows
    assert not rows["asal"].field.isEnabled()
    field = rows["kontak_telepon"].field
    assert field.isEnabled()
    field.setText("0812 3456 7890")
    field.commit()
    assert kosong.kontak.satu(record).telepon == "081234567890"


def test_merging_says_so_instead_of_pairs(show_pairs: Show, kosong: Layanan, said: str, say: RecordedSay) -> None:
    stage = show_pairs(kosong)
    page = stage.page
    assert page.closed is page.places.currentWidget()
    assert f"{said} tidak ada usulan yang digabung" in words_of(page.closed)
    assert page.closed.buttons[0].text() == ("Tulis catatan tambahan" if said == SEALED else "Ke Kesepakatan")
    for key in (Qt.Key.Key_G, Qt.Key.Key_B, Qt.Key.Key_S):
        stage.press(key)
    assert say.said == []


def test_the_question_about_forums_before_is_answered_no_more(show_plan: Show, kosong: Layanan, said: str) -> None:
    page = show_plan(kosong).page
    page.show_record("forum_lain.pra")
    section = page.findChild(ForumLainSection)
    assert not section.question.choice.isEnabled()
    assert f"{said} jawaban ini tidak dapat diubah." in words_of(section.question.pra)


def test_the_way_out_of_a_sealed_result_opens_the_form(show_result: Show, kosong: Layanan) -> None:
    sealed_forum(kosong)
    page = show_result(kosong).page
    page.show_record("tambahan")
    assert page.seal_desk.addendum.isVisible()


def test_what_was_closed_can_be_typed_into_again_once_it_is_opened(show_list: Show, held: Layanan) -> None:
    page = show_list(held).page
    held.kesepakatan.buka_lagi("ada yang kurang")
    assert page.quick.fields["judul"].isVisible()
    assert page.grid.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    assert page.filters.import_button.isEnabled()
    assert page.filters.import_button.toolTip() == "Ambil usulan dari Excel atau CSV"
    page.show_record(held.usulan.daftar()[0].id)
    assert page.panel.form.rows["judul"].field.isEnabled()
    assert page.panel.withdraw_button.isEnabled()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(
    show_list: Show, show_pairs: Show, show_door: Show, show_scores: Show, kosong: Layanan, theme: Theme, points: int
) -> None:
    theme.text_size = points
    theme.apply()
    sealed_forum(kosong)
    for show in (show_list, show_pairs, show_door, show_scores):
        page = show(kosong).page
        QApplication.processEvents()
        assert clipped(page) == []
        assert not isinstance(page, UsulanPage) or in_sight(page.quick.closed)


def test_the_attendance_takes_nobody_in_any_more(show_door: Show, kosong: Layanan, said: str, say: RecordedSay) -> None:
    stage = show_door(kosong)
    page = stage.page
    assert page.closed.words.text().startswith(f"{said} daftar hadir tidak dapat diubah.")
    assert stage.focus is page.closed.button and not page.door.isEnabled()
    page.present.table.setFocus()
    page.new_item()
    assert stage.focus is page.closed.button and not page.door.tamu.isVisible()
    page.show_record(kosong.peserta.daftar("", "hadir")[0].id)
    present = page.present
    for button in (present.withdraw_button, present.signer_button, present.leave_button):
        assert not button.isEnabled()
    assert present.withdraw_button.toolTip() == "Kesepakatan forum ini sudah ditutup"
    assert present.table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert say.said == []


def test_a_digit_on_a_closed_sheet_changes_no_score(
    show_scores: Show, kosong: Layanan, said: str, say: RecordedSay
) -> None:
    stage = show_scores(kosong)
    page = stage.page
    assert page.closed.words.text().startswith(f"{said} aturan main dan skor tidak dapat diubah.")
    assert not page.rules.unlock_button.isEnabled()
    page.grid.setCurrentIndex(page.grid.rows().index(0, FIRST_SCORE))
    before, shown = kosong.prioritas.semua_lembar(), page.grid.currentIndex().data()
    assert say.said == []
    for key in (Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_5, Qt.Key.Key_Left, Qt.Key.Key_Period):
        stage.press(key)
    page.commit()
    assert kosong.prioritas.semua_lembar() == before
    assert page.grid.rows().index(0, FIRST_SCORE).data() == shown
    assert {one.text for one in say.said} == {sentence(RuleBroken("forum", "sudah_ditutup"))}


def test_both_go_on_once_the_result_is_opened_again(show_door: Show, show_scores: Show, held: Layanan) -> None:
    door, scores = show_door(held).page, show_scores(held).page
    held.kesepakatan.buka_lagi("ada yang kurang")
    assert door.door.isEnabled() and door.closed.isHidden()
    assert door.present.table.editTriggers() != QAbstractItemView.EditTrigger.NoEditTriggers
    assert scores.typed.taking and scores.rules.unlock_button.isEnabled()
