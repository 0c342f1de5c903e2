"""Small settings of this computer, and half-typed forms. Neither is part of the journal."""

from __future__ import annotations

import json
from typing import Any

from musrenbang_desktop.db.connection import Connection


def get(connection: Connection, key: str) -> str | None:
    """The value kept under ``key``."""
    row = connection.execute("SELECT nilai FROM setelan WHERE kunci = ?", (key,)).fetchone()
    return row[0] if row else None


def put(connection: Connection, key: str, value: str) -> None:
    """Keep ``value`` under ``key``."""
    connection.execute("INSERT OR REPLACE INTO setelan VALUES (?, ?)", (key, value))


def drop(connection: Connection, key: str) -> None:
    """Forget what is kept under ``key``."""
    connection.execute("DELETE FROM setelan WHERE kunci = ?", (key,))


def save_draft(connection: Connection, page: str, key: str, content: dict[str, Any]) -> None:
    """Keep a half-typed form."""
    connection.execute(
        "INSERT OR REPLACE INTO draf VALUES (?, ?, ?)", (page, key, json.dumps(content, ensure_ascii=False))
    )


def drafts(connection: Connection, page: str) -> dict[str, dict[str, Any]]:
    """The half-typed forms of a page: key -> content."""
    rows = connection.execute("SELECT kunci, isi FROM draf WHERE halaman = ?", (page,))
    return {key: json.loads(content) for key, content in rows}


def drop_draft(connection: Connection, page: str, key: str) -> None:
    """Forget a form that was recorded or given up."""
    connection.execute("DELETE FROM draf WHERE halaman = ? AND kunci = ?", (page, key))
