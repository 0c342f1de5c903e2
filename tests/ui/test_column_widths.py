"""Columns of a narrow table are folded away and written out below it; none is ever cut at the edge."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.fields import DetailLine, TableView
from ui.table import Column, RowsModel
from ui.theme import TEXT_SIZES, Theme


@dataclass(frozen=True)
class Baris:
    id: str
    judul: str
    alasan: str
    biaya: int


ROWS = [
    Baris("U-001", "Rabat beton jalan lingkungan RT 01 sampai RT 04", "Pagu tidak mencukupi tahun ini", 125_000_000),
    Baris("U-002", "Posyandu", "", 5_000_000),
]


class Narrow:
    """A table with its line below, as on a page."""

    def __init__(self) -> None:
        self.holder = QWidget()
        self.table = TableView("Daftar")
        self.line = DetailLine(self.table)
        columns = [
            Column(key="id", title="No", value=lambda row: row.id),
            Column(key="judul", title="Usulan", value=lambda row: row.judul),
            Column(key="biaya", title="Perkiraan biaya", value=lambda row: row.biaya, align="kanan"),
            Column(key="alasan", title="Alasan", value=lambda row: row.alasan),
        ]
        model = RowsModel(columns, lambda _sort, _down: ROWS)
        self.table.set_model(model, stretch="judul", gives_way={"alasan": (12, 40)}, folds=("biaya", "alasan"))
        model.setParent(self.table)
        model.reload()
        layout = QVBoxLayout(self.holder)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.line)

    def resize(self, width: int) -> None:
        self.holder.resize(width, 400)
        for _ in range(4):
            QApplication.processEvents()

    @property
    def shown(self) -> list[str]:
        columns = self.table.rows().columns
        return [columns[place].key for place in range(len(columns)) if not self.table.isColumnHidden(place)]


@pytest.fixture
def narrow(qtbot):
    made = Narrow()
    qtbot.addWidget(made.holder)
    with qtbot.waitActive(made.holder):
        made.holder.show()
        made.holder.activateWindow()
    made.table.setFocus()
    made.table.selectRow(0)
    return made


def test_with_room_nothing_is_folded_and_the_line_is_not_there(narrow):
    narrow.resize(1000)
    assert narrow.shown == ["id", "judul", "biaya", "alasan"]
    assert narrow.line.isHidden()


@pytest.mark.parametrize("width", range(260, 700, 20))
def test_no_width_needs_a_scroll_bar(narrow, width):
    narrow.resize(width)
    assert narrow.table.horizontalScrollBar().maximum() == 0
    assert narrow.shown[:2] == ["id", "judul"]


def test_the_least_needed_goes_first_and_its_words_stand_below(narrow):
    narrow.resize(450)
    assert narrow.shown == ["id", "judul", "alasan"]
    assert "Perkiraan biaya: 125000000" in narrow.line.words.text()
    assert "Usulan: Rabat beton jalan lingkungan RT 01 sampai RT 04" in narrow.line.words.text()
    QTest.keyClick(narrow.table, Qt.Key.Key_Down)
    assert "Perkiraan biaya: 5000000" in narrow.line.words.text()
    assert "Usulan:" not in narrow.line.words.text()


def test_alt_k_brings_the_folded_column_back_for_another(narrow):
    narrow.resize(454)
    QTest.keyClick(narrow.table, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert narrow.shown == ["id", "judul", "biaya"]
    QTest.keyClick(narrow.table, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    assert narrow.shown == ["id", "judul", "alasan"]


def test_larger_letters_fold_and_smaller_ones_bring_back(narrow, theme: Theme):
    narrow.resize(560)
    before = narrow.shown
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    narrow.resize(560)
    assert narrow.shown == ["id", "judul"]
    assert narrow.table.horizontalScrollBar().maximum() == 0
    theme.text_size = TEXT_SIZES[0]
    theme.apply()
    narrow.resize(560)
    assert narrow.shown == before
