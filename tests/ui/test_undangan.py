"""Undangan: type a person, Enter, the next one; correct in the table."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.pages import events
from ui.undangan.columns import read_jenis_kelamin
from ui.undangan.page import UndanganPage

Show = Any


@pytest.fixture
def page(layanan: Layanan, show: Show) -> UndanganPage:
    found: UndanganPage = show(UndanganPage, layanan).page
    return found


@pytest.mark.parametrize(("typed", "read"), [("l", "L"), ("Pr", "P"), ("perempuan", "P"), ("", ""), ("-", "")])
def test_l_and_p_are_read_from_words(typed: str, read: str) -> None:
    assert read_jenis_kelamin(typed) == read


def test_another_letter_is_refused() -> None:
    with pytest.raises(RuleBroken):
        read_jenis_kelamin("x")


def test_one_person_in_one_line(page: UndanganPage, layanan: Layanan) -> None:
    before = events(layanan)
    quick = page.quick
    QTest.keyClicks(quick.nama_edit, "Hj. Siti Aminah, S.Pd.")
    quick.jk_box.setCurrentIndex(2)
    quick.unsur_box.setEditText("PKK")
    QTest.keyClicks(quick.rt_rw_edit, "2/1")
    assert events(layanan) == before
    QTest.keyClick(quick.rt_rw_edit, Qt.Key.Key_Return)
    (person,) = layanan.peserta.daftar()
    assert (person.nama, person.jenis_kelamin, person.unsur, person.rt, person.rw) == (
        "Hj. Siti Aminah, S.Pd.", "P", "PKK", "02", "01",
    )  # fmt: skip
    assert person.diundang and not person.hadir
    assert events(layanan) == before + 1
    assert quick.nama_edit.text() == "" and quick.nama_edit.hasFocus()
    assert quick.unsur_box.value() == "PKK", "the group stays for the next person"
    assert page.counts.text() == "1 diundang"
    assert page.unsur.findText("PKK (1)") > 0


def test_what_is_missing_is_said_at_its_field(page: UndanganPage, layanan: Layanan) -> None:
    page.quick.add_button.click()
    assert page.quick.nama.problem == "Tulis dulu namanya."
    QTest.keyClicks(page.quick.nama_edit, "Sutrisno")
    QTest.keyClicks(page.quick.rt_rw_edit, "dekat masjid")
    page.save_and_new()
    assert page.quick.rt_rw.problem == "RT/RW belum terbaca. Contoh: 2/1 atau 02/01."
    assert layanan.peserta.hitung().diundang == 0


def test_a_half_typed_line_comes_back_after_a_restart(layanan: Layanan, show: Show, open_village: Any) -> None:
    page: UndanganPage = show(UndanganPage, layanan).page
    before = events(layanan)
    QTest.keyClicks(page.quick.nama_edit, "Sutris")
    QTest.keyClick(page.quick.nama_edit, Qt.Key.Key_Tab)
    assert events(layanan) == before
    again: UndanganPage = show(UndanganPage, open_village()).page
    assert again.quick.nama_edit.text() == "Sutris"
    again.quick.add()
    assert not again.services.draf.ambil("undangan")


def test_a_cell_is_corrected_with_one_event(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sutrisno", unsur="Ketua RT"))
    before = events(layanan)
    model = page.model
    keys = [column.key for column in model.columns]
    assert model.setData(model.index(0, keys.index("rt_rw")), "3/1")
    assert model.setData(model.index(0, keys.index("jenis_kelamin")), "laki-laki")
    assert events(layanan) == before + 2
    assert not model.setData(model.index(0, keys.index("jenis_kelamin")), "x")
    assert say.last.text == "Pilihan ini tidak dikenal. Pilih dari daftar."
    model.setData(model.index(0, keys.index("nama")), " ")
    assert say.last.text == "Tulis dulu namanya."
    (person,) = layanan.peserta.daftar()
    assert (person.nama, person.jenis_kelamin, person.rt) == ("Sutrisno", "L", "03")
    assert events(layanan) == before + 2


def test_filters_and_withdrawing(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sutrisno", unsur="Ketua RT"))
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    place = page.unsur.findText("PKK (1)")
    page.unsur.setCurrentIndex(place)
    page.unsur.activated.emit(place)
    assert [one.nama for one in page.model.rows()] == ["Aminah"]
    page.show_record(layanan.peserta.daftar()[0].id)
    assert page.table.current().nama == "Sutrisno"
    page.withdraw()
    assert [one.nama for one in page.model.rows()] == ["Aminah"]
    say.last.action.run()
    assert layanan.peserta.hitung().diundang == 2
    page.search.setText("zzz")
    page.search.flush()
    assert page.nothing.isVisible() and page.nothing.text().startswith("Tidak ada undangan yang cocok")


def test_nobody_yet(page: UndanganPage) -> None:
    assert page.nothing.text() == "Belum ada undangan. Tulis orang pertama di baris atas, cukup namanya."
    assert not page.withdraw_button.isEnabled()


def test_no_forum_yet(kosong: Layanan, show: Show) -> None:
    assert not show(UndanganPage, kosong).page.has_forum
