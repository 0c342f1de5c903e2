"""What the form of an usulan asks for besides the rest: its reasons, its price, the land, and what only SIPD wants.

The union of the forms that villages fill (domain.md 3.3): none of it is required, and what is unknown stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.rupiah import format_rupiah, parse_rupiah

#: What is kept as it is written.
TEKS = (
    "penyebab",
    "akibat",
    "potensi",
    "maksud",
    "dasar_hukum",
    "jenis_belanja",
    "dimensi",
    "swadaya_tenaga",
    "swadaya_bahan",
    "unsur_pengusul",
)

#: What is offered as jenis belanja; SIPD's own list changes, so any other word may be written.
JENIS_BELANJA = (
    "Belanja barang dan jasa",
    "Belanja modal",
    "Belanja hibah",
    "Belanja bantuan sosial",
    "Belanja bantuan keuangan",
)

#: Whose the land is on which it would be built.
STATUS_LAHAN: Mapping[str, str] = {
    "desa": "Milik desa atau kelurahan",
    "pemda": "Milik pemerintah daerah",
    "warga": "Milik warga, perlu hibah",
    "sengketa": "Sengketa",
    "belum_jelas": "Belum jelas",
}

#: Where the price of one satuan comes from.
SUMBER_HARGA: Mapping[str, str] = {
    "ssh": "Standar satuan harga (SSH)",
    "hspk": "Harga satuan pokok kegiatan (HSPK)",
    "asb": "Analisis standar belanja (ASB)",
    "kamus": "Kamus usulan kabupaten",
    "warga": "Perkiraan warga",
}


#: What the columns of a list of agreed usulan may print of it, where the profile of a kabupaten names them.
CETAK = (
    "tujuan",
    "latar_belakang",
    *TEKS,
    "harga_satuan",
    "sumber_harga",
    "status_lahan",
    "penerima_kk",
    "penerima_anak",
    "penerima_lansia",
)
_PER_SATUAN = r"(?i)\s*(?:/|\bper\b)\s*[^\W\d][^/]{0,29}$"
_WORDS = {"sumber_harga": SUMBER_HARGA, "status_lahan": STATUS_LAHAN}


def teks_uraian(name: str, value: str | int | None) -> str:
    """One of CETAK as it is printed; nothing for what is unknown."""
    if value is None or value == "":
        return ""
    if name == "harga_satuan" and isinstance(value, int):
        return format_rupiah(value)
    return _WORDS[name].get(str(value), "") if name in _WORDS else str(value)


def parse_harga(text: str) -> int | None:
    """The price of one satuan in whole rupiah, also as ``85.000/m`` or ``85 rb per m3``.

    Raises what :func:`musrenbang_desktop.domain.rupiah.parse_rupiah` raises.
    """
    return parse_rupiah(re.sub(_PER_SATUAN, "", text))


def biaya_dihitung(volume: str, harga_satuan: int | None) -> int | None:
    """Volume times price in whole rupiah, rounded up; None while one of the two is unknown."""
    number = parse_desimal(volume) if volume else None
    if number is None or harga_satuan is None:
        return None
    return int((number * harga_satuan).to_integral_value("ROUND_CEILING"))
