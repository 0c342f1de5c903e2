"""Ctrl + and Ctrl -, and the colours: how the window looks, remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.preferences import Preferences
from ui.say import Say
from ui.theme import Theme


class Looks:
    """Changes size of letters and colours; ``fit`` shares the window out again."""

    def __init__(self, theme: Theme, preferences: Preferences, say: Say, fit: Callable[[], object]) -> None:
        self._theme, self._preferences, self._say, self._fit = theme, preferences, say, fit

    def change_text_size(self, step: int) -> None:
        """One step larger or smaller; 0 is the smallest."""
        size = self._theme.resize(step)
        self._preferences.keep_look(self._theme)
        self._fit()
        self._say.info(
            QCoreApplication.translate("MainWindow", "Besar huruf {persen}%").format(persen=round(size / 11 * 100))
        )

    def wear(self, theme: str) -> None:
        """Change the colours: ``terang``, ``gelap``, ``kontras``."""
        self._theme.wear(theme)
        self._preferences.keep_look(self._theme)
        self._fit()
