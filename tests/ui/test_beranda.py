"""Beranda: the list of the day follows from what is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.ui.pages import Shown, events
from ui.beranda.checklist import Checklist, next_step
from ui.beranda.page import BerandaPage
from ui.wording import listed

Show = Any


def states(services: Layanan) -> list[str]:
    forum = services.forum.aktif()
    assert forum
    return [step.keadaan for step in Checklist(services).steps(forum)]


def next_page(services: Layanan) -> str | None:
    forum = services.forum.aktif()
    assert forum
    step = next_step(Checklist(services).steps(forum))
    return step.halaman if step else None


def test_empty_offers_a_beginning_and_a_practice(kosong: Layanan, show: Show) -> None:
    shown: Shown = show(BerandaPage, kosong)
    page = shown.page
    assert [button.text() for button in page.empty.buttons] == ["Mulai musrenbang baru", "Coba contoh Desa Sukamaju"]
    assert page.empty.isVisible() and not page.content.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert shown.pages == ["siapkan"]
    page.empty.buttons[1].click()
    assert page.content.isVisible() and not page.empty.isVisible()
    forum = kosong.forum.aktif()
    assert forum and forum.latihan


def test_the_checklist_follows_the_day(kosong: Layanan) -> None:
    sample = record_people_and_usulan(kosong)
    assert states(kosong) == ["selesai"] * 4 + ["belum"] * 5
    assert next_page(kosong) == "prioritas"
    score(kosong, sample)
    assert states(kosong)[4:6] == ["selesai", "selesai"]
    assert next_page(kosong) == "kesepakatan"
    agree(kosong, sample, close=False)
    assert states(kosong)[6] == "berjalan"
    kosong.kesepakatan.tutup()
    assert states(kosong)[6] == "selesai"
    assert next_page(kosong) == "dokumen"
    kosong.dokumen.simpan("lengkap", b"%PDF-", 1)
    assert next_page(kosong) == "kirim"


def test_a_new_forum_begins_with_people(layanan: Layanan) -> None:
    assert states(layanan) == ["selesai"] + ["belum"] * 8
    assert next_page(layanan) == "undangan"
    layanan.forum.ubah(tempat="")
    assert states(layanan)[0] == "berjalan"
    assert next_page(layanan) == "siapkan"


@pytest.mark.parametrize("pressed", ["enter", "row"])
def test_enter_opens_the_next_step(pressed: str, layanan: Layanan, show: Show) -> None:
    shown: Shown = show(BerandaPage, layanan)
    assert shown.page.next_button.hasFocus()
    if pressed == "enter":
        QTest.keyClick(shown.page.next_button, Qt.Key.Key_Return)
    else:
        shown.page.steps[1].setFocus()
        QTest.keyClick(shown.page.steps[1], Qt.Key.Key_Return)
    assert shown.pages == ["undangan"]


def test_what_needs_attention_is_named_and_can_be_pressed(layanan: Layanan, show: Show) -> None:
    shown: Shown = show(BerandaPage, layanan)
    assert not shown.page.attention_card.isVisible()
    layanan.usulan.catat(UsulanBaru(judul="Drainase"))
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    layanan.peserta.catat_tamu(PesertaBaru(nama="Kromo", diundang=False))
    found = [(one.kalimat, one.halaman) for one in shown.page.checklist.attention()]
    assert found == [
        ("1 usulan belum ada dusun atau pengusulnya", "usulan"),
        ("1 orang yang hadir belum ditandai L atau P", "kehadiran"),
        ("Belum ada wakil dari PKK", "kehadiran"),
    ]
    assert shown.page.attention_card.isVisible()
    row = shown.page.attention_card.body.itemAt(1).widget()
    row.click()
    assert shown.pages == ["usulan"]


def test_looking_writes_nothing_and_a_copy_is_made_on_request(layanan: Layanan, show: Show) -> None:
    before = events(layanan)
    page: BerandaPage = show(BerandaPage, layanan).page
    page.refresh(None)
    assert events(layanan) == before
    assert not layanan.cadangan.daftar()
    page.backup_card.body.itemAt(1).widget().click()
    assert len(layanan.cadangan.daftar()) == 1
    assert page.backup_card.body.itemAt(1).widget().accessibleName().startswith("Titik simpan terakhir")


def test_long_lists_are_cut() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(["a", "b", "c", "d", "e", "f"]) == "a, b, c, d +2"
