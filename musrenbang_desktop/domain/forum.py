"""Forum: one Musrenbang of one village on one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.pagu import PaguSumber, check_pagu
from musrenbang_desktop.domain.sebutan import RAGAM, Istilah, istilah
from musrenbang_desktop.domain.tanggal import format_jam, parse_tanggal
from musrenbang_desktop.domain.uang import TERBESAR
from musrenbang_desktop.domain.unsur import TargetUnsur, check_target

JenisForum = Literal["desa", "kelurahan"]
Tingkat = Literal["utama", "dusun", "rembug", "pra"]
"""``utama`` is the Musrenbang of the village; the others are held before it: musyawarah dusun, rembug warga of an RW or
a group, pra-musrenbang."""
Zona = Literal["WIB", "WITA", "WIT"]
Pra = Literal["", "luar", "tidak"]
"""What the operator answered about forums before this one of which none is recorded: ``luar`` they were held and are
not in this program, ``tidak`` none was held; empty while nobody answered."""


@dataclass(frozen=True, slots=True)
class Pejabat:
    """A named person in an office: ``Pejabat("Sumarni, S.Sos.", "Kepala Desa")``. ``dari`` is the origin on the
    form.
    """

    nama: str
    jabatan: str = ""
    dari: str = ""
    nip: str = ""


BATAS_BULAN = 24
"""Months after which a figure of the village counts as old, unless the forum says otherwise."""

#: Witnesses without whom no result is closed.
SAKSI = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumBaru:
    """What the operator states when a forum is opened.

    ``tanggal`` is ISO (2026-01-21), hours are "09.00" as printed. ``tahun_pelaksanaan`` is the year of the meeting,
    ``tahun_rencana`` the year that is planned: the two are never the same thing. ``pagu`` is whole rupiah, None
    while unknown.
    ``profil`` names the form profile (``rkpd-86``). ``induk`` is the id of the forum for which this one is held
    before, ``cakupan`` the dusun, RW or group that it is held for. ``anak`` are ids of forums held before this one that
    were over before the link was made, so that it stands here; ``pra_luar`` names those held outside this program,
    ``tanpa_pra`` says why none was held.
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
    notulis_kedua: Pejabat = field(default_factory=lambda: Pejabat(""))
    """whom some berita acara name beside the first one; nobody where there is none"""
    ketua_tim: Pejabat = field(default_factory=lambda: Pejabat(""))
    """who leads the team that writes the RKP of the village and signs its lists"""
    kepala: Pejabat = field(default_factory=lambda: Pejabat(""))
    sambutan: tuple[Pejabat, ...] = ()
    pemateri: tuple[Pejabat, ...] = ()
    wakil_peserta: tuple[str, ...] = ()
    """ids of the peserta who sign for the participants"""
    paket: str = ""
    """SHA-256 of the kabupaten's package that the forum began with, empty without one"""
    nomor_sk: str = ""
    tanggal_sk: str = ""
    """ISO day of the decree that appoints the team"""
    fasilitator: tuple[Pejabat, ...] = ()
    penjaga_waktu: Pejabat = field(default_factory=lambda: Pejabat(""))
    saksi: tuple[Pejabat, ...] = ()
    agenda: tuple[Acara, ...] = ()
    target_unsur: tuple[TargetUnsur, ...] = ()
    tingkat: Tingkat = "utama"
    induk: str = ""
    cakupan: str = ""
    anak: tuple[str, ...] = ()
    pra: Pra = ""
    pra_luar: str = ""
    tanpa_pra: str = ""
    ragam: str = ""
    """key of the local words in ``domain.sebutan.RAGAM``; empty for the usual ones of its jenis"""
    sebutan_dusun: str = ""
    """what a dusun is called here, where it differs from the usual word"""
    materi: tuple[str, ...] = ()
    """what the meeting dealt with, one topic each, as the berita acara of a desa lists it"""
    batas_data: int = BATAS_BULAN
    """months after which a figure of the village is old"""
    pagu_sumber: tuple[PaguSumber, ...] = ()
    """the ceilings of the sources of money; ``pagu`` is then their sum"""

    def __post_init__(self) -> None:
        if not self.desa.strip():
            raise RuleBroken("desa", "kosong")
        self._check_when()
        if self.jenis not in ("desa", "kelurahan"):
            raise RuleBroken("jenis", "tidak_dikenal")
        if self.ragam and (self.ragam not in RAGAM or RAGAM[self.ragam].jenis != self.jenis):
            raise RuleBroken("ragam", "tidak_dikenal")
        if not self.tahun_pelaksanaan <= self.tahun_rencana <= self.tahun_pelaksanaan + 2:
            raise RuleBroken("tahun_rencana", "di_luar_batas")
        if self.pagu is not None and self.pagu < 0:
            raise RuleBroken("pagu", "negatif")
        if self.pagu is not None and self.pagu > TERBESAR:
            raise RuleBroken("pagu", "terlalu_besar")
        check_pagu(self.pagu_sumber)
        if self.tanggal_sk:
            parse_tanggal(self.tanggal_sk)
        if self.tingkat not in ("utama", "dusun", "rembug", "pra"):
            raise RuleBroken("tingkat", "tidak_dikenal")
        if self.pra not in ("", "luar", "tidak"):
            raise RuleBroken("pra", "tidak_dikenal")
        check_target(self.target_unsur)

    def _check_when(self) -> None:
        """Raise RuleBroken("tanggal", "kosong" or "bukan_tanggal") or (<hour>, "bukan_jam"); hours may be unknown."""
        parse_tanggal(self.tanggal)
        for name in ("jam_mulai", "jam_selesai"):
            if text := getattr(self, name).strip():
                try:
                    format_jam(text)
                except RuleBroken as broken:
                    raise RuleBroken(name, broken.code, text) from None

    @property
    def istilah(self) -> Istilah:
        """What the places and offices of this forum are called."""
        return istilah(self.jenis, self.ragam, self.sebutan_dusun)

    @property
    def jawaban_pra(self) -> Pra:
        """What was answered about forums before this one; a reason why none was held is an answer too."""
        return self.pra or ("tidak" if self.tanpa_pra.strip() else "")

    def check_tim(self) -> None:
        """Raise RuleBroken("notulis", "belum_ada") or ("saksi", "kurang") while the team is not named."""
        if "notulis" in self.kurang_tim:
            raise RuleBroken("notulis", "belum_ada")
        if "saksi" in self.kurang_tim:
            raise RuleBroken("saksi", "kurang")

    @property
    def kurang_tim(self) -> tuple[str, ...]:
        """What the team still lacks before a result may be closed: ``notulis``, ``saksi``."""
        signed = sum(bool(one.nama.strip()) for one in self.saksi)
        lacking = (("notulis", not self.notulis.nama.strip()), ("saksi", signed < SAKSI))
        return tuple(name for name, missing in lacking if missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(ForumBaru):
    """A recorded forum."""

    id: str

    def _check_when(self) -> None:
        """What is recorded was checked when it was written; an older program took any hour."""

    @property
    def sebutan(self) -> str:
        """``Desa Sukamaju``, ``Kelurahan Sukamaju``, ``Nagari Sukamaju``."""
        return f"{self.istilah.wilayah} {self.desa}"

    @property
    def tanda_latihan(self) -> str:
        """What stands behind the name at the head of a list that may be printed; nothing in earnest."""
        return " · LATIHAN" if self.latihan else ""
