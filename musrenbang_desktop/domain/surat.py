"""Surat: number and day of a letter about the result, as the office writes them into its agenda book.

Such a letter is made when the result is closed or sealed already, so it is no fact of the forum.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tanggal import parse_tanggal

JenisSurat = Literal["sk_delegasi", "mandat"]
JENIS_SURAT: dict[JenisSurat, str] = {"sk_delegasi": "SK delegasi", "mandat": "Surat mandat"}
"""The papers whose number is typed, with their names for the operator."""

TERPANJANG = 80
"""letters of a number"""


@dataclass(frozen=True, slots=True)
class Surat:
    """``tanggal_surat`` is ISO. What is empty is written by hand on the dots.

    Raises RuleBroken("nomor_surat", "terlalu_panjang") and ("tanggal", "bukan_tanggal").
    """

    nomor_surat: str = ""
    tanggal_surat: str = ""

    def __post_init__(self) -> None:
        if len(self.nomor_surat) > TERPANJANG:
            raise RuleBroken("nomor_surat", "terlalu_panjang")
        if self.tanggal_surat:
            parse_tanggal(self.tanggal_surat)
