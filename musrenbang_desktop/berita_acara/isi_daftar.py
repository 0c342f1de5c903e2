"""What the lists of usulan by origin and the list of ceilings print, as recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

JenisAsal = Literal["rw", "dusun", "lain", "desa"]
"""``desa`` is what no part of the village proposes alone: its head signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAsal:
    """One usulan in the list of its origin. ``peringkat`` is its rank there, empty while nobody gave it one."""

    label: str
    usulan: str
    peringkat: str = ""
    lokasi: str = ""
    rukun: str = ""
    volume: str = ""
    swadaya: str = ""
    bidang: str = ""
    permasalahan: str = ""
    biaya: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaftarAsal:
    """All usulan of one RW, dusun or group, and who leads it where exactly one such person is known."""

    nama: str
    jenis: JenisAsal
    baris: tuple[BarisAsal, ...]
    ketua: str = ""
    bagian: str = ""
    """the dusun that an RW lies in (``Dusun Krajan``), where it is one"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPagu:
    """What one usulan takes from each source; None for a part that nobody knows. ``biaya`` is its whole cost."""

    label: str
    kegiatan: str
    sumber: Mapping[str, int | None]
    biaya: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaguIndikatif:
    """The ceilings by source, None while unknown, the one ceiling of the forum, and what the village would carry out.

    ``jumlah`` is all ceilings together, None where one is unknown and no whole was stated.
    """

    pagu: Mapping[str, int | None]
    jumlah: int | None
    baris: tuple[BarisPagu, ...]
