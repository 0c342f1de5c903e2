"""Which laptop may speak for a forum: the one that opened it, and the one to which the kabupaten handed it over.

The id of a forum begins with the tag of the laptop that opened it (docs/adr/0005), so nobody is asked and nothing is
kept but the hand-overs.
"""

from __future__ import annotations

from musrenbang_desktop.journal.keys import device_tag
from sync.kabupaten.models import Desa, Perangkat


class Owners:
    """The laptops of one village, as they stand when this is made."""

    def __init__(self, desa: Desa) -> None:
        rows = list(Perangkat.objects.filter(desa=desa).values_list("id", "pengganti", "kunci"))
        self._after: dict[str, str | None] = {device: after for device, after, _key in rows}
        self._keyless = {device: after for device, after, key in rows if not key and after}
        self._tagged = {device_tag(device): device for device in self._after}

    def may(self, device: str, forum: str) -> bool:
        """Whether ``device`` opened the forum, or it went from one to the other until it came to ``device``. A laptop
        that never had a card speaks where the one may that sends for it: nobody else has signed a word of it.
        """
        speaker = self._keyless.get(device)
        return self._came_to(device, forum) or (speaker is not None and self._came_to(speaker, forum))

    def _came_to(self, device: str, forum: str) -> bool:
        seen: set[str] = set()
        one = self._tagged.get(forum.rpartition("-")[0])
        while one is not None and one != device and one not in seen:
            seen.add(one)
            one = self._after.get(one)
        return one == device
