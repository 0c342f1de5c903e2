"""The packages of the kabupaten that this laptop keeps: the file as it came, and its parts ready to be read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from musrenbang_desktop.db.connection import Connection, fold
from musrenbang_desktop.domain.forum import Forum

_COLUMNS = "hash, kunci, nomor, tanggal, kode, kabupaten, tahun_rencana, batas_persen, jam"
_KAMUS = (
    "kode", "judul", "kelompok", "satuan", "harga_satuan", "volume_min", "volume_max", "bidang", "perangkat_daerah",
    "keterangan",
)  # fmt: skip
#: The title comes first: a search tells by the place of a match whether the title begins with it.
_SEARCHED = ("judul", "kode", "kelompok", "bidang", "perangkat_daerah", "keterangan")

KAMUS = "kamus"

#: Letters of a kode wilayah up to its kecamatan: ``33.26.08``.
_DISTRICT = 8

#: The setting that holds the hash of the package with which a new forum begins.
INSTALLED = "paket.terpasang"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaketTersimpan:
    """One kept package. ``kunci`` is the signer's public key in hex, empty for a list that the village made itself;
    ``jam`` says when it was put in; ``jumlah`` counts the rows of each part.
    """

    hash: str
    kunci: str
    nomor: str
    tanggal: str
    kode: str
    kabupaten: str
    tahun_rencana: int
    batas_persen: int
    jam: str
    jumlah: Mapping[str, int]


def one(connection: Connection, digest: str) -> PaketTersimpan | None:
    """The package with this hash, None when this laptop does not have it."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM paket WHERE hash = ?", (digest,)).fetchone()
    if row is None:
        return None
    counts = connection.execute("SELECT nama, baris FROM bagian_paket WHERE paket = ? ORDER BY nama", (digest,))
    values = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return PaketTersimpan(**values, jumlah=dict(counts.fetchall()))


def put_in(connection: Connection) -> list[tuple[str, str, str]]:
    """Moment, number and kabupaten of every package that this laptop took in, oldest first."""
    return connection.execute("SELECT jam, nomor, kabupaten FROM paket ORDER BY jam").fetchall()


def rows(connection: Connection, digest: str, part: str) -> list[dict[str, Any]]:
    """The rows of one part, column -> value; none when the package has no such part."""
    found = connection.execute("SELECT isi FROM bagian_paket WHERE paket = ? AND nama = ?", (digest, part)).fetchone()
    return json.loads(found[0]) if found and found[0] else []


def around(connection: Connection, digest: str, kode: str) -> list[dict[str, Any]]:
    """The usulan of the villages in the kecamatan of ``kode``, its own too, as the package tells them."""
    near = kode[:_DISTRICT]
    return [row for row in rows(connection, digest, "tetangga") if row["kode_wilayah"][:_DISTRICT] == near]


def titles_of_kamus(connection: Connection, digest: str) -> list[str]:
    """The titles of its kamus."""
    return [title for (title,) in connection.execute("SELECT judul FROM kamus WHERE paket = ?", (digest,))]


def text(connection: Connection, digest: str, part: str) -> str | None:
    """A part that is a text of its own, as a form profile; None when the package has no such part."""
    found = connection.execute("SELECT isi FROM bagian_paket WHERE paket = ? AND nama = ?", (digest, part)).fetchone()
    return found[0] if found else None


def bentuk_forum(connection: Connection, forum: Forum) -> str:
    """The form profile of a forum as its package has it; empty where the one that ships is used."""
    return text(connection, forum.paket, f"profil/{forum.profil}.toml") or ""


def parts(connection: Connection, digest: str, prefix: str) -> list[str]:
    """The names of the parts that begin with ``prefix``."""
    found = connection.execute(
        "SELECT nama FROM bagian_paket WHERE paket = ? AND substr(nama, 1, ?) = ? ORDER BY nama",
        (digest, len(prefix), prefix),
    )
    return [name for (name,) in found]


def keep(
    connection: Connection,
    paket: PaketTersimpan,
    tables: Mapping[str, Sequence[Mapping[str, Any]]],
    texts: Mapping[str, str],
    data: bytes,
) -> None:
    """Keep a package and its parts. Called again with the same one it replaces what stands there, row for row."""
    values = [getattr(paket, name) for name in _COLUMNS.split(", ")]
    places = ", ".join("?" * (len(values) + 1))
    connection.execute(f"INSERT OR REPLACE INTO paket ({_COLUMNS}, isi) VALUES ({places})", (*values, data))
    for table in ("bagian_paket", "kamus"):
        connection.execute(f"DELETE FROM {table} WHERE paket = ?", (paket.hash,))
    for name, found in tables.items():
        kept = "" if name == KAMUS else json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        connection.execute("INSERT INTO bagian_paket VALUES (?, ?, ?, ?)", (paket.hash, name, len(found), kept))
    for name, words in texts.items():
        connection.execute("INSERT INTO bagian_paket VALUES (?, ?, 1, ?)", (paket.hash, name, words))
    _keep_kamus(connection, paket.hash, tables.get(KAMUS, ()))


def _keep_kamus(connection: Connection, digest: str, entries: Sequence[Mapping[str, Any]]) -> None:
    places = ", ".join("?" * (len(_KAMUS) + 3))
    connection.executemany(
        f"INSERT INTO kamus (paket, n, {', '.join(_KAMUS)}, cari) VALUES ({places})",
        (
            (digest, number, *(entry[name] for name in _KAMUS), fold(" ".join(str(entry[name]) for name in _SEARCHED)))
            for number, entry in enumerate(entries, 1)
        ),
    )
