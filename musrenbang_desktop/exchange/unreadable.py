"""What is said when a file cannot be read: one sentence for every case."""

from __future__ import annotations

_SAFE = "data di laptop ini tidak berubah"

_SENTENCES = {
    "tidak_ada": "Berkas “{nama}” tidak ditemukan; {aman}, periksa apakah berkas dipindah atau flash disk dicabut.",
    "folder": "“{nama}” adalah folder, bukan berkas; {aman}, buka folder itu dan pilih satu berkas Excel atau CSV.",
    "terkunci": "Berkas “{nama}” tidak dapat dibuka, mungkin masih dipakai Excel; {aman}, tutup dulu lalu coba lagi.",
    "gagal_baca": "Berkas “{nama}” tidak dapat dibaca sampai selesai; {aman}, salin ke laptop ini lalu coba lagi.",
    "kosong": "Berkas “{nama}” tidak berisi apa-apa; {aman}, pilih berkas yang memuat daftar usulan.",
    "tempelan_kosong": "Belum ada yang disalin; {aman}, salin dulu barisnya di Excel atau WhatsApp, lalu tempel lagi.",
    "lembar_tidak_ada": "Lembar yang dipilih tidak ada di berkas “{nama}”; {aman}, pilih lembar lain.",
    "gambar": "Berkas “{nama}” sebenarnya gambar, bukan tabel; {aman}, pilih berkas Excel atau CSV aslinya.",
    "pdf": "Berkas “{nama}” sebenarnya PDF, bukan tabel; {aman}, minta berkas Excel aslinya.",
    "word": "Berkas “{nama}” adalah dokumen Word; {aman}, salin tabelnya ke Excel, simpan, lalu pilih berkas itu.",
    "halaman_web": "Berkas “{nama}” sebenarnya halaman web; {aman}, buka di Excel, simpan sebagai .xlsx, lalu ulangi.",
    "excel_lain": "Jenis berkas “{nama}” tidak dikenal; {aman}, buka di Excel, simpan sebagai .xlsx, lalu ulangi.",
    "kata_sandi": "Berkas “{nama}” dikunci kata sandi; {aman}, buka di Excel, hapus sandinya, simpan, lalu ulangi.",
    "rusak": "Berkas “{nama}” rusak atau belum tersalin utuh; {aman}, salin ulang atau minta kiriman ulang.",
    "bukan_tabel": "Berkas “{nama}” bukan tabel yang dikenal; {aman}, pilih berkas Excel (.xlsx, .xls) atau CSV.",
    "terlalu_besar": "Berkas “{nama}” terlalu besar untuk daftar usulan; {aman}, sisakan lembar usulan lalu ulangi.",
    "isi_terlalu_jauh": (
        "Berkas “{nama}” berisi sesuatu jauh di luar tabel, di sekitar sel {sel}; {aman}, salin tabelnya saja "
        "ke lembar baru, simpan, lalu coba lagi."
    ),
    "bukan_sipd": (
        "Berkas “{nama}” tidak memuat kolom ID Usulan dan Usulan; {aman}, unduh daftar usulan dari SIPD lalu ulangi."
    ),
    "dihentikan": "Pemeriksaan “{nama}” dihentikan; {aman}, dan dapat diulang kapan saja.",
}


class BerkasTidakTerbaca(Exception):
    """A file that cannot be read. ``kode`` names the case, ``kalimat`` is what the operator sees."""

    def __init__(self, kode: str, nama: str, sel: str = "") -> None:
        self.kode = kode
        self.kalimat = _SENTENCES[kode].format(nama=nama, aman=_SAFE, sel=sel)
        super().__init__(self.kalimat)
