"""The practice room in the window: how it is opened, what it wears, and that it never sends."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.desktop import clipped
from tests.ui.pages import Shown
from tests.village import opened
from ui import latihan
from ui.app import Desktop
from ui.beranda.page import BerandaPage
from ui.kirim.page import KirimPage
from ui.shell.search import Commands
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Layanan]:
    """The services of a new practice room."""
    with opened(tmp_path / "latihan") as services:
        yield services


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been started."""
    found: list[list[str]] = []

    def start(program: str, arguments: Sequence[str]) -> bool:
        found.append([program, *arguments])
        return len(found) == 1

    monkeypatch.setattr(latihan, "_start", start)
    return found


def test_the_program_can_start_itself() -> None:
    done = subprocess.run([*latihan.own_command(), "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Musrenbang")


def test_the_second_program_lives_on_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    sign = tmp_path / "tanda"
    assert latihan._start(sys.executable, ["-c", f"open({str(sign)!r}, 'w').write('ada')"])
    qtbot.waitUntil(sign.exists, timeout=20_000)
    assert not latihan._start(str(tmp_path / "tidak-ada"), [])


def test_as_installed_it_starts_its_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", "C:/Program Files/Musrenbang/Musrenbang.exe")
    folder = Path("data") / "latihan"
    assert latihan.practice_command(folder) == [
        "C:/Program Files/Musrenbang/Musrenbang.exe", "--data-dir", str(folder),
    ]  # fmt: skip


@pytest.mark.parametrize("page_class", [BerandaPage, SiapkanPage])
def test_the_ordinary_room_opens_the_practice_room_and_stays_as_it_is(
    page_class: Any, kosong: Layanan, show: Show, say: RecordedSay, started: list[list[str]]
) -> None:
    page = show(page_class, kosong).page
    button = page.empty.buttons[1] if page_class is BerandaPage else page.mulai.sample_button
    assert button.text() == "Buka ruang latihan"
    button.click()
    assert started[0][-2:] == ["--data-dir", str(kosong.desk.store.path.parent / "latihan")]
    assert "jendela sendiri" in say.last.text
    assert kosong.forum.daftar() == []
    button.click()
    assert say.last.kind == "warning" and "Data di sini aman" in say.last.text


@pytest.mark.parametrize("page_class", [BerandaPage, SiapkanPage])
def test_the_practice_room_is_filled_with_the_invented_village(page_class: Any, room: Layanan, show: Show) -> None:
    shown: Shown = show(page_class, room)
    page = shown.page
    button = page.empty.buttons[1] if page_class is BerandaPage else page.mulai.sample_button
    assert button.text() == "Isi dengan contoh Desa Sukamaju"
    button.click()
    forum = room.forum.aktif()
    assert forum and forum.latihan and forum.desa == "Sukamaju"
    assert (room.peserta.hitung().diundang, room.peserta.hitung().hadir) == (64, 0)
    assert room.usulan.jumlah().aktif == 48


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_window_wears_latihan(room: Layanan, qapp: QApplication, theme: Theme, points: int) -> None:
    desktop = Desktop(qapp, room, room.desk.store.path.parent, alone=True)
    desktop.theme.text_size = points
    desktop.theme.apply()
    window = desktop.window
    window.resize(1093, 614)
    window.show()
    QApplication.processEvents()
    assert "LATIHAN" in window.windowTitle()
    assert window.strip.brand.text() == "LATIHAN" and window.strip.brand.isVisible()
    assert clipped(window.strip) == []
    window.close()
    desktop.close()


def test_kirim_refuses_in_words(room: Layanan, show: Show) -> None:
    room.forum.buka(small_forum())
    page = show(KirimPage, room).page
    hidden = (page.enrol, page.status.send, page.status.ticket)
    assert not any(part.isVisible() for part in hidden), "no way to send and none to enrol"
    assert "tidak dikirim" in page.status.heading.text()
    page.save_and_new()
    assert page.courier.state.stage == "diam"


def test_the_palette_knows_the_practice_room(kosong: Layanan, qapp: QApplication, started: list[list[str]]) -> None:
    desktop = Desktop(qapp, kosong, kosong.desk.store.path.parent, alone=True)
    (found,) = Commands(desktop.window).find("ruang latihan")
    found.open()
    assert started
    desktop.window.close()
    desktop.close()
