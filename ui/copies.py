"""Copies of the data while people work: checked once a minute, made in the background when one is due."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from musrenbang_desktop.db.errors import Trouble
from ui.background import Background
from ui.say import Say
from ui.shortened import listed

if TYPE_CHECKING:
    from musrenbang_desktop.services.cadangan import CadanganService, TitikSimpan


LOOK_EVERY_MS = 60_000


def without_files(names: tuple[str, ...]) -> str:
    """Which photos and papers are nowhere any more; the copy itself is made."""
    text = QCoreApplication.translate(
        "Copies", "Cadangan dibuat tanpa {n} lampiran yang tidak ditemukan lagi: {nama}. Lampirkan lagi bila masih ada."
    )
    return text.format(n=len(names), nama=listed(names, most=5))


class AutomaticCopies(QObject):
    """Makes the copies nobody has to think of; a failure is said once, and tried again at the next look."""

    def __init__(
        self, copies: CadanganService, say: Say, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._copies, self._say, self._background = copies, say, background
        self._running = self._told = False
        self._missing: tuple[str, ...] = ()
        timer = QTimer(self)
        timer.setInterval(LOOK_EVERY_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Forget what is held too long; make a copy if one is due and none is being made."""
        with suppress(Trouble):  # tried again at the next look
            self._copies.lupakan_lama()
        if self._running or not self._copies.perlu():
            return
        self._running = True
        self._background.run(
            lambda _control: self._copies.buat(), self._made, self._failed, label=self.tr("Membuat cadangan")
        )

    def _made(self, copy: TitikSimpan) -> None:
        self._running = self._told = False
        if copy.tanpa and copy.tanpa != self._missing:
            self._say.warning(without_files(copy.tanpa))
        self._missing = copy.tanpa

    def _failed(self, problem: Exception) -> None:
        self._running = False
        if not self._told:
            self._told = True
            self._say.trouble(problem)
