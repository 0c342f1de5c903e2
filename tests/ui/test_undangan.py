"""Undangan: type a person, Enter, the next one; correct in the table."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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
    assert page.filters.counts.text() == "1 diundang"
    assert page.filters.unsur.findText("PKK (1)") > 0


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
    again.quick.dusun_box.setEditText("Krajan")
    again.quick.nama_edit.setText("Ngatmi")
    again.quick.add()
    assert again.services.draf.ambil("undangan")[again.services.desk.forum_id]["dusun"] == "Krajan", (
        "stays for the next"
    )


def test_a_cell_is_corrected_with_one_event(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sutrisno", unsur="Ketua RT"))
    before = events(layanan)
    model = page.people.model
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
    place = page.filters.unsur.findText("PKK (1)")
    page.filters.unsur.setCurrentIndex(place)
    page.filters.unsur.activated.emit(place)
    assert [one.nama for one in page.people.model.rows()] == ["Aminah"]
    page.show_record(layanan.peserta.daftar()[0].id)
    assert page.table.current().nama == "Sutrisno"
    page.withdraw()
    assert [one.nama for one in page.people.model.rows()] == ["Aminah"]
    say.last.action.run()
    assert layanan.peserta.hitung().diundang == 2
    page.filters.search.setText("zzz")
    page.filters.search.flush()
    assert page.people.nothing.isVisible() and page.people.nothing.text().startswith("Tidak ada undangan yang cocok")


def test_nobody_yet(page: UndanganPage) -> None:
    assert page.people.nothing.text() == "Belum ada undangan. Tulis orang pertama di baris atas, cukup namanya."
    assert not page.acts.withdraw_button.isEnabled()


def test_no_forum_yet(kosong: Layanan, show: Show) -> None:
    assert not show(UndanganPage, kosong).page.has_forum


def three(layanan: Layanan) -> list[str]:
    people = [
        PesertaBaru(nama="Sutrisno", unsur="Ketua RT", rt="02", rw="01"),
        PesertaBaru(nama="Siti Aminah", unsur="PKK"),
        PesertaBaru(nama="Hj. Siti Aminah, S.Pd.", jabatan="Ketua", dusun="Krajan"),
    ]
    return layanan.peserta.undang_banyak(people)


def letters(page: UndanganPage) -> list[str]:
    column = [one.key for one in page.people.model.columns].index("undangan")
    return [page.people.model.index(row, column).data() for row in range(page.people.model.rowCount())]


def test_the_space_bar_marks_letters(page: UndanganPage, layanan: Layanan) -> None:
    three(layanan)
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert letters(page) == ["dicetak", "belum", "belum"]
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert letters(page) == ["diserahkan", "dicetak", "dicetak"]
    assert page.letters.text().startswith("Surat diserahkan 1 dari 3; 0 (0%)")
    place = page.filters.status.findText("dicetak (2)")
    page.filters.status.setCurrentIndex(place)
    page.filters.status.activated.emit(place)
    assert [one.nama for one in page.people.model.rows()] == ["Siti Aminah", "Hj. Siti Aminah, S.Pd."]
    layanan.riwayat.batalkan()
    assert [one.undangan for one in layanan.peserta.daftar()] == ["diserahkan", "", ""]


def test_the_proof_of_delivery_for_several_letters(page: UndanganPage, layanan: Layanan) -> None:
    three(layanan)
    page.acts.letter_button.click()
    page.panel.printed_button.click()
    assert letters(page) == ["dicetak"] * 3
    assert not page.panel.printed_button.isEnabled()
    page.panel.nomor.field.setFocus()
    QTest.keyClicks(page.panel.nomor.field, "005/12/2026")
    QTest.keyClick(page.panel.nomor.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.panel.tanggal.field, "14-1-2026")
    QTest.keyClick(page.panel.tanggal.field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum is not None
    assert (forum.nomor_undangan, forum.tanggal_undangan) == ("005/12/2026", "2026-01-14")
    page.table.selectAll()
    assert page.panel.who.text() == "Penyerahan 3 surat yang dipilih"
    QTest.keyClicks(page.panel.serah_edit, "17/1/2026")
    page.panel.cara_box.setEditText("lewat RT/RW")
    QTest.keyClicks(page.panel.penerima_edit, "Ketua RT")
    before = events(layanan)
    QTest.keyClick(page.panel.penerima_edit, Qt.Key.Key_Return)
    assert events(layanan) == before + 3
    assert {(p.tanggal_serah, p.cara_serah, p.penerima) for p in layanan.peserta.daftar()} == {
        ("2026-01-17", "lewat RT/RW", "Ketua RT")
    }
    assert "; 3 (100%) paling lambat 3 hari sebelum forum" in page.letters.text()
    page.panel.serah_edit.setText("kemarin")
    page.panel.give_button.click()
    assert page.panel.serah.problem


def test_likely_doubles_are_asked_about_and_merged_by_hand(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    _, stays, leaves = three(layanan)
    assert page.questions.isVisible()
    assert "Siti Aminah (nomor 2) dan Hj. Siti Aminah, S.Pd. (nomor 3)" in page.questions.doubles.text()
    page.questions.look_button.click()
    assert page.merge.isVisible() and not page.table.isVisible()
    assert list(page.merge.sides) == ["nama", "unsur", "jabatan", "dusun"]
    assert [pair[1].isChecked() for pair in page.merge.sides.values()] == [True, False, True, True]
    assert page.merge.sides["nama"][1].hasFocus()
    QTest.keyClick(page.merge.sides["nama"][1], Qt.Key.Key_Left)
    page.merge.merge_button.click()
    merged = layanan.peserta.satu(stays)
    assert merged is not None and layanan.peserta.satu(leaves) is None
    assert (merged.nama, merged.unsur, merged.jabatan, merged.dusun) == ("Siti Aminah", "PKK", "Ketua", "Krajan")
    assert not page.questions.isVisible() and page.table.isVisible()
    say.last.action.run()
    assert len(layanan.peserta.daftar()) == 3
    assert page.questions.isVisible()


def test_two_people_of_one_name_do_not_stand_before_the_next_question(page: UndanganPage, layanan: Layanan) -> None:
    for name in ("Sri Rahayu", "Sri Rahayu", "Siti Aminah", "Siti Aminah"):
        layanan.peserta.undang(PesertaBaru(nama=name))
    assert "Sri Rahayu" in page.questions.doubles.text() and "1 pasangan lain" in page.questions.doubles.text()
    page.questions.look_button.click()
    page.merge.cancel_button.click()
    assert page.table.isVisible() and page.questions.isVisible()
    assert "Siti Aminah" in page.questions.doubles.text() and "pasangan lain" not in page.questions.doubles.text()
    page.questions.look_button.click()
    assert page.escape(), "left without an answer: the question stays"
    assert page.questions.isVisible()
    page.questions.look_button.click()
    page.merge.cancel_button.click()
    assert not page.questions.isVisible()


def test_two_people_of_one_name_are_asked_about_again_only_when_that_is_taken_back(
    page: UndanganPage, layanan: Layanan, say: Any
) -> None:
    for _ in range(2):
        layanan.peserta.undang(PesertaBaru(nama="Sri Rahayu"))
    page.questions.look_button.click()
    page.merge.cancel_button.click()
    assert "memang dua orang" in say.last.text
    layanan.riwayat.batalkan()
    assert page.questions.isVisible(), "asked again"
    layanan.riwayat.ulangi()
    assert not page.questions.isVisible()


def test_the_question_of_the_door_puts_guest_and_invited_side_by_side(page: UndanganPage, layanan: Layanan) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sri Rahayu"))
    first = layanan.peserta.undang(PesertaBaru(nama="Siti Aminah"))
    guest = layanan.peserta.catat_tamu(PesertaBaru(nama="Siti Aminah"))
    page.show_record(f"banding:{first}:{guest}")
    assert page.merge.isVisible() and page.merge.question.text().startswith(
        "Siti Aminah (nomor 2) dan Siti Aminah (nomor 3): satu"
    )
    page.merge.merge_button.click()
    merged = layanan.peserta.satu(first)
    assert merged is not None and merged.hadir and layanan.peserta.satu(guest) is None
    page.show_record(f"banding:{first}:{guest}")
    assert not page.late.merging, "merged meanwhile: nothing to compare"


def test_two_rows_are_chosen_by_keyboard_and_left_again(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    three(layanan)
    page.compare()
    assert say.last.text.startswith("Pilih dulu dua baris")
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.merge.isVisible() and not page.quick.isVisible()
    assert page.escape()
    assert page.quick.isVisible()
    assert page.table.isVisible() and not page.merge.isVisible()
    assert len(layanan.peserta.daftar()) == 3


def test_the_texts_for_whatsapp(page: UndanganPage, layanan: Layanan, say: Any) -> None:
    three(layanan)
    page.acts.wa_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*Undangan Musrenbang Desa Sukamaju 2026* (3 orang)")
    assert text.count("*Undangan untuk ") == 3
    assert "1. Sutrisno (RT 02/RW 01)" in text
    assert "Hari: Rabu, 21 Januari 2026" in text
    place = page.filters.unsur.findText("PKK (1)")
    page.filters.unsur.setCurrentIndex(place)
    page.acts.wa_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*Undangan untuk PKK*")
    assert "Sutrisno" not in text
    assert say.last.text == "Pesan untuk PKK tersalin. Tempel di WhatsApp."


def test_keys_lead_to_the_file_and_to_the_letters(layanan: Layanan, show: Show) -> None:
    shown = show(UndanganPage, layanan)
    QTest.keyClick(shown.page.quick.nama_edit, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    shown.page.print_document()
    assert shown.pages == ["impor_peserta", "dokumen"]
