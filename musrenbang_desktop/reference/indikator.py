"""The usual figures of a dusun with their units, offered while typing; anything else may be written too."""

from __future__ import annotations

from collections.abc import Mapping

INDIKATOR: Mapping[str, str] = {
    "Jumlah penduduk": "jiwa",
    "Jumlah penduduk laki-laki": "jiwa",
    "Jumlah penduduk perempuan": "jiwa",
    "Jumlah keluarga": "KK",
    "Keluarga miskin": "KK",
    "Penyandang disabilitas": "jiwa",
    "Lansia": "jiwa",
    "Balita": "anak",
    "Balita berisiko tengkes": "anak",
    "Anak tidak sekolah": "anak",
    "Rumah tidak layak huni": "unit",
    "Rumah tanpa air minum layak": "unit",
    "Rumah tanpa jamban sehat": "unit",
    "Jalan rusak": "m",
    "Saluran rusak": "m",
    "Realisasi pembangunan tahun lalu": "Rp",
}

SUMBER = ("Profil Desa", "Data kependudukan desa", "DTSEN", "SDGs Desa", "BPS", "Puskesmas", "Pendataan sendiri")
"""Where village offices usually take their figures from."""
