"""Where the windows ask for what the forms of a desa print, and which form a forum begins with."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from musrenbang_desktop.domain.kesepakatan import Putusan
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules, propose, score
from tests.ui.pages import clipped
from ui.kesepakatan.page import KesepakatanPage
from ui.siapkan.lines_field import LinesField, split
from ui.siapkan.model import usual_forum
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme
from ui.usulan.rencana import RencanaSection

Show = Any


def now(layanan: Layanan) -> Putusan:
    found = layanan.kesepakatan.sekarang()
    assert found is not None
    return found.putusan


@pytest.fixture
def agreed(layanan: Layanan) -> Layanan:
    """A village of the desa family whose order is drawn up."""
    layanan.forum.ubah(profil="desa-114")
    ids = propose(layanan, 6)
    lock_rules(layanan)
    score(layanan, ids)
    layanan.kesepakatan.susun()
    return layanan


def test_a_desa_begins_with_its_family_a_kelurahan_with_the_rkpd(layanan: Layanan) -> None:
    assert usual_forum("desa", "Sukamaju", "2027-01-20").profil == "desa-114"
    assert usual_forum("kelurahan", "Sukamaju", "2027-01-20").profil == "rkpd-86"
    before = layanan.forum.aktif()
    assert before is not None
    layanan.forum.ubah(profil="desa-21")
    kept = usual_forum("desa", before.desa, "2027-01-20", layanan.forum.aktif())
    assert kept.profil == "desa-21", "what the village used last"


def test_the_form_is_chosen_by_its_name_and_its_topics_line_by_line(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    rows = page.section("fakta").form.rows
    box = rows["profil"].field
    assert [box.itemData(place) for place in range(box.count())] == ["desa-114", "desa-21", "rkpd-86"]
    assert box.currentText() == "RKPD, pola Permendagri 86/2017"
    box.setCurrentIndex(1)
    box.activated.emit(1)
    topics = rows["materi"].field
    assert isinstance(topics, LinesField)
    topics.setFocus()
    QTest.keyClicks(topics, "1. Rancangan RKP Desa")
    QTest.keyClick(topics, Qt.Key.Key_Return)
    QTest.keyClicks(topics, " -  Daftar   usulan ")
    topics.commit()
    forum = layanan.forum.aktif()
    assert forum is not None
    assert (forum.profil, forum.materi) == ("desa-21", ("Rancangan RKP Desa", "Daftar usulan"))
    layanan.riwayat.batalkan()
    assert layanan.forum.aktif().materi == ()  # type: ignore[union-attr]  # it is open


def test_a_changed_kind_of_village_takes_its_usual_form_but_not_a_chosen_one(layanan: Layanan, show: Show) -> None:
    page: SiapkanPage = show(SiapkanPage, layanan).page
    section = page.section("fakta")
    section.record("profil", "desa-114")
    section.record("jenis", "kelurahan")
    assert layanan.forum.aktif().profil == "rkpd-86"  # type: ignore[union-attr]  # it is open
    section.record("profil", "desa-21")
    section.record("jenis", "desa")
    assert layanan.forum.aktif().profil == "desa-21"  # type: ignore[union-attr]  # it is open


@pytest.mark.parametrize(
    ("typed", "lines"),
    [("", ()), ("satu\n\n  dua ", ("satu", "dua")), ("1) 2027\n2) b", ("2027", "b")), ("- a\n* b", ("a", "b"))],
)
def test_lines_are_read_without_the_numbers_before_them(typed: str, lines: tuple[str, ...]) -> None:
    assert split(typed) == lines


def test_the_hall_says_how_it_decided_only_where_the_form_prints_it(agreed: Layanan, show: Show) -> None:
    page: KesepakatanPage = show(KesepakatanPage, agreed).page
    assert page.decided.isVisible()
    assert not page.decided.count_rows["setuju"].isVisible()
    agreed.forum.ubah(profil="rkpd-86")
    assert not page.decided.isVisible()


def test_a_vote_is_typed_by_keyboard_and_a_wrong_figure_stays_with_its_reason(agreed: Layanan, show: Show) -> None:
    for number in range(8):
        agreed.peserta.catat_tamu(PesertaBaru(nama=f"Warga {number}"))
    page: KesepakatanPage = show(KesepakatanPage, agreed).page
    way = page.decided.way
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_End)
    way.activated.emit(way.currentIndex())
    assert now(agreed) == Putusan(cara="suara")
    for name, figure in (("setuju", "5"), ("tidak_setuju", "2"), ("abstain", "9")):
        field = page.decided.counts[name]
        field.setFocus()
        QTest.keyClicks(field, figure)
        field.commit()
    assert now(agreed) == Putusan(cara="suara", setuju=5, tidak_setuju=2)
    assert page.decided.counts["abstain"].text() == "9"
    agreed.kesepakatan.putuskan(Putusan(cara="aklamasi"))
    assert not page.decided.count_rows["setuju"].isVisible()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_cut_while_a_vote_is_asked_for(agreed: Layanan, show: Show, theme: Theme, points: int) -> None:
    agreed.kesepakatan.putuskan(Putusan(cara="suara", setuju=1))
    theme.text_size = points
    theme.apply()
    shown = show(KesepakatanPage, agreed)
    assert shown.page.decided.isVisible()
    assert clipped(shown.page.decided) == []
    for row in shown.page.decided.count_rows.values():
        assert row.accessibleName() or row.field.accessibleName()
        right = row.mapTo(shown.page, QPoint(row.width(), 0)).x()
        assert right <= shown.page.width()


def test_the_plan_of_an_usulan_is_recorded_field_by_field(layanan: Layanan, qtbot: Any) -> None:
    (record,) = propose(layanan, 1)
    section = RencanaSection(layanan)
    qtbot.addWidget(section)
    usulan = layanan.usulan.satu(record)
    assert usulan is not None
    section.show_usulan(usulan)
    section.show()
    for name, text in (("sdgs", "9, 11"), ("data_eksisting", "200 m rusak"), ("waktu_pelaksanaan", "3 bulan")):
        field = section.rows[name].field
        field.setFocus()
        QTest.keyClicks(field, text)
        field.commit()
    box = section.rows["pola_pelaksanaan"].field
    box.setCurrentIndex(2)
    box.activated.emit(2)
    found = layanan.usulan.satu(record)
    assert found is not None
    assert (found.sdgs, found.data_eksisting, found.waktu_pelaksanaan) == ("9, 11", "200 m rusak", "3 bulan")
    assert found.pola_pelaksanaan == "antar_desa"
    assert all(row.field.accessibleName() for row in section.rows.values())
