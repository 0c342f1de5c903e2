"""Reads of the attendance as a whole: who is represented, how the meeting was opened or put off, the delegates."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries.peserta import deputies
from musrenbang_desktop.domain.kehadiran import Kehadiran, Pembukaan, Penundaan
from musrenbang_desktop.domain.keterwakilan import (
    BATAS_USIA,
    DIMENSI,
    BarisWakil,
    Dimensi,
    Keterwakilan,
    kelompok_usia,
)
from musrenbang_desktop.domain.peserta import terlambat

#: The order in which groups that have one are shown; the others by name, what was not recorded last.
_ORDER: Mapping[Dimensi, tuple[str, ...]] = {
    "jenis_kelamin": ("L", "P"),
    "usia": tuple(name for name, _, _ in BATAS_USIA),
    "disabilitas": ("ya", "tidak"),
}


def one(connection: Connection, forum: str) -> Kehadiran:
    """What was decided about the attendance of a forum; empty before anything was."""
    row = connection.execute(
        "SELECT bagian, pembukaan, delegasi, cadangan, alasan_delegasi, lembar FROM kehadiran WHERE forum = ?", (forum,)
    ).fetchone()
    if row is None:
        return Kehadiran()
    bagian, pembukaan, delegasi, cadangan, alasan, lembar = row
    return Kehadiran(
        bagian=bagian,
        pembukaan=_pembukaan(json.loads(pembukaan)) if pembukaan else None,
        delegasi=tuple(json.loads(delegasi or "[]")),
        cadangan=tuple(json.loads(cadangan or "[]")),
        alasan_delegasi=alasan,
        lembar={int(page): count for page, count in json.loads(lembar or "{}").items()},
    )


def penundaan(connection: Connection, forum: str) -> list[Penundaan]:
    """How often the meeting was put off, in order."""
    rows = connection.execute(
        "SELECT id, nomor, jam, tanggal, jam_mulai, tanggal_baru, jam_baru, alasan, hitungan, orang FROM penundaan"
        " WHERE ada AND forum = ? ORDER BY nomor",
        (forum,),
    )
    return [_penundaan(*row) for row in rows]


def keterwakilan(connection: Connection, forum: str, jam_mulai: str) -> Keterwakilan:
    """Present and invited people of a forum by every kind of group, in one pass."""
    rows = connection.execute(
        "SELECT jenis_kelamin, unsur, dusun, usia, kelompok_usia, disabilitas, kebutuhan, diundang, hadir, pulang"
        " FROM peserta WHERE ada AND forum = ? ORDER BY nomor",
        (forum,),
    ).fetchall()
    groups: dict[Dimensi, dict[str, list[int]]] = {name: {} for name in DIMENSI}
    needs: dict[str, list[int]] = {}
    total = [0, 0, 0]
    late = left = 0
    spelled = _Spellings()
    for jk, unsur, dusun, usia, band, disabled, need, invited, arrived, gone in rows:
        asked, both, here = bool(invited), bool(invited and arrived), bool(arrived)
        late += terlambat(arrived, jam_mulai)
        left += bool(arrived and gone)
        total[0] += asked
        total[1] += both
        total[2] += here
        values = (jk, unsur, dusun, kelompok_usia(usia, band), disabled)
        for name, value in zip(DIMENSI, values, strict=True):
            cell = groups[name].setdefault(spelled.one(name, value), [0, 0, 0])
            cell[0] += asked
            cell[1] += both
            cell[2] += here
        for word in filter(None, map(str.strip, need.split(","))) if need else ():
            found = needs.setdefault(word.casefold(), [0, 0])
            found[0] += 1
            found[1] += here
    return Keterwakilan(
        diundang=total[0],
        hadir_undangan=total[1],
        hadir=total[2],
        terlambat=late,
        pulang=left,
        baris={name: _rows(name, found.items()) for name, found in groups.items()},
        kebutuhan=tuple((word, asked, here) for word, (asked, here) in sorted(needs.items())),
        wakil=deputies(connection, forum),
    )


class _Spellings:
    """*PKK*, *Pkk* and *pkk* are one unsur, *Krajan* and *KRAJAN* one dusun: each is shown as it was first written."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}
        self._known: dict[tuple[str, str], str] = {}

    def one(self, name: Dimensi, value: str) -> str:
        """The spelling under which ``value`` is counted."""
        known = self._known.get((name, value))
        if known is None:
            plain = " ".join(value.split())
            known = self._known[name, value] = self._first.setdefault((name, plain.casefold()), plain)
        return known


def _rows(name: Dimensi, found: Iterable[tuple[str, list[int]]]) -> tuple[BarisWakil, ...]:
    order = _ORDER.get(name, ())

    def place(item: tuple[str, list[int]]) -> tuple[bool, int, str]:
        value = item[0]
        return (not value, order.index(value) if value in order else len(order), value.casefold())

    return tuple(BarisWakil(value, *counts) for value, counts in sorted(found, key=place))


def _pembukaan(value: Mapping[str, Any]) -> Pembukaan:
    return Pembukaan(
        jam=value["jam"],
        hadir=value["hadir"],
        diundang=value["diundang"],
        perlu=value["perlu"],
        bagian=value["bagian"],
        kedua=value.get("kedua", False),
        alasan=value.get("alasan", ""),
        kurang=tuple(value.get("kurang", ())),
        wakil=value.get("wakil", 0),
    )


def _penundaan(
    record: str,
    nomor: int,
    jam: str,
    tanggal: str,
    jam_mulai: str,
    tanggal_baru: str,
    jam_baru: str,
    alasan: str,
    hitungan: str,
    orang: str,
) -> Penundaan:
    return Penundaan(
        id=record,
        nomor=nomor,
        jam=jam,
        tanggal=tanggal,
        jam_mulai=jam_mulai,
        tanggal_baru=tanggal_baru,
        jam_baru=jam_baru,
        alasan=alasan,
        orang=tuple((person, hour) for person, hour in json.loads(orang or "[]")),
        **json.loads(hitungan),
    )
