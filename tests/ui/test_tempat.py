"""A village from the list of the country fills the whole address; who types past it is left alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musrenbang_desktop.reference.wilayah import muat
from musrenbang_desktop.services.layanan import Layanan
from ui.siapkan.form import FaktaForm
from ui.siapkan.page import SiapkanPage

Show = Any


def test_a_village_from_the_list_fills_the_whole_address(show: Show, layanan: Layanan) -> None:
    page = show(SiapkanPage, layanan).page
    page.show_record("fakta")
    (found,) = muat().cari("regapu")
    line = page.findChild(FaktaForm).rows["desa"].field
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "regapu")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    forum = layanan.forum.aktif()
    assert (forum.desa, forum.kecamatan, forum.kabupaten) == (found.desa, found.kecamatan, found.kabupaten)
    assert (forum.provinsi, forum.kode_wilayah) == (found.provinsi, found.kode)
    layanan.riwayat.batalkan()
    assert layanan.forum.aktif().kode_wilayah == "00.00.00.2001"


def test_a_forum_begins_with_the_address_of_a_village_from_the_list(show: Show, kosong: Layanan) -> None:
    mulai = show(SiapkanPage, kosong).page.mulai
    QTest.keyClicks(mulai.desa_edit, "regapu")
    QTest.keyClick(mulai.desa_edit, Qt.Key.Key_Down)
    QTest.keyClick(mulai.desa_edit, Qt.Key.Key_Return)
    mulai.start()
    (found,) = muat().cari("regapu")
    assert (kosong.forum.aktif().desa, kosong.forum.aktif().kode_wilayah) == (found.desa, found.kode)


def test_a_name_that_is_typed_past_the_list_stays_as_it_is(show: Show, kosong: Layanan) -> None:
    mulai = show(SiapkanPage, kosong).page.mulai
    QTest.keyClicks(mulai.desa_edit, "Sidomulyo")
    assert mulai.places.is_open
    QTest.keyClick(mulai.desa_edit, Qt.Key.Key_Return)
    assert (kosong.forum.aktif().desa, kosong.forum.aktif().kode_wilayah) == ("Sidomulyo", "")
