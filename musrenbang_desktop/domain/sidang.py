"""Sidang: how the day runs. Which item of the agenda is open, since when, and how much of its minutes is used.

Nothing here counts: the times are what was recorded, and the use of an item follows from them and the hour that the
caller names. A program that starts again in the middle of an item therefore goes on where the hall is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Keadaan = Literal["belum", "berjalan", "jeda", "selesai"]


@dataclass(frozen=True, slots=True)
class ButirAcara:
    """One item of the agenda. ``kunci`` names it in the record of times; ``menit`` 0 has no limit."""

    kunci: str
    judul: str
    menit: int
    penanggung_jawab: str = ""


@dataclass(frozen=True, slots=True)
class Selang:
    """A stretch of time; ``akhir`` None while it goes on."""

    awal: datetime
    akhir: datetime | None = None

    def detik(self, kini: datetime) -> int:
        """Whole seconds up to its end, or up to ``kini``; a clock that was set back counts nothing."""
        return max(0, int(((self.akhir or kini) - self.awal).total_seconds()))


@dataclass(frozen=True, slots=True)
class WaktuButir:
    """An item with the stretches in which it was open."""

    butir: ButirAcara
    selang: tuple[Selang, ...] = ()

    def detik(self, kini: datetime) -> int:
        """Seconds used."""
        return sum(selang.detik(kini) for selang in self.selang)

    def sisa(self, kini: datetime) -> int | None:
        """Seconds left, negative beyond the limit; None for an item without one."""
        return self.butir.menit * 60 - self.detik(kini) if self.butir.menit else None

    def lebih(self, kini: datetime) -> int:
        """Seconds beyond the limit, 0 within it."""
        return max(0, -(self.sisa(kini) or 0))


@dataclass(frozen=True, slots=True)
class Sidang:
    """The day as recorded. ``kini`` is the kunci of the item in hand, empty before the first one.

    ``batas_giliran`` is the limit of one turn to speak in seconds, ``batas_selisih`` the percentage points by which a
    group's share of the speaking time may leave its share of the hall before that is said.
    """

    waktu: tuple[WaktuButir, ...]
    kini: str = ""
    ditutup: datetime | None = None
    batas_giliran: int = 180
    batas_selisih: int = 20

    @property
    def keadaan(self) -> Keadaan:
        """Before the first item, in one, in a pause, or after the end."""
        if self.ditutup:
            return "selesai"
        now = self.butir_kini
        if now is None or not now.selang:
            return "belum"
        return "jeda" if now.selang[-1].akhir else "berjalan"

    @property
    def butir_kini(self) -> WaktuButir | None:
        """The item in hand."""
        return next((waktu for waktu in self.waktu if waktu.butir.kunci == self.kini), None)

    @property
    def berikut(self) -> WaktuButir | None:
        """The item behind the one in hand, the first one before the beginning."""
        places = [waktu.butir.kunci for waktu in self.waktu]
        place = places.index(self.kini) + 1 if self.kini in places else 0
        return self.waktu[place] if place < len(self.waktu) else None

    @property
    def dibuka(self) -> datetime | None:
        """When the first item began."""
        begun = [waktu.selang[0].awal for waktu in self.waktu if waktu.selang]
        return min(begun, default=None)

    def sisa_acara(self, kini: datetime) -> int:
        """Seconds that the agenda still needs from ``kini``: what is left of the item in hand and all behind it."""
        now = self.butir_kini
        if self.ditutup:
            return 0
        left = max(0, now.sisa(kini) or 0) if now else 0
        places = [waktu.butir.kunci for waktu in self.waktu]
        start = places.index(self.kini) + 1 if self.kini in places else 0
        return left + sum(waktu.butir.menit * 60 for waktu in self.waktu[start:])


def susun(
    acara: Iterable[ButirAcara],
    tercatat: Mapping[str, tuple[Selang, ...]],
    kini: str,
    ditutup: datetime | None,
    batas_giliran: int,
    batas_selisih: int,
) -> Sidang:
    """The agenda with its recorded times. An item that was open and has left the agenda stays, without a limit."""
    items = list(acara)
    known = {butir.kunci for butir in items}
    items += [ButirAcara(kunci, kunci, 0) for kunci in tercatat if kunci not in known]
    waktu = tuple(WaktuButir(butir, tercatat.get(butir.kunci, ())) for butir in items)
    return Sidang(waktu, kini, ditutup, batas_giliran, batas_selisih)


def beri_kunci(acara: Iterable[tuple[str, int, str]]) -> tuple[ButirAcara, ...]:
    """The items ``(judul, menit, penanggung jawab)`` under keys: the title, numbered where it comes twice."""
    made: list[ButirAcara] = []
    seen: dict[str, int] = {}
    for judul, menit, penanggung_jawab in acara:
        times = seen[judul] = seen.get(judul, 0) + 1
        made.append(ButirAcara(judul if times == 1 else f"{judul} ({times})", judul, menit, penanggung_jawab))
    return tuple(made)


def jarak(detik: int) -> str:
    """A stretch of time as a clock shows it: ``4.05``, ``1.02.09``, and ``-0.30`` beyond a limit."""
    sign, seconds = ("-" if detik < 0 else ""), abs(detik)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}.{minutes:02d}.{seconds:02d}" if hours else f"{sign}{minutes}.{seconds:02d}"
