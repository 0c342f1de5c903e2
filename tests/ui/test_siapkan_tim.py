"""The section Tim, and the way to it from a result that cannot be closed yet."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import propose
from tests.ui.conftest import RecordedSay
from tests.ui.pages import Shown, clipped, events, in_front
from ui.kesepakatan.page import KesepakatanPage
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


def test_a_section_is_reached_by_keyboard_and_writes_nothing_when_shown(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    before = events(layanan)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    section = page.section("tim")
    assert section.isVisible() and not page.section("fakta").isVisible()
    assert in_front(section.form.rows["nomor_sk"].field)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.section("fakta").isVisible()
    assert events(layanan) == before


def test_two_witnesses_are_typed_and_the_sentence_says_that_it_is_enough(layanan: Layanan, show: Show) -> None:
    layanan.forum.ubah(saksi=())
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_record("tim.saksi")
    form = page.section("tim").form
    assert "Belum lengkap: 2 saksi." in form.state.text()
    people = form.rows["saksi"].field
    assert in_front(people.add_button)
    for name in ("Lestari", "Zainal"):
        people.add_line()
        field = people.lines[-1][1].parts["nama"]
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert forum and [one.nama for one in forum.saksi] == ["Lestari", "Zainal"]
    assert "Tim sudah lengkap" in form.state.text()


def test_a_result_without_team_names_what_lacks_and_leads_there(layanan: Layanan, show: Show, say: RecordedSay) -> None:
    ids = propose(layanan, 2)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    layanan.forum.ubah(notulis=Pejabat(""), saksi=())
    shown: Shown = show(KesepakatanPage, layanan)
    wishes: list[str] = []
    shown.page.wants_page.connect(lambda wish: wishes.append(f"{wish.page} {wish.record}"))
    shown.page.close_agreement()
    assert "Belum dapat ditutup" in say.last.text
    assert [button.text() for button in shown.page.missing.buttons] == ["Tulis notulis", "Tulis dua saksi"]
    for button in shown.page.missing.buttons:
        button.click()
    assert wishes == ["siapkan tim.notulis", "siapkan tim.saksi"]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(layanan: Layanan, show: Show, theme: Theme, points: int) -> None:
    theme.text_size = points
    theme.apply()
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_section("tim")
    QApplication.processEvents()
    assert clipped(page) == []


def test_a_birth_is_typed_for_everybody_on_the_team_and_makes_no_event(layanan: Layanan, show: Show) -> None:
    layanan.forum.ubah(notulis=Pejabat("Sari Puspita"), saksi=(Pejabat("Darmo"), Pejabat("Sari Puspita")))
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_record("tim.saksi")
    form = page.section("tim").form
    assert list(form.lahir.rows)[-2:] == ["Sari Puspita", "Darmo"] or set(form.lahir.rows) >= {"Sari Puspita", "Darmo"}
    before = events(layanan)
    field = form.lahir.rows["Sari Puspita"].field
    assert field.accessibleName() == "Tempat dan tanggal lahir Sari Puspita"
    QTest.keyClicks(field, "Contoh, 17 Agustus 1980")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dict(layanan.kelahiran.daftar())["Sari Puspita"] == "Contoh, 17 Agustus 1980"
    assert events(layanan) == before
    layanan.forum.ubah(saksi=(Pejabat("Lestari"), Pejabat("Sari Puspita")))
    page.refresh(None)
    assert "Darmo" not in form.lahir.rows and "Lestari" in form.lahir.rows
    assert form.lahir.rows["Sari Puspita"].field.text() == "Contoh, 17 Agustus 1980"


def test_a_kelurahan_is_not_asked_who_writes_the_rkp(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    page.show_record("tim.saksi")
    row = page.section("tim").form.rows["ketua_tim"]
    assert row.isVisible()
    layanan.forum.ubah(jenis="kelurahan", profil="rkpd-86")
    page.refresh(None)
    assert not row.isVisible()
