"""Files that are there whole or not at all: written beside their name, on the disk, then swapped in."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from musrenbang_desktop.db.errors import NoAccess

HALF = ".sebagian"
"""Suffix of a file or a folder that is not finished."""


def put_whole(path: Path, data: bytes) -> None:
    """Write ``data`` so that a power cut leaves the old file or the new one; it is on the disk when this returns.

    Raises OSError; what was written of it is gone then, since half a file would fill the last of a full disk.
    """
    half = path.with_suffix(HALF)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(half, path)
    except OSError:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes) -> None:
    """:func:`put_whole` for a file that the operator asked for. Raises NoAccess, which names the file."""
    try:
        put_whole(path, data)
    except OSError as error:
        raise NoAccess(
            f"Berkas {path.name} tidak bisa ditulis di {path.parent}. Data forum aman. "
            "Tutup program yang sedang membuka berkas itu, periksa ruang penyimpanan, lalu coba lagi."
        ) from error


def replace(source: Path, target: Path) -> None:
    """Swap ``source`` into the place of ``target``.

    It is tried again for 2.5 s: on Windows a virus scanner may hold the file for a moment.
    """
    wait = 0.05
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if wait > 1.5:
                raise
            time.sleep(wait)
            wait *= 2
        else:
            return
