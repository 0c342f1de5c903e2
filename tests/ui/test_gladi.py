"""Gladi bersih in the window: six lines by their facts, each with one button; the card on the first page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db import luar
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.ui.conftest import RecordedSay
from tests.ui.halls import BEAMER, cable, with_cable
from tests.ui.pages import Shown, clipped
from tests.ui.program import whole_program
from tests.village import START, Wall, opened
from ui import latihan
from ui.app import Desktop
from ui.background import Background
from ui.beranda.page import BerandaPage
from ui.buttons import RowButton
from ui.shell.search import Commands
from ui.siapkan.gladi import GladiSection
from ui.siapkan.page import SiapkanPage
from ui.theme import TEXT_SIZES, Theme

Show = Any


def in_days(days: int) -> str:
    return (START + timedelta(days=days)).date().isoformat()


@pytest.fixture
def desa(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    """A forum in two days, on a clock that only the test moves."""
    with opened(tmp_path / "data", wall) as services:
        services.forum.buka(small_forum())
        services.forum.ubah(tanggal=in_days(2), target_unsur=())
        yield services


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that counts as another disk."""
    monkeypatch.setattr(luar, "same_disk", lambda _one, _other: False)
    place = tmp_path / "flashdisk"
    place.mkdir()
    return place


@pytest.fixture
def desktop(desa: Layanan, qtbot: Any, qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    with whole_program(qapp, qtbot, desa, tmp_path) as made:
        yield made


def section_of(page: Any) -> GladiSection:
    assert isinstance(page, SiapkanPage)
    page.show_section("gladi")
    found = page.section("gladi")
    assert isinstance(found, GladiSection)
    return found


def line_of(page: Any) -> RowButton:
    QApplication.processEvents()
    (row,) = [one for one in page.gladi_card.findChildren(RowButton) if one.isVisible()]
    return row


def ready(section: GladiSection) -> list[str]:
    return [key for key, row in section.rows.items() if row.done]


def test_it_says_how_far_it_is_and_begins_at_the_first_open_item(desa: Layanan, show: Show) -> None:
    section = section_of(show(SiapkanPage, desa).page)
    assert section.state.text() == "0 dari 6 siap. Musyawarah 2 hari lagi."
    assert QApplication.focusWidget() is section.rows["latihan"].button
    assert section.rows["layar"].button.accessibleDescription().startswith("Proyektor, belum. Layar belum pernah")


def test_each_item_has_one_button_that_does_or_opens_it(
    desa: Layanan, show: Show, say: RecordedSay, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    monkeypatch.setattr(latihan, "_start", lambda program, _arguments: bool(started.append(program)) or True)
    shown: Shown = show(SiapkanPage, desa)
    section = section_of(shown.page)
    say.files = [stick]
    for row in section.rows.values():
        row.button.setFocus()
        QTest.keyClick(row.button, Qt.Key.Key_Return)
    assert started and shown.pages == ["dokumen", "layar", "undangan"]
    assert ready(section) == ["titik_simpan", "flashdisk"]
    assert say.last.text.endswith("terbaca kembali dan sama. Flashdisk aman dicabut.")
    assert list(stick.glob("Cadangan Musrenbang*/musrenbang-*.db"))


def test_a_folder_of_this_laptop_is_refused_and_nothing_is_ticked(
    desa: Layanan, show: Show, say: RecordedSay, tmp_path: Path
) -> None:
    section = section_of(show(SiapkanPage, desa).page)
    say.files = [tmp_path, None]
    section.rows["flashdisk"].button.click()
    assert "Pilih flashdisk." in say.last.text
    section.rows["flashdisk"].button.click()
    assert ready(section) == [] and len(say.said) == 1


@pytest.mark.expects_log("ui.say", "trouble: NoAccess")
def test_a_pulled_flash_disk_is_told_and_can_be_tried_again(
    desa: Layanan, show: Show, say: RecordedSay, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = section_of(show(SiapkanPage, desa).page)

    def pulled(_path: Path, _data: bytes) -> None:
        raise OSError("x")

    with monkeypatch.context() as patch:
        patch.setattr(luar, "put_whole", pulled)
        say.files = [stick]
        section.rows["flashdisk"].button.click()
    assert say.last.kind == "error" and "tercabut sebelum selesai" in say.last.text
    assert "flashdisk" not in ready(section)
    say.files = [stick]
    section.rows["flashdisk"].button.click()
    assert "flashdisk" in ready(section)


def test_a_copy_that_was_stopped_can_be_begun_again(
    desa: Layanan, qtbot: Any, say: RecordedSay, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    background = Background(say)
    page = SiapkanPage(desa, say, background)
    qtbot.addWidget(page)
    page.refresh(None)
    section, buat = section_of(page), desa.cadangan.buat
    with monkeypatch.context() as patch:
        patch.setattr(desa.cadangan, "buat", lambda: background.cancel() or buat())
        say.files = [stick]
        section.rows["flashdisk"].button.click()
        section.rows["flashdisk"].button.click()  # asks for no second disk while it runs
        qtbot.waitUntil(lambda: not background.busy)
    assert say.texts() == ["Dibatalkan: Menyalin cadangan ke flashdisk."] and not list(stick.iterdir())
    say.files = [stick]
    section.rows["flashdisk"].button.click()
    qtbot.waitUntil(lambda: not background.busy)
    assert "flashdisk" in ready(section)
    background.close()


def test_only_what_no_laptop_can_know_is_ticked_by_hand(desa: Layanan, show: Show, wall: Wall) -> None:
    section = section_of(show(SiapkanPage, desa).page)
    ticks = {key: row.tick for key, row in section.rows.items()}
    assert [key for key, tick in ticks.items() if tick.isVisible()] == ["lembar_uji", "layar"]
    assert ticks["lembar_uji"].text() == "Mencetak di tempat lain"
    desa.dokumen.catat_cetak("lembar_uji", "a" * 64, [1])
    section.read()
    assert ticks["lembar_uji"].text() == "Ukuran di kertas sudah benar" and not ticks["lembar_uji"].isChecked()
    wall.pass_minutes(3)
    for key in ("lembar_uji", "layar"):
        ticks[key].setFocus()
        QTest.keyClick(ticks[key], Qt.Key.Key_Space)
    assert ready(section) == ["lembar_uji", "layar"]
    QTest.keyClick(ticks["layar"], Qt.Key.Key_Space)
    assert ready(section) == ["lembar_uji"]
    assert section.state.text().startswith("1 dari 6")


def test_coming_back_from_the_practice_room_shows_what_was_done_there(
    desa: Layanan, show: Show, tmp_path: Path, wall: Wall
) -> None:
    section = section_of(show(SiapkanPage, desa).page)
    wall.pass_minutes(5)
    with opened(tmp_path / "data" / "latihan", wall) as room:
        room.forum.buka(small_forum())
    assert section.isActiveWindow() and ready(section) == []
    QApplication.sendEvent(section, QEvent(QEvent.Type.ActivationChange))
    assert ready(section) == ["latihan"]


def test_the_layar_on_a_second_screen_is_noted_by_itself(desktop: Desktop) -> None:
    window = desktop.window
    page = with_cable(window)
    window.show_page("layar", "buka")
    assert page.projector.open and not page.projector.on_hall
    window.show_page("siapkan", "gladi")
    section = section_of(window.page())
    assert "layar" not in ready(section)
    cable(page).plug(BEAMER)
    assert "layar" in ready(section)
    page.close_screen()


def test_a_forum_that_is_over_says_so(desa: Layanan, show: Show) -> None:
    desa.forum.ubah(tanggal=in_days(-1))
    assert section_of(show(SiapkanPage, desa).page).state.text() == "0 dari 6 siap. Musyawarahnya sudah lewat."


def test_the_first_page_shows_it_in_the_two_weeks_before_until_somebody_has_come(desa: Layanan, show: Show) -> None:
    shown: Shown = show(BerandaPage, desa)
    page = shown.page
    row = line_of(page)
    assert row.accessibleName() == "0 dari 6 siap. Musyawarah 2 hari lagi."
    row.click()
    assert shown.pages == ["siapkan"]
    desa.gladi.catat("layar")
    assert "1 dari 6 siap" in line_of(page).accessibleName()
    for days, seen in ((20, False), (1, True), (0, True), (-1, False), (0, True)):
        desa.forum.ubah(tanggal=in_days(days))
        assert page.gladi_card.isVisible() is seen, days
    desa.peserta.catat_tamu(PesertaBaru(nama="Aminah"))
    assert not page.gladi_card.isVisible()


def test_far_from_the_day_no_card_is_made(desa: Layanan, show: Show) -> None:
    desa.forum.ubah(tanggal=in_days(60))
    assert "gladi_card" not in vars(show(BerandaPage, desa).page)


def test_search_finds_it(desktop: Desktop) -> None:
    window = desktop.window
    (found,) = [one for one in Commands(window).find("gladi bersih") if one.kind == "perintah"]
    found.open()
    assert section_of(window.page()).isVisible()
    (found,) = [one for one in Commands(window).find("salin cadangan flashdisk") if one.kind == "perintah"]
    found.open()
    assert QApplication.focusWidget() is section_of(window.page()).rows["flashdisk"].button


def test_the_practice_room_has_no_rehearsal(qtbot: Any, qapp: QApplication, tmp_path: Path, wall: Wall) -> None:
    with opened(tmp_path / "latihan", wall) as room:
        room.forum.buka(small_forum())
        room.forum.ubah(tanggal=in_days(1))
        with whole_program(qapp, qtbot, room, tmp_path) as desktop:
            window = desktop.window
            assert not Commands(window).find("gladi")
            assert "gladi_card" not in vars(window.page())
            window.show_page("siapkan", "gladi")
            page: Any = window.page()
            assert page.section("fakta").isVisible()


@pytest.mark.parametrize("points", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_nothing_is_cut(desa: Layanan, show: Show, theme: Theme, points: int) -> None:
    desa.peserta.undang(PesertaBaru(nama="Aminah"))
    desa.dokumen.catat_cetak("lembar_uji", "a" * 64, [1])
    page = show(SiapkanPage, desa).page
    section_of(page)
    theme.text_size = points
    theme.apply()
    for _ in range(4):
        QApplication.processEvents()
    assert clipped(page) == []
