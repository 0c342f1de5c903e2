"""A turn on the window's thread for a job that runs beside it.

Qt's painters and picture plug-ins take locks of their own; used from two threads at once they can wait for each other
and for Python for ever. So a job draws on the window's thread, one short act at a time, and computes beside it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")

LOOK_EVERY_S = 0.05


class Turn:
    """One act that waits for the window's thread. Whoever takes it first does it; it is done once."""

    def __init__(self, act: Callable[[], Any]) -> None:
        self._act = act
        self._free = threading.Lock()
        self._done = threading.Event()
        self._result: Any = None
        self._problem: BaseException | None = None

    def take(self) -> None:
        """Do the act unless it was taken."""
        if not self._free.acquire(blocking=False):
            return
        try:
            self._result = self._act()
        except BaseException as problem:  # noqa: BLE001 - raised again where the act was asked for
            self._problem = problem
        finally:
            self._done.set()

    def wait(self, window_is_gone: Callable[[], bool]) -> Any:
        """Wait for the act and answer what it gave or raise what it raised; do it here when no window will."""
        while not self._done.wait(LOOK_EVERY_S):
            if window_is_gone():
                self.take()
        if self._problem is not None:
            raise self._problem
        return self._result


def on_this_thread(act: Callable[[], T]) -> T:
    """The turn of a job that already runs on the window's thread."""
    return act()
