"""Reads of the versions of a result: which events made paper of it, and which changed what the paper says."""

from __future__ import annotations

from collections.abc import Collection

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.events import from_bytes

#: Kinds of events that change no fact of the result.
_BESIDE = (
    "('dokumen.cetak', 'segel.buat', 'segel.tambahan', 'segel.saksi', 'lampiran.catat', 'lampiran.ubah', 'sipd.ubah',"
    " 'surat.ubah', 'publik.ubah')"
)


def printed(connection: Connection, forum: str, kinds: Collection[str]) -> list[int]:
    """The places in the journal at which paper of these kinds was saved or printed, oldest first."""
    rows = connection.execute(
        "SELECT n, record FROM jurnal WHERE forum = ? AND jenis = 'dokumen.cetak' ORDER BY n", (forum,)
    )
    return [n for n, record in rows if record.removeprefix(f"{forum}.") in kinds]


def last_change(connection: Connection, forum: str) -> int:
    """The place of the last event that may have changed what the paper says; 0 without one."""
    row = connection.execute(
        f"SELECT max(n) FROM jurnal WHERE forum = ? AND jenis NOT IN {_BESIDE}", (forum,)
    ).fetchone()
    return int(row[0] or 0)


def reason(connection: Connection, forum: str) -> str:
    """Why the result was last opened again; empty where it never was."""
    row = connection.execute(
        "SELECT isi FROM jurnal WHERE forum = ? AND jenis = 'kesepakatan.ubah'"
        ' AND instr(CAST(isi AS TEXT), \'"alasan_buka":"\') ORDER BY n DESC LIMIT 1',
        (forum,),
    ).fetchone()
    return str(from_bytes(row[0]).isi.get("alasan_buka") or "") if row else ""
