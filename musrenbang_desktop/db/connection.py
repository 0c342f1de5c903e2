"""One SQLite library and one way to open a file.

pysqlite3 brings a newer SQLite than Python's own (the WAL-reset fault ended with 3.51.3); where it has no wheel,
Python's is used.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from musrenbang_desktop.db.errors import NewerDatabase, NotOurFile, sort_error

if TYPE_CHECKING:
    import sqlite3 as engine
else:
    try:
        from pysqlite3 import dbapi2 as engine
    except ImportError:
        import sqlite3 as engine

__all__ = ["Connection", "Row", "engine", "fold", "open_copier", "open_reader", "open_writer", "schema_version"]

Connection = engine.Connection
Row = tuple[Any, ...]

APPLICATION_ID = 0x4D555352
"""``MUSR`` in the header: tells our file from any other SQLite file."""

#: WAL with FULL lost no confirmed row in simulated power cuts; NORMAL did. Commits cost one fsync.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA secure_delete=FAST",  # a number that was forgotten is in no unused corner of the file
    "PRAGMA busy_timeout=10000",
)


def open_writer(path: Path) -> Connection:
    """Open the one connection that writes. Raises NotOurFile, NewerDatabase or another Trouble."""
    connection = _connect(path)
    try:
        _refuse_foreign(connection)
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except engine.DatabaseError as error:
        connection.close()
        raise sort_error(error) or error from error
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(path: Path) -> Connection:
    """Open a connection that can only read; the background uses these."""
    connection = _connect(path)
    connection.execute("PRAGMA busy_timeout=10000")
    connection.execute("PRAGMA query_only=ON")
    return connection


def open_copier(path: Path) -> Connection:
    """Open a connection that only copies the file elsewhere (VACUUM INTO is not allowed to a read-only one)."""
    connection = _connect(path)
    connection.execute("PRAGMA busy_timeout=10000")
    return connection


def open_memory() -> Connection:
    """An empty database that exists only as long as it is open."""
    return _connect(":memory:")


def _connect(path: Path | str) -> Connection:
    try:
        connection = engine.connect(path, isolation_level=None, cached_statements=256)
    except engine.DatabaseError as error:
        raise sort_error(error) or error from error
    connection.create_function("fold", 1, fold, deterministic=True)
    return connection


def fold(text: str) -> str:
    """Lower case without accents, so that a search for "rehab pos" finds "Réhab Pos"."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def _refuse_foreign(connection: Connection) -> None:
    from musrenbang_desktop.db.schema import SCHEMA_VERSION

    version = schema_version(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application not in (0, APPLICATION_ID):
        raise NotOurFile(
            "Berkas ini milik program lain. Berkas itu tidak diubah. Pilih folder data Musrenbang yang benar."
        )
    if application == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise NotOurFile("Berkas ini bukan data Musrenbang. Berkas itu tidak diubah. Pilih folder data yang benar.")
    if version > SCHEMA_VERSION:
        raise NewerDatabase(
            "Data ini ditulis oleh versi program yang lebih baru. Data aman dan tidak diubah. Pasang versi terbaru, "
            "lalu buka lagi."
        )


def schema_version(connection: Connection) -> int:
    """The number of migrations that the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
