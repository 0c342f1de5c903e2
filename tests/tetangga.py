"""What the villages around invented Sukamaju propose, as the kabupaten's package tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from musrenbang_desktop.domain.bagian_paket import Isi
from musrenbang_desktop.services.layanan import Layanan
from tests.paket import HEAD, ROWS, berkas, contoh_paket

SUKAMAKMUR, WONOREJO, JAUH = "00.00.00.2002", "00.00.00.2003", "00.00.01.2001"

TETANGGA: Sequence[Sequence[Isi]] = (
    (SUKAMAKMUR, "Sukamakmur", "U-004", 2027, "Irigasi Sungapan", "Gondang", "", "", "450", "m", "Disepakati desa"),
    (SUKAMAKMUR, "Sukamakmur", "U-009", 2027, "Pelatihan menjahit", "", "", "", "", "", "Dicatat"),
    (SUKAMAKMUR, "Sukamakmur", "U-002", 2026, "Jalan tembus ke Sukamaju", "Bulusari", "", "", "1200", "m", "Ditunda"),
    (WONOREJO, "Wonorejo", "U-001", 2027, "Jembatan Kali Genteng", "Sendang", "", "", "1", "unit", "Diperiksa OPD"),
    (JAUH, "Kedungsari", "U-001", 2027, "Irigasi Sungapan", "Wates", "", "", "", "", "Dicatat"),
    ("00.00.00.2001", "Sukamaju", "U-003", 2026, "Irigasi Sungapan", "Krajan", "", "", "", "", "Ditunda"),
)


def paket_tetangga(rows: Sequence[Sequence[Isi]] = TETANGGA, nomor: str = HEAD.nomor) -> bytes:
    """A package with these usulan of other villages."""
    return contoh_paket({**ROWS, "tetangga": rows}, head=replace(HEAD, nomor=nomor))


def pasang(layanan: Layanan, folder: Path, data: bytes | None = None) -> str:
    """Put the package in; the chosen forum uses it. Returns its hash."""
    found = layanan.paket.periksa(berkas(folder, data or paket_tetangga()))
    layanan.paket.pasang(found)
    layanan.paket.pakai()
    return found.paket.hash
