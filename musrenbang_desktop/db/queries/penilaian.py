"""Reads of the scoring rules and the score sheets."""

from __future__ import annotations

import json

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.penilaian import Aturan, Kelompok, Kriteria, Nilai


def aturan(connection: Connection, forum: str) -> Aturan | None:
    """The rules of a forum, None before they are begun and after their beginning was taken back."""
    row = connection.execute(
        "SELECT kriteria, kelompok, seri, terkunci, saksi, nomor_versi FROM aturan WHERE forum = ?", (forum,)
    ).fetchone()
    if row is None or not row[0]:
        return None
    kriteria, kelompok, seri, terkunci, saksi, versi = row
    return Aturan(
        kriteria=tuple(Kriteria(*item) for item in json.loads(kriteria or "[]")),
        kelompok=tuple(Kelompok(*item) for item in json.loads(kelompok or "[]")),
        seri=tuple(json.loads(seri or "[]")),
        terkunci=terkunci,
        saksi=tuple(json.loads(saksi or "[]")),
        versi=versi,
    )


def lembar(connection: Connection, forum: str) -> dict[str, dict[str, tuple[Nilai, ...]]]:
    """All score sheets: kelompok -> usulan -> scores in the order of the criteria."""
    sheets: dict[str, dict[str, tuple[Nilai, ...]]] = {}
    for kelompok, usulan, nilai in connection.execute(
        "SELECT kelompok, usulan, nilai FROM skor WHERE forum = ?", (forum,)
    ):
        sheets.setdefault(kelompok, {})[usulan] = tuple(json.loads(nilai))
    return sheets
