"""The words of a list of differences: what each part, each fact and each value is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from musrenbang_desktop.domain.rkp import POLA
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.silsilah import JAWABAN_PRA
from musrenbang_desktop.domain.tanggal import format_tanggal

#: Field of the content -> the part of the paper that prints it; the rest stands in the berita acara itself.
BAGIAN: Mapping[str, str] = {
    "": "Berita acara",
    "hitungan": "Jumlah peserta",
    "hadir": "Daftar hadir",
    "wakil": "Wakil peserta",
    "kop": "Kop surat",
    "delegasi": "Delegasi",
    "alasan_delegasi": "Delegasi",
    "putusan": "Pengambilan keputusan",
    "pembukaan": "Kuorum",
    "kelompok": "Hasil kelompok",
    "aturan": "Aturan prioritas",
}

#: ``Class.field`` or ``field`` -> what it is called in a list of differences.
_HAL: Mapping[str, str] = {
    "BarisHadir.lembaga": "Lembaga atau unsur",
    "BarisHadir.alamat": "Alamat",
    "BarisHadir.jam": "Jam hadir",
    "BarisHadir.nama": "Nama",
    "BarisHadir.peran": "Delegasi atau cadangan",
    "BarisKelompok.urutan": "Urutan",
    "BarisPrioritas.penerima": "Penerima manfaat",
    "BarisPrioritas.sisipan": "Catatan dan risiko",
    "BarisBelum.sisipan": "Catatan dan risiko",
    "Forum.alamat": "Alamat tempat acara",
    "Forum.agenda": "Susunan acara",
    "Forum.jenis": "Desa atau kelurahan",
    "Forum.kepala": "Kepala",
    "Forum.materi": "Materi yang dibahas",
    "Forum.nomor_ba": "Nomor berita acara",
    "Forum.profil": "Bentuk berita acara",
    "Forum.tempat": "Tempat acara",
    "Forum.zona": "Waktu setempat",
    "HasilKelompok.baris": "Usulan kelompok",
    "HasilKelompok.keterangan": "Anggota kelompok",
    "HitunganHadir.diundang": "Diundang",
    "HitunganHadir.hadir": "Hadir",
    "HitunganHadir.hadir_undangan": "Undangan yang hadir",
    "HitunganHadir.laki": "Laki-laki",
    "HitunganHadir.per_unsur": "Unsur",
    "HitunganHadir.perempuan": "Perempuan",
    "HitunganHadir.tanpa_jk": "Jenis kelamin belum dicatat",
    "HitunganHadir.wakil": "Diwakili",
    "IsiBeritaAcara.aturan": "Aturan",
    "IsiBeritaAcara.bagian": "Syarat kuorum",
    "IsiBeritaAcara.delegasi": "Delegasi",
    "IsiBeritaAcara.hadir": "Peserta",
    "IsiBeritaAcara.kelompok": "Kelompok",
    "IsiBeritaAcara.ketua_lpm": "Ketua LPM",
    "IsiBeritaAcara.musyawarah": "Musyawarah sebelumnya",
    "IsiBeritaAcara.wakil": "Wakil peserta",
    "Kop.alamat": "Alamat kantor",
    "Kop.situs": "Situs",
    "Kop.surel": "Surel",
    "Pembukaan.alasan": "Alasan dibuka",
    "Pembukaan.bagian": "Syarat kuorum",
    "Pembukaan.diundang": "Diundang",
    "Pembukaan.hadir": "Hadir saat dibuka",
    "Pembukaan.jam": "Jam dibuka",
    "Pembukaan.kedua": "Pertemuan kedua",
    "Pembukaan.kurang": "Yang belum terwakili",
    "Pembukaan.perlu": "Yang diperlukan",
    "Pembukaan.wakil": "Diwakili",
    "Putusan.abstain": "Abstain",
    "Putusan.cara": "Cara memutuskan",
    "Putusan.setuju": "Setuju",
    "Putusan.tidak_setuju": "Tidak setuju",
    "Risalah.putusan": "Putusan",
    "alasan": "Alasan",
    "alasan_delegasi": "Alasan susunan delegasi",
    "alasan_lompat": "Alasan didahulukan",
    "alasan_pindah": "Pemindahan urutan",
    "cakupan": "Cakupan",
    "fasilitator": "Fasilitator",
    "jabatan": "Jabatan",
    "jam_mulai": "Jam mulai",
    "jam_selesai": "Jam selesai",
    "lokasi": "Lokasi",
    "nip": "NIP",
    "nomor_sk": "Nomor SK tim",
    "notulis_kedua": "Notulis kedua",
    "pelaksana": "Pelaksana kegiatan",
    "pemateri": "Pemateri",
    "penerima_l": "Penerima laki-laki",
    "penerima_p": "Penerima perempuan",
    "penerima_kk": "Penerima KK",
    "penerima_rtm": "Penerima RTM",
    "permasalahan": "Masalah",
    "pimpinan": "Pimpinan musyawarah",
    "pola_pelaksanaan": "Pola pelaksanaan",
    "ragam": "Sebutan setempat",
    "rangkuman": "Rangkuman",
    "sdgs": "SDGs Desa ke-",
    "sebutan_dusun": "Sebutan dusun",
    "sumber_dana": "Sumber pembiayaan",
    "tahun_pelaksanaan": "Tahun musyawarah",
    "tanggal_sk": "Tanggal SK tim",
    "pra": "Musyawarah sebelumnya menurut keterangan",
    "pra_luar": "Musyawarah sebelumnya di luar catatan",
    "tanpa_pra": "Tanpa musyawarah sebelumnya karena",
    "usia": "Usia",
    "usulan": "Nama usulan",
    "waktu_pelaksanaan": "Waktu pelaksanaan",
}

#: What a recorded key is called.
_KATA: Mapping[str, Mapping[str, str]] = {
    "keluaran": {
        "ke_kecamatan": "ke kecamatan", "dana_desa": "dana sendiri", "belum_disepakati": "belum disepakati",
    },
    "jenis_kelamin": {"L": "laki-laki", "P": "perempuan"},
    "cara": {"mufakat": "musyawarah mufakat", "aklamasi": "aklamasi", "suara": "pemungutan suara"},
    "bagian": {"2/3": "dua pertiga", "1/2+1": "setengah ditambah satu", "tidak": "tanpa kuorum"},
    "tingkat": {"utama": "Musrenbang", "dusun": "musyawarah dusun", "rembug": "rembug warga", "pra": "pra-musrenbang"},
    "pola_pelaksanaan": POLA,
    "pra": JAWABAN_PRA,
}  # fmt: skip
_DATES = frozenset({"tanggal", "tanggal_sk"})
_PARTS = re.compile(r"_+")


def nama_hal(owner: object, field: str) -> str:
    """What a field is called; one without words here by its own name (``perangkat_daerah``: Perangkat daerah)."""
    known = _HAL.get(f"{type(owner).__name__}.{field}") or _HAL.get(field)
    return known or _PARTS.sub(" ", field).strip().capitalize()


def kata(field: str, value: Any) -> str:
    """A value as it is read; a dash for what is unknown."""
    if value is None or value == "":
        return "-"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, bytes):
        return f"gambar, {len(value)} bita" if value else "-"
    if isinstance(value, tuple):
        return "; ".join(map(str, value)) or "-"
    if field == "perkiraan_biaya":
        return format_rupiah(int(value))
    if field in _DATES:
        return format_tanggal(str(value))
    return _KATA.get(field, {}).get(str(value), str(value))
