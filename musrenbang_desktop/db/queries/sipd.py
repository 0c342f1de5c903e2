"""Reads of what was entered in SIPD."""

from __future__ import annotations

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.sipd import CatatanSipd

#: Behind the id of an usulan: what was noted about its entry is a record of its own.
AKHIRAN = ".sipd"


def every(connection: Connection, forum: str) -> dict[str, CatatanSipd]:
    """usulan -> what was noted; nothing for those of which nothing was."""
    rows = connection.execute("SELECT id, keadaan, sipd_id, oleh, waktu, alasan FROM sipd WHERE forum = ?", (forum,))
    return {
        row[0].removesuffix(AKHIRAN): CatatanSipd(
            keadaan=row[1], sipd_id=row[2], oleh=row[3], waktu=row[4], alasan=row[5]
        )
        for row in rows
    }


def latest_name(connection: Connection) -> str:
    """Who entered the last one, on this laptop."""
    row = connection.execute("SELECT oleh FROM sipd WHERE oleh <> '' ORDER BY waktu DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""
