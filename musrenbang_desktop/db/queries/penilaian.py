"""Reads of the scoring rules, their versions, the score sheets and the lots."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from musrenbang_desktop.db.connection import Connection
from musrenbang_desktop.domain.aturan_rows import FIELDS, from_rows
from musrenbang_desktop.domain.penilaian import Aturan, Nilai, Undian


@dataclass(frozen=True, slots=True)
class Kuncian:
    """One locking of the rules: what they were then, the hour, the witnesses and why a new version was asked for."""

    nomor: int
    isi: Mapping[str, Any]
    jam: str
    saksi: tuple[str, ...]
    alasan: str
    sesudah_skor: bool


def aturan(connection: Connection, forum: str) -> Aturan | None:
    """The rules of a forum, None before they are begun and after their beginning was taken back."""
    row = connection.execute(
        "SELECT kriteria, kelompok, seri, metode, templat, cara, terkunci, saksi, nomor_versi FROM aturan"
        " WHERE forum = ?",
        (forum,),
    ).fetchone()
    if row is None or not row[0]:
        return None
    kriteria, kelompok, seri, metode, templat, cara, terkunci, saksi, versi = row
    lists = {name: json.loads(text or "[]") for name, text in (("kriteria", kriteria), ("kelompok", kelompok))}
    way = {"metode": metode, "templat": templat, "cara": json.loads(cara or "{}")}
    found = from_rows({**lists, "seri": json.loads(seri or "[]"), **way})
    return replace(found, terkunci=terkunci, saksi=tuple(json.loads(saksi or "[]")), versi=versi)


def nama_kelompok(connection: Connection, forum: str, kelompok: str) -> str:
    """What the rules call a group of the hall; nothing for one that they do not have."""
    row = connection.execute("SELECT kelompok FROM aturan WHERE forum = ?", (forum,)).fetchone()
    rows = json.loads(row[0] or "[]") if row else []
    return next((str(one[1]) for one in rows if one[0] == kelompok), "")


def kuncian(connection: Connection, forum: str) -> list[Kuncian]:
    """Every locking of the rules, oldest first, read from the journal."""
    found: list[Kuncian] = []
    rules: dict[str, Any] = {}
    alasan, scored, had_scores = "", False, False
    for jenis, data in connection.execute(
        "SELECT jenis, isi FROM jurnal WHERE forum = ? AND jenis IN ('aturan.ubah', 'skor.isi') ORDER BY n", (forum,)
    ):
        if jenis == "skor.isi":
            scored = True
            continue
        isi = json.loads(data)["f"]
        rules |= {name: isi[name] for name in FIELDS if name in isi}
        if isi.get("alasan_versi"):
            alasan, had_scores = isi["alasan_versi"], scored
        if isi.get("terkunci"):
            found.append(
                Kuncian(len(found) + 1, dict(rules), isi["terkunci"], tuple(isi.get("saksi") or ()), alasan, had_scores)
            )
            alasan, had_scores = "", False
    return found


def undian(connection: Connection, forum: str) -> list[Undian]:
    """The lots that stand, in the order they were drawn."""
    rows = connection.execute(
        "SELECT id, usulan, saksi, jam FROM undian WHERE forum = ? AND ada = 1 ORDER BY rowid", (forum,)
    )
    return [
        Undian(tuple(json.loads(usulan)), tuple(json.loads(saksi)), jam, record) for record, usulan, saksi, jam in rows
    ]


def lembar(connection: Connection, forum: str) -> dict[str, dict[str, tuple[Nilai, ...]]]:
    """All score sheets: kelompok -> usulan -> scores in the order of the criteria."""
    sheets: dict[str, dict[str, tuple[Nilai, ...]]] = {}
    rows = connection.execute("SELECT kelompok, usulan, nilai FROM skor WHERE forum = ?", (forum,)).fetchall()
    scores = json.loads(f"[{','.join(nilai for _, _, nilai in rows)}]")  # all at once: ten times as fast as one by one
    for (kelompok, usulan, _), nilai in zip(rows, scores, strict=True):
        sheets.setdefault(kelompok, {})[usulan] = tuple(nilai)
    return sheets
