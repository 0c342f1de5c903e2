"""Kenapa urutan ini, asked for before there is a forum, before there is a rank, in pairs, and in the dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from musrenbang_desktop.reference.templat_aturan import load
from musrenbang_desktop.services.layanan import Layanan
from resources.sample import contoh
from tests.desk import lock_rules, propose
from tests.ui.desktop import Show, shows
from ui.colours import colours
from ui.prioritas.page import PrioritasPage
from ui.prioritas.ranking_part import RankingPart
from ui.prioritas.score_part import ScorePart
from ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


show = shows(PrioritasPage)


def test_without_a_forum_there_is_nothing_to_explain(show: Show, kosong: Layanan) -> None:
    stage = show(kosong)
    stage.press(Qt.Key.Key_E, CTRL)
    assert not stage.page.beside.explaining


def test_without_usulan_there_is_nothing_to_explain(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.press(Qt.Key.Key_E, CTRL)
    assert stage.page.places.place == "belum_usulan"
    assert not stage.page.beside.explaining


@pytest.mark.parametrize("empty", [True, False])
def test_a_record_that_has_no_rank_makes_no_table(show: Show, kosong: Layanan, empty: bool) -> None:
    if not empty:
        kosong.forum.buka(contoh().forum)
    page = show(kosong).page
    page.show_record("tidak-ada")
    assert not page.findChildren(RankingPart)


def test_rules_that_are_not_locked_are_explained_in_the_ranking(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    stage = show(layanan)
    page = stage.page
    page.show_part("skor")
    assert page.places.place == "belum_kunci"
    stage.press(Qt.Key.Key_E, CTRL)
    assert (page.places.place, page.beside.explaining) == ("peringkat", True)


def test_pairs_are_explained_in_the_ranking(show: Show, layanan: Layanan) -> None:
    propose(layanan, 2)
    layanan.prioritas.pakai_templat(load("T10"))
    layanan.prioritas.kunci(("Sutrisno", "Hj. Siti Aminah"))
    stage = show(layanan)
    page = stage.page
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
    page = stage.page
    page.show_part("peringkat")
    page.ranking.selectRow(0)
    page.toggle_explain()
    assert colours().muted in page.explain.text.text()
    page.hide()
    theme.wear("gelap")
    page.show()
    assert colours().muted in page.explain.text.text()
