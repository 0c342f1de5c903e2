"""What is said of any field that has no sentence of its own for a code."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("", "tidak_ditemukan"): QT_TRANSLATE_NOOP("Sentences", "Catatan ini tidak ditemukan di forum yang sedang dibuka."),
    ("", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Bagian ini perlu diisi."),
    ("", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis dengan angka, misalnya 120 atau 1.250."),
    ("", "negatif"): QT_TRANSLATE_NOOP("Sentences", "Angka ini tidak boleh kurang dari nol."),
    ("", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Angka ini di luar batas yang dapat dipakai."),
    ("", "terlalu_besar"): QT_TRANSLATE_NOOP("Sentences", "Angka ini terlalu besar. Periksa jumlah nolnya."),
    ("", "terlalu_panjang"): QT_TRANSLATE_NOOP("Sentences", "Tulisan ini terlalu panjang. Mohon dipersingkat."),
    ("", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilihan ini tidak dikenal. Pilih dari daftar."),
    ("", "kurang_dari_satu"): QT_TRANSLATE_NOOP("Sentences", "Angka paling kecil adalah 1."),
    ("", "bukan_tanggal"): QT_TRANSLATE_NOOP(
        "Sentences", "Tanggal belum terbaca. Contoh: 21-01-2026 atau 21 Januari 2026."
    ),
    ("", "bukan_jam"): QT_TRANSLATE_NOOP("Sentences", "Jam belum terbaca. Contoh: 09.05."),
}
