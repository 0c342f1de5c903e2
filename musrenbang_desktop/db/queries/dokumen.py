"""Reads of the documents that were made."""

from __future__ import annotations

import json
from dataclasses import dataclass

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.events import from_bytes


@dataclass(frozen=True, slots=True)
class Cetakan:
    """A document as it was last saved: where (name inside the documents folder), its SHA-256 and how often."""

    jenis: str
    berkas: str
    sha256: str
    halaman: int
    cetakan: int
    jam: str
    forum: str = ""
    """id of the forum, where the saving was found by its hash alone"""
    dicetak: str = ""
    """SHA-256 of the bytes (without a copy mark) that went to a printer last, nothing before the first print"""
    lembar: frozenset[int] = frozenset()
    """the pages of these bytes that were printed, from 1"""
    ulang: int = 0
    """how often pages of these bytes were printed again"""
    jam_cetak: str = ""


def every(connection: Connection, forum: str) -> dict[str, Cetakan]:
    """jenis -> its last saving."""
    rows = connection.execute(
        "SELECT jenis, berkas, sha256, halaman, cetakan, jam, forum, dicetak, lembar, ulang, jam_cetak FROM dokumen"
        " WHERE ada AND forum = ?",
        (forum,),
    )
    return {row[0]: _cetakan(*row) for row in rows}


def _cetakan(
    jenis: str, berkas: str, sha256: str, halaman: int, cetakan: int, jam: str, forum: str, dicetak: str, lembar: str,
    ulang: int, jam_cetak: str,
) -> Cetakan:  # fmt: skip
    pages = frozenset(json.loads(lembar or "[]"))
    return Cetakan(jenis, berkas, sha256, halaman, cetakan, jam, forum, dicetak, pages, ulang, jam_cetak)


def order(connection: Connection, forum: str, jenis: str) -> tuple[str, ...]:
    """The ids of the people in the order in which a document printed them when it was last saved."""
    row = connection.execute(
        "SELECT urutan FROM dokumen WHERE ada AND forum = ? AND jenis = ?", (forum, jenis)
    ).fetchone()
    return tuple(json.loads(row[0])) if row and row[0] else ()


def find_digest(connection: Connection, digest: str) -> Cetakan | None:
    """The saving, of any time, whose file had this SHA-256."""
    sql = "SELECT isi FROM jurnal WHERE jenis = 'dokumen.cetak' AND instr(isi, ?) ORDER BY n"
    rows = connection.execute(sql, (digest.encode(),))
    for (data,) in rows:
        event = from_bytes(data)
        isi = event.isi
        if isi.get("sha256") == digest:
            return Cetakan(isi["jenis"], isi["berkas"], digest, isi["halaman"], isi["cetakan"], event.jam, event.forum)
    return None
