"""Colours, type and spacing of every window, as data.

Fusion draws, our palettes colour, ``resources/qss/app.qss`` gives shape. Nothing is measured in fixed pixels: spacing
grows with the chosen text size.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import resources

#: Point sizes offered by Ctrl + and Ctrl -: 100 % to 200 %.
TEXT_SIZES = (11, 13, 15, 18, 22)
FAMILY = "Inter"
_SIZES = {
    "%h0": 2.9,
    "%h1": 1.55,
    "%h2": 1.2,
    "%ikon": 16 / 11,
    "%lipat": 14 / 11,
    "%kotak": 13 / 11,
    "%bulat": 7.5 / 11,
}
"""Size in the style sheet -> its share of the text's, in points for letters and in pixels for pictures."""
_FONT_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class Colours(NamedTuple):
    """One theme. Every pair that carries text keeps at least 4.5 : 1 (tests/ui/test_theme.py computes it)."""

    nama: str
    window: str
    surface: str
    stripe: str
    text: str
    muted: str
    border: str
    idle: str
    """the ground of a main button that cannot be pressed now, and of any button under the mouse's press"""
    field_border: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    focus: str
    nav: str
    nav_text: str
    nav_muted: str
    nav_hover: str
    nav_active: str
    nav_active_text: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    gambar: str
    """how the names of the pictures end that have this theme's colours: the arrow of lists, the tick of boxes"""


TERANG = Colours(
    nama="terang",
    window="#F4F6F4",
    surface="#FFFFFF",
    stripe="#F7FAF8",
    text="#17211D",
    muted="#55635D",
    border="#D5DDD8",
    idle="#D5DDD8",
    field_border="#7C8A83",
    accent="#0B6B50",
    accent_hover="#095941",
    accent_text="#FFFFFF",
    accent_soft="#DDEFE7",
    focus="#C77700",
    nav="#0C4A3A",
    nav_text="#F2F8F5",
    nav_muted="#B5D1C6",
    nav_hover="#145C49",
    nav_active="#F4F6F4",
    nav_active_text="#0A4434",
    success="#0B6B3A",
    success_soft="#E0F3E6",
    warning="#7A4B00",
    warning_soft="#FFF1D1",
    danger="#A11D1D",
    danger_soft="#FCE6E4",
    info="#17518C",
    info_soft="#E3EEF9",
    gambar="terang",
)

GELAP = Colours(
    nama="gelap",
    window="#141B18",
    surface="#1C2521",
    stripe="#202B26",
    text="#ECF2EF",
    muted="#A9B8B1",
    border="#34423C",
    idle="#34423C",
    field_border="#778880",
    accent="#4CC29A",
    accent_hover="#6AD3AF",
    accent_text="#06251B",
    accent_soft="#1F4436",
    focus="#FFC04D",
    nav="#0C2B22",
    nav_text="#EAF5F0",
    nav_muted="#9DBDB0",
    nav_hover="#164335",
    nav_active="#4CC29A",
    nav_active_text="#06251B",
    success="#7ADBA0",
    success_soft="#173A27",
    warning="#FFCF7A",
    warning_soft="#43330F",
    danger="#FFA8A0",
    danger_soft="#4A1D1B",
    info="#9CCBFA",
    info_soft="#17324D",
    gambar="gelap",
)

KONTRAS = Colours(
    nama="kontras",
    window="#000000",
    surface="#000000",
    stripe="#141414",
    text="#FFFFFF",
    muted="#E6E6E6",
    border="#FFFFFF",
    idle="#333333",
    field_border="#FFFFFF",
    accent="#FFE100",
    accent_hover="#FFF27A",
    accent_text="#000000",
    accent_soft="#3D3600",
    focus="#00E5FF",
    nav="#000000",
    nav_text="#FFFFFF",
    nav_muted="#E6E6E6",
    nav_hover="#333333",
    nav_active="#FFE100",
    nav_active_text="#000000",
    success="#7CFF9B",
    success_soft="#002B0C",
    warning="#FFE100",
    warning_soft="#332D00",
    danger="#FFB3AD",
    danger_soft="#3D0000",
    info="#9ED8FF",
    info_soft="#00233D",
    gambar="kontras",
)

THEMES = {colours.nama: colours for colours in (TERANG, GELAP, KONTRAS)}


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Theme:
    """What the application wears now. One object a program, handed to whoever draws by itself."""

    def __init__(self, app: QApplication, name: str = "terang", text_size: int = TEXT_SIZES[0]) -> None:
        self._app = app
        self.colours = THEMES.get(name, TERANG)
        self.text_size = text_size if text_size in TEXT_SIZES else TEXT_SIZES[0]
        for file in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))

    def apply(self) -> None:
        """Dress the application; every open window follows. Nothing happens when it is dressed so already.

        The old style sheet is taken off first: Qt then visits every widget once to undress and once to dress it, where
        a change from sheet to sheet visits a widget once for each of its ancestors.
        """
        wanted = f"{self.colours.nama} {self.text_size}"
        if self._app.property("tampilan") == wanted:
            return
        self._app.setProperty("tampilan", wanted)
        self._app.setStyleSheet("")
        self._app.setPalette(palette(self.colours))
        self._app.setFont(QFont(FAMILY, self.text_size))
        self._app.setStyleSheet(style_sheet(self.colours, self.text_size))

    def wear(self, name: str) -> None:
        """Change the colours."""
        self.colours = THEMES.get(name, TERANG)
        self.apply()

    def resize(self, step: int) -> int:
        """Go ``step`` text sizes up or down, 0 for the smallest; answers the size in points."""
        place = TEXT_SIZES.index(self.text_size) + step if step else 0
        self.text_size = TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))]
        self.apply()
        return self.text_size


def palette(colours: Colours) -> QPalette:
    """Our colours in Qt's roles."""
    role = QPalette.ColorRole
    mapped = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.stripe,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.PlaceholderText: colours.muted,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Mid: colours.border,
    }
    made = QPalette(QColor(colours.window), QColor(colours.window))
    for where, colour in mapped.items():
        made.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return made


def style_sheet(colours: Colours, text_size: int) -> str:
    """The style sheet with colours and spacings filled in. ``@4`` is four units at 100 %, more with larger text."""
    sheet = resources.path("qss", "app.qss").read_text(encoding="utf-8")
    values = {f"${name};": getattr(colours, name) + ";" for name in Colours._fields}
    for name in ("lipat", "dipilih"):
        values[f"${name}_svg"] = resources.path("icons", f"{name}-{colours.gambar}.svg").as_posix()
    for name, value in values.items():
        sheet = sheet.replace(name, value)
    for units in range(64, 0, -1):
        sheet = sheet.replace(f"@{units}u", f"{spacing(units, text_size)}px")
    for name, times in _SIZES.items():
        sheet = sheet.replace(name, str(round(text_size * times)))
    radius = round(text_size * 1.3)
    return sheet.replace("%jejari", str(radius)).replace("%dalam", str(2 * (radius - 2)))  # within its edge of 2


def spacing(units: int, text_size: int) -> int:
    """Pixels for ``units`` at this text size: spacing grows at half the speed of the letters."""
    growth = 1 + (text_size / TEXT_SIZES[0] - 1) / 2
    return max(1, round(units * growth))


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the looks of the style sheet (``peran`` there)."""
    new = first_picture.coming and widget.property("peran") is None and first_picture.before(widget)
    widget.setProperty("peran", name)
    if not new:
        dress_again(widget)


def dress_again(widget: QWidget) -> None:
    """Let the style sheet look at a changed property; a widget that was not dressed yet sees it when it first is."""
    if first_picture.before(widget) or widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class FirstPicture:
    """Whether the first picture of a program is still being made.

    Until then nobody names anything of ``QtCore.Qt``: PySide makes all of its 65 enumerations when one is first asked
    for, which is 17 ms. So a widget is not asked either whether it was dressed already.
    """

    def __init__(self) -> None:
        self.coming = False

    def begin(self) -> None:
        """A program starts."""
        self.coming = True

    def end(self) -> None:
        """It is on the screen."""
        self.coming = False

    def before(self, widget: QWidget) -> bool:
        """Whether this widget is one that will be on it."""
        return self.coming and not widget.isVisible()


first_picture = FirstPicture()


def set_by_name(widget: QWidget, **properties: str) -> None:
    """Set properties of Qt by the names of their values, ``focusPolicy="NoFocus"``; several joined by ``|``.

    For what is on the first picture: see :class:`FirstPicture`. Raises ValueError for a name that Qt does not know.
    """
    for name, value in properties.items():
        if not widget.setProperty(name, value):
            raise ValueError(f"{name} = {value}")


def primary(button: QPushButton) -> QPushButton:
    """The one main button of a page."""
    look(button, "utama")
    return button


def quiet(button: QPushButton) -> QPushButton:
    """A button that does not ask for attention."""
    look(button, "tenang")
    return button
