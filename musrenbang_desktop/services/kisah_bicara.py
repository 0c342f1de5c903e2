"""The history of the day: one item of the agenda as it was opened and closed, and the turns to speak of one unsur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kisah
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.services import kalimat_sidang
from musrenbang_desktop.services.kisah import Fakta


class KisahAcara:
    """The item ``butir`` of the day ``<forum>.sidang``."""

    def __init__(self, connection: Connection, sidang: str, butir: str) -> None:
        self._connection, self._sidang, self._butir = connection, sidang, butir

    def events(self) -> list[Tercatat]:
        return kisah.own(self._connection, [self._sidang])

    def heading(self, _event: Tercatat) -> str:
        return f"Acara {self._butir}"

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        name = f"waktu:{self._butir}"
        if name in event.event.isi:
            selang = event.event.isi[name] or []
            yield Fakta("waktu", "jalannya acara", selang, _running(selang))


class KisahGiliran:
    """The turns to speak of one unsur in a forum."""

    def __init__(self, connection: Connection, forum: str, unsur: str) -> None:
        self._connection, self._forum, self._unsur = connection, forum, unsur

    def events(self) -> list[Tercatat]:
        records = kisah.turns(self._connection, self._forum, self._unsur)
        return kisah.own(self._connection, records) if records else []

    def heading(self, _event: Tercatat) -> str:
        return f"Giliran bicara {self._unsur}"

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        words = kalimat_sidang.bicara(self._connection, event)
        yield Fakta(event.event.record, "giliran bicara", dict(event.event.isi), words)


def _running(selang: Sequence[Sequence[str | None]]) -> str:
    """``dimulai 09.10``, ``berhenti 09.35``; nothing before the first."""
    if not selang:
        return ""
    begun, ended = selang[-1]
    if ended:
        return f"berhenti pukul {_hour(ended)}"
    return f"{'diteruskan' if len(selang) > 1 else 'dimulai'} pukul {_hour(begun or '')}"


def _hour(moment: str) -> str:
    return moment[11:16].replace(":", ".")
