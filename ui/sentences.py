"""One table from what the domain and the surroundings report to what the operator reads.

A sentence says what happened, and where it helps what is safe and what to do.
"""

from __future__ import annotations

import errno

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.errors import RuleBroken
from ui.translation import QT_TRANSLATE_NOOP

_CONTEXT = "Sentences"

#: (field, code) first, then ("", code) for any field.
_RULES: dict[tuple[str, str], str] = {
    ("judul", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu apa yang diusulkan."),
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
    ("cakupan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama dusun, RW, atau kelompoknya."),
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
    ("alasan", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya, karena alasan ini dibacakan dan dicetak."),
    ("alasan_batal", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya, karena usulan tidak pernah dihapus."),
    ("tahun_rencana", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Tahun rencana harus sama dengan tahun pelaksanaan, atau satu sampai dua tahun sesudahnya."
    ),
    ("bobot", "kurang_dari_satu"): QT_TRANSLATE_NOOP("Sentences", "Bobot paling kecil adalah 1."),
    ("terbesar", "di_luar_batas"): QT_TRANSLATE_NOOP(
        "Sentences", "Nilai terbesar tidak dapat dipakai. Pilih 3, 4, 5, atau 10."
    ),
    ("geser", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis dalam mm, misalnya 2,5 atau -3, paling jauh 15."),
    ("perkiraan_biaya", "bukan_angka"): QT_TRANSLATE_NOOP(
        "Sentences", "Biaya ini belum terbaca. Contoh: 125.000.000, 125 jt, atau 1,2 M (miliar)."
    ),
    ("rt_rw", "bukan_rt_rw"): QT_TRANSLATE_NOOP("Sentences", "RT/RW belum terbaca. Contoh: 2/1 atau 02/01."),
    ("forum", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Belum ada forum yang dibuka. Mulai dari langkah 1 Siapkan."
    ),
    ("forum", "sudah_ditutup"): QT_TRANSLATE_NOOP(
        "Sentences", "Hasil forum ini sudah ditutup. Buka lagi dulu di langkah 6 Sepakat, dengan alasannya."
    ),
    ("usulan", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Belum ada usulan. Tulis dulu di langkah 4 Usulan."),
    ("usulan", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Ada usulan yang disebut dua kali."),
    ("pecahan", "kurang_dari_dua"): QT_TRANSLATE_NOOP(
        "Sentences", "Isi paling sedikit dua bagian, masing-masing dengan judulnya."
    ),
    ("judul", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Dua bagian bernama sama. Bedakan judulnya."),
    ("usulan", "sudah_digabung"): QT_TRANSLATE_NOOP(
        "Sentences", "Usulan ini sudah digabung ke usulan lain. Pisahkan dulu, baru diubah."
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
    ("arsip", "sudah_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Folder arsip itu sudah berisi sesuatu. Pilih tempat lain; yang lama tidak diubah."
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
    ("hadir", "sudah_hadir"): QT_TRANSLATE_NOOP("Sentences", "Orang ini sudah tercatat hadir."),
    ("pembukaan", "sudah"): QT_TRANSLATE_NOOP("Sentences", "Musyawarah sudah dibuka."),
    ("penundaan", "sudah"): QT_TRANSLATE_NOOP(
        "Sentences", "Musyawarah sudah pernah ditunda. Kali ini dilanjutkan dengan yang hadir."
    ),
    ("alasan_kuorum", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Kuorum belum tercapai. Tulis alasan musyawarah tetap dibuka; alasan ini dicetak."
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
    ("buku", "tanpa_bpd"): QT_TRANSLATE_NOOP("Sentences", "Buku itu buku BPD, dan di kelurahan tidak ada BPD."),
    ("paket", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Belum ada paket di laptop ini. Pilih dulu berkasnya."),
    ("kamus", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Forum ini belum memakai kamus usulan, atau isinya kosong."),
    ("kesepakatan", "belum_ada"): QT_TRANSLATE_NOOP(
        "Sentences", "Urutan kesepakatan belum disusun. Susun dulu dari hasil nilai."
    ),
    ("kesepakatan", "tidak_lengkap"): QT_TRANSLATE_NOOP(
        "Sentences", "Masih ada usulan tanpa keputusan. Tetapkan semuanya dulu, baru ditutup."
    ),
    ("alasan_pindah", "kosong"): QT_TRANSLATE_NOOP(
        "Sentences", "Tulis alasan pemindahan, karena alasan ini ikut dicatat."
    ),
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
    ("metode", "tidak_dikenal"): QT_TRANSLATE_NOOP("Sentences", "Cara menilai forum ini tidak memakai surat suara."),
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
    ("pengisi", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama yang mengisi."),
    ("alasan_sipd", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan yang disebut SIPD."),
    ("sipd_id", "sudah_dipakai"): QT_TRANSLATE_NOOP(
        "Sentences", "Nomor itu sudah dicatat untuk usulan lain. Periksa lagi nomornya di SIPD."
    ),
    ("templat", "belum_benar"): QT_TRANSLATE_NOOP(
        "Sentences", "Templat ini belum dapat dipakai. Perbaiki dulu yang ditemukan, lalu pilih lagi."
    ),
    ("templat", "tidak_bisa_diisi"): QT_TRANSLATE_NOOP(
        "Sentences", "Templat Word tidak bisa diisi. Data forum aman. Periksa templatnya, atau kembali ke bawaan."
    ),
    ("forum", "sudah_disegel"): QT_TRANSLATE_NOOP(
        "Sentences",
        "Hasil forum ini sudah disegel, jadi ini tidak dicatat lagi. Yang masih bisa: tambahan bersegel.",
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
        "Sentences", "Hasil ini sudah disegel, jadi tidak dapat dibuka atau disegel lagi. Yang bisa hanya tambahan."
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
    ("oleh", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis nama kelompok yang merangkumnya."),
    ("antrean", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Antrean bicara kosong."),
    ("alasan_buka", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis alasan hasil dibuka lagi."),
    ("penerima_manfaat", "beda_jumlah"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah ini mengikuti laki-laki ditambah perempuan. Ubah rinciannya di bagian Penerima."
    ),
    ("pagu", "dari_sumber"): QT_TRANSLATE_NOOP(
        "Sentences", "Pagu dihitung dari daftar sumber di bagian Pagu. Ubah jumlah sumbernya di sana."
    ),
    ("pagu_sumber", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama sumber dananya, misalnya Dana Desa."),
    ("pagu_sumber", "ganda"): QT_TRANSLATE_NOOP("Sentences", "Sumber ini sudah ada di daftar pagu."),
    ("pagu_sumber", "terlalu_banyak"): QT_TRANSLATE_NOOP("Sentences", "Paling banyak delapan sumber dana."),
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
    ("sumber_dana", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Tulis dulu nama sumber dananya, misalnya Dana Desa."),
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
    ("telepon", "bukan_telepon"): QT_TRANSLATE_NOOP("Sentences", "Nomor ini belum benar. Contoh: 0812 3456 7890."),
    ("titipan", "belum_ada"): QT_TRANSLATE_NOOP("Sentences", "Tidak ada titipan yang menunggu."),
    ("titipan", "sudah_masuk"): QT_TRANSLATE_NOOP(
        "Sentences", "Titipan ini sudah masuk ke forum. Ubah usulannya di halaman Usulan."
    ),
    ("", "tidak_ditemukan"): QT_TRANSLATE_NOOP("Sentences", "Catatan ini tidak ditemukan di forum yang sedang dibuka."),
    ("", "kosong"): QT_TRANSLATE_NOOP("Sentences", "Bagian ini perlu diisi."),
    ("", "bukan_angka"): QT_TRANSLATE_NOOP("Sentences", "Tulis dengan angka, misalnya 120 atau 1.250."),
    ("", "bukan_rupiah"): QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah rupiah ini belum terbaca. Contoh: 125.000.000, 125 jt, atau 1,2 M (miliar)."
    ),
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

_UNKNOWN_RULE = QT_TRANSLATE_NOOP("Sentences", "Isian ini belum dapat dipakai. Periksa lagi, lalu coba sekali lagi.")


def known(broken: RuleBroken) -> bool:
    """Whether this rule has a sentence of its own (a test asks for every rule of the domain)."""
    return (broken.field, broken.code) in _RULES or ("", broken.code) in _RULES


def sentence(broken: RuleBroken) -> str:
    """What the operator reads beside the field."""
    text = _RULES.get((broken.field, broken.code)) or _RULES.get(("", broken.code), _UNKNOWN_RULE)
    return QCoreApplication.translate(_CONTEXT, text).replace("{text}", broken.text)


_TROUBLES: tuple[tuple[type[BaseException], str], ...] = (
    (
        PermissionError,
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Berkas atau folder itu tidak boleh dibuka. Data di program aman. "
            "Tutup program lain yang memakainya, atau pilih tempat lain.",
        ),
    ),
    (
        FileNotFoundError,
        QT_TRANSLATE_NOOP(
            "Sentences",
            "Berkas atau folder itu tidak ada lagi. Data di program aman. "
            "Pasang lagi flashdisk-nya, atau pilih berkas lain.",
        ),
    ),
)
_DISK_FULL = QT_TRANSLATE_NOOP(
    "Sentences", "Ruang penyimpanan penuh. Data di program aman. Kosongkan sebagian, atau pilih tempat lain."
)
_NO_ACCESS = QT_TRANSLATE_NOOP(
    "Sentences", "Berkas itu tidak dapat dibaca atau ditulis. Data di program aman. Coba lagi, atau pilih tempat lain."
)


def trouble_sentence(problem: BaseException) -> str:
    """What the operator reads when the surroundings failed; empty when it is our own mistake."""
    from musrenbang_desktop.db.errors import Trouble  # the window must not wait for the store
    from musrenbang_desktop.journal.keystore import KeyMissing

    if isinstance(problem, Trouble | KeyMissing):
        return str(problem)
    if not isinstance(problem, OSError):
        return ""
    text = _DISK_FULL if problem.errno == errno.ENOSPC else _NO_ACCESS
    for kind, words in _TROUBLES:
        if isinstance(problem, kind):
            text = words
    return QCoreApplication.translate(_CONTEXT, text)
