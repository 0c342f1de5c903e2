"""What the server really holds: read from its database, not through its own code."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from tests.kabupaten.running import Running


def rows(server: Running, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """The answer to a query with ``?`` for values, whichever database it is."""
    if not server.database_url:
        connection = sqlite3.connect(server.folder / "kabupaten.db")
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()
    import psycopg

    with psycopg.connect(server.database_url) as found:
        return found.execute(query.replace("?", "%s"), values).fetchall()


def write(server: Running, statement: str, *values: Any) -> None:
    """Change the server's database behind its back, as an administrator can."""
    if not server.database_url:
        connection = sqlite3.connect(server.folder / "kabupaten.db", timeout=20)
        try:
            with connection:
                connection.execute(statement, values)
        finally:
            connection.close()
        return
    import psycopg

    with psycopg.connect(server.database_url) as found:
        found.execute(statement.replace("?", "%s"), values)


def events(server: Running, device: str) -> list[bytes]:
    """The stream of a device; fails when a seq is missing or doubled."""
    found = rows(server, "SELECT seq, isi FROM kabupaten_kejadian WHERE perangkat_id = ? ORDER BY seq", device)
    assert [row[0] for row in found] == list(range(1, len(found) + 1))
    return [bytes(row[1]) for row in found]


def news(server: Running, kode: str) -> list[dict[str, Any]]:
    """The server events of a village, in order without gaps."""
    found = rows(server, "SELECT n, isi FROM kabupaten_kabar WHERE desa_id = ? ORDER BY n", kode)
    assert [row[0] for row in found] == list(range(1, len(found) + 1))
    return [json.loads(bytes(row[1])) for row in found]


def verdicts(server: Running, device: str) -> list[tuple[Any, ...]]:
    """The events that were not applied: (seq, verdict, code)."""
    query = "SELECT seq, putusan, kode FROM kabupaten_kejadian WHERE perangkat_id = ? AND putusan <> '' ORDER BY seq"
    return rows(server, query, device)


def quarantine(server: Running, device: str) -> list[tuple[Any, ...]]:
    """What is in quarantine: (seq, why)."""
    return rows(server, "SELECT seq, sebab FROM kabupaten_karantina WHERE perangkat_id = ? ORDER BY seq", device)
