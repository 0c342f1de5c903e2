"""What the pages are made of is loaded while nobody waits, one module at a time, so that a first opening only builds.

Modules are loaded on the window's own thread: types of Qt complete themselves when they are first named, and two
threads must not do that at once.
"""

from __future__ import annotations

import logging
import pkgutil
import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

log = logging.getLogger(__name__)

BEGIN_MS = 700
"""After the first picture: the operator looks, and perhaps opens a page at once."""
PAUSE_MS = 30
"""Between two turns; a key that is pressed comes first."""
TURN_SECONDS = 0.015
"""A turn begins no other module after this time."""

#: What the pages stand on; the packages of ui follow, and in each the parts before the page: each step stays small.
PACKAGES = (
    "musrenbang_desktop.domain",
    "musrenbang_desktop.db.queries",
    "musrenbang_desktop.likeness",
    "musrenbang_desktop.ranking",
    "musrenbang_desktop.reference",
    "musrenbang_desktop.exchange",
    "musrenbang_desktop.services",
    "sync.device",
)


def modules() -> Iterator[str]:
    """All of them, one by one; a package is looked into when its turn comes."""
    for package in (*PACKAGES, *(f"ui.{name}" for name in _inside("ui", packages=True))):
        yield package
        for name in sorted(_inside(package, packages=False), key=lambda name: (name.endswith("page"), name)):
            yield f"{package}.{name}"


def _inside(package: str, *, packages: bool) -> list[str]:
    """The names of the packages in a package, or of its modules."""
    found = pkgutil.iter_modules(import_module(package).__path__)
    return [name for _, name, inner in found if inner is packages]


class Warming(QObject):
    """Loads a few modules, then waits for its next turn; ends by itself."""

    finished = Signal()

    def __init__(self, parent: QObject, load: Callable[[str], object] = import_module) -> None:
        super().__init__(parent)
        self._load = load
        self._left = modules()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Once, when the first picture is there."""
        self._timer.start(BEGIN_MS)

    def _go_on(self) -> None:
        until = time.perf_counter() + TURN_SECONDS
        while time.perf_counter() < until:
            name = next(self._left, None)
            if name is None:
                self.finished.emit()
                return
            self._try(name)
        self._timer.start(PAUSE_MS)

    def _try(self, name: str) -> None:
        try:
            self._load(name)
        except ImportError:
            log.warning("not loaded ahead: %s", name)  # its page says so when it is opened
