"""Penerima manfaat: how many people an usulan serves, and which. Unknown is never zero."""

from __future__ import annotations

from collections.abc import Mapping

from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.errors import RuleBroken

#: Counts that the words name only where they are known.
_SELDOM: dict[str, str] = {
    "penerima_kk": "keluarga (KK)",
    "penerima_anak": "anak",
    "penerima_lansia": "lansia",
}

#: Each count with its name: women and men add up to the total; households, children, the old and persons with a
#: disability are counted apart (a household is no person, a child is a girl or a boy).
PENERIMA: dict[str, str] = {
    "penerima_l": "laki-laki",
    "penerima_p": "perempuan",
    "penerima_rtm": "rumah tangga miskin",
    "penerima_difabel": "penyandang disabilitas",
    **_SELDOM,
}

TERBANYAK = 10**9
_UNKNOWN = frozenset({"", "-", "?", "tidak diketahui", "tidak tahu", "belum tahu", "belum diketahui", "tdk tahu", "tt"})


#: What is written behind a count: ``40 anak`` is 40.
_COUNTED = ("orang", "jiwa", "rtm", "kk", "org", "keluarga", "anak", "lansia", "laki-laki", "perempuan", "difabel")


def parse_penerima(text: str, field: str = "penerima_manfaat") -> int | None:
    """A whole number of persons, or None for nothing, ``?`` or ``tidak diketahui``.

    Raises RuleBroken(field, "bukan_angka" or "di_luar_batas").
    """
    plain = " ".join(text.split()).casefold()
    if plain in _UNKNOWN:
        return None
    for word in _COUNTED:
        plain = plain.removesuffix(word).rstrip()
    number = parse_desimal(plain)
    if number is None or number != int(number):
        raise RuleBroken(field, "bukan_angka", text)
    if number > TERBANYAK:
        raise RuleBroken(field, "di_luar_batas", text)
    return int(number)


def jumlah_penerima(laki: int | None, perempuan: int | None) -> int | None:
    """The total: known only when both are."""
    return None if laki is None or perempuan is None else laki + perempuan


def dengan_jumlah(now: Mapping[str, int | None], changed: Mapping[str, int | None]) -> dict[str, int | None]:
    """The changed counts with the total that follows from women and men, where both are known after the change."""
    counts = {**now, **changed}
    total = jumlah_penerima(counts.get("penerima_l"), counts.get("penerima_p"))
    return dict(changed) if total is None else {**changed, "penerima_manfaat": total}


def tulis_penerima(counts: Mapping[str, int | None]) -> str:
    """``40 jiwa: 18 laki-laki, 22 perempuan; rumah tangga miskin tidak diketahui``; nothing while nothing is known."""
    total = counts.get("penerima_manfaat")
    if total is None and all(counts.get(name) is None for name in PENERIMA):
        return ""
    whole = "jumlah tidak diketahui" if total is None else f"{total} jiwa"
    parts = [
        f"{name} tidak diketahui" if counts.get(field) is None else f"{counts[field]} {name}"
        for field, name in PENERIMA.items()
        if field not in _SELDOM or counts.get(field) is not None
    ]
    return f"{whole}: {', '.join(parts)}"
