"""What stands in the place of the grid while there is nothing to list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from ui.fields import EmptyState


def tr(text: str) -> str:
    """Translate a text of these states."""
    return QCoreApplication.translate("UsulanNothing", text)


def no_usulan(begin: Callable[[], object], read_file: Callable[[], object]) -> EmptyState:
    """Nothing was proposed yet."""
    return EmptyState(
        "usulan",
        tr("Ketik usulan pertama, cukup judul dan dusun"),
        tr("Daftar dari Excel atau CSV dapat diambil sekaligus; baris yang disalin ditempel dengan Ctrl+V."),
        ((tr("Ketik usulan pertama"), begin), (tr("Impor berkas"), read_file)),
    )


def no_match(show_all: Callable[[], object]) -> EmptyState:
    """The filter hides everything."""
    return EmptyState(
        "saring", tr("Tidak ada usulan yang cocok dengan saringan"), "", ((tr("Tampilkan semua"), show_all),)
    )
