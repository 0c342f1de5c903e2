"""Qt's own windows, and every part of our pages that opens later: no English word, no word of programmers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QErrorMessage,
    QGroupBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from musrenbang_desktop.services.layanan import Layanan
from tests.ui.conftest import RecordedSay
from tests.ui.reach import STRANGE, words_of
from ui.background import Background
from ui.fields.table_menu import table_menu
from ui.lists import list_in_front
from ui.shell.history import RecordHistory
from ui.siapkan.page import SiapkanPage
from ui.siapkan.sections import SECTIONS
from ui.usulan.page import UsulanPage

ENGLISH = re.compile(
    r"\b(Save|Open|Close|Cancel|Yes|No to|Abort|Retry|Ignore|Discard|Help|Apply|Reset|Restore|Defaults|Undo|Redo|Cut|"
    r"Copy|Copies|Paste|Delete|Select|Look|File|Files|name|type|Directory|Back|Forward|Create|New|Show|Details|Print|"
    r"Printer|Pages?|Paper|Portrait|Landscape|Margins?|top|bottom|left|right|Width|Height|Color|Grayscale|Reverse|"
    r"Collate|Range|Options|Properties|Location|Preview|Output|Orientation|Source|Size|Custom|Zoom|Fit|First|Last|"
    r"Next|Previous|Current|Long side|Short side|None|Duplex|Sets?|Even|Odd|the|and|of|Step|Today|Clear|Link|again)\b"
)
#: What stays as it is: names of papers, units, and what a printer calls itself.
PROPER = re.compile(
    r"^(?:A\d|B\d|C\d|Letter|Legal|Executive|Tabloid|Ledger|Folio|CUPS|PDF|pt|mm|cm|in|Pica|Didot|Cicero|ISO|JIS|PPD|Printer$|Envelope|Fan-fold).*",
    re.IGNORECASE,
)


def texts_of(window: QWidget) -> Iterator[str]:
    """All that can be read in a window of Qt."""
    yield window.windowTitle()
    for widget in [window, *window.findChildren(QWidget)]:
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QGroupBox):
            yield widget.title()
        elif isinstance(widget, QTabWidget):
            yield from (widget.tabText(place) for place in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QAbstractSpinBox):
            yield widget.specialValueText()
        for action in widget.actions():
            yield from (action.text().partition("\t")[0], action.toolTip())


def english(texts: Iterator[str]) -> set[str]:
    """The texts with an English word."""
    plain = (re.sub("<[^>]*>", " ", text).replace("&", "") for text in texts)
    return {text for text in plain if ENGLISH.search(text) and not PROPER.match(text)}


def _printer() -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    return printer


WINDOWS: dict[str, Callable[[], QDialog]] = {
    "cetak": lambda: QPrintDialog(_printer()),
    "pratinjau": lambda: QPrintPreviewDialog(_printer()),
    "isian": QInputDialog,
    "kemajuan": lambda: QProgressDialog("Menyimpan", "Batal", 0, 3),
    "pesan": lambda: QMessageBox(
        QMessageBox.Icon.Question, "Musrenbang", "Tutup?", QMessageBox.StandardButton(_all_buttons())
    ),
    "kesalahan": QErrorMessage,
}


def _all_buttons() -> int:
    both = 0
    for button in QDialogButtonBox.StandardButton:
        if button.name not in ("NoButton", "FirstButton", "LastButton"):
            both |= button.value
    return both


@pytest.mark.parametrize("name", sorted(WINDOWS))
def test_a_window_of_qt_speaks_indonesian(name: str, qtbot: Any) -> None:
    window = WINDOWS[name]()
    qtbot.addWidget(window)
    assert english(texts_of(window)) == set()


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit, QTextBrowser])
def test_the_menu_of_every_kind_of_field_speaks_indonesian(kind: Any, qtbot: Any) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu: QMenu = field.createStandardContextMenu()
    assert menu.actions()
    assert english(action.text().partition("\t")[0] for action in menu.actions()) == set()
    menu.deleteLater()


def test_the_calendar_speaks_indonesian(qtbot: Any) -> None:
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    months = [calendar.locale().standaloneMonthName(number) for number in range(1, 13)]
    assert "Agustus" in months
    assert english(texts_of(calendar)) == set()


@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_section_of_siapkan_is_in_the_words_of_the_operator(
    key: str, held: Layanan, qtbot: Any, say: RecordedSay, background: Background
) -> None:
    page = SiapkanPage(held, say, background)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show_section(key)
    assert {text for text in words_of(page) if STRANGE.search(text)} == set()


def test_panel_menu_and_history_are_in_the_words_of_the_operator(
    held_open: Layanan, qtbot: Any, say: RecordedSay, background: Background, tmp_path: Path
) -> None:
    page = UsulanPage(held_open, say, background)
    qtbot.addWidget(page)
    page.resize(1093, 600)
    page.show()
    page.refresh(None)
    usulan = held_open.usulan.daftar()[0]
    page.show_record(usulan.id)
    assert {text for text in words_of(page) if STRANGE.search(text)} == set()
    table = list_in_front(page)
    assert table is not None
    menu = table_menu(table)
    assert not [action.text() for action in menu.actions() if STRANGE.search(action.text())]
    history = RecordHistory(held_open.riwayat.perubahan(usulan.id), "x", page)
    qtbot.addWidget(history)
    assert not [text for text in texts_of(history) if STRANGE.search(text)]
