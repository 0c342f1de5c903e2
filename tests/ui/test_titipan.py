"""The inbox by keyboard: a ticket at the counter, and all of them into the next forum."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db.errors import DiskFull
from musrenbang_desktop.db.queries import kontak
from musrenbang_desktop.domain.kontak import Kontak
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import Show, clipped, shows
from ui.beranda.checklist import Checklist
from ui.fields import EmptyWords
from ui.theme import TEXT_SIZES, Theme
from ui.titipan.page import TitipanPage

show = shows(TitipanPage)


def test_an_empty_list_says_how_to_begin_to_eye_and_ear(show: Show, layanan: Layanan) -> None:
    stage = show(layanan)
    grid = stage.page.grid
    words = grid.viewport().findChild(EmptyWords)
    assert words.isVisible()
    assert "Belum ada titipan" in words.text()
    assert grid.accessibleDescription() == words.text()
    assert words.geometry() == grid.viewport().rect()
    layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    assert words.isHidden()
    assert grid.accessibleDescription() == ""


def test_a_ticket_by_keyboard_alone(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    stage = show(layanan)
    for words in ("Lampu jalan gang 3", "Bu Contoh", "Krajan", "2/1", "3 titik", "4,5 jt"):
        stage.type(words)
        stage.press(Qt.Key.Key_Return)
    stage.press(Qt.Key.Key_Tab)
    stage.type("0812 3450 9876")
    stage.press(Qt.Key.Key_Return)
    (titipan,) = layanan.titipan.daftar()
    assert (titipan.tiket, titipan.isi.judul, titipan.isi.rt, titipan.isi.satuan) == (
        "T-001",
        "Lampu jalan gang 3",
        "02",
        "titik",
    )
    assert titipan.isi.perkiraan_biaya == 4_500_000
    assert layanan.kontak.satu(titipan.id).telepon == "081234509876"
    assert "Nomor tiket T-001" in say.texts("success")[0]
    assert stage.focus is stage.page.form.rows["judul"].field


def test_all_go_into_the_forum_and_undo_brings_them_back(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    for judul in ("Lampu jalan", "Talud"):
        layanan.titipan.catat(UsulanBaru(judul=judul))
    stage = show(layanan)
    page = stage.page
    assert page.take_button.text() == "Masukkan 2 titipan ke forum ini"
    page.take_button.setFocus()
    stage.press(Qt.Key.Key_Space)
    assert len(layanan.usulan.daftar()) == 2
    assert "2 titipan masuk" in say.texts("success")[0]
    assert not page.take_button.isEnabled()
    assert page.model.index(0, 5).data() == "U-001, Sukamaju 2026"
    page.grid.select_record(page.model.row(0).id)
    page.grid.setFocus()
    stage.press(Qt.Key.Key_Return)
    assert (stage.wishes[-1].page, stage.wishes[-1].record) == ("usulan", layanan.usulan.daftar()[0].id)
    layanan.riwayat.batalkan()
    assert page.take_button.isEnabled()
    assert page.model.index(0, 5).data() == "menunggu"


def test_a_closed_forum_says_beforehand_why_nothing_goes_in(show: Show, layanan: Layanan, say: RecordedSay) -> None:
    record = layanan.usulan.catat(UsulanBaru(judul="Jalan", dusun="Krajan", pengusul="RT 01"))
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan([record], "dana_desa")
    layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    page = show(layanan).page
    assert page.take_button.isEnabled() and page.closed.isHidden()
    layanan.kesepakatan.tutup()
    assert not page.take_button.isEnabled()
    assert page.closed.isVisible() and "sudah ditutup, jadi titipan tidak dapat masuk" in page.closed.words.text()
    assert page.take_button.toolTip() == page.closed.words.text()
    layanan.titipan.catat(UsulanBaru(judul="Jembatan"))
    assert "2" in page.take_button.text() and not page.take_button.isEnabled(), "it is written down all the same"
    layanan.kesepakatan.buka_lagi("ada yang kurang")
    assert page.take_button.isEnabled() and page.closed.isHidden()
    assert page.take_button.toolTip().startswith("Semua sekaligus")
    assert say.said == []


def test_the_first_page_offers_what_waits(layanan: Layanan) -> None:
    layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    listed = Checklist(layanan).attention(layanan.forum.ringkasan())
    assert ("1 usulan titipan menunggu dimasukkan ke forum ini", "titipan") in [
        (one.kalimat, one.halaman) for one in listed
    ]
    layanan.titipan.masukkan()
    assert "titipan" not in [one.halaman for one in Checklist(layanan).attention(layanan.forum.ringkasan())]


def test_withdrawing_needs_a_reason(show: Show, layanan: Layanan) -> None:
    ticket = layanan.titipan.catat(UsulanBaru(judul="Lampu jalan"))
    stage = show(layanan)
    page = stage.page
    page.grid.select_record(ticket.id)
    page.withdraw_button.click()
    stage.type("Salah catat")
    stage.press(Qt.Key.Key_Return)
    assert layanan.titipan.menunggu() == 0
    assert page.restore_button.isVisible()
    page.restore_button.click()
    assert layanan.titipan.menunggu() == 1


def test_what_is_half_typed_comes_back_with_the_number(show: Show, layanan: Layanan, open_village: OpenVillage) -> None:
    stage = show(layanan)
    form = stage.page.form
    stage.type("Lampu jalan ga")
    form.rows["telepon"].field.setFocus()
    stage.type("08123450")
    stage.page.settle()
    stage.close()
    again = show(open_village()).page.form
    assert [again.rows[name].field.text() for name in ("judul", "telepon")] == ["Lampu jalan ga", "08123450"]


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_no_word_is_cut(show: Show, layanan: Layanan, theme: Theme, points: int) -> None:
    layanan.titipan.catat(UsulanBaru(judul="Lampu jalan", pengusul="Karang Taruna", dusun="Krajan"))
    theme.text_size = points
    theme.apply()
    stage = show(layanan)
    QApplication.processEvents()
    assert clipped(stage.page) == []


@pytest.mark.expects_log("ui.say", "DiskFull")
def test_a_ticket_and_its_number_are_recorded_together_or_not_at_all(
    show: Show, layanan: Layanan, say: RecordedSay, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = show(layanan).page.form
    form.rows["judul"].field.setText("Lampu jalan")
    form.rows["telepon"].field.setText("0812 3450 9876")

    def full(*_: object) -> None:
        raise DiskFull("Ruang penyimpanan laptop penuh.")

    with monkeypatch.context() as broken:
        broken.setattr(kontak, "put", full)
        form.save()
    assert say.last.text == "Ruang penyimpanan laptop penuh."
    assert layanan.titipan.daftar() == []
    form.save()
    (titipan,) = layanan.titipan.daftar()
    assert layanan.kontak.satu(titipan.id).telepon == "081234509876"


def test_one_undo_takes_back_a_ticket_with_its_number(show: Show, layanan: Layanan) -> None:
    form = show(layanan).page.form
    form.rows["judul"].field.setText("Lampu jalan")
    form.rows["telepon"].field.setText("0812 3450 9876")
    form.save()
    (titipan,) = layanan.titipan.daftar()
    layanan.riwayat.batalkan()
    assert layanan.titipan.daftar() == []
    assert layanan.kontak.satu(titipan.id) == Kontak(), "nobody's number stays behind"
    layanan.riwayat.ulangi()
    assert layanan.kontak.satu(titipan.id).telepon == "081234509876"


def tickets(page: TitipanPage) -> list[str]:
    """The tickets in the list, as shown."""
    return [page.model.row(place).tiket for place in range(page.model.rowCount())]


def test_a_ticket_is_found_by_what_stands_on_its_slip(show: Show, layanan: Layanan) -> None:
    for judul, pengusul in (("Lampu jalan", "Bu Contoh"), ("Talud kali", "Karang Taruna"), ("Lampu balai", "PKK")):
        layanan.titipan.catat(UsulanBaru(judul=judul, pengusul=pengusul, dusun="Krajan"))
    layanan.titipan.masukkan([layanan.titipan.daftar()[2].id])
    stage = show(layanan)
    page = stage.page
    page.focus_filter()
    assert stage.focus is page.search
    stage.type("t-002")
    page.search.flush()
    assert tickets(page) == ["T-002"]
    page.search.setText("lampu krajan")
    page.search.searched.emit("lampu krajan")
    assert tickets(page) == ["T-001", "T-003"]
    page.only.fill("masuk")
    page.only.committed.emit("masuk")
    assert tickets(page) == ["T-003"]
    page.only.fill("batal")
    page.only.committed.emit("batal")
    assert tickets(page) == []
    words = page.grid.viewport().findChild(EmptyWords)
    assert words.isVisible()
    assert words.text() == "Tidak ada titipan yang cocok."


def test_a_new_ticket_is_seen_whatever_is_searched_for(show: Show, layanan: Layanan) -> None:
    layanan.titipan.catat(UsulanBaru(judul="Talud kali"))
    stage = show(layanan)
    page = stage.page
    page.search.setText("talud")
    page.search.searched.emit("talud")
    page.form.rows["judul"].field.setFocus()
    stage.type("Lampu jalan")
    page.save_and_new()
    assert page.grid.current().tiket == "T-002"
    assert tickets(page) == ["T-001", "T-002"]


def test_the_saved_list_holds_what_is_shown(show: Show, layanan: Layanan) -> None:
    for judul in ("Lampu jalan", "Talud kali"):
        layanan.titipan.catat(UsulanBaru(judul=judul))
    page = show(layanan).page
    page.search.setText("talud")
    page.search.searched.emit("talud")
    listed = page.grid.rows().listing(page.grid.accessibleName())
    assert [row[0] for row in listed.baris] == ["T-002"]
