"""Reads of titipan. That a forum took one in is seen in the usulan that it became, so an undo brings it back.

An usulan that was split carries its ticket in every part; the first one is shown.
"""

from __future__ import annotations

from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.titipan import FIELDS, Titipan
from musrenbang_desktop.domain.usulan import UsulanBaru

_SELECT = (
    f"SELECT t.id, t.nomor, t.tanggal, t.status, t.alasan_batal, u.id, u.nomor, f.desa, f.tahun_pelaksanaan,"
    f" {', '.join(f't.{name}' for name in FIELDS)} FROM titipan t"
    " LEFT JOIN usulan u ON u.id = (SELECT id FROM usulan WHERE titipan = t.id AND ada ORDER BY nomor LIMIT 1)"
    " LEFT JOIN forum f ON f.id = u.forum WHERE t.ada"
)


def every(connection: Connection) -> list[Titipan]:
    """All tickets, those that wait first, then by number."""
    rows = connection.execute(f"{_SELECT} ORDER BY u.id IS NOT NULL OR t.status <> 'aktif', t.nomor")
    return [_titipan(row) for row in rows]


def one(connection: Connection, record: str) -> Titipan | None:
    """The ticket with this id."""
    row = connection.execute(f"{_SELECT} AND t.id = ?", (record,)).fetchone()
    return _titipan(row) if row else None


def name(connection: Connection, record: str) -> str:
    """``T-007 Talud``, also of a ticket that was taken back."""
    row = connection.execute("SELECT nomor, judul FROM titipan WHERE id = ?", (record,)).fetchone()
    return f"T-{row[0]:03d} {row[1]}" if row else "?"


def next_number(connection: Connection) -> int:
    """The next ticket number; none is ever used again."""
    return int(connection.execute("SELECT coalesce(max(nomor), 0) + 1 FROM titipan").fetchone()[0])


def _titipan(row: tuple[Any, ...]) -> Titipan:
    record, nomor, tanggal, status, alasan, usulan, label, desa, tahun, *values = row
    return Titipan(
        id=record,
        nomor=nomor,
        tanggal=tanggal,
        status=status,
        alasan_batal=alasan,
        usulan=usulan or "",
        label=f"U-{label:03d}" if usulan else "",
        forum_judul=f"{desa} {tahun}" if usulan else "",
        isi=UsulanBaru(**dict(zip(FIELDS, values, strict=True))),
    )
