"""Dates and hours as a berita acara writes them. The day name is always computed, never typed."""

from __future__ import annotations

import re
from datetime import date

from musrenbang_desktop.domain.errors import RuleBroken

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
    return _babel(parse_tanggal(iso), "EEEE, d MMMM y" if hari else "d MMMM y")


def tanggal_dengan_huruf(iso: str) -> str:
    """``Rabu tanggal dua puluh satu bulan Januari tahun dua ribu dua puluh enam (21-01-2026)``."""
    day = parse_tanggal(iso)
    return (
        f"{_babel(day, 'EEEE')} tanggal {bilangan(day.day)} bulan {_babel(day, 'MMMM')} "
        f"tahun {bilangan(day.year)} ({day:%d-%m}-{day.year:04d})"
    )


def bilangan(number: int) -> str:
    """A whole number in words: ``tujuh puluh tiga``."""
    from num2words import num2words  # loaded only when a document is written

    return str(num2words(number, lang="id"))


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


def _babel(day: date, pattern: str) -> str:
    from babel.dates import format_date  # loaded only when a date is written in full

    return str(format_date(day, pattern, locale="id"))
