"""Pictures of a window at the sizes that an operator has: a small laptop, and letters of twice the size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import TEXT_SIZES, Theme

SMALL = QSize(1093, 614)


def grab(window: QWidget, file: Path) -> Path:
    """One picture of the window as it is."""
    for _ in range(8):  # letters, then sizes, then places, then what scroll bars leave of them
        QApplication.processEvents()
    file.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(file)):
        raise OSError(f"no picture at {file}")
    return file


def grab_sizes(
    window: QWidget, theme: Theme, folder: Path, name: str, settle: Callable[[], object] = QApplication.processEvents
) -> list[Path]:
    """The window at 100 % and at 200 % text, both on the smallest screen, each once ``settle`` comes back."""
    made = []
    for points in (TEXT_SIZES[0], TEXT_SIZES[-1]):
        theme.text_size = points
        theme.apply()
        window.resize(SMALL)
        settle()
        made.append(grab(window, folder / f"{name}-{points}pt.png"))
    theme.text_size = TEXT_SIZES[0]
    theme.apply()
    return made
