"""What a data folder still holds after a fault, compared with what had been confirmed before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db import journal_copy, replay
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.opening import open_store
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.journal.keystore import FileKeys

Confirmed = Mapping[str, str]
"""Record id -> judul, of every usulan whose recording had returned."""


@dataclass(slots=True)
class Seen:
    """What one look at a folder found."""

    lost: set[str] = field(default_factory=set)
    """ids that were confirmed and are not there as confirmed"""
    doubled: set[str] = field(default_factory=set)
    """judul that stand under more than one record, though each was typed once"""
    more: dict[str, str] = field(default_factory=dict)
    """written, but killed before the call returned: at most one a kill, and allowed"""
    faults: list[str] = field(default_factory=list)
    """anything else that is wrong, as sentences"""


def look(folder: Path, confirmed: Confirmed) -> Seen:
    """Open ``folder`` as the program does and compare it with what was ``confirmed``. The folder is left as it was."""
    seen = Seen()
    opened = open_store(folder, lambda: datetime.now().astimezone(), FileKeys(folder))
    try:
        if opened.pemulihan:
            seen.faults.append(f"opened with a recovery: {opened.pemulihan}")
        connection = opened.store.connection
        _compare_usulan(connection, confirmed, seen)
        broken = replay.first_break(connection)
        if broken:
            seen.faults.append(f"chain broken at {broken[1]}")
        if not _same_after_replay(opened.store):
            seen.faults.append("tables differ from the replay of the journal")
        if not copy_is_whole(folder, opened.store):
            seen.faults.append("the second journal file lacks events")
    finally:
        opened.close()
    return seen


def _compare_usulan(connection: Connection, confirmed: Confirmed, seen: Seen) -> None:
    rows = dict(connection.execute("SELECT id, judul FROM usulan").fetchall())
    events = Counter(
        (record, from_bytes(data).isi["judul"])
        for record, data in connection.execute("SELECT record, isi FROM jurnal WHERE jenis = 'usulan.catat'")
    )
    seen.lost = {
        record for record, title in confirmed.items() if rows.get(record) != title or not events[record, title]
    }
    titles = Counter(title for _, title in events.elements()) | Counter(rows.values())
    seen.doubled = {title for title, number in titles.items() if number > 1}
    seen.more = {record: title for record, title in rows.items() if record not in confirmed}


def _same_after_replay(store: Store) -> bool:
    """Whether dropping all projections and replaying gives the same rows."""
    connection = store.connection
    before = replay.dump(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        replay.rebuild(connection)
        return replay.dump(connection) == before
    finally:
        connection.execute("ROLLBACK")


def copy_is_whole(folder: Path, store: Store) -> bool:
    """Whether the second journal file can give back every event."""
    held = {(copied.device, copied.seq): copied.data for copied in journal_copy.read(folder / journal_copy.FILE_NAME)}
    rows = store.connection.execute("SELECT perangkat, seq, isi FROM jurnal").fetchall()
    return held == {(device, seq): bytes(data) for device, seq, data in rows}
