"""Every colour pair that carries text can be read; letters and spacings grow; nothing is left unfilled."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

import resources
from ui.theme import TEXT_SIZES, THEMES, Theme, contrast, palette, spacing, style_sheet

#: (letters, ground) of everything that is read.
TEXT_PAIRS = [
    *[("text", ground) for ground in ("window", "surface", "stripe", "accent_soft")],
    *[("text", f"{kind}_soft") for kind in ("success", "warning", "danger", "info")],
    *[("muted", ground) for ground in ("window", "surface", "stripe")],
    *[("accent", ground) for ground in ("surface", "window", "accent_soft", "success_soft", "danger_soft")],
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
    *[(kind, ground) for kind in ("success", "warning", "danger") for ground in ("surface", "window")],
    ("danger", "danger_soft"),
    ("nav_text", "nav"),
    ("nav_text", "nav_hover"),
    ("nav_muted", "nav"),
    ("nav_active_text", "nav_active"),
    ("muted", "idle"),
    ("text", "idle"),
]
#: Frames and the focus ring: WCAG asks 3 : 1.
SHAPE_PAIRS = [("focus", "surface"), ("focus", "window"), ("field_border", "surface"), ("field_border", "window")]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(name, pair):
    colours = THEMES[name]
    # the grey of a button that cannot be pressed now is exempt from the rule, but not from being readable
    least = 3.0 if pair == ("muted", "idle") else 4.5
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= least


def test_no_button_puts_its_words_on_the_colour_of_frames():
    """Frames are white where words are: in kontras they would vanish."""
    sheet = resources.path("qss", "app.qss").read_text("utf-8")
    assert [line for line in sheet.splitlines() if "Button" in line and "background: $border" in line] == []


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", SHAPE_PAIRS, ids="-on-".join)
def test_shapes_can_be_seen(name, pair):
    colours = THEMES[name]
    assert contrast(getattr(colours, pair[0]), getattr(colours, pair[1])) >= 3.0


def test_contrast_is_the_formula_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_style_sheet_is_filled_completely(name, size):
    sheet = style_sheet(THEMES[name], size)
    assert not re.findall(r"[$@%]\w*", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
    for picture in ("lipat", "dipilih"):
        assert str(resources.path("icons", f"{picture}-{name}.svg").as_posix()) in sheet


def test_spacing_grows_slower_than_letters():
    assert spacing(8, 11) == 8
    assert spacing(8, 22) == 12


def test_placeholders_are_readable(theme: Theme):
    made = palette(theme.colours)
    ground = made.color(QPalette.ColorRole.Base).name()
    assert contrast(made.color(QPalette.ColorRole.PlaceholderText).name(), ground) >= 4.5


def test_our_font_is_worn_at_every_size(theme: Theme, qapp: QApplication):
    label = QLabel("Musrenbang")
    heights = []
    for _ in TEXT_SIZES:
        label.ensurePolished()
        assert QFontInfo(label.font()).family() == "Inter"
        heights.append(label.fontMetrics().height())
        theme.resize(1)
    assert heights == sorted(set(heights))
    assert theme.resize(1) == TEXT_SIZES[-1]
    assert theme.resize(0) == TEXT_SIZES[0]
    assert theme.resize(-1) == TEXT_SIZES[0]
    label.deleteLater()


def test_fonts_and_icons_carry_their_licence():
    assert "SIL OPEN FONT LICENSE" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "Apache-2.0" in resources.path("icons", "LICENSE.txt").read_text(encoding="utf-8")
