"""Who came last."""

from __future__ import annotations

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.services.peserta import PesertaService

LAST = 5
"""How many are shown beside the door."""


class Arrivals:
    """Those recorded at this window, in that order; the hour of a record alone would not keep it."""

    def __init__(self, service: PesertaService) -> None:
        self._service = service
        self._here: list[str] = []

    def add(self, record: str) -> None:
        """Somebody is recorded here now."""
        self._here.append(record)

    def forget(self) -> None:
        """Another forum, or the page anew."""
        self._here.clear()

    def last(self) -> list[Peserta]:
        """Newest first: those recorded here, then the others by their hour."""
        here = [self._service.satu(record) for record in reversed(self._here[-LAST:])]
        newest = [one for one in here if one is not None and one.hadir]
        known = {one.id for one in newest}
        others = [one for one in self._service.terakhir(2 * LAST) if one.id not in known]
        return [*newest, *others][:LAST]
