"""Place and date of birth of the people of the team. No other module of queries reads this table."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection


def every(connection: Connection, forum: str) -> dict[str, str]:
    """Name -> place and date of birth, as typed, of those of this forum of whom it is known."""
    return dict(connection.execute("SELECT nama, lahir FROM kelahiran WHERE forum = ?", (forum,)).fetchall())


def put(connection: Connection, forum: str, nama: str, lahir: str) -> None:
    """Write it; nothing leaves no row. Runs inside the caller's transaction."""
    connection.execute("DELETE FROM kelahiran WHERE forum = ? AND nama = ?", (forum, nama))
    if lahir:
        connection.execute("INSERT INTO kelahiran VALUES (?, ?, ?)", (forum, nama, lahir))
