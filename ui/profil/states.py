"""What a copy has been: the way back and the way forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musrenbang_desktop.reference.profile_copy import ProfileCopy


class States:
    """The states of one copy since it was opened, in this session only; the forum's own undo knows nothing of them."""

    def __init__(self) -> None:
        self.now: ProfileCopy | None = None
        self._past: list[ProfileCopy] = []
        self._future: list[ProfileCopy] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back."""
        return bool(self._future)

    def open(self, copy: ProfileCopy) -> None:
        """Another copy; nothing of the one before can be undone here."""
        self.now, self._past, self._future = copy, [], []

    def change(self, copy: ProfileCopy) -> None:
        """A new state, from which there is no way forward."""
        if self.now is not None:
            self._past.append(self.now)
        self.now, self._future = copy, []

    def undo(self) -> ProfileCopy | None:
        """One state back; None when this is the first."""
        return self._travel(self._past, self._future)

    def redo(self) -> ProfileCopy | None:
        """One state forward again; None when this is the last."""
        return self._travel(self._future, self._past)

    def _travel(self, way: list[ProfileCopy], back: list[ProfileCopy]) -> ProfileCopy | None:
        if self.now is None or not way:
            return None
        back.append(self.now)
        self.now = way.pop()
        return self.now
