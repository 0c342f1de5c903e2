"""Ctrl+Z and Ctrl+Y from anywhere in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.say import Action, Say


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


class Travel:
    """One act back or forward, said in words with the way back beside it."""

    def __init__(self, services: Layanan, say: Say) -> None:
        self._services, self._say = services, say

    def undo(self) -> None:
        """Take back the last act."""
        self._go(
            self._services.riwayat.batalkan,
            _tr("Tidak ada yang dapat diurungkan."),
            Action(_tr("Ulangi"), self.redo),
        )

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(
            self._services.riwayat.ulangi,
            _tr("Tidak ada yang dapat diulangi."),
            Action(_tr("Urungkan"), self.undo),
        )

    def _go(self, step: Callable[[], Changes | None], nothing: str, back: Action) -> None:
        if self._services.forum.aktif() is None:
            self._say.info(nothing)
            return
        try:
            changes = step()
        except (RuleBroken, Trouble) as problem:
            self._say.trouble(problem)
            return
        if changes is None:
            self._say.info(nothing)
        else:
            self._say.success(changes.label[:1].upper() + changes.label[1:], back)
