"""Usulan: one proposal of the village, as the forms print it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, Literal

from musrenbang_desktop.domain.antardesa import Antardesa
from musrenbang_desktop.domain.asal import TERAKHIR, asal_dari
from musrenbang_desktop.domain.catatan import Catatan, check_catatan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesiapan import Kesiapan, check_kesiapan
from musrenbang_desktop.domain.kewenangan import KEWENANGAN
from musrenbang_desktop.domain.koordinat import check_koordinat
from musrenbang_desktop.domain.penerima import PENERIMA
from musrenbang_desktop.domain.peringatan import Peringatan, check_peringatan
from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.rupiah import TERBESAR
from musrenbang_desktop.domain.sumber_dana import SumberDana, check_sumber_dana
from musrenbang_desktop.domain.tema import JENIS_PENGUSUL, SUMBER_USULAN, check_pilihan, check_tema
from musrenbang_desktop.domain.uraian import STATUS_LAHAN, SUMBER_HARGA, TEKS

StatusUsulan = Literal["aktif", "batal", "digabung"]

#: What is typed or chosen as one value, in the order of the quick line and of the printed lists.
SCALARS = (
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
    "tujuan",
    "latar_belakang",
    "jenis_pengusul",
    "sumber_usulan",
    "asal",
    "peringkat_asal",
    "penerima_l",
    "penerima_p",
    "penerima_rtm",
    "penerima_difabel",
    "lintang",
    "bujur",
    "kewenangan",
    "kode_kegiatan",
    "titipan",
    "sdgs",
    "data_eksisting",
    "target_capaian",
    "waktu_pelaksanaan",
    "pola_pelaksanaan",
    "pelaksana",
    *TEKS,
    "harga_satuan",
    "sumber_harga",
    "status_lahan",
    "penerima_kk",
    "penerima_anak",
    "penerima_lansia",
)

#: What has several rows, with the kind of each row; words have none.
ROWS: dict[str, type[SumberDana] | type[Kesiapan] | type[Peringatan] | type[Catatan] | None] = {
    "sumber_dana": SumberDana,
    "kesiapan": Kesiapan,
    "peringatan": Peringatan,
    "catatan": Catatan,
    "tema_asal": None,
    "tema_penerima": None,
}

#: All columns that an operator can fill.
FIELDS = (*SCALARS, *ROWS)
isian: Callable[[Any], tuple[Any, ...]] = attrgetter(*FIELDS)
"""The values of an usulan in the order of FIELDS."""

#: Characters in one field; a whole document pasted into it is a slip.
LONGEST_TEXT = 10_000

#: What must be known before the hall can score it.
REQUIRED_TO_SCORE = ("judul", "dusun", "pengusul")


@dataclass(frozen=True, slots=True, kw_only=True)
class UsulanBaru:
    """An usulan as typed. Only ``judul`` is required; unknown numbers are ``None``, never zero.

    ``volume`` is decimal text with a comma or nothing ("569,5"), ``satuan`` its unit apart.
    ``perkiraan_biaya`` is whole rupiah, ``penerima_manfaat`` is persons (jiwa), the total of ``penerima_l`` and
    ``penerima_p`` where both are known. ``asal`` is the RW, dusun or group in whose list ``peringkat_asal`` counts.
    ``lintang`` and ``bujur`` are decimal degrees as text, ``titipan`` the id of the ticket from which it was taken.
    Raises RuleBroken("judul", "kosong"), (<amount>, "negatif" or "terlalu_besar"), (<text>, "terlalu_panjang") and
    what the parts raise.
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
    tujuan: str = ""
    latar_belakang: str = ""
    jenis_pengusul: str = ""
    sumber_usulan: str = ""
    asal: str = ""
    peringkat_asal: int | None = None
    penerima_l: int | None = None
    penerima_p: int | None = None
    penerima_rtm: int | None = None
    penerima_difabel: int | None = None
    lintang: str = ""
    bujur: str = ""
    kewenangan: str = ""
    kode_kegiatan: str = ""
    """code of the kegiatan or sub kegiatan where somebody knows it (:mod:`musrenbang_desktop.domain.kode_kegiatan`)"""
    titipan: str = ""
    sdgs: str = ""
    """numbers of the SDGs Desa that it serves, as typed: ``9, 11``"""
    data_eksisting: str = ""
    """what is there in the running year, and in ``target_capaian`` what shall be: ``200 m rusak``"""
    target_capaian: str = ""
    waktu_pelaksanaan: str = ""
    """when it would be carried out: ``3 bulan``"""
    pola_pelaksanaan: str = ""
    """key of :data:`musrenbang_desktop.domain.rkp.POLA`"""
    pelaksana: str = ""
    """who would carry it out"""
    penyebab: str = ""
    """why the problem is there, in ``akibat`` what comes of waiting, in ``potensi`` what the village has to mend it"""
    akibat: str = ""
    potensi: str = ""
    maksud: str = ""
    """what is meant by it and, in ``dasar_hukum``, by which rules: SIPD asks for both beside the tujuan"""
    dasar_hukum: str = ""
    jenis_belanja: str = ""
    """as SIPD calls it; :data:`musrenbang_desktop.domain.uraian.JENIS_BELANJA` is offered"""
    dimensi: str = ""
    """its measures in words: ``100 x 2 x 0,15 m``"""
    swadaya_tenaga: str = ""
    """what the people bring in work, in ``swadaya_bahan`` in material; their money is a source of money"""
    swadaya_bahan: str = ""
    unsur_pengusul: str = ""
    """the part of society for which the pengusul stands"""
    harga_satuan: int | None = None
    """whole rupiah for one satuan; ``sumber_harga``: :data:`musrenbang_desktop.domain.uraian.SUMBER_HARGA`"""
    sumber_harga: str = ""
    status_lahan: str = ""
    """key of :data:`musrenbang_desktop.domain.uraian.STATUS_LAHAN`"""
    penerima_kk: int | None = None
    penerima_anak: int | None = None
    penerima_lansia: int | None = None
    sumber_dana: tuple[SumberDana, ...] = ()
    kesiapan: tuple[Kesiapan, ...] = ()
    peringatan: tuple[Peringatan, ...] = ()
    catatan: tuple[Catatan, ...] = ()
    tema_asal: tuple[str, ...] = ()
    tema_penerima: tuple[str, ...] = ()

    @property
    def asal_urut(self) -> str:
        """The origin within which it has its rank: stated, else ``RW 05``, else the dusun, else the pengusul."""
        return asal_dari(self.asal, self.rw, self.dusun, self.pengusul)

    @property
    def penerima(self) -> dict[str, int | None]:
        """All counts of beneficiaries; None is unknown."""
        return {name: getattr(self, name) for name in ("penerima_manfaat", *PENERIMA)}

    def __post_init__(self) -> None:
        filled = {name: value for name, value in zip(FIELDS, isian(self), strict=True) if value or value == 0}
        check_usulan(filled if self.judul else {"judul": "", **filled})


@dataclass(frozen=True, slots=True, kw_only=True)
class Usulan(UsulanBaru):
    """A recorded usulan. ``nomor`` runs within the forum and is printed as ``label``; it is never reused.

    ``gabung_ke`` is the id of the usulan that goes on for this one, ``beda_dengan`` the ids of those that look alike
    and were judged to be another; ``antardesa`` says what was noted about usulan of other villages. ``asal_usulan``
    names the usulan of an earlier year that it takes up again (its id, or ``2026/U-007`` where only the kabupaten's
    package knows it) and ``tahun_menunggu`` says for how many years it has waited; ``pisah_dari`` is the id of the
    usulan of which it was a part. Where it was taken over from a forum held before this one, ``asal_forum`` is that
    forum's id, ``asal_usulan`` the usulan there and ``asal_urutan`` its rank.
    """

    id: str
    forum: str
    nomor: int
    status: StatusUsulan = "aktif"
    alasan_batal: str = ""
    gabung_ke: str = ""
    beda_dengan: tuple[str, ...] = ()
    antardesa: tuple[Antardesa, ...] = ()
    asal_usulan: str = ""
    tahun_menunggu: int | None = None
    pisah_dari: str = ""
    asal_forum: str = ""
    asal_urutan: int | None = None

    def __post_init__(self) -> None:
        """What is recorded was checked when it was written; a newer laptop may know more words than this one."""

    @property
    def label(self) -> str:
        """The number read aloud in the hall: ``U-007``."""
        return f"U-{self.nomor:03d}"

    @property
    def tempat(self) -> str:
        """Place in one line: ``Krajan RT 02/RW 01, depan SDN 2``."""
        place = tempat_singkat(self.dusun, self.rt, self.rw)
        return f"{place}, {self.lokasi}" if place and self.lokasi else place or self.lokasi

    @property
    def kurang(self) -> tuple[str, ...]:
        """The fields that must still be filled before scoring."""
        return tuple(name for name in REQUIRED_TO_SCORE if not getattr(self, name))


def tempat_singkat(dusun: str, rt: str, rw: str) -> str:
    """``Krajan RT 02/RW 01``; parts that are unknown are left out."""
    rukun = f"RT {rt}/RW {rw}" if rt and rw else f"RT {rt}" if rt else f"RW {rw}" if rw else ""
    return f"{dusun} {rukun}" if dusun and rukun else dusun or rukun


def check_usulan(fields: dict[str, Any]) -> None:
    """Raise RuleBroken when a set of usulan fields (all or only the changed ones) breaks a rule."""
    if "judul" in fields and not str(fields["judul"] or "").strip():
        raise RuleBroken("judul", "kosong")
    for name, value in fields.items():
        if name in _COUNTS:
            _check_count(name, value, _COUNTS[name])
        elif name in _ROWS:
            _ROWS[name](value or ())
        elif name in _CHOICES:
            check_pilihan(name, str(value or ""), _CHOICES[name])
        elif isinstance(value, str) and len(value) > LONGEST_TEXT:
            raise RuleBroken(name, "terlalu_panjang")
    if fields.get("peringkat_asal") == 0:
        raise RuleBroken("peringkat_asal", "kurang_dari_satu")
    if "lintang" in fields or "bujur" in fields:
        check_koordinat(str(fields.get("lintang") or ""), str(fields.get("bujur") or ""))


_COUNTS = {
    **dict.fromkeys(("perkiraan_biaya", "harga_satuan", "penerima_manfaat", *PENERIMA), TERBESAR),
    "peringkat_asal": TERAKHIR,
}
_CHOICES = {
    "kewenangan": KEWENANGAN,
    "sumber_usulan": SUMBER_USULAN,
    "jenis_pengusul": JENIS_PENGUSUL,
    "pola_pelaksanaan": POLA,
    "status_lahan": STATUS_LAHAN,
    "sumber_harga": SUMBER_HARGA,
}
_ROWS: dict[str, Callable[[Any], None]] = {
    "sumber_dana": check_sumber_dana,
    "kesiapan": check_kesiapan,
    "peringatan": check_peringatan,
    "catatan": check_catatan,
    "tema_asal": partial(check_tema, "tema_asal"),
    "tema_penerima": partial(check_tema, "tema_penerima"),
}


def _check_count(name: str, value: object, most: int) -> None:
    if value is None:
        return
    if not isinstance(value, int) or isinstance(value, bool):
        raise RuleBroken(name, "bukan_angka")
    if value < 0:
        raise RuleBroken(name, "negatif")
    if value > most:
        raise RuleBroken(name, "terlalu_besar")
