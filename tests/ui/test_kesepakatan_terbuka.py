"""Questions and forms that stand open while something else is recorded: no answer is lost, none goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import agree, order
from tests.ui.desktop import Show, shows
from ui.kesepakatan.page import KesepakatanPage

ALT = Qt.KeyboardModifier.AltModifier


show = shows(KesepakatanPage)


def test_a_move_that_is_being_asked_for_outlives_another_act(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[4])
    stage.press(Qt.Key.Key_Up, ALT)
    line = page.mover.line
    layanan.kesepakatan.tetapkan([ranked[0]], "ke_kecamatan")
    assert page.model.id_of_row(3) == ranked[4], "still shown where it would go"
    for field, words in ((line.field, "Darurat"), (line.oleh, "BPD"), (line.setuju, "9")):
        QTest.keyClicks(field, words)
    line.confirm.click()
    assert order(layanan)[3] == ranked[4]
    assert line.isHidden()


def test_a_move_that_is_being_asked_for_ends_when_there_is_no_order_to_move_in(
    show: Show, layanan: Layanan, ranked: list[str]
) -> None:
    layanan.kesepakatan.susun()
    stage = show(layanan)
    page = stage.page
    page.show_record(ranked[4])
    stage.press(Qt.Key.Key_Up, ALT)
    page.refresh(None)
    assert page.mover.line.isHidden()
    assert page.model.id_of_row(4) == ranked[4]


def test_a_note_that_is_being_written_does_not_pass_to_another_forum(
    show: Show, layanan: Layanan, ranked: list[str]
) -> None:
    agree(layanan, ranked)
    layanan.segel.buat()
    page = show(layanan).page
    page.seal_desk.add_button.click()
    page.refresh(None)
    assert page.seal_desk.addendum.isHidden()


def test_the_list_of_what_is_missing_follows_the_ballots(show: Show, layanan: Layanan, ranked: list[str]) -> None:
    layanan.kesepakatan.susun()
    page = show(layanan).page
    kelompok = layanan.prioritas.aturan().kelompok[0].id
    layanan.suara.isi_ulang(kelompok, ranked[0], layanan.prioritas.lembar(kelompok)[ranked[0]])
    assert "belum selesai dihitung" in page.missing.words()
