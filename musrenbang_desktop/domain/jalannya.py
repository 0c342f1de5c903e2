"""Jalannya musyawarah: what is left on paper of the clock and of the turns to speak. Only what has ended is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from musrenbang_desktop.domain.bicara import Bagian, Pangsa
from musrenbang_desktop.domain.sidang import Sidang


@dataclass(frozen=True, slots=True)
class JalanAcara:
    """One item of the agenda as it went: its minutes, the hours of its begin and end, seconds used and beyond."""

    judul: str
    menit: int
    mulai: str
    selesai: str
    detik: int
    lebih: int


@dataclass(frozen=True, slots=True)
class Jalannya:
    """The day. ``menonjol`` are the groups that left their share of the hall by more than ``batas_selisih`` points."""

    acara: tuple[JalanAcara, ...]
    pangsa: Pangsa
    batas_selisih: int
    menonjol: tuple[Bagian, ...]


def jalan_acara(sidang: Sidang) -> tuple[JalanAcara, ...]:
    """The items that were open. One that still goes on counts up to its last pause."""
    made = []
    for waktu in sidang.waktu:
        ended = [selang for selang in waktu.selang if selang.akhir is not None]
        if not waktu.selang:
            continue
        used = sum(selang.detik(selang.awal) for selang in ended)
        whole = len(ended) == len(waktu.selang)
        made.append(
            JalanAcara(
                judul=waktu.butir.judul,
                menit=waktu.butir.menit,
                mulai=f"{waktu.selang[0].awal:%H.%M}",
                selesai=f"{ended[-1].akhir:%H.%M}" if whole and ended and ended[-1].akhir else "",
                detik=used,
                lebih=max(0, used - waktu.butir.menit * 60) if waktu.butir.menit else 0,
            )
        )
    return tuple(made)


def jumlah_lebih(acara: Sequence[JalanAcara]) -> int:
    """Seconds by which all items together ran over."""
    return sum(one.lebih for one in acara)
