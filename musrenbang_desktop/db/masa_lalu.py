"""The tables as they stood at an earlier event: the journal told again, in memory and up to there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager

from musrenbang_desktop.db import projections, schema
from musrenbang_desktop.db.connection import open_memory
from musrenbang_desktop.db.store import Store
from musrenbang_desktop.journal.events import from_bytes
from musrenbang_desktop.journal.penjaga import Penjaga

_JOURNAL = "n, perangkat, seq, jenis, forum, record, langkah, urung, ulang, jam, isi, hash"


class MasaLalu:
    """``store`` reads what was known after the last event that :meth:`sampai` told; nothing may be written to it.

    What no event tells (the kabupaten's package, settings) is that of today.
    """

    def __init__(self, today: Store, store: Store, forums: Collection[str]) -> None:
        self._today, self._forums = today, tuple(forums)
        self.store = store
        self._told = 0
        self._penjaga = Penjaga()

    def sampai(self, n: int) -> None:
        """Tell on to this place of the journal; places only rise."""
        marks = ", ".join("?" * len(self._forums))
        rows = self._today.connection.execute(
            f"SELECT {_JOURNAL} FROM jurnal WHERE n > ? AND n <= ? AND forum IN ({marks}) ORDER BY n",
            (self._told, n, *self._forums),
        )
        past = self.store.connection
        for row in rows:
            past.execute(f"INSERT INTO main.jurnal ({_JOURNAL}) VALUES ({', '.join('?' * len(row))})", row)
            event = from_bytes(row[10])
            if self._penjaga.ikuti(event):
                projections.project(past, event)
        self._told = n


@contextmanager
def masa_lalu(today: Store, forums: Collection[str]) -> Iterator[MasaLalu]:
    """The past of these forums, from its beginning. The live file is attached for the tables that only it has."""
    with closing(open_memory()) as connection:
        schema.create_projections(connection)
        connection.execute(schema.KEPT[0])
        connection.execute("ATTACH DATABASE ? AS kini", (str(today.path),))
        connection.execute("BEGIN")
        yield MasaLalu(today, today.reading(connection), forums)
        connection.execute("ROLLBACK")
