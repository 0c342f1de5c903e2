"""When a forum was begun here, and when practice was last recorded in the room beside it."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db.connection import Connection, engine, open_reader
from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.db.queries.jurnal import last_jam


def begun(connection: Connection, forum: str) -> datetime | None:
    """When the forum was opened on this laptop; None for one that is in no journal here."""
    row = connection.execute("SELECT jam FROM jurnal WHERE record = ? ORDER BY n LIMIT 1", (forum,)).fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def last_practice(file: Path) -> datetime | None:
    """When something was last recorded in the database of the practice room; None where there is none to be read."""
    if not file.exists():
        return None
    try:
        with closing(open_reader(file)) as reader:
            return last_jam(reader)
    except (Trouble, engine.DatabaseError):
        return None
