"""How the rest of the program hears that something was written."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one act wrote. Published once, after its commit.

    ``kinds`` names the record kinds touched (``{"usulan"}``), ``records`` their ids, ``label`` is the Indonesian
    text of the act for the undo menu.
    """

    kinds: frozenset[str]
    records: frozenset[str] = frozenset()
    forum: str = ""
    label: str = ""


Subscriber = Callable[[Changes], None]


class ChangeBus:
    """Calls every subscriber, in the order of subscription, on the thread of the act."""

    def __init__(self) -> None:
        self._subscribers: list[Subscriber] = []

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """Call ``callback`` for every later change; the answer ends that."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        """Tell all. The facts are committed already, so a failing listener is logged and never stops the others."""
        for callback in tuple(self._subscribers):
            try:
                callback(changes)
            except Exception:
                log.exception("a listener failed on a change of %s", ", ".join(sorted(changes.kinds)))
