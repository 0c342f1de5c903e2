"""What an archive says about itself: how its files, its journal and its seal are checked without this program."""

from __future__ import annotations

import re

#: Sixteen digits: a NIK or the number of a family card (domain.md 6). In a hash or a key, which comes first here, they
#: are none; letters of a hash that are glued to a number hide nothing.
_ENAM_BELAS = re.compile(r"(?P<sidik>(?<![0-9A-Za-z])[0-9a-f]{32,}(?![0-9A-Za-z]))|(?<!\d)\d{16}(?!\d)")
SAMARAN = "[16 angka disamarkan]"


def samarkan(teks: str) -> str:
    """The text without numbers of sixteen digits."""
    return _ENAM_BELAS.sub(lambda found: found["sidik"] or SAMARAN, teks)


CARA_MEMERIKSA = """CARA MEMERIKSA ARSIP INI

Arsip ini dapat diperiksa siapa pun, tanpa internet dan tanpa program yang membuatnya.

1. Berkas tidak berubah
   SHA256.txt memuat sidik setiap berkas. Di Windows, buka Command Prompt di folder ini lalu ketik:
       certutil -hashfile "dokumen\\Berita Acara.pdf" SHA256
   dan bandingkan dengan baris berkas itu di SHA256.txt. Di Linux: sha256sum -c SHA256.txt
   Ini menunjukkan berkas yang rusak. Siapa yang sengaja mengubah berkas dapat menulis SHA256.txt yang baru juga; yang
   membuktikan urutan adalah nomor 2 sampai 5.

2. Kode segel
   Kode segel di segel/segel.txt harus sama dengan yang dibacakan di musyawarah dan ditulis tangan di notulen.

3. QR di berita acara
   Teksnya ada di segel/qr.txt. Urutan di kertas harus sama dengan urutan di segel/segel.txt.

4. Dengan program Musrenbang
   Periksa PDF:  musrenbang verify "dokumen\\Berita Acara.pdf" --public-key KUNCI
   KUNCI adalah kunci laptop menurut daftar kabupaten; kunci yang tertulis di segel hanya membuktikan segel itu utuh.

5. Untuk pembuat program pemeriksa lain
   JSON baku: RFC 8785. Sidik: SHA-256. Tanda tangan: Ed25519 (RFC 8032). "||" berarti disambung.
   jurnal/catatan.jsonl: satu catatan satu baris, berurutan menurut laptop (perangkat) dan nomor (seq); "isi" adalah
   teks catatan persis seperti ditulis (UTF-8), "sebelum" dan "hash" sidik rantai sebelum dan sesudahnya. Baris
   dengan "disamarkan" memuat angka pribadi yang dihapus dari arsip ini, sehingga hanya sidiknya yang dapat dipakai.
   Rantai satu laptop: h(0) = SHA-256(0x01 || 16 bita nomor perangkat); h(n) = SHA-256(0x02 || h(n-1) || isi catatan n).
   Catatan musrenbang lain di laptop yang sama tidak ikut di sini; sambungannya ada di "sebelum", sehingga setiap baris
   dapat dihitung sendiri: hash = SHA-256(0x02 || sebelum || isi).
   Akar: daun adalah hash semua catatan musrenbang ini sampai "kepala" laptopnya di segel, menurut perangkat lalu seq;
   pohon RFC 9162 bab 2.1: daun = SHA-256(0x00 || hash), simpul = SHA-256(0x01 || kiri || kanan).
   Bita segel: JSON baku dari segel/segel.json bagian "isi". "tanda" adalah tanda tangan atas
   musrenbang-segel-1 + ganti baris (0x0A) + bita segel, dengan kunci "kunci" di dalamnya.
   Kode segel: scrypt (RFC 7914) atas 32 bita akar || SHA-256(bita segel), garam = nomor forum, N = 65536, r = 8, p = 1,
   5 bita, dibaca sebagai bilangan (bita terbesar dahulu) modulo 10^12, ditulis 12 angka.
   Catatan tambahan ditandatangani atas musrenbang-tambahan-1 + ganti baris + JSON baku dari "isi"-nya.
"""
