"""Riwayat: every act in words, and the way back."""

from __future__ import annotations

from typing import Any

import pytest

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.pages import events
from ui.riwayat.model import when
from ui.riwayat.page import RiwayatPage

Show = Any


@pytest.fixture
def page(layanan: Layanan, show: Show) -> RiwayatPage:
    layanan.peserta.undang(PesertaBaru(nama="Sutrisno"))
    layanan.peserta.undang_banyak([PesertaBaru(nama="Aminah"), PesertaBaru(nama="Kromo")])
    found: RiwayatPage = show(RiwayatPage, layanan).page
    return found


def test_acts_stand_newest_first_with_their_time(page: RiwayatPage) -> None:
    shown = [act.kalimat for act in page.model.rows()]
    assert shown == ["2 orang diundang sekaligus", "Sutrisno diundang", "Forum Sukamaju dibuka"]
    assert when("2026-01-21T09:14:32+07:00") == "21 Jan 09.14.32"


def test_details_of_an_act_with_several_parts(page: RiwayatPage) -> None:
    page.table.selectRow(0)
    assert page.details_card.isVisible()
    assert page.details.text() == "• Aminah diundang\n• Kromo diundang"
    page.table.selectRow(1)
    assert not page.details_card.isVisible()


def test_search(page: RiwayatPage) -> None:
    page.search.setText("sutris")
    page.search.flush()
    assert [act.kalimat for act in page.model.rows()] == ["Sutrisno diundang"]
    page.search.setText("zzz")
    page.search.flush()
    assert page.nothing.isVisible() and not page.table.isVisible()


def test_undo_and_redo_say_what_they_would_do_and_are_recorded(page: RiwayatPage, layanan: Layanan, say: Any) -> None:
    before = events(layanan)
    assert page.undo_text.text() == "2 orang diundang sekaligus"
    assert not page.redo_button.isEnabled()
    page.undo_button.click()
    assert layanan.peserta.hitung().diundang == 1
    assert events(layanan) == before + 2
    assert page.undo_text.text() == "Sutrisno diundang"
    assert page.redo_button.isEnabled() and page.redo_text.text() == "2 orang diundang sekaligus"
    assert page.model.rows()[0].kalimat.startswith("Dibatalkan: ")
    page.redo_button.click()
    assert layanan.peserta.hitung().diundang == 3
    assert say.texts("success")[-1] == "Mengulangi: 2 orang diundang sekaligus."


def test_titik_simpan_are_listed(page: RiwayatPage, layanan: Layanan, say: Any) -> None:
    assert page.copies_text.text() == "Belum ada titik simpan."
    page.copy_button.click()
    assert len(page.copies_text.text().splitlines()) == len(layanan.cadangan.daftar()) == 1
    assert say.last.text == "Titik simpan dibuat dan sudah diperiksa."


def test_nothing_is_written_by_looking(page: RiwayatPage, layanan: Layanan) -> None:
    before = events(layanan)
    page.refresh(None)
    page.table.selectRow(0)
    assert events(layanan) == before


def test_no_forum_yet(kosong: Layanan, show: Show) -> None:
    assert not show(RiwayatPage, kosong).page.has_forum
