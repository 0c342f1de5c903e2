"""Dates and hours as a berita acara writes them. The day name is always computed, never typed."""

from __future__ import annotations

import re
from datetime import date

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kata import kata

#: The words of the Unicode CLDR for Indonesian; a test compares them.
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_JAM = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?", re.ASCII)


def parse_tanggal(iso: str) -> date:
    """The date written as ``2026-01-21``. Raises RuleBroken("tanggal", "kosong" or "bukan_tanggal")."""
    text = iso.strip()
    if not text:
        raise RuleBroken("tanggal", "kosong")
    if not _ISO.fullmatch(text):
        raise RuleBroken("tanggal", "bukan_tanggal", text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RuleBroken("tanggal", "bukan_tanggal", text) from None


def format_tanggal(iso: str, *, hari: bool = True) -> str:
    """``Rabu, 21 Januari 2026``, or without its day name ``21 Januari 2026``."""
    day = parse_tanggal(iso)
    written = f"{day.day} {BULAN[day.month - 1]} {day.year}"
    return f"{HARI[day.weekday()]}, {written}" if hari else written


def tanggal_dengan_huruf(iso: str) -> str:
    """``Rabu tanggal dua puluh satu bulan Januari tahun dua ribu dua puluh enam (21-01-2026)``."""
    day = parse_tanggal(iso)
    return (
        f"{HARI[day.weekday()]} tanggal {bilangan(day.day)} bulan {BULAN[day.month - 1]} "
        f"tahun {bilangan(day.year)} ({day:%d-%m}-{day.year:04d})"
    )


def bilangan(number: int) -> str:
    """A whole number in words: ``tujuh puluh tiga``."""
    return kata(number)


def format_jam(text: str) -> str:
    """An hour as printed: ``9``, ``9.05`` and ``09:05`` become ``09.00``, ``09.05``, ``09.05``.

    Raises RuleBroken("jam", "kosong") or RuleBroken("jam", "bukan_jam").
    """
    text = text.strip()
    if not text:
        raise RuleBroken("jam", "kosong")
    found = _JAM.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise RuleBroken("jam", "bukan_jam", text)
    return f"{hour:02d}.{minute:02d}"
