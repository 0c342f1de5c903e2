"""Reads of usulan of earlier years that still stand and were not taken up."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries.jawaban import Jawaban
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.usulan import UsulanBaru

_EARLIER = (
    "SELECT u.id, u.nomor, f.tahun_rencana, u.tahun_menunggu FROM usulan u JOIN forum f ON f.id = u.forum"
    " WHERE u.ada AND u.status = 'aktif' AND f.ada AND f.tahun_rencana < ? AND f.latihan = ?"
    " AND f.kode_wilayah = ? AND f.desa = ? COLLATE NOCASE AND f.tingkat = ?"
    " AND u.id NOT IN (SELECT asal_usulan FROM usulan WHERE ada AND asal_usulan <> '')"
    " ORDER BY f.tahun_rencana DESC, u.nomor"
)


class Terdahulu(NamedTuple):
    """One usulan of an earlier year: the year it was planned for, how long it had waited then, its decisions, oldest
    first, and what its own forum decided.
    """

    id: str
    label: str
    tahun_rencana: int
    menunggu: int
    putusan: tuple[Jawaban, ...]
    keluaran: str


def earlier(connection: Connection, forum: Forum) -> list[Terdahulu]:
    """What the same village proposed for earlier years and did not take up again, the latest year first."""
    values = (forum.tahun_rencana, forum.latihan, forum.kode_wilayah, forum.desa, forum.tingkat)
    rows = connection.execute(_EARLIER, values).fetchall()
    ids = [row[0] for row in rows]
    answers = {record: tuple(found) for record, found in _answers(connection, ids).items()}
    outputs = _outputs(connection, ids)
    return [
        Terdahulu(record, f"U-{number:03d}", year, waited or 0, answers.get(record, ()), outputs.get(record, ""))
        for record, number, year, waited in rows
    ]


def earlier_labels(connection: Connection, forum: Forum) -> set[tuple[int, str]]:
    """(year planned, number) of everything that this laptop recorded for the village in earlier years."""
    rows = connection.execute(
        "SELECT f.tahun_rencana, u.nomor FROM usulan u JOIN forum f ON f.id = u.forum"
        " WHERE u.ada AND f.tahun_rencana < ? AND f.kode_wilayah = ? AND f.desa = ? COLLATE NOCASE",
        (forum.tahun_rencana, forum.kode_wilayah, forum.desa),
    )
    return {(year, f"U-{number:03d}") for year, number in rows}


def taken_up(connection: Connection) -> set[str]:
    """What was taken up already, in any forum."""
    return {row[0] for row in connection.execute("SELECT asal_usulan FROM usulan WHERE ada AND asal_usulan <> ''")}


def state(connection: Connection, forum: str) -> tuple[int, int, int]:
    """What changes when an answer comes, another usulan is taken up, or one of another forum comes or goes.

    The sums tell which rows it is, so that one more and one less is not taken for none.
    """
    sql = (
        "SELECT (SELECT count(*) FROM kabar),"
        " coalesce(sum(rowid * rowid) FILTER (WHERE asal_usulan <> ''), 0),"
        " coalesce(sum(rowid * rowid) FILTER (WHERE status = 'aktif' AND forum <> ?), 0) FROM usulan WHERE ada"
    )
    answers, taken, standing = connection.execute(sql, (forum,)).fetchone()
    return int(answers), int(taken), int(standing)


def titles(connection: Connection, ids: Collection[str]) -> list[tuple[str, str, str, str, str]]:
    """id, judul, dusun, RT and RW of usulan of any forum."""
    sql = "SELECT id, judul, dusun, rt, rw FROM usulan WHERE id IN (SELECT value FROM json_each(?))"
    return connection.execute(sql, (json.dumps(list(ids)),)).fetchall()


def line(connection: Connection, record: str) -> UsulanBaru:
    """What a list shows of an usulan of any forum: title, place, who proposed it, and its cost."""
    sql = "SELECT judul, dusun, rt, rw, lokasi, pengusul, perkiraan_biaya FROM usulan WHERE id = ?"
    judul, dusun, rt, rw, lokasi, pengusul, biaya = connection.execute(sql, (record,)).fetchone()
    return UsulanBaru(judul=judul, dusun=dusun, rt=rt, rw=rw, lokasi=lokasi, pengusul=pengusul, perkiraan_biaya=biaya)


def answers_of(connection: Connection, record: str) -> list[Jawaban]:
    """The decisions about one usulan, oldest first."""
    return _answers(connection, [record]).get(record, [])


def _answers(connection: Connection, ids: Collection[str]) -> dict[str, list[Jawaban]]:
    found: dict[str, list[Jawaban]] = {}
    rows = connection.execute(
        "SELECT n, usulan, tingkat, putusan, alasan_kode, alasan, oleh, waktu FROM jawaban"
        " WHERE usulan IN (SELECT value FROM json_each(?)) ORDER BY n",
        (json.dumps(list(ids)),),
    )
    for row in rows:
        found.setdefault(row[1], []).append(Jawaban(*row))
    return found


def _outputs(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    rows = connection.execute(
        "SELECT usulan, keluaran FROM butir WHERE usulan IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return dict(rows.fetchall())
