"""Notulen on the page Layar: typed with the keyboard alone, kept to the turn that goes on, corrected in the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.ui.pages import Shown
from ui.fields import LineField
from ui.layar.page import LayarPage


@pytest.fixture
def shown(kosong: Layanan, show: Callable[..., Shown]) -> Iterator[Shown]:
    kosong.forum.buka(small_forum())
    kosong.forum.ubah(agenda=(Acara("Tanya jawab", 30),))
    kosong.peserta.catat_tamu(PesertaBaru(nama="Warga", unsur="PKK", jenis_kelamin="P"))
    kosong.sidang.mulai()
    kosong.bicara.mulai("PKK", "P")
    found = show(LayarPage, kosong, 1093, 614)
    found.page.new_item()
    QApplication.processEvents()
    yield found
    found.page.close_screen()


def typed(shown: Shown, key: str, text: str) -> LineField:
    field = shown.page.notes.quick.rows[key].field
    assert isinstance(field, LineField)
    field.setFocus()
    QTest.keyClicks(field, text)
    return field


def test_a_point_typed_and_entered_goes_to_whoever_speaks(shown: Shown, kosong: Layanan) -> None:
    assert "PKK (perempuan)" in shown.page.notes.state.text()
    assert shown.page.notes.quick.rows["pokok"].field.hasFocus()
    field = typed(shown, "pokok", "Talut RW 03 didahulukan 2027")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (note,) = kosong.notulen.daftar()
    assert (note.oleh, note.pokok, note.acara) == ("PKK (perempuan)", "Talut RW 03 didahulukan 2027", "Tanya jawab")
    assert field.text() == ""
    assert field.hasFocus()
    assert shown.page.notes.table.rows().rowCount() == 1
    assert "Tidak ada giliran" in shown.page.notes.state.text()


def test_letters_and_digits_of_a_point_move_no_picture_and_no_turn(shown: Shown, kosong: Layanan) -> None:
    before = shown.page.projector.scene.key
    typed(shown, "pokok", "x n 123")
    assert shown.page.projector.scene.key == before
    assert kosong.bicara.berjalan() is not None


def test_nothing_typed_is_said_beside_the_field(shown: Shown, kosong: Layanan) -> None:
    field = typed(shown, "pokok", "")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert kosong.notulen.daftar() == []
    assert "Tulis dulu pokok" in shown.page.notes.quick.rows["pokok"].problem


def test_a_summary_offers_the_groups_and_keeps_its_kind(shown: Shown, kosong: Layanan) -> None:
    notes = shown.page.notes
    notes.jenis.setCurrentIndex(2)
    notes.jenis.commit()
    groups = [group.nama for group in kosong.prioritas.aturan().kelompok]
    assert [notes.oleh.itemText(place) for place in range(notes.oleh.count())] == groups
    notes.oleh.fill(groups[0])
    field = typed(shown, "pokok", "Mendahulukan balita")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (note,) = kosong.notulen.daftar()
    assert (note.jenis, note.oleh) == ("rangkuman", groups[0])
    assert notes.jenis.value() == "rangkuman"


def test_a_cell_is_typed_over_and_a_row_taken_out_and_brought_back(shown: Shown, kosong: Layanan) -> None:
    record = kosong.notulen.catat("Satu", oleh="BPD")
    shown.page.refresh(None)
    table = shown.page.notes.table
    place = table.rows().place_of(record)
    column = [one.key for one in table.rows().columns].index("tanggapan")
    table.rows().setData(table.rows().index(place, column), "Dijawab")
    assert kosong.notulen.daftar()[0].tanggapan == "Dijawab"
    table.select_record(record)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert kosong.notulen.daftar() == []
    kosong.riwayat.batalkan()
    assert [note.tanggapan for note in kosong.notulen.daftar()] == ["Dijawab"]
