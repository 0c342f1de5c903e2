"""Kesiapan: what must be in order before an usulan can be built, so that the hall sees the risk before it scores."""

from __future__ import annotations

from typing import NamedTuple

from musrenbang_desktop.domain.errors import RuleBroken

JAWAB: dict[str, str] = {"ya": "ya", "tidak": "tidak", "belum_tahu": "belum tahu"}

#: Each item: its short name in the list, and what *ya* means.
BUTIR: dict[str, tuple[str, str]] = {
    "lahan": ("lahan", "Lahan ada dan tidak sengketa"),
    "sertifikat": ("sertifikat", "Sertifikat atau surat hibah lahan ada"),
    "rincian_teknis": ("rincian teknis", "Rincian teknis (gambar atau RAB) ada"),
    "tata_ruang": ("tata ruang", "Sesuai tata ruang"),
    "pemilik_aset": ("pemilik aset", "Pemilik aset jelas dan setuju"),
    "kondisi": ("kondisi", "Kondisi sekarang sudah diperiksa di tempat"),
}

LONGEST_PROOF = 300


class Kesiapan(NamedTuple):
    """The answer to one item, and the proof in words (``SHM 0123``). An item without a row is *belum tahu*."""

    butir: str
    jawab: str
    bukti: str = ""


def jawab_untuk(rows: tuple[Kesiapan, ...], butir: str) -> Kesiapan:
    """The answer to one item; *belum tahu* when nobody said anything."""
    return next((row for row in rows if row.butir == butir), Kesiapan(butir, "belum_tahu"))


def dijawab(rows: tuple[Kesiapan, ...], baru: Kesiapan) -> tuple[Kesiapan, ...]:
    """The rows with one answer put in, in the order of the items. *Belum tahu* without proof leaves no row."""
    answers = {row.butir: row for row in rows} | {baru.butir: baru}
    return tuple(
        answers[butir]
        for butir in BUTIR
        if butir in answers and (answers[butir].jawab != "belum_tahu" or answers[butir].bukti)
    )


def belum_siap(rows: tuple[Kesiapan, ...]) -> tuple[str, ...]:
    """The items to which the answer is *tidak*."""
    return tuple(row.butir for row in rows if row.jawab == "tidak")


def belum_tahu(rows: tuple[Kesiapan, ...]) -> tuple[str, ...]:
    """The items that nobody could answer."""
    return tuple(butir for butir in BUTIR if jawab_untuk(rows, butir).jawab == "belum_tahu")


def tanda_kesiapan(rows: tuple[Kesiapan, ...]) -> str:
    """The mark in the list and on paper: ``siap``, ``lahan, sertifikat belum siap``, ``2 belum tahu``; nothing while
    no item was looked at.
    """
    if not rows:
        return ""
    missing, unknown = belum_siap(rows), belum_tahu(rows)
    parts = [f"{', '.join(BUTIR[butir][0] for butir in missing)} belum siap"] if missing else []
    if unknown:
        parts.append(f"{len(unknown)} belum tahu")
    return "; ".join(parts) or "siap"


def risiko_lahan(status: str, rows: tuple[Kesiapan, ...]) -> str:
    """What stands in the way of the land, by its ``status`` (:data:`musrenbang_desktop.domain.uraian.STATUS_LAHAN`):
    ``lahan sengketa``. The land of a resident is none once the letter that gives it is there.
    """
    if status == "warga":
        return "" if jawab_untuk(rows, "sertifikat").jawab == "ya" else "lahan milik warga, hibah belum ada"
    return {"sengketa": "lahan sengketa", "belum_jelas": "status lahan belum jelas"}.get(status, "")


def tanda_lengkap(status: str, rows: tuple[Kesiapan, ...]) -> str:
    """:func:`tanda_kesiapan` with what stands in the way of the land before it."""
    land, marked = risiko_lahan(status, rows), tanda_kesiapan(rows)
    return "; ".join(part for part in (land, marked) if part and not (land and part == "siap"))


def check_kesiapan(rows: tuple[Kesiapan, ...]) -> None:
    """Raise RuleBroken("kesiapan", "tidak_dikenal", "ganda" or "terlalu_panjang")."""
    for row in rows:
        if row.butir not in BUTIR or row.jawab not in JAWAB:
            raise RuleBroken("kesiapan", "tidak_dikenal")
        if len(row.bukti) > LONGEST_PROOF:
            raise RuleBroken("kesiapan", "terlalu_panjang")
    if len({row.butir for row in rows}) < len(rows):
        raise RuleBroken("kesiapan", "ganda")
