"""W4 by keyboard alone, on a real store."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, propose
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, Stage, clipped, events, shows
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.page import UsulanPage
from ui.usulan.reading import read_place, read_volume

CTRL = Qt.KeyboardModifier.ControlModifier


show = shows(UsulanPage)


def test_five_usulan_by_keyboard_alone(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.type("Drainase depan SDN 2")
    for words in ("Krajan", "2/1", "120 m", "", "125 jt", "RT 02"):
        stage.press(Qt.Key.Key_Return)
        stage.type(words)
    stage.press(Qt.Key.Key_Return)
    for number in range(4):
        stage.type(f"Usulan ke-{number}")
        stage.page.save_and_new()
    recorded = layanan.usulan.daftar()
    assert [usulan.judul for usulan in recorded] == ["Drainase depan SDN 2", *(f"Usulan ke-{n}" for n in range(4))]
    first = recorded[0]
    assert (first.dusun, first.rt, first.rw, first.volume, first.satuan) == ("Krajan", "02", "01", "120", "m")
    assert (first.perkiraan_biaya, first.pengusul) == (125_000_000, "RT 02")
    assert recorded[4].dusun == "Krajan", "dusun stays as the suggestion"
    assert recorded[4].perkiraan_biaya is None
    assert stage.focus is stage.page.quick.fields["judul"]
    assert stage.page.model.rowCount() == 5


def test_undo_takes_the_last_usulan_from_the_grid(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.type("Talud")
    stage.page.save_and_new()
    assert stage.page.model.rowCount() == 1
    layanan.riwayat.batalkan()
    assert stage.page.model.rowCount() == 0
    layanan.riwayat.ulangi()
    assert stage.page.model.rowCount() == 1


def test_a_half_typed_line_comes_back_after_a_restart(show: Show, layanan: Layanan, open_village: OpenVillage) -> None:
    stage = show(layanan)
    stage.type("Perbaikan jembatan bam")
    stage.press(Qt.Key.Key_Tab)
    stage.type("Kaliwungu")
    stage.close()
    again = show(open_village())
    fields = again.page.quick.fields
    assert (fields["judul"].text(), fields["dusun"].text()) == ("Perbaikan jembatan bam", "Kaliwungu")
    assert "belum sempat disimpan" in again.page.quick.note.text()
    again.page.save_and_new()
    assert [usulan.judul for usulan in again.layanan.usulan.daftar()] == ["Perbaikan jembatan bam"]
    assert again.layanan.draf.ambil("usulan") == {}


def test_a_number_not_understood_stays_and_is_explained(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    quick = stage.page.quick
    stage.type("Posyandu")
    quick.fields["perkiraan_biaya"].setFocus()
    stage.type("sekitar lima juta")
    stage.page.save_and_new()
    assert quick.fields["perkiraan_biaya"].text() == "sekitar lima juta"
    assert quick.fields["perkiraan_biaya"].property("salah") is True
    assert "belum terbaca" in quick.note.text()
    assert layanan.usulan.daftar() == []


def test_an_empty_title_is_asked_for(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.page.save_and_new()
    assert stage.page.quick.note.text() == "Tulis dulu apa yang diusulkan."
    stage.type("Embung")
    assert stage.page.quick.fields["judul"].property("salah") is False


def test_the_amount_is_said_in_words(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    stage.page.quick.fields["perkiraan_biaya"].setFocus()
    stage.type("1,25jt")
    assert stage.page.quick.note.text() == "satu juta dua ratus lima puluh ribu rupiah"


def test_a_place_is_said_in_words_while_it_is_typed(show: Show, layanan: Layanan) -> None:
    quick = show(layanan).page.quick
    quick.fields["rt_rw"].setFocus()
    QTest.keyClicks(quick.fields["rt_rw"], "2/1")
    assert quick.note.text() == "RT 02/RW 01"
    QTest.keyClick(quick.fields["rt_rw"], Qt.Key.Key_Return)
    assert quick.fields["rt_rw"].text() == "RT 02/RW 01"
    assert "RT 02" not in quick.note.text(), "the field says it itself now"


def test_showing_and_filling_never_writes(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 12)
    before = events(layanan)
    stage = show(layanan)
    page = stage.page
    for record in ids:
        page.show_record(record)
    page.close_panel()
    page.filters.incomplete.toggle()
    page.filters.clear()
    assert events(layanan) == before


def test_a_cell_edited_with_f2_is_one_event(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    before = events(layanan)
    _edit(page, ids[1], 4, "75 jt")
    usulan = layanan.usulan.satu(ids[1])
    assert usulan is not None
    assert usulan.perkiraan_biaya == 75_000_000
    assert events(layanan) == before + 1
    assert page.model.index(1, 4).data() == "75.000.000"


def test_a_cell_not_understood_goes_on_in_the_panel(show: Show, layanan: Layanan, qtbot: Any) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    before = events(layanan)
    _edit(page, ids[1], 4, "banyak")
    row = page.panel.form.rows["perkiraan_biaya"]
    qtbot.waitUntil(lambda: page.panel.isVisible() and bool(row.problem))
    assert isinstance(row.field, QLineEdit)
    assert row.field.text() == "banyak"
    assert events(layanan) == before


def test_the_panel_records_each_field_when_it_is_left(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    page.grid.select_record(ids[0])
    page.grid.setFocus()
    before = events(layanan)
    stage.press(Qt.Key.Key_Return)
    assert page.panel.isVisible()
    page.panel.form.rows["rt_rw"].field.setFocus()
    _retype(stage, "7/3")
    stage.press(Qt.Key.Key_Tab)
    usulan = layanan.usulan.satu(ids[0])
    assert usulan is not None
    assert (usulan.rt, usulan.rw) == ("07", "03")
    assert events(layanan) == before + 1


def test_text_not_understood_waits_at_its_own_usulan(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[0])
    row = page.panel.form.rows["penerima_manfaat"]
    row.field.setFocus()
    _retype(stage, "kira-kira 40")
    page.show_record(ids[1])
    assert isinstance(row.field, QLineEdit)
    assert row.field.text() != "kira-kira 40"
    assert not row.problem
    page.show_record(ids[0])
    assert row.field.text() == "kira-kira 40"
    assert row.problem


def test_withdrawing_needs_a_reason_and_can_be_taken_back(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    page.show_record(ids[2])
    page.panel.withdraw_button.click()
    stage.press(Qt.Key.Key_Return)
    assert page.panel.reason.problem.text()
    stage.type("Ditarik oleh pengusul")
    stage.press(Qt.Key.Key_Return)
    usulan = layanan.usulan.satu(ids[2])
    assert usulan is not None
    assert (usulan.status, usulan.alasan_batal) == ("batal", "Ditarik oleh pengusul")
    assert page.model.rowCount() == 3, "nothing disappears"
    page.panel.restore_button.click()
    usulan = layanan.usulan.satu(ids[2])
    assert usulan is not None
    assert usulan.status == "aktif"


def test_ctrl_d_repeats_a_row_as_a_new_usulan(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    stage = show(layanan)
    page = stage.page
    page.grid.select_record(ids[1])
    page.grid.setFocus()
    stage.press(Qt.Key.Key_D, CTRL)
    recorded = layanan.usulan.daftar()
    assert len(recorded) == 4
    assert (recorded[3].judul, recorded[3].nomor) == (recorded[1].judul, 4)
    assert page.panel.record == recorded[3].id


def test_filters_and_order_are_those_of_the_service(show: Show, layanan: Layanan) -> None:
    propose(layanan, 48)
    layanan.usulan.catat(_bare("Lampu jalan"))
    stage = show(layanan)
    page = stage.page
    page.filters.incomplete.click()
    assert [usulan.judul for usulan in page.model.rows()] == ["Lampu jalan"]
    page.filters.clear()
    page.filters.search.setText("drainase")
    page.filters.search.flush()
    assert 0 < page.model.rowCount() < 10
    page.filters.clear()
    page.grid.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    costs = [usulan.perkiraan_biaya or 0 for usulan in page.model.rows()]
    assert costs == sorted(costs, reverse=True)


def test_no_match_and_no_usulan_say_what_to_do(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    page = stage.page
    assert page.places.currentIndex() == 1
    propose(layanan, 2)
    page.filters.search.setText("tidak ada yang begini")
    page.filters.search.flush()
    assert page.places.currentIndex() == 2


def test_without_a_forum_the_page_shows_the_way(show: Show, kosong: Layanan) -> None:
    stage = show(kosong)
    assert not stage.page.has_forum
    stage.page.save_and_new()
    assert kosong.forum.aktif() is None


def test_a_closed_agreement_is_said_beforehand_and_nothing_is_lost(show: Show, layanan: Layanan) -> None:
    ids = propose(layanan, 1)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "dana_desa")
    stage = show(layanan)
    title = stage.page.quick.fields["judul"]
    stage.type("Terlambat")
    layanan.kesepakatan.tutup()
    assert not title.isVisible()
    assert "Kesepakatan forum ini sudah ditutup, jadi usulan tidak dapat" in stage.page.quick.closed.words.text()
    stage.page.save_and_new()
    assert stage.focus is stage.page.quick.closed.button
    assert len(layanan.usulan.daftar()) == 1
    layanan.kesepakatan.buka_lagi("ada yang kurang")
    assert title.isVisible()
    assert title.text() == "Terlambat"


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    ids = propose(layanan, 12)
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    QApplication.processEvents()
    assert clipped(stage.page) == []
    stage.page.show_record(ids[3])
    QApplication.processEvents()
    assert clipped(stage.page) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Krajan RT 02/RW 01, depan SDN 2", ("Krajan", "02", "01", "depan SDN 2")),
        ("Krajan", ("Krajan", "", "", "")),
        ("Kali Wungu RW 3", ("Kali Wungu", "", "03", "")),
        ("", ("", "", "", "")),
        (", lapangan", ("", "", "", "lapangan")),
    ],
)
def test_a_place_is_read_as_it_is_written(text: str, place: tuple[str, str, str, str]) -> None:
    assert tuple(read_place(text).values()) == place


def test_several_rt_are_not_one_place() -> None:
    with pytest.raises(RuleBroken, match="bukan_rt_rw"):
        read_place("Krajan RT 2 dan RT 3")
    with pytest.raises(RuleBroken, match="bukan_angka"):
        read_volume("100 x 2 m")


def _bare(judul: str) -> Any:
    from musrenbang_desktop.domain.usulan import UsulanBaru

    return UsulanBaru(judul=judul)


def _edit(page: UsulanPage, record: str, column: int, text: str) -> None:
    index = page.model.index(page.model.place_of(record), column)
    page.grid.setFocus()
    page.grid.setCurrentIndex(index)
    QTest.keyClick(page.grid, Qt.Key.Key_F2)
    editor = page.grid.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    QTest.mouseMove(page, QPoint(1, 1))


def _retype(stage: Stage, text: str) -> None:
    field = stage.focus
    assert isinstance(field, QLineEdit)
    field.selectAll()
    stage.type(text)


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_a_full_disk_is_said_and_the_line_stays(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    stage = show(layanan)
    page = stage.page
    pages = layanan.desk.connection.execute("PRAGMA page_count").fetchone()[0]
    layanan.desk.connection.execute(f"PRAGMA max_page_count = {pages}")
    title = page.quick.fields["judul"]
    for _ in range(200):
        title.setText("Jembatan panjang " * 20)
        page.save_and_new()
        if say.texts("error"):
            break
    assert "penuh" in say.texts("error")[0]
    assert title.text().startswith("Jembatan panjang")
    recorded = len(layanan.usulan.daftar())
    layanan.desk.connection.execute("PRAGMA max_page_count = 1073741823")
    page.save_and_new()
    assert len(layanan.usulan.daftar()) == recorded + 1


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_a_cell_tried_again_after_trouble_is_refused_in_a_sentence(
    show: Show, layanan: Layanan, say: RecordedSay, monkeypatch: pytest.MonkeyPatch
) -> None:
    (record,) = propose(layanan, 1)
    page = show(layanan).page

    def full(_record: str, **_fields: object) -> None:
        raise DiskFull("Ruang penyimpanan laptop penuh.")

    with monkeypatch.context() as broken:
        broken.setattr(layanan.usulan, "ubah", full)
        judul = next(place for place, column in enumerate(page.model.columns) if column.key == "judul")
        page.model.setData(page.model.index(0, judul), "Talud baru")
    again = say.last.action
    assert again is not None
    layanan.forum.buka(small_forum())
    again.run()
    assert say.texts("warning")[-1].startswith("Catatan ini tidak ditemukan")
    assert layanan.usulan.satu(record).judul != "Talud baru"
