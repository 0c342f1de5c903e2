"""Reads about invitations."""

from __future__ import annotations

import json
from dataclasses import dataclass

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import peserta
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import Dikenal

_MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class TidakDatang:
    """An unsur that was invited and stayed away in at least two forums: ``forum`` are their years, oldest first."""

    unsur: str
    forum: tuple[int, ...]
    diundang: int


def letters(connection: Connection, forum: str) -> list[tuple[str, str, int]]:
    """How many invited people have a letter in each state and given on each day."""
    return connection.execute(
        "SELECT undangan, tanggal_serah, count(*) FROM peserta WHERE ada AND diundang AND forum = ? GROUP BY 1, 2",
        (forum,),
    ).fetchall()


def names(connection: Connection, forum: str) -> list[Dikenal]:
    """Everybody on the list, in the order of recording."""
    sql = f"SELECT {', '.join(Dikenal._fields)} FROM peserta WHERE ada AND forum = ? ORDER BY nomor"
    return [Dikenal(*row) for row in connection.execute(sql, (forum,))]


def others_than(connection: Connection, record: str) -> list[str]:
    """The ids of those whom this person was said not to be."""
    row = connection.execute("SELECT beda_dengan FROM peserta WHERE id = ?", (record,)).fetchone()
    return json.loads(row[0]) if row and row[0] else []


def said_to_be_two(connection: Connection, forum: str) -> set[frozenset[str]]:
    """The pairs of ids of a forum that were said to be two people."""
    rows = connection.execute("SELECT id, beda_dengan FROM peserta WHERE forum = ? AND beda_dengan <> ''", (forum,))
    return {frozenset((record, other)) for record, others in rows for other in json.loads(others)}


def follow(connection: Connection, forum: str, record: str) -> Peserta | None:
    """The person whom a printed code names, also when the record became part of another one since."""
    for _ in range(_MOST_STEPS):
        row = connection.execute(
            "SELECT ada, gabung_ke FROM peserta WHERE id = ? AND forum = ?", (record, forum)
        ).fetchone()
        if row is None:
            return None
        if row[0]:
            return peserta.one(connection, record)
        if not row[1]:
            return None
        record = row[1]
    return None


def absent(connection: Connection, forum: Forum) -> list[TidakDatang]:
    """Unsur invited to two or more real forums of the village whose invited people were all absent, by forum.

    A forum counts only when somebody was present at it. Unsur are compared without regard to letter case.
    """
    rows = connection.execute(
        "SELECT fold(p.unsur) AS kunci, max(p.unsur), f.tahun_pelaksanaan, total(p.diundang),"
        " total(p.hadir <> '' AND p.diundang) AS datang"
        " FROM peserta p JOIN forum f ON f.id = p.forum"
        " WHERE p.ada AND f.ada AND f.latihan = 0 AND f.desa = ? AND f.jenis = ? AND p.unsur <> ''"
        " AND EXISTS (SELECT 1 FROM peserta q WHERE q.forum = f.id AND q.ada AND q.hadir <> '')"
        " GROUP BY kunci, f.id HAVING total(p.diundang) > 0 AND datang = 0 ORDER BY kunci, f.tanggal",
        (forum.desa, forum.jenis),
    )
    found: dict[str, tuple[str, list[int], int]] = {}
    for key, unsur, year, invited, _ in rows:
        _, years, many = found.get(key, (unsur, [], 0))
        found[key] = (unsur, [*years, year], many + int(invited))
    return [TidakDatang(unsur, tuple(years), many) for unsur, years, many in found.values() if len(years) > 1]
