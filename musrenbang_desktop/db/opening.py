"""From a folder to an open store: lock, check, recover, migrate. Recovery never asks and never blocks work."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.db import backup, journal_copy, perangkat, replay
from musrenbang_desktop.db.connection import Connection, engine, open_reader, open_writer, schema_version
from musrenbang_desktop.db.errors import Damaged, NoAccess, NotOurFile, Trouble, sort_error, sort_os_error
from musrenbang_desktop.db.journal_copy import Copied, JournalCopy
from musrenbang_desktop.db.schema import SCHEMA_VERSION
from musrenbang_desktop.db.single import SingleInstance
from musrenbang_desktop.db.store import Clock, Head, Store, Written, insert, read_head
from musrenbang_desktop.db.tempat import refuse_remote
from musrenbang_desktop.db.whole_file import HALF, replace
from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.canonical import NotCanonical
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.journal.keystore import KeyPlace

log = logging.getLogger(__name__)

FILE_NAME = "musrenbang.db"

#: What is in no journal, and which rows of it are taken out of a bad file. Not the device: the journal and the key say
#: who this laptop is.
_SALVAGED = {
    "setelan": "kunci NOT IN ('perangkat', 'kunci_publik')",
    "draf": "1",
    "paket": "1",
    "bagian_paket": "1",
    "kamus": "1",
    "kontak": "1",
    "kelahiran": "1",
    "ubahan_lokal": "1",
}

#: Of these the bad file says all: what was deleted there since the copy was made does not come back from the copy.
_AS_LAST = frozenset({"draf", "kontak", "kelahiran"})


class Recovered(NamedTuple):
    """Where the bad files were put, and when the copy that replaces them was made; None for an empty beginning.

    ``brought``: they are not bad; the operator wanted a copy of another laptop in their place.
    """

    aside: Path
    made: datetime | None
    brought: bool = False


class Opened(NamedTuple):
    """An open store, and the sentence about a recovery if there was one."""

    store: Store
    lock: SingleInstance
    pemulihan: str = ""

    def close(self) -> None:
        """Close the store and let the next start in."""
        try:
            self.store.close()
        finally:
            self.lock.release()


def open_store(folder: Path, clock: Clock, key_place: KeyPlace) -> Opened:
    """Open (or begin) the data in ``folder``. Raises Trouble with a sentence for the operator."""
    refuse_remote(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoAccess(f"Folder data {folder} tidak bisa dibuat. Tidak ada yang berubah. Pilih folder lain.") from error
    lock = SingleInstance(folder)
    try:
        return _open_locked(folder, clock, key_place, lock)
    except engine.DatabaseError as error:
        lock.release()
        raise sort_error(error) or error from error
    except OSError as error:
        lock.release()
        raise sort_os_error(error, folder) from error
    except BaseException:
        lock.release()
        raise


def _open_locked(folder: Path, clock: Clock, key_place: KeyPlace, lock: SingleInstance) -> Opened:
    connection, recovered = _open_checked(folder, clock)
    try:
        copied = journal_copy.read(folder / journal_copy.FILE_NAME)
        added = _restore_events(connection, copied)
        if recovered or perangkat.is_marked(connection):  # marked: the power was cut behind the recovery
            _bring_back_files(folder)
        device = perangkat.of_this_laptop(connection, key_place)
        _mend_copy(folder, connection, copied, clock)
        if recovered:
            _settle(connection, device)
        store = Store(connection, folder / FILE_NAME, device, clock, JournalCopy(folder), key_place)
    except BaseException:
        connection.close()
        raise
    return Opened(store, lock, _sentence(recovered, added))


def _sentence(recovered: Recovered | None, added: int) -> str:
    if recovered is None:
        return f"Berkas data tertinggal. {added} catatan diambil kembali dari salinan jurnal." if added else ""
    made = recovered.made
    if recovered.brought and made:
        from musrenbang_desktop.db import dibawa  # a start that takes nothing does not need it

        return dibawa.sentence(made, recovered.aside)
    origin = f" dari cadangan pukul {made:%H.%M} tanggal {made:%d-%m-%Y}" if made else ""
    return (
        f"Berkas data rusak dan sudah dipulihkan{origin}; {added} catatan sesudahnya diambil dari salinan jurnal. "
        f"Berkas lama disimpan di folder {recovered.aside.name}."
    )


def _open_checked(folder: Path, clock: Clock) -> tuple[Connection, Recovered | None]:
    path = folder / FILE_NAME
    if any(folder.glob("dibawa-[0-9]*")) and (taken := _take_brought(folder, clock)):
        return taken
    if _is_lost(folder):
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
        return connection, None
    connection.close()
    return _recover(folder, clock)


def _is_lost(folder: Path) -> bool:
    """Whether the database is missing or empty (a power cut can leave it so) in a folder that has held one."""
    path, copy = folder / FILE_NAME, folder / journal_copy.FILE_NAME
    if path.exists() and path.stat().st_size:
        return False
    return bool(copy.exists() and copy.stat().st_size) or bool(backup.copies(folder / backup.FOLDER))


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


def _recover(folder: Path, clock: Clock) -> tuple[Connection, Recovered]:
    """Set the bad file aside and take the newest good copy. A power cut in here is made good by the next start."""
    aside = _set_aside(folder / FILE_NAME, clock())
    connection, made = _open_newest_copy(folder, clock)
    _salvage(connection, aside / FILE_NAME)
    return connection, Recovered(aside, made)


def _take_brought(folder: Path, clock: Clock) -> tuple[Connection, Recovered] | None:
    """Begin from the copy that the operator brought; what was here is of another laptop, so nothing of it is taken."""
    from musrenbang_desktop.db import dibawa  # a start that takes nothing does not need it

    brought = dibawa.waiting(folder)
    if brought is None:
        return None
    aside = dibawa.set_aside(brought, FILE_NAME)
    made = _put_newest(brought, folder / FILE_NAME, perangkat.BROUGHT)
    dibawa.keep(brought)
    connection = _open_current(folder, clock)
    return connection, Recovered(aside, made, brought=True)


def _open_newest_copy(folder: Path, clock: Clock) -> tuple[Connection, datetime | None]:
    made = _put_newest(folder / backup.FOLDER, folder / FILE_NAME, perangkat.RECOVERED)
    return _open_current(folder, clock), made


def _put_newest(copies: Path, path: Path, origin: str) -> datetime | None:
    """Put the newest good copy in the place of the database; answers when it was made, None where there is none.

    It is marked before it takes its name: a power cut right behind that must not leave a laptop that goes on with the
    stream of another one.
    """
    source = next((copy for copy in backup.copies(copies) if backup.is_good(copy)), None)
    if source is None:
        return None
    half = path.with_suffix(HALF)
    for suffix in ("-wal", "-shm", "-journal"):  # of a try that was cut: it is of another file
        half.with_name(half.name + suffix).unlink(missing_ok=True)
    try:
        half.write_bytes(source.read_bytes())
        with closing(open_writer(half)) as connection:
            perangkat.mark(connection, origin)
        replace(half, path)
    except OSError:
        half.unlink(missing_ok=True)  # half a file would fill the last of a full disk
        raise
    return backup.made_at(source)


def _set_aside(path: Path, now: datetime) -> Path:
    folder = path.parent / now.strftime("rusak-%Y%m%d-%H%M%S")
    folder.mkdir(exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            replace(part, folder / part.name)
    return folder


def _salvage(connection: Connection, bad: Path) -> None:
    """Settings, half-typed forms, packages, contacts are in no journal: take what the bad file still gives."""
    for table, wanted in _SALVAGED.items() if bad.exists() else ():
        with suppress(Trouble, engine.DatabaseError), closing(open_reader(bad)) as reader:
            _take(connection, table, reader.execute(f"SELECT * FROM {table} WHERE {wanted}").fetchall())


def _take(connection: Connection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """All rows of a table, or none. Raises engine.DatabaseError."""
    kept = "REPLACE" if table == "ubahan_lokal" else "IGNORE"  # what was forgotten since the copy stays so
    connection.execute("BEGIN IMMEDIATE")
    try:
        if table in _AS_LAST:
            connection.execute(f"DELETE FROM {table}")
        for row in rows:
            connection.execute(f"INSERT OR {kept} INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        connection.execute("COMMIT")
    except engine.DatabaseError:
        connection.execute("ROLLBACK")
        raise


def _settle(connection: Connection, device: str) -> None:
    """What was changed outside the journal since the copy was made is in rows of its own that the bad file gave."""
    from musrenbang_desktop.db.queries import lokal  # a start that recovers nothing does not need it

    connection.execute("BEGIN IMMEDIATE")
    lokal.settle(connection, device, read_head(connection, device).seq)
    connection.execute("COMMIT")


def _bring_back_files(folder: Path) -> None:
    """Photos and papers that only the copies still hold; without room they stay there, and the data opens."""
    from musrenbang_desktop.db.lampiran import Simpanan  # a start that recovers nothing does not need it

    with suppress(Trouble):
        Simpanan(folder).ambil_kembali_semua()


def _restore_events(connection: Connection, copied: Sequence[Copied]) -> int:
    """Add what the second file holds beyond the database: after a recovery, or when an older file was put here."""
    heads = {device: read_head(connection, device) for device in {event.device for event in copied}}
    forked = {event.device for event in copied if _differs(connection, event, heads[event.device])}
    ahead = [event for event in copied if event.seq > heads[event.device].seq and event.device not in forked]
    if not ahead:
        return 0
    connection.execute("BEGIN IMMEDIATE")
    added = sum(_restore_one(connection, event) for event in ahead)
    replay.rebuild(connection)
    connection.execute("COMMIT")
    return added


def _differs(connection: Connection, event: Copied, head: Head) -> bool:
    """Whether the second file tells another story than the database where the database ends."""
    if event.seq != head.seq:
        return False
    row = connection.execute(
        "SELECT isi FROM jurnal WHERE perangkat = ? AND seq = ?", (event.device, event.seq)
    ).fetchone()
    return bool(row[0] != event.data)


def _restore_one(connection: Connection, event: Copied) -> bool:
    head = read_head(connection, event.device)
    if event.seq != head.seq + 1:
        return False
    try:
        read = from_bytes(event.data)
    except NotCanonical:
        return False
    insert(connection, Written(*event, chain.link(head.hash, event.data)), read)
    return True


def _mend_copy(folder: Path, connection: Connection, copied: Sequence[Copied], clock: Clock) -> None:
    """Make the second file hold the journal's events and nothing else; one that held others is kept aside."""
    path = folder / journal_copy.FILE_NAME
    events = [Copied(*row) for row in connection.execute("SELECT perangkat, seq, isi FROM jurnal ORDER BY n")]
    if events == copied and journal_copy.is_whole(path, copied):
        return
    half = path.with_suffix(HALF)
    journal_copy.write(half, events)
    if not set(copied) <= set(events):
        replace(path, path.with_name(f"{path.name}-{clock():%Y%m%d-%H%M%S}"))
    replace(half, path)
