"""Sumber dana: from where the money of an usulan would come, one row a source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.uang import TERBESAR, format_rupiah

#: The names that are offered. A village may write another: kabupaten call their grants differently.
SUMBER = (
    "Dana Desa",
    "Alokasi Dana Desa",
    "Pendapatan asli desa",
    "Bagi hasil pajak dan retribusi",
    "Bantuan keuangan kabupaten",
    "Bantuan keuangan provinsi",
    "Dana kelurahan",
    "APBD kabupaten",
    "APBD provinsi",
    "APBN",
    "Swadaya warga",
    "CSR",
)

#: Short forms as people type them.
SINGKATAN = {
    "dd": "Dana Desa",
    "dds": "Dana Desa",
    "add": "Alokasi Dana Desa",
    "pad": "Pendapatan asli desa",
    "pades": "Pendapatan asli desa",
    "padesa": "Pendapatan asli desa",
    "pbh": "Bagi hasil pajak dan retribusi",
    "bhpr": "Bagi hasil pajak dan retribusi",
    "bkk": "Bantuan keuangan kabupaten",
    "bkp": "Bantuan keuangan provinsi",
    "banprov": "Bantuan keuangan provinsi",
    "dau": "Dana kelurahan",
    "apbd": "APBD kabupaten",
    "apbd kab": "APBD kabupaten",
    "apbd ii": "APBD kabupaten",
    "apbd prov": "APBD provinsi",
    "apbd i": "APBD provinsi",
    "swadaya": "Swadaya warga",
    "swadaya masyarakat": "Swadaya warga",
}

LONGEST_NAME = 80
MOST = 8
FIRST_YEAR, LAST_YEAR = 2000, 2100


class SumberDana(NamedTuple):
    """One source: its name, whole rupiah or None while unknown, and the budget year or None."""

    sumber: str
    jumlah: int | None = None
    tahun: int | None = None


#: Money that only a desa has.
_DESA = frozenset({"Dana Desa", "Alokasi Dana Desa", "Pendapatan asli desa"})


def sumber_untuk(jenis: str) -> tuple[str, ...]:
    """The names that are offered to a desa, or to a kelurahan, its own money first."""
    if jenis != "kelurahan":
        return SUMBER
    return ("Dana kelurahan", *(name for name in SUMBER if name not in _DESA and name != "Dana kelurahan"))


def normal_sumber(text: str) -> str:
    """The full name of a usual short form (``DD`` becomes ``Dana Desa``); other names stay as written."""
    text = " ".join(text.split())
    folded = text.casefold().strip(".")
    return SINGKATAN.get(folded) or next((name for name in SUMBER if name.casefold() == folded), text)


def jumlah_sumber(rows: Iterable[SumberDana]) -> int | None:
    """What the sources give together; None when none is named or an amount is unknown."""
    amounts = [row.jumlah for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def banding_biaya(rows: tuple[SumberDana, ...], biaya: int | None) -> str:
    """In words: whether the sources cover the cost. Nothing while no source is named."""
    if not rows:
        return ""
    total = jumlah_sumber(rows)
    if total is None:
        known = sum(row.jumlah or 0 for row in rows)
        unknown = sum(row.jumlah is None for row in rows)
        return f"Baru terbaca {format_rupiah(known)}; {unknown} sumber belum diketahui jumlahnya."
    if biaya is None:
        return f"Jumlah sumber dana {format_rupiah(total)}; perkiraan biaya belum diketahui."
    if total == biaya:
        return f"Jumlah sumber dana {format_rupiah(total)}, sama dengan perkiraan biaya."
    word = "kurang" if total < biaya else "lebih"
    return (
        f"Jumlah sumber dana {format_rupiah(total)}, {word} {format_rupiah(abs(biaya - total))} dari perkiraan biaya."
    )


def check_sumber_dana(rows: tuple[SumberDana, ...]) -> None:
    """Raise RuleBroken("sumber_dana", "kosong", "negatif", "terlalu_besar", "terlalu_panjang", "terlalu_banyak",
    "di_luar_batas") for rows that break a rule.
    """
    if len(rows) > MOST:
        raise RuleBroken("sumber_dana", "terlalu_banyak")
    for row in rows:
        if not row.sumber.strip():
            raise RuleBroken("sumber_dana", "kosong")
        if len(row.sumber) > LONGEST_NAME:
            raise RuleBroken("sumber_dana", "terlalu_panjang")
        if row.jumlah is not None and row.jumlah < 0:
            raise RuleBroken("sumber_dana", "negatif")
        if row.jumlah is not None and row.jumlah > TERBESAR:
            raise RuleBroken("sumber_dana", "terlalu_besar")
        if row.tahun is not None and not FIRST_YEAR <= row.tahun <= LAST_YEAR:
            raise RuleBroken("sumber_dana", "di_luar_batas")
