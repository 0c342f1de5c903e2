"""Sixteen megabytes put by for a full disk: given up at the moment in which nothing else has room any more.

A laptop that is full in the middle of a meeting goes on recording for the rest of the day; the file comes back with a
later copy, when there is room again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

NAME = "ruang-darurat.bin"
SIZE = 16 * 1024 * 1024
LEAST_FREE = 16 * SIZE
"""Nothing is put by on a disk with less room than this."""


def put_by(folder: Path) -> bool:
    """Make sure that the room is there; False where the disk has none to spare."""
    import shutil  # with the first copy, long after the first picture

    path = folder / NAME
    with suppress(OSError):
        if path.exists() and path.stat().st_size == SIZE:
            return True
        if shutil.disk_usage(folder).free < LEAST_FREE:
            return False
        _fill(path)
        return True
    return False


def give_up(folder: Path) -> bool:
    """Free the room; False where none was put by."""
    with suppress(OSError):
        (folder / NAME).unlink()
        return True
    return False


def _fill(path: Path) -> None:
    """Write it out: a file of nothing but its length may take no room at all."""
    block = os.urandom(64 * 1024)
    try:
        with path.open("wb") as file:
            for _ in range(SIZE // len(block)):
                file.write(block)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
