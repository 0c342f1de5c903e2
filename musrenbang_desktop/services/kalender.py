"""The kabupaten's calendar beside the forum. A window that has closed never stops anybody from recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from musrenbang_desktop.db import sync as box
from musrenbang_desktop.db.queries import segel
from musrenbang_desktop.domain.tanggal import parse_tanggal
from musrenbang_desktop.services.desk import Desk
from musrenbang_desktop.services.paket import PaketService

Keadaan = Literal["belum_buka", "buka", "lewat"]

#: The level of the calendar that holds for the meeting of a desa or kelurahan.
OWN_LEVEL = "desa"


@dataclass(frozen=True, slots=True)
class Tenggat:
    """One line of the calendar as it stands on a day. ``hari`` counts the days to its opening, to its close, or since
    it.
    """

    tingkat: str
    tahap: str
    buka: str
    tutup: str
    keadaan: Keadaan
    hari: int


class KalenderService:
    """The calendar of the forum's package; empty without one."""

    def __init__(self, desk: Desk, paket: PaketService) -> None:
        self._desk = desk
        self._paket = paket

    def daftar(self) -> list[Tenggat]:
        """All lines as they stand today, by closing date."""
        today = self._today()
        lines = [_line(row["tingkat"], row["tahap"], row["buka"], row["tutup"], today) for row in self._rows()]
        return sorted(lines, key=lambda line: (line.tutup, line.tingkat, line.tahap))

    def forum(self) -> Tenggat | None:
        """The last line that holds for this forum; None without a calendar."""
        own = [line for line in self.daftar() if line.tingkat == OWN_LEVEL]
        return own[-1] if own else None

    def terlambat(self) -> int:
        """By how many days the forum is late: its seal after the close, or today while it is not sealed. 0 in time.

        A late forum is marked *terlambat*, never refused.
        """
        line = self.forum()
        forum = self._desk.forum()
        if line is None or forum is None or forum.latihan:
            return 0
        sealed = segel.one(self._desk.connection, forum.id)
        day = date.fromisoformat(sealed.jam[:10]) if sealed else self._today()
        return max((day - parse_tanggal(line.tutup)).days, 0)

    def tanda(self) -> dict[str, int]:
        """The late mark that travels with what is sent, by network and by stick: forum -> days; empty in time.

        0 takes back what was told before: the kabupaten gave more days, or the clock of the laptop was wrong.
        """
        late = self.terlambat()
        told = late or box.late_told(self._desk.connection).get(self._desk.forum_id)
        return {self._desk.forum_id: late} if told else {}

    def _rows(self) -> list[dict[str, str]]:
        return self._paket.baris("kalender")

    def _today(self) -> date:
        return self._desk.store.clock().date()


def _line(tingkat: str, tahap: str, buka: str, tutup: str, today: date) -> Tenggat:
    opens, closes = parse_tanggal(buka) if buka else None, parse_tanggal(tutup)
    if opens is not None and today < opens:
        return Tenggat(tingkat, tahap, buka, tutup, "belum_buka", (opens - today).days)
    if today > closes:
        return Tenggat(tingkat, tahap, buka, tutup, "lewat", (today - closes).days)
    return Tenggat(tingkat, tahap, buka, tutup, "buka", (closes - today).days)
