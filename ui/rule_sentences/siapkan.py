"""What is prepared before the hall comes: the forum, its data, its agenda, its pagu, packages and archives."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SENTENCES: dict[tuple[str, str], str] = {
    ("flashdisk", "laptop_ini"): QT_TRANSLATE_NOOP(
        "Sentences", "Folder itu ada di laptop ini sendiri, jadi hilang bersama laptopnya. Pilih flashdisk."
    ),
    ("flashdisk", "latihan"): QT_TRANSLATE_NOOP(
        "Sentences", "Isi ruang latihan tidak disalin ke luar. Salin cadangan dari jendela musyawarah yang sebenarnya."
    ),
    ("cadangan", "latihan"): QT_TRANSLATE_NOOP(
        "Sentences", "Cadangan dibuka dari jendela musyawarah yang sebenarnya, bukan dari ruang latihan."
    ),
    ("cadangan", "tidak_ada"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Tidak ada cadangan Musrenbang di situ. Tidak ada yang berubah. Pilih flashdisk yang berisi folder Cadangan "
        "Musrenbang.",
    ),
    ("cadangan", "tak_utuh"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Cadangan di situ tidak utuh lagi, atau dibuat program yang lebih baru. Tidak ada yang berubah. Pakai "
        "flashdisk lain, atau pasang program yang terbaru.",
    ),
    ("cadangan", "laptop_ini"): QT_TRANSLATE_NOOP(
        "Sentences", "Cadangan itu dari laptop ini sendiri, dan isinya masih ada di sini. Tidak ada yang perlu diambil."
    ),
    ("nama", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu namanya."),
    ("nama", "sudah_ada"): QT_TRANSLATE_NOOP("Sentences", "Nama itu sudah dipakai; pilih yang lain."),
    ("judul_acara", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama acaranya."),
    ("menit", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Lama acara ditulis dalam menit, dari 1 sampai 600."),
    ("induk", "bukan_desanya"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah itu untuk desa lain atau tahun rencana yang lain."
    ),
    ("induk", "melingkar"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah itu sendiri menunggu hasil dari sini, jadi tidak dapat menjadi tujuannya."
    ),
    ("induk", "bukan_sesudahnya"): QT_TRANSLATE_NOOP(
        "Sentences", "Hasil hanya dapat dibawa ke musrenbang atau pra-musrenbang."
    ),
    ("induk", "sudah_ditutup"): QT_TRANSLATE_NOOP(
        "Sentences", "Hasil musrenbang yang dihubungkan itu sudah ditutup, jadi isi berita acaranya tidak diubah lagi."
    ),
    ("cakupan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama dusun, RW, atau kelompoknya."),
    ("induk", "dari_induknya"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah ini dihubungkan dari musrenbang itu. Buka musrenbang itu, lalu pilih Lepaskan."
    ),
    ("anak", "sudah_dihubungkan"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah itu sudah dihubungkan ke musrenbang lain."
    ),
    ("anak", "tanpa_hasil"): QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada usulan baru di sana. Yang sudah diambil tidak diambil dua kali."
    ),
    ("unsur", "terlalu_banyak"): QT_TRANSLATE_NOOP("Sentences", "Unsur paling banyak 100."),
    ("indikator", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu apa yang dihitung, misalnya keluarga miskin."),
    ("angka_data", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu angkanya."),
    ("sumber_data", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis dari mana angka ini, karena angka tanpa sumber tidak dicatat."
    ),
    ("tanggal_data", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis tanggal datanya, karena angka tanpa tanggal tidak dicatat."
    ),
    ("batas_data", "di_luar_batas"): QT_TRANSLATE_NOOP("Sentences", "Tulis dalam bulan, dari 1 sampai 240."),
    ("bagian", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Pilih dulu apa yang disalin."),
    ("latihan", "bukan_ruangnya"): QT_TRANSLATE_NOOP(
        "Sentences", "Latihan hanya di ruang latihan, supaya tidak pernah terkirim. Buka ruang latihan dari Beranda."
    ),
    ("agenda", "terlalu_banyak"): QT_TRANSLATE_NOOP(
        "Sentences", "Susunan acara paling banyak 60 baris, supaya terbaca di satu lembar."
    ),
    ("unsur", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama unsurnya."),
    ("unsur", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Unsur ini sudah ada di daftar."),
    ("notulis", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Notulis belum ditulis. Isi dulu di langkah 1 Siapkan, bagian Tim."
    ),
    ("saksi", "kurang"): QT_TRANSLATE_NOOP(
        "Sentences", "Dua saksi belum ditulis. Isi dulu di langkah 1 Siapkan, bagian Tim."
    ),
    ("desa", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama desa atau kelurahan."),
    ("tahun_rencana", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Tahun rencana harus sama dengan tahun pelaksanaan, atau satu sampai dua tahun sesudahnya."
    ),
    ("geser", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis dalam mm, misalnya 2,5 atau -3, paling jauh 15."),
    ("forum", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada forum yang dibuka. Mulai dari langkah 1 Siapkan."
    ),
    ("forum", "sudah_ditutup"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Hasil forum ini sudah ditutup. Selama belum disegel, buka lagi dulu di langkah 6 Sepakat dengan alasannya; "
        "sesudah disegel hanya dapat ditulis catatan tambahan di sana.",
    ),
    ("arsip", "sudah_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Folder arsip itu sudah berisi sesuatu. Pilih tempat lain; yang lama tidak diubah."
    ),
    ("buku", "tanpa_bpd"): QT_TRANSLATE_NOOP("Sentences", "Buku itu buku BPD, dan di kelurahan tidak ada BPD."),
    ("paket", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Belum ada paket di laptop ini. Pilih dulu berkasnya."),
    ("kamus", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Forum ini belum memakai kamus usulan, atau isinya kosong."),
    ("pengisi", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama yang mengisi."),
    ("templat", "belum_benar"): QT_TRANSLATE_NOOP(
        "Sentences", "Templat ini belum dapat dipakai. Perbaiki dulu yang ditemukan, lalu pilih lagi."
    ),
    ("templat", "tidak_bisa_diisi"): QT_TRANSLATE_NOOP(
        "Sentences", "Templat Word tidak bisa diisi. Data forum aman. Periksa templatnya, atau kembali ke bawaan."
    ),
    ("forum", "sudah_disegel"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Hasil forum ini sudah disegel, jadi ini tidak dicatat lagi. Yang masih bisa: catatan tambahan, di langkah 6 "
        "Sepakat.",
    ),
    ("pagu", "dari_sumber"): QT_TRANSLATE_NOOP(
        "Sentences", "Pagu dihitung dari daftar sumber di bagian Pagu. Ubah jumlah sumbernya di sana."
    ),
    ("pagu_sumber", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama sumber dananya, misalnya Dana Desa."),
    ("pagu_sumber", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Sumber ini sudah ada di daftar pagu."),
    ("pagu_sumber", "terlalu_banyak"): QT_TRANSLATE_NOOP("Sentences", "Paling banyak delapan sumber dana."),
    ("telepon", "bukan_telepon"): QT_TRANSLATE_NOOP("Sentences", "Nomor ini belum benar. Contoh: 0812 3456 7890."),
}
