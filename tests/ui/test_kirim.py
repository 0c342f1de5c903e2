"""W11 against a real server process: enrol, send, receipts, answers, and what a network can do in between."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.journal.keystore import FILE_NAME as KEY
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from tests.kabupaten.running import Browser, Running
from tests.practice import mark_as_practice
from tests.small_forum import small_forum, some_usulan
from tests.sync.weather import Silence, Stranger, http
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.ui.pages import clipped, shown_page
from tests.ui.pictures import SMALL
from ui.background import Background
from ui.dokumen import printing, render
from ui.kirim.page import KirimPage
from ui.kirim.receipt_sheet import receipt_pdf
from ui.kirim.words import BarisBukti
from ui.theme import Theme

FORBIDDEN = ("sync", "error", "submit", "draft", "server 500", "gagal terhubung")


@pytest.fixture
def own_laptop() -> bool:
    return True


@pytest.fixture(scope="module")
def kabupaten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One real server for this module."""
    found = Running(tmp_path_factory.mktemp("kabupaten")).start()
    yield found
    found.stop()
    assert "Traceback" not in found.log.read_text(), found.log.read_text()


_codes = iter(range(1, 99))


@pytest.fixture
def kode() -> str:
    return f"00.00.{next(_codes):02d}.2001"


@pytest.fixture
def desa(kosong: Layanan, kode: str) -> Layanan:
    kosong.forum.buka(replace(small_forum(), kode_wilayah=kode))
    kosong.usulan.catat_banyak(some_usulan(5), "mencatat usulan")
    return kosong


def show(qtbot: QtBot, page: KirimPage) -> KirimPage:
    qtbot.addWidget(page)
    page.resize(SMALL)
    page._services.bus.subscribe(lambda changes: page.refresh(changes))
    page.show()
    page.refresh(None)
    page.on_shown()
    return page


@pytest.fixture
def page(qtbot: QtBot, desa: Layanan, say: RecordedSay, background: InlineBackground) -> Iterator[KirimPage]:
    made = show(qtbot, KirimPage(desa, say, background))
    yield made
    made.courier.cancel()


@pytest.fixture
def enrolled(page: KirimPage, kabupaten: Running, kode: str) -> KirimPage:
    page.enrol.address_field.setText(kabupaten.address)
    page.enrol.ticket_field.setText(kabupaten.ticket(kode))
    page.enrol.go.click()
    return page


def words(page: KirimPage) -> str:
    return f"{page.status.heading.text()} {page.status.detail.text()}"


def send(page: KirimPage) -> None:
    page.save_and_new()
    assert page.courier.state.stage == "selesai", page.courier.state


def test_a_new_laptop_asks_for_the_ticket(page: KirimPage) -> None:
    assert page.enrol.isVisible() and not page.status.isVisible()
    assert "surat" in page.enrol.explanation.text()
    assert not page.enrol.leave.isVisible()
    page.save_and_new()
    assert "alamat" in page.enrol.address.problem
    page.enrol.address_field.setText("http://127.0.0.1:9")
    page.save_and_new()
    assert "tiket" in page.enrol.ticket.problem


def test_a_mistyped_ticket_is_said_beside_its_field(page: KirimPage, kabupaten: Running, kode: str) -> None:
    ticket = kabupaten.ticket(kode)
    page.enrol.address_field.setText(kabupaten.address)
    page.enrol.ticket_field.setText(("A" if ticket[0] != "A" else "B") + ticket[1:])
    page.enrol.go.click()
    assert "Tiket salah ketik" in page.enrol.ticket.problem
    assert page.enrol.go.isEnabled() and page.enrol.isVisible()
    page.enrol.ticket_field.setText(ticket.lower())
    page.enrol.go.click()
    assert page.status.isVisible() and not page.enrol.isVisible()
    assert page.enrol.ticket_field.text() == ""


def test_a_laptop_whose_key_did_not_come_along_gets_its_card_with_a_new_one(
    page: KirimPage, kabupaten: Running, kode: str, desa: Layanan
) -> None:
    before = desa.desk.store.device
    (desa.desk.store.path.parent / KEY).unlink()
    page.enrol.address_field.setText(kabupaten.address)
    page.enrol.ticket_field.setText(kabupaten.ticket(kode))
    page.enrol.go.click()
    assert page.status.isVisible() and not page.enrol.isVisible()
    assert desa.desk.store.device != before


def test_an_unreachable_server_is_said_beside_the_address(page: KirimPage, kabupaten: Running, kode: str) -> None:
    page.enrol.address_field.setText("http://127.0.0.1:9")
    page.enrol.ticket_field.setText(kabupaten.ticket(kode))
    page.enrol.go.click()
    assert "tidak terjangkau" in page.enrol.address.problem
    assert "aman" in page.enrol.address.problem


def test_everything_is_sent_and_every_usulan_has_its_receipt(
    enrolled: KirimPage, desa: Layanan, say: RecordedSay
) -> None:
    waiting = desa.jawaban.belum_terkirim()
    assert f"Siap dikirim: {waiting} perubahan" in words(enrolled)
    assert "5 usulan" in words(enrolled)
    send(enrolled)
    assert "Sudah sampai di kabupaten" in words(enrolled)
    assert f"{waiting} perubahan terkirim, 5 usulan mendapat bukti terima." in words(enrolled)
    assert desa.jawaban.belum_terkirim() == 0
    rows = enrolled.receipts.table.rows().rows()
    assert [row.label for row in rows] == ["U-001", "U-002", "U-003", "U-004", "U-005"]
    assert {row.nomor for row in rows} == {proof.nomor for proof in desa.jawaban.bukti().values()}
    assert enrolled.receipts.table.isVisible() and not enrolled.receipts.empty.isVisible()
    assert "terakhir berhasil 21 Januari 2026 09." in enrolled.status.server.text()


def test_nothing_left_to_send(enrolled: KirimPage) -> None:
    send(enrolled)
    send(enrolled)
    assert "Tidak ada kabar baru" in words(enrolled)
    assert enrolled.status.send.text() == "Periksa jawaban"
    enrolled._services.usulan.catat(some_usulan(9)[8])
    assert "Siap dikirim: 1 perubahan" in words(enrolled)
    assert enrolled.status.send.text() == "Kirim sekarang"


def test_answers_come_home_in_words(enrolled: KirimPage, kabupaten: Running, desa: Layanan, kode: str) -> None:
    send(enrolled)
    first = desa.usulan.daftar()[0].id
    kabupaten.staff(f"camat{kode[6:8]}", instansi="Kecamatan Contoh")
    browser = Browser(kabupaten.address)
    browser.log_in(f"camat{kode[6:8]}")
    browser.get(f"/petugas/usulan/{first}")
    browser.post(f"/petugas/usulan/{first}", putusan="ditolak", alasan_kode="DOKUMEN", alasan="RAB belum ada")
    send(enrolled)
    (row,) = enrolled.answers.table.rows().rows()
    assert (row.label, row.putusan, row.oleh) == ("U-001", "Tidak diterima", "Kecamatan Contoh")
    assert row.alasan.startswith("Dokumen belum lengkap") and "RAB belum ada" in row.alasan
    assert enrolled.answers.table.isVisible()
    assert enrolled.answers.detail.text().startswith(
        "U-001 Drainase gang 1: tidak diterima. Alasan: Dokumen belum lengkap"
    )
    assert "Kecamatan Contoh, " in enrolled.answers.detail.text()
    assert "1 jawaban baru" in words(enrolled)
    assert enrolled.parts.button("jawaban").text() == "Jawaban (1)"


def test_the_receipt_as_text(enrolled: KirimPage, say: RecordedSay, tmp_path: Path, desa: Layanan) -> None:
    send(enrolled)
    say.files = [tmp_path / "bukti"]
    enrolled.proof.save.click()
    text = (tmp_path / "bukti.txt").read_text("utf-8-sig")
    assert text.splitlines()[0] == "BUKTI TERIMA USULAN MUSRENBANG"
    for usulan in desa.usulan.daftar():
        assert usulan.label in text and desa.jawaban.bukti()[usulan.id].nomor in text
    assert max(map(len, text.splitlines())) <= 80
    enrolled.proof.copy.click()
    assert QGuiApplication.clipboard().text() == text


def test_the_receipt_on_paper(enrolled: KirimPage, say: RecordedSay, tmp_path: Path, desa: Layanan) -> None:
    send(enrolled)
    enrolled.proof.devices = list
    say.files = [tmp_path / "bukti.txt"]
    enrolled.print_document()
    assert "cetak di kecamatan atau warnet" in say.said[-1].text
    enrolled.proof.devices = lambda: [printing.Device("EPSON L3110", True)]
    enrolled.proof.printer = lambda _name, _copies: printing.to_file(tmp_path / "bukti.pdf", 150)
    enrolled.print_document()
    assert enrolled.proof.card.isVisible()
    enrolled.proof.card.go.click()
    assert "dikirim ke EPSON L3110" in say.last.text and not enrolled.proof.card.isVisible()
    (sheet,) = render.sheets((tmp_path / "bukti.pdf").read_bytes())
    assert sheet.millimetres == pytest.approx((215, 330), abs=0.5)
    enrolled.print_document()
    assert enrolled.escape() and not enrolled.proof.card.isVisible()


def test_the_printed_receipt_holds_every_number(desa: Layanan) -> None:
    rows = [
        BarisBukti(str(n), f"U-{n:03d}", "Rehab <jalan> & talud", f"BT-0000-{n:06d}", "22 Januari 2026 10.05")
        for n in range(1, 200)
    ]
    pages = pypdf.PdfReader(io.BytesIO(receipt_pdf(desa.forum.aktif(), "https://kabupaten.example", rows))).pages
    text = " ".join(page.extract_text() for page in pages).replace("\t", " ")
    assert len(pages) > 1
    assert all(row.nomor in text for row in rows)


def test_a_practice_forum_is_not_sent(
    qtbot: QtBot, kosong: Layanan, say: RecordedSay, background: InlineBackground, kabupaten: Running, kode: str
) -> None:
    kosong.forum.buka(replace(small_forum(), kode_wilayah=kode))
    mark_as_practice(kosong)
    page = show(qtbot, KirimPage(kosong, say, background))
    page.enrol.address_field.setText(kabupaten.address)
    page.enrol.ticket_field.setText(kabupaten.ticket(kode))
    page.enrol.go.click()
    assert "latihan tidak dikirim" in words(page)
    assert not page.status.send.isVisible()
    page.save_and_new()
    assert page.courier.state.stage == "diam"


def test_another_ticket_can_be_typed_and_left(enrolled: KirimPage, kabupaten: Running) -> None:
    enrolled.status.ticket.click()
    assert enrolled.enrol.isVisible() and enrolled.enrol.leave.isVisible()
    assert enrolled.enrol.address_field.text() == kabupaten.address
    assert enrolled.escape()
    assert enrolled.status.isVisible() and not enrolled.escape()


# --- what a network can do --------------------------------------------------------------------------------------


def redirect(layanan: Layanan, address: str) -> None:
    """The wifi answers where the kabupaten was."""
    from sync.device import identity

    kept = identity.kept(layanan.desk.connection)
    identity.keep(layanan.desk.connection, address, kept.server_key, kept.kartu.encode(), bytes_of(kept.tanda))


def bytes_of(text: str) -> bytes:
    from sync.wire.encoding import from_text

    return from_text(text, 64)


@pytest.mark.parametrize(
    ("status", "headers"), [("200 OK", ()), ("302 Found", ("Location: http://127.0.0.1:9/login",))]
)
def test_a_captive_portal_is_one_sentence(
    enrolled: KirimPage, desa: Layanan, kabupaten: Running, status: str, headers: tuple[str, ...]
) -> None:
    page = http(status, b"<html><h1>Selamat datang di WiFi</h1></html>", "Content-Type: text/html", *headers)
    waiting = desa.jawaban.belum_terkirim()
    with Stranger(page) as portal:
        redirect(desa, portal.address)
        enrolled.save_and_new()
    assert enrolled.courier.state.stage == "menunggu"
    assert enrolled.status.detail.text().startswith("Yang menjawab bukan server kabupaten")
    assert "wifi" in enrolled.status.detail.text()
    assert not any(word in words(enrolled).lower() for word in FORBIDDEN)
    assert desa.jawaban.belum_terkirim() == waiting
    redirect(desa, kabupaten.address)
    enrolled.status.send.click()
    assert enrolled.courier.state.stage == "selesai"


def test_waiting_counts_down_and_gives_up_with_a_button(enrolled: KirimPage, desa: Layanan) -> None:
    redirect(desa, "http://127.0.0.1:9")
    enrolled.save_and_new()
    assert enrolled.status.heading.text().startswith("Dicoba lagi")
    for _ in range(200):
        if enrolled.courier.state.stage != "menunggu":
            break
        enrolled.courier._tick()
    assert enrolled.courier.state.stage == "gagal"
    assert enrolled.status.send.text() == "Coba lagi"
    assert "tidak terjangkau" in enrolled.status.detail.text()
    enrolled.status.send.click()
    assert enrolled.courier.state.stage == "menunggu"
    enrolled.status.cancel.click()
    assert enrolled.courier.state.stage == "diam"


def test_batal_leaves_a_silent_network_at_once(
    qtbot: QtBot, enrolled: KirimPage, desa: Layanan, kabupaten: Running, say: RecordedSay
) -> None:
    background = Background(say)
    page = show(qtbot, KirimPage(desa, say, background))
    with Silence() as nobody:
        redirect(desa, nobody.address)
        page.save_and_new()
        assert page.status.progress.isVisible() and page.status.cancel.isVisible()
        qtbot.wait(200)
        qtbot.mouseClick(page.status.cancel, Qt.MouseButton.LeftButton)
        assert page.courier.state.stage == "diam"
        qtbot.waitUntil(lambda: not background.busy, timeout=2000)
        page.save_and_new()
        qtbot.wait(100)
        background.close()
    redirect(desa, kabupaten.address)
    enrolled.save_and_new()
    assert enrolled.courier.state.stage == "selesai"


def test_writing_goes_on_while_it_is_sent(qtbot: QtBot, enrolled: KirimPage, desa: Layanan, say: RecordedSay) -> None:
    background = Background(say)
    page = show(qtbot, KirimPage(desa, say, background))
    heard: list[Changes] = []
    desa.bus.subscribe(heard.append)
    page.save_and_new()
    desa.usulan.catat(some_usulan(9)[8])
    qtbot.waitUntil(lambda: page.courier.state.stage == "selesai", timeout=20_000)
    assert desa.jawaban.belum_terkirim() == 0
    assert len(desa.jawaban.bukti()) == 6
    assert any("bukti" in changes.kinds for changes in heard)
    background.close()


@pytest.mark.parametrize("points", [11, 22])
def test_nothing_is_clipped(
    qtbot: QtBot,
    desa: Layanan,
    say: RecordedSay,
    background: InlineBackground,
    theme: Theme,
    kabupaten: Running,
    kode: str,
    points: int,
) -> None:
    theme.text_size = points
    theme.apply()
    page = KirimPage(desa, say, background)
    shown = shown_page(page, desa, qtbot, 896, 470)
    page.enrol.agree()

    def check() -> None:
        QApplication.processEvents()
        assert clipped(page) == []
        assert page.width() <= shown.area.viewport().width()

    check()
    page.enrol.address_field.setText(kabupaten.address)
    page.enrol.ticket_field.setText(kabupaten.ticket(kode))
    page.enrol.agree()
    check()
    send(page)
    check()
    redirect(desa, "http://127.0.0.1:9")
    page.save_and_new()
    check()
    page.courier.cancel()
