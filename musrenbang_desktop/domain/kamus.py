"""Kamus usulan: what the kabupaten can carry out, with its unit and standard price; and what differs from it.

Nothing here forbids anything: an usulan outside the kamus, dearer or larger than usual is kept and only told of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from musrenbang_desktop.domain.angka import parse_desimal
from musrenbang_desktop.domain.uraian import biaya_dihitung
from musrenbang_desktop.domain.volume import same_satuan

BELUM_ADA = "belum_ada"
"""The explicit mark *belum ada cantolan*: looked for and not found, which differs from not yet looked for."""

ALASAN_LUAR_KAMUS: Mapping[str, str] = {
    "tidak_ada": "Kebutuhan ini belum ada dalam kamus",
    "dana_desa": "Akan dibiayai desa sendiri",
    "beda_rincian": "Ada yang mirip, tetapi rinciannya lain",
    "belum_dicari": "Belum sempat dicari dalam kamus",
}
"""Why an usulan stands outside the kamus, where the kabupaten's package brings no list of its own."""

SDGS_DESA = (
    "Desa Tanpa Kemiskinan", "Desa Tanpa Kelaparan", "Desa Sehat dan Sejahtera", "Pendidikan Desa Berkualitas",
    "Keterlibatan Perempuan Desa", "Desa Layak Air Bersih dan Sanitasi", "Desa Berenergi Bersih dan Terbarukan",
    "Pertumbuhan Ekonomi Desa Merata", "Infrastruktur dan Inovasi Desa Sesuai Kebutuhan", "Desa Tanpa Kesenjangan",
    "Kawasan Permukiman Desa Aman dan Nyaman", "Konsumsi dan Produksi Desa Sadar Lingkungan",
    "Desa Tanggap Perubahan Iklim", "Desa Peduli Lingkungan Laut", "Desa Peduli Lingkungan Darat",
    "Desa Damai Berkeadilan", "Kemitraan untuk Pembangunan Desa",
    "Kelembagaan Desa Dinamis dan Budaya Desa Adaptif",
)  # fmt: skip
"""The eighteen goals of SDGs Desa (reference data of the ministry of villages), offered as cantolan without any
package: goal 6 has the code ``SDGS-06``.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirKamus:
    """One entry. ``harga_satuan`` is whole rupiah for one ``satuan``, None while unknown; the limits of volume are
    decimal text or empty.
    """

    kode: str
    judul: str
    kelompok: str = ""
    satuan: str = ""
    harga_satuan: int | None = None
    volume_min: str = ""
    volume_max: str = ""
    bidang: str = ""
    perangkat_daerah: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Cantolan:
    """A goal or programme of a plan that an usulan can hang on."""

    kode: str
    uraian: str
    dokumen: str = ""


KodeSelisih = Literal[
    "satuan_beda", "harga_di_atas", "harga_di_bawah", "volume_kurang", "volume_lebih", "tanpa_alasan", "kode_lain"
]


@dataclass(frozen=True, slots=True)
class Selisih:
    """Something to look at beside an usulan. ``persen`` is how far the unit cost is from the standard, rounded to
    whole percent; ``batas`` is the limit or the unit of the kamus.
    """

    kode: KodeSelisih
    persen: int = 0
    batas: str = ""


def biaya_kamus(volume: str, butir: ButirKamus) -> int | None:
    """Volume times the standard price, in whole rupiah (a part of a rupiah is rounded up); None while either is
    unknown.
    """
    return biaya_dihitung(volume, butir.harga_satuan)


class Diperiksa(Protocol):
    """What is looked at in an usulan; a whole Usulan is one."""

    @property
    def status(self) -> str: ...
    @property
    def volume(self) -> str: ...
    @property
    def satuan(self) -> str: ...
    @property
    def perkiraan_biaya(self) -> int | None: ...
    @property
    def kamus(self) -> str: ...
    @property
    def alasan_luar_kamus(self) -> str: ...


def periksa(usulan: Diperiksa, butir: ButirKamus | None, batas_persen: int) -> tuple[Selisih, ...]:
    """What differs from the kamus. ``butir`` is the entry that the usulan names, None when it names none or one that
    this kamus does not have. An usulan that no longer stands has nothing to check.
    """
    if usulan.status != "aktif":
        return ()
    if butir is None:
        if usulan.kamus:
            return (Selisih("kode_lain", batas=usulan.kamus),)
        return () if usulan.alasan_luar_kamus else (Selisih("tanpa_alasan"),)
    if usulan.satuan and butir.satuan and not same_satuan(usulan.satuan, butir.satuan):
        return (Selisih("satuan_beda", batas=butir.satuan),)  # price and limits mean another unit
    volume = parse_desimal(usulan.volume) if usulan.volume else None
    return (*_volume(volume, butir), *_harga(usulan.perkiraan_biaya, volume, butir.harga_satuan, batas_persen))


def _volume(volume: Decimal | None, butir: ButirKamus) -> tuple[Selisih, ...]:
    if volume is None:
        return ()
    least, most = (parse_desimal(text) if text else None for text in (butir.volume_min, butir.volume_max))
    if least is not None and volume < least:
        return (Selisih("volume_kurang", batas=butir.volume_min),)
    if most is not None and volume > most:
        return (Selisih("volume_lebih", batas=butir.volume_max),)
    return ()


def _harga(biaya: int | None, volume: Decimal | None, standar: int | None, batas: int) -> tuple[Selisih, ...]:
    if biaya is None or not volume or not standar:
        return ()
    exact = (Decimal(biaya) - volume * standar) * 100 / (volume * standar)
    if abs(exact) <= batas:
        return ()
    whole = max(int(abs(exact).to_integral_value("ROUND_HALF_UP")), 1)
    return (Selisih("harga_di_atas" if exact > 0 else "harga_di_bawah", persen=whole),)
