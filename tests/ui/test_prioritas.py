"""W6: locked rules, scores by keyboard, shared ranks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose, score
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, events, shows
from ui.fields.committing import PAUSE_MS
from ui.prioritas.example import example
from ui.prioritas.explain_panel import ExplainPanel
from ui.prioritas.lot_card import LotCard
from ui.prioritas.page import PrioritasPage
from ui.prioritas.pair_view import PairView
from ui.prioritas.rules_below import RulesBelow
from ui.prioritas.templates import TemplatePicker
from ui.theme import TEXT_SIZES, Theme

show = shows(PrioritasPage)


def group(layanan: Layanan, place: int = 0) -> str:
    return layanan.prioritas.aturan().kelompok[place].id


def test_a_sheet_is_filled_with_digits_one_event_a_row(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    assert stage.focus is page.grid
    before = events(layanan)
    stage.type("54435")
    assert events(layanan) == before + 1, "the row is recorded when it is left"
    stage.type("3333")
    assert events(layanan) == before + 1
    stage.type("222222")
    stage.press(Qt.Key.Key_Up)
    assert events(layanan) == before + 3
    sheet = layanan.prioritas.lembar(group(layanan))
    assert sheet[ids[0]] == (5, 4, 4, 3, 5)
    assert sheet[ids[1]] == (3, 3, 3, 3, 2)
    assert sheet[ids[2]] == (2, 2, 2, 2, 2)
    assert page.grid.currentIndex().row() == 1


def test_nilai_and_rank_are_live_and_ties_say_seri(show: Show, layanan: Layanan) -> None:
    propose(layanan, 3)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    stage.type("333335555533333")
    stage.press(Qt.Key.Key_Up)
    shown = [page.grid.rows().index(row, 8).data() for row in range(3)]
    assert shown == ["2 SERI", "1", "2 SERI"]
    nilai = [page.grid.rows().index(row, 7).data() for row in range(3)]
    assert nilai == ["30", "46", "30"]
    page.show_part("peringkat")
    assert [row.rank_text for row in page.ranking.rows().rows()] == ["1", "2 SERI", "2 SERI"]


def test_clearing_moving_and_refusing(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    stage.type("54")
    stage.press(Qt.Key.Key_Left)
    stage.type(".")
    assert page.sheet.scores(ids[0]) == (5, None, None, None, None)
    stage.type("9")
    assert "1-5" in say.last.text
    assert page.sheet.scores(ids[0]) == (5, None, None, None, None)


def test_a_pause_of_two_seconds_records_the_row(show: Show, layanan: Layanan, qtbot: Any) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    stage.page.jump_to_missing()
    stage.type("5")
    assert layanan.prioritas.lembar(group(layanan)) == {}
    qtbot.waitUntil(lambda: bool(layanan.prioritas.lembar(group(layanan))), timeout=PAUSE_MS + 2000)
    assert layanan.prioritas.lembar(group(layanan))[ids[0]] == (5, None, None, None, None)


def test_leaving_the_group_or_the_page_records_what_is_typed(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=2)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    stage.type("5")
    page.choose_group(group(layanan, 1))
    assert layanan.prioritas.lembar(group(layanan))[ids[0]][0] == 5
    page.jump_to_missing()
    stage.type("4")
    stage.close()
    assert layanan.prioritas.lembar(group(layanan, 1))[ids[0]][0] == 4


def test_no_default_and_no_wheel(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 40)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    before = events(layanan)
    page.jump_to_missing()
    wheel = QWheelEvent(
        QPointF(200, 100), page.grid.viewport().mapToGlobal(QPointF(200, 100)), QPoint(0, 0), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.grid.viewport(), wheel)
    page.commit()
    assert page.sheet.scores(ids[0]) == (None,) * 5
    assert events(layanan) == before


def test_progress_counts_and_jumps(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=1)
    layanan.prioritas.isi(group(layanan), {ids[0]: (1, 2, None, 4, 5), ids[1]: (1, 1, 1, 1, 1)})
    page = show(layanan).page
    assert page.tools.progress.text() == "Kurang 1 isian"
    page.tools.progress.click()
    assert (page.grid.currentIndex().row(), page.grid.criterion()) == (0, 2)


def test_undo_empties_the_row_again(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    stage.type("54321")
    layanan.riwayat.batalkan()
    assert page.sheet.scores(ids[0]) == (None,) * 5


def test_scores_wait_for_locked_rules_and_two_witnesses(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    stage = show(layanan)
    page = stage.page
    assert page.part == "aturan"
    page.show_part("skor")
    assert page.places.place == "belum_kunci"
    page.show_part("aturan")
    page.rules.below.witnesses[0].setFocus()
    stage.type("Sutrisno")
    page.rules.below.lock_button.click()
    assert page.rules.note.text() == "Sebutkan paling sedikit dua saksi."
    assert stage.focus is page.rules.below.witnesses[1]
    stage.type("Hj. Siti Aminah")
    page.rules.below.lock_button.click()
    assert layanan.prioritas.aturan().terkunci
    assert page.part == "skor"
    assert "Sutrisno dan Hj. Siti Aminah" in page.rules.state.text()
    assert "versi 1" in page.rules.state.text()


def test_what_is_folded_or_below_the_fold_is_made_after_the_first_picture(
    show: Show, layanan: Layanan, qtbot: Any
) -> None:
    propose(layanan, 2)
    page = show(layanan).page
    folded = (ExplainPanel, PairView, TemplatePicker, LotCard)
    assert not any(page.findChildren(kind) for kind in folded)
    qtbot.waitUntil(lambda: bool(page.findChildren(RulesBelow)))
    assert page.rules.below.lock_button.autoDefault(), "Enter presses it, as every button of the page"
    assert page.rules.below.ties[0].value() == "k1"


def test_rules_are_changed_in_place_until_they_are_locked(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    stage = show(layanan)
    rules = stage.page.rules
    before = events(layanan)
    assert events(layanan) == before, "showing writes nothing"
    rules.criteria[0].bobot.setFocus()
    rules.criteria[0].bobot.selectAll()
    stage.type("4")
    stage.press(Qt.Key.Key_Tab)
    assert layanan.prioritas.aturan().kriteria[0].bobot == 4
    assert events(layanan) == before + 1
    assert "5\u00d74" in rules.example.text()
    rules.add_group_button.click()
    stage.type("Perempuan")
    stage.press(Qt.Key.Key_Tab)
    assert [item.nama for item in layanan.prioritas.aturan().kelompok][-1] == "Perempuan"
    rules.criteria[1].remove_button.click()
    assert len(layanan.prioritas.aturan().kriteria) == 4
    lock_rules(layanan, groups=1)
    assert not rules.criteria[0].isEnabled()


def test_the_example_is_right() -> None:
    from resources.sample import contoh

    assert "5\u00d73 + 4\u00d72 + 4\u00d72 + 5\u00d72 + (6\u22123)\u00d71 = 44" in example(contoh().aturan)


def test_why_this_order(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan)
    lock_rules(layanan)
    score(layanan, ids)
    stage = show(layanan)
    page = stage.page
    page.show_part("peringkat")
    page.ranking.selectRow(1)
    page.ranking.setFocus()
    stage.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.explain.isVisible()
    first = page.ranking.rows().row(0).usulan
    assert first.label in page.explain.text.text(), "the neighbour above is named"
    assert page.escape()
    assert not page.explain.isVisible()


def test_withdrawn_usulan_are_not_scored(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    lock_rules(layanan, groups=1)
    page = show(layanan).page
    layanan.usulan.batalkan(ids[1], "ditarik")
    assert [row.id for row in page.grid.rows().rows()] == [ids[0], ids[2]]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    ids = propose(layanan)
    stage = show(layanan)
    assert clipped(stage.page) == []
    lock_rules(layanan)
    score(layanan, ids)
    for part in ("aturan", "skor", "peringkat"):
        stage.page.show_part(part)
        QApplication.processEvents()
        assert clipped(stage.page) == []


def test_the_window_records_the_row_before_it_takes_back(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 2)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = stage.page
    page.jump_to_missing()
    stage.type("5")
    assert page.grid.commit(), "the window calls this before undo, saving and closing"
    assert layanan.prioritas.lembar(group(layanan))[ids[0]][0] == 5
    layanan.riwayat.batalkan()
    assert page.sheet.scores(ids[0]) == (None,) * 5
