"""Reads of paper ballots and of score sheets typed a second time."""

from __future__ import annotations

import json
from dataclasses import dataclass

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.suara import SuratSuara

RUSAK = "x"
"""how an event writes a spoiled ballot"""


@dataclass(frozen=True, slots=True)
class Kotak:
    """What is recorded of the ballots of one group, beside the ballots."""

    terbit: int | None = None
    tidak_dipakai: int | None = None
    pencacah: tuple[str, str] = ("", "")
    ditutup: str = ""


def kotak(connection: Connection, forum: str) -> dict[str, Kotak]:
    """kelompok -> its box."""
    rows = connection.execute(
        "SELECT kelompok, terbit, tidak_dipakai, pencacah1, pencacah2, ditutup FROM suara WHERE forum = ?", (forum,)
    )
    return {kelompok: Kotak(terbit, left, (one, two), closed) for kelompok, terbit, left, one, two, closed in rows}


def surat(connection: Connection, forum: str, kelompok: str, pencacah: int) -> dict[int, SuratSuara]:
    """nomor -> ballot, of one typing."""
    rows = connection.execute(
        "SELECT nomor, pilihan FROM surat_suara WHERE forum = ? AND kelompok = ? AND pencacah = ? ORDER BY nomor",
        (forum, kelompok, pencacah),
    )
    return {nomor: _surat(nomor, json.loads(pilihan)) for nomor, pilihan in rows}


def skor_ulang(connection: Connection, forum: str) -> dict[str, dict[str, tuple[int | None, ...]]]:
    """kelompok -> usulan -> scores, of the second typing of the score sheets."""
    sheets: dict[str, dict[str, tuple[int | None, ...]]] = {}
    rows = connection.execute("SELECT kelompok, usulan, nilai FROM skor_ulang WHERE forum = ?", (forum,))
    for kelompok, usulan, nilai in rows:
        sheets.setdefault(kelompok, {})[usulan] = tuple(json.loads(nilai))
    return sheets


def _surat(nomor: int, pilihan: list[str] | str) -> SuratSuara:
    return SuratSuara(nomor, rusak=True) if pilihan == RUSAK else SuratSuara(nomor, tuple(pilihan))
