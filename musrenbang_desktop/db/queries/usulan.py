"""Reads of usulan. Filters and order are SQL, so a page never sorts."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from musrenbang_desktop.db.connection import Connection, fold
from musrenbang_desktop.db.queries.malas import Malas
from musrenbang_desktop.domain.antardesa import Antardesa
from musrenbang_desktop.domain.baris import from_plain, words_from_plain
from musrenbang_desktop.domain.berkas_kurang import UsulanDiminta
from musrenbang_desktop.domain.kewenangan import Jalur, kewenangan_dari
from musrenbang_desktop.domain.usulan import FIELDS, ROWS, Usulan

_JUDGED = ("beda_dengan", "antardesa")
_LINEAGE = ("asal_usulan", "tahun_menunggu", "pisah_dari", "asal_forum", "asal_urutan")
_FIELDS = ("id", "forum", "nomor", *FIELDS, "status", "alasan_batal", "gabung_ke", *_JUDGED, *_LINEAGE)
_LIST_PLACES = tuple((_FIELDS.index(name), name) for name in (*ROWS, *_JUDGED))
_PUT = tuple(getattr(Usulan, name).__set__ for name in _FIELDS)
"""How each attribute is set on a new one; a test holds that none is left out."""
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM usulan WHERE ada"
_INCOMPLETE = "(dusun = '' OR pengusul = '')"
_ASAL = "CASE WHEN asal <> '' THEN asal WHEN rw <> '' THEN 'RW ' || rw WHEN dusun <> '' THEN dusun ELSE pengusul END"
_ORDERS = {
    "nomor": "nomor",
    "judul": "judul COLLATE NOCASE",
    "tempat": "dusun COLLATE NOCASE, rw, rt",
    "volume": "satuan, CAST(replace(volume,',','.') AS REAL)",
    "perkiraan_biaya": "perkiraan_biaya",
    "pengusul": "pengusul COLLATE NOCASE",
    "bidang": "bidang COLLATE NOCASE",
    "asal": f"{_ASAL} COLLATE NOCASE, peringkat_asal IS NULL, peringkat_asal",
}


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the grid shows. ``urut`` is a key of the columns; ``turun`` turns the order round."""

    cari: str = ""
    dusun: str = ""
    bidang: str = ""
    jalur: Jalur | Literal[""] = ""
    tema: str = ""
    perlu_dilengkapi: bool = False
    dengan_batal: bool = True
    hanya: frozenset[str] | None = None
    """ids; None for all"""
    urut: str = "nomor"
    turun: bool = False


def every(connection: Connection, forum: str, saringan: Saringan) -> list[Usulan]:
    """The usulan of a forum that pass the filter, in its order; equal ones in the order of their numbers."""
    return [_usulan(row) for row in _passing(connection, forum, saringan)]


class Terbaca:
    """The usulan of a forum as they were read last: one whose row says what it said is not made again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[Any, ...], Usulan]] = {}

    def every(self, connection: Connection, forum: str) -> list[Usulan]:
        """As :func:`every`, without a filter."""
        before, self._known = self._known, {}
        for row in _passing(connection, forum, Saringan()):
            known = before.get(row[0])
            self._known[row[0]] = known if known is not None and known[0] == row else (row, _usulan(row))
        return [one for _, one in self._known.values()]


def lazily(connection: Connection, forum: str, saringan: Saringan) -> Malas[Usulan]:
    """As :func:`every`, for a table: each usulan is made when it is looked at."""
    return Malas(_passing(connection, forum, saringan), _usulan)


class Tempatnya(NamedTuple):
    """What of a standing usulan says what it is and where: enough to find those that are alike."""

    id: str
    judul: str
    dusun: str
    rt: str
    rw: str


def standing(connection: Connection, forum: str) -> list[Tempatnya]:
    """The standing usulan of a forum, by number."""
    sql = "SELECT id, judul, dusun, rt, rw FROM usulan WHERE ada AND status = 'aktif' AND forum = ? ORDER BY nomor"
    return [Tempatnya(*row) for row in connection.execute(sql, (forum,))]


class Bernomor(NamedTuple):
    """What of a standing usulan is needed to name it."""

    id: str
    label: str
    judul: str


def numbered(connection: Connection, forum: str) -> list[Bernomor]:
    """The standing usulan of a forum, by number, with nothing but their names."""
    sql = "SELECT id, nomor, judul FROM usulan WHERE ada AND status = 'aktif' AND forum = ? ORDER BY nomor"
    return [Bernomor(record, f"U-{number:03d}", judul) for record, number, judul in connection.execute(sql, (forum,))]


def asked_for_files(connection: Connection, forum: str) -> list[UsulanDiminta]:
    """What of every standing usulan says which files it lacks, by number: a sixth of what reading them whole takes."""
    sql = f"SELECT {', '.join(UsulanDiminta._fields)} FROM usulan WHERE ada AND status = 'aktif' AND forum = ?"
    rows = connection.execute(f"{sql} ORDER BY nomor", (forum,))
    return [UsulanDiminta._make((*row[:-1], _rows("kesiapan", json.loads(row[-1])) if row[-1] else ())) for row in rows]


def _passing(connection: Connection, forum: str, saringan: Saringan) -> list[tuple[Any, ...]]:
    conditions, values = ["forum = ?", "instr(cari, ?)"], [forum, fold(saringan.cari.strip())]
    for name in ("dusun", "bidang"):
        if getattr(saringan, name):
            conditions.append(f"{name} = ?")
            values.append(getattr(saringan, name))
    if saringan.jalur:
        ways = kewenangan_dari(saringan.jalur)
        conditions.append(f"status = 'aktif' AND kewenangan IN ({', '.join('?' * len(ways))})")
        values += ways
    if saringan.tema:
        conditions.append("(instr(tema_asal, ?) OR instr(tema_penerima, ?))")
        values += [f'"{saringan.tema}"'] * 2
    if saringan.perlu_dilengkapi:
        conditions.append(f"status = 'aktif' AND {_INCOMPLETE}")
    if not saringan.dengan_batal:
        conditions.append("status = 'aktif'")
    if saringan.hanya is not None:
        conditions.append("id IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(sorted(saringan.hanya)))
    direction = "DESC" if saringan.turun else "ASC"
    order = ", ".join(f"{part} {direction}" for part in _ORDERS[saringan.urut].split(", "))
    sql = f"{_SELECT} AND {' AND '.join(conditions)} ORDER BY {order}, nomor"
    return connection.execute(sql, values).fetchall()


def one(connection: Connection, record: str) -> Usulan | None:
    """The usulan with this id."""
    row = connection.execute(f"{_SELECT} AND id = ?", (record,)).fetchone()
    return _usulan(row) if row else None


def these(connection: Connection, ids: Collection[str]) -> dict[str, Usulan]:
    """id -> usulan, of any forum."""
    rows = connection.execute(f"{_SELECT} AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    return {row[0]: _usulan(row) for row in rows}


def name(connection: Connection, record: str) -> str:
    """``U-007 Drainase ...``, also of an usulan that was taken off the list."""
    row = connection.execute("SELECT nomor, judul FROM usulan WHERE id = ?", (record,)).fetchone()
    return f"U-{row[0]:03d} {row[1]}" if row else "?"


def next_number(connection: Connection, forum: str) -> int:
    """The next running number; a withdrawn usulan keeps its own."""
    row = connection.execute("SELECT max(nomor) FROM usulan WHERE forum = ?", (forum,)).fetchone()
    return (row[0] or 0) + 1


@dataclass(frozen=True, slots=True)
class JumlahUsulan:
    """How many usulan there are: all that stand, those to complete, those withdrawn or merged into another; and what
    the standing ones cost.
    """

    aktif: int
    perlu_dilengkapi: int
    batal: int
    biaya: int
    digabung: int = 0


def count(connection: Connection, forum: str) -> JumlahUsulan:
    """The counts of the list."""
    row = connection.execute(
        f"SELECT total(status = 'aktif'), total(status = 'aktif' AND {_INCOMPLETE}), total(status = 'batal'),"
        " coalesce(sum(CASE WHEN status = 'aktif' THEN perkiraan_biaya END), 0), total(status = 'digabung')"
        " FROM usulan WHERE ada AND forum = ?",
        (forum,),
    ).fetchone()
    return JumlahUsulan(int(row[0]), int(row[1]), int(row[2]), int(row[3]), int(row[4]))


def used(connection: Connection, forum: str, column: str) -> list[str]:
    """The different values of a text column of this forum, for choices: dusun, pengusul, bidang, satuan,
    perangkat_daerah.
    """
    if column not in _FIELDS:
        raise ValueError(column)
    sql = f"SELECT DISTINCT {column} FROM usulan WHERE ada AND forum = ? AND {column} <> '' ORDER BY 1 COLLATE NOCASE"
    return [row[0] for row in connection.execute(sql, (forum,))]


def merged_into(connection: Connection, record: str) -> list[Usulan]:
    """The usulan that go on in this one, by number."""
    rows = connection.execute(f"{_SELECT} AND status = 'digabung' AND gabung_ke = ? ORDER BY nomor", (record,))
    return [_usulan(row) for row in rows]


def survivors(connection: Connection, forum: str) -> dict[str, str]:
    """id of a merged usulan -> id of the one that goes on for it, at the end of the chain."""
    rows = connection.execute(
        "SELECT id, gabung_ke FROM usulan WHERE ada AND forum = ? AND status = 'digabung'", (forum,)
    )
    into: dict[str, str] = dict(rows.fetchall())
    return {record: last for record in into if (last := _end(into, record))}


def _end(into: dict[str, str], record: str) -> str:
    """Where a chain of mergings ends; nothing for a circle."""
    seen = {record}
    while (record := into[record]) in into:
        if record in seen:
            return ""
        seen.add(record)
    return record


def split_from(connection: Connection, record: str) -> list[Usulan]:
    """The usulan that were parts of this one, by number."""
    one = connection.execute("SELECT forum FROM usulan WHERE id = ?", (record,)).fetchone()
    rows = connection.execute(f"{_SELECT} AND forum = ? AND pisah_dari = ? ORDER BY nomor", (one and one[0], record))
    return [_usulan(row) for row in rows]


def of_origin(connection: Connection, forum: str, asal: str) -> list[Usulan]:
    """The standing usulan of one RW, dusun or group."""
    sql = f"{_SELECT} AND status = 'aktif' AND forum = ? AND {_ASAL} = ? COLLATE NOCASE"
    return [_usulan(row) for row in connection.execute(sql, (forum, asal))]


def ways(connection: Connection, forum: str) -> list[tuple[str, int | None]]:
    """Kewenangan and cost of every standing usulan."""
    sql = "SELECT kewenangan, perkiraan_biaya FROM usulan WHERE ada AND status = 'aktif' AND forum = ?"
    return connection.execute(sql, (forum,)).fetchall()


def _usulan(row: tuple[Any, ...]) -> Usulan:
    one: Usulan = object.__new__(Usulan)  # attribute by attribute: its constructor takes more than twice as long
    for put, value in zip(_PUT, row, strict=True):
        put(one, value)
    for place, name in _LIST_PLACES:
        text = row[place]
        _PUT[place](one, _rows(name, json.loads(text)) if text else ())
    return one


def _rows(name: str, plain: object) -> tuple[Any, ...]:
    if name == "antardesa":
        return from_plain(Antardesa, plain)
    kind = ROWS.get(name)
    return words_from_plain(plain) if kind is None else from_plain(kind, plain)
