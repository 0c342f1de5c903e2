"""What a history tells of: a record, one field of it, one row of a list that it holds, or one ballot in a box.

The id that a page hands over is a text: ``k7q2m3ab-17`` is a record, ``k7q2m3ab-1#notulis`` one field of it,
``k7q2m3ab-1#agenda#3`` the row that stands fourth in that list now, ``k7q2m3ab-1.aturan#kriteria#biaya`` the row with
that name, ``k7q2m3ab-1.g1.suara#surat#17`` the ballot 17.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from musrenbang_desktop.db.queries.jurnal import Tercatat

_BETWEEN = "#"

SURAT = "surat"
"""the field under which a ballot of a box is named"""
SKOR = "skor"
"""the field under which one row of a score sheet is named"""
GILIRAN = "giliran"
"""the field under which the turns of one unsur are named"""


class Pokok(NamedTuple):
    """A record, and a part of it where the history is of that part alone."""

    record: str
    bidang: str = ""
    kunci: str = ""

    def __str__(self) -> str:
        return _BETWEEN.join(self).rstrip(_BETWEEN)


def baca_pokok(text: str) -> Pokok:
    """What ``str(pokok)`` wrote."""
    return Pokok(*text.split(_BETWEEN, 2))


class Fakta(NamedTuple):
    """One thing that an event says of the subject: what tells it from others, its name, its value, and its words.

    ``oleh`` is the person whom the record names; nothing where it names none.
    """

    kunci: str
    isian: str
    nilai: Any
    kata: str
    oleh: str = ""


class Pencerita(Protocol):
    """Tells of one subject: which events concern it, and what each says of it."""

    def events(self) -> Iterable[Tercatat]:
        """In the order of the journal."""

    def facts(self, event: Tercatat) -> Iterator[Fakta]:
        """What one event says; each event is asked for once, in order."""

    def heading(self, event: Tercatat) -> str:
        """What the subject is, or what this event did."""
