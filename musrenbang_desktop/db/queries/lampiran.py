"""Reads of the recorded files."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.lampiran import Lampiran

_FIELDS = (
    "id", "forum", "usulan", "nama", "jenis", "ukuran", "sha256", "lintang", "bujur", "status",
    "kertas", "halaman", "dari", "jejak",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM lampiran WHERE ada"


def of_usulan(connection: Connection, forum: str, usulan: Collection[str]) -> list[Lampiran]:
    """The files of these usulan, of the forum itself for an empty id; also the withdrawn, as recorded."""
    places = ", ".join("?" * len(usulan))
    rows = connection.execute(f"{_SELECT} AND forum = ? AND usulan IN ({places}) ORDER BY rowid", (forum, *usulan))
    return [_lampiran(row) for row in rows]


def every(connection: Connection, forum: str) -> list[Lampiran]:
    """All files of a forum that count."""
    rows = connection.execute(f"{_SELECT} AND forum = ? AND status = 'aktif' ORDER BY rowid", (forum,))
    return [_lampiran(row) for row in rows]


def stored(connection: Connection) -> list[tuple[str, int, str]]:
    """SHA-256, size and name of every file that any forum of this laptop ever recorded, each once."""
    return connection.execute(
        "SELECT sha256, max(ukuran), min(nama) FROM lampiran WHERE sha256 <> '' GROUP BY sha256 ORDER BY min(rowid)"
    ).fetchall()


def named_anywhere(connection: Connection, files: Collection[str]) -> set[str]:
    """Those of the files (SHA-256) that any event names, of whatever kind and also one that was taken back."""
    left, found = set(files), set[str]()
    for (data,) in connection.execute("SELECT isi FROM jurnal") if left else ():
        found |= {name for name in left if name.encode() in data}
    return found


def one(connection: Connection, record: str) -> Lampiran | None:
    """The file with this id."""
    row = connection.execute(f"{_SELECT} AND id = ?", (record,)).fetchone()
    return _lampiran(row) if row else None


def named(connection: Connection, record: str) -> tuple[str, str]:
    """Name and usulan, also of a file that was taken off the list."""
    row = connection.execute("SELECT nama, usulan FROM lampiran WHERE id = ?", (record,)).fetchone()
    return (row[0], row[1]) if row else ("?", "")


def same(connection: Connection, forum: str, usulan: str, sha256: str) -> Lampiran | None:
    """The standing record of the same file at the same place."""
    row = connection.execute(
        f"{_SELECT} AND forum = ? AND usulan = ? AND sha256 = ? AND status = 'aktif'", (forum, usulan, sha256)
    ).fetchone()
    return _lampiran(row) if row else None


def _lampiran(row: tuple[Any, ...]) -> Lampiran:
    values = dict(zip(_FIELDS, row, strict=True))
    return Lampiran(**{**values, "ukuran": values["ukuran"] or 0})
