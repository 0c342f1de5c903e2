"""Forum: one Musrenbang of one village on one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.rupiah import TERBESAR

JenisForum = Literal["desa", "kelurahan"]
Zona = Literal["WIB", "WITA", "WIT"]


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A named person in an office: ``Pejabat("Sumarni, S.Sos.", "Kepala Desa")``. ``dari`` is the origin on the
    form.
    """

    nama: str
    jabatan: str = ""
    dari: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumBaru:
    """What the operator states when a forum is opened.

    ``tanggal`` is ISO (2026-01-21), hours are "09.00" as printed. ``tahun_pelaksanaan`` is the year of the meeting,
    ``tahun_rencana`` the year that is planned: the two are never the same thing. ``pagu`` is whole rupiah, None
    while unknown.
    ``profil`` names the form profile (``rkpd-86``).
    """

    jenis: JenisForum = "desa"
    desa: str
    kecamatan: str = ""
    kabupaten: str = ""
    provinsi: str = ""
    kode_wilayah: str = ""
    tahun_pelaksanaan: int
    tahun_rencana: int
    tanggal: str
    jam_mulai: str = "09.00"
    jam_selesai: str = ""
    zona: Zona = "WIB"
    tempat: str = ""
    alamat: str = ""
    nomor_ba: str = ""
    nomor_undangan: str = ""
    tanggal_undangan: str = ""
    """ISO day of the letters of invitation"""
    profil: str = "rkpd-86"
    latihan: bool = False
    pagu: int | None = None
    pimpinan: Pejabat = field(default_factory=lambda: Pejabat(""))
    notulis: Pejabat = field(default_factory=lambda: Pejabat(""))
    kepala: Pejabat = field(default_factory=lambda: Pejabat(""))
    sambutan: tuple[Pejabat, ...] = ()
    pemateri: tuple[Pejabat, ...] = ()
    wakil_peserta: tuple[str, ...] = ()
    """ids of the peserta who sign for the participants"""

    def __post_init__(self) -> None:
        if not self.desa.strip():
            raise RuleBroken("desa", "kosong")
        if self.jenis not in ("desa", "kelurahan"):
            raise RuleBroken("jenis", "tidak_dikenal")
        if not self.tahun_pelaksanaan <= self.tahun_rencana <= self.tahun_pelaksanaan + 2:
            raise RuleBroken("tahun_rencana", "di_luar_batas")
        if self.pagu is not None and self.pagu < 0:
            raise RuleBroken("pagu", "negatif")
        if self.pagu is not None and self.pagu > TERBESAR:
            raise RuleBroken("pagu", "terlalu_besar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(ForumBaru):
    """A recorded forum."""

    id: str

    @property
    def sebutan(self) -> str:
        """``Desa Sukamaju`` or ``Kelurahan Sukamaju``."""
        return f"{'Desa' if self.jenis == 'desa' else 'Kelurahan'} {self.desa}"
