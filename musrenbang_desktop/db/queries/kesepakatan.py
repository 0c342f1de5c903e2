"""Reads of the agreement."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.kesepakatan import Butir, Kesepakatan, Perpindahan, Putusan


def closed_at(connection: Connection, forum: str) -> str:
    """The hour at which the agreement was closed, empty while it is open; cheap enough for every act."""
    row = connection.execute("SELECT ditutup FROM kesepakatan WHERE forum = ?", (forum,)).fetchone()
    return row[0] if row else ""


def saat_tutup(connection: Connection, forum: str) -> Mapping[str, Any] | None:
    """What other forums and the kabupaten had said when the agreement was closed, as the closing recorded it; None
    while it is open, and for one that an older program closed.
    """
    row = connection.execute(
        "SELECT saat_tutup FROM kesepakatan WHERE forum = ? AND ditutup <> ''", (forum,)
    ).fetchone()
    return json.loads(row[0]) if row and row[0] else None


def one(connection: Connection, forum: str) -> Kesepakatan | None:
    """The agreement of a forum, None before an order was drawn up."""
    row = connection.execute(
        "SELECT urutan, ditutup, urutan_skor, cara_putus, suara_setuju, suara_tidak, suara_abstain"
        " FROM kesepakatan WHERE forum = ?",
        (forum,),
    ).fetchone()
    if row is None or not row[0]:
        return None
    found = {
        usulan: Butir(usulan, keluaran or "belum_disepakati", alasan, alasan_pindah, alasan_lompat)
        for usulan, keluaran, alasan, alasan_pindah, alasan_lompat in connection.execute(
            "SELECT usulan, keluaran, alasan, alasan_pindah, alasan_lompat FROM butir WHERE forum = ?", (forum,)
        )
    }
    order = json.loads(row[0])
    return Kesepakatan(
        butir=tuple(found.get(usulan, Butir(usulan, "belum_disepakati")) for usulan in order),
        ditutup=row[1],
        urutan_skor=tuple(json.loads(row[2] or "[]")),
        perpindahan=_moves(connection, forum),
        putusan=Putusan(cara=row[3], setuju=row[4], tidak_setuju=row[5], abstain=row[6]),
    )


def texts(connection: Connection, forum: str) -> dict[str, tuple[str, ...]]:
    """usulan -> the reasons that are written for it, by their names, also where it left the order."""
    rows = connection.execute(
        "SELECT usulan, alasan, alasan_pindah, alasan_lompat FROM butir WHERE forum = ?", (forum,)
    )
    return {
        usulan: tuple(
            name for name, text in zip(("alasan", "alasan_pindah", "alasan_lompat"), found, strict=True) if text
        )
        for usulan, *found in rows
    }


def _moves(connection: Connection, forum: str) -> tuple[Perpindahan, ...]:
    rows = connection.execute("SELECT isi FROM perpindahan WHERE forum = ? ORDER BY nomor", (forum,))
    return tuple(Perpindahan(**json.loads(isi)) for (isi,) in rows)
