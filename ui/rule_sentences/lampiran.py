"""Photos, papers and signed pages."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("lampiran", "heic"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Foto ini tersimpan dalam bentuk HEIC dari iPhone dan tidak dapat dibaca di sini. Di iPhone pilih Pengaturan, "
        "Kamera, Format, Paling Kompatibel lalu potret lagi, atau kirim foto ini lewat WhatsApp agar menjadi JPG.",
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
        "Sentences", "Berkas ini lebih dari 60 MB. Kecilkan dulu, lalu coba lagi."
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
