"""Acara: one row of the agenda of a forum, and the hours that follow from the rows before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import format_jam

TERLAMA = 600
"""Longest row in minutes; a longer one is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Acara:
    """One row: what is done, how many minutes it may take, and who is answerable for it.

    Raises RuleBroken("judul_acara", "kosong") and ("menit", "di_luar_batas").
    """

    judul: str
    menit: int = 0
    oleh: str = ""

    def __post_init__(self) -> None:
        if not self.judul.strip():
            raise RuleBroken("judul_acara", "kosong")
        if not 0 < self.menit <= TERLAMA:
            raise RuleBroken("menit", "di_luar_batas", f"1-{TERLAMA}")


@dataclass(frozen=True, slots=True)
class BarisAcara:
    """A row with the hours at which it begins and ends, ``09.00``; empty while the forum has no hour."""

    acara: Acara
    mulai: str
    selesai: str


def jumlah_menit(agenda: Sequence[Acara]) -> int:
    """How long the whole agenda takes, in minutes."""
    return sum(acara.menit for acara in agenda)


def berjam(agenda: Sequence[Acara], jam_mulai: str) -> tuple[BarisAcara, ...]:
    """The agenda with its hours, each row at the end of the one before; past midnight the clock begins again.

    Raises RuleBroken("jam", "bukan_jam").
    """
    if not jam_mulai.strip():
        return tuple(BarisAcara(acara, "", "") for acara in agenda)
    hour, _, past = format_jam(jam_mulai).partition(".")
    minute = int(hour) * 60 + int(past)
    rows = []
    for acara in agenda:
        rows.append(BarisAcara(acara, _hour(minute), _hour(minute + acara.menit)))
        minute += acara.menit
    return tuple(rows)


def _hour(minute: int) -> str:
    return f"{minute // 60 % 24:02d}.{minute % 60:02d}"
