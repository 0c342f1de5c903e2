"""The practice room: a second window of the program on a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment

from musrenbang_desktop.services.layanan import Layanan
from ui.say import Say

Start = Callable[[str, Sequence[str]], bool]
"""Starts a program that lives on without us; False when it could not be started."""


def own_command() -> list[str]:
    """How this program is started once more, from its sources or as it was installed."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "musrenbang_desktop"]


def practice_command(folder: Path) -> list[str]:
    """The command that opens the window of the practice room."""
    return [*own_command(), "--data-dir", str(folder)]


def open_practice_room(services: Layanan, say: Say, start: Start | None = None) -> None:
    """Open the window of the practice room beside this one, or bring it to the front when it is open."""
    program, *arguments = practice_command(services.forum.folder_latihan())
    if (start or _start)(program, arguments):
        say.success(
            QCoreApplication.translate(
                "Latihan", "Ruang latihan dibuka di jendela sendiri. Data di sini tidak berubah."
            )
        )
    else:
        say.warning(
            QCoreApplication.translate(
                "Latihan", "Ruang latihan belum dapat dibuka. Data di sini aman. Tutup program lain, lalu coba lagi."
            )
        )


def _start(program: str, arguments: Sequence[str]) -> bool:
    process = QProcess()
    around = QProcessEnvironment.systemEnvironment()
    around.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")  # an installed program would take it for a helper of its own
    process.setProcessEnvironment(around)
    process.setProgram(program)
    process.setArguments(list(arguments))
    return bool(process.startDetached())
