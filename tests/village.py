"""A real store in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.journal.keystore import FileKeys
from musrenbang_desktop.services.layanan import Layanan, build

WIB = timezone(timedelta(hours=7))
START = datetime(2026, 1, 21, 9, 0, tzinfo=WIB)


class ForumClock:
    """The day of the forum; every look at it is one second later."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@contextmanager
def opened(folder: Path) -> Iterator[Layanan]:
    """The services on the store in ``folder``; a second opening finds what the first one wrote."""
    found = open_store(folder, ForumClock(), FileKeys(folder))
    try:
        yield build(found.store)
    finally:
        found.close()
