"""Reads of seals, and of what a seal is made over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db.connection import Connection


@dataclass(frozen=True, slots=True)
class Tercap:
    """One seal as recorded. ``nomor`` 0 is the forum's own; ``isi`` is its JSON value, signatures are bytes."""

    record: str
    forum: str
    nomor: int
    isi: Any
    tanda: bytes
    tanda_qr: bytes
    kode: str
    jam: str


@dataclass(frozen=True, slots=True)
class TandaSaksi:
    """Who has signed the seal beside the laptop, under which office, with which key, when."""

    record: str
    nama: str
    jabatan: str
    kunci: bytes
    tanda: bytes
    jam: str


def cosigners(connection: Connection, forum: str) -> list[TandaSaksi]:
    """The co-signatures of a forum's seal, in the order in which they were given."""
    rows = connection.execute(
        "SELECT id, nama, jabatan, kunci, tanda, jam FROM segel_saksi WHERE forum = ? ORDER BY rowid", (forum,)
    )
    return [
        TandaSaksi(record, nama, office, _hex(key), _hex(mark), jam) for record, nama, office, key, mark, jam in rows
    ]


def one(connection: Connection, forum: str) -> Tercap | None:
    """The seal of a forum, None while it is not sealed."""
    found = every(connection, forum)
    return found[0] if found and found[0].nomor == 0 else None


def every(connection: Connection, forum: str) -> list[Tercap]:
    """The seal and its addenda, in order."""
    rows = connection.execute(
        "SELECT id, forum, nomor, isi, tanda, tanda_qr, kode, jam FROM segel WHERE forum = ? ORDER BY nomor", (forum,)
    )
    return [_tercap(*row) for row in rows]


def sealed_forums(connection: Connection) -> list[str]:
    """The ids of all sealed forums."""
    return [row[0] for row in connection.execute("SELECT forum FROM segel WHERE nomor = 0 ORDER BY forum")]


def heads(connection: Connection) -> dict[str, tuple[int, str]]:
    """device -> (last seq, hash behind it) of every stream in the journal."""
    rows = connection.execute(
        "SELECT perangkat, seq, hash FROM jurnal j"
        " WHERE seq = (SELECT max(seq) FROM jurnal WHERE perangkat = j.perangkat) ORDER BY perangkat"
    )
    return {device: (seq, digest.hex()) for device, seq, digest in rows}


def leaves(connection: Connection, forum: str, upto: Mapping[str, tuple[int, str]]) -> list[bytes]:
    """The chain hashes of the forum's events up to the heads, by device and seq."""
    rows = connection.execute(
        "SELECT perangkat, seq, hash FROM jurnal WHERE forum = ? ORDER BY perangkat, seq", (forum,)
    )
    return [digest for device, seq, digest in rows if device in upto and seq <= upto[device][0]]


def record_at(connection: Connection, device: str, seq: int) -> str:
    """The record that the event at this place belongs to; empty where there is none."""
    row = connection.execute("SELECT record FROM jurnal WHERE perangkat = ? AND seq = ?", (device, seq)).fetchone()
    return str(row[0]) if row else ""


def bytes_at(connection: Connection, device: str, seq: int) -> bytes:
    """The event at this place; nothing where there is none."""
    row = connection.execute("SELECT isi FROM jurnal WHERE perangkat = ? AND seq = ?", (device, seq)).fetchone()
    return bytes(row[0]) if row else b""


def stood(connection: Connection, forum: str, record: str) -> bool:
    """Whether a record was there when its forum was sealed; False without a seal."""
    found = one(connection, forum)
    return found is not None and _stood(connection, record, found.isi["kepala"])


def _stood(connection: Connection, record: str, heads: Mapping[str, Sequence[Any]]) -> bool:
    begun = "SELECT perangkat, seq FROM jurnal WHERE record = ? ORDER BY n LIMIT 1"
    row = connection.execute(begun, (record,)).fetchone()
    return row is not None and row[1] <= heads.get(row[0], (0,))[0]


def _tercap(record: str, forum: str, nomor: int, isi: str, tanda: str, tanda_qr: str, kode: str, jam: str) -> Tercap:
    return Tercap(record, forum, nomor, json.loads(isi or "null"), _hex(tanda), _hex(tanda_qr), kode, jam)


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
