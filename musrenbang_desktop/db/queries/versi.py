"""Reads of the versions of a result: what the journal says about each closing of which paper was made."""

from __future__ import annotations

from collections.abc import Iterator

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.events import Event, from_bytes

_KINDS = "('kesepakatan.ubah', 'usulan.catat', 'usulan.ubah', 'dokumen.cetak')"


def closings(connection: Connection, forum: str) -> int:
    """How often the result of a forum was closed."""
    row = connection.execute(
        "SELECT count(*) FROM jurnal WHERE forum = ? AND jenis = 'kesepakatan.ubah'"
        ' AND instr(CAST(isi AS TEXT), \'"ditutup":"\')',
        (forum,),
    ).fetchone()
    return int(row[0])


def events(connection: Connection, forum: str) -> Iterator[Event]:
    """Everything that makes up a version, oldest first: agreement, usulan, and the papers that were saved."""
    rows = connection.execute(f"SELECT isi FROM jurnal WHERE forum = ? AND jenis IN {_KINDS} ORDER BY n", (forum,))
    for (data,) in rows:
        yield from_bytes(data)
