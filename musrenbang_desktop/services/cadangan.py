"""Automatic copies and *titik simpan*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from musrenbang_desktop.db import backup
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.services.desk import Desk

EVERY = timedelta(minutes=15)
"""A copy is due when something changed since the last one and this long has passed."""


@dataclass(frozen=True, slots=True)
class TitikSimpan:
    """One copy: when it was made and where it lies."""

    jam: datetime
    berkas: Path


class CadanganService:
    """Copies of this data folder. :meth:`buat` may run in the background: it copies through a connection of its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder = desk.store.path.parent / backup.FOLDER
        newest = next(iter(self.daftar()), None)
        written = jurnal.last_jam(desk.connection)
        self._at = newest.jam if newest else written or desk.store.clock()
        self._copied = desk.store.head.seq if newest and written and written <= newest.jam else 0

    def perlu(self) -> bool:
        """Whether a copy is due: something is in none yet, and the last one is old by a clock that may jump."""
        store = self._desk.store
        return store.head.seq != self._copied and abs(store.clock() - self._at) >= EVERY

    def buat(self) -> TitikSimpan:
        """Copy, check and thin. Raises Trouble; the data itself is never touched."""
        store = self._desk.store
        now, seq = store.clock(), store.head.seq
        made = backup.make(store.path, self._folder, now)
        store.sync_copy()
        backup.thin(self._folder, now)
        self._copied, self._at = seq, now
        return TitikSimpan(now, made)

    def daftar(self) -> list[TitikSimpan]:
        """The copies, newest first."""
        found = ((backup.made_at(path), path) for path in backup.copies(self._folder))
        return [TitikSimpan(made, path) for made, path in found if made]
