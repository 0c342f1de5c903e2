"""Two usulan that turn out to be one: what goes on, and who proposed it."""

from __future__ import annotations

from dataclasses import dataclass

from musrenbang_desktop.domain.usulan import SCALARS

#: The fields of which the survivor keeps one of the two; of pengusul it keeps both.
DIPILIH = tuple(name for name in SCALARS if name not in ("pengusul", "titipan", "asal", "peringkat_asal"))

_JOIN = " + "


@dataclass(frozen=True, slots=True)
class Pecahan:
    """One part of an usulan that is split: its title, and its share of volume and cost (None while unknown)."""

    judul: str
    volume: str = ""
    perkiraan_biaya: int | None = None


def gabung_pengusul(*pengusul: str) -> str:
    """``RT 02 + Karang Taruna``; each group once, in the order in which they were named."""
    found: dict[str, str] = {}
    for text in pengusul:
        for part in _parts(text):
            found.setdefault(part.casefold(), part)
    return _JOIN.join(found.values())


def tanpa_pengusul(pengusul: str, pergi: str, tinggal: str) -> str:
    """``pengusul`` without those of ``pergi``; who is also in ``tinggal`` stays."""
    leaving = {part.casefold() for part in _parts(pergi)} - {part.casefold() for part in _parts(tinggal)}
    return _JOIN.join(part for part in _parts(pengusul) if part.casefold() not in leaving)


def _parts(pengusul: str) -> list[str]:
    return [part.strip() for part in pengusul.split(_JOIN.strip()) if part.strip()]
