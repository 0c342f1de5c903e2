"""The guard of sealed forums over the streams of one village (docs/seal.md, 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from musrenbang_desktop.domain.sesudah_segel import BERSYARAT
from musrenbang_desktop.journal.events import Event
from musrenbang_desktop.journal.penjaga import SEGEL, Penjaga
from sync.kabupaten.models import Desa, Kejadian

Read = Callable[[bytes], Event | None]


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
