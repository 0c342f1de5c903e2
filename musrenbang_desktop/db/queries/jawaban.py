"""Reads of what the kabupaten sent back."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.db.connection import Connection


@dataclass(frozen=True, slots=True)
class Jawaban:
    """One decision about one usulan, as it came from the kabupaten."""

    n: int
    usulan: str
    tingkat: str
    putusan: str
    alasan_kode: str
    alasan: str
    oleh: str
    waktu: str


@dataclass(frozen=True, slots=True)
class Bukti:
    """The receipt of one usulan: its number and the server's hour of receipt."""

    usulan: str
    nomor: str
    waktu: str


def answers(connection: Connection, forum: str) -> dict[str, list[Jawaban]]:
    """usulan -> its decisions, oldest first."""
    found: dict[str, list[Jawaban]] = {}
    rows = connection.execute(
        "SELECT j.n, j.usulan, j.tingkat, j.putusan, j.alasan_kode, j.alasan, j.oleh, j.waktu FROM jawaban j"
        " JOIN usulan u ON u.id = j.usulan WHERE u.forum = ? ORDER BY j.n",
        (forum,),
    )
    for row in rows:
        found.setdefault(row[1], []).append(Jawaban(*row))
    return found


def receipts(connection: Connection, forum: str) -> dict[str, Bukti]:
    """usulan -> its receipt."""
    rows = connection.execute(
        "SELECT b.usulan, b.nomor, b.waktu FROM bukti b JOIN usulan u ON u.id = b.usulan WHERE u.forum = ?", (forum,)
    )
    return {row[0]: Bukti(*row) for row in rows}


def answers_of(connection: Connection, usulan: str) -> list[Jawaban]:
    """The decisions about one usulan, oldest first."""
    rows = connection.execute(
        "SELECT n, usulan, tingkat, putusan, alasan_kode, alasan, oleh, waktu FROM jawaban WHERE usulan = ? ORDER BY n",
        (usulan,),
    )
    return [Jawaban(*row) for row in rows]


def receipts_of(connection: Connection, usulan: str) -> list[Bukti]:
    """The receipt of one usulan, or none."""
    rows = connection.execute("SELECT usulan, nomor, waktu FROM bukti WHERE usulan = ?", (usulan,))
    return [Bukti(*row) for row in rows]
