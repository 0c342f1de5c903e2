"""Reads of public forms, and of every name of a person that this laptop knows."""

from __future__ import annotations

import json

from musrenbang_desktop.db import sync
from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.publik import AKHIRAN, Publik

#: Texts of a forum that hold people: one ``[name, office, ...]``, or a list of them.
_OFFICIALS = (
    "pimpinan", "notulis", "notulis_kedua", "ketua_tim", "kepala", "sambutan", "pemateri", "fasilitator",
    "penjaga_waktu", "saksi",
)  # fmt: skip


def every(connection: Connection, forum: str) -> dict[str, Publik]:
    """usulan -> its public form; nothing for those that have none."""
    rows = connection.execute(
        "SELECT id, judul, lokasi, untuk, ditulis FROM publik WHERE forum = ? AND untuk <> ''", (forum,)
    )
    return {row[0].removesuffix(AKHIRAN): Publik(*row[1:]) for row in rows}


def unsent(connection: Connection) -> set[str]:
    """The forums of which the kabupaten lacks an usulan, of this laptop or of one before it."""
    streams = [sync.device(connection), *sync.replaced(connection)]
    return {
        row[0]
        for stream in streams
        for row in connection.execute(
            "SELECT DISTINCT forum FROM jurnal WHERE perangkat = ? AND seq > ? AND substr(jenis, 1, 7) = 'usulan.'",
            (stream, sync.ack_of(connection, stream)),
        )
    }


def people(connection: Connection) -> set[str]:
    """Everybody who was invited to a forum, came, holds an office there or left a contact; also who was taken off."""
    found = {row[0] for row in connection.execute("SELECT DISTINCT nama FROM peserta UNION SELECT nama FROM kontak")}
    for row in connection.execute(f"SELECT {', '.join(_OFFICIALS)} FROM forum"):
        for text in filter(None, row):
            value = json.loads(text)
            rows = value if value and isinstance(value[0], list) else [value]
            found.update(str(person[0]) for person in rows if person)
    proposers = connection.execute("SELECT DISTINCT pengusul FROM usulan WHERE jenis_pengusul = 'orang'")
    return {name for name in found | {row[0] for row in proposers} if name}


def places(connection: Connection) -> set[str]:
    """What the villages, dusun and groups of this laptop are called: no names of people, though they sound alike."""
    rows = connection.execute(
        "SELECT dusun FROM usulan UNION SELECT dusun FROM peserta UNION SELECT desa FROM forum UNION SELECT kecamatan"
        " FROM forum UNION SELECT kabupaten FROM forum UNION SELECT cakupan FROM forum"
    )
    return {row[0] for row in rows if row[0]}
