"""Contacts of those who proposed. No other module of queries reads this table."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.kontak import Kontak


def one(connection: Connection, record: str) -> Kontak:
    """The contact that belongs to a record; an empty one when nobody wrote any."""
    row = connection.execute("SELECT nama, telepon FROM kontak WHERE record = ?", (record,)).fetchone()
    return Kontak(*row) if row else Kontak()


def put(connection: Connection, record: str, kontak: Kontak) -> None:
    """Write a contact; an empty one leaves no row. Runs inside the caller's transaction."""
    connection.execute("DELETE FROM kontak WHERE record = ?", (record,))
    if kontak != Kontak():
        connection.execute("INSERT INTO kontak VALUES (?, ?, ?)", (record, kontak.nama, kontak.telepon))
