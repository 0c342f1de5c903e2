"""Reads of the notulen."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.notulen import FIELDS, ButirNotulen

_COLUMNS = ("id", "nomor", *FIELDS)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM notulen WHERE ada"


def every(connection: Connection, forum: str) -> list[ButirNotulen]:
    """All notes of a forum in the order of recording."""
    rows = connection.execute(f"{_SELECT} AND forum = ? ORDER BY nomor, id", (forum,))
    return [ButirNotulen(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def one(connection: Connection, record: str) -> ButirNotulen | None:
    """The note with this id."""
    row = connection.execute(f"{_SELECT} AND id = ?", (record,)).fetchone()
    return ButirNotulen(**dict(zip(_COLUMNS, row, strict=True))) if row else None


def forum_of(connection: Connection, record: str) -> str:
    """The forum that a note belongs to."""
    row = connection.execute("SELECT forum FROM notulen WHERE id = ?", (record,)).fetchone()
    return row[0] if row else ""


def next_number(connection: Connection, forum: str) -> int:
    """The running number of the next note; none is ever used again."""
    row = connection.execute("SELECT coalesce(max(nomor), 0) + 1 FROM notulen WHERE forum = ?", (forum,)).fetchone()
    return int(row[0])


def name(connection: Connection, record: str) -> tuple[str, str]:
    """(jenis, who) of a note, also of one that was taken back."""
    row = connection.execute("SELECT jenis, oleh FROM notulen WHERE id = ?", (record,)).fetchone()
    return (row[0], row[1]) if row else ("", "?")
