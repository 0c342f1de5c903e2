"""What the meeting decided about its attendance: how it was opened, put off, who goes on as delegate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kuorum import AturanKuorum, Bagian
from musrenbang_desktop.domain.tanggal import format_jam, parse_tanggal

Tahap = Literal["belum", "cukup", "menunggu", "habis", "dibuka"]
"""Before the hour; quorum reached; waiting for it; waited long enough; opened (or closed again)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembukaan:
    """The opening as it was: hour, how many of the invited had signed, how many were needed by which rule.

    ``kedua`` is true for a meeting that was put off once: it goes on with those present. ``alasan`` is why it was
    opened without a quorum; ``kurang`` names what was not represented, in words. ``wakil`` of ``hadir`` came for
    others, where the rule counts deputies.
    """

    jam: str
    hadir: int
    diundang: int
    perlu: int
    bagian: Bagian
    kedua: bool = False
    alasan: str = ""
    kurang: tuple[str, ...] = ()
    wakil: int = 0

    @property
    def tercapai(self) -> bool:
        return self.hadir >= self.perlu

    @property
    def tak_terwakili(self) -> tuple[str, ...]:
        """What did not hold beside the quorum, which the counts tell."""
        return tuple(words for words in self.kurang if not words.startswith("Kuorum"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kehadiran:
    """The record of a forum's attendance. ``delegasi`` and ``cadangan`` are ids of peserta, in the chosen order.

    ``lembar`` is page of the paper sheet -> signatures counted on it; ``bagian`` overrides the profile's quorum.
    """

    bagian: Bagian | Literal[""] = ""
    pembukaan: Pembukaan | None = None
    delegasi: tuple[str, ...] = ()
    cadangan: tuple[str, ...] = ()
    alasan_delegasi: str = ""
    lembar: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Penundaan:
    """A meeting put off to another day, with the counts of the hour at which that was said.

    Dates are ISO, hours as printed. ``orang`` are the people who had come: id and hour. ``wakil`` of ``hadir`` came
    for others.
    """

    id: str
    nomor: int
    jam: str
    tanggal: str
    jam_mulai: str
    tanggal_baru: str
    jam_baru: str
    alasan: str
    bagian: Bagian
    diundang: int
    perlu: int
    hadir: int
    laki: int
    perempuan: int
    tanpa_jk: int
    orang: tuple[tuple[str, str], ...] = ()
    wakil: int = 0


def menit(jam: str) -> int:
    """Minutes since midnight of an hour as printed. Raises RuleBroken("jam", ...)."""
    hours, minutes = format_jam(jam).split(".")
    return int(hours) * 60 + int(minutes)


def tahap(aturan: AturanKuorum, *, cukup: bool, dibuka: bool, mulai: str, kini: int) -> tuple[Tahap, int]:
    """Where the meeting stands at minute ``kini`` of its day, and how many minutes of waiting are left.

    A ``kini`` below 0 is a day before the forum, one above 1440 a day after it.
    """
    begin = menit(mulai) if mulai.strip() else 0
    left = begin + aturan.tunggu_jam * 60 - kini
    if dibuka:
        return "dibuka", 0
    if cukup:
        return "cukup", 0
    if kini < begin:
        return "belum", begin - kini
    return ("menunggu", left) if left > 0 else ("habis", 0)


def paling_lambat(tanggal: str, aturan: AturanKuorum) -> date:
    """The last day to which a meeting of this day may be put off."""
    return parse_tanggal(tanggal) + timedelta(days=aturan.tunda_hari)


def check_tanggal_baru(tanggal: str, baru: str, aturan: AturanKuorum) -> None:
    """Raise RuleBroken("tanggal_baru", "terlalu_awal" or "terlalu_lambat")."""
    day = parse_tanggal(baru)
    if day <= parse_tanggal(tanggal):
        raise RuleBroken("tanggal_baru", "terlalu_awal")
    if day > paling_lambat(tanggal, aturan):
        raise RuleBroken("tanggal_baru", "terlalu_lambat", str(aturan.tunda_hari))
