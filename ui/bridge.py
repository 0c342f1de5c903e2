"""Brings the changes that services publish, on whatever thread, to the main thread as a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from musrenbang_desktop.services.changes import ChangeBus, Changes


class ChangeBridge(QObject):
    """``changed`` carries one Changes. Acts of the main thread arrive at once, others at the next turn of the loop."""

    changed = Signal(object)

    def __init__(self, bus: ChangeBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = bus.subscribe(self._pass_on)

    def _pass_on(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def close(self) -> None:
        """Stop listening."""
        self._leave()


def merged(one: Changes | None, other: Changes) -> Changes:
    """Two changes as one, for a page that was not on screen for either."""
    if one is None:
        return other
    return Changes(
        kinds=one.kinds | other.kinds,
        records=one.records | other.records,
        forum=other.forum or one.forum,
        label=other.label,
    )
