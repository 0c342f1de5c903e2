"""Whatever is typed anywhere is there again after the power was cut: as a record, or as words that wait.

Every field of every page and of every part of a page is typed into, with each of the texts, and the cursor never leaves
it. Then the data folder is copied as it lies on the disk, which is all that a cut leaves, and the program is started on
the copy: each field must say what it said, with the same remark below it; of a choice that was not left also that no
record holds it yet.
"""

from __future__ import annotations

from copy import copy
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musrenbang_desktop.db.connection import Connection
from tests.ui.every_field import (
    CursorStays,
    Spot,
    Typed,
    before_the_scores,
    close_questions,
    finished_but_open,
    parts,
    remark_of,
    spots,
    text_of,
    window_over,
)
from tests.village import Prepared, opened
from ui.fields import committing
from ui.main_window import MainWindow
from ui.pages import PAGES

#: What is typed: words, a number, half a day, half an amount, a place; at night also an hour, a point, a telephone.
#: Each field understands some of them and waits with the others.
TRIED = ("zz", "2", "22-01-20", "25 j", "3/2", "09.10", "-6.9, 107.6", "0812 3450 9876")
BY_DAY = 5

#: Fields whose letters are no words of a record, each with the reason.
NOTHING_TO_KEEP = {
    ("kehadiran", "Nama yang datang"): "a search: it finds who comes in",
    ("usulan", "Cari dalam kamus"): "a search",
    ("usulan", "Cantolan rencana"): "a search",
    ("kirim", "Kode tiket"): "a secret that is used once and never lies on the disk",
}

#: Pages on which letters are typed into many fields.
FULL_OF_FIELDS = ("usulan", "titipan", "siapkan", "layar", "undangan", "kehadiran", "prioritas")


class Said(NamedTuple):
    """What stands in a field and below it."""

    text: str
    remark: str


def type_everywhere(window: MainWindow, key: str, turn: int, qtbot: Any) -> dict[Spot, set[Said]]:
    """Type one of the texts into every field of a page; what each says when its part is left, and in the end."""
    text = TRIED[turn]
    window.show_page(key)
    page: Any = window.page()
    close_questions(page)
    done: dict[Typed, Spot] = {}
    said: dict[Spot, set[Said]] = {}
    for part in parts(key, page, turn):
        QApplication.processEvents()
        for spot, one in spots(part, page):
            if (key, spot.name) in NOTHING_TO_KEEP or not shiboken6.isValid(one) or one in done:
                continue  # what was typed before may have made its row anew
            type_into(one, text, window.services.desk.connection, qtbot)
            done[one] = spot
        QApplication.processEvents()
        said |= {spot: {_said(one)} for one, spot in done.items() if shiboken6.isValid(one) and spot.part == part}
    for one, spot in done.items():  # a sum, such as all that are served, follows from what was typed behind it
        if shiboken6.isValid(one):
            said[spot].add(_said(one))
    return said


def type_into(one: Typed, text: str, connection: Connection, qtbot: Any) -> None:
    """Type, and wait until something is on the disk while the cursor stays in the field."""
    one.setFocus()
    if text_of(one) == text:
        return
    one.selectAll()
    CursorStays.in_field(one)
    before = connection.total_changes
    QTest.keyClicks(one, text)
    qtbot.waitUntil(lambda: connection.total_changes != before, timeout=1000)


def read_everywhere(window: MainWindow, key: str, turn: int) -> dict[Spot, Said]:
    """What every field of a page says."""
    window.show_page(key)
    found: dict[Spot, Said] = {}
    for part in parts(key, window.page(), turn):
        QApplication.processEvents()
        for spot, one in spots(part, window.page()):
            found.setdefault(spot, _said(one))
    return found


def _said(one: Typed) -> Said:
    return Said(text_of(one), remark_of(one))


def _kept(typed: set[Said], there: Said | None) -> bool:
    """Whether a field says what it said, or that words which nobody refused are in no record yet."""
    if there is None or not there.remark.startswith("Belum tercatat."):
        return there in typed
    return Said(there.text, "") in typed


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_every_word_comes_back_after_the_power_was_cut(
    key: str, prepared: Prepared, qtbot: Any, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committing, "PAUSE_MS", 5)
    folder = tmp_path / "data"
    clock = prepared.copy(before_the_scores if key == "prioritas" else finished_but_open, folder)
    lost: dict[tuple[str, Spot], tuple[set[Said], Said | None]] = {}
    with opened(folder, clock) as services, window_over(services, qapp, folder) as window:
        qtbot.waitExposed(window)
        at_night = settings.get_current_profile_name() == "night"
        for turn, text in enumerate(TRIED if at_night else TRIED[:BY_DAY]):
            typed = type_everywhere(window, key, turn, qtbot)
            if not typed:
                break
            cut = copytree(folder, tmp_path / str(turn))
            with opened(cut, copy(clock)) as left, window_over(left, qapp, cut) as again:
                there = read_everywhere(again, key, turn)
            lost |= {
                (text, spot): (one, there.get(spot)) for spot, one in typed.items() if not _kept(one, there.get(spot))
            }
    assert lost == {}, "typed, and gone with the power"
    assert key not in FULL_OF_FIELDS or len(typed) > 3, "the fields of this page were found"
