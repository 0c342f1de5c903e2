"""The forum of the invented village: its facts, and which offices speak, lead and witness."""

from __future__ import annotations

PAGU = 350_000_000

FAKTA: dict[str, str | int | bool] = {
    "jenis": "desa",
    "desa": "Sukamaju",
    "kecamatan": "Contoh",
    "kabupaten": "Contoh",
    "provinsi": "Contoh",
    "kode_wilayah": "00.00.00.2001",
    "tahun_pelaksanaan": 2026,
    "tahun_rencana": 2027,
    "tanggal": "2026-01-21",
    "jam_mulai": "09.00",
    "jam_selesai": "12.15",
    "zona": "WIB",
    "tempat": "Balai Desa Sukamaju",
    "alamat": "Jalan Balai Desa Nomor 1, Dusun Krajan",
    "nomor_ba": "050/01/2001/2026",
    "profil": "rkpd-86",
    "latihan": False,
    "pagu": PAGU,
    "nomor_sk": "188/07/2001/2025",
    "tanggal_sk": "2025-12-15",
    "pra": "luar",
    "pra_luar": "Musyawarah dusun di lima dusun, 5 sampai 9 Januari 2026",
}

Jabatan = tuple[str, str]
"""An office, and whom it stands for."""

PEMERINTAH = "Pemerintah Desa Sukamaju"

SATU_ORANG: dict[str, Jabatan] = {
    "pimpinan": ("Ketua LPM", "LPM Desa Sukamaju"),
    "notulis": ("Kaur Perencanaan", PEMERINTAH),
    "kepala": ("Kepala Desa", PEMERINTAH),
    "penjaga_waktu": ("Sekretaris Karang Taruna", "Karang Taruna"),
}

BEBERAPA_ORANG: dict[str, tuple[Jabatan, ...]] = {
    "sambutan": (
        ("Kepala Desa", PEMERINTAH),
        ("Ketua BPD", "BPD Desa Sukamaju"),
        ("Camat Contoh", "Kecamatan Contoh"),
    ),
    "pemateri": (
        ("Kasi Pemberdayaan Masyarakat dan Desa", "Kecamatan Contoh"),
        ("Bidan Desa", "Puskesmas Contoh"),
    ),
    "fasilitator": (
        ("Pendamping Lokal Desa", "Pendamping Desa"),
        ("Sekretaris LPM", "LPM Desa Sukamaju"),
    ),
    "saksi": (
        ("Ketua TP PKK", "PKK Desa Sukamaju"),
        ("Sesepuh dusun", "Tokoh masyarakat"),
    ),
}

TARGET_UNSUR: dict[str, int] = {
    "RT": 15,
    "RW": 5,
    "PKK": 3,
    "BPD": 4,
    "LPM": 2,
    "Karang Taruna": 2,
    "Kelompok Tani": 3,
    "Penyandang Disabilitas": 2,
    "Lansia": 1,
    "Pemerhati Anak": 1,
}
"""How many are to come of each."""
