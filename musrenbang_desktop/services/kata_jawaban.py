"""What the kabupaten said, in the words of its public page: for the screen and for paper."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from musrenbang_desktop.db.queries.jawaban import Jawaban
from musrenbang_desktop.domain.tanggal import format_tanggal
from sync.wire.reasons import in_words

_ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}

#: (tingkat, putusan) -> the status that the village reads aloud.
_ACCEPTED = {"kecamatan": "Diterima kecamatan", "opd": "Diperiksa OPD", "bappeda": "Masuk RKPD"}
_LEVELS = {"kecamatan": "kecamatan", "opd": "perangkat daerah", "bappeda": "Bappeda"}
_OTHER = {
    "ditunda": "Ditunda",
    "dikembalikan": "Perlu diperbaiki",
    "ditolak": "Tidak diterima",
    "dibatalkan": "Putusan sebelumnya dibatalkan",
}


def putusan(tingkat: str, kata: str) -> str:
    """``Diterima kecamatan``, ``Ditunda``, ...; what this version does not know stays readable."""
    if kata in ("diterima", "diterima_perubahan"):
        words = _ACCEPTED.get(tingkat, "Diterima")
        return f"{words} dengan perubahan" if kata == "diterima_perubahan" else words
    return _OTHER.get(kata) or kata.replace("_", " ").capitalize()


def jawaban_singkat(jawaban: Jawaban) -> str:
    """``ditunda kecamatan: belum ada lahan``, ``masuk RKPD``: what one level said, and why, within a sentence."""
    words = putusan(jawaban.tingkat, jawaban.putusan)
    level = _LEVELS.get(jawaban.tingkat, jawaban.tingkat)
    if jawaban.putusan not in ("diterima", "diterima_perubahan") and level:
        words = f"{words} {level}"
    why = in_words(jawaban.alasan_kode, jawaban.alasan) if jawaban.alasan_kode or jawaban.alasan else ""
    return f"{words[:1].lower()}{words[1:]}" + (f": {why}" if why else "")


def moment(waktu: str, zona: str) -> str:
    """``22 Januari 2026 10.05`` in the village's own time; what is no moment stays as it came."""
    when = here(waktu, zona)
    return f"{format_tanggal(when.date().isoformat(), hari=False)} {when:%H.%M}" if when else waktu


def hari(waktu: str, zona: str) -> str:
    """``22 Januari 2026`` in the village's own time; what is no moment stays as it came."""
    when = here(waktu, zona)
    return format_tanggal(when.date().isoformat(), hari=False) if when else waktu


def here(waktu: str, zona: str) -> datetime | None:
    """The moment by the village's own clock, None for a text that is none."""
    try:
        when = datetime.fromisoformat(waktu)
    except ValueError:
        return None
    return when.astimezone(timezone(timedelta(hours=_ZONES.get(zona, 7)))) if when.tzinfo else None
