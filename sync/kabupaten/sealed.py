"""The guard of sealed forums over the streams of one village (docs/seal.md, 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from musrenbang_desktop.domain.sesudah_segel import BERSYARAT
from musrenbang_desktop.journal.events import Event
from musrenbang_desktop.journal.penjaga import SEGEL, Penjaga
from sync.kabupaten.models import Desa, Kejadian

Read = Callable[[bytes], Event | None]
Stored = tuple[Kejadian, Event | None]


def unseen_last(stored: Sequence[Stored]) -> list[Stored]:
    """The events in their order, but what waited and a seal of its forum did not see behind all others.

    Another laptop's event that waited while the forum was sealed counts only as one behind the seal when the forum is
    handed over to it later.
    """
    heads: dict[str, Mapping[str, int]] = {}
    for row, event in stored:
        if event is not None and event.jenis == SEGEL and not row.putusan:
            heads.setdefault(event.forum, _heads(event))

    def is_unseen(entry: Stored) -> bool:
        row, event = entry
        if event is None or event.jenis == SEGEL or event.forum not in heads or not row.putusan:
            return False
        return bool(row.seq > heads[event.forum].get(row.perangkat_id, 0))

    return sorted(stored, key=is_unseen)


def _heads(event: Event) -> dict[str, int]:
    """How far a seal saw the stream of each laptop; nothing from one that does not say."""
    sealed = event.isi.get("isi")
    heads = sealed.get("kepala") if isinstance(sealed, dict) else None
    pairs: Mapping[str, Any] = heads if isinstance(heads, dict) else {}
    return {
        device: head[0]
        for device, head in pairs.items()
        if isinstance(head, list) and head and isinstance(head[0], int)
    }


class Guard:
    """Told every event that is to be applied; what stood at an older seal is read when it is first asked for."""

    def __init__(self, desa: Desa, read: Read) -> None:
        self._desa, self._read = desa, read
        self._penjaga = Penjaga()
        self._known: set[str] = set()

    def counts(self, event: Event, *, sealed: bool) -> bool:
        """Whether an event counts in its forum; ``sealed`` says how the forum stands."""
        if sealed and event.forum not in self._known and event.jenis.partition(".")[0] in BERSYARAT:
            self._known.add(event.forum)
            self._penjaga.dulu(self._before(event.forum))
        if sealed:
            self._penjaga.tutup(event.forum)
        return self._penjaga.terima(event)

    def _before(self, forum: str) -> Iterator[Event]:
        """What the village sent about the forum up to its seal, and was applied."""
        rows = Kejadian.objects.filter(perangkat__desa=self._desa, putusan="").order_by("id")
        for data in rows.values_list("isi", flat=True).iterator(chunk_size=500):
            event = self._read(bytes(data))
            if event is None or event.forum != forum:
                continue
            if event.jenis == SEGEL:
                return
            yield event
