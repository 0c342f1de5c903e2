"""The screens of this computer as the projector needs them. Tests put another one in its place: there is no cable."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, eq=False)
class Hall:
    """The screen of the hall. ``screen`` is None in tests that only pretend."""

    name: str
    geometry: QRect
    screen: QScreen | None = None


class Screens(QObject):
    """Finds the second screen and tells when screens come or go."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._tell)
            app.screenRemoved.connect(self._tell)
            app.primaryScreenChanged.connect(self._tell)

    def hall(self, operator: QWidget | None) -> Hall | None:
        """The screen on which ``operator`` (the main window) does not stand; None when there is only one.

        A projector that mirrors the laptop is no second screen for the system.
        """
        own = operator.screen() if operator is not None else QGuiApplication.primaryScreen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        distinct = [screen for screen in others if screen.geometry() != own.geometry()]
        return Hall(distinct[0].name(), distinct[0].geometry(), distinct[0]) if distinct else None

    def _tell(self, _screen: QScreen) -> None:
        self.changed.emit()
