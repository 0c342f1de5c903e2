"""The fields that a template may name, each with its sentence for whoever writes a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from musrenbang_desktop.berita_acara.word.forms import Bentuk
from musrenbang_desktop.domain.bentuk_cetak import KOLOM_CETAK
from musrenbang_desktop.domain.profile import ISIAN, KOLOM, Peran


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A field with parts: ``{{ ttd.kepala.nama }}``."""

    tentang: str
    isi: Mapping[str, Isian]


@dataclass(frozen=True, slots=True)
class Daftar:
    """A field with rows: ``{%tr for u in prioritas %} ... {%tr endfor %}``."""

    tentang: str
    isi: Mapping[str, Isian]


Isian = str | Kelompok | Daftar
"""A field: the sentence that says what it holds, or a field with parts or rows."""

_WORDS = {
    "wilayah": "Desa Sukamaju",
    "desa": "nama desa saja",
    "kecamatan": "Kecamatan Kaliwungu",
    "kabupaten": "nama kabupaten atau kota",
    "provinsi": "nama provinsi",
    "kepala": "sebutan kepala desa atau lurah",
    "camat": "sebutan camat",
    "dusun": "sebutan dusun di desa ini",
    "musyawarah": "sebutan pendek musyawarah ini",
    "musyawarah_lengkap": "sebutan lengkap musyawarah ini",
    "rkpd": "kata RKPD dan kabupatennya, bila musyawarah ini bagian dari RKPD",
    "lanjutan": "musyawarah berikutnya yang menerima hasilnya",
    "dana": "Dana Desa, atau dana kelurahan",
    "tahun_pelaksanaan": "tahun musyawarah",
    "tahun_rencana": "tahun yang direncanakan",
    "tanggal_huruf": "hari dan tanggal dengan huruf",
    "tanggal": "21 Januari 2026",
    "tempat": "tempat musyawarah",
    "nomor": "nomor berita acara",
}

_LINE = {
    "bentuk": "alinea, butir, fakta, judul, tengah, atau catatan",
    "label": "nomor butir atau nama keterangan",
    "teks": "kalimatnya",
    "dalam": "ya bila di bawah butir sebelumnya",
}
_PERSON = {
    "nama": "nama dan gelar, atau titik-titik",
    "nip": "NIP dengan kata NIP di depannya, kosong bila tidak ada",
    "jabatan": "jabatan",
    "sebutan": "jabatan seperti di atas tanda tangan",
    "pengantar": "Mengetahui, atau kosong",
}
_COST = {"nomor": "nomor urut", "bidang": "bidang", "usulan": "banyak usulan", "biaya": "jumlah perkiraan biaya"}


def _columns(name: str) -> dict[str, str]:
    return {key: f"kolom {key.replace('_', ' ')}" for key in sorted(KOLOM[name])}


def _cells(name: str) -> dict[str, str]:
    return {key: f"kolom {key.replace('_', ' ')}" for key in sorted(KOLOM_CETAK[name])}


ISI_TEMPLAT: Mapping[str, Isian] = {
    **{name: _WORDS.get(name, name.replace("_", " ")) for name in sorted(ISIAN)},
    "cap": "DRAF atau LATIHAN selama hasil belum ditutup; sesudahnya kosong",
    "judul": "judul berita acara",
    "rujukan": "nama berita acara dalam satu kalimat",
    "judul_wakil": "judul lembar wakil peserta",
    "hari_tanggal": "Rabu, 21 Januari 2026",
    "waktu": "jam mulai dan selesai",
    "jumlah_peserta": "banyak peserta, laki-laki dan perempuan",
    "kuorum": "kalimat kuorum, kosong bila belum dibuka",
    "sebelumnya": "musyawarah sebelum ini",
    "surat_keputusan": "nomor dan tanggal SK tim",
    "kaki": "keterangan forum untuk kaki halaman",
    "segel": "kode segel dan keterangannya, kosong bila belum disegel",
    "kop": Kelompok(
        "kepala surat",
        {
            "pemerintah": "PEMERINTAH KABUPATEN ...",
            "kecamatan": "KECAMATAN ...",
            "wilayah": "DESA ...",
            "alamat": "alamat kantor",
            "kontak": "surel dan situs",
        },
    ),
    "naskah_awal": Daftar("kalimat sebelum keputusan, baris demi baris", _LINE),
    "klausul": Daftar(
        "keputusan bernomor",
        {"nomor": "KESATU atau 1.", "titik_dua": "tanda : bila nomornya kata", "teks": "bunyinya"},
    ),
    "naskah_akhir": Daftar("kalimat sesudah keputusan", _LINE),
    "dasar_hukum": Daftar("rujukan yang sudah dicocokkan", {"nomor": "nomor urut", "teks": "rujukannya"}),
    "ttd": Kelompok(
        "yang menandatangani", {peran: Kelompok(peran.replace("_", " "), _PERSON) for peran in get_args(Peran)}
    ),
    "ttd_lampiran": Kelompok(
        "yang menandatangani lampiran", {peran: Kelompok(peran.replace("_", " "), _PERSON) for peran in get_args(Peran)}
    ),
    "wakil": Daftar("wakil peserta yang menandatangani, dengan baris kosongnya", _columns("wakil")),
    "tim": Daftar("fasilitator, penjaga waktu, SK tim", {"nama": "sebutannya", "teks": "orangnya"}),
    "saksi": Daftar("saksi", {"nomor": "nomor urut", "nama": "nama", "jabatan": "jabatan"}),
    "tembusan": Daftar("penerima tembusan", {"nomor": "nomor urut", "teks": "namanya"}),
    "hadir": Daftar("peserta yang hadir, dengan baris kosong di ujungnya", _columns("daftar_hadir")),
    "hadir_unsur": Daftar(
        "banyak orang tiap unsur",
        {"nomor": "nomor urut", "unsur": "unsur", "diundang": "diundang", "hadir": "hadir"},
    ),
    "jumlah_unsur": Kelompok("jumlah semua unsur", {"diundang": "diundang", "hadir": "hadir"}),
    "prioritas": Daftar("usulan yang disepakati, berurutan", _columns("prioritas")),
    "kelompok_prioritas": Daftar(
        "usulan yang disepakati menurut tujuannya",
        {
            "judul": "nama kelompok, kosong bila hanya satu kelompok",
            "usulan": Daftar("usulan kelompok ini", _columns("prioritas")),
            "jumlah": "Jumlah A (n usulan)",
            "biaya": "jumlah perkiraan biaya kelompok ini",
        },
    ),
    "jumlah_prioritas": Kelompok("jumlah semua prioritas", {"teks": "Jumlah (n usulan)", "biaya": "jumlah biaya"}),
    "biaya_prioritas": Daftar("biaya prioritas tiap bidang", _COST),
    "catatan_prioritas": Daftar("catatan di bawah daftar prioritas", {"teks": "kalimatnya"}),
    "belum_disepakati": Daftar("usulan yang belum disepakati", _columns("belum_disepakati")),
    "jumlah_belum": Kelompok("jumlah yang belum disepakati", {"teks": "Jumlah (n usulan)", "biaya": "jumlah biaya"}),
    "biaya_belum": Daftar("biaya yang belum disepakati tiap bidang", _COST),
    "catatan_belum": Daftar("catatan di bawah daftar itu", {"teks": "kalimatnya"}),
    "kelompok": Daftar(
        "hasil kelompok diskusi",
        {
            "nama": "nama kelompok",
            "usulan": Daftar("usulan menurut urutan kelompok ini", _columns("kelompok")),
            "kosong": "NIHIL bila kelompok ini tidak menyusun urutan",
            "rangkuman": Daftar("rangkuman kelompok", {"teks": "kalimatnya"}),
        },
    ),
    "delegasi": Daftar("delegasi dan cadangannya", _columns("delegasi")),
    "alasan_delegasi": "kalimat bila susunan delegasi tidak memenuhi aturan",
    "judul_delegasi": "judul daftar delegasi",
    "judul_hadir": "judul Lampiran I",
    "judul_prioritas": "judul Lampiran II",
    "judul_belum": "judul Lampiran III",
    "judul_kelompok": "judul Lampiran IV",
    "bagian": Kelompok(
        "judul bagian notulen",
        {"acara": "bagian A", "pembicaraan": "bagian B", "usulan": "bagian C", "putusan": "bagian D"},
    ),
    "acara": Daftar("susunan acara", _cells("notulen.acara")),
    "pembicaraan": Daftar(
        "yang dibicarakan, acara demi acara",
        {
            "acara": "nama acaranya, kosong bila tidak dicatat",
            "ucapan": Daftar("yang disampaikan dalam acara ini", _cells("notulen.pembicaraan")),
        },
    ),
    "pendapat": Daftar("pendapat tentang usulan", _cells("notulen.usulan")),
    "putusan": Daftar("putusan musyawarah menurut notulen", {"nomor": "nomor urut", "teks": "bunyinya"}),
    "judul_perubahan": "judul halaman perubahan, kosong bila versi pertama",
    "versi": Daftar("kalimat tentang versi ini, tidak ada bila versi pertama", {"teks": "kalimatnya"}),
    "perubahan": Daftar(
        "yang berbeda dari versi sebelumnya",
        {"label": "nomor usulan", "judul": "usulan", "hal": "yang berubah", "dulu": "sebelumnya", "kini": "sekarang"},
    ),
    "tambahan": Daftar(
        "tambahan sesudah hasil disegel",
        {"nomor": "nomor urut", "teks": "isinya", "oleh": "diminta oleh", "alasan": "alasannya", "kode": "kode segel"},
    ),
}
"""Every field that a template may name."""

_Wajib = tuple[str, tuple[str, ...]]

_CAP: _Wajib = ("cap DRAF atau LATIHAN, supaya kertas latihan tidak disangka sah", ("cap",))
_HARI: _Wajib = ("hari dan tanggal musyawarah", ("tanggal", "tanggal_huruf", "hari_tanggal", "naskah_awal"))
_TEMPAT: _Wajib = ("tempat musyawarah", ("tempat", "naskah_awal"))
_NOMOR: _Wajib = ("nomor berita acara", ("nomor",))
_PESERTA: _Wajib = ("banyak peserta", ("jumlah_peserta", "naskah_awal", "hadir"))
_TTD: _Wajib = ("nama yang menandatangani", ("ttd",))
_ISI: _Wajib = ("isi berita acara", ("naskah_awal",))
_DAFTAR: tuple[_Wajib, ...] = (
    ("daftar prioritas", ("prioritas", "kelompok_prioritas")),
    ("daftar usulan yang belum disepakati", ("belum_disepakati",)),
)

WAJIB: Mapping[Bentuk, tuple[_Wajib, ...]] = {
    "lengkap": (_CAP, _NOMOR, _HARI, _TEMPAT, _PESERTA, ("isi kesepakatan", ("klausul",)), *_DAFTAR, _TTD),
    "musdus": (_CAP, _NOMOR, _ISI, *_DAFTAR, _TTD),
    "penundaan": (_CAP, _ISI, _TTD),
    "tanpa_kuorum": (_CAP, _ISI, _TTD),
    "notulen": (
        _CAP, _HARI, _TEMPAT, ("yang dibicarakan", ("pembicaraan",)), ("putusan musyawarah", ("putusan",)), _TTD
    ),
}  # fmt: skip
"""What no paper of a form may lack: its name for the operator, and the fields of which one must stand in a template."""
