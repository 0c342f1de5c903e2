"""The whole program as the operator has it in front of them: every page, the status bar, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from musrenbang_desktop.services.layanan import Layanan
from ui.app import Desktop

SMALLEST = (1093, 614)
"""The smallest window that the program promises to work in, in pixels."""


@contextmanager
def whole_program(qapp: QApplication, qtbot: QtBot, layanan: Layanan, folder: Path) -> Iterator[Desktop]:
    """Show the program on the smallest screen and take it away again; what it asks at its end is answered with yes."""
    desktop = Desktop(qapp, layanan, folder, alone=True)
    window = desktop.window
    window.resize(*SMALLEST)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield desktop
    finally:
        voice: Any = window._say
        voice.ask = lambda *_question, **_words: True
        window.close()
        QApplication.processEvents()
        desktop.close()
