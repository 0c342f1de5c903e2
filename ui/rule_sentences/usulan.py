"""Usulan: their fields, merging and splitting, remarks, lists from a file, what was left at another forum."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("judul", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu apa yang diusulkan."),
    ("alasan_batal", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya, karena usulan tidak pernah dihapus."),
    ("perkiraan_biaya", "bukan_angka"): QT_TRANSLATE_NOOP(
        "Sentences", "Biaya ini belum terbaca. Contoh: 125.000.000, 125 jt, atau 1,2 M (miliar)."
    ),
    ("volume", "bukan_angka"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis satu angka, misalnya 120 m2. Ukuran seperti 3 x 4 m ditulis di Dimensi, di rincian usulan."
    ),
    ("rt_rw", "bukan_rt_rw"): QT_TRANSLATE_NOOP("Sentences", "RT/RW belum terbaca. Contoh: 2/1 atau 02/01."),
    ("usulan", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Belum ada usulan. Tulis dulu di langkah 4 Usulan."),
    ("usulan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Ada usulan yang disebut dua kali."),
    ("pecahan", "kurang_dari_dua"): QT_TRANSLATE_NOOP(
        "Sentences", "Isi paling sedikit dua bagian, masing-masing dengan judulnya."
    ),
    ("judul", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Dua bagian bernama sama. Bedakan judulnya."),
    ("usulan", "sudah_digabung"): QT_TRANSLATE_NOOP(
        "Sentences", "Usulan ini sudah digabung ke usulan lain. Pisahkan dulu, baru diubah."
    ),
    ("usulan", "memuat_gabungan"): QT_TRANSLATE_NOOP(
        "Sentences", "Di dalam usulan ini masih ada usulan lain yang digabung: {text}. Pisahkan dulu, baru dibatalkan."
    ),
    ("usulan", "belum_digabung"): QT_TRANSLATE_NOOP("Sentences", "Usulan ini tidak sedang digabung."),
    ("usulan", "tidak_berlaku"): QT_TRANSLATE_NOOP(
        "Sentences", "Hanya usulan yang masih berlaku yang dapat digabung. Salah satunya sudah batal atau digabung."
    ),
    ("usulan", "induk_digabung"): QT_TRANSLATE_NOOP(
        "Sentences", "Usulan gabungannya sendiri sudah digabung ke usulan lain. Pisahkan dulu yang itu."
    ),
    ("berkas", "tanpa_usulan"): QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada baris yang dapat diambil dari berkas ini. Periksa kolomnya, lalu coba lagi."
    ),
    ("berkas", "tanpa_orang"): QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada orang yang dipilih. Pilih barisnya dengan Spasi, lalu terapkan."
    ),
    ("alasan_sipd", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan yang disebut SIPD."),
    ("sipd_id", "sudah_dipakai"): QT_TRANSLATE_NOOP(
        "Sentences", "Nomor itu sudah dicatat untuk usulan lain. Periksa lagi nomornya di SIPD."
    ),
    ("penerima_manfaat", "beda_jumlah"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah ini mengikuti laki-laki ditambah perempuan. Ubah rinciannya di bagian Penerima."
    ),
    ("sumber_dana", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama sumber dananya, misalnya Dana Desa."),
    ("antardesa", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences", "Sudah ada dua puluh tanda antardesa pada usulan ini. Lepas salah satu dulu."
    ),
    ("sumber_dana", "terlalu_banyak"): QT_TRANSLATE_NOOP("Sentences", "Paling banyak delapan sumber dana."),
    ("sumber_dana", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Tahun anggaran belum benar. Contoh: 2027."),
    ("kesiapan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Ada butir kesiapan yang dijawab dua kali."),
    ("peringatan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Peringatan ini sudah ada."),
    ("peringatan", "tanpa_sumber"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis dari mana peringatan ini, misalnya Dinas PUPR atau DPA 2026."
    ),
    ("catatan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu catatannya."),
    ("catatan", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences", "Sudah ada tiga catatan. Hapus salah satu, atau ringkas."
    ),
    ("catatan", "terlalu_panjang"): QT_TRANSLATE_NOOP(
        "Sentences", "Catatan paling panjang 200 huruf. Mohon diringkas."
    ),
    ("koordinat", "bukan_koordinat"): QT_TRANSLATE_NOOP(
        "Sentences", "Titik peta belum terbaca. Contoh: -7.801234, 110.364567."
    ),
    ("koordinat", "di_luar_indonesia"): QT_TRANSLATE_NOOP(
        "Sentences", "Titik ini di luar Indonesia. Periksa tanda minus dan angkanya."
    ),
    ("kode_kegiatan", "bukan_kode"): QT_TRANSLATE_NOOP(
        "Sentences", "Ini bukan kode kegiatan. Contoh: 1.03.10.2.01.0005 atau 2.3.10. Boleh dikosongkan."
    ),
    ("titipan", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Tidak ada titipan yang menunggu."),
    ("titipan", "sudah_masuk"): QT_TRANSLATE_NOOP(
        "Sentences", "Titipan ini sudah masuk ke forum. Ubah usulannya di halaman Usulan."
    ),
}
