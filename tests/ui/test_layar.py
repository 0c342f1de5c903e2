"""Mode Layar: the hall sees what the operator chose and lets it see, at once or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import whole_forum
from tests.ui import halls
from tests.ui.halls import read_by_hall
from ui.layar.page import LayarPage
from ui.layar.projector import Projector
from ui.layar.scenes import DIGITS
from ui.main_window import MainWindow

desktop, window, page = halls.desktop, halls.window, halls.page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def test_f5_opens_the_layar_from_any_page_and_goes_there_and_back(window: MainWindow) -> None:
    window.show_page("usulan")
    press(Qt.Key.Key_F5)
    assert window.stack.current_key == "layar"
    page: Any = window.page()
    assert page.projector.open
    press(Qt.Key.Key_F5)
    assert window.stack.current_key == "usulan"
    assert page.projector.open, "the hall goes on watching"


def test_the_palette_opens_and_freezes_it(window: MainWindow) -> None:
    from ui.shell.search import Commands

    by_name = {found.text: found for found in Commands(window).find("layar")}
    by_name["Buka layar untuk hadirin (F5)"].open()
    page: Any = window.page()
    assert page.projector.open
    by_name["Bekukan layar, atau lanjutkan (F8)"].open()
    assert page.projector.frozen


def test_digits_choose_scenes_in_every_part_of_the_page(page: LayarPage) -> None:
    page.open_screen()
    for part in ("layar", "acara", "giliran"):
        page.show_part(part)
        page.on_shown()
        for digit, key in DIGITS.items():
            press(Qt.Key(ord(digit)))
            assert page.projector.scene.key == key, (part, digit)
            assert page.remote.scenes[key].isChecked()


def test_page_keys_turn_the_pages_of_a_long_list(page: LayarPage) -> None:
    page.open_screen()
    press(Qt.Key.Key_4)
    pages = page.projector.pages
    assert pages > 3
    first = read_by_hall(page)
    press(Qt.Key.Key_PageDown)
    assert read_by_hall(page) != first
    press(Qt.Key.Key_PageUp)
    assert read_by_hall(page) == first
    press(Qt.Key.Key_PageUp)
    assert page.projector.page == pages - 1, "before the first page comes the last"


def test_long_lists_turn_by_themselves_and_wait_while_frozen(page: LayarPage) -> None:
    page.open_screen()
    projector = page.projector
    projector.choose("peringkat")
    page.remote.itself.click()
    assert projector._turner.isActive()
    projector._turner.timeout.emit()
    assert projector.page == 1
    projector.freeze(on=True)
    assert not projector._turner.isActive()
    projector.freeze(on=False)
    projector.choose("selamat")
    assert not projector._turner.isActive(), "one page needs no turning"


def test_a_clock_ticks_only_where_one_is_shown(page: LayarPage) -> None:
    projector = page.projector
    projector.choose("acara")
    assert not projector._clock.isActive(), "nobody watches"
    page.open_screen()
    assert projector._clock.isActive()
    projector.choose("usulan")
    assert not projector._clock.isActive()


def test_the_hall_sees_a_new_usulan_at_once(page: LayarPage, window: MainWindow, kosong: Layanan) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    window.show_page("usulan")
    kosong.usulan.catat(UsulanBaru(judul="Aula baru", dusun="Aaa", pengusul="RT 01"))
    assert "Aula baru" in read_by_hall(page)


def test_frozen_the_hall_keeps_its_picture_until_f8(page: LayarPage, kosong: Layanan) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    press(Qt.Key.Key_F8)
    before = read_by_hall(page)
    picture = page.projector.window.grab().toImage() if page.projector.window else None
    kosong.usulan.catat(UsulanBaru(judul="Aula baru", dusun="Aaa", pengusul="RT 01"))
    press(Qt.Key.Key_5)
    assert read_by_hall(page) == before
    assert page.projector.window is not None
    assert page.projector.window.grab().toImage() == picture
    assert page.remote.prepared.isVisible()
    assert page.remote.prepared.frame is not page.remote.seen.frame
    press(Qt.Key.Key_F8)
    assert "Peringkat" in read_by_hall(page)
    assert not page.remote.prepared.isVisible()


def test_the_bottom_line_says_what_the_hall_sees(page: LayarPage, window: MainWindow) -> None:
    assert window.status.layar.isHidden()
    page.open_screen()
    page.projector.choose("peringkat")
    assert window.status.layar.text() == "Layar: Peringkat"
    page.toggle_freeze()
    page.projector.choose("usulan")
    assert window.status.layar.text() == "Layar beku: Peringkat"
    page.toggle_screen()
    assert window.status.layar.isHidden()


def test_the_agenda_is_run_by_single_keys(page: LayarPage, kosong: Layanan) -> None:
    kosong.forum.ubah(agenda=(Acara("Pembukaan", 10), Acara("Penilaian", 30)))
    page.open_screen()
    page.projector.choose("acara")
    page.show_part("acara")
    page.on_shown()
    press(Qt.Key.Key_N)
    assert kosong.sidang.sekarang().kini == "Pembukaan"
    assert "Pembukaan" in read_by_hall(page)
    press(Qt.Key.Key_J)
    assert kosong.sidang.sekarang().keadaan == "jeda"
    assert "Jeda" in read_by_hall(page)
    press(Qt.Key.Key_T)
    press(Qt.Key.Key_N)
    assert kosong.sidang.sekarang().kini == "Penilaian"
    press(Qt.Key.Key_S)
    assert kosong.sidang.sekarang().keadaan == "selesai"
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert kosong.sidang.sekarang().keadaan == "berjalan"


def test_one_letter_is_one_turn_and_shift_waits_in_line(page: LayarPage, kosong: Layanan) -> None:
    page.show_part("giliran")
    page.on_shown()
    unsur = kosong.bicara.unsur()
    press(Qt.Key.Key_Q)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_S)
    turns = kosong.bicara.daftar()
    assert [(turn.unsur, turn.jenis_kelamin) for turn in turns] == [
        (unsur[0], "L"), (unsur[2], "P"), (unsur[1], "P"),
    ]  # fmt: skip
    assert [turn.berjalan for turn in turns] == [False, False, True]
    press(Qt.Key.Key_N)
    assert kosong.bicara.antrean() == []
    press(Qt.Key.Key_X)
    assert kosong.bicara.berjalan() is None
    assert page.turns.now.text() == "Belum ada yang bicara"


def test_keys_of_one_part_do_nothing_in_another(page: LayarPage, kosong: Layanan) -> None:
    page.show_part("layar")
    page.on_shown()
    for key in (Qt.Key.Key_Q, Qt.Key.Key_N, Qt.Key.Key_S):
        press(key)
    assert kosong.bicara.daftar() == []
    assert kosong.sidang.sekarang().keadaan == "belum"


def test_a_lopsided_debate_is_said_to_the_operator(page: LayarPage, kosong: Layanan) -> None:
    from datetime import timedelta

    page.show_part("giliran")
    kosong.bicara.mulai(kosong.bicara.unsur()[0], "L")
    clock: Any = kosong.desk.store.clock
    clock.now += timedelta(minutes=10)
    kosong.bicara.selesai()
    assert page.turns.warning.isVisible()
    assert "memakai 100% waktu bicara" in page.turns.warning.text()
    kosong.riwayat.batalkan()
    kosong.riwayat.batalkan()
    assert page.turns.warning.isHidden()


def test_without_an_agenda_the_operator_is_sent_to_write_one(page: LayarPage, kosong: Layanan) -> None:
    kosong.forum.ubah(agenda=())
    page.show_part("acara")
    assert page.agenda.empty.isVisible()
    assert not page.agenda.table.isVisible()


def test_the_layar_costs_the_start_nothing(tmp_path: Path) -> None:
    """Neither the scenes nor the projector are loaded before F5."""
    code = (
        "import sys; from ui.main_window import MainWindow; import ui.pages;"
        "print([name for name in sys.modules if name.startswith('ui.layar') or name.endswith('services.layar')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": "."}
    )
    assert done.stdout.strip() == "[]"


def test_what_cannot_be_read_is_not_shown_to_the_hall(
    kosong: Layanan, background: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal is for the operator; the hall reads only the name of the scene."""
    from musrenbang_desktop.domain.errors import RuleBroken

    whole_forum(kosong)
    projector = Projector(kosong, background)
    monkeypatch.setattr(projector.scenes["pagu"], "read", lambda: (_ for _ in ()).throw(RuleBroken("pagu", "kosong")))
    projector.choose("pagu")
    assert [text.words for text in projector.shown.texts] == ["Hasil terhadap pagu"]
    projector.close()


def test_a_key_in_the_score_sheet_moves_the_order_on_the_hall(
    page: LayarPage, window: MainWindow, kosong: Layanan
) -> None:
    """The last usulan of the rank gets the best scores of one group, typed digit by digit; frozen, nothing is seen."""
    page.open_screen()
    page.projector.choose("peringkat")
    window.show_page("prioritas")
    sheet: Any = window.page()
    sheet.show_part("skor")
    before = {row.usulan.id: row.nilai for row in kosong.layar.peringkat().baris}
    record = next(row.id for row in sheet.sheet.scoring_rows())
    old = read_by_hall(page)
    page.toggle_freeze()
    criteria = kosong.prioritas.aturan().kriteria
    for place, kriteria in enumerate(criteria):
        sheet.grid.go_to(record, place)
        digit = kriteria.terkecil if sheet.sheet.scores(record)[place] != kriteria.terkecil else kriteria.terkecil + 1
        QTest.keyClick(sheet.grid, Qt.Key(ord(str(digit))))
    after = {row.usulan.id: row.nilai for row in kosong.layar.peringkat().baris}
    assert after[record] != before[record], "recorded without leaving the row"
    assert read_by_hall(page) == old
    page.toggle_freeze()
    assert read_by_hall(page) != old
