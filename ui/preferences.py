"""How this computer shows the window: its size, the text size, the colours. Nothing about the forum."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QSize

from ui.theme import TEXT_SIZES, Theme

#: A laptop of 1366 x 768 at 125 %: the smallest screen we promise.
SMALLEST_SCREEN = QSize(1093, 614)
FILE_NAME = "tampilan.ini"


class Preferences:
    """A small file in the data folder."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def window_size(self) -> QSize:
        """The size the window last had."""
        size = self._file.value("jendela/ukuran", SMALLEST_SCREEN)
        return size if isinstance(size, QSize) else SMALLEST_SCREEN

    def keep_window_size(self, size: QSize) -> None:
        """Remember it."""
        self._file.setValue("jendela/ukuran", size)

    def theme_name(self) -> str:
        """``terang`` unless chosen otherwise."""
        return str(self._file.value("tampilan/warna", "terang"))

    def text_size(self) -> int:
        """Points, the smallest unless chosen otherwise."""
        kept = str(self._file.value("tampilan/huruf", TEXT_SIZES[0]))
        return int(kept) if kept.isdigit() else TEXT_SIZES[0]

    def keep_look(self, theme: Theme) -> None:
        """Remember colours and text size."""
        self._file.setValue("tampilan/warna", theme.colours.nama)
        self._file.setValue("tampilan/huruf", theme.text_size)
