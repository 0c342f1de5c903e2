"""Everything that a berita acara prints: plain recorded values. No clock, no store, no reportlab."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from musrenbang_desktop.berita_acara.hitungan import LembarHitung
from musrenbang_desktop.berita_acara.isi_daftar import DaftarAsal, PaguIndikatif
from musrenbang_desktop.berita_acara.isi_risalah import HasilKelompok, Risalah
from musrenbang_desktop.berita_acara.isi_segel import LembarSegel
from musrenbang_desktop.berita_acara.isi_sehari import KOSONG, IsiSehari
from musrenbang_desktop.berita_acara.isi_suara import KertasSuara
from musrenbang_desktop.berita_acara.sisipan import sisipan
from musrenbang_desktop.domain.buku import BUKU_KOSONG, IsiBuku
from musrenbang_desktop.domain.forum import Forum, Pejabat
from musrenbang_desktop.domain.gambaran import Gambaran, HitunganJawaban
from musrenbang_desktop.domain.jalannya import Jalannya
from musrenbang_desktop.domain.kehadiran import Pembukaan, Penundaan
from musrenbang_desktop.domain.kesepakatan import Butir, Keluaran, Perpindahan, Putusan
from musrenbang_desktop.domain.keterwakilan import Keterwakilan
from musrenbang_desktop.domain.kuorum import Bagian
from musrenbang_desktop.domain.peserta import HitunganHadir, Peserta
from musrenbang_desktop.domain.rkp import RENCANA
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.surat import JenisSurat, Surat
from musrenbang_desktop.domain.uraian import CETAK, teks_uraian
from musrenbang_desktop.domain.usulan import Usulan, tempat_singkat

NOBODY = Pejabat("")

TandaAir = Literal["", "DRAF", "LATIHAN"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """What the letterhead adds to the names of the forum. ``logo`` is a PNG or JPEG as bytes, or nothing."""

    alamat: str = ""
    kode_pos: str = ""
    surel: str = ""
    situs: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisHadir:
    """One person on the attendance list, or one who signs for the participants."""

    nomor: int
    nama: str
    jenis_kelamin: str = ""
    usia: int | None = None
    lembaga: str = ""
    jabatan: str = ""
    alamat: str = ""
    jam: str = ""
    peran: str = ""
    """of a delegate: *delegasi* or *cadangan*"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUndangan:
    """One invited person: a letter, and a line of the lists. ``nomor`` is the number of the peserta, never another's.

    ``kode`` is what the QR holds. ``tanggal_terima`` (as printed), ``penerima`` and ``keterangan`` stay empty until the
    letter was handed over.
    """

    nomor: int
    nama: str
    kode: str = ""
    lembaga: str = ""
    alamat: str = ""
    tanggal_terima: str = ""
    penerima: str = ""
    keterangan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisPrioritas:
    """One agreed usulan. ``nomor`` is its place, ``label`` its number in the hall (``U-007``)."""

    nomor: int
    label: str
    usulan: str
    keluaran: Keluaran = "ke_kecamatan"
    bidang: str = ""
    permasalahan: str = ""
    lokasi: str = ""
    volume: str = ""
    satuan: str = ""
    perkiraan_biaya: int | None = None
    perangkat_daerah: str = ""
    pengusul: str = ""
    nilai: str = ""
    peringkat: str = ""
    alasan_pindah: str = ""
    """why it left the place of its score, who asked for it, how many agreed"""
    alasan_lompat: str = ""
    """why it goes before a higher priority of its own origin"""
    sisipan: tuple[str, ...] = ()
    """the lines below it: risk, and what was said in the hall"""
    sumber_dana: str = ""
    penerima: str = ""
    penerima_l: int | None = None
    penerima_p: int | None = None
    penerima_rtm: int | None = None
    sdgs: str = ""
    data_eksisting: str = ""
    target_capaian: str = ""
    waktu_pelaksanaan: str = ""
    pola_pelaksanaan: str = ""
    """key of the way in which it is carried out"""
    pelaksana: str = ""
    tujuan: str = ""
    """this and what follows: as printed (:data:`musrenbang_desktop.domain.uraian.CETAK`)"""
    latar_belakang: str = ""
    penyebab: str = ""
    akibat: str = ""
    potensi: str = ""
    maksud: str = ""
    dasar_hukum: str = ""
    jenis_belanja: str = ""
    dimensi: str = ""
    swadaya_tenaga: str = ""
    swadaya_bahan: str = ""
    unsur_pengusul: str = ""
    harga_satuan: str = ""
    sumber_harga: str = ""
    status_lahan: str = ""
    penerima_kk: str = ""
    penerima_anak: str = ""
    penerima_lansia: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisBelum:
    """One usulan that was not agreed, with the reason."""

    nomor: int
    label: str
    kegiatan: str
    alasan: str
    bidang: str = ""
    permasalahan: str = ""
    lokasi: str = ""
    volume: str = ""
    satuan: str = ""
    perkiraan_biaya: int | None = None
    perangkat_daerah: str = ""
    sisipan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SegelCetak:
    """What a sealed forum prints: the spoken code, the seal's id, the tag of the laptop, the text of the QR."""

    kode: str
    id: str
    laptop: str
    usulan: int
    qr: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiBeritaAcara:
    """One berita acara. The same value always prints the same bytes.

    ``cetak_ulang`` counts the reprints (0 is the first print). ``jejak`` is the short hash of the journal at closing,
    printed in the foot with ``kode_forum``.
    """

    forum: Forum
    hitungan: HitunganHadir
    hadir: tuple[BarisHadir, ...] = ()
    wakil: tuple[BarisHadir, ...] = ()
    prioritas: tuple[BarisPrioritas, ...] = ()
    belum_disepakati: tuple[BarisBelum, ...] = ()
    undangan: tuple[BarisUndangan, ...] = ()
    kop: Kop = Kop()
    cetak_ulang: int = 0
    tanda_air: TandaAir = ""
    kode_forum: str = ""
    jejak: str = ""
    tanpa_kode: bool = False
    """drawn as before pages had a code: to compare a copy of a paper that was saved then"""
    segel: SegelCetak | None = None
    lembar_segel: LembarSegel | None = None
    """who signed beside the laptop, and what was added after the seal"""
    musyawarah: tuple[str, ...] = ()
    """the forums that were held before this one"""
    terundang: tuple[BarisHadir, ...] = ()
    """everybody invited, in the order of the sheets at the door"""
    id_terundang: tuple[str, ...] = ()
    """the ids of those in ``terundang``: with them the lines that were drawn are typed in again"""
    keterwakilan: Keterwakilan | None = None
    pembukaan: Pembukaan | None = None
    penundaan: tuple[Penundaan, ...] = ()
    bagian: Bagian | None = None
    """the share of the invited that this forum asks for; None for that of the profile"""
    delegasi: tuple[BarisHadir, ...] = ()
    alasan_delegasi: str = ""
    ketua_lpm: Pejabat = NOBODY
    """who leads the LPM of a kelurahan, where one such person was invited"""
    gambaran: Gambaran | None = None
    """the figures of the page for the participants"""
    jawaban_lalu: HitunganJawaban | None = None
    lembar_hitung: LembarHitung | None = None
    aturan: tuple[str, ...] = ()
    """the locked versions of the rules, one line each"""
    kertas_suara: KertasSuara | None = None
    putusan: Putusan | None = None
    """how the hall decided"""
    risalah: Risalah | None = None
    """what was said and decided"""
    kelompok: tuple[HasilKelompok, ...] = ()
    asal: tuple[DaftarAsal, ...] = ()
    """all usulan by RW, dusun or group"""
    pagu_indikatif: PaguIndikatif | None = None
    buku: IsiBuku = BUKU_KOSONG
    """the lines of the statutory books"""
    jalannya: Jalannya | None = None
    """the clock and the turns to speak, as far as they have ended"""
    lahir: Mapping[str, str] = field(default_factory=dict)
    """place and date of birth by ``domain.tim.nama_kunci``; only the annex of the decree of the team shows them"""
    surat: Mapping[JenisSurat, Surat] = field(default_factory=dict)
    """numbers and days of the letters about the result, as typed"""
    sehari: IsiSehari = KOSONG
    """slips, verification, answers, versions"""


def baris_hadir(peserta: Peserta, nomor: int) -> BarisHadir:
    """The line of a recorded participant."""
    lembaga = peserta.unsur
    if peserta.wakil_dari:
        lembaga = f"{lembaga}\nmewakili {peserta.wakil_dari}".strip()
    return BarisHadir(
        nomor=nomor,
        nama=peserta.nama,
        jenis_kelamin=peserta.jenis_kelamin,
        usia=peserta.usia,
        lembaga=lembaga,
        jabatan=peserta.jabatan,
        alamat=tempat_singkat(peserta.dusun, peserta.rt, peserta.rw),
        jam=peserta.hadir,
    )


def baris_terundang(peserta: Peserta, nomor: int, peran: str = "") -> BarisHadir:
    """The line of a person on a sheet at the door or among the delegates: office and unsur in one cell."""
    return BarisHadir(
        nomor=nomor,
        nama=peserta.nama,
        jenis_kelamin=peserta.jenis_kelamin,
        usia=peserta.usia,
        lembaga=_jabatan_unsur(peserta),
        jabatan=peserta.jabatan,
        alamat=tempat_singkat(peserta.dusun, peserta.rt, peserta.rw),
        peran=peran,
    )


def _jabatan_unsur(peserta: Peserta) -> str:
    """``Kepala Desa, Pemerintah Desa``; ``Ketua BPD`` alone, whose office names the unsur already."""
    office, unsur = peserta.jabatan, peserta.unsur
    named = f" {unsur} ".casefold() in f" {office} ".casefold()
    return office if named else ", ".join(filter(None, (office, unsur)))


def baris_undangan(peserta: Peserta, kode: str) -> BarisUndangan:
    """The letter of an invited person."""
    given = peserta.undangan == "diserahkan"
    return BarisUndangan(
        nomor=peserta.nomor,
        nama=peserta.nama,
        kode=kode,
        lembaga=_jabatan_unsur(peserta),
        alamat=tempat_singkat(peserta.dusun, peserta.rt, peserta.rw),
        tanggal_terima=_pendek(peserta.tanggal_serah) if given else "",
        penerima=", ".join(filter(None, (peserta.penerima, peserta.cara_serah))) if given else "",
    )


def _pendek(iso: str) -> str:
    """``18-01-2026``."""
    return "-".join(reversed(iso.split("-")))


def baris_prioritas(
    usulan: Usulan,
    butir: Butir,
    nomor: int,
    nilai: str = "",
    peringkat: str = "",
    pindah: Perpindahan | None = None,
) -> BarisPrioritas:
    """The line of an agreed usulan; ``nilai`` and ``peringkat`` as the ranking wrote them, ``pindah`` its last move."""
    return BarisPrioritas(
        nomor=nomor,
        label=usulan.label,
        usulan=usulan.judul,
        keluaran=butir.keluaran,
        bidang=usulan.bidang,
        permasalahan=usulan.masalah,
        lokasi=usulan.tempat,
        volume=usulan.volume,
        satuan=usulan.satuan,
        perkiraan_biaya=usulan.perkiraan_biaya,
        perangkat_daerah=usulan.perangkat_daerah,
        pengusul=usulan.pengusul,
        nilai=nilai,
        peringkat=peringkat,
        alasan_pindah=teks_pindah(pindah) if pindah else butir.alasan_pindah,
        alasan_lompat=butir.alasan_lompat,
        sisipan=sisipan(usulan),
        sumber_dana=teks_sumber(usulan.sumber_dana),
        penerima=_penerima(usulan),
        **{name: getattr(usulan, name) for name in ("penerima_l", "penerima_p", "penerima_rtm", *RENCANA)},
        **_uraian(usulan),
    )


def _uraian(usulan: Usulan) -> dict[str, Any]:
    return {name: teks_uraian(name, getattr(usulan, name)) for name in CETAK}


def teks_sumber(rows: Sequence[SumberDana]) -> str:
    """``Dana Desa``, or each source on a line with its amount where several pay."""
    if len(rows) == 1:
        return rows[0].sumber
    return "\n".join(f"{row.sumber} {'' if row.jumlah is None else format_rupiah(row.jumlah)}".strip() for row in rows)


def _penerima(usulan: Usulan) -> str:
    """``120 jiwa``, and below it ``L 55, P 65, RTM 14``; what is unknown is left out."""
    total = f"{usulan.penerima_manfaat:,} jiwa".replace(",", ".") if usulan.penerima_manfaat is not None else ""
    groups = (("L", usulan.penerima_l), ("P", usulan.penerima_p), ("RTM", usulan.penerima_rtm))
    parts = ", ".join(f"{name} {count}" for name, count in groups if count is not None)
    return "\n".join(filter(None, (total, parts)))


def teks_pindah(pindah: Perpindahan) -> str:
    """``darurat (diminta BPD, disetujui 61 orang)``."""
    return f"{pindah.alasan} (diminta {pindah.oleh}, disetujui {pindah.setuju} orang)"


def baris_belum(usulan: Usulan, butir: Butir, nomor: int) -> BarisBelum:
    """The line of an usulan that was not agreed."""
    return BarisBelum(
        nomor=nomor,
        label=usulan.label,
        kegiatan=usulan.judul,
        alasan=butir.alasan,
        bidang=usulan.bidang,
        permasalahan=usulan.masalah,
        lokasi=usulan.tempat,
        volume=usulan.volume,
        satuan=usulan.satuan,
        perkiraan_biaya=usulan.perkiraan_biaya,
        perangkat_daerah=usulan.perangkat_daerah,
        sisipan=sisipan(usulan),
    )
