"""Reads of peserta."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from musrenbang_desktop.db.connection import Connection, fold
from musrenbang_desktop.domain.peserta import HitunganHadir, Peserta
from musrenbang_desktop.domain.pintu import LEMAH, Calon, peringkat

Hanya = Literal["semua", "hadir", "belum", "undangan"]

_FIELDS = (
    "id", "forum", "nomor", "nama", "jenis_kelamin", "unsur", "jabatan", "usia", "dusun", "rt", "rw", "diundang",
    "hadir",
    "wakil_dari", "undangan", "tanggal_serah", "cara_serah", "penerima", "pulang", "kelompok_usia", "disabilitas",
    "kebutuhan",
)  # fmt: skip
_PUT = tuple(getattr(Peserta, name).__set__ for name in _FIELDS)
"""How each attribute is set on a new one; a test holds that none is left out."""
_INVITED = _FIELDS.index("diundang")
_SELECT = f"SELECT {', '.join(_FIELDS)} FROM peserta WHERE ada AND forum = ?"
_ONLY = {
    "semua": "",
    "hadir": " AND hadir <> ''",
    "belum": " AND hadir = '' AND diundang",
    "undangan": " AND diundang",
}


def every(connection: Connection, forum: str, cari: str = "", hanya: Hanya = "semua") -> list[Peserta]:
    """The people of a forum in the order of recording; those present in the order of arrival."""
    order = "hadir, nomor" if hanya == "hadir" else "nomor"
    sql = f"{_SELECT}{_ONLY[hanya]} AND instr(cari, ?) ORDER BY {order}"
    return [_peserta(row) for row in connection.execute(sql, (forum, fold(cari.strip())))]


def find(connection: Connection, forum: str, text: str, limit: int) -> list[Peserta]:
    """Who is meant by some letters, the likeliest first (:func:`musrenbang_desktop.domain.pintu.peringkat`); of those
    who fit well the absent come before the present.
    """
    letters = fold(text.strip())
    rows = connection.execute(
        "SELECT id, nama, cari, rt, rw, hadir <> '' FROM peserta WHERE ada AND forum = ? ORDER BY nomor", (forum,)
    )
    ranked = []
    for place, (record, nama, cari, rt, rw, here) in enumerate(rows):
        name = fold(nama)
        rank = peringkat(letters, Calon(name, cari[len(name) :], rt, rw))
        if rank is not None:
            ranked.append((rank >= LEMAH, here, rank, place, record))
    found = [one(connection, record) for *_, record in sorted(ranked)[:limit]]
    return [person for person in found if person]


def latest(connection: Connection, forum: str, limit: int) -> list[Peserta]:
    """Those present, the latest arrival first."""
    sql = f"{_SELECT} AND hadir <> '' ORDER BY hadir DESC, nomor DESC LIMIT ?"
    return [_peserta(row) for row in connection.execute(sql, (forum, limit))]


def one(connection: Connection, record: str) -> Peserta | None:
    """The person with this id."""
    sql = f"SELECT {', '.join(_FIELDS)} FROM peserta WHERE ada AND id = ?"
    row = connection.execute(sql, (record,)).fetchone()
    return _peserta(row) if row else None


def name(connection: Connection, record: str) -> str:
    """The name, also of a person who was taken off the list."""
    row = connection.execute("SELECT nama FROM peserta WHERE id = ?", (record,)).fetchone()
    return row[0] if row else "?"


def next_number(connection: Connection, forum: str) -> int:
    """The next running number of the forum; numbers of withdrawn people are not used again."""
    row = connection.execute("SELECT max(nomor) FROM peserta WHERE forum = ?", (forum,)).fetchone()
    return (row[0] or 0) + 1


def count(connection: Connection, forum: str) -> HitunganHadir:
    """The counts of the hall."""
    row = connection.execute(
        "SELECT total(diundang), total(hadir <> ''), total(hadir <> '' AND diundang), total(hadir <> '' AND "
        "jenis_kelamin = 'L'),"
        " total(hadir <> '' AND jenis_kelamin = 'P'), total(hadir <> '' AND jenis_kelamin = '')"
        " FROM peserta WHERE ada AND forum = ?",
        (forum,),
    ).fetchone()
    diundang, hadir, hadir_undangan, laki, perempuan, tanpa_jk = (int(n) for n in row)
    return HitunganHadir(
        diundang=diundang,
        hadir=hadir,
        hadir_undangan=hadir_undangan,
        laki=laki,
        perempuan=perempuan,
        tanpa_jk=tanpa_jk,
        per_unsur=_one_spelling(per_unsur(connection, forum)),
        wakil=deputies(connection, forum),
    )


def deputies(connection: Connection, forum: str) -> int:
    """How many invited people who stayed away somebody without an invitation came for, by name.

    Two who come for one person count once; an invited person who comes for another counts as themselves only.
    """
    sent = connection.execute(
        "SELECT fold(trim(wakil_dari)), count(*) FROM peserta WHERE ada AND forum = ? AND hadir <> ''"
        " AND NOT diundang AND trim(wakil_dari) <> '' GROUP BY 1",
        (forum,),
    ).fetchall()
    if not sent:
        return 0
    absent = dict(
        connection.execute(
            "SELECT fold(trim(nama)) AS kunci, count(*) FROM peserta WHERE ada AND forum = ? AND diundang"
            " AND hadir = '' GROUP BY kunci",
            (forum,),
        ).fetchall()
    )
    return sum(min(came, absent.get(name, 0)) for name, came in sent)


def per_unsur(connection: Connection, forum: str) -> dict[str, tuple[int, int]]:
    """Unsur exactly as recorded -> (present, invited), in the order in which they were first written."""
    rows = connection.execute(
        "SELECT unsur, total(hadir <> ''), total(diundang), min(nomor) FROM peserta WHERE ada AND forum = ?"
        " AND unsur <> '' GROUP BY unsur ORDER BY 4",
        (forum,),
    )
    return {name: (int(here), int(asked)) for name, here, asked, _ in rows}


def _one_spelling(found: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """*PKK*, *Pkk* and *pkk* are one unsur, shown as it was first written; in alphabetical order."""
    shown: dict[str, str] = {}
    counted: dict[str, tuple[int, int]] = {}
    for written, (here, asked) in found.items():
        plain = " ".join(written.split())
        name = shown.setdefault(plain.casefold(), plain)
        before = counted.get(name, (0, 0))
        counted[name] = (before[0] + here, before[1] + asked)
    return {name: counted[name] for name in sorted(counted) if name}


def unsur(connection: Connection, forum: str) -> list[str]:
    """The unsur already used in this forum, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT unsur FROM peserta WHERE ada AND forum = ? AND unsur <> '' ORDER BY 1", (forum,)
    )
    return [row[0] for row in rows]


def _peserta(row: tuple[Any, ...]) -> Peserta:
    one: Peserta = object.__new__(Peserta)  # attribute by attribute: what is recorded was checked when it was written
    for put, value in zip(_PUT, row, strict=True):
        put(one, value)
    _PUT[_INVITED](one, bool(row[_INVITED]))
    return one
