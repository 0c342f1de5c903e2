"""A tick box can be seen in every theme, and grows with the letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton, QWidget

from ui.theme import TEXT_SIZES, THEMES, Theme, contrast


def _indicator(box: QCheckBox | QRadioButton):
    option = QStyleOptionButton()
    box.initStyleOption(option)
    element = QStyle.SubElement
    kind = element.SE_CheckBoxIndicator if isinstance(box, QCheckBox) else element.SE_RadioButtonIndicator
    return box.style().subElementRect(kind, option, box)


def _shown(qtbot, kind: type[QCheckBox] | type[QRadioButton]) -> tuple[QWidget, QCheckBox | QRadioButton]:
    """On a window of its own: the colours of the ground are those of a page."""
    window = QWidget()
    qtbot.addWidget(window)
    box = kind("Berganti sendiri", window)
    window.show()
    box.adjustSize()
    return window, box


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("name", THEMES)
def test_an_empty_box_has_a_frame_that_can_be_seen(qtbot, theme: Theme, name, kind):
    theme.wear(name)
    window, box = _shown(qtbot, kind)
    place = _indicator(box)
    picture = window.grab().toImage()
    middle = place.center().y() + box.y()
    frame = [picture.pixelColor(x + box.x(), middle) for x in range(place.left(), place.left() + 3)]
    assert max(contrast(one.name(), QColor(theme.colours.window).name()) for one in frame) >= 3.0


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_box_grows_with_the_letters(qtbot, theme: Theme, kind):
    heights = []
    for _ in TEXT_SIZES:
        _, box = _shown(qtbot, kind)
        heights.append(_indicator(box).height())
        theme.resize(1)
    assert heights == sorted(set(heights)), heights
    assert heights[-1] >= 1.7 * heights[0]
