"""The guard of sealed forums: it is told every event of a journal in order and says whether it counts.

What it refuses stays in the journal, where ``verify`` finds it, and changes no table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from musrenbang_desktop.domain.sesudah_segel import BERSYARAT, boleh_sesudah
from musrenbang_desktop.journal.events import Event

SEGEL = "segel.buat"


class Penjaga:
    """What a guard must know: which forums are sealed, whose each record is, and what stood at the seal."""

    def __init__(self) -> None:
        self._sealed: set[str] = set()
        self._home: dict[str, str] = {}
        self._stood: dict[str, dict[str, Any]] = {}

    def terima(self, event: Event) -> bool:
        """Whether an event counts: always before the seal, behind it as the table says.

        A record stays with the forum of its first event: under the name of another forum nothing of a sealed one is
        changed, and nothing is brought into it.
        """
        home = self._home.setdefault(event.record, event.forum)
        if event.forum not in self._sealed and home not in self._sealed:
            self._note(event)
            return True
        return home == event.forum and boleh_sesudah(event.jenis, event.isi, self._stood.get(event.record))

    def ikuti(self, event: Event) -> bool:
        """As :meth:`terima`, and a seal that counts closes its forum."""
        counts = self.terima(event)
        if counts and event.jenis == SEGEL:
            self.tutup(event.forum)
        return counts

    def tutup(self, forum: str) -> None:
        """The forum is sealed from here on."""
        self._sealed.add(forum)

    def dulu(self, events: Iterable[Event]) -> None:
        """Events before the seal that came before any that this guard was told, for one that begins in the middle."""
        seen, self._stood = self._stood, {}
        for event in events:
            self._note(event)
        for record, fields in seen.items():
            self._stood.setdefault(record, {}).update(fields)

    def _note(self, event: Event) -> None:
        if event.jenis.partition(".")[0] in BERSYARAT:
            self._stood.setdefault(event.record, {}).update(event.isi)
