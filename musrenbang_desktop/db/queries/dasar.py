"""Reads of the figures of the village."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.data_dasar import FIELDS, DataDasar

_COLUMNS = ("id", "forum", *FIELDS)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM dasar WHERE ada"


def every(connection: Connection, forum: str) -> list[DataDasar]:
    """All figures of a forum: those of the whole village first, then dusun by dusun."""
    rows = connection.execute(
        f"{_SELECT} AND forum = ? ORDER BY dusun COLLATE NOCASE, indikator COLLATE NOCASE, tanggal_data DESC, id",
        (forum,),
    )
    return [DataDasar(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]


def one(connection: Connection, record: str) -> DataDasar | None:
    """The figure with this id."""
    row = connection.execute(f"{_SELECT} AND id = ?", (record,)).fetchone()
    return DataDasar(**dict(zip(_COLUMNS, row, strict=True))) if row else None


def name(connection: Connection, record: str) -> str:
    """``Keluarga miskin Krajan``, also of a figure that was taken off the list."""
    row = connection.execute("SELECT indikator, dusun FROM dasar WHERE id = ?", (record,)).fetchone()
    return " ".join(filter(None, row)) if row else "?"
