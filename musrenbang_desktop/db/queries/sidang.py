"""Reads of how the day ran: the items of the agenda that were open, and the turns to speak."""

from __future__ import annotations

import json
from datetime import datetime
from typing import NamedTuple

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.bicara import Giliran
from musrenbang_desktop.domain.peserta import JenisKelamin
from musrenbang_desktop.domain.sidang import Selang


class Tercatat(NamedTuple):
    """The record of the day; ``unsur`` are those with a key of their own, empty before the first turn."""

    kini: str
    ditutup: datetime | None
    batas_giliran: int
    batas_selisih: int
    unsur: tuple[str, ...]


_NOTHING = ("", "", 180, 20, "")


def one(connection: Connection, forum: str) -> Tercatat:
    """The record of a forum; the usual limits before anything was recorded."""
    row = connection.execute(
        "SELECT kini, ditutup, batas_giliran, batas_selisih, unsur FROM sidang WHERE forum = ?", (forum,)
    ).fetchone()
    kini, ditutup, batas_giliran, batas_selisih, unsur = row or _NOTHING
    return Tercatat(kini, _when(ditutup), batas_giliran, batas_selisih, tuple(json.loads(unsur or "[]")))


def times(connection: Connection, forum: str) -> dict[str, tuple[Selang, ...]]:
    """kunci of an item -> the stretches in which it was open, in the order in which the items first began."""
    rows = connection.execute("SELECT butir, selang FROM sidang_waktu WHERE forum = ?", (forum,))
    found = {
        butir: tuple(Selang(datetime.fromisoformat(awal), _when(akhir)) for awal, akhir in json.loads(selang) if awal)
        for butir, selang in rows
    }
    return dict(sorted(found.items(), key=lambda item: item[1][0].awal))


def turns(connection: Connection, forum: str) -> list[Giliran]:
    """All turns in the order in which they were recorded."""
    rows = connection.execute(
        "SELECT id, unsur, jenis_kelamin, acara, mulai, selesai FROM bicara WHERE ada AND forum = ? ORDER BY nomor, id",
        (forum,),
    )
    return [_giliran(*row) for row in rows]


def next_number(connection: Connection, forum: str) -> int:
    """The running number of the next turn; those of turns that were taken back are not used again."""
    row = connection.execute("SELECT max(nomor) FROM bicara WHERE forum = ?", (forum,)).fetchone()
    return (row[0] or 0) + 1


def unsur_of_turn(connection: Connection, record: str) -> tuple[str, str]:
    """(unsur, L/P) of a turn, also of one that was taken back."""
    row = connection.execute("SELECT unsur, jenis_kelamin FROM bicara WHERE id = ?", (record,)).fetchone()
    return (row[0], row[1]) if row else ("?", "")


def _giliran(record: str, unsur: str, jenis_kelamin: JenisKelamin, acara: str, mulai: str, selesai: str) -> Giliran:
    return Giliran(
        id=record,
        unsur=unsur,
        jenis_kelamin=jenis_kelamin,
        acara=acara,
        mulai=_when(mulai),
        selesai=_when(selesai),
    )


def _when(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
