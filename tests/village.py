"""A real store in a folder of the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime, timedelta, timezone
from pathlib import Path

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan, build

WIB = timezone(timedelta(hours=7))
START = datetime(2026, 1, 21, 9, 0, tzinfo=WIB)


class ForumClock:
    """The day of the forum; every look at it is a second later: no two acts share an hour, and all runs are alike."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


class Wall:
    """A clock that only the test moves."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def pass_minutes(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@contextmanager
def opened(folder: Path, clock: Callable[[], datetime] | None = None) -> Iterator[Layanan]:
    """The services on the store in ``folder``; a second opening finds what the first one wrote."""
    found = open_store(folder, clock or ForumClock(), FileKeys(folder))
    try:
        yield build(found.store)
    finally:
        found.close()


class Prepared:
    """Stores that many tests begin from: made once, as files, and copied for each test, like a laptop that is started
    again. All copies are one laptop.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[Callable[[Layanan], object], tuple[Path, ForumClock]] = {}

    def copy(self, make: Callable[[Layanan], object], folder: Path) -> ForumClock:
        """Put into ``folder`` what ``make`` does to an empty store; returns the clock that goes on from there."""
        if make not in self._made:
            place, clock = self._folder / str(len(self._made)), ForumClock()
            with opened(place, clock) as layanan:
                make(layanan)
            self._made[make] = place, clock
        place, clock = self._made[make]
        shutil.copytree(place, folder, dirs_exist_ok=True)
        return copy(clock)

    @contextmanager
    def opened(self, make: Callable[[Layanan], object], folder: Path) -> Iterator[Layanan]:
        """The same, opened."""
        clock = self.copy(make, folder)
        with opened(folder, clock) as layanan:
            yield layanan


def empty(_layanan: Layanan) -> None:
    """No forum yet."""
