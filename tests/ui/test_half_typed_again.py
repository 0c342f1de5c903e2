"""Half a note, a ballot, a number, a reason, an amount that is not understood: there again after the laptop was off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from ui.background import Background
from ui.fields import committing
from ui.layar.page import LayarPage
from ui.page import Page
from ui.sipd.page import SipdPage
from ui.suara.page import SuaraPage
from ui.titipan.page import TitipanPage
from ui.usulan.page import UsulanPage

Open = Callable[[type[Page], Layanan], Any]


@pytest.fixture
def desa(open_village: OpenVillage, monkeypatch: pytest.MonkeyPatch) -> Layanan:
    """Three usulan, ballots of one group, and an order of which two go to the kecamatan."""
    monkeypatch.setattr(committing, "PAUSE_MS", 5)
    desa = open_village()
    desa.forum.buka(small_forum())
    made = desa.usulan.catat_banyak(some_usulan(3), "mencatat usulan")
    cara = CaraHitung(metode="setuju", gabung="jumlah", jatah_suara=3)
    kriteria = [Kriteria("k1", "Suara", "Sr", 1, terkecil=0, terbesar=9999)]
    desa.prioritas.ubah_aturan(kriteria, (Kelompok("g1", "Semua peserta"),), (), cara)
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(made[:2], "ke_kecamatan")
    return desa


@pytest.fixture
def opened(qapp: Any, say: RecordedSay, background: Background) -> Iterator[Open]:
    areas: list[QScrollArea] = []

    def make(kind: type[Page], services: Layanan) -> Any:
        area = QScrollArea()
        page = kind(services, say, background)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.resize(1093, 900)
        area.show()
        page.refresh(None)
        page.on_shown()
        QApplication.processEvents()
        areas.append(area)
        return page

    yield make
    for area in areas:
        if shiboken6.isValid(area):
            gone(area.widget())


def typed(field: Any, text: str, services: Layanan, qtbot: Any) -> None:
    """Type, and wait only until it is on the disk; the field keeps the cursor."""
    before = services.desk.connection.total_changes
    field.setFocus()
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: services.desk.connection.total_changes != before)


def gone(page: Any) -> None:
    """The program ends; what was typed last is on the disk already."""
    if isinstance(page, LayarPage):
        page.close_screen()
    window = page.window()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def test_half_a_note_of_the_discussion(desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any) -> None:
    first, second, _ = (one.id for one in desa.usulan.daftar())
    page = opened(UsulanPage, desa)
    page.show_record(first)
    typed(page.panel.section("catatan").text, "Lahan milik desa", desa, qtbot)
    gone(page)
    page = opened(UsulanPage, desa := open_village())
    page.show_record(second)
    assert page.panel.section("catatan").text.text() == ""
    page.show_record(first)
    section = page.panel.section("catatan")
    assert section.text.text() == "Lahan milik desa"
    section.add()
    assert [note.teks for note in desa.usulan.daftar()[0].catatan] == ["Lahan milik desa"]
    assert desa.draf.ambil("usulan_catatan") == {}


def test_an_amount_that_is_not_understood_stays_as_typed(
    desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any
) -> None:
    first = desa.usulan.daftar()[0].id
    page = opened(UsulanPage, desa)
    page.show_record(first)
    field = page.panel.form.rows["perkiraan_biaya"].field
    field.selectAll()
    typed(field, "seratus juta kurang", desa, qtbot)
    gone(page)
    page = opened(UsulanPage, desa := open_village())
    page.show_record(first)
    field = page.panel.form.rows["perkiraan_biaya"].field
    assert field.text() == "seratus juta kurang" and field.broken is not None
    assert desa.usulan.daftar()[0].perkiraan_biaya == 10_000_000, "the record is what was understood last"
    field.setText("15 jt")
    field.commit()
    page.panel.leave()
    assert desa.usulan.daftar()[0].perkiraan_biaya == 15_000_000
    assert desa.draf.ambil(page.panel.form.drafts) == {}


def test_the_first_part_of_a_splitting(desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any) -> None:
    first = desa.usulan.daftar()[0].id
    page = opened(UsulanPage, desa)
    page.show_record(first)
    title = page.panel.section("pecah").parts[0].judul
    title.end(False)
    typed(title, " sisi barat", desa, qtbot)
    gone(page)
    page = opened(UsulanPage, open_village())
    page.show_record(first)
    assert page.panel.section("pecah").parts[0].judul.text() == "Drainase gang 1 sisi barat"


def test_half_a_line_of_the_notulen(desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any) -> None:
    page = opened(LayarPage, desa)
    page.new_item()
    typed(page.notes.quick.rows["pokok"].field, "Minta talut didahulukan", desa, qtbot)
    gone(page)
    page = opened(LayarPage, desa := open_village())
    page.new_item()
    assert page.notes.quick.rows["pokok"].field.text() == "Minta talut didahulukan"
    page.notes.quick.wanted.emit()
    assert [note.pokok for note in desa.notulen.daftar()] == ["Minta talut didahulukan"]
    assert desa.draf.ambil("notulen") == {}


def test_half_a_ballot_of_its_own_typing(desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any) -> None:
    for nama in ("Tini", "Tono"):
        desa.peserta.catat_tamu(PesertaBaru(nama=nama))
    desa.suara.terbitkan("g1", 2)
    page = opened(SuaraPage, desa)
    typed(page.entry.content, "1 2", desa, qtbot)
    gone(page)
    page = opened(SuaraPage, desa := open_village())
    assert (page.entry.number.text(), page.entry.content.text()) == ("1", "1 2")
    page.typings.button("2").click()
    assert page.entry.content.text() == "", "the second person sees nothing of the first"
    page.typings.button("1").click()
    page.entry.save.click()
    assert len(desa.suara.surat("g1", 1)) == 1
    assert desa.draf.ambil("suara_isi") == {} and page.entry.content.text() == ""


def test_half_a_number_and_half_a_refusal_of_sipd(
    desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any
) -> None:
    page = opened(SipdPage, desa)
    page.by.setText("Rina")
    typed(page.number, "7788", desa, qtbot)
    page.refuse()
    typed(page.reason.field.lineEdit(), "Jadwal", desa, qtbot)
    gone(page)
    page = opened(SipdPage, desa := open_village())
    assert (page.number.text(), page.by.text()) == ("7788", "Rina")
    page.refuse()
    assert page.reason.field.currentText() == "Jadwal"
    page.reason.cancel()
    page.save_and_new()
    assert desa.sipd.antrean()[0].catatan.sipd_id == "7788"
    assert page.number.text() == "", "a number never goes on to the next usulan"
    assert desa.draf.ambil("sipd") == {}


def test_a_ticket_before_its_field_is_left(desa: Layanan, open_village: OpenVillage, opened: Open, qtbot: Any) -> None:
    page = opened(TitipanPage, desa)
    typed(page.form.rows["judul"].field, "Lampu jalan", desa, qtbot)
    gone(page)
    assert opened(TitipanPage, open_village()).form.rows["judul"].field.text() == "Lampu jalan"


def test_the_hint_of_doubles_waits_for_a_place_that_is_understood(desa: Layanan, opened: Open) -> None:
    page = opened(UsulanPage, desa)
    page.quick.fields["judul"].setText("Drainase gang 1")
    page.quick.fields["rt_rw"].setText("dekat balai")
    page.quick.alike.look_again()
    page.quick.alike.show_pairs(3)
    assert page.quick.fields["rt_rw"].text() == "dekat balai", "what is not understood yet stays as it was typed"
