"""Villages nearby in the windows: said beside the quick line, at the usulan and among the pairs; noted by one key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.tetangga import pasang
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, events, shows
from ui.ganda.page import GandaPage
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.neighbours import NeighbourLines
from ui.usulan.page import UsulanPage

USULAN = [
    UsulanBaru(judul="Rehab saluran irigasi Sungapan", dusun="Krajan", volume="120", satuan="m", pengusul="RT 02"),
    UsulanBaru(judul="Jembatan Kali Genteng", dusun="Ngadirejo", pengusul="RT 11"),
    UsulanBaru(judul="Jembatan Kaligenteng", dusun="Ngadirejo", pengusul="RT 12"),
]

show = shows(GandaPage)
show_list = shows(UsulanPage)


@pytest.fixture
def ids(layanan: Layanan, tmp_path: Path) -> list[str]:
    found = layanan.usulan.catat_banyak(USULAN, "mencatat")
    pasang(layanan, tmp_path)
    return found


def lines(widget: NeighbourLines) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_pairs_with_other_villages_come_behind_the_own_ones(show: Show, layanan: Layanan, ids: list[str]) -> None:
    page = show(layanan).page
    assert (len(page.pairs), len(page.around)) == (1, 3)
    assert page.own.which.text().startswith("Pasangan 1 dari 4. ") and page.places.currentIndex() == 0
    page.later()
    assert page.places.currentIndex() == 2
    assert page.card.which.text().startswith("Pasangan 2 dari 4, desa tetangga. Mirip: sama-sama menyebut Sungapan")
    assert page.card.told.text() == "Desa Sukamakmur juga mengusulkan Irigasi Sungapan (2027)."
    assert page.card.ours.text() == "Kita: Rehab saluran irigasi Sungapan. U-001, Krajan, 120 m"
    assert page.card.theirs.text() == "Desa Sukamakmur: Irigasi Sungapan. U-004, Gondang, 450 m, Disepakati desa"


def test_s_notes_it_as_shared_b_as_another_and_g_merges_nothing(
    show: Show, layanan: Layanan, ids: list[str], say: RecordedSay
) -> None:
    stage = show(layanan)
    page = stage.page
    before = events(layanan)
    stage.press(Qt.Key.Key_S)
    assert events(layanan) == before, "the own pair is in front"
    stage.press(Qt.Key.Key_N)
    for key in (Qt.Key.Key_G, Qt.Key.Key_Return):  # Enter stands on Nanti
        stage.press(key)
    assert events(layanan) == before
    page.show_record(ids[0])
    stage.press(Qt.Key.Key_S)
    assert [note.putusan for note in layanan.usulan.satu(ids[0]).antardesa] == ["bersama"]
    assert say.last.text == "U-001 dicatat sebagai usulan bersama Desa Sukamakmur."
    assert len(page.around) == 2
    page.show_record(ids[1])
    page.later()
    own = page.neighbour.usulan
    stage.press(Qt.Key.Key_B)
    assert [note.putusan for note in layanan.usulan.satu(own.id).antardesa] == ["beda"] and len(page.around) == 1
    say.last.action.run()
    assert layanan.usulan.satu(ids[0]).antardesa == () and len(page.around) == 2


def test_without_own_pairs_the_page_begins_with_the_villages_and_ends_empty(
    show: Show, layanan: Layanan, ids: list[str]
) -> None:
    layanan.ganda.beda(ids[1], ids[2])
    stage = show(layanan)
    page = stage.page
    assert page.places.currentIndex() == 2 and stage.focus is page.card.later_button
    for _ in range(3):
        stage.press(Qt.Key.Key_B)
    assert page.places.currentIndex() == 1
    layanan.riwayat.batalkan()
    assert page.places.currentIndex() == 2, "an undo brings the question back"


def test_a_closed_result_is_said_beforehand(show: Show, layanan: Layanan, ids: list[str], say: RecordedSay) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "dana_desa")
    layanan.kesepakatan.tutup()
    stage = show(layanan)
    stage.page.show_record(ids[0])
    stage.press(Qt.Key.Key_S)
    assert stage.page.closed is stage.page.places.currentWidget() and say.said == []
    assert layanan.usulan.satu(ids[0]).antardesa == ()


def test_the_usulan_says_it_leads_there_and_lets_the_note_go(show_list: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show_list(layanan)
    page = stage.page
    page.show_record(ids[0])
    told = page.panel.neighbours
    assert lines(told) == ["Desa Sukamakmur juga mengusulkan Irigasi Sungapan (2027)."]
    told.findChild(QPushButton).click()
    assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("ganda", ids[0])
    (pair,) = layanan.antardesa.dari(layanan.usulan.satu(ids[0]))
    layanan.antardesa.nyatakan(ids[0], pair.tetangga, "bersama")
    QApplication.processEvents()
    assert lines(told) == ["Usulan bersama antardesa: Desa Sukamakmur, Irigasi Sungapan"]
    (let_go,) = [button for button in told.findChildren(QPushButton) if button.isVisible()]
    assert let_go.accessibleName() == "Lepas tanda Sukamakmur"
    let_go.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert layanan.usulan.satu(ids[0]).antardesa == ()
    layanan.usulan.ubah(ids[0], judul="Talud")
    assert told.isHidden()


def test_the_hint_names_the_village_and_refuses_nothing(
    show_list: Show, layanan: Layanan, ids: list[str], qtbot: Any, say: RecordedSay
) -> None:
    stage = show_list(layanan)
    page = stage.page
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Gabung ganda 4")
    stage.type("Jalan desa ke arah Sukamakmur")
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Sukamakmur juga mengusulkan - lihat")
    page.quick.alike.click()
    assert say.last.text == (
        "Desa Sukamakmur juga mengusulkan Jalan tembus ke Sukamaju (2026). "
        "Sesudah dicatat, tandai sebagai usulan bersama di Gabung ganda (Ctrl+G)."
    )
    page.save_and_new()
    assert len(layanan.usulan.daftar()) == 4


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(
    show: Show, show_list: Show, layanan: Layanan, ids: list[str], theme: Theme, points: int, qtbot: Any
) -> None:
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    stage.page.show_record(ids[0])
    listed = show_list(layanan)
    listed.page.show_record(ids[0])
    qtbot.waitUntil(lambda: clipped(stage.page) == [] and clipped(listed.page.panel.neighbours) == [])
    assert stage.page.width() <= stage.area.viewport().width()
