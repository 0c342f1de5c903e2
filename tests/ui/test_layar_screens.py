"""The window of the hall: on the right screen, never in the operator's way, and gone when the program goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from tests.ui import halls
from tests.ui.halls import BEAMER, cable, read_by_hall
from ui.app import Desktop
from ui.layar.page import LayarPage
from ui.layar.screens import Hall
from ui.layar.window import LayarWindow
from ui.main_window import MainWindow
from ui.theme import Theme

desktop, window, page = halls.desktop, halls.window, halls.page


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


def test_alone_it_is_a_window_to_drag_that_says_so(page: LayarPage) -> None:
    said: list[str] = []
    page.say.info = lambda text, *_rest, **_more: said.append(text)
    page.open_screen()
    hall = page.projector.window
    assert hall is not None
    assert not page.projector.on_hall
    assert not hall.isFullScreen()
    assert not hall.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert [text[:16] for text in said] == ["Hanya satu layar"]


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


def test_letters_of_the_laptop_do_not_change_those_of_the_hall(page: LayarPage, theme: Theme) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    before = read_by_hall(page)
    theme.resize(4)
    QApplication.processEvents()
    page.projector.redraw()
    assert read_by_hall(page) == before


def test_other_colours_reach_the_hall(page: LayarPage, desktop: Desktop) -> None:
    page.open_screen()
    page.projector.choose("usulan")
    assert page.projector.window is not None
    desktop.window.looks.wear("kontras")
    QApplication.processEvents()
    assert page.projector.window.frame.background == "#000000"


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
    window.resize(1000, 600); window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.hall.show()
    hall = window.page().projector.window
    assert QTest.qWaitForWindowExposed(hall)
    window.open_palette()
    dialog = next(top for top in QApplication.topLevelWidgets() if top.inherits("QDialog") and top.isVisible())
    assert QTest.qWaitForWindowExposed(dialog)
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
