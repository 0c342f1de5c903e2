"""The history of one row of a score sheet: what a group gave one usulan, or a pair, typed once and once again."""

from __future__ import annotations

from collections.abc import Iterator

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kisah, usulan
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.services.kalimat_skor import group_name
from musrenbang_desktop.services.kisah import Fakta
from musrenbang_desktop.services.kisah_suara import KETIKAN


class KisahSkor:
    """The row ``row`` (an usulan, or two with a tilde) of the sheet ``<forum>.<kelompok>``."""

    def __init__(self, connection: Connection, sheet: str, row: str) -> None:
        self._connection, self._sheet, self._row = connection, sheet, row

    def events(self) -> list[Tercatat]:
        return kisah.own(self._connection, [self._sheet, f"{self._sheet}.ulang"])

    def heading(self, event: Tercatat) -> str:
        names = " dan ".join(usulan.name(self._connection, one) for one in self._row.split("~"))
        return f"Skor {group_name(self._connection, event.event.forum, self._sheet.split('.')[1])} untuk {names}"

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        if self._row in event.event.isi:
            nilai = event.event.isi[self._row]
            typing = 2 if event.event.record.endswith(".ulang") else 1
            words = " ".join("." if one is None else str(one) for one in nilai or ()) or "dikosongkan"
            yield Fakta(str(typing), KETIKAN[typing], nilai or [], words)
