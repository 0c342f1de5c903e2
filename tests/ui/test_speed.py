"""What keeps the window quick: widgets dressed once, tables measured once, the first picture without ballast."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.fields import TableView
from ui.table import Column, RowsModel
from ui.theme import TEXT_SIZES, Theme

ROOT = Path(__file__).resolve().parents[2]

FIRST_PICTURE = """
import sys, tempfile
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.village import opened
from ui.app import Desktop, make_application

app = make_application()
with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as services:
    desktop = Desktop(app, services, Path(folder))
    paint = type(desktop.window).paintEvent
    seen = []
    def painted(window, event):
        seen.append({'PySide6.QtNetwork', 'PySide6.QtSvg', 'psutil', 'reportlab', 'msgspec'} & set(sys.modules))
        paint(window, event)
    type(desktop.window).paintEvent = painted
    desktop.window.settled.connect(lambda: QTimer.singleShot(0, desktop.window.close))
    desktop.run()
print(seen[0], 'PySide6.QtNetwork' in sys.modules, 'psutil' in sys.modules)
"""


class Dressings(QObject):
    """Counts how often each watched widget is told that its style changed."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.times: Counter[str] = Counter()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.StyleChange:
            self.times[watched.objectName()] += 1
        return False


class CountingModel(RowsModel[int]):
    """A thousand rows that count how often a cell is asked for."""

    def __init__(self) -> None:
        super().__init__([Column(key="angka", title="Angka", value=lambda row: row)], lambda _s, _d: range(1000))
        self.asked = 0

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        self.asked += 1
        return super().data(index, role)


@pytest.fixture
def shown_table(qtbot: QtBot) -> tuple[TableView, CountingModel]:
    table, model = TableView("tabel"), CountingModel()
    qtbot.addWidget(table)
    table.set_model(model)
    model.reload()
    table.show()
    qtbot.waitExposed(table)
    return table, model


def test_a_change_of_text_size_dresses_a_deep_widget_no_more_often_than_a_shallow_one(
    qtbot: QtBot, theme: Theme
) -> None:
    outermost = widget = QWidget()
    qtbot.addWidget(outermost)
    chain: list[QWidget] = []
    for depth in range(12):
        layout = QVBoxLayout(widget)
        widget = QLabel(str(depth), widget)
        widget.setObjectName(str(depth))
        layout.addWidget(widget)
        chain.append(widget)
    outermost.show()
    qtbot.waitExposed(outermost)
    dressings = Dressings(chain)
    theme.resize(1)
    assert dressings.times["11"] == dressings.times["0"] == 2


def test_a_table_is_measured_once_until_something_changes(shown_table: tuple[TableView, CountingModel]) -> None:
    table, model = shown_table
    table.sizeHintForColumn(0)
    model.asked = 0
    widths = {table.sizeHintForColumn(0) for _ in range(3)}
    assert (len(widths), model.asked) == (1, 0)
    model.reload()
    table.sizeHintForColumn(0)
    assert model.asked > 0


def test_a_hidden_table_is_measured_when_it_comes_back(
    shown_table: tuple[TableView, CountingModel], theme: Theme, qtbot: QtBot
) -> None:
    table, model = shown_table
    before = table.sizeHintForColumn(0)
    table.hide()
    model.asked = 0
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    table.sizeHintForColumn(0)
    assert model.asked == 0
    table.show()
    qtbot.waitExposed(table)
    assert table.sizeHintForColumn(0) > before * 1.5
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_the_first_picture_comes_before_network_and_battery() -> None:
    seen = subprocess.run([sys.executable, "-c", FIRST_PICTURE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert seen.stdout.strip() == "set() True True"
