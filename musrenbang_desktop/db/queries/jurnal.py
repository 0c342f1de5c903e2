"""Reads of the journal: acts for the history page and the undo stack."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, takewhile
from typing import Any, NamedTuple

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.events import Event, from_bytes


class ActRow(NamedTuple):
    """One act as the stack needs it; a ``lokal`` one stands outside the journal, in :mod:`.lokal`."""

    langkah: int
    urung: int | None
    ulang: int | None
    jenis: str
    lokal: bool = False


@dataclass(frozen=True, slots=True)
class Tercatat:
    """One event with its place in the journal."""

    n: int
    perangkat: str
    seq: int
    langkah: int
    event: Event


def acts(connection: Connection, device: str, forums: tuple[str, str], after: int) -> list[ActRow]:
    """The own acts of two forums behind seq ``after`` in order, each with the type of its first event."""
    rows = connection.execute(
        "SELECT langkah, urung, ulang, jenis FROM jurnal WHERE perangkat = ? AND seq > ? AND forum IN (?, ?)"
        " AND seq = langkah ORDER BY seq",
        (device, after, *forums),
    )
    return [ActRow(*row) for row in rows]


def events_of(connection: Connection, device: str, langkah: int, limit: int | None = None) -> list[Tercatat]:
    """The first ``limit`` events of one act, or all, in order. They stand together, so reading ends behind them."""
    rows = connection.execute(
        "SELECT n, perangkat, seq, langkah, isi FROM jurnal WHERE perangkat = ? AND seq >= ? ORDER BY seq",
        (device, langkah),
    )
    return [_tercatat(row) for row in islice(takewhile(lambda row: row[3] == langkah, rows), limit)]


def size_of(connection: Connection, device: str, langkah: int) -> int:
    """How many events an act has."""
    rows = connection.execute(
        "SELECT langkah FROM jurnal WHERE perangkat = ? AND seq >= ? ORDER BY seq", (device, langkah)
    )
    return sum(1 for _ in takewhile(lambda row: row[0] == langkah, rows))


def count_of(connection: Connection, device: str, langkah: int, jenis: str) -> int:
    """How many events of one type an act has."""
    rows = connection.execute(
        "SELECT langkah, jenis FROM jurnal WHERE perangkat = ? AND seq >= ? ORDER BY seq", (device, langkah)
    )
    return sum(one == jenis for _, one in takewhile(lambda row: row[0] == langkah, rows))


def latest_acts(connection: Connection, forums: tuple[str, str], limit: int) -> list[tuple[int, str, int]]:
    """The acts of two forums, newest first, each as its place n, its device and the seq of its first event."""
    return connection.execute(
        "SELECT n, perangkat, langkah FROM jurnal WHERE forum IN (?, ?) AND seq = langkah ORDER BY n DESC LIMIT ?",
        (*forums, limit),
    ).fetchall()


def forum_of(connection: Connection, record: str) -> str | None:
    """The forum in whose events a record was made; None for one that no event tells of."""
    row = connection.execute("SELECT forum FROM jurnal WHERE record = ? ORDER BY n LIMIT 1", (record,)).fetchone()
    return row[0] if row else None


def last_jam(connection: Connection) -> datetime | None:
    """When the last event was written, by the clock of its device; None for an empty journal."""
    row = connection.execute("SELECT jam FROM jurnal ORDER BY n DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def of_record(connection: Connection, record: str, limit: int = -1) -> list[Tercatat]:
    """The latest events of one record, or all, oldest first."""
    rows = connection.execute(
        "SELECT n, perangkat, seq, langkah, isi FROM jurnal WHERE record = ? ORDER BY n DESC LIMIT ?", (record, limit)
    )
    return [_tercatat(row) for row in reversed(rows.fetchall())]


def values_before(connection: Connection, record: str, n: int, fields: set[str]) -> Mapping[str, Any]:
    """What each field of ``record`` was just before journal place ``n``; a field never set is absent."""
    found: dict[str, Any] = {}
    rows = connection.execute("SELECT isi FROM jurnal WHERE record = ? AND n < ? ORDER BY n DESC", (record, n))
    for (data,) in rows:
        isi = json.loads(data)["f"]
        for name in fields - found.keys():
            if name in isi:
                found[name] = isi[name]
        if fields <= found.keys():
            break
    return found


def is_first(connection: Connection, record: str, n: int) -> bool:
    """Whether journal place ``n`` made ``record``."""
    row = connection.execute("SELECT 1 FROM jurnal WHERE record = ? AND n < ? LIMIT 1", (record, n)).fetchone()
    return row is None


def _tercatat(row: tuple[Any, ...]) -> Tercatat:
    return Tercatat(row[0], row[1], row[2], row[3], from_bytes(row[4]))


class Baris(NamedTuple):
    """One event as it was written, with the chain hashes before and behind it as hex."""

    perangkat: str
    seq: int
    sebelum: str
    hash: str
    isi: str


def lines(connection: Connection, forum: str) -> list[Baris]:
    """Every event of a forum by device and seq. The hash before it may be of an event of another forum."""
    rows = connection.execute(
        "SELECT j.perangkat, j.seq, b.hash, j.hash, j.isi FROM jurnal j LEFT JOIN jurnal b"
        " ON b.perangkat = j.perangkat AND b.seq = j.seq - 1 WHERE j.forum = ? ORDER BY j.perangkat, j.seq",
        (forum,),
    )
    return [
        Baris(device, seq, (before or chain.start(device)).hex(), digest.hex(), bytes(isi).decode())
        for device, seq, before, digest, isi in rows
    ]


def state_hash(connection: Connection, forum: str) -> str:
    """The hash behind the last event that changed the forum itself.

    Paper, seals, photos, clocks, numbers of letters, what was entered in SIPD and what others see do not move it.
    """
    row = connection.execute(
        "SELECT hash FROM jurnal WHERE forum = ? AND jenis NOT IN ('dokumen.cetak', 'segel.buat', 'segel.tambahan',"
        " 'segel.saksi', 'lampiran.catat', 'lampiran.ubah', 'sidang.ubah', 'bicara.catat', 'bicara.ubah',"
        " 'notulen.catat', 'notulen.ubah', 'sipd.ubah', 'surat.ubah', 'publik.ubah')"
        " ORDER BY n DESC LIMIT 1",
        (forum,),
    ).fetchone()
    return row[0].hex() if row else ""
