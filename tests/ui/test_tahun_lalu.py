"""Last year's usulan by keyboard: seen with their answer, chosen, taken up, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.last_year import answer, last_year
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.beranda.checklist import Checklist
from ui.tahun_lalu.page import TahunLaluPage
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage

show = shows(TahunLaluPage)


show_list = shows(UsulanPage)


def test_rows_are_chosen_with_space_and_taken_up_with_one_key(
    show: Show, kosong: Layanan, say: RecordedSay, show_list: Show
) -> None:
    ids = last_year(kosong)
    answer(kosong, ids[0], "opd", "ditolak", "Bukan jalan desa")
    stage = show(kosong)
    page = stage.page
    assert page.model.rowCount() == 6
    assert "Tidak diterima. Bukan jalan desa, Bappeda Contoh" in page.detail.text()
    assert not page.again.isEnabled()
    stage.press(Qt.Key.Key_Space)
    stage.press(Qt.Key.Key_Down)
    stage.press(Qt.Key.Key_Space)
    assert page.again.text() == "Ajukan lagi 2 usulan"
    page.save_and_new()
    assert say.last.text == "2 usulan tahun lalu diajukan lagi."
    assert page.model.rowCount() == 4
    assert [one.asal_usulan for one in kosong.usulan.daftar()] == ids[:2]
    kosong.riwayat.batalkan()
    assert page.model.rowCount() == 6
    assert kosong.usulan.daftar() == []


def test_a_closed_forum_says_beforehand_that_nothing_is_taken_up(
    show: Show, show_list: Show, kosong: Layanan, say: RecordedSay
) -> None:
    ids = last_year(kosong)
    record = kosong.usulan.catat(UsulanBaru(judul="Talud", dusun="Krajan", pengusul="RT 01"))
    page = show(kosong).page
    usulan = show_list(kosong).page
    page.show_record(ids[0])
    page.toggle()
    assert page.again.isEnabled() and usulan.last_year.isVisible()
    kosong.kesepakatan.susun()
    kosong.kesepakatan.tetapkan([record], "dana_desa")
    kosong.kesepakatan.tutup()
    assert "sudah ditutup, jadi usulan tahun lalu tidak dapat diajukan lagi" in page.closed.words.text()
    assert not page.again.isEnabled() and page.again.toolTip() == "Kesepakatan forum ini sudah ditutup"
    page.save_and_new()
    assert say.said == [] and len(kosong.usulan.daftar()) == 1
    assert not usulan.last_year.isVisible()
    assert "tahun_lalu" not in [page for _, page in Checklist(kosong).attention(kosong.forum.ringkasan())]
    kosong.kesepakatan.buka_lagi("ada yang kurang")
    assert page.again.isEnabled() and page.again.toolTip() == "Ctrl+Enter"


def test_all_that_is_found_is_chosen_at_once(show: Show, kosong: Layanan) -> None:
    last_year(kosong, 12)
    page = show(kosong).page
    page.search.setText("gang 1")
    page.search.searched.emit("gang 1")
    page.choose_all()
    assert len(page.chosen) == 4
    page.choose_all()
    assert page.chosen == set()


def test_the_start_of_a_forum_offers_what_waits(show_list: Show, kosong: Layanan) -> None:
    ids = last_year(kosong)
    stage = show_list(kosong)
    page = stage.page
    assert isinstance(page, UsulanPage)
    assert page.last_year.words.text() == "6 usulan tahun lalu belum didanai atau belum dijawab."
    checklist = Checklist(kosong)
    waiting = [one for one in checklist.attention(checklist.read()) if one.halaman == "tahun_lalu"]
    assert waiting[0].kalimat.startswith("6 usulan tahun lalu")
    page.last_year.look.click()
    assert stage.wishes[-1].page == "tahun_lalu"
    kosong.tahun_lalu.ajukan_lagi(ids)
    assert not page.last_year.isVisible()
    kosong.riwayat.batalkan()
    assert page.last_year.isVisible()
    page.last_year.later.click()
    assert not page.last_year.isVisible()


def test_the_record_says_where_it_comes_from(show_list: Show, kosong: Layanan) -> None:
    ids = last_year(kosong, 1)
    answer(kosong, ids[0], "kecamatan", "ditunda", "Menunggu sumber air")
    (new,) = kosong.tahun_lalu.ajukan_lagi(ids)
    page = show_list(kosong).page
    assert isinstance(page, UsulanPage)
    page.show_record(new)
    text = page.panel.lineage.text()
    assert text.startswith("Diajukan lagi dari U-001 tahun 2026, menunggu 1 tahun.")
    assert "Ditunda" in text
    assert "Menunggu sumber air" in text


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_clipped(show: Show, show_list: Show, kosong: Layanan, theme: Theme, points: int) -> None:
    theme.text_size = points
    last_year(kosong)
    assert clipped(show(kosong).page) == []
    assert clipped(show_list(kosong).page) == []


def test_nothing_waiting_says_so(show: Show, layanan: Layanan) -> None:
    page = show(layanan).page
    assert page.places.currentIndex() == 1
    assert page.nothing.buttons[0].hasFocus()


def test_typing_what_waits_since_last_year_is_hinted_at(show_list: Show, kosong: Layanan, qtbot: Any) -> None:
    ids = last_year(kosong)
    stage = show_list(kosong)
    page = stage.page
    assert isinstance(page, UsulanPage)
    page.quick.fields["judul"].setText("Drainase gang 3")
    page.quick.fields["dusun"].setText("Krajan")
    page.quick.fields["rt_rw"].setText("3")
    qtbot.waitUntil(page.quick.alike.isVisible, timeout=2000)
    assert page.quick.alike.text() == "Mirip U-003 tahun 2026 - ajukan lagi?"
    page.quick.alike.click()
    assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("tahun_lalu", ids[2])
