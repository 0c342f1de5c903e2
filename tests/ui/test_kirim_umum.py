"""What others will see stands beside the usulan before anything is sent, and one key changes it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.pages import clipped
from tests.ui.pictures import SMALL
from ui.kirim.page import KirimPage


@pytest.fixture
def page(qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground) -> KirimPage:
    """A village with three usulan that say no name and one that does, before the ticket."""
    kosong.forum.buka(small_forum())
    kosong.peserta.undang_banyak([PesertaBaru(nama="Slamet Riyadi"), PesertaBaru(nama="Karso")])
    named = UsulanBaru(judul="Drainase depan rumah Slamet Riyadi", lokasi="utara sawah Karso", dusun="Krajan")
    kosong.usulan.catat_banyak([*some_usulan(3), named], "mencatat usulan")
    made = KirimPage(kosong, say, background)
    qtbot.addWidget(made)
    made.resize(SMALL)
    made.show()
    made.refresh(None)
    made._show_part("umum")
    qtbot.waitUntil(lambda: bool(made.public.view.table.rows().rows()))
    return made


def shown(page: KirimPage) -> list[str]:
    """What stands in the last column."""
    model = page.public.view.table.rows()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_only_usulan_with_a_name_are_listed_with_what_others_will_see(page: KirimPage) -> None:
    assert shown(page) == ["Drainase depan rumah (nama warga)", "utara sawah (nama warga)"]
    assert page.parts.button("umum").text() == "Untuk umum (1)"


@pytest.mark.parametrize("looked_at_now", [False, True])
def test_very_many_words_are_read_in_turns_and_all_of_them_when_somebody_looks(
    qtbot: QtBot, page: KirimPage, kosong: Layanan, monkeypatch: pytest.MonkeyPatch, looked_at_now: bool
) -> None:
    page.public.hide()
    monkeypatch.setattr("ui.kirim.umum.AT_ONCE", 1)
    more = [UsulanBaru(judul=f"Talud {number} depan rumah Slamet Riyadi", dusun="Krajan") for number in range(5)]
    kosong.usulan.catat_banyak(more, "mencatat usulan")
    assert page.public.read() is False
    assert page.parts.button("umum").text() == "Untuk umum (1)", "the rest is still to be read"
    if not looked_at_now:
        qtbot.waitUntil(lambda: page.parts.button("umum").text() == "Untuk umum (6)")
    page.public.show()
    assert len(shown(page)) == 7
    assert page.parts.button("umum").text() == "Untuk umum (6)"


def test_f2_writes_it_differently_and_the_usulan_stays(qtbot: QtBot, page: KirimPage, kosong: Layanan) -> None:
    kosong.bus.subscribe(lambda changes: page.refresh(changes))
    table = page.public.view.table
    table.setFocus()
    table.setCurrentIndex(table.rows().index(0, 2))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Drainase gang buntu RT 02")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(page)[0] == "Drainase gang buntu RT 02")
    assert kosong.usulan.daftar()[3].judul == "Drainase depan rumah Slamet Riyadi"
    kosong.riwayat.batalkan()
    qtbot.waitUntil(lambda: shown(page)[0] == "Drainase depan rumah (nama warga)")


def test_where_no_name_is_found_a_sentence_says_so(qtbot: QtBot, page: KirimPage, kosong: Layanan) -> None:
    kosong.usulan.ubah(kosong.usulan.daftar()[3].id, judul="Drainase gang", lokasi="")
    page.public.read()
    assert not page.public.view.empty.isHidden()
    assert page.public.view.table.isHidden()


def test_a_full_disk_before_sending_is_one_sentence_beside_the_button(
    page: KirimPage, kosong: Layanan, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise DiskFull("Ruang penyimpanan laptop penuh.")

    monkeypatch.setattr(kosong.desk.store, "transaction", full)
    page.courier.start()
    assert page.courier.state.stage == "gagal"
    assert page.status.detail.text() == "Ruang penyimpanan laptop penuh."
    assert page.status.send.text() == "Coba lagi"


def test_nothing_is_clipped_on_the_smallest_screen(page: KirimPage) -> None:
    assert clipped(page) == []
