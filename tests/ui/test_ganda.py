"""W5 by keyboard alone, the hint beside the quick line, and the lineage in the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, lock_rules
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.desktop import Show, clipped, events, stages
from ui.ganda.page import GandaPage
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage
from ui.usulan.split_section import SplitSection

CTRL = Qt.KeyboardModifier.ControlModifier

USULAN = [
    UsulanBaru(
        judul="Pengaspalan jalan Krajan RT 02/RW 01", dusun="Krajan", rt="02", rw="01", volume="120", satuan="m",
        perkiraan_biaya=125_000_000, pengusul="RT 02",
    ),
    UsulanBaru(
        judul="Aspal jl. Dsn Krajan RT.02/RW.01", dusun="Krajan", rt="02", rw="01", volume="100", satuan="m",
        perkiraan_biaya=98_000_000, pengusul="Karang Taruna", masalah="Berlubang dan tergenang setiap hujan",
    ),
    UsulanBaru(judul="Posyandu Melati: rehab atap", dusun="Krajan", rw="01", pengusul="PKK"),
    UsulanBaru(judul="Rehab atap posyandu Melati", dusun="Krajan", rw="01", pengusul="Kader"),
    UsulanBaru(judul="Lampu jalan", dusun="Kaliwungu", rt="05", rw="02", pengusul="RT 05"),
]  # fmt: skip


@pytest.fixture
def ids(layanan: Layanan) -> list[str]:
    return layanan.usulan.catat_banyak(USULAN, "mencatat")


@pytest.fixture
def show(
    qtbot: Any, open_village: OpenVillage, say: RecordedSay, background: InlineBackground, ids: list[str]
) -> Iterator[Show]:
    with stages(qtbot, lambda layanan: GandaPage(layanan, say, background)) as opened:
        yield opened


@pytest.fixture
def show_list(
    qtbot: Any, open_village: OpenVillage, say: RecordedSay, background: InlineBackground, ids: list[str]
) -> Iterator[Show]:
    with stages(qtbot, lambda layanan: UsulanPage(layanan, say, background)) as opened:
        yield opened


def test_g_merges_and_both_proposers_stay(show: Show, layanan: Layanan, ids: list[str], say: RecordedSay) -> None:
    stage = show(layanan)
    page = stage.page
    assert isinstance(page, GandaPage)
    assert page.own.which.text().startswith("Pasangan 1 dari 2. Mirip: ")
    while page.pair.a.id != ids[0]:
        stage.press(Qt.Key.Key_N)
    assert "pengusul RT 02 + Karang Taruna" in page.own.result.text()
    stage.press(Qt.Key.Key_G)
    survivor, other = layanan.usulan.satu(ids[0]), layanan.usulan.satu(ids[1])
    assert (survivor.pengusul, survivor.volume) == ("RT 02 + Karang Taruna", "120")
    assert survivor.masalah == "Berlubang dan tergenang setiap hujan", "what only the other one says is taken over"
    assert other.status == "digabung"
    assert say.last.text == "U-002 digabung ke U-001."
    assert page.own.which.text().startswith("Pasangan 1 dari 1. ")
    say.last.action.run()
    assert layanan.usulan.satu(ids[1]).status == "aktif"
    assert len(page.pairs) == 2


def test_the_content_is_chosen_row_by_row(show: Show, layanan: Layanan, ids: list[str]) -> None:
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[0])
    titles = [choice.buttons[0].accessibleName().split(" U-")[0] for choice in page.own.choices]
    assert titles == ["Judul", "Volume", "Perkiraan biaya", "Masalah"]
    assert page.own.same.text() == "Sama: Tempat: Krajan RT 02/RW 01"
    QApplication.processEvents()
    page.own.choices[1].buttons[0].setFocus()
    stage.press(Qt.Key.Key_Right)
    stage.press(Qt.Key.Key_G)
    survivor = layanan.usulan.satu(ids[0])
    assert (survivor.volume, survivor.perkiraan_biaya, survivor.judul) == ("100", 125_000_000, USULAN[0].judul)


def test_b_is_never_asked_again_and_the_page_ends_empty(
    show: Show, layanan: Layanan, open_village: OpenVillage
) -> None:
    stage = show(layanan)
    stage.press(Qt.Key.Key_B)
    stage.press(Qt.Key.Key_B)
    assert stage.page.places.currentIndex() == 1
    stage.press(Qt.Key.Key_Space)
    assert stage.wishes[-1].page == "usulan"
    stage.close()
    assert open_village().ganda.pasangan() == []


def test_n_writes_nothing_and_ends_at_the_list(show: Show, layanan: Layanan) -> None:
    before = events(layanan)
    stage = show(layanan)
    stage.press(Qt.Key.Key_N)
    assert stage.page.own.which.text().startswith("Pasangan 2 dari 2")
    stage.press(Qt.Key.Key_N)
    assert stage.wishes[-1].page == "usulan"
    assert events(layanan) == before


def test_enter_pressed_by_mistake_merges_nothing(show: Show, layanan: Layanan) -> None:
    before = events(layanan)
    stage = show(layanan)
    stage.page.on_shown()
    stage.press(Qt.Key.Key_Return)
    assert events(layanan) == before


def test_scores_that_stop_to_count_are_said(show: Show, layanan: Layanan, ids: list[str]) -> None:
    lock_rules(layanan, groups=1)
    rules = layanan.prioritas.aturan()
    layanan.prioritas.isi(rules.kelompok[0].id, {ids[1]: (3,) * len(rules.kriteria)})
    page = show(layanan).page
    page.show_record(ids[0])
    assert page.own.scored.text() == (
        "U-002 sudah dinilai. Setelah digabung nilainya tidak dihitung lagi; nilai U-001 tetap."
    )
    assert not page.own.scored.isHidden()


def test_a_closed_result_is_said_beforehand(show: Show, layanan: Layanan, ids: list[str], say: RecordedSay) -> None:
    stage = show(layanan)
    assert len(stage.page.pairs) == 2
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "dana_desa")
    layanan.kesepakatan.tutup()
    assert stage.page.closed is stage.page.places.currentWidget()
    words = " ".join(label.text() for label in stage.page.closed.findChildren(QLabel))
    assert "tidak ada usulan yang digabung atau dipisah lagi" in words
    stage.press(Qt.Key.Key_G)
    assert say.said == [], "nothing is pressed in vain"
    layanan.kesepakatan.buka_lagi("ada yang ganda")
    assert len(stage.page.pairs) == 2


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(stage.page) == []
    assert stage.page.width() <= stage.area.viewport().width()


def test_the_hint_comes_while_typing_and_leads_there(
    show_list: Show, layanan: Layanan, ids: list[str], qtbot: Any
) -> None:
    stage = show_list(layanan)
    page = stage.page
    assert isinstance(page, UsulanPage)
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Gabung ganda 2")
    stage.type("Pembangunan penerangan jalan")
    for words in ("Kaliwungu", "5/2"):
        stage.press(Qt.Key.Key_Return)
        stage.type(words)
    stage.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Mirip U-005 (RT sama) - lihat")
    assert not page.quick.alike.isHidden()
    page.quick.alike.click()
    assert page.panel.record == ids[4]
    page.close_panel()
    page.save_and_new()
    assert len(layanan.usulan.daftar()) == 6, "a hint refuses nothing"
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Gabung ganda 3")
    page.quick.alike.click()
    assert stage.wishes[-1].page == "ganda"


def test_the_list_leads_to_the_pairs_and_shows_the_lineage(
    show_list: Show, layanan: Layanan, ids: list[str], qtbot: Any
) -> None:
    stage = show_list(layanan)
    page = stage.page
    assert isinstance(page, UsulanPage)
    stage.press(Qt.Key.Key_G, CTRL)
    assert stage.wishes[-1].page == "ganda"
    layanan.ganda.gabung(ids[0], ids[1])
    qtbot.waitUntil(lambda: page.quick.alike.text() == "Gabung ganda 1")
    assert page.model.rowCount() == 5
    state = [column.key for column in page.model.columns].index("lengkap")
    assert page.model.index(1, state).data() == "digabung"
    page.show_record(ids[0])
    assert page.panel.merged.text() == f"Gabungan dari U-002 {USULAN[1].judul} (Karang Taruna)"
    page.show_record(ids[1])
    assert page.panel.withdrawn.text() == f"Digabung ke U-001 {USULAN[0].judul}"
    assert page.panel.restore_button.isHidden()
    page.panel.split_button.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert [usulan.status for usulan in layanan.usulan.daftar()] == ["aktif"] * 5
    assert page.panel.split_button.isHidden()


def test_an_usulan_is_split_by_keyboard_and_the_rest_stays_with_the_first(
    show_list: Show, layanan: Layanan, ids: list[str]
) -> None:
    stage = show_list(layanan)
    page = stage.page
    assert isinstance(page, UsulanPage)
    page.show_record(ids[0])
    section = page.panel.section("pecah")
    assert isinstance(section, SplitSection)
    QApplication.processEvents()
    section.parts[0].judul.setFocus()
    stage.press(Qt.Key.Key_A, CTRL)
    stage.type("Aspal sisi utara")
    for _ in range(3):
        stage.press(Qt.Key.Key_Tab)
    assert stage.focus is section.parts[1].judul
    stage.type("Aspal sisi selatan")
    stage.press(Qt.Key.Key_Tab)
    stage.type("50")
    stage.press(Qt.Key.Key_Tab)
    stage.type("50 jt")
    stage.press(Qt.Key.Key_Tab)
    assert section.sums.text() == "Volume 120 dari 120 m. Biaya Rp125.000.000 dari Rp125.000.000"
    section.split.setFocus()
    stage.press(Qt.Key.Key_Space)
    first, second = layanan.usulan.satu(ids[0]), layanan.usulan.daftar()[-1]
    assert (first.judul, first.volume, first.perkiraan_biaya) == ("Aspal sisi utara", "70", 75_000_000)
    assert (second.judul, second.volume, second.perkiraan_biaya) == ("Aspal sisi selatan", "50", 50_000_000)
    assert page.panel.lineage.text() == "Sebagian dipecah menjadi U-006 Aspal sisi selatan"
    assert section.parts[0].judul.text() == "Aspal sisi utara", "ready for another splitting"
    page.show_record(second.id)
    assert page.panel.lineage.text() == "Dipecah dari U-001 Aspal sisi utara"
    layanan.riwayat.batalkan()
    assert layanan.usulan.satu(ids[0]).judul == USULAN[0].judul
    assert len(layanan.usulan.daftar()) == 5


def test_one_part_is_no_splitting(show_list: Show, layanan: Layanan, ids: list[str]) -> None:
    page = show_list(layanan).page
    assert isinstance(page, UsulanPage)
    page.show_record(ids[0])
    section = page.panel.section("pecah")
    assert isinstance(section, SplitSection)
    before = events(layanan)
    section.split.click()
    assert events(layanan) == before
    assert section.problem.text() == "Isi paling sedikit dua bagian, masing-masing dengan judulnya."
    assert section.parts[1].judul.property("salah")


def test_a_share_without_a_title_is_asked_for_it_and_never_dropped(
    show_list: Show, layanan: Layanan, ids: list[str]
) -> None:
    page = show_list(layanan).page
    assert isinstance(page, UsulanPage)
    page.show_record(ids[0])
    section = page.panel.section("pecah")
    assert isinstance(section, SplitSection)
    section.parts[1].judul.setText("Aspal sisi selatan")
    section.more.click()
    section.parts[2].volume.setText("50")
    before = events(layanan)
    section.split.click()
    assert events(layanan) == before
    assert section.problem.text() == "Tulis dulu apa yang diusulkan."
    assert section.parts[2].judul.property("salah")
    assert section.parts[2].volume.text() == "50"


def test_half_a_splitting_waits_at_its_own_usulan(show_list: Show, layanan: Layanan, ids: list[str]) -> None:
    page = show_list(layanan).page
    assert isinstance(page, UsulanPage)
    page.show_record(ids[0])
    section = page.panel.section("pecah")
    assert isinstance(section, SplitSection)
    section.parts[1].put(("Aspal sisi selatan", "50", ""))
    section.more.click()
    section.parts[2].put(("Aspal sisi barat", "", ""))
    typed = [part.texts for part in section.parts]
    before = events(layanan)
    page.show_record(ids[1])
    assert [part.typed for part in section.parts] == [True, False]
    assert section.parts[0].judul.text() == USULAN[1].judul
    page.show_record(ids[0])
    assert [part.texts for part in section.parts] == typed
    assert events(layanan) == before
    section.split.click()
    page.show_record(ids[1])
    page.show_record(ids[0])
    assert not section.parts[1].typed, "what was recorded does not come again"


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_button_of_the_quick_line_stays_where_it_is_whatever_is_told_beside_it(
    show_list: Show, layanan: Layanan, theme: Theme, points: int
) -> None:
    theme.text_size = points
    theme.apply()
    layanan.usulan.catat(UsulanBaru(judul="Rabat beton jalan lingkungan gang mawar sisi timur", dusun="Krajan"))
    stage = show_list(layanan)
    quick = stage.page.quick
    stage.type("R")
    QApplication.processEvents()
    before = quick.save_button.geometry()
    quick.fields["dusun"].setText("Krajan")
    quick.fields["judul"].setText("Rabat beton jalan lingkungan gang mawar sisi timur")
    quick.alike.look_again()
    QApplication.processEvents()
    assert quick.alike.isVisible()
    assert quick.save_button.geometry() == before
    assert clipped(quick) == []
