"""Entering usulan in SIPD by hand: the order of its form, and how far the village has come.

SIPD offers a village no file to read usulan from, only its form; nothing here reaches the network. The order of the
columns is that of SIPD's own Excel list as the importer of Kabupaten Pacitan reads it (no regulation says it); whoever
reads such a file goes by the names of the columns, never by their places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.kesiapan import JAWAB, jawab_untuk
from musrenbang_desktop.domain.uraian import STATUS_LAHAN
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import volume_satuan

Keadaan = Literal["", "masuk", "ditolak"]
"""Waits, was entered, or was refused by SIPD."""

KOLOM = (
    "No", "ID Usulan", "Tanggal", "Pengusul", "Profil", "Usulan", "Masalah", "Alamat", "Kab", "Kec", "Kel", "Usulan Ke",
    "OPD Awal", "OPD Akhir", "Status", "Catatan", "Rek Mitra", "Rek Kel/Desa", "Rek Kec", "Rek SKPD", "Rek TAPD",
    "Volume", "Satuan", "Anggaran", "Jenis Belanja", "Sub Kegiatan",
)  # fmt: skip
"""SIPD's Excel list, column by column."""

FORMULIR = (
    "Tahun", "Kode Wilayah", "Koefisien", "Sumber Dana", "Bidang", "Latar Belakang", "Dasar Hukum", "Maksud", "Tujuan",
    "Status Lahan", "Sertifikat Lahan", "Rincian Teknis",
)  # fmt: skip
"""What the entry form asks for beside the columns of the list (the fields of SIPD's own records)."""

DIISI = (
    "Pengusul", "Profil", "Usulan", "Masalah", "Alamat", "Kab", "Kec", "Kel", "OPD Awal", "Rek Kel/Desa", "Volume",
    "Satuan", "Anggaran", "Sub Kegiatan", "Koefisien", "Sumber Dana", "Bidang", "Jenis Belanja", "Tahun",
    "Kode Wilayah", "Latar Belakang", "Dasar Hukum", "Maksud", "Tujuan", "Status Lahan", "Sertifikat Lahan",
    "Rincian Teknis",
)  # fmt: skip
"""What the village types or chooses in the form, in its order; the rest SIPD or another level fills."""


@dataclass(frozen=True, slots=True)
class Asal:
    """Where what stands in a column comes from, and what is done where nothing is recorded."""

    dari: str
    kosong: str


_SIPD = "diisi SIPD sendiri"
_LATER = "diisi di SIPD oleh"
_IN_USULAN = "belum dicatat; lengkapi di halaman Usulan"
_ASK_LAND = "belum tahu; tanyakan, lalu catat di Kesiapan usulan"

ASAL: Mapping[str, Asal] = {
    "No": Asal("urutan kesepakatan", ""),
    "ID Usulan": Asal("nomor dari SIPD, diketik sesudah disimpan di sana", "diberi SIPD sesudah disimpan"),
    "Tanggal": Asal("tanggal musyawarah", ""),
    "Pengusul": Asal("pengusul usulan, atau asalnya bila pengusul tidak dicatat", _IN_USULAN),
    "Profil": Asal("desa atau kelurahan forum ini", ""),
    "Usulan": Asal("nama usulan", ""),
    "Masalah": Asal("masalah usulan, atau latar belakangnya", _IN_USULAN),
    "Alamat": Asal("tempat usulan dan titik petanya, atau desa atau kelurahan bila tempatnya tidak dicatat", ""),
    "Kab": Asal("kabupaten atau kota forum ini", "belum dicatat; lengkapi di halaman Siapkan"),
    "Kec": Asal("kecamatan forum ini", "belum dicatat; lengkapi di halaman Siapkan"),
    "Kel": Asal("nama desa atau kelurahan", ""),
    "Usulan Ke": Asal(_SIPD, _SIPD),
    "OPD Awal": Asal(
        "perangkat daerah usulan", "pilih di SIPD; bila sudah tahu, catat sebagai perangkat daerah usulan"
    ),
    "OPD Akhir": Asal(f"{_LATER} mitra Bappeda", f"{_LATER} mitra Bappeda"),
    "Status": Asal("keadaan di antrean ini", ""),
    "Catatan": Asal("alasan SIPD menolak, bila ditolak", "tidak ada"),
    "Rek Mitra": Asal(f"{_LATER} mitra Bappeda", f"{_LATER} mitra Bappeda"),
    "Rek Kel/Desa": Asal("keputusan musyawarah ini", ""),
    "Rek Kec": Asal(f"{_LATER} kecamatan", f"{_LATER} kecamatan"),
    "Rek SKPD": Asal(f"{_LATER} perangkat daerah", f"{_LATER} perangkat daerah"),
    "Rek TAPD": Asal(f"{_LATER} TAPD", f"{_LATER} TAPD"),
    "Volume": Asal("volume usulan", _IN_USULAN),
    "Satuan": Asal("satuan usulan", _IN_USULAN),
    "Anggaran": Asal("perkiraan biaya usulan, angka saja", _IN_USULAN),
    "Jenis Belanja": Asal(
        "jenis belanja usulan", "pilih di SIPD, mengikuti kamus usulannya; bila sudah tahu, catat di usulan"
    ),
    "Sub Kegiatan": Asal("kode kegiatan usulan", "pilih di SIPD; bila sudah tahu kodenya, catat di usulan"),
    "Koefisien": Asal("volume dan satuan", _IN_USULAN),
    "Sumber Dana": Asal("sumber dana usulan", "pilih di SIPD; bila sudah disepakati, catat di usulan"),
    "Bidang": Asal("bidang usulan", "pilih di SIPD; bila sudah tahu, catat sebagai bidang usulan"),
    "Tahun": Asal("tahun yang direncanakan", ""),
    "Latar Belakang": Asal("latar belakang usulan, atau masalahnya", _IN_USULAN),
    "Dasar Hukum": Asal("dasar hukum usulan", "boleh kosong; bila SIPD memintanya, catat di usulan"),
    "Maksud": Asal("maksud usulan", "boleh kosong; bila SIPD memintanya, catat di usulan"),
    "Tujuan": Asal("tujuan usulan", "boleh kosong; bila SIPD memintanya, catat di usulan"),
    "Status Lahan": Asal("status lahan, atau jawaban kesiapan lahan", _ASK_LAND),
    "Sertifikat Lahan": Asal("jawaban kesiapan sertifikat", _ASK_LAND),
    "Rincian Teknis": Asal("jawaban kesiapan rincian teknis", _ASK_LAND),
    "Kode Wilayah": Asal("kode wilayah forum ini", "belum dicatat; lengkapi di halaman Siapkan"),
}
"""Every field of the list and of the form: nothing stays empty without a word."""

NAMA_KEADAAN = {"": "menunggu", "masuk": "sudah dimasukkan", "ditolak": "ditolak SIPD"}
TERPANJANG = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CatatanSipd:
    """How far one usulan has come. ``waktu`` is ISO 8601 with its zone, ``oleh`` who typed it into SIPD."""

    keadaan: Keadaan = ""
    sipd_id: str = ""
    oleh: str = ""
    waktu: str = ""
    alasan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisSipd:
    """One usulan of the queue: its place in the agreement and how far it has come."""

    urutan: int
    usulan: Usulan
    catatan: CatatanSipd


@dataclass(frozen=True, slots=True)
class RekapSipd:
    """The queue in numbers; nothing is lost and nothing counts twice while they add up."""

    semua: int
    masuk: int
    ditolak: int

    @property
    def menunggu(self) -> int:
        """How many are still to be entered."""
        return self.semua - self.masuk - self.ditolak


def rekap(rows: Sequence[BarisSipd]) -> RekapSipd:
    """Count the queue."""
    kinds = [row.catatan.keadaan for row in rows]
    return RekapSipd(len(kinds), kinds.count("masuk"), kinds.count("ditolak"))


def isian(forum: Forum, row: BarisSipd) -> dict[str, str]:
    """Every column and field of SIPD for one usulan as text; what is empty has its words in ASAL."""
    usulan, noted = row.usulan, row.catatan
    map_place = f" ({usulan.lintang}, {usulan.bujur})" if usulan.lintang and usulan.bujur else ""
    known = {
        "No": str(row.urutan),
        "ID Usulan": noted.sipd_id,
        "Tanggal": "-".join(reversed(forum.tanggal.split("-"))),
        "Pengusul": usulan.pengusul or usulan.asal_urut,
        "Profil": f"{forum.istilah.wilayah} {forum.desa}".strip(),
        "Usulan": usulan.judul,
        "Masalah": usulan.masalah or usulan.latar_belakang,
        "Alamat": f"{usulan.tempat or forum.sebutan}{map_place}".strip(),
        "Kab": forum.kabupaten,
        "Kec": forum.kecamatan,
        "Kel": forum.desa,
        "OPD Awal": usulan.perangkat_daerah,
        "Status": NAMA_KEADAAN[noted.keadaan],
        "Catatan": noted.alasan,
        "Rek Kel/Desa": f"Disepakati, prioritas {row.urutan}",
        "Volume": usulan.volume,
        "Satuan": usulan.satuan,
        "Anggaran": "" if usulan.perkiraan_biaya is None else str(usulan.perkiraan_biaya),
        "Sub Kegiatan": usulan.kode_kegiatan,
        "Koefisien": volume_satuan(usulan.volume, usulan.satuan),
        "Sumber Dana": ", ".join(dict.fromkeys(row.sumber for row in usulan.sumber_dana)),
        "Bidang": usulan.bidang,
        "Jenis Belanja": usulan.jenis_belanja,
        "Tahun": str(forum.tahun_rencana),
        "Latar Belakang": usulan.latar_belakang or usulan.masalah,
        "Dasar Hukum": usulan.dasar_hukum,
        "Maksud": usulan.maksud,
        "Tujuan": usulan.tujuan,
        "Status Lahan": STATUS_LAHAN.get(usulan.status_lahan, "") or _ready(usulan, "lahan"),
        "Sertifikat Lahan": _ready(usulan, "sertifikat"),
        "Rincian Teknis": _ready(usulan, "rincian_teknis"),
        "Kode Wilayah": forum.kode_wilayah,
    }
    return {name: " ".join(known.get(name, "").split()) for name in (*KOLOM, *FORMULIR)}


def _ready(usulan: Usulan, butir: str) -> str:
    """``ya (SHM 0123)`` or ``tidak``; nothing while nobody knows."""
    answer = jawab_untuk(usulan.kesiapan, butir)
    if answer.jawab == "belum_tahu":
        return ""
    return f"{JAWAB[answer.jawab]} ({answer.bukti})" if answer.bukti else JAWAB[answer.jawab]


def waktu_pendek(waktu: str) -> str:
    """``21-01-2026 09.02`` of an ISO hour; nothing of nothing."""
    day, _, hour = waktu.partition("T")
    return f"{'-'.join(reversed(day.split('-')))} {hour[:5].replace(':', '.')}".strip()


def check_catatan_sipd(catatan: CatatanSipd) -> None:
    """Raise RuleBroken("pengisi", "kosong") without a name, ("alasan_sipd", "kosong") for a refusal without its reason.

    A text that is too long raises (its field, "terlalu_panjang").
    """
    if catatan.keadaan and not catatan.oleh:
        raise RuleBroken("pengisi", "kosong")
    if catatan.keadaan == "ditolak" and not catatan.alasan:
        raise RuleBroken("alasan_sipd", "kosong")
    for name in ("sipd_id", "oleh", "alasan"):
        if len(getattr(catatan, name)) > TERPANJANG:
            raise RuleBroken(name, "terlalu_panjang")
