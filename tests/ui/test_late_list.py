"""A drop-down box makes its list late: nothing else may tell it from one whose list Qt made at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.fields import ChoiceBox
from ui.theme import TEXT_SIZES, THEMES, Theme

ZONES = (("WIB", "Waktu Indonesia Barat"), ("WITA", "Tengah"), ("WIT", "Timur"))


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    """A form whose first field has the cursor."""
    form = QWidget()
    form.resize(500, 200)
    QLineEdit(form).setFocus()
    qtbot.addWidget(form)
    return form


def box(place: QWidget, value: str | None = "WITA", *, editable: bool = False, placeholder: str = "") -> ChoiceBox:
    """A box with the three zones, one of them recorded."""
    made = ChoiceBox("Zona waktu", editable=editable, placeholder=placeholder, parent=place)
    made.set_items(ZONES)
    made.fill(value)
    made.move(0, 80)
    made.resize(made.sizeHint())
    place.show()
    QApplication.processEvents()
    return made


def picture(one: ChoiceBox) -> QImage:
    """What is on screen."""
    return one.grab().toImage()


@pytest.mark.parametrize("editable", [False, True])
@pytest.mark.parametrize("value", ["WITA", None])
def test_what_is_seen_and_said_is_the_same_before_and_after_the_list_is_made(
    place: QWidget, theme: Theme, value: str | None, editable: bool
) -> None:
    for name in THEMES:
        for theme.text_size in (TEXT_SIZES[0], TEXT_SIZES[-1]):
            theme.wear(name)
            one = box(place, value, editable=editable)
            assert not one.has_list
            before = (picture(one), one.sizeHint(), one.value(), one.currentIndex(), one.currentText())
            assert not one.has_list
            one.view()
            assert one.has_list
            assert (picture(one), one.sizeHint(), one.value(), one.currentIndex(), one.currentText()) == before
            one.hide()


def test_down_chooses_the_line_after_the_one_on_screen(place: QWidget) -> None:
    one = box(place)
    chosen: list[object] = []
    one.committed.connect(chosen.append)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Down)
    assert (one.value(), chosen) == ("WIT", ["WIT"])


def test_the_list_opens_at_the_line_on_screen(place: QWidget) -> None:
    one = box(place)
    one.showPopup()
    assert one.view().currentIndex().data() == "Tengah"
    one.hidePopup()


def test_filling_and_asking_never_records(place: QWidget) -> None:
    one = box(place)
    heard: list[object] = []
    one.committed.connect(heard.append)
    one.currentIndexChanged.connect(heard.append)
    one.fill("WIB")
    one.set_items(reversed(ZONES))
    one.view()
    assert (one.value(), one.currentText(), heard) == ("WIB", "Waktu Indonesia Barat", [])


def test_words_that_were_typed_win_over_the_line_beside(place: QWidget) -> None:
    one = box(place, editable=True)
    one.setEditText("waktu setempat")
    one.view()
    assert one.value() == "waktu setempat"
