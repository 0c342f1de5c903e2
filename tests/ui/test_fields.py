"""Fields commit when left or after two seconds, never when filled, and the wheel changes nothing by accident."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, NumberEdit, RtRwEdit, RupiahEdit, SearchBox, TextField
from ui.fields.committing import PAUSE_MS


class Form(QWidget):
    """One field under test and another one to go to."""

    def __init__(self, qtbot, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.other = QLineEdit(self)
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.other)
        self.committed: list[object] = []
        field.committed.connect(self.committed.append)
        qtbot.addWidget(self)
        with qtbot.waitActive(self):
            self.show()
            self.activateWindow()
        target = field.field if isinstance(field, FieldRow) else field
        target.setFocus()

    def leave(self) -> None:
        self.other.setFocus()


@pytest.fixture
def form(qtbot):
    return lambda field: Form(qtbot, field)


FIELDS = [
    (LineField, "Drainase", "Drainase"),
    (TextField, "Air meluap", "Air meluap"),
    (RupiahEdit, "125 jt", 125_000_000),
    (NumberEdit, "1.250", 1250),
    (RtRwEdit, "2/1", ("02", "01")),
]


@pytest.mark.parametrize(("kind", "typed", "value"), FIELDS)
def test_leaving_commits_once(form, kind, typed, value):
    window = form(kind("Isian"))
    QTest.keyClicks(window.field, typed)
    assert window.committed == []
    window.leave()
    assert window.committed == [value]
    window.field.setFocus()
    window.leave()
    assert window.committed == [value]


@pytest.mark.parametrize(("kind", "typed", "value"), FIELDS)
def test_a_pause_of_two_seconds_commits(form, qtbot, kind, typed, value):
    window = form(kind("Isian"))
    QTest.keyClicks(window.field, typed)
    qtbot.waitUntil(lambda: window.committed == [value], timeout=PAUSE_MS + 1500)
    assert window.field.hasFocus()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (LineField, "Drainase"),
        (TextField, "Air\nmeluap"),
        (RupiahEdit, 125_000_000),
        (NumberEdit, 3),
        (RtRwEdit, ("02", "")),
    ],
)
def test_filling_never_commits(form, kind, value):
    window = form(kind("Isian"))
    window.field.fill(value)
    assert window.field.value() == value
    window.leave()
    assert window.committed == []


def test_typing_the_old_value_again_commits_nothing(form):
    window = form(LineField("Judul"))
    window.field.fill("Drainase")
    QTest.keyClick(window.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(window.field, "e")
    window.leave()
    assert window.committed == []


def test_rupiah_is_echoed_in_words_and_written_out_on_leaving(form):
    row = FieldRow("Perkiraan biaya", RupiahEdit())
    window = form(row)
    QTest.keyClicks(row.field, "125 jt")
    assert row.below.text() == "seratus dua puluh lima juta rupiah"
    assert row.field.text() == "125 jt"
    window.leave()
    assert row.field.text() == "Rp125.000.000"
    assert window.committed == [125_000_000]


def test_text_that_is_not_understood_stays_and_is_explained(form):
    row = FieldRow("Perkiraan biaya", RupiahEdit())
    window = form(row)
    QTest.keyClicks(row.field, "kira-kira murah")
    window.leave()
    assert row.field.text() == "kira-kira murah"
    assert window.committed == []
    assert "belum terbaca" in row.problem
    assert row.field.accessibleDescription() == row.problem
    assert row.field.property("salah") is True
    row.field.setText("30 jt")
    row.field.commit()
    assert row.problem == ""
    assert window.committed == [30_000_000]


def test_a_broken_rule_is_explained_beside_its_field(form):
    row = FieldRow("Judul", LineField(), "Cukup beberapa kata", required=True)
    window = form(row)
    window.leave()
    assert row.below.text() == "Cukup beberapa kata"
    row.show_error(RuleBroken("judul", "kosong"))
    assert row.below.text() == "Tulis dulu apa yang diusulkan."
    assert row.field.hasFocus()
    row.clear_error()
    assert row.below.text() == "Cukup beberapa kata"


def test_a_number_outside_its_bounds_is_refused(form):
    window = form(NumberEdit("Usia", field="usia", most=120))
    broken: list[object] = []
    window.field.rejected.connect(broken.append)
    QTest.keyClicks(window.field, "121")
    window.leave()
    assert window.committed == []
    assert broken[0].code == "di_luar_batas"


def wheel(widget: QWidget) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_a_list_only_with_the_cursor_in_it(form):
    box = ChoiceBox("Dusun")
    box.set_items([("krajan", "Krajan"), ("tegal", "Tegalsari")])
    window = form(box)
    box.fill("krajan")
    window.leave()
    wheel(box)
    assert box.value() == "krajan"
    box.setFocus()
    wheel(box)
    assert box.value() == "tegal"


def test_choosing_commits_and_filling_does_not(form):
    box = ChoiceBox("Dusun")
    box.set_items([("krajan", "Krajan"), ("tegal", "Tegalsari")])
    window = form(box)
    box.fill("krajan")
    assert window.committed == []
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert window.committed == ["tegal"]
    box.set_items([("tegal", "Tegalsari"), ("baru", "Baru")])
    assert (box.value(), window.committed) == ("tegal", ["tegal"])


def test_a_new_word_can_be_typed_where_that_is_allowed(form):
    box = ChoiceBox("Dusun", editable=True)
    box.set_items([("Krajan", "Krajan")])
    window = form(box)
    box.setFocus()
    QTest.keyClicks(box.lineEdit(), "Ngemplak")
    window.leave()
    assert window.committed == ["Ngemplak"]
    box.setEditText("krajan")
    box.commit()
    assert window.committed == ["Ngemplak", "Krajan"]


def test_undo_is_left_to_the_window_when_a_field_has_nothing_to_take_back(form):
    window = form(LineField("Judul"))
    heard: list[str] = []
    from PySide6.QtGui import QKeySequence, QShortcut

    QShortcut(QKeySequence("Ctrl+Z"), window).activated.connect(lambda: heard.append("window"))
    QTest.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["window"]
    QTest.keyClicks(window.field, "abc")
    QTest.keyClick(window.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.field.text() == ""
    assert heard == ["window"]


def test_searching_waits_for_a_pause_and_escape_empties(qtbot):
    box = SearchBox("Saring usulan")
    qtbot.addWidget(box)
    box.show()
    heard: list[str] = []
    box.searched.connect(heard.append)
    QTest.keyClicks(box, "drai")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["drai"], timeout=1000)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    box.flush()
    assert (box.text(), heard) == ("", ["drai", ""])


def test_a_row_of_fields_breaks_where_it_is_narrow(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = FlowLayout(window)
    fields = [LineField(f"Isian {n}") for n in range(3)]
    for field in fields:
        row.add(field, 1, letters=20)
    window.show()
    window.resize(1200, 300)
    QApplication.processEvents()
    assert len({field.y() for field in fields}) == 1
    assert fields[-1].geometry().right() >= 1190
    window.resize(300, 300)
    QApplication.processEvents()
    assert len({field.y() for field in fields}) == 3
    assert all(field.geometry().right() <= 300 for field in fields)


@pytest.mark.parametrize("words", ["LAMPIRAN\u00a0II", " di tepi ", "dua\r\nbaris", "akhir\n"])
def test_a_text_that_nobody_touched_is_not_committed(qtbot, words):
    field = TextField("Keterangan")
    qtbot.addWidget(field)
    said = []
    field.committed.connect(said.append)
    field.fill(words)
    field.commit()
    assert said == []
    field.setText("lain")
    field.commit()
    assert said == ["lain"]
