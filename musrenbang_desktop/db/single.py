"""One program at a time on one data folder, on every system, released even by a power cut."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.db.connection import Connection, engine
from musrenbang_desktop.db.errors import AlreadyOpen, Locked, NotOurFile, sort_error

FILE_NAME = "sedang-dibuka"


class SingleInstance:
    """Holds SQLite's exclusive lock on a small file of its own.

    The operating system lets go of it when the process ends, however it ends, so nothing is left to clean up.
    Raises AlreadyOpen.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / FILE_NAME
        try:
            self._connection = _hold(path)
        except NotOurFile:  # the file says nothing, only its lock does: rubbish in it must not keep the operator out
            path.unlink()
            self._connection = _hold(path)

    def release(self) -> None:
        """Let the next start in."""
        self._connection.close()


def _hold(path: Path) -> Connection:
    try:
        connection = engine.connect(path, isolation_level=None, timeout=0)
    except engine.DatabaseError as error:
        raise sort_error(error) or error from error
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except engine.DatabaseError as error:
        connection.close()
        trouble = sort_error(error)
        if isinstance(trouble, Locked):
            raise AlreadyOpen(
                "Program Musrenbang sudah terbuka untuk data ini. Tidak ada yang hilang. Pakai jendela yang sudah "
                "terbuka."
            ) from error
        raise trouble or error from error
    return connection
