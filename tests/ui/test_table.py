"""Tables show what was fetched, sort through the service, copy as spreadsheets do, and never write by themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import TableView
from ui.table import Column, RowsModel
from ui.theme import TEXT_SIZES, Theme


@dataclass(frozen=True)
class Baris:
    id: str
    judul: str
    biaya: int | None


class Service:
    """Rows in memory that can be sorted and renamed."""

    def __init__(self) -> None:
        self.rows = [
            Baris("a", "Drainase", 5_000_000),
            Baris("b", "Posyandu", None),
            Baris("c", "Air bersih", 1_000_000),
        ]
        self.asked: list[tuple[str, bool]] = []

    def fetch(self, sort: str, descending: bool) -> list[Baris]:
        self.asked.append((sort, descending))
        return sorted(self.rows, key=lambda row: getattr(row, sort) or 0, reverse=descending)

    def rename(self, row: Baris, judul: str) -> None:
        if not judul.strip():
            raise RuleBroken("judul", "kosong")
        self.rows = [replace(other, judul=judul) if other.id == row.id else other for other in self.rows]


@pytest.fixture
def service():
    return Service()


@pytest.fixture
def model(service, qapp):
    columns = [
        Column(key="id", title="No.", value=lambda row: row.id, sort="id"),
        Column(key="judul", title="Usulan", value=lambda row: row.judul, write=service.rename, sort="judul"),
        Column(
            key="biaya",
            title="Biaya",
            value=lambda row: row.biaya,
            text=lambda row: f"Rp{row.biaya or 0}",
            align="kanan",
        ),
    ]
    return RowsModel(columns, service.fetch)


@pytest.fixture
def view(qtbot, model):
    made = TableView("Daftar usulan")
    made.set_model(model, stretch="judul")
    model.reload()
    qtbot.addWidget(made)
    made.resize(700, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def test_the_model_keeps_the_rules_of_qt(model, qtmodeltester):
    model.reload()
    qtmodeltester.check(model)


def test_nothing_is_read_before_the_first_reload(model, service):
    assert (model.rowCount(), service.asked) == (0, [])
    model.reload()
    assert (model.rowCount(), service.asked) == (3, [("id", False)])


def test_cells_say_what_they_are(model):
    model.reload()
    cell = model.index(0, 2)
    assert cell.data() == "Rp5000000"
    assert cell.data(Qt.ItemDataRole.UserRole) == 5_000_000
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "Biaya: Rp5000000"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(1, 2).data(Qt.ItemDataRole.UserRole) is None


def test_sorting_is_asked_of_the_service(view, model, service):
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert service.asked[-1] == ("judul", True)
    assert [row.id for row in model.rows()] == ["b", "a", "c"]
    asked = len(service.asked)
    view.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert len(service.asked) == asked


def test_the_place_is_kept_when_rows_move(view, model, service):
    assert view.select_record("a")
    service.rows.insert(0, Baris("0", "Baru", 1))
    model.reload()
    assert view.current().id == "a"
    assert view.currentIndex().row() == 1
    service.rows = [row for row in service.rows if row.id != "a"]
    model.reload()
    assert view.current() is None
    assert not view.select_record("a")


def test_enter_opens_and_f2_edits(view, model, service, qtbot):
    opened = []
    view.opened.connect(opened.append)
    view.select_record("a")
    view.setCurrentIndex(model.index(0, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [row.id for row in opened] == ["a"]
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Drainase depan SDN 2")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: service.rows[0].judul == "Drainase depan SDN 2", timeout=1000)
    assert len(opened) == 1


def test_a_cell_left_as_it_was_writes_nothing(view, model, service):
    before = service.rows
    assert model.setData(model.index(0, 1), "Drainase") is False
    assert model.setData(model.index(0, 0), "z") is False
    assert service.rows is before


def test_a_refused_cell_is_told(view, model, service):
    refused = []
    model.refused.connect(refused.append)
    assert model.setData(model.index(0, 1), "  ") is False
    assert [broken.code for broken in refused] == ["kosong"]


def test_reloading_the_same_records_keeps_an_open_editor(view, model):
    view.setCurrentIndex(model.index(0, 1))
    QTest.keyClick(view, Qt.Key.Key_F2)
    model.reload()
    assert view.findChild(QLineEdit) is not None


def test_copying_gives_what_a_spreadsheet_takes(view, model):
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "No.\tUsulan\tBiaya\na\tDrainase\t5000000\nb\tPosyandu\tRp0\nc\tAir bersih\t1000000"
    )
    view.selectionModel().clear()
    view.selectionModel().select(
        model.index(1, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    assert view.selected_text() == "No.\tUsulan\tBiaya\nb\tPosyandu\tRp0"


@pytest.mark.parametrize("points", TEXT_SIZES)
def test_no_amount_is_cut_off_at_any_size(view, model, theme: Theme, points):
    theme.text_size = points
    theme.apply()
    QApplication.processEvents()
    for place in (0, 2):
        assert view.columnWidth(place) >= view.sizeHintForIndex(model.index(0, place)).width()
    assert view.rowHeight(0) >= view.sizeHintForIndex(model.index(0, 1)).height()
    assert view.columnWidth(1) >= view.fontMetrics().averageCharWidth() * 10
