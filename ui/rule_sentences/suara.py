"""Ballot papers: handed out, typed twice, counted, taken from a file."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("terbit", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Jumlah surat suara dari 1 sampai 9999."),
    ("terbit", "lebih_dari_hadir"): QT_TRANSLATE_NOOP(
        "Sentences", "Surat suara semua kelompok lebih banyak daripada yang hadir. Kurangi, atau catat dulu yang hadir."
    ),
    ("terbit", "sudah_diketik"): QT_TRANSLATE_NOOP(
        "Sentences", "Sudah ada surat suara bernomor lebih tinggi yang diketik. Jumlahnya tidak bisa lebih kecil."
    ),
    ("tidak_dipakai", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Yang tidak dipakai paling banyak sejumlah yang dibagikan."
    ),
    ("pencacah", "sama"): QT_TRANSLATE_NOOP("Sentences", "Pencacah kedua harus orang lain."),
    ("pencacah", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama kedua pencacah."),
    ("pencacah", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilih pencacah pertama atau kedua."),
    ("nomor_surat", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Nomor surat ini tidak dibagikan ke kelompok ini. Periksa nomornya."
    ),
    ("pilihan", "tidak_ditemukan"): QT_TRANSLATE_NOOP("Sentences", "Ada nomor usulan yang tidak ada di daftar."),
    ("pilihan", "ganda"): QT_TRANSLATE_NOOP(
        "Sentences", "Usulan yang sama dipilih dua kali. Kalau kertasnya memang begitu, tulis x: rusak."
    ),
    ("pilihan", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences", "Pilihannya lebih banyak daripada yang boleh. Kalau kertasnya memang begitu, tulis x: rusak."
    ),
    ("pilihan", "rusak_terisi"): QT_TRANSLATE_NOOP("Sentences", "Surat yang rusak tidak punya pilihan."),
    ("pilihan", "bukan_nomor"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis nomor usulan dengan jarak, misalnya 3 7 12, atau x untuk yang rusak."
    ),
    ("suara", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Belum ada surat suara yang diketik."),
    ("suara", "beda"): QT_TRANSLATE_NOOP(
        "Sentences", "Ketikan kedua pencacah belum sama. Lihat kertasnya, lalu perbaiki yang keliru."
    ),
    ("suara", "tidak_menurut_aturan"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Ada surat yang berisi lebih banyak pilihan daripada aturan sekarang. Tekan nomornya di bawah, ketik lagi.",
    ),
    ("suara", "tidak_seimbang"): QT_TRANSLATE_NOOP(
        "Sentences", "Yang dibagikan tidak sama dengan yang masuk, rusak, dan tidak dipakai. Hitung lagi."
    ),
    ("suara", "sudah_ditutup"): QT_TRANSLATE_NOOP(
        "Sentences", "Penghitungan suara kelompok ini sudah ditutup. Buka lagi dengan alasan kalau perlu."
    ),
    ("suara", "belum_ditutup"): QT_TRANSLATE_NOOP(
        "Sentences", "Masih ada surat suara atau lembar skor yang belum selesai dihitung."
    ),
    ("suara", "sudah_diketik"): QT_TRANSLATE_NOOP(
        "Sentences", "Surat suara kelompok ini sudah ada yang diketik. Berkas hanya untuk kelompok yang masih kosong."
    ),
    ("suara", "bukan_suara"): QT_TRANSLATE_NOOP(
        "Sentences", "Forum ini menilai dengan skor, bukan suara, jadi berkas suara tidak dapat diambil."
    ),
    ("suara", "jenis_lain"): QT_TRANSLATE_NOOP(
        "Sentences", "Jenis suara di berkas ini tidak sesuai dengan cara menghitung forum ini."
    ),
    ("suara", "tanpa_suara"): QT_TRANSLATE_NOOP("Sentences", "Berkas ini tidak berisi suara."),
    ("surat_berkas", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences", "Suara ke-{text} di berkas memilih lebih banyak daripada yang boleh. Tidak ada yang diambil."
    ),
    ("surat_berkas", "ganda"): QT_TRANSLATE_NOOP(
        "Sentences", "Suara ke-{text} di berkas memilih satu usulan dua kali. Tidak ada yang diambil."
    ),
    ("suara", "titik_pecahan"): QT_TRANSLATE_NOOP(
        "Sentences", "Berkas ini berisi titik yang bukan bilangan bulat, jadi tidak dapat menjadi surat suara."
    ),
    ("proyek", "tidak_ditemukan"): QT_TRANSLATE_NOOP(
        "Sentences", "Proyek “{text}” di berkas tidak cocok dengan satu usulan yang dinilai kelompok ini."
    ),
}
