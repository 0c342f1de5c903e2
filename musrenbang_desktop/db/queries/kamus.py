"""Reads of the kamus usulan of one package, and of what usulan take from it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.kamus import BELUM_ADA, ButirKamus

_FIELDS = (
    "kode", "judul", "kelompok", "satuan", "harga_satuan", "volume_min", "volume_max", "bidang", "perangkat_daerah",
    "keterangan",
)  # fmt: skip
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM kamus WHERE paket = ?"


def texts(connection: Connection, paket: str) -> list[tuple[str, str]]:
    """Code and folded text of every entry, in the order of the kamus."""
    return connection.execute("SELECT kode, cari FROM kamus WHERE paket = ? ORDER BY n", (paket,)).fetchall()


def some(connection: Connection, paket: str, places: Sequence[int]) -> list[ButirKamus]:
    """The entries at these places (counted from 0), in this order."""
    rows = (connection.execute(f"{_SELECT} AND n = ?", (paket, place + 1)).fetchone() for place in places)
    return [_entry(row) for row in rows if row]


def one(connection: Connection, paket: str, kode: str) -> ButirKamus | None:
    """The entry with this code."""
    row = connection.execute(f"{_SELECT} AND kode = ?", (paket, kode)).fetchone()
    return _entry(row) if row else None


def every(connection: Connection, paket: str) -> list[ButirKamus]:
    """All entries in the order of the kamus."""
    return [_entry(row) for row in connection.execute(f"{_SELECT} ORDER BY n", (paket,))]


def count(connection: Connection, paket: str) -> int:
    """How many entries there are."""
    row = connection.execute("SELECT baris FROM bagian_paket WHERE paket = ? AND nama = 'kamus'", (paket,)).fetchone()
    return int(row[0]) if row else 0


def used(connection: Connection, paket: str, forum: str) -> dict[str, ButirKamus]:
    """The entries that the usulan of a forum name, by code."""
    sql = f"{_SELECT} AND kode IN (SELECT kamus FROM usulan WHERE forum = ? AND kamus <> '')"
    return {entry.kode: entry for entry in map(_entry, connection.execute(sql, (paket, forum)))}


class Ringkas(NamedTuple):
    """The little of an usulan that is held against the kamus."""

    id: str
    status: str
    volume: str
    satuan: str
    perkiraan_biaya: int | None
    kamus: str
    alasan_luar_kamus: str


def to_check(connection: Connection, forum: str) -> list[Ringkas]:
    """The standing usulan of a forum."""
    sql = f"SELECT {', '.join(Ringkas._fields)} FROM usulan WHERE ada AND forum = ? AND status = 'aktif'"
    return [Ringkas(*row) for row in connection.execute(sql, (forum,))]


def unhooked(connection: Connection, forum: str) -> list[str]:
    """The ids of the standing usulan without a cantolan, by number."""
    rows = connection.execute(
        "SELECT id FROM usulan WHERE ada AND forum = ? AND status = 'aktif' AND cantolan IN ('', ?) ORDER BY nomor",
        (forum, BELUM_ADA),
    )
    return [record for (record,) in rows]


def hooked(connection: Connection, forum: str) -> tuple[int, int]:
    """How many standing usulan have a cantolan, of how many."""
    row = connection.execute(
        "SELECT total(cantolan NOT IN ('', ?)), count(*) FROM usulan WHERE ada AND forum = ? AND status = 'aktif'",
        (BELUM_ADA, forum),
    ).fetchone()
    return int(row[0]), int(row[1])


def _entry(row: tuple[Any, ...]) -> ButirKamus:
    return ButirKamus(**dict(zip(_FIELDS, row, strict=True)))
