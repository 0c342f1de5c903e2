"""From a folder to an open store: lock, check, recover, migrate. Recovery never asks and never blocks work."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from musrenbang_desktop.db import backup, journal_copy, replay, settings
from musrenbang_desktop.db.connection import Connection, engine, open_writer, schema_version
from musrenbang_desktop.db.errors import Damaged, NoAccess, NotOurFile, sort_error
from musrenbang_desktop.db.journal_copy import JournalCopy
from musrenbang_desktop.db.schema import SCHEMA_VERSION
from musrenbang_desktop.db.single import SingleInstance
from musrenbang_desktop.db.store import Clock, Store, Written, insert, read_head
from musrenbang_desktop.journal import chain, keys
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.journal.keystore import KeyMissing, KeyPlace

log = logging.getLogger(__name__)

FILE_NAME = "musrenbang.db"


@dataclass(frozen=True, slots=True)
class Opened:
    """An open store, and the sentence about a recovery if there was one."""

    store: Store
    lock: SingleInstance
    pemulihan: str = ""

    def close(self) -> None:
        """Close the store and let the next start in."""
        self.store.close()
        self.lock.release()


def open_store(folder: Path, clock: Clock, key_place: KeyPlace) -> Opened:
    """Open (or begin) the data in ``folder``. Raises Trouble with a sentence for the operator."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoAccess(f"Folder data {folder} tidak bisa dibuat. Tidak ada yang berubah. Pilih folder lain.") from error
    lock = SingleInstance(folder)
    try:
        connection, pemulihan = _open_checked(folder, clock)
        device = _device(connection, key_place)
        copy = JournalCopy(folder)
        _catch_up(folder, connection, device, copy)
        return Opened(Store(connection, folder / FILE_NAME, device, clock, copy, key_place), lock, pemulihan)
    except engine.DatabaseError as error:
        lock.release()
        raise sort_error(error) or error from error
    except BaseException:
        lock.release()
        raise


def _open_checked(folder: Path, clock: Clock) -> tuple[Connection, str]:
    path = folder / FILE_NAME
    if not path.exists() and (folder / journal_copy.FILE_NAME).exists():
        return _recover(folder, clock)
    try:
        connection = _open_current(folder, clock)
    except Damaged as error:
        log.warning("database damaged: %s", error)
        return _recover(folder, clock)
    except NotOurFile:
        if path.exists() and not _is_sqlite(path):
            return _recover(folder, clock)
        raise
    if _is_sound(connection):
        return connection, ""
    connection.close()
    return _recover(folder, clock)


def _is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def _open_current(folder: Path, clock: Clock) -> Connection:
    connection = open_writer(folder / FILE_NAME)
    try:
        version = schema_version(connection)
        if version < SCHEMA_VERSION:
            from musrenbang_desktop.db.migrations import migrate

            if version:
                backup.make(folder / FILE_NAME, folder / backup.FOLDER, clock())
            migrate(connection)
    except engine.DatabaseError as error:
        connection.close()
        raise sort_error(error) or error from error
    except BaseException:
        connection.close()
        raise
    return connection


def _is_sound(connection: Connection) -> bool:
    try:
        checked = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        return bool(checked) and replay.first_break(connection) is None
    except engine.DatabaseError:
        return False


def _recover(folder: Path, clock: Clock) -> tuple[Connection, str]:
    """Set the bad file aside, take the newest good copy, add what the second journal file knows, rebuild the tables."""
    path = folder / FILE_NAME
    aside = _set_aside(path, clock())
    source = next((copy for copy in backup.copies(folder / backup.FOLDER) if backup.is_good(copy)), None)
    if source:
        half = path.with_suffix(".sebagian")
        half.write_bytes(source.read_bytes())
        backup.replace(half, path)
    connection = _open_current(folder, clock)
    added = _restore_events(connection, folder)
    made = backup.made_at(source) if source else None
    origin = f" dari cadangan pukul {made:%H.%M} tanggal {made:%d-%m-%Y}" if made else ""
    return connection, (
        f"Berkas data rusak dan sudah dipulihkan{origin}; {added} catatan sesudahnya diambil dari salinan jurnal. "
        f"Berkas lama disimpan di folder {aside.name}."
    )


def _set_aside(path: Path, now: datetime) -> Path:
    folder = path.parent / now.strftime("rusak-%Y%m%d-%H%M%S")
    folder.mkdir(exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            backup.replace(part, folder / part.name)
    return folder


def _restore_events(connection: Connection, folder: Path) -> int:
    added = 0
    connection.execute("BEGIN IMMEDIATE")
    for device, seq, data in journal_copy.read(folder / journal_copy.FILE_NAME):
        added += _restore_one(connection, device, seq, data)
    replay.rebuild(connection)
    connection.execute("COMMIT")
    return added


def _restore_one(connection: Connection, device: str, seq: int, data: bytes) -> int:
    head = read_head(connection, device)
    if seq != head.seq + 1:
        return 0
    try:
        insert(connection, Written(device, seq, data, chain.link(head.hash, data)), from_bytes(data))
    except NotCanonical:
        return 0
    return 1


def _device(connection: Connection, key_place: KeyPlace) -> str:
    device = settings.get(connection, "perangkat")
    if device is None:
        public = _recovered_key(connection, key_place) or key_place.create()
        device = keys.device_id(public)
        settings.put(connection, "perangkat", device)
        settings.put(connection, "kunci_publik", public.hex())
    return device


def _recovered_key(connection: Connection, key_place: KeyPlace) -> bytes | None:
    """The public key of a recovered stream, if its private half is still here: the laptop stays the same device."""
    for (device,) in connection.execute(
        "SELECT perangkat FROM jurnal GROUP BY perangkat ORDER BY max(n) DESC"
    ).fetchall():
        try:
            return keys.public_key(key_place.private(device))
        except KeyMissing:
            continue
    return None


def _catch_up(folder: Path, connection: Connection, device: str, copy: JournalCopy) -> None:
    """Give the second file what a crash between the commit and its line kept from it."""
    last = max((c.seq for c in journal_copy.read(folder / journal_copy.FILE_NAME) if c.device == device), default=0)
    rows = connection.execute(
        "SELECT seq, isi FROM jurnal WHERE perangkat = ? AND seq > ? ORDER BY seq", (device, last)
    ).fetchall()
    for seq, data in rows:
        copy.append(device, seq, data)
    copy.flush()
