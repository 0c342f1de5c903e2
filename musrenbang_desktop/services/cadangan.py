"""Automatic copies and *titik simpan*."""

from __future__ import annotations

from collections.abc import Set
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from musrenbang_desktop.db import backup, ruang
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.lampiran import Simpanan
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.db.queries import lampiran as queries
from musrenbang_desktop.services.desk import Desk

EVERY = timedelta(minutes=15)
"""A copy is due when something changed since the last one and this long has passed."""

SISA = timedelta(days=7)
"""A file that was read and then not kept goes when it is this much older than the start of the program."""


@dataclass(frozen=True, slots=True)
class TitikSimpan:
    """One copy: when it was made and where it lies. ``tanpa`` names the photos and papers that are nowhere any more."""

    jam: datetime
    berkas: Path
    tanpa: tuple[str, ...] = ()


class _Last(NamedTuple):
    """Up to which event the last copy reaches, and when it was made."""

    seq: int
    jam: datetime


class CadanganService:
    """Copies of this data folder. :meth:`buat` may run in the background: it copies through a connection of its own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._folder = desk.store.path.parent / backup.FOLDER
        self._last: _Last | None = None
        self._began = desk.store.clock()

    def perlu(self) -> bool:
        """Whether a copy is due: something is in none yet, and the last one is old by a clock that may jump."""
        store = self._desk.store
        last = self._last = self._last or self._of_earlier_starts()
        return store.head.seq != last.seq and abs(store.clock() - last.jam) >= EVERY

    def lupakan_lama(self) -> None:
        """Forget what was changed about people longer ago than it may be held, so that no copy takes it along.

        Raises Trouble.
        """
        from musrenbang_desktop.services import ubahan_lokal  # not before the first picture

        if ubahan_lokal.ada_yang_lama(self._desk):
            ubahan_lokal.lupakan(self._desk, lama=True)

    def buat(self) -> TitikSimpan:
        """Copy, check and thin; photos and papers that no copy holds yet come along, and one that was lost is brought
        back from its copy. Raises Trouble; the data itself is never touched.
        """
        store = self._desk.store
        now, seq = store.clock(), store.head.seq
        made = backup.make(store.path, self._folder, now)
        store.sync_copy()
        backup.thin(self._folder, now)
        self._last = _Last(seq, now)
        ruang.put_by(store.path.parent)
        return TitikSimpan(now, made, self._files())

    def _files(self) -> tuple[str, ...]:
        """Take the files along; returns the names of those that are not to be had."""
        files = Simpanan(self._desk.store.path.parent)
        with closing(self._desk.store.reader()) as reader:
            wanted = queries.stored(reader)
            self._sweep(files, reader, {sha256 for sha256, _, _ in wanted})
        return tuple(nama for sha256, ukuran, nama in wanted if not files.cadangkan(sha256, ukuran))

    def _sweep(self, files: Simpanan, reader: Connection, known: Set[str]) -> None:
        """Remove files that were read long before this start and that no event ever named.

        Counted from the start: whatever the clock does meanwhile, a file of this run may still be recorded.
        """
        before = (min(self._began, self._desk.store.clock()) - SISA).timestamp()
        left = files.lama(before) - known
        for sha256 in left - queries.named_anywhere(reader, left):
            files.buang(sha256, before)

    def daftar(self) -> list[TitikSimpan]:
        """The copies, newest first."""
        found = ((backup.made_at(path), path) for path in backup.copies(self._folder))
        return [TitikSimpan(made, path) for made, path in found if made]

    def _of_earlier_starts(self) -> _Last:
        """The newest copy; without one, nothing is copied since the last event, which may be of an earlier day."""
        store = self._desk.store
        newest = next(iter(self.daftar()), None)
        written = jurnal.last_jam(self._desk.connection)
        if newest is None:
            return _Last(0, written or store.clock())
        return _Last(store.head.seq if written and written <= newest.jam else 0, newest.jam)
