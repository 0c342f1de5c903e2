"""Icons exist, take the colour they are told, and are drawn at the pixels of the screen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QPushButton

import resources
from ui.fields import SearchBox
from ui.fields.edge import EdgeIcon
from ui.icons import icon
from ui.pages import PAGES, STEPS
from ui.siapkan.tanggal_edit import TanggalEdit
from ui.theme import TEXT_SIZES, Theme

NAMES = sorted(
    file.stem for file in resources.path("icons").glob("*.svg") if not file.stem.startswith(("lipat-", "dipilih-"))
)


def colours_of(picture) -> set[str]:
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_one_colour(qapp, name):
    assert colours_of(icon(name, "#ff0000").pixmap(32, 32)) == {"#ff0000"}


def test_an_icon_follows_the_theme(theme: Theme):
    plain = icon("cari")
    light = colours_of(plain.pixmap(24, 24))
    theme.wear("gelap")
    assert colours_of(plain.pixmap(24, 24)) != light
    assert colours_of(plain.pixmap(24, 24)) == {QColor(theme.colours.text).name()}


def test_a_pressed_icon_has_its_own_colour(qapp):
    two = icon("cari", "#ff0000", "#0000ff")
    assert colours_of(two.pixmap(QSize(24, 24), QIcon.Mode.Normal, QIcon.State.On)) == {"#0000ff"}


def test_an_icon_is_sharp_at_double_scale(qapp):
    picture = icon("cari").pixmap(QSize(20, 20), 2.0)
    assert picture.size() == QSize(40, 40)
    assert picture.devicePixelRatio() == 2.0


def test_the_tables_name_icons_that_exist():
    assert {page.picture for page in PAGES} | {picture for _, _, picture in STEPS} <= set(NAMES)


def test_icons_grow_with_the_letters(qtbot: Any, theme: Theme) -> None:
    search, dated, plain = SearchBox("Cari"), TanggalEdit("Tanggal"), QPushButton(icon("salin"), "Salin")
    for widget in (search, dated, plain):
        qtbot.addWidget(widget)
        widget.resize(400, 80)
        widget.show()

    def sides() -> list[int]:
        QApplication.processEvents()
        edges = [field.findChild(EdgeIcon) for field in (search, dated)]
        return [button.iconSize().height() for button in (*edges, plain) if button is not None]

    small = sides()
    theme.text_size = TEXT_SIZES[-1]
    theme.apply()
    assert all(big > 1.8 * side for side, big in zip(small, sides(), strict=True))
    assert search.textMargins().left() >= sides()[0], "the letters begin beside the picture"
