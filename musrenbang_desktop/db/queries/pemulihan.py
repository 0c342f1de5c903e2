"""What a database holds, in a line: read from copies too, which may be of an older version."""

from __future__ import annotations

from typing import NamedTuple

from musrenbang_desktop.db.connection import Connection


class Ikhtisar(NamedTuple):
    """How many forums, usulan and people there are, and of which village the forum is that was written of last."""

    desa: str
    forum: int
    usulan: int
    peserta: int


def ikhtisar(connection: Connection) -> Ikhtisar:
    """Read it; practice is not counted."""
    wanted = "SELECT id FROM forum WHERE ada AND NOT latihan"
    (forum,) = connection.execute(f"SELECT count(*) FROM ({wanted})").fetchone()
    counts = [
        connection.execute(f"SELECT count(*) FROM {table} WHERE ada AND forum IN ({wanted})").fetchone()[0]
        for table in ("usulan", "peserta")
    ]
    last = connection.execute(
        f"SELECT desa FROM forum JOIN jurnal ON jurnal.forum = forum.id WHERE forum.id IN ({wanted}) ORDER BY n DESC"
        " LIMIT 1"
    ).fetchone()
    return Ikhtisar(last[0] if last else "", forum, *counts)
