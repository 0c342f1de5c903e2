"""Checks and rebuilds: the journal is the truth, the tables follow from it, but for what came behind a seal unasked."""

from __future__ import annotations

import json
from contextlib import closing
from typing import Any

from musrenbang_desktop.db import projections, schema
from musrenbang_desktop.db.connection import Connection, open_memory
from musrenbang_desktop.journal import chain


def rebuild(connection: Connection) -> None:
    """Drop the projections and replay the journal and the server's news. Runs inside the caller's transaction."""
    schema.drop_projections(connection)
    schema.create_projections(connection)
    _replay(connection, connection)


def _replay(journal: Connection, tables: Connection) -> None:
    from musrenbang_desktop.db.penjaga import counting  # a start that mends nothing does not need it

    for event, counts in counting(journal):
        if counts:
            projections.project(tables, event)
    for number, data in journal.execute("SELECT n, isi FROM kabar ORDER BY n").fetchall():
        projections.project_kabar(tables, number, json.loads(data))


def first_difference(connection: Connection) -> tuple[str, str] | None:
    """The first (table, record) whose row is not what the journal says; None when every table follows from it."""
    with closing(open_memory()) as other:
        schema.create_projections(other)
        _replay(connection, other)
        wanted = dump(other)
    for table, rows in dump(connection).items():
        if rows != wanted[table]:
            row = min(set(rows) ^ set(wanted[table]), key=repr)
            return table, str(row[_RECORD.get(table, 0)])
    return None


#: The column that names the record, where it is not the first.
_RECORD = {"skor": 2, "skor_ulang": 2, "suara": 1, "surat_suara": 1, "butir": 1, "jawaban": 1}


def dump(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every projection, sorted: equal before and after a rebuild."""
    tables = [name for name, sql in schema.PROJECTIONS.items() if sql.startswith("CREATE TABLE")]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in tables}


def first_break(connection: Connection) -> tuple[str, int] | None:
    """The first (device, seq) at which a chain does not hold: a changed, missing or inserted event. None when all is
    well.
    """
    heads: dict[str, tuple[int, bytes]] = {}
    number = connection.execute("SELECT count(*) FROM jurnal").fetchone()[0]
    sha256 = chain.own_sha256 if number < chain.MANY else chain.openssl_sha256()
    rows = connection.execute("SELECT perangkat, seq, isi, hash FROM jurnal ORDER BY perangkat, seq")
    for device, seq, data, stored in rows:
        last, head = heads.get(device) or (0, chain.start(device))
        head = chain.link(head, data, sha256) if isinstance(data, bytes) else b""
        if seq != last + 1 or head != stored:
            return device, seq
        heads[device] = (seq, head)
    return None
