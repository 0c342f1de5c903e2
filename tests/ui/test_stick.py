"""The flash disk from the window: written, carried to a real server, and the answer read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from sync.device import enrolment
from sync.wire.bungkus import MAX_FILE
from tests.kabupaten.running import Running
from tests.small_forum import small_forum, some_usulan
from tests.ui.conftest import RecordedSay
from ui.kirim.stick import StickRow

KODE = "00.00.00.2001"


@pytest.fixture
def own_laptop() -> bool:
    return True


@pytest.fixture(scope="module")
def kabupaten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    found = Running(tmp_path_factory.mktemp("kabupaten")).start()
    yield found
    found.stop()


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(replace(small_forum(), kode_wilayah=KODE))
    kosong.usulan.catat_banyak(some_usulan(5), "mencatat usulan")
    return kosong


@pytest.fixture
def stick(qtbot: QtBot, desa: Layanan, say: RecordedSay) -> StickRow:
    row = StickRow(desa.desk, say)
    qtbot.addWidget(row)
    return row


def test_what_is_written_comes_back_as_receipts(
    stick: StickRow, desa: Layanan, say: RecordedSay, kabupaten: Running, tmp_path: Path
) -> None:
    store = desa.desk.store
    enrolment.enrol_now(store, store.key_place, kabupaten.address, kabupaten.ticket(KODE))
    sent, back = tmp_path / "desa.bungkus", tmp_path / "balasan.bungkus"
    say.files = [sent]
    stick.write.click()
    assert "boleh dicabut" in say.last.text
    done = kabupaten.run("bungkus", str(sent), "--out", str(back))
    assert done.returncode == 0, done.stderr
    say.files = [back]
    stick.read.click()
    assert "5 bukti terima" in say.last.text
    assert len(desa.jawaban.bukti()) == 5
    say.files = [back]
    stick.read.click()
    assert say.last.kind == "warning"
    assert "sudah dibaca" in say.last.text


def test_nothing_happens_without_a_file_and_every_refusal_is_a_sentence(
    stick: StickRow, desa: Layanan, say: RecordedSay, kabupaten: Running, tmp_path: Path
) -> None:
    stick.write.click()
    assert "belum terdaftar" in say.last.text
    store = desa.desk.store
    enrolment.enrol_now(store, store.key_place, kabupaten.address, kabupaten.ticket("00.00.00.2002"))
    said = len(say.said)
    say.files = [None, None]
    stick.write.click()
    stick.read.click()
    assert len(say.said) == said
    photo = tmp_path / "foto.bungkus"
    photo.write_bytes(b"\xff\xd8\xff foto")
    say.files = [photo, tmp_path / "tiada.bungkus"]
    stick.read.click()
    assert "bukan bungkus" in say.last.text
    stick.read.click()
    assert "Masukkan flashdisknya lagi" in say.last.text
    film = tmp_path / "film.bungkus"
    with film.open("wb") as file:
        file.truncate(MAX_FILE + 1)
    say.files = [film]
    stick.read.click()
    assert "terlalu besar" in say.last.text
