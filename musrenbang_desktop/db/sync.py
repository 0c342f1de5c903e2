"""The outbox and the inbox: reading what is to be sent, writing what the server answered.

The outbox is the journal itself; one number says how far the server holds it. The inbox is ``kabar``, numbered by
the server. What a server that was put back from an old copy no longer knows stays under numbers below zero.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db import projections, settings
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.perangkat import REPLACED
from musrenbang_desktop.journal import chain

ACK = "kirim.ack"
CARD = "kirim.kartu"
LAST = "kirim.terakhir"
OPEN = "kirim.catatan_terbuka"
LATE = "kirim.terlambat"

_ASIDE = -(2**40)


@dataclass(frozen=True, slots=True)
class Unsent:
    """What the server does not hold yet."""

    kejadian: int
    usulan: int


def ack(connection: Connection) -> int:
    """The seq up to which the server has proved that it holds the own stream."""
    return int(settings.get(connection, ACK) or 0)


def ack_of(connection: Connection, stream: str) -> int:
    """The same for any stream of this journal: of a laptop before this one it is what that one knew, or more."""
    return int(settings.get(connection, _ack_key(connection, stream)) or 0)


def put_ack(connection: Connection, stream: str, seq: int) -> None:
    """The server holds a stream up to ``seq``. Inside the caller's transaction."""
    settings.put(connection, _ack_key(connection, stream), str(seq))


def _ack_key(connection: Connection, stream: str) -> str:
    return ACK if stream == device(connection) else REPLACED + stream


def before(connection: Connection) -> list[str]:
    """The laptops whose data this one goes on with, the first one first."""
    names = connection.execute("SELECT kunci FROM setelan WHERE kunci GLOB ?", (f"{REPLACED}*",)).fetchall()
    found = [name.removeprefix(REPLACED) for (name,) in names]
    return sorted(found, key=lambda stream: _first(connection, stream))


def doubt(connection: Connection) -> None:
    """The server may lack what laptops before this one sent: it is asked again how far it holds their streams. Inside
    the caller's transaction.
    """
    for stream in before(connection):
        put_ack(connection, stream, 0)


def replaced(connection: Connection) -> list[str]:
    """Those of them of whose stream the server lacks events."""
    return [stream for stream in before(connection) if last(connection, stream) > ack_of(connection, stream)]


def last(connection: Connection, stream: str) -> int:
    """Where a stream of this journal ends."""
    row = connection.execute("SELECT max(seq) FROM jurnal WHERE perangkat = ?", (stream,)).fetchone()
    return int(row[0] or 0)


def _first(connection: Connection, stream: str) -> int:
    row = connection.execute("SELECT n FROM jurnal WHERE perangkat = ? ORDER BY seq LIMIT 1", (stream,)).fetchone()
    return int(row[0]) if row else 0


def late_told(connection: Connection) -> dict[str, int]:
    """Of which forums the kabupaten was told that they are behind its calendar, and by how many days."""
    told: dict[str, int] = json.loads(settings.get(connection, LATE) or "{}")
    return told


def note_late(connection: Connection, late: Mapping[str, int]) -> None:
    """Keep what the kabupaten was told; 0 days take a mark back. Inside the caller's transaction."""
    told = late_told(connection)
    now = {forum: days for forum, days in (told | dict(late)).items() if days}
    if now != told:
        settings.put(connection, LATE, json.dumps(now))


def device(connection: Connection) -> str:
    """The id of this device."""
    return settings.get(connection, "perangkat") or ""


def public_key(connection: Connection) -> bytes:
    """The public half of this device's key."""
    return bytes.fromhex(settings.get(connection, "kunci_publik") or "")


def hash_at(connection: Connection, device: str, seq: int) -> bytes | None:
    """The own chain's hash behind ``seq``; None where the stream does not reach."""
    if seq == 0:
        return chain.start(device)
    row = connection.execute("SELECT hash FROM jurnal WHERE perangkat = ? AND seq = ?", (device, seq)).fetchone()
    return bytes(row[0]) if row else None


def event_at(connection: Connection, device: str, seq: int) -> bytes:
    """The frozen bytes of one own event; empty where there is none."""
    row = connection.execute("SELECT isi FROM jurnal WHERE perangkat = ? AND seq = ?", (device, seq)).fetchone()
    return bytes(row[0]) if row else b""


def events_after(connection: Connection, device: str, seq: int, limit: int) -> list[bytes]:
    """The frozen bytes of the own events behind ``seq``, in order."""
    rows = connection.execute(
        "SELECT isi FROM jurnal WHERE perangkat = ? AND seq > ? ORDER BY seq LIMIT ?", (device, seq, limit)
    )
    return [bytes(row[0]) for row in rows]


def unsent(connection: Connection) -> Unsent:
    """How much waits to be sent."""
    streams = [device(connection), *replaced(connection)]
    counts = [
        connection.execute(
            "SELECT count(*), count(DISTINCT CASE WHEN jenis = 'usulan.catat' THEN record END)"
            " FROM jurnal WHERE perangkat = ? AND seq > ?",
            (stream, ack_of(connection, stream)),
        ).fetchone()
        for stream in streams
    ]
    return Unsent(sum(row[0] for row in counts), sum(row[1] for row in counts))


def waiting(connection: Connection) -> int:
    """:attr:`Unsent.kejadian` without reading the events: it is shown after every act."""
    streams = [device(connection), *before(connection)]
    return sum(max(0, last(connection, stream) - ack_of(connection, stream)) for stream in streams)


def cursor(connection: Connection) -> int:
    """Number of the last server event held."""
    return int(connection.execute("SELECT coalesce(max(n), 0) FROM kabar WHERE n > 0").fetchone()[0])


def news(connection: Connection) -> list[bytes]:
    """All server events that the server has, in order."""
    return [bytes(row[0]) for row in connection.execute("SELECT isi FROM kabar WHERE n > 0 ORDER BY n")]


def set_news_aside(connection: Connection, items: Iterable[bytes]) -> None:
    """Make room for the server's list from where it differs from the one held.

    Nothing is thrown away: what is moved keeps its order before all that follows, so a receipt that was given once
    keeps its number and hour, and an answer counts until the server gives another.
    """
    same = 0
    for held, item in zip(news(connection), items, strict=False):
        if held != item:
            break
        same += 1
    (last,) = connection.execute("SELECT coalesce(max(n), ?) FROM kabar WHERE n < 0", (_ASIDE,)).fetchone()
    for table in ("kabar", "jawaban"):
        connection.execute(f"UPDATE {table} SET n = n - ? WHERE n > ?", (same - last, same))


def add_news(connection: Connection, first: int, items: Iterable[bytes]) -> list[dict[str, Any]]:
    """Store and project server events numbered from ``first``; those already held are passed over. The new ones are
    returned.
    """
    expected = cursor(connection) + 1
    added = []
    for number, data in enumerate(items, first):
        if number != expected:
            continue
        _take_back(connection, data)
        connection.execute("INSERT INTO kabar VALUES (?, ?)", (number, data))
        value = json.loads(data)
        projections.project_kabar(connection, number, value)
        added.append(value)
        expected += 1
    return added


def _take_back(connection: Connection, data: bytes) -> None:
    """An event that was set aside and comes again is held once."""
    for (number,) in connection.execute("SELECT n FROM kabar WHERE n < 0 AND isi = ?", (data,)).fetchall():
        for table in ("kabar", "jawaban"):
            connection.execute(f"DELETE FROM {table} WHERE n = ?", (number,))


def receipts(connection: Connection) -> int:
    """How many usulan have a receipt."""
    return int(connection.execute("SELECT count(*) FROM bukti").fetchone()[0])


def answers(connection: Connection) -> int:
    """How many decisions have come back."""
    return int(connection.execute("SELECT count(*) FROM jawaban").fetchone()[0])
