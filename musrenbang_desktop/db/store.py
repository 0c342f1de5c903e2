"""The store: appends events and projects them, in one transaction an act.

The head of the own stream is kept in memory after each commit; there is one writer, so nobody else can move it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.db import projections, ruang
from musrenbang_desktop.db.connection import Connection, engine, open_reader
from musrenbang_desktop.db.errors import DiskFull, sort_error
from musrenbang_desktop.db.journal_copy import Copied, JournalCopy
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.journal import chain
from musrenbang_desktop.journal.canonical import Json
from musrenbang_desktop.journal.events import Event, TooLong, to_bytes
from musrenbang_desktop.journal.keys import device_tag
from musrenbang_desktop.journal.keystore import KeyMissing, KeyPlace

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
"""Says the wall clock's time with its zone."""


_ROOM_GIVEN_UP = (
    "Ruang penyimpanan laptop penuh. Semua yang sudah tercatat aman, dan ruang darurat baru saja dilepas: coba lagi, "
    "pekerjaan dapat dilanjutkan. Sesudah itu hapus berkas lain yang tidak perlu."
)


class Head(NamedTuple):
    """The end of a stream: the last seq (0 for an empty one) and the hash behind it."""

    seq: int
    hash: bytes


class Written(NamedTuple):
    """One event as the journal holds it."""

    device: str
    seq: int
    data: bytes
    hash: bytes


class Act:
    """The events of one act of the operator, inside its transaction."""

    def __init__(self, store: Store, forum: str, urung: int | None, ulang: int | None) -> None:
        self._store = store
        self._urung, self._ulang = urung, ulang
        self._jam = store.clock().isoformat(timespec="seconds")
        self.forum = forum
        self.first = store.head.seq + 1
        self.head = store.head
        self.written: list[Written] = []
        self.records: list[str] = []

    def next_id(self) -> str:
        """The id that a record created by the next event gets: unique, since (device, seq) is."""
        return f"{self._store.tag}-{self.head.seq + 1}"

    def append(self, jenis: str, record: str, isi: Mapping[str, Json]) -> None:
        """Write one event and project it.

        Raises NotCanonical for a value that cannot be frozen, RuleBroken("forum", "sudah_disegel") for one that may
        not follow the seal of the forum, ("kejadian", "terlalu_panjang") for one that is too long: nothing of the act
        is written then.
        """
        from musrenbang_desktop.db.penjaga import require_allowed  # nothing is written before the first picture

        seq = self.head.seq + 1
        event = Event(
            jenis=jenis,
            record=record,
            forum=self.forum,
            isi=isi,
            jam=self._jam,
            dasar=self._store.record_version(record) if record != self.next_id() else None,
            langkah=self.first if seq != self.first else None,
            urung=self._urung,
            ulang=self._ulang,
        )
        require_allowed(self._store.connection, event)
        try:
            data = to_bytes(event)
        except TooLong as error:
            raise RuleBroken("kejadian", "terlalu_panjang") from error
        self.head = Head(seq, chain.link(self.head.hash, data))
        insert(self._store.connection, Written(self._store.device, seq, data, self.head.hash), event)
        self.written.append(Written(self._store.device, seq, data, self.head.hash))
        self.records.append(record)


class Store:
    """The open database of one data folder. Use :func:`musrenbang_desktop.db.opening.open_store`."""

    def __init__(
        self, connection: Connection, path: Path, device: str, clock: Clock, copy: JournalCopy, key_place: KeyPlace
    ) -> None:
        self.connection = connection
        self.key_place = key_place
        self.path = path
        self.device = device
        self.tag = device_tag(device)
        self.clock = clock
        self._copy = copy
        self.head = read_head(connection, device)

    @contextmanager
    def act(self, forum: str, *, urung: int | None = None, ulang: int | None = None) -> Iterator[Act]:
        """One transaction for one act: all its events and rows, or nothing. Raises Trouble when the disk refuses."""
        with self.transaction():
            act = Act(self, forum, urung, ulang)
            yield act
        self.head = act.head
        self._copy.append(Copied(written.device, written.seq, written.data) for written in act.written)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """BEGIN IMMEDIATE ... COMMIT, rolled back by any exception; SQLite's environment errors become Trouble.

        On a full disk the room that was put by is given up, so that the next try goes through.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        except engine.DatabaseError as error:
            trouble = sort_error(error)
            if isinstance(trouble, DiskFull) and ruang.give_up(self.path.parent):
                trouble = DiskFull(_ROOM_GIVEN_UP)
            raise trouble or error from error

    def record_version(self, record: str) -> int | None:
        """How many events tell of ``record``; None for a new one."""
        row = self.connection.execute("SELECT count(*) FROM jurnal WHERE record = ?", (record,)).fetchone()
        return row[0] or None

    def reader(self) -> Connection:
        """A new read-only connection, for a background job; the caller closes it."""
        return open_reader(self.path)

    def reading(self, connection: Connection) -> Store:
        """The same place on another connection, whose tables tell of another time: only to be read."""
        return Store(connection, self.path, self.device, self.clock, self._copy, self.key_place)

    def private_key(self) -> bytes:
        """The key of this device. Where it is gone, since the data came here from another laptop, the laptop goes on as
        a new device: nobody may have to wait for a key before the hall. Raises Trouble.
        """
        try:
            return self.key_place.private(self.device)
        except KeyMissing:
            log.info("the key of %s is not on this laptop; it goes on as a new device", self.tag)
        from musrenbang_desktop.db import perangkat  # hardly any laptop ever needs it

        with self.transaction():
            device = perangkat.begin_anew(self.connection, self.key_place)
        self.device, self.tag, self.head = device, device_tag(device), read_head(self.connection, device)
        return self.key_place.private(device)

    def fold_log(self) -> None:
        """Take what was written into the file itself, and empty the log before it: it holds what was there earlier."""
        with suppress(engine.DatabaseError):  # a reader holds it: the next commit that can does it
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def sync_copy(self) -> None:
        """Make sure the second file is on the disk too."""
        self._copy.sync()

    def close(self) -> None:
        """Close; the last connection to close tidies the write-ahead log."""
        self._copy.close()
        with closing(self.connection), suppress(engine.DatabaseError):  # without room there are only older statistics
            self.connection.execute("PRAGMA optimize")


def insert(connection: Connection, written: Written, event: Event) -> None:
    """Put one event, own or restored, into the journal table and project it."""
    connection.execute(
        "INSERT INTO jurnal (perangkat, seq, jenis, forum, record, langkah, urung, ulang, jam, isi, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            written.device,
            written.seq,
            event.jenis,
            event.forum,
            event.record,
            event.langkah or written.seq,
            event.urung,
            event.ulang,
            event.jam,
            written.data,
            written.hash,
        ),
    )
    projections.project(connection, event)


def read_head(connection: Connection, device: str) -> Head:
    """The head of a device's stream as the journal table has it."""
    row = connection.execute(
        "SELECT seq, hash FROM jurnal WHERE perangkat = ? ORDER BY seq DESC LIMIT 1", (device,)
    ).fetchone()
    return Head(row[0], row[1]) if row else Head(0, chain.start(device))
