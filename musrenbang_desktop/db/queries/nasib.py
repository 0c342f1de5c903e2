"""Reads over what became of usulan with a tema, through forums and levels."""

from __future__ import annotations

import json
from collections.abc import Collection

from musrenbang_desktop.db.connection import Connection


def tagged(connection: Connection, forum: str) -> list[str]:
    """The ids of the usulan of a forum that have a tema of either kind, by number; also those withdrawn or merged."""
    rows = connection.execute(
        "SELECT id FROM usulan WHERE ada AND forum = ? AND (tema_asal NOT IN ('', '[]')"
        " OR tema_penerima NOT IN ('', '[]')) ORDER BY nomor",
        (forum,),
    )
    return [row[0] for row in rows]


def successors(connection: Connection, records: Collection[str]) -> dict[str, list[str]]:
    """usulan -> those that go on from it in another forum, the earliest first."""
    found: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT u.asal_usulan, u.id FROM usulan u JOIN forum f ON f.id = u.forum WHERE u.ada AND f.ada"
        " AND u.asal_usulan IN (SELECT value FROM json_each(?)) ORDER BY f.tanggal, u.nomor",
        (json.dumps(list(records)),),
    )
    for before, after in rows:
        found.setdefault(before, []).append(after)
    return found
