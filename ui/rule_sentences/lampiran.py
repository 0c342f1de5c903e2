"""Photos, papers and signed pages."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("lampiran", "heic"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Foto ini tersimpan dalam bentuk HEIC (iPhone dan sebagian Samsung) dan tidak dapat dibaca di sini. Kirim foto "
        "ini lewat WhatsApp sebagai foto, bukan sebagai dokumen: hasilnya JPG. Agar berikutnya langsung JPG: di iPhone "
        "pilih Pengaturan, Kamera, Format, Paling Kompatibel; di Samsung matikan Foto efisiensi tinggi di setelan "
        "kamera.",
    ),
    ("lampiran", "avif"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Gambar ini tersimpan dalam bentuk AVIF dan tidak dapat dibaca di sini. Kirim lewat WhatsApp sebagai foto, "
        "bukan sebagai dokumen, atau buka di HP lalu ambil tangkapan layarnya.",
    ),
    ("lampiran", "video"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Berkas ini video, bukan foto. Putar di HP, hentikan di bagian yang jelas, ambil tangkapan layarnya, lalu "
        "pilih gambar itu.",
    ),
    ("lampiran", "gambar_lama"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Gambar ini tersimpan dalam bentuk lama atau jarang dipakai. Buka dengan Paint, pilih Simpan sebagai, JPEG, "
        "lalu pilih berkas yang baru.",
    ),
    ("lampiran", "bukan_gambar"): QT_TRANSLATE_NOOP(
        "Sentences", "Berkas ini bukan foto atau PDF. Pilih berkas JPG, PNG, atau PDF."
    ),
    ("lampiran", "rusak"): QT_TRANSLATE_NOOP(
        "Sentences", "Berkas ini rusak atau belum tersalin utuh. Salin lagi dari HP, lalu coba sekali lagi."
    ),
    ("lampiran", "terlalu_luas"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Gambar ini terlalu luas untuk laptop ini. Kirim lewat WhatsApp dulu agar mengecil, lalu coba lagi.",
    ),
    ("lampiran", "terlalu_besar"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Berkas ini lebih dari 60 MB. Bila video, pakai tangkapan layarnya; bila foto atau PDF, kecilkan dulu.",
    ),
    ("lampiran", "pdf_rusak"): QT_TRANSLATE_NOOP(
        "Sentences", "PDF ini tidak bisa dibuka: mungkin setengah jadi atau dikunci. Pindai lagi, lalu coba lagi."
    ),
    ("lampiran", "pdf_terlalu_panjang"): QT_TRANSLATE_NOOP(
        "Sentences", "PDF ini lebih dari 300 halaman. Pindai per dokumen, lalu pilih berkasnya satu per satu."
    ),
    ("kertas", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilih kertasnya dari daftar."),
    ("halaman", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Nomor halaman mulai dari 1."),
    ("lampiran", "pdf_terlalu_besar"): QT_TRANSLATE_NOOP(
        "Sentences", "PDF ini lebih dari 5 MB. Pindai lagi dengan mutu biasa, atau potret halamannya sebagai foto."
    ),
}
