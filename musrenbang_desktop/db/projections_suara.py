"""What events do to the tables of ballots and of score sheets typed again."""

from __future__ import annotations

import json

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.journal.events import Event

_COLUMNS = {"terbit": None, "tidak_dipakai": None, "pencacah1": "", "pencacah2": "", "ditutup": ""}


def project_suara(connection: Connection, event: Event) -> None:
    """``suara.ubah``: the box of a group (record ``<forum>.<kelompok>.suara``). ``suara.isi``: ballots of one typing
    (record ``<forum>.<kelompok>.suara<pencacah>``), number -> choices.
    """
    kelompok, _, typing = event.record.rpartition(".")
    kelompok = kelompok.rpartition(".")[2]
    if event.jenis == "suara.ubah":
        connection.execute("INSERT OR IGNORE INTO suara (forum, kelompok) VALUES (?, ?)", (event.forum, kelompok))
        for name, empty in _COLUMNS.items():
            if name in event.isi:
                value = event.isi[name]
                connection.execute(
                    f"UPDATE suara SET {name} = ? WHERE forum = ? AND kelompok = ?",
                    (empty if value is None else value, event.forum, kelompok),
                )
        return
    for nomor, pilihan in event.isi.items():
        key = (event.forum, kelompok, int(typing.removeprefix("suara")), int(nomor))
        if pilihan is None:
            where = "forum = ? AND kelompok = ? AND pencacah = ? AND nomor = ?"
            connection.execute(f"DELETE FROM surat_suara WHERE {where}", key)
        else:
            text = json.dumps(pilihan, separators=(",", ":"))
            connection.execute("INSERT OR REPLACE INTO surat_suara VALUES (?, ?, ?, ?, ?)", (*key, text))
