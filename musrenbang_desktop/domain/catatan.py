"""Catatan: what was said in the hall for an usulan, against it, or as a condition; at most three short notes."""

from __future__ import annotations

from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken

JENIS: dict[str, str] = {"mendukung": "Mendukung", "keberatan": "Keberatan", "syarat": "Syarat"}
MOST = 3
LONGEST = 200


class Catatan(NamedTuple):
    """One note. ``jam`` is the wall clock of the event that wrote it, ``2026-01-21T10.15``."""

    jenis: str
    teks: str
    jam: str = ""


def tulis(catatan: Catatan) -> str:
    """``Keberatan (10.15): jalan belum 5 tahun``, as it is printed."""
    hour = catatan.jam.partition("T")[2]
    return f"{JENIS.get(catatan.jenis, catatan.jenis)}{f' ({hour})' if hour else ''}: {catatan.teks}"


def check_catatan(rows: tuple[Catatan, ...]) -> None:
    """Raise RuleBroken("catatan", "tidak_dikenal", "kosong", "terlalu_panjang" or "terlalu_banyak")."""
    if len(rows) > MOST:
        raise RuleBroken("catatan", "terlalu_banyak")
    for row in rows:
        if row.jenis not in JENIS:
            raise RuleBroken("catatan", "tidak_dikenal")
        if not row.teks.strip():
            raise RuleBroken("catatan", "kosong")
        if len(row.teks) > LONGEST:
            raise RuleBroken("catatan", "terlalu_panjang")
