"""What each page can do, for Ctrl+K: known without building the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.translation import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class PageAct:
    """A method of a page, named for the operator."""

    page: str
    text: str
    method: str


#: In the order of the day. A test holds that every page's own Ctrl+N, Ctrl+Enter and Ctrl+P stand here.
ACTS: Sequence[PageAct] = (
    PageAct("beranda", QT_TRANSLATE_NOOP("Search", "Kerjakan langkah berikutnya"), "go_on"),
    PageAct("beranda", QT_TRANSLATE_NOOP("Search", "Isi data musrenbang"), "new_item"),
    PageAct("siapkan", QT_TRANSLATE_NOOP("Search", "Musrenbang baru"), "new_item"),
    PageAct("profil", QT_TRANSLATE_NOOP("Search", "Salin bentuk formulir untuk kabupaten"), "new_item"),
    PageAct("undangan", QT_TRANSLATE_NOOP("Search", "Undang seseorang"), "new_item"),
    PageAct("undangan", QT_TRANSLATE_NOOP("Search", "Catat undangan yang diketik"), "save_and_new"),
    PageAct("undangan", QT_TRANSLATE_NOOP("Search", "Cetak surat undangan"), "print_document"),
    PageAct("impor_peserta", QT_TRANSLATE_NOOP("Search", "Undang dari Excel atau OpenSID"), "new_item"),
    PageAct("impor_peserta", QT_TRANSLATE_NOOP("Search", "Undang orang yang ditandai di berkas"), "save_and_new"),
    PageAct("kehadiran", QT_TRANSLATE_NOOP("Search", "Catat tamu baru"), "new_item"),
    PageAct("kehadiran", QT_TRANSLATE_NOOP("Search", "Catat tamu yang diketik"), "save_and_new"),
    PageAct("kehadiran", QT_TRANSLATE_NOOP("Search", "Cetak daftar hadir"), "print_document"),
    PageAct("usulan", QT_TRANSLATE_NOOP("Search", "Usulan baru"), "new_item"),
    PageAct("usulan", QT_TRANSLATE_NOOP("Search", "Simpan usulan yang diketik"), "save_and_new"),
    PageAct("usulan", QT_TRANSLATE_NOOP("Search", "Salin usulan yang dipilih"), "copy_row"),
    PageAct("tahun_lalu", QT_TRANSLATE_NOOP("Search", "Ajukan lagi usulan tahun lalu yang ditandai"), "save_and_new"),
    PageAct("impor", QT_TRANSLATE_NOOP("Search", "Ambil usulan dari Excel atau CSV"), "new_item"),
    PageAct("titipan", QT_TRANSLATE_NOOP("Search", "Titipan usulan baru"), "new_item"),
    PageAct("titipan", QT_TRANSLATE_NOOP("Search", "Catat titipan yang diketik"), "save_and_new"),
    PageAct("berkas", QT_TRANSLATE_NOOP("Search", "Simpan PDF daftar berkas yang belum ada"), "print_document"),
    PageAct("prioritas", QT_TRANSLATE_NOOP("Search", "Ke isian skor yang masih kurang"), "jump_to_missing"),
    PageAct("prioritas", QT_TRANSLATE_NOOP("Search", "Kenapa urutannya begini"), "toggle_explain"),
    PageAct("kesepakatan", QT_TRANSLATE_NOOP("Search", "Susun urutan dari skor"), "arrange"),
    PageAct("kesepakatan", QT_TRANSLATE_NOOP("Search", "Tulis alasan usulan yang dipilih"), "ask_reason"),
    PageAct("kesepakatan", QT_TRANSLATE_NOOP("Search", "Tutup kesepakatan"), "close_agreement"),
    PageAct("dokumen", QT_TRANSLATE_NOOP("Search", "Cetak berita acara"), "print_document"),
    PageAct("word", QT_TRANSLATE_NOOP("Search", "Simpan berita acara sebagai Word"), "save_and_new"),
    PageAct("word", QT_TRANSLATE_NOOP("Search", "Periksa templat Word"), "new_item"),
    PageAct("word", QT_TRANSLATE_NOOP("Search", "Simpan contoh templat Word"), "save_example"),
    PageAct("sipd", QT_TRANSLATE_NOOP("Search", "Tandai usulan ini sudah dimasukkan ke SIPD"), "save_and_new"),
    PageAct("sipd", QT_TRANSLATE_NOOP("Search", "Simpan Excel urutan SIPD"), "save_list"),
    PageAct("sipd", QT_TRANSLATE_NOOP("Search", "Simpan rekonsiliasi SIPD untuk kecamatan"), "save_report"),
    PageAct("lampiran", QT_TRANSLATE_NOOP("Search", "Tambah foto forum"), "new_item"),
    PageAct("kirim", QT_TRANSLATE_NOOP("Search", "Kirim ke kabupaten"), "save_and_new"),
    PageAct("kirim", QT_TRANSLATE_NOOP("Search", "Cetak bukti terima"), "print_document"),
    PageAct("layar", QT_TRANSLATE_NOOP("Search", "Catat pembicaraan untuk notulen"), "new_item"),
    PageAct("riwayat", QT_TRANSLATE_NOOP("Search", "Cari di riwayat"), "focus_filter"),
)
