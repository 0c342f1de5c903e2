"""One program at a time on one data folder, on every system, released even by a power cut."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.db.connection import engine
from musrenbang_desktop.db.errors import AlreadyOpen, sort_error

FILE_NAME = "sedang-dibuka"


class SingleInstance:
    """Holds SQLite's exclusive lock on a small file of its own.

    The operating system lets go of it when the process ends, however it ends, so nothing is left to clean up.
    Raises AlreadyOpen.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._connection = engine.connect(folder / FILE_NAME, isolation_level=None, timeout=0)
            self._connection.execute("PRAGMA journal_mode=DELETE")
            self._connection.execute("BEGIN EXCLUSIVE")
        except engine.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF in (5, 6):
                raise AlreadyOpen(
                    "Program Musrenbang sudah terbuka untuk data ini. Tidak ada yang hilang. Pakai jendela yang "
                    "sudah terbuka."
                ) from error
            raise sort_error(error) or error from error

    def release(self) -> None:
        """Let the next start in."""
        self._connection.close()
