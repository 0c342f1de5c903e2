"""What the hall decides, its seal, and what is said in the hall."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("alasan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya, karena alasan ini dibacakan dan dicetak."),
    ("kesepakatan", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Urutan kesepakatan belum disusun. Susun dulu dari hasil nilai."
    ),
    ("kesepakatan", "tidak_lengkap"): QT_TRANSLATE_NOOP(
        "Sentences", "Masih ada usulan tanpa keputusan. Tetapkan semuanya dulu, baru ditutup."
    ),
    ("alasan_pindah", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis alasan pemindahan, karena alasan ini ikut dicatat."
    ),
    ("oleh_pindah", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis siapa atau kelompok mana yang meminta dipindah."),
    ("cara_putus", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Cara memutuskan ini tidak dikenal."),
    ("suara_putus", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis jumlah suara dengan angka."),
    ("suara_putus", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Jumlah suara ini tidak mungkin."),
    ("suara_putus", "negatif"): QT_TRANSLATE_NOOP("Sentences", "Jumlah suara tidak boleh kurang dari nol."),
    ("suara_putus", "lebih_dari_hadir"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah suara melebihi orang yang hadir. Periksa angka suara atau daftar hadir."
    ),
    ("setuju", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis berapa orang yang setuju, paling sedikit satu."),
    ("setuju", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis jumlah orang yang setuju dengan angka."),
    ("setuju", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Tulis berapa orang yang setuju, paling sedikit satu."),
    ("setuju", "lebih_dari_hadir"): QT_TRANSLATE_NOOP(
        "Sentences", "Yang setuju lebih banyak daripada yang hadir. Hitung lagi."
    ),
    ("urutan", "tetap"): QT_TRANSLATE_NOOP("Sentences", "Usulan ini sudah di urutan itu."),
    ("alasan_lompat", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis kenapa usulan ini didahulukan dari usulan yang lebih utama di asalnya sendiri."
    ),
    ("teks_tambahan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang ditambahkan."),
    ("oleh_tambahan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis siapa yang meminta tambahan ini."),
    ("alasan_tambahan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan tambahan ini."),
    ("nama_saksi", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama yang ikut menandatangani."),
    ("jabatan_saksi", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis jabatannya, misalnya Ketua BPD."),
    ("kunci_saksi", "sudah_dipakai"): QT_TRANSLATE_NOOP("Sentences", "Kunci ini sudah menandatangani segel ini."),
    ("kunci_saksi", "milik_laptop"): QT_TRANSLATE_NOOP(
        "Sentences", "Ini kunci laptop sendiri. Saksi memakai kunci dari flashdisknya."
    ),
    ("kesepakatan", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences",
        "{text} usulan terlalu banyak untuk satu urutan. Semua usulan dan nilainya aman. "
        "Gabungkan yang sama atau batalkan yang tidak dibahas, lalu susun lagi.",
    ),
    ("kejadian", "terlalu_panjang"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Ini terlalu panjang untuk dicatat sekaligus. Tidak ada yang berubah. Catat dalam beberapa bagian.",
    ),
    ("segel", "belum_ditutup"): QT_TRANSLATE_NOOP("Sentences", "Tutup dulu kesepakatannya, baru disegel."),
    ("segel", "sudah_disegel"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Hasil ini sudah disegel, jadi tidak dapat dibuka atau disegel lagi. Yang masih bisa: catatan tambahan.",
    ),
    ("segel", "berubah"): QT_TRANSLATE_NOOP(
        "Sentences", "Ada yang dicatat sementara segel dihitung. Tidak ada yang hilang. Segel sekali lagi."
    ),
    ("segel", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Hasil forum ini belum disegel."),
    ("agenda", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Susunan acara belum ada. Tulis dulu di langkah 1 Siapkan."
    ),
    ("agenda", "habis"): QT_TRANSLATE_NOOP(
        "Sentences", "Ini acara terakhir. Pilih Selesai untuk mengakhiri musyawarah."
    ),
    ("agenda", "tidak_berjalan"): QT_TRANSLATE_NOOP("Sentences", "Belum ada acara yang berjalan."),
    ("agenda", "tidak_dijeda"): QT_TRANSLATE_NOOP("Sentences", "Tidak ada acara yang sedang dijeda."),
    ("pokok", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu pokok pembicaraan atau putusannya."),
    ("notulen", "sudah_disegel"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Catatan ini sudah ada sebelum hasil disegel dan tidak berubah lagi. Tulis ralatnya sebagai catatan.",
    ),
    ("notulen", "hanya_pokok"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Hasil sudah disegel: yang masih dapat dicatat hanya pokok pembicaraan. Putusan susulan ditulis sebagai "
        "catatan tambahan.",
    ),
    ("oleh", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama kelompok yang merangkumnya."),
    ("antrean", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Antrean bicara kosong."),
    ("alasan_buka", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan hasil dibuka lagi."),
}
