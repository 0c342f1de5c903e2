"""The rules of scoring and the scores."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("bobot", "kurang_dari_satu"): QT_TRANSLATE_NOOP("Sentences", "Bobot paling kecil adalah 1."),
    ("terbesar", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Nilai terbesar tidak dapat dipakai. Pilih 3, 4, 5, atau 10."
    ),
    ("aturan", "terkunci"): QT_TRANSLATE_NOOP("Sentences", "Aturan main sudah dikunci dan tidak dapat diubah."),
    ("aturan", "belum_terkunci"): QT_TRANSLATE_NOOP("Sentences", "Kunci dulu aturan main, baru isi nilainya."),
    ("alasan_versi", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Nilai sudah diisi. Tulis mengapa aturan main diubah; alasannya dicetak di berita acara."
    ),
    ("perbandingan", "tidak_lengkap"): QT_TRANSLATE_NOOP(
        "Sentences", "Masih ada kriteria yang belum dibandingkan. Jawab semuanya dulu, baru dikunci."
    ),
    ("perbandingan", "bertentangan"): QT_TRANSLATE_NOOP(
        "Sentences", "Jawaban perbandingan kriteria saling bertentangan. Tanyakan lagi yang ditandai, baru dikunci."
    ),
    ("perbandingan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Dua kriteria ini sudah dibandingkan."),
    ("terkecil", "harus_positif"): QT_TRANSLATE_NOOP(
        "Sentences", "Untuk cara ini nilai terkecil harus lebih dari nol, sebab nilainya dibagi."
    ),
    ("undian", "bukan_seri"): QT_TRANSLATE_NOOP(
        "Sentences", "Yang diundi hanya usulan yang peringkatnya sama, dan semuanya ikut diundi."
    ),
    ("kelas", "tidak_lengkap"): QT_TRANSLATE_NOOP("Sentences", "Semua nilai berpoin, atau tidak satu pun."),
    ("kelas", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Ada nilai yang patokannya ditulis dua kali."),
    ("pengaman", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Sebutkan siapa yang dijaga tempatnya."),
    ("pengaman", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah yang dijaga paling sedikit 1 dan tidak lebih dari jumlah teratas."
    ),
    ("aturan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Ada nama kriteria atau kelompok yang sama. Bedakan namanya."),
    ("saksi", "kurang_dari_dua"): QT_TRANSLATE_NOOP("Sentences", "Sebutkan paling sedikit dua saksi."),
    ("kriteria", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Isi paling sedikit satu kriteria."),
    ("kriteria", "terlalu_banyak"): QT_TRANSLATE_NOOP("Sentences", "Cara ini paling banyak untuk 15 kriteria."),
    ("kelompok", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Isi paling sedikit satu kelompok penilai."),
    ("nilai", "kurang_kriteria"): QT_TRANSLATE_NOOP("Sentences", "Jumlah nilai tidak sama dengan jumlah kriteria."),
    ("nilai", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Nilai ini di luar batas kriterianya."),
    ("metode", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Cara menilai forum ini tidak memakai surat suara."),
}
