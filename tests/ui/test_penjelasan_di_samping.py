"""Kenapa urutan ini, asked for before there is a forum, before there is a rank, in pairs, and in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from musrenbang_desktop.reference.templat_aturan import load
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.desk import OpenVillage, lock_rules, propose
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.desktop import Stage, stages
from ui.colours import colours
from ui.prioritas.page import PrioritasPage
from ui.prioritas.ranking_part import RankingPart
from ui.prioritas.score_part import ScorePart
from ui.theme import Theme

Show = Callable[[Layanan], Stage]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def show(qtbot: Any, open_village: OpenVillage, say: RecordedSay, background: InlineBackground) -> Iterator[Show]:
    with stages(qtbot, lambda layanan: PrioritasPage(layanan, say, background)) as opened:
        yield opened


def page_of(stage: Stage) -> PrioritasPage:
    assert isinstance(stage.page, PrioritasPage)
    return stage.page


def test_without_a_forum_there_is_nothing_to_explain(show: Show, kosong: Layanan) -> None:
    stage = show(kosong)
    stage.press(Qt.Key.Key_E, CTRL)
    assert not page_of(stage).beside.explaining


def test_without_usulan_there_is_nothing_to_explain(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.press(Qt.Key.Key_E, CTRL)
    assert page_of(stage).places.place == "belum_usulan"
    assert not page_of(stage).beside.explaining


@pytest.mark.parametrize("empty", [True, False])
def test_a_record_that_has_no_rank_makes_no_table(show: Show, kosong: Layanan, empty: bool) -> None:
    if not empty:
        kosong.forum.buka(contoh().forum)
    page = page_of(show(kosong))
    page.show_record("tidak-ada")
    assert not page.findChildren(RankingPart)


def test_rules_that_are_not_locked_are_explained_in_the_ranking(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    stage = show(layanan)
    page = page_of(stage)
    page.show_part("skor")
    assert page.places.place == "belum_kunci"
    stage.press(Qt.Key.Key_E, CTRL)
    assert (page.places.place, page.beside.explaining) == ("peringkat", True)


def test_pairs_are_explained_in_the_ranking(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    layanan.prioritas.pakai_templat(load("T10"))
    layanan.prioritas.kunci(("Sutrisno", "Hj. Siti Aminah"))
    stage = show(layanan)
    page = page_of(stage)
    assert page.places.place == "banding"
    stage.press(Qt.Key.Key_E, CTRL)
    assert page.part == "peringkat"
    assert page.beside.explaining
    assert not page.findChildren(ScorePart), "a sheet that nobody sees is not made"


def test_the_explanation_wears_new_colours_that_came_while_another_page_was_in_front(
    show: Show, layanan: Layanan, theme: Theme
) -> None:
    propose(layanan, 2)
    lock_rules(layanan, groups=1)
    stage = show(layanan)
    page = page_of(stage)
    page.show_part("peringkat")
    page.ranking.selectRow(0)
    page.toggle_explain()
    assert colours().muted in page.explain.text.text()
    page.hide()
    theme.wear("gelap")
    page.show()
    assert colours().muted in page.explain.text.text()
