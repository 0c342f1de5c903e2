"""Mode Layar: the hall sees what the operator chose, on the right screen, and never the operator's own business."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import whole_forum
from tests.ui.program import whole_program
from ui.app import Desktop
from ui.layar.page import LayarPage
from ui.layar.projector import Projector
from ui.layar.scenes import DIGITS
from ui.layar.screens import Hall, Screens
from ui.layar.window import LayarWindow
from ui.main_window import MainWindow
from ui.theme import Theme

BEAMER = Hall("proyektor", QRect(0, 0, 1024, 768))


class Cable(Screens):
    """A projector that can be plugged and unplugged."""

    def __init__(self, hall: Hall | None) -> None:
        super().__init__()
        self.plugged = hall

    def hall(self, operator: QWidget | None) -> Hall | None:
        return self.plugged

    def plug(self, hall: Hall | None) -> None:
        self.plugged = hall
        self.changed.emit()


@pytest.fixture
def desktop(kosong: Layanan, qtbot: Any, qapp: Any, tmp_path: Path) -> Iterator[Desktop]:
    whole_forum(kosong, close=False)
    with whole_program(qapp, qtbot, kosong, tmp_path) as made:
        yield made


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    return desktop.window


@pytest.fixture
def page(window: MainWindow) -> LayarPage:
    window.show_page("layar")
    found: Any = window.page()
    found.projector.screens.changed.disconnect(found.projector._on_screens)
    found.projector.screens = Cable(None)
    found.projector.screens.changed.connect(found.projector._on_screens)
    return found


def cable(page: LayarPage) -> Cable:
    found: Any = page.projector.screens
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifier)
    QApplication.processEvents()


def read_by_hall(page: LayarPage) -> list[str]:
    """What stands on the window of the hall."""
    assert page.projector.window is not None
    return [text.words for text in page.projector.window.frame.texts]


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


def test_it_takes_no_focus_and_no_key(page: LayarPage, window: MainWindow) -> None:
    focus = QApplication.focusWidget()
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    assert hall.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert hall.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert hall.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert QApplication.focusWidget() is focus
    assert QApplication.activeWindow() is window
    assert hall.parent() is None
    assert hall.findChildren(QWidget) == []
    assert hall.toolTip() == ""


def test_no_dialog_message_or_palette_belongs_to_it(page: LayarPage, window: MainWindow) -> None:
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    before = read_by_hall(page)
    window._say.warning("Printer tidak menjawab.")
    window.open_palette()
    box = QMessageBox(QMessageBox.Icon.Question, "Tanya", "Lanjut?", parent=window)
    box.show()
    QApplication.processEvents()
    for dialog in [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]:
        assert dialog.parentWidget() is not None
        assert dialog.parentWidget().window() is window
        dialog.close()
    assert read_by_hall(page) == before
    assert "Printer" not in " ".join(read_by_hall(page))


def test_on_the_second_screen_it_fills_it(page: LayarPage) -> None:
    cable(page).plugged = BEAMER
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    assert page.projector.on_hall
    assert hall.geometry() == BEAMER.geometry
    assert hall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert page.remote.state.text() == "Tampil di layar kedua"


def test_alone_it_is_a_window_to_drag_that_says_so(page: LayarPage, window: MainWindow) -> None:
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    assert not page.projector.on_hall
    assert not hall.isFullScreen()
    assert not hall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert "Hanya satu layar" in window.messages.text.text() if hasattr(window.messages, "text") else True


def test_a_lost_screen_is_said_and_comes_back_by_itself(page: LayarPage) -> None:
    cable(page).plugged = BEAMER
    page.open_screen()
    page.projector.choose("peringkat")
    said: list[str] = []
    page.say.warning = lambda text, *_rest, **_more: said.append(text)
    page.say.success = lambda text, *_rest, **_more: said.append(text)
    cable(page).plug(None)
    hall = page.projector.window
    assert hall is not None
    assert hall.isHidden(), "the system must not push it over the operator's work"
    assert page.remote.state.text() == "Layar kedua terputus, menunggu tersambung lagi"
    assert "Peringkat" in [text.words for text in page.remote.seen.frame.texts], "the picture is in the main window"
    page.projector.choose("pagu")
    cable(page).plug(Hall("lain", QRect(0, 0, 1366, 768)))
    assert hall.isVisible()
    assert hall.geometry() == QRect(0, 0, 1366, 768)
    assert page.projector.on_hall
    assert hall.frame.size.toSize() == QSize(1366, 768), "laid out anew for the other shape"
    assert said[0].startswith("Layar kedua terputus.")
    assert said[1:] == ["Layar kedua tersambung lagi."]


def test_a_projector_that_is_plugged_in_later_takes_the_window(page: LayarPage) -> None:
    page.open_screen()
    assert not page.projector.on_hall
    cable(page).plug(BEAMER)
    assert page.projector.on_hall


def test_cables_do_nothing_while_it_is_closed(page: LayarPage) -> None:
    cable(page).plug(BEAMER)
    cable(page).plug(None)
    assert page.projector.window is None


def test_it_closes_with_the_program_and_does_not_keep_it_open(page: LayarPage, desktop: Desktop) -> None:
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    assert not hall.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    desktop.window.close()
    QApplication.processEvents()
    assert page.projector.window is None
    assert not [top for top in QApplication.topLevelWidgets() if isinstance(top, LayarWindow) and top.isVisible()]


def test_closed_by_its_own_button_it_can_be_opened_again(page: LayarPage) -> None:
    page.open_screen()
    assert page.projector.window is not None
    page.projector.window.close()
    QApplication.processEvents()
    assert not page.projector.open
    assert page.remote.open.text() == "Buka layar (F5)"
    page.open_screen()
    assert page.projector.open


def test_other_colours_reach_the_hall(page: LayarPage, desktop: Desktop) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    assert page.projector.window is not None
    desktop.window.looks.wear("kontras")
    QApplication.processEvents()
    assert page.projector.window.frame.background == "#000000"


def test_letters_of_the_laptop_do_not_change_those_of_the_hall(page: LayarPage, theme: Theme) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    before = read_by_hall(page)
    theme.resize(4)
    QApplication.processEvents()
    page.projector.redraw()
    assert read_by_hall(page) == before


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
    assert "memakai 100 % waktu bicara" in page.turns.warning.text()
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


TWO_SCREENS = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from PySide6.QtTest import QTest
from tests.small_forum import small_forum
from tests.village import opened
from ui.app import Desktop, make_application
app = make_application()
with opened(Path(sys.argv[1])) as desa:
    desa.forum.buka(small_forum())
    desktop = Desktop(app, desa, Path(sys.argv[1]), alone=True)
    window = desktop.window
    window.resize(1000, 600); window.show(); QTest.qWait(20)
    window.hall.show(); QTest.qWait(20)
    hall = window.page().projector.window
    window.open_palette(); QTest.qWait(20)
    dialog = next(top for top in QApplication.topLevelWidgets() if top.inherits("QDialog") and top.isVisible())
    print(json.dumps({
        "screens": [screen.name() for screen in app.screens()],
        "main": window.screen().name(), "hall": hall.screen().name(), "dialog": dialog.screen().name(),
        "geometry": [hall.x(), hall.y(), hall.width(), hall.height()], "full": hall.isFullScreen(),
        "active": app.activeWindow() is not hall,
    }))
    dialog.close(); window.close(); desktop.close()
"""


def test_with_two_screens_each_window_stands_on_its_own(tmp_path: Path) -> None:
    """A real second screen of the platform, in a process of its own."""
    import json

    config = tmp_path / "screens.json"
    shape = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    config.write_text(
        json.dumps(
            {
                "screens": [
                    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, **shape},
                    {"name": "proyektor", "x": 1366, "y": 0, "width": 1024, "height": 768, **shape},
                ]
            }
        )
    )
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ".", "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["screens"] == ["laptop", "proyektor"]
    assert (found["main"], found["dialog"], found["hall"]) == ("laptop", "laptop", "proyektor")
    assert found["geometry"] == [1366, 0, 1024, 768]
    assert found["full"]
    assert found["active"]


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
