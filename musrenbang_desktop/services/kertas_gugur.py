"""Paper that means nothing under new rules: it leaves the tables in the act that changes the rules."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.db.queries import suara
from musrenbang_desktop.db.store import Act
from musrenbang_desktop.domain.suara import PENCACAH

_WHY = "aturan main diganti"


def drop_paper(connection: Connection, act: Act, staying: Set[str]) -> None:
    """Take away ballots, their boxes and second typings of every group that is not ``staying``.

    Without this a closed counting would stay closed with its votes gone, and ballots of one way of voting would be
    read as another. The history keeps them, and one undo brings all back.
    """
    for kelompok, box in suara.kotak(connection, act.forum).items():
        if kelompok not in staying:
            _drop_ballots(connection, act, kelompok)
            known = {"terbit": box.terbit, "tidak_dipakai": box.tidak_dipakai, "ditutup": box.ditutup or None}
            empty: dict[str, Any] = {name: None for name, value in known.items() if value is not None}
            if box.ditutup:
                empty["alasan_buka"] = _WHY
            if empty:
                act.append("suara.ubah", f"{act.forum}.{kelompok}.suara", empty)
    for kelompok, rows in suara.skor_ulang(connection, act.forum).items():
        if kelompok not in staying:
            act.append("skor.ulang", f"{act.forum}.{kelompok}.ulang", dict.fromkeys(rows))


def _drop_ballots(connection: Connection, act: Act, kelompok: str) -> None:
    for pencacah in PENCACAH:
        typed = suara.surat(connection, act.forum, kelompok, pencacah)
        if typed:
            act.append("suara.isi", f"{act.forum}.{kelompok}.suara{pencacah}", {str(nomor): None for nomor in typed})
