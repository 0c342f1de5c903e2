"""Peringatan teknis: what somebody who knows raised in the meeting, to be seen before the hall votes."""

from __future__ import annotations

from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken

TANDA: dict[str, str] = {
    "bentrok_pusat": "bentrok dengan program pusat",
    "perlu_lahan": "perlu lahan",
    "sudah_dianggarkan": "sudah dianggarkan",
    "aset_bukan_desa": "aset bukan milik desa",
}
LONGEST = 200


class Peringatan(NamedTuple):
    """One warning and who or what says so: ``Dinas PUPR``, ``DPA 2026``."""

    tanda: str
    sumber: str


def tulis(peringatan: Peringatan) -> str:
    """``sudah dianggarkan (DPA 2026)``."""
    return f"{TANDA.get(peringatan.tanda, peringatan.tanda)} ({peringatan.sumber})"


def check_peringatan(rows: tuple[Peringatan, ...]) -> None:
    """Raise RuleBroken("peringatan", "tidak_dikenal", "tanpa_sumber", "ganda" or "terlalu_panjang")."""
    for row in rows:
        if row.tanda not in TANDA:
            raise RuleBroken("peringatan", "tidak_dikenal")
        if not row.sumber.strip():
            raise RuleBroken("peringatan", "tanpa_sumber")
        if len(row.sumber) > LONGEST:
            raise RuleBroken("peringatan", "terlalu_panjang")
    if len({row.tanda for row in rows}) < len(rows):
        raise RuleBroken("peringatan", "ganda")
