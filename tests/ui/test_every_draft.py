"""Whatever is typed anywhere is on the disk two seconds later: as a record, or as words that come back.

Every field of every page and of every part of a page is typed into; one that only its window remembers is found here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from musrenbang_desktop.services.layanan import Layanan
from tests.sukamaju import whole_forum
from ui.app import Desktop
from ui.fields import SearchBox, committing
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import PAGES
from ui.segments import Segments

#: What is typed, until one of them is taken: words, a number, a day, a place, an hour, a point, a telephone number.
TRIED = ("zz", "2", "22-01-2026", "3/2", "09.10", "-6.9, 107.6", "0812 3450 9876", "Dusun lain")

#: Fields whose letters are no words of a record, each with the reason.
NOTHING_TO_KEEP = {
    ("kehadiran", "Nama yang datang"): "a search: it finds who comes in",
    ("usulan", "Cari dalam kamus"): "a search",
    ("usulan", "Cantolan rencana"): "a search",
    ("siapkan", "Sebutan untuk dusun"): "one word of a list; it changes every page, so only leaving it counts",
    ("profil", "Nama salinan baru"): "names a file; nothing stands in it before",
    ("undangan", "Unsur"): "stays from the person before; kept as soon as somebody's name is typed",
    ("undangan", "Dusun"): "stays from the person before; kept as soon as somebody's name is typed",
    ("suara", "Nomor di kertas"): "runs by itself; kept as soon as the paper is typed",
    ("sipd", "Nama pengisi"): "stays from the usulan before; kept with the number",
    ("kirim", "Alamat kabupaten"): "stands in the letter beside the code, typed once for a laptop",
    ("kirim", "Kode tiket"): "a secret that is used once and never lies on the disk",
}

#: Pages whose Ctrl+N opens a form of its own.
WITH_A_FORM = ("undangan", "kehadiran", "usulan", "titipan", "prioritas", "layar")


@pytest.fixture
def window(
    kosong: Layanan, qtbot: Any, qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(committing, "PAUSE_MS", 5)
    whole_forum(kosong, close=False)
    desktop = Desktop(qapp, kosong, tmp_path, alone=True)
    desktop.window.resize(1093, 1400)
    desktop.window.show()
    qtbot.waitExposed(desktop.window)
    try:
        yield desktop.window
    finally:
        voice: Any = desktop.window._say
        voice.ask = lambda *_question, **_words: True
        desktop.window.close()
        QApplication.processEvents()
        desktop.close()


def views(key: str, page: Any) -> Iterator[None]:
    """Every part of a page in front, its new form, and its questions."""
    yield
    for row in page.findChildren(Segments):
        for button in row.findChildren(QAbstractButton):
            button.click()
            yield
    if key in WITH_A_FORM:
        page.new_item()
        yield
    if key == "usulan":
        page.show_record(page.services.usulan.daftar()[0].id)
        for fold in page.panel.folds.values():
            fold.head.setChecked(True)
            yield
        page.panel.withdraw()
        yield
    if key == "sipd":
        page.refuse()
        yield


def fields(page: Page) -> list[QLineEdit | QPlainTextEdit]:
    """Where letters can be typed now."""
    found: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly() and not _search(one)]


def _search(one: QWidget) -> bool:
    return isinstance(one, SearchBox) or (isinstance(one, QLineEdit) and one.echoMode() != QLineEdit.EchoMode.Normal)


def name_of(one: QWidget) -> str:
    above = one.parentWidget()
    return one.accessibleName() or (above.accessibleName() if isinstance(above, QComboBox) else "")


def is_kept(one: QLineEdit | QPlainTextEdit, services: Layanan) -> bool:
    """Whether anything was written, as a record or as a draft, while the cursor stayed in the field."""
    connection = services.desk.connection
    one.setFocus()
    before = connection.total_changes
    for text in TRIED:
        one.selectAll()
        QTest.keyClicks(one, text)
        for _ in range(3):
            QTest.qWait(6)
            if connection.total_changes != before:
                return True
    return False


@pytest.mark.parametrize("key", [spec.key for spec in PAGES])
def test_what_is_typed_is_on_the_disk_after_a_pause(key: str, window: MainWindow, kosong: Layanan) -> None:
    window.show_page(key)
    seen: dict[str, bool] = {}
    for _view in views(key, window.page()):
        QApplication.processEvents()
        for one in fields(window.page()):
            if not shiboken6.isValid(one):
                continue  # what was typed before made its row anew
            name = name_of(one)
            if name not in seen:
                seen[name] = is_kept(one, kosong)
    lost = {name for name, kept in seen.items() if not kept}
    excused = {name for page, name in NOTHING_TO_KEEP if page == key}
    assert lost <= excused, "typed, and gone with the power"
    if key in ("usulan", "titipan", "siapkan", "layar", "undangan"):
        assert len(seen) > 3, "the fields of this page were found"
