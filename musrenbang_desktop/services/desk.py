"""The desk: the open store, the chosen forum and the bus, shared by all services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from musrenbang_desktop.db import room, settings
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import forum as forums
from musrenbang_desktop.db.store import Act, Store
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.services.changes import ChangeBus, Changes

if TYPE_CHECKING:
    from musrenbang_desktop.db.queries.usulan import Terbaca
    from musrenbang_desktop.domain.usulan import Usulan

_CHOSEN = "forum_aktif"


class Desk:
    """What the services have in common. One forum is on the desk at a time."""

    def __init__(self, store: Store, bus: ChangeBus) -> None:
        self.store = store
        self.bus = bus
        self.latihan = room.is_practice(store.connection)
        """whether this is the practice room"""
        chosen = settings.get(store.connection, _CHOSEN) or ""
        self._usulan: tuple[tuple[str, int], list[Usulan]] | None = None
        self._read: Terbaca | None = None
        self._forum = chosen if forums.one(store.connection, chosen) else _latest(store.connection)

    @property
    def connection(self) -> Connection:
        """The connection of the main thread."""
        return self.store.connection

    @property
    def forum_id(self) -> str:
        """The id of the chosen forum; raises RuleBroken("forum", "belum_ada") when there is none."""
        if not self._forum:
            raise RuleBroken("forum", "belum_ada")
        return self._forum

    def forum(self) -> Forum | None:
        """The chosen forum."""
        return forums.one(self.connection, self._forum) if self._forum else None

    def state(self) -> tuple[str, int]:
        """Another value after every write of this program, which is the only one that writes, and for another forum."""
        return self.forum_id, self.connection.total_changes

    def usulan(self) -> list[Usulan]:
        """Every usulan of the chosen forum by number, withdrawn and merged ones too; read once for each state."""
        from musrenbang_desktop.db.queries import usulan as queries  # not before the first picture

        if self.connection.in_transaction:
            return queries.every(self.connection, self.forum_id, queries.Saringan())  # it may still be taken back
        state = self.state()
        if self._usulan is None or self._usulan[0] != state:
            self._read = self._read or queries.Terbaca()
            self._usulan = (state, self._read.every(self.connection, self.forum_id))
        return list(self._usulan[1])

    def choose(self, forum: str) -> None:
        """Put another forum on the desk; the choice survives a restart."""
        with self.store.transaction():
            settings.put(self.connection, _CHOSEN, forum)
        self._forum = forum
        self.bus.publish(Changes(kinds=frozenset({"forum", "semua"}), forum=forum, label="memilih forum"))

    def look_at(self, forum: str) -> None:
        """Put another forum on the desk for this run only."""
        self._forum = forum

    def jam(self) -> str:
        """The hour on the wall, as the forms print it: ``09.05``."""
        return self.store.clock().strftime("%H.%M")

    @contextmanager
    def write(
        self, kind: str, label: str, *, forum: str | None = None, urung: int | None = None, ulang: int | None = None
    ) -> Iterator[Act]:
        """One act: append in the block; after the commit every page hears of ``kind``."""
        with self.store.act(self.forum_id if forum is None else forum, urung=urung, ulang=ulang) as act:
            yield act
        records = frozenset(act.records)
        self.bus.publish(Changes(kinds=frozenset(kind.split()), records=records, forum=act.forum, label=label))

    def require_open(self) -> None:
        """Raise RuleBroken("forum", "sudah_ditutup") when the hall has closed its result."""
        if self._is_closed(self.forum_id):
            raise RuleBroken("forum", "sudah_ditutup")

    def closed(self) -> bool:
        """Whether the hall has closed its result."""
        return self._is_closed(self.forum_id)

    def require_open_above(self, *forums: str) -> None:
        """Raise RuleBroken("induk", "sudah_ditutup") when one of these is closed: its berita acara names those held
        before it.
        """
        if any(self._is_closed(forum) for forum in forums if forum):
            raise RuleBroken("induk", "sudah_ditutup")

    def _is_closed(self, forum: str) -> bool:
        from musrenbang_desktop.db.queries import kesepakatan  # nothing is written before the first picture

        return bool(kesepakatan.closed_at(self.connection, forum))


def _latest(connection: Connection) -> str:
    """The latest forum: after a recovery the choice may be lost, the forums are not."""
    found = forums.every(connection)
    return found[0].id if found else ""
