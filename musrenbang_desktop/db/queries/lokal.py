"""Acts on what no event holds: contacts, births, ticks of the rehearsal, the correction of a printer.

A row says which fields one act changed, from what to what, and behind which own event it came. What takes an act back,
or does it again, is a row too; it names the row it answers and holds no values, so each value stands here once. A row
with ``langkah`` belongs to an act of the journal and goes with it. No other module of queries reads this table, and
nothing of it is in any event. See docs/adr/0031-acts-outside-the-journal.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from musrenbang_desktop.db import settings
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import kelahiran, kontak
from musrenbang_desktop.db.queries.jurnal import ActRow

Nilai = Mapping[str, str]
"""field -> value; nothing for a field that holds none"""

PRIBADI = ("kontak", "kelahiran")
"""Kinds whose values are personal: they are forgotten after a while."""

GLADI, KOREKSI = "gladi.", "printer.koreksi."
"""Where setelan keeps the ticks of a forum, and the correction of a printer."""


class Ubahan(NamedTuple):
    """One row. ``tempat`` is the own event it came behind (0 for none); ``isian`` names the changed fields, never what
    they held; ``sebelum`` and ``kini`` are None in a row that answers another one, and once they were forgotten.
    """

    n: int
    perangkat: str
    tempat: int
    forum: str
    jenis: str
    record: str
    langkah: int | None
    urung: int | None
    ulang: int | None
    jam: str
    isian: str
    sebelum: Nilai | None
    kini: Nilai | None

    @property
    def hilang(self) -> bool:
        """Whether what it held was forgotten, so that it can no longer be taken back."""
        return self.sebelum is None or self.kini is None


_COLUMNS = ", ".join(f"l.{name}" for name in Ubahan._fields)
_SELECT = f"SELECT {_COLUMNS} FROM ubahan_lokal l"


def add(connection: Connection, row: Ubahan) -> None:
    """Write a row, whatever its ``n`` says. Runs inside the caller's transaction."""
    values = [_text(value) if isinstance(value, Mapping) else value for value in row[1:]]
    names = ", ".join(Ubahan._fields[1:])
    connection.execute(f"INSERT INTO ubahan_lokal ({names}) VALUES ({', '.join('?' * len(values))})", values)


def read(connection: Connection, jenis: str, record: str, names: Sequence[str]) -> dict[str, str]:
    """What these fields hold now."""
    return _READ[jenis](connection, record, names)


def apply(connection: Connection, jenis: str, record: str, values: Nilai) -> None:
    """Put these values into their own table. Runs inside the caller's transaction."""
    _APPLY[jenis](connection, record, values)


def acts(connection: Connection, device: str, forums: tuple[str, str], after: int) -> list[tuple[int, ActRow]]:
    """The own acts of two forums behind row ``after`` in order: place in the journal, and act, of which ``langkah``,
    ``urung`` and ``ulang`` are the numbers of rows.
    """
    rows = connection.execute(
        "SELECT tempat, n, urung, ulang, jenis FROM ubahan_lokal WHERE n > ? AND perangkat = ? AND forum IN (?, ?)"
        " AND langkah IS NULL ORDER BY n",
        (after, device, *forums),
    )
    return [(place, ActRow(n, urung, ulang, f"lokal.{jenis}", lokal=True)) for place, n, urung, ulang, jenis in rows]


def one(connection: Connection, n: int) -> Ubahan:
    """One row."""
    return _row(connection.execute(f"{_SELECT} WHERE l.n = ?", (n,)).fetchone())


def origin(connection: Connection, n: int) -> Ubahan:
    """The row that holds the values: this one, or the one which it takes back or does again."""
    row = one(connection, n)
    while answered := row.urung or row.ulang:
        row = one(connection, answered)
    return row


def of_act(connection: Connection, device: str, langkah: int) -> list[Ubahan]:
    """What belongs to an act of the journal, in order."""
    rows = connection.execute(f"{_SELECT} WHERE l.perangkat = ? AND l.langkah = ? ORDER BY l.n", (device, langkah))
    return [_row(row) for row in rows]


def of_record(connection: Connection, record: str, limit: int = -1) -> list[tuple[int, Ubahan]]:
    """The latest that happened to one record, or all, in order, each with the place n of the journal behind which it
    came.
    """
    rows = connection.execute(f"{_PLACED} WHERE l.record = ? ORDER BY l.n DESC LIMIT ?", (record, limit))
    return [(row[-1], _row(row[:-1])) for row in reversed(rows.fetchall())]


def latest(connection: Connection, forums: tuple[str, str], limit: int) -> list[tuple[int, int]]:
    """The latest acts of two forums, newest first: place n of the journal, and row."""
    rows = connection.execute(
        "SELECT coalesce(j.n, 0), l.n FROM ubahan_lokal l LEFT JOIN jurnal j ON j.perangkat = l.perangkat"
        " AND j.seq = l.tempat WHERE l.forum IN (?, ?) AND l.langkah IS NULL ORDER BY l.n DESC LIMIT ?",
        (*forums, limit),
    )
    return rows.fetchall()


def remembered(connection: Connection) -> int:
    """How many rows hold personal values that can still be brought back."""
    row = connection.execute(f"SELECT count(*) FROM ubahan_lokal WHERE {_PERSONAL}", PRIBADI).fetchone()
    return int(row[0])


def any_before(connection: Connection, day: str) -> bool:
    """Whether a row holds personal values of a day before this one (ISO)."""
    row = connection.execute(
        f"SELECT 1 FROM ubahan_lokal WHERE {_PERSONAL} AND substr(jam, 1, 10) < ? LIMIT 1", (*PRIBADI, day)
    ).fetchone()
    return row is not None


def forget(connection: Connection, day: str | None = None) -> None:
    """Forget the personal values of every row before this day (ISO), or of all; that something was changed stays.

    Runs inside the caller's transaction.
    """
    when, values = ("", PRIBADI) if day is None else (" AND substr(jam, 1, 10) < ?", (*PRIBADI, day))
    connection.execute(f"UPDATE ubahan_lokal SET sebelum = NULL, kini = NULL WHERE {_PERSONAL}{when}", values)


def settle(connection: Connection, device: str, head: int) -> None:
    """Do again whatever these rows say, in order: after a recovery the tables are those of an older copy. What came
    behind own events that were lost comes behind the last one, ``head``.
    """
    connection.execute("UPDATE ubahan_lokal SET perangkat = '' WHERE perangkat = ? AND langkah > ?", (device, head))
    connection.execute("UPDATE ubahan_lokal SET tempat = ? WHERE perangkat = ? AND tempat > ?", (head, device, head))
    for (n,) in connection.execute("SELECT n FROM ubahan_lokal ORDER BY n").fetchall():
        row, held = one(connection, n), origin(connection, n)
        values = held.sebelum if row.urung else held.kini
        if values is not None:
            apply(connection, held.jenis, held.record, values)


_PLACED = (
    f"SELECT {_COLUMNS}, coalesce(j.n, 0) FROM ubahan_lokal l LEFT JOIN jurnal j ON j.perangkat = l.perangkat"
    " AND j.seq = l.tempat"
)
_PERSONAL = "jenis IN (?, ?) AND sebelum IS NOT NULL"


def _row(row: tuple[Any, ...]) -> Ubahan:
    before, now = (json.loads(text) if text else None for text in row[-2:])
    return Ubahan._make((*row[:-2], before, now))


def _text(values: Nilai) -> str:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True)


# --- what each kind is: read and written through the queries of its own table


def _contact(connection: Connection, record: str, names: Sequence[str]) -> dict[str, str]:
    now = kontak.one(connection, record)
    return {name: getattr(now, name) for name in names}


def _put_contact(connection: Connection, record: str, values: Nilai) -> None:
    kontak.put(connection, record, replace(kontak.one(connection, record), **values))


def _births(connection: Connection, forum: str, names: Sequence[str]) -> dict[str, str]:
    known = kelahiran.every(connection, forum)
    return {name: known.get(name, "") for name in names}


def _put_births(connection: Connection, forum: str, values: Nilai) -> None:
    for name, born in values.items():
        kelahiran.put(connection, forum, name, born)


def _ticks(connection: Connection, forum: str, names: Sequence[str]) -> dict[str, str]:
    noted = json.loads(settings.get(connection, f"{GLADI}{forum}") or "{}")
    return {name: noted.get(name, "") for name in names}


def _put_ticks(connection: Connection, forum: str, values: Nilai) -> None:
    noted = {**json.loads(settings.get(connection, f"{GLADI}{forum}") or "{}"), **values}
    kept = {name: jam for name, jam in sorted(noted.items()) if jam}
    _keep(connection, f"{GLADI}{forum}", json.dumps(kept) if kept else "")


def _correction(connection: Connection, printer: str, names: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(names, settings.get(connection, f"{KOREKSI}{printer}") or "")


def _put_correction(connection: Connection, printer: str, values: Nilai) -> None:
    for moved in values.values():
        _keep(connection, f"{KOREKSI}{printer}", moved)


def _keep(connection: Connection, key: str, text: str) -> None:
    """As a setting; nothing leaves no row."""
    if text:
        settings.put(connection, key, text)
    else:
        settings.drop(connection, key)


_READ: dict[str, Callable[[Connection, str, Sequence[str]], dict[str, str]]] = {
    "kontak": _contact,
    "kelahiran": _births,
    "gladi": _ticks,
    "koreksi": _correction,
}
_APPLY: dict[str, Callable[[Connection, str, Nilai], None]] = {
    "kontak": _put_contact,
    "kelahiran": _put_births,
    "gladi": _put_ticks,
    "koreksi": _put_correction,
}
