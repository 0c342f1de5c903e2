"""Reads of the numbers and days of letters."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.surat import JENIS_SURAT, JenisSurat, Surat


def record(forum: str, jenis: JenisSurat) -> str:
    """The id of what is recorded about one letter of a forum."""
    return f"{forum}.surat.{jenis}"


def one(connection: Connection, forum: str, jenis: JenisSurat) -> Surat:
    """What was typed for a letter; empty while nothing was."""
    row = connection.execute(
        "SELECT nomor_surat, tanggal_surat FROM surat WHERE id = ?", (record(forum, jenis),)
    ).fetchone()
    return Surat(*row) if row else Surat()


def every(connection: Connection, forum: str) -> dict[JenisSurat, Surat]:
    """All letters of a forum."""
    return {jenis: one(connection, forum, jenis) for jenis in JENIS_SURAT}
