"""The colours that the application wears now, for widgets that paint by themselves."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ui.theme import TERANG, THEMES, Colours


def colours() -> Colours:
    """The theme on screen, read from the palette, so that nobody has to be told when it changes."""
    window = QGuiApplication.palette().window().color().name().upper()
    return next((theme for theme in THEMES.values() if theme.window.upper() == window), TERANG)
