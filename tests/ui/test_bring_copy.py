"""The broken laptop's copy opens on the spare one: found, asked about, brought, and the window opens again on it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db import dibawa
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.journal.keys import device_tag
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.ui.conftest import InlineBackground, RecordedSay
from tests.village import opened
from ui.beranda.page import BerandaPage
from ui.kirim.page import KirimPage
from ui.reopening import is_wanted


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "flashdisk"
    place.mkdir()
    with opened(tmp_path / "lama") as services:
        services.forum.buka(small_forum())
        services.usulan.catat(UsulanBaru(judul="Talud"))
        services.flashdisk.salin(place, services.flashdisk.nama(), lambda *_told: None)
    return place


@pytest.fixture
def spare(tmp_path: Path) -> Iterator[Layanan]:
    with opened(tmp_path / "baru") as services:
        yield services


@pytest.fixture
def page(spare: Layanan, qtbot: Any, say: RecordedSay, qapp: QApplication) -> Iterator[BerandaPage]:
    page = BerandaPage(spare, say, InlineBackground(say))
    qtbot.addWidget(page)
    page.resize(1093, 614)
    page.first_picture()
    page.show()
    yield page
    is_wanted(qapp)


def test_the_empty_first_page_offers_it_and_the_window_closes_to_open_again(
    page: BerandaPage, say: RecordedSay, stick: Path, tmp_path: Path, qapp: QApplication
) -> None:
    button = next(one for one in page.empty.buttons if "flashdisk" in one.text())
    say.files, say.answers = [stick], [True]
    button.click()
    assert "Sukamaju: 1 musyawarah, 1 usulan, 0 peserta" in say.asked[0]
    assert dibawa.waiting(tmp_path / "baru")
    assert not page.isVisible()
    assert is_wanted(qapp) and not is_wanted(qapp), "it is opened again once"


def test_who_does_not_want_it_stays_where_they_were(
    page: BerandaPage, say: RecordedSay, stick: Path, tmp_path: Path, qapp: QApplication
) -> None:
    for files, answers in (([None], []), ([stick], [False])):
        say.files, say.answers = list(files), list(answers)
        page.bring_copy()
    assert page.isVisible() and not is_wanted(qapp)
    assert dibawa.waiting(tmp_path / "baru") is None


def test_what_is_here_already_is_named_before_it_is_set_aside(
    page: BerandaPage, spare: Layanan, say: RecordedSay, stick: Path
) -> None:
    spare.forum.buka(small_forum())
    say.files, say.answers = [stick], [False]
    page.show_record("cadangan")
    assert "tidak dihapus" in say.details[0] and "0 usulan" in say.details[0]


def test_who_goes_back_to_unfinished_words_is_told_that_nothing_was_opened(
    page: BerandaPage, say: RecordedSay, stick: Path, tmp_path: Path, qapp: QApplication, monkeypatch: Any
) -> None:
    monkeypatch.setattr(page, "closeEvent", lambda event: event.ignore())
    say.files, say.answers = [stick], [True]
    page.bring_copy()
    assert not is_wanted(qapp)
    assert "belum dibuka" in say.last.text
    assert dibawa.waiting(tmp_path / "baru") is None, "nor is it taken days later, over what was recorded since"


def test_the_practice_room_does_not_offer_it(tmp_path: Path, qtbot: Any, say: RecordedSay) -> None:
    with opened(tmp_path / "latihan") as services:
        page = BerandaPage(services, say, InlineBackground(say))
        qtbot.addWidget(page)
        page.first_picture()
        assert not [one.text() for one in page.empty.buttons if "flashdisk" in one.text()]


_PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from musrenbang_desktop import bootstrap
import ui.app
from ui.main_window import MainWindow

stick, pictures = Path(sys.argv[2]), []
run = ui.app.Desktop.run

def watched(desktop, when_shown=None):
    def shown():
        told = [message.text for message in desktop.window.messages.messages()]
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        pictures.append((f"{len(windows)} window", desktop.window.strip.forum.text(), *told))
        desktop.say.choose_folder = lambda _title: stick
        desktop.say.ask = lambda *_question, **_words: True
        QTimer.singleShot(0, desktop.window.page().bring_copy if len(pictures) == 1 else desktop.window.close)
    return run(desktop, shown)

ui.app.Desktop.run = watched
code = bootstrap.run_window(Path(sys.argv[1]))
for picture in pictures:
    print(*picture, sep=" | ")
print(code)
"""


def test_one_program_opens_its_window_twice_and_says_what_it_opened(tmp_path: Path, stick: Path) -> None:
    folder = tmp_path / "baru"
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(folder), str(stick)],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    first, second, code = done.stdout.splitlines() or [done.stderr, "", ""]
    assert "Sukamaju" not in first
    assert "Sukamaju" in second and "sudah dibuka di laptop ini" in second
    assert second.startswith("1 window"), "the clocks of the closed one would go on over data that is closed"
    assert code == "0"
    with opened(folder) as services:
        assert [one.judul for one in services.usulan.daftar()] == ["Talud"]


def test_the_page_kirim_says_which_ticket_to_ask_for(stick: Path, tmp_path: Path, qtbot: Any, say: RecordedSay) -> None:
    with opened(tmp_path / "baru") as spare:
        (copy,) = spare.pemulihan.cari(stick, lambda *_told: None)
        spare.pemulihan.bawa(copy, lambda *_told: None)
    with opened(tmp_path / "baru") as services:
        page = KirimPage(services, say, InlineBackground(say))
        qtbot.addWidget(page)
        page.refresh(None)
        assert f"tiket pengganti untuk laptop {device_tag(copy.perangkat)}" in page.enrol.replaced.text()
        assert not page.enrol.replaced.isHidden()
