"""Kesepakatan: what the hall agreed, each usulan in exactly one of three outputs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Keluaran = Literal["ke_kecamatan", "dana_desa", "belum_disepakati"]
KELUARAN: tuple[Keluaran, ...] = ("ke_kecamatan", "dana_desa", "belum_disepakati")


@dataclass(frozen=True, slots=True)
class Butir:
    """One usulan in the agreed order.

    ``alasan`` says why it is not agreed (required for belum_disepakati); ``alasan_pindah`` why it left the place
    that its score gave it. Both are printed.
    """

    usulan: str
    keluaran: Keluaran
    alasan: str = ""
    alasan_pindah: str = ""


@dataclass(frozen=True, slots=True)
class Kesepakatan:
    """The agreed order, best first. ``ditutup`` is the hour at which the hall closed it, empty while open."""

    butir: tuple[Butir, ...]
    ditutup: str = ""

    def kurang(self) -> tuple[str, ...]:
        """Ids of the usulan that stand in the way of closing: not agreed, and no reason written."""
        return tuple(b.usulan for b in self.butir if b.keluaran == "belum_disepakati" and not b.alasan.strip())
