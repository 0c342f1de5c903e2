"""Siapkan: begin a forum in one line, state its facts, practise."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionComboBox, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, events
from ui.fields import ChoiceBox
from ui.siapkan.page import SiapkanPage
from ui.siapkan.sections import SECTIONS
from ui.siapkan.tanggal_edit import read_tanggal
from ui.theme import TEXT_SIZES, Theme

Show = Any


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("21-1-2026", "2026-01-21"),
        ("21/01/26", "2026-01-21"),
        ("21.01.2026", "2026-01-21"),
        ("21 Januari 2026", "2026-01-21"),
        ("Selasa, 21 januari 2026", "2026-01-21"),
        ("3 agt 2026", "2026-08-03"),
        ("2026-01-21", "2026-01-21"),
        ("", ""),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, iso: str) -> None:
    assert read_tanggal(typed) == iso


@pytest.mark.parametrize("typed", ["kemarin", "31-2-2026", "21 Foo 2026", "21", "0-1-2026", "1-13-2026"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        read_tanggal(typed)
    assert (broken.value.field, broken.value.code) == ("tanggal", "bukan_tanggal")


def test_a_forum_begins_with_its_name_and_enter(kosong: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, kosong).page
    assert not page.form.isVisible()
    QTest.keyClicks(page.mulai.desa_edit, "Sukamaju")
    page.mulai.tanggal_edit.selectAll()
    QTest.keyClicks(page.mulai.tanggal_edit, "21-1-2026")
    assert page.mulai.plan.text() == "Musrenbang tahun 2026 merencanakan kegiatan tahun 2027."
    QTest.keyClick(page.mulai.tanggal_edit, Qt.Key.Key_Return)
    forum = kosong.forum.aktif()
    assert forum and (forum.desa, forum.tanggal, forum.tahun_rencana) == ("Sukamaju", "2026-01-21", 2027)
    assert forum.tempat == "Balai Desa Sukamaju"
    assert page.form.isVisible()
    assert events(kosong) == 1


def test_tickets_that_wait_go_into_a_new_forum_by_themselves(kosong: Layanan, show: Show, say: RecordedSay) -> None:
    kosong.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    page: SiapkanPage = show(SiapkanPage, kosong).page
    QTest.keyClicks(page.mulai.desa_edit, "Sukamaju")
    page.mulai.start_button.click()
    assert [one.judul for one in kosong.usulan.daftar()] == ["Lampu jalan"]
    (ticket,) = kosong.titipan.daftar()
    assert (ticket.label, ticket.menunggu) == ("U-001", False), "whoever brought it is told where it is"
    assert "1 titipan yang menunggu sudah masuk" in say.last.text
    kosong.riwayat.batalkan()
    assert kosong.titipan.menunggu() == 1


def test_a_forum_without_a_name_is_explained_at_the_name(kosong: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, kosong).page
    page.mulai.start_button.click()
    assert page.mulai.desa.problem == "Tulis dulu nama desa atau kelurahan."
    page.mulai.tanggal_edit.setText("besok")
    page.mulai.start_button.click()
    assert page.mulai.tanggal.problem.startswith("Tanggal belum terbaca")
    assert events(kosong) == 0


def test_filling_writes_nothing(layanan: Layanan, show: Show) -> None:
    before = events(layanan)
    shown: Shown = show(SiapkanPage, layanan)
    shown.page.refresh(None)
    for row in shown.page.form.rows.values():
        row.field.setFocus()
    assert events(layanan) == before


@pytest.mark.parametrize(
    ("name", "typed", "recorded"),
    [
        ("kecamatan", "Sukarame", "Sukarame"),
        ("jam_selesai", "13", "13.00"),
        ("pagu", "1,25 M", 1_250_000_000),
        ("tempat", "Pendopo", "Pendopo"),
        ("nomor_ba", "050/2", "050/2"),
    ],
)
def test_a_field_is_recorded_once_when_it_is_left(
    name: str, typed: str, recorded: object, layanan: Layanan, show: Show
) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    before = events(layanan)
    field = page.form.rows[name].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert events(layanan) == before
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert getattr(layanan.forum.aktif(), name) == recorded
    assert events(layanan) == before + 1


def test_pagu_is_echoed_in_words(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    assert page.form.rows["pagu"].below.text() == "tiga ratus lima puluh juta rupiah"


def test_the_years_follow_the_date_and_the_day_is_named(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    before = events(layanan)
    field = page.form.rows["tanggal"].field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "20 1 2027")
    assert page.form.rows["tanggal"].below.text() == "Rabu, 20 Januari 2027"
    QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and (forum.tanggal, forum.tahun_pelaksanaan, forum.tahun_rencana) == ("2027-01-20", 2027, 2028)
    assert page.form.plan.text() == "Musrenbang tahun 2027 merencanakan kegiatan tahun 2028."
    assert events(layanan) == before + 1


def test_a_day_is_picked_from_the_calendar(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    field = page.form.rows["tanggal"].field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F4)
    popup = field._popup
    assert popup.isVisible()
    assert popup.calendar.selectedDate() == QDate(2026, 1, 21)
    popup.calendar.clicked.emit(QDate(2026, 1, 22))
    assert not popup.isVisible()
    forum = layanan.forum.aktif()
    assert forum and forum.tanggal == "2026-01-22"


def test_no_date_and_no_name_are_explained_and_the_record_stays(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    for name, sentence in (("tanggal", "Bagian ini perlu diisi."), ("desa", "Tulis dulu nama desa atau kelurahan.")):
        row = page.form.rows[name]
        row.field.setFocus()
        row.field.selectAll()
        QTest.keyClick(row.field, Qt.Key.Key_Delete)
        QTest.keyClick(row.field, Qt.Key.Key_Return)
        assert row.problem == sentence
    forum = layanan.forum.aktif()
    assert forum and (forum.tanggal, forum.desa) == ("2026-01-21", "Sukamaju")


def test_kelurahan_has_a_lurah(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    box = page.form.rows["jenis"].field
    box.setCurrentIndex(1)
    box.activated.emit(1)
    forum = layanan.forum.aktif()
    assert forum and forum.jenis == "kelurahan"
    page.show_section("tim")
    kepala = page.section("tim").form.rows["kepala"]
    labels = [label.text() for label in kepala.findChildren(QLabel) if label.buddy()]
    assert labels[0] == "Lurah"


def test_people_are_added_changed_and_removed(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    before = events(layanan)
    page.show_section("tim")
    people = page.section("tim").form.rows["pemateri"].field
    people.add_line()
    edit = people.lines[-1][1]
    QTest.keyClicks(edit.parts["nama"], "Sulastri, S.P.")
    QTest.keyClick(edit.parts["nama"], Qt.Key.Key_Return)
    QTest.keyClicks(edit.parts["jabatan"], "Penyuluh")
    QTest.keyClick(edit.parts["jabatan"], Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and [one.nama for one in forum.pemateri][2:] == ["Sulastri, S.P."]
    assert forum.pemateri[2].jabatan == "Penyuluh"
    assert events(layanan) == before + 2
    people._remove(people.lines[0][0])
    forum = layanan.forum.aktif()
    assert forum and len(forum.pemateri) == 2


def test_another_forum_is_chosen_and_begun(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    first = layanan.forum.aktif()
    page.new_item()
    assert page.mulai.isVisible()
    assert page.escape()
    page.new_item()
    page.mulai.start_button.click()
    second = layanan.forum.aktif()
    assert first and second and second.id != first.id
    assert second.kecamatan == first.kecamatan and second.pagu is None
    box = page.forums
    assert box.count() == 2
    place = box.findData(first.id)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    found = layanan.forum.aktif()
    assert found and found.id == first.id


def test_no_section_opens_a_window_of_its_own_on_its_way(layanan: Layanan, show: Show, qapp: QApplication) -> None:
    """A button that is shown before it has its place flashes over the screen and takes the keyboard with it."""
    page: SiapkanPage = show(SiapkanPage, layanan).page
    shown = Windows()
    qapp.installEventFilter(shown)
    for spec in SECTIONS:
        page.show_section(spec.key)
        assert page.section(spec.key).isVisible()
        assert page.window().focusWidget() is not None, spec.key
        assert page.section(spec.key).isAncestorOf(page.window().focusWidget()), spec.key
    qapp.removeEventFilter(shown)
    assert shown.names == []


class Windows(QObject):
    """Notes which windows appear."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.mark.parametrize("points", TEXT_SIZES)
def test_the_longest_kind_of_place_is_read_whole(layanan: Layanan, show: Show, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    page: SiapkanPage = show(SiapkanPage, layanan).page
    box = page.form.rows["ragam"].field
    assert isinstance(box, ChoiceBox)
    words = max(box.fontMetrics().horizontalAdvance(box.itemText(place)) for place in range(box.count()))
    for width in range(900, 1900, 40):
        page.resize(width, 600)
        QApplication.processEvents()
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
        assert room >= words, (width, room, words)
