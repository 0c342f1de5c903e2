"""Usulan: one proposal of the village, as the forms print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rupiah import TERBESAR

StatusUsulan = Literal["aktif", "batal", "digabung"]

#: The columns an operator can fill, in the order of the quick line and of the printed lists.
FIELDS = (
    "judul",
    "masalah",
    "dusun",
    "rt",
    "rw",
    "lokasi",
    "volume",
    "satuan",
    "perkiraan_biaya",
    "pengusul",
    "bidang",
    "penerima_manfaat",
    "perangkat_daerah",
    "keterangan",
    "kamus",
    "alasan_luar_kamus",
    "cantolan",
)

#: Characters in one field; a whole document pasted into it is a slip.
LONGEST_TEXT = 10_000

#: What must be known before the hall can score it.
REQUIRED_TO_SCORE = ("judul", "dusun", "pengusul")


@dataclass(frozen=True, slots=True, kw_only=True)
class UsulanBaru:
    """An usulan as typed. Only ``judul`` is required; unknown numbers are ``None``, never zero.

    ``volume`` is decimal text with a comma or nothing ("569,5"), ``satuan`` its unit apart.
    ``perkiraan_biaya`` is whole rupiah, ``penerima_manfaat`` is persons (jiwa).
    Raises RuleBroken("judul", "kosong"), (<amount>, "negatif" or "terlalu_besar") and (<text>, "terlalu_panjang").
    """

    judul: str
    masalah: str = ""
    dusun: str = ""
    rt: str = ""
    rw: str = ""
    lokasi: str = ""
    volume: str = ""
    satuan: str = ""
    perkiraan_biaya: int | None = None
    pengusul: str = ""
    bidang: str = ""
    penerima_manfaat: int | None = None
    perangkat_daerah: str = ""
    keterangan: str = ""
    kamus: str = ""
    """code of the entry of the kabupaten's kamus that it follows"""
    alasan_luar_kamus: str = ""
    """code that says why it follows none"""
    cantolan: str = ""
    """code of the plan's goal that it hangs on, or :data:`musrenbang_desktop.domain.kamus.BELUM_ADA`"""

    def __post_init__(self) -> None:
        check_usulan({name: getattr(self, name) for name in FIELDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan(UsulanBaru):
    """A recorded usulan. ``nomor`` runs within the forum and is printed as ``label``; it is never reused.

    ``gabung_ke`` is the id of the usulan that goes on for this one, ``beda_dengan`` the ids of those that look alike
    and were judged to be another.
    """

    id: str
    forum: str
    nomor: int
    status: StatusUsulan = "aktif"
    alasan_batal: str = ""
    gabung_ke: str = ""
    beda_dengan: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number read aloud in the hall: ``U-007``."""
        return f"U-{self.nomor:03d}"

    @property
    def tempat(self) -> str:
        """Place in one line: ``Krajan RT 02/RW 01, depan SDN 2``."""
        return ", ".join(part for part in (tempat_singkat(self.dusun, self.rt, self.rw), self.lokasi) if part)

    @property
    def kurang(self) -> tuple[str, ...]:
        """The fields that must still be filled before scoring."""
        return tuple(name for name in REQUIRED_TO_SCORE if not getattr(self, name))


def tempat_singkat(dusun: str, rt: str, rw: str) -> str:
    """``Krajan RT 02/RW 01``; parts that are unknown are left out."""
    rukun = "/".join(part for part in (f"RT {rt}" if rt else "", f"RW {rw}" if rw else "") if part)
    return " ".join(part for part in (dusun, rukun) if part)


def check_usulan(fields: dict[str, object]) -> None:
    """Raise RuleBroken when a set of usulan fields (all or only the changed ones) breaks a rule."""
    if "judul" in fields and not str(fields["judul"] or "").strip():
        raise RuleBroken("judul", "kosong")
    for name in ("perkiraan_biaya", "penerima_manfaat"):
        value = fields.get(name)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool):
            raise RuleBroken(name, "bukan_angka")
        if value < 0:
            raise RuleBroken(name, "negatif")
        if value > TERBESAR:
            raise RuleBroken(name, "terlalu_besar")
    for name, text in fields.items():
        if isinstance(text, str) and len(text) > LONGEST_TEXT:
            raise RuleBroken(name, "terlalu_panjang")
