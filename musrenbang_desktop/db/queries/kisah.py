"""Reads of the journal for the history of one record: its own events, and those of others that name it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries.jurnal import Tercatat
from musrenbang_desktop.domain.sebutan import DESA, Istilah, istilah
from musrenbang_desktop.journal.events import from_bytes

_EVENT = "SELECT n, perangkat, seq, langkah, isi FROM jurnal"


def own(connection: Connection, records: Sequence[str]) -> list[Tercatat]:
    """All events of these records, oldest first."""
    marks = ", ".join("?" for _ in records)
    return _events(connection, f"record IN ({marks}) ORDER BY n", records)


def following(connection: Connection, records: Sequence[str]) -> list[Tercatat]:
    """All events of records that once named another one: a later one may let go of it. Of an agreement only a new order
    can do that.
    """
    marks = ", ".join("?" for _ in records)
    where = f"record IN ({marks}) AND (jenis <> 'kesepakatan.ubah' OR instr(isi, ?)) ORDER BY n"
    return _events(connection, where, (*records, b'"urutan"'))


def naming(connection: Connection, record: str) -> list[Tercatat]:
    """The events of other records, of any forum, that hold the id ``record`` in a value or behind the name of a field.

    Of a forum only those of other forums: else every event of its own would come.
    """
    if is_forum(connection, record):
        where = "jenis IN ('forum.buka', 'forum.ubah', 'usulan.catat') AND forum <> ? AND"
    else:
        where = "record <> ? AND"
    names = f'*[":~]{record}["~]*'
    return _events(
        connection,
        f"{where} instr(isi, ?) AND CAST(isi AS TEXT) GLOB ? ORDER BY n",
        (record, record.encode(), names),
    )


def of_kinds(connection: Connection, forum: str, kinds: Collection[str]) -> list[Tercatat]:
    """The events of a forum of these kinds (``segel`` for ``segel.buat``), oldest first."""
    events = " OR ".join("jenis LIKE ?" for _ in kinds)
    return _events(connection, f"forum = ? AND ({events}) ORDER BY n", (forum, *(f"{kind}.%" for kind in kinds)))


def is_forum(connection: Connection, record: str) -> bool:
    """Whether this is the id of a forum."""
    return connection.execute("SELECT 1 FROM forum WHERE id = ?", (record,)).fetchone() is not None


def forum_of(connection: Connection, record: str) -> str:
    """The forum in which a record was made; nothing for one that no event made."""
    row = connection.execute("SELECT forum FROM jurnal WHERE record = ? ORDER BY n LIMIT 1", (record,)).fetchone()
    return str(row[0]) if row else ""


def turns(connection: Connection, forum: str, unsur: str) -> list[str]:
    """Ids of the turns to speak of one unsur, or of the men or women, also of those that were taken back."""
    rows = connection.execute(
        "SELECT id FROM bicara WHERE forum = ? AND (unsur = ? OR jenis_kelamin = ?) ORDER BY nomor",
        (forum, unsur, _SEX.get(unsur, "")),
    )
    return [row[0] for row in rows]


def numbers(connection: Connection, forum: str) -> dict[str, int]:
    """usulan -> its running number, also of those that were taken off the list."""
    return dict(connection.execute("SELECT id, nomor FROM usulan WHERE forum = ?", (forum,)).fetchall())


def _events(connection: Connection, where: str, values: Sequence[object]) -> list[Tercatat]:
    rows = connection.execute(f"{_EVENT} WHERE {where}", tuple(values))
    return [Tercatat(row[0], row[1], row[2], row[3], from_bytes(row[4])) for row in rows]


def istilah_of(connection: Connection, forum: str) -> Istilah:
    """The words of the place in which a forum is held; the usual ones of a desa for what belongs to none."""
    row = connection.execute("SELECT jenis, ragam, sebutan_dusun FROM forum WHERE id = ?", (forum,)).fetchone()
    return istilah(*row) if row else DESA


def name_of(connection: Connection, record: str) -> str:
    """``U-007 Talud``, a person, a ticket, a forum, a figure or a file by its name; nothing for any other record."""
    for sql, words in _NAMES:
        row = connection.execute(sql, (record,)).fetchone()
        if row:
            return words.format(*row)
    return ""


_SEX = {"Laki-laki": "L", "Perempuan": "P"}
"""how the list of shares calls them"""

_NAMES = (
    ("SELECT nomor, judul FROM usulan WHERE id = ?", "U-{0:03d} {1}"),
    ("SELECT nama FROM peserta WHERE id = ?", "{0}"),
    ("SELECT nomor, judul FROM titipan WHERE id = ?", "T-{0:03d} {1}"),
    ("SELECT indikator FROM dasar WHERE id = ?", "{0}"),
    ("SELECT nama FROM lampiran WHERE id = ?", "{0}"),
)
