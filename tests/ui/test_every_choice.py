"""Whatever is chosen anywhere is there again after the power was cut, also where a button has not recorded it yet.

Every list and every tick of every page is changed; then the data folder is copied as it lies on the disk and the
program is started on the copy.
"""

from __future__ import annotations

from copy import copy
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton

from tests.ui.every_field import Spot, before_the_scores, finished_but_open, parts, window_over
from tests.village import Prepared, opened
from ui.fields import committing
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import PAGES

Choice = QComboBox | QCheckBox | QPushButton

#: What is no choice of a record: it only shows another part of what is there.
ONLY_SHOWS = {
    ("undangan", "Surat dan bukti"): "opens a part",
    ("undangan", "Rincian orang"): "opens a part",
    ("kehadiran", "Rincian orang"): "opens a part",
    ("usulan", "Saringan lain"): "opens a part",
    ("word", "Naskah yang disimpan"): "which paper is looked at",
    ("sipd", "Usulan"): "which usulan is looked at; the one with half a number comes first",
    ("layar", "Berganti sendiri"): "how the hall screen turns, for as long as it is open",
}


def only_shows(key: str, name: str) -> bool:
    """Whether this is no choice of a record; on the page of the hall screen that is also which scene it shows."""
    return (key, name) in ONLY_SHOWS or (key == "layar" and name.startswith("Tampilkan "))


def choices(part: str, page: Page) -> list[tuple[Spot, Choice]]:
    """Lists that nothing is typed into, ticks, and buttons of which one is down; not the heads of a fold."""
    found: list[Choice] = [box for box in page.findChildren(QComboBox) if not box.isEditable()]
    found += page.findChildren(QCheckBox)
    found += [one for one in page.findChildren(QPushButton) if one.isCheckable() and type(one) is QPushButton]
    counted: dict[str, int] = {}
    spots = []
    for one in found:
        if one.isVisible() and one.isEnabled():
            name = one.accessibleName() or ("" if isinstance(one, QComboBox) else one.text())
            counted[name] = counted.get(name, -1) + 1
            spots.append((Spot(part, name, counted[name]), one))
    return spots


def chosen(one: Choice) -> str:
    return one.currentText() if isinstance(one, QComboBox) else str(one.isChecked())


def change(one: Choice) -> None:
    """Choose the next of a list, or press."""
    if not isinstance(one, QComboBox):
        one.click()
    elif one.count() > 1:
        one.setCurrentIndex((one.currentIndex() + 1) % one.count())
        one.activated.emit(one.currentIndex())


def change_everywhere(window: MainWindow, key: str, qtbot: Any) -> dict[Spot, set[str]]:
    """Change every choice of a page; what each says when its part is left, and in the end."""
    window.show_page(key)
    page: Any = window.page()
    done: dict[Choice, Spot] = {}
    said: dict[Spot, set[str]] = {}
    for part in parts(key, page):
        QApplication.processEvents()
        for spot, one in choices(part, page):
            if shiboken6.isValid(one) and one.isVisible() and one not in done and not only_shows(key, spot.name):
                change(one)
                done[one] = spot
        qtbot.waitUntil(lambda: not _pausing(window))
        said |= {spot: {chosen(one)} for one, spot in done.items() if shiboken6.isValid(one) and spot.part == part}
    for one, spot in done.items():
        if shiboken6.isValid(one):
            said[spot].add(chosen(one))
    return said


def _pausing(window: MainWindow) -> bool:
    """Whether anything still waits for the pause after the last key."""
    return any(pause.waiting for pause in window.findChildren(committing.Pause))


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_every_choice_comes_back_after_the_power_was_cut(
    key: str, prepared: Prepared, qtbot: Any, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committing, "PAUSE_MS", 5)
    folder, cut = tmp_path / "data", tmp_path / "cut"
    clock = prepared.copy(before_the_scores if key == "prioritas" else finished_but_open, folder)
    with opened(folder, clock) as services, window_over(services, qapp, folder) as window:
        qtbot.waitExposed(window)
        said = change_everywhere(window, key, qtbot)
        if not said:
            return
        copytree(folder, cut)
        there: dict[Spot, str] = {}
        with opened(cut, copy(clock)) as left, window_over(left, qapp, cut) as again:
            again.show_page(key)
            for part in parts(key, again.page()):
                QApplication.processEvents()
                for spot, one in choices(part, again.page()):
                    there.setdefault(spot, chosen(one))
    lost = {spot: (words, there.get(spot)) for spot, words in said.items() if there.get(spot) not in words}
    assert lost == {}, "chosen, and gone with the power"
