"""The guard of sealed forums over the journal table: before a write, in the replay, and for ``verify``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sesudah_segel import BERSYARAT, boleh_sesudah
from musrenbang_desktop.journal.events import Event, from_bytes
from musrenbang_desktop.journal.penjaga import SEGEL, Penjaga


def require_allowed(connection: Connection, event: Event) -> None:
    """Raise RuleBroken("forum", "sudah_disegel") for an event that may not follow the seal of its forum."""
    if _is_sealed(connection, event.forum) and not boleh_sesudah(event.jenis, event.isi, _stood(connection, event)):
        raise RuleBroken("forum", "sudah_disegel")


def _is_sealed(connection: Connection, forum: str) -> bool:
    return connection.execute("SELECT 1 FROM segel WHERE forum = ? AND nomor = 0", (forum,)).fetchone() is not None


def _stood(connection: Connection, event: Event) -> Mapping[str, Any] | None:
    """The fields of the event's record at the seal, where the table asks for them; None for a record since then."""
    if event.jenis.partition(".")[0] not in BERSYARAT:
        return None
    rows = connection.execute(
        "SELECT isi FROM jurnal WHERE record = ? AND n <"
        " (SELECT min(n) FROM jurnal WHERE forum = ? AND jenis = ?) ORDER BY n",
        (event.record, event.forum, SEGEL),
    ).fetchall()
    fields: dict[str, Any] = {}
    for (data,) in rows:
        fields |= from_bytes(data).isi
    return fields if rows else None


def counting(connection: Connection) -> Iterator[tuple[Event, bool]]:
    """Every event of the journal in order, and whether the tables follow it."""
    penjaga = Penjaga()
    for (data,) in connection.execute("SELECT isi FROM jurnal ORDER BY n").fetchall():
        event = from_bytes(data)
        yield event, penjaga.ikuti(event)


def first_behind(connection: Connection, forum: str, upto: Mapping[str, Sequence[Any]]) -> str:
    """The record of the first event behind the heads of the seal that may not be there; empty when all may.

    Events under the name of another forum are looked at too where their record is of this one.
    """
    penjaga, behind = Penjaga(), []
    rows = connection.execute(
        "SELECT perangkat, seq, isi FROM jurnal WHERE forum = ?1 OR record IN"
        " (SELECT record FROM jurnal WHERE forum = ?1) ORDER BY n",
        (forum,),
    )
    for device, seq, data in rows:
        event = from_bytes(data)
        if seq <= upto.get(device, (0,))[0]:
            penjaga.terima(event)
        else:
            behind.append(event)
    penjaga.tutup(forum)
    seal = next((event for event in behind if event.jenis == SEGEL), None)
    return next((event.record for event in behind if event is not seal and not penjaga.terima(event)), "")
