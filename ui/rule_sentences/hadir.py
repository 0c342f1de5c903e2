"""Who came: attendance, opening and postponing, quorum, delegates."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("hadir", "sudah_hadir"): QT_TRANSLATE_NOOP("Sentences", "Orang ini sudah tercatat hadir."),
    ("pembukaan", "sudah"): QT_TRANSLATE_NOOP("Sentences", "Musyawarah sudah dibuka."),
    ("penundaan", "sudah"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah sudah pernah ditunda. Kali ini dilanjutkan dengan yang hadir."
    ),
    ("alasan_kuorum", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Kuorum atau keterwakilan belum terpenuhi. Tulis alasan musyawarah tetap dibuka; alasan ini dicetak.",
    ),
    ("alasan_tunda", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan musyawarah ditunda; alasan ini dicetak."),
    ("tanggal_baru", "terlalu_awal"): QT_TRANSLATE_NOOP(
        "Sentences", "Hari yang baru harus sesudah hari musyawarah yang sekarang."
    ),
    ("tanggal_baru", "terlalu_lambat"): QT_TRANSLATE_NOOP(
        "Sentences", "Hari yang baru terlalu jauh. Pilih hari yang masih boleh menurut aturan."
    ),
    ("bagian", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilih kuorum dari daftar."),
    ("kuorum", "tidak_tercapai"): QT_TRANSLATE_NOOP(
        "Sentences", "Kuorum tidak tercapai dan belum ada alasannya. Catat pembukaan di langkah 3 Hadir, Keterwakilan."
    ),
    ("kuorum", "tidak_terwakili"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Perempuan, dusun, atau unsur belum terwakili menurut aturan dan belum ada alasannya. Catat pembukaan di "
        "langkah 3 Hadir, Keterwakilan.",
    ),
    ("delegasi", "kurang_jumlah"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Banyaknya delegasi tidak sesuai aturan. Ubah delegasinya di langkah 3 Hadir, atau tulis alasannya.",
    ),
    ("delegasi", "kurang_perempuan"): QT_TRANSLATE_NOOP(
        "Sentences", "Perempuan dalam delegasi kurang dari aturan. Ubah di langkah 3 Hadir, atau tulis alasannya."
    ),
    ("lembar", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Satu lembar tidak memuat tanda tangan sebanyak itu. Hitung lagi di kertas."
    ),
    ("lembar", "belum_dihitung"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Ada lembar daftar hadir yang tanda tangannya belum dihitung. Isi di langkah 3 Hadir, Salin kertas.",
    ),
    ("lembar", "tidak_cocok"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah tanda tangan di kertas dan di layar berbeda. Cocokkan di langkah 3 Hadir, Salin kertas."
    ),
    ("kelompok_usia", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilih kelompok usia dari daftar."),
    ("disabilitas", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Pilih ya, tidak, atau belum dicatat."),
    ("usia", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Usia ditulis dalam tahun, 0 sampai 120."),
    ("gabung", "sama"): QT_TRANSLATE_NOOP("Sentences", "Pilih dua orang yang berbeda untuk digabung."),
}
