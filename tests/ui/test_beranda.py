"""Beranda: the list of the day follows from what is recorded."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db.sync import add_news, cursor
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from sync.wire.news import decision
from tests.sukamaju import agree, record_people_and_usulan, score
from tests.ui.pages import Shown, events
from ui.beranda.checklist import Checklist, next_step
from ui.beranda.page import BerandaPage
from ui.shortened import listed

Show = Any


def answer(services: Layanan, usulan: str, tingkat: str, kata: str) -> None:
    """An answer of the kabupaten, as an exchange would bring it."""
    words = decision(
        usulan=usulan,
        tingkat=tingkat,
        putusan=kata,
        alasan_kode="",
        alasan="",
        oleh="",
        waktu="2026-02-01T09:00:00+07:00",
    )
    with services.desk.store.transaction():
        add_news(services.desk.connection, cursor(services.desk.connection) + 1, [words])


def states(services: Layanan) -> list[str]:
    forum = services.forum.aktif()
    assert forum
    return [step.keadaan for step in Checklist(services).steps(forum, services.forum.ringkasan())]


def next_page(services: Layanan) -> str | None:
    forum = services.forum.aktif()
    assert forum
    step = next_step(Checklist(services).steps(forum, services.forum.ringkasan()))
    return step.halaman if step else None


def test_empty_offers_a_beginning_a_practice_and_the_copy_of_a_broken_laptop(kosong: Layanan, show: Show) -> None:
    shown: Shown = show(BerandaPage, kosong)
    page = shown.page
    assert [button.text() for button in page.empty.buttons] == [
        "Mulai musrenbang baru",
        "Buka ruang latihan",
        "Buka cadangan dari flashdisk",
    ]
    assert page.empty.isVisible() and not page.content.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert shown.pages == ["siapkan"]


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
    layanan.forum.ubah(target_unsur=(TargetUnsur("PKK"), TargetUnsur("Lansia")))
    layanan.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    layanan.peserta.catat_tamu(PesertaBaru(nama="Kromo", diundang=False))
    found = [(one.kalimat, one.halaman) for one in shown.page.checklist.attention(layanan.forum.ringkasan())]
    assert found == [
        ("1 usulan belum ada dusun atau pengusulnya", "usulan"),
        ("Belum ada undangan untuk Lansia", "siapkan"),
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


def test_a_copy_made_by_itself_is_seen_on_return(layanan: Layanan, show: Show) -> None:
    page: BerandaPage = show(BerandaPage, layanan).page
    layanan.cadangan.buat()
    page.on_shown()
    assert page.backup_card.body.itemAt(1).widget().accessibleName().startswith("Titik simpan terakhir")


def test_news_of_the_kabupaten_in_the_words_of_the_village(layanan: Layanan, show: Show) -> None:
    ids = [layanan.usulan.catat(UsulanBaru(judul=f"Drainase {n}")) for n in range(3)]
    shown: Shown = show(BerandaPage, layanan)
    assert not shown.page.news_card.isVisible()
    answer(layanan, ids[0], "kecamatan", "diterima")
    answer(layanan, ids[1], "kecamatan", "diterima")
    answer(layanan, ids[2], "kecamatan", "ditolak")
    shown.page.refresh(None)
    row = shown.page.news_card.body.itemAt(1).widget()
    assert row.accessibleName() == "3 usulan sudah dijawab: 2 diterima kecamatan, 1 tidak diterima."
    row.click()
    assert shown.pages == ["kirim"]


def test_long_lists_are_cut() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(["a", "b", "c", "d", "e", "f"]) == "a, b, c, d +2"
