"""What stands on the layar: the scene, the page, frozen or live, and on which screen. It knows no page."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSizeF, QTimer, Signal
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.bridge import ChangeBridge
from ui.colours import colours
from ui.layar.board import Board
from ui.layar.frame import Frame
from ui.layar.scene import Scene, tr
from ui.layar.scenes import make_scenes
from ui.layar.screens import Hall, Screens
from ui.layar.window import LayarWindow

FIRST = "selamat"
#: What the preview shows while no window is open: the shape of a small projector.
USUAL = QSizeF(1024, 768)
TURN_SECONDS = 12
"""How long a page stands before the next one comes by itself: ten lines read aloud."""


class Projector(QObject):
    """The one who decides what the hall sees. Everything it shows it reads from the services; it writes nothing."""

    changed = Signal()
    """what the hall sees, or where it sees it, has changed"""
    lost = Signal()
    """the second screen went away while it was in use"""
    found = Signal()
    """the second screen is in use again"""

    def __init__(
        self, services: Layanan, background: Background, screens: Screens | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.screens = screens or Screens(self)
        self.scenes = make_scenes(services, background, self._arrived)
        self.scene: Scene = self.scenes[FIRST]
        self.seen = self.scene
        """the scene that the hall sees: another one than ``scene`` while it is frozen"""
        self.page, self.pages = 0, 1
        self.frozen = False
        self.automatic = False
        self.waiting = False
        """open, and waiting for the lost screen"""
        self.window: LayarWindow | None = None
        self.operator: QWidget | None = None
        """the main window: the layar never stands on its screen"""
        self._shown = Frame(USUAL, "#000000")
        self._next = self._shown
        self._read = False
        self._bridge = ChangeBridge(services.bus, self)
        self._bridge.changed.connect(self._take)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.redraw)
        self._turner = QTimer(self, interval=TURN_SECONDS * 1000)
        self._turner.timeout.connect(self._turn)
        self.screens.changed.connect(self._on_screens)

    @property
    def open(self) -> bool:
        """Whether the hall sees something."""
        return self.window is not None

    @property
    def on_hall(self) -> bool:
        """Whether it fills a second screen."""
        return self.window is not None and self.window.on_hall

    @property
    def shown(self) -> Frame:
        """The picture that the hall sees."""
        return self._shown

    @property
    def prepared(self) -> Frame:
        """The picture that the hall will see when it is no longer frozen; the same one while it is live."""
        return self._next

    def start(self) -> None:
        """Open the layar, on the second screen where there is one."""
        if self.window is None:
            window = self.window = LayarWindow()
            window.resized.connect(self.redraw)
            window.closed.connect(self._on_closed)
        self.waiting = False
        self.window.place(self._hall())
        self.redraw()

    def stop(self) -> None:
        """Close the layar; the scene stays chosen."""
        window, self.window = self.window, None
        self.waiting = self.frozen = False
        self._turner.stop()
        self._clock.stop()
        if window is not None:
            window.closed.disconnect(self._on_closed)
            window.close()
            window.deleteLater()
        self.changed.emit()

    def close(self) -> None:
        """The program ends."""
        self.stop()
        self._bridge.close()

    def choose(self, key: str) -> None:
        """Another scene; a frozen hall sees it later."""
        self.scene, self.page, self._read = self.scenes[key], 0, False
        self.redraw()

    def turn(self, step: int) -> None:
        """Pages forward (1) or back (-1); behind the last one comes the first."""
        self.page = (self.page + step) % max(1, self.pages)
        self.redraw()

    def freeze(self, *, on: bool) -> None:
        """Let the hall keep its picture, or show it what was prepared meanwhile."""
        self.frozen = on
        self.redraw()

    def turn_by_itself(self, *, on: bool) -> None:
        """Let the pages of a long list follow each other."""
        self.automatic = on
        self.redraw()

    def refresh(self) -> None:
        """Read the scene again and show it."""
        self._read = False
        self.redraw()

    def redraw(self) -> None:
        """Lay the scene out for the screen as it is, and show it unless the hall is frozen."""
        size = QSizeF(self.window.size()) if self.window is not None and not self.waiting else USUAL
        self._next = self._lay_out(_laid_out_as(size))
        if not self.frozen or self.window is None:
            self._shown, self.seen = self._next, self.scene
            if self.window is not None:
                self.window.show_frame(self._shown)
        self._run_timers()
        self.changed.emit()

    def _lay_out(self, size: QSizeF) -> Frame:
        board = Board(size, colours())
        if self._services.forum.aktif() is None:
            board.message(tr("Musrenbang belum disiapkan"))
            return board.frame()
        try:
            if not self._read:
                self.scene.read()
                self._read = True
            self.pages = self.scene.draw(board, self.page)
        except (RuleBroken, Trouble):
            board = Board(size, colours())  # the operator reads the reason on the page; the hall never does
            board.message(self.scene.name())
            self.pages = 1
        self.page = max(0, min(self.page, self.pages - 1))
        return board.frame(self.page, self.pages)

    def _run_timers(self) -> None:
        ticking = self.window is not None and self.scene.ticks
        if ticking != self._clock.isActive():
            self._clock.start() if ticking else self._clock.stop()
        turning = self.window is not None and self.automatic and self.pages > 1 and not self.frozen
        if turning != self._turner.isActive():
            self._turner.start() if turning else self._turner.stop()

    def _turn(self) -> None:
        self.turn(1)

    def _take(self, changes: Changes) -> None:
        if changes.kinds & (self.scene.kinds | {"semua", "forum"}):
            self._read = False
            if self.window is not None:
                self.redraw()

    def _arrived(self) -> None:
        self.redraw()

    def _hall(self) -> Hall | None:
        return self.screens.hall(self.operator)

    def _on_screens(self) -> None:
        if self.window is None:
            return
        hall = self._hall()
        if hall is not None and (self.waiting or not self.window.on_hall):
            back, self.waiting = self.waiting, False
            self.window.place(hall)
            self.redraw()
            if back:
                self.found.emit()
        elif hall is None and self.window.on_hall and not self.waiting:
            self.waiting = True
            self.window.hide()  # the system would push it over the operator's work
            self.redraw()
            self.lost.emit()
        elif hall is not None and self.window.geometry() != hall.geometry:
            self.window.place(hall)
            self.redraw()

    def _on_closed(self) -> None:
        self.stop()


def _laid_out_as(size: QSizeF) -> QSizeF:
    """A window lower than a small projector shows the same picture, only smaller."""
    if size.isEmpty() or size.height() >= USUAL.height():
        return size
    return size * (USUAL.height() / size.height())
