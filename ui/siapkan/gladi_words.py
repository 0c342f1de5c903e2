"""The rehearsal in the words of the operator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.services.gladi import Butir
from ui.shortened import listed
from ui.tanggal_text import show_tanggal
from ui.translation import QT_TRANSLATE_NOOP

_WORDS: dict[tuple[str, str], str] = {
    ("latihan", "belum"): QT_TRANSLATE_NOOP("Gladi", "Ruang latihan belum dipakai di laptop ini."),
    ("latihan", "lama"): QT_TRANSLATE_NOOP(
        "Gladi", "Terakhir berlatih {kapan}, sebelum musyawarah ini disiapkan. Coba sekali lagi."
    ),
    ("latihan", "beres"): QT_TRANSLATE_NOOP("Gladi", "Terakhir berlatih {kapan}."),
    ("lembar_uji", "belum"): QT_TRANSLATE_NOOP(
        "Gladi", "Lembar uji belum dicetak. Cetak di kertas yang dipakai pada harinya."
    ),
    ("lembar_uji", "ukur"): QT_TRANSLATE_NOOP(
        "Gladi", "Dicetak {kapan}. Ukur kertasnya dengan penggaris, lalu centang."
    ),
    ("lembar_uji", "di_luar"): QT_TRANSLATE_NOOP("Gladi", "Kertas dicetak di tempat lain."),
    ("lembar_uji", "beres"): QT_TRANSLATE_NOOP("Gladi", "Dicetak {kapan}, ukurannya benar."),
    ("layar", "belum"): QT_TRANSLATE_NOOP(
        "Gladi", "Layar belum pernah tampil di layar kedua. Pasang kabel proyektor, lalu buka layar."
    ),
    ("layar", "tanpa"): QT_TRANSLATE_NOOP("Gladi", "Musyawarah ini tanpa proyektor."),
    ("layar", "beres"): QT_TRANSLATE_NOOP("Gladi", "Tampil di layar kedua {kapan}."),
    ("titik_simpan", "belum"): QT_TRANSLATE_NOOP("Gladi", "Belum ada titik simpan."),
    ("titik_simpan", "lama"): QT_TRANSLATE_NOOP("Gladi", "Yang terakhir {kapan}, sudah lama."),
    ("titik_simpan", "beres"): QT_TRANSLATE_NOOP("Gladi", "Yang terakhir {kapan}."),
    ("flashdisk", "belum"): QT_TRANSLATE_NOOP("Gladi", "Belum ada salinan di luar laptop ini."),
    ("flashdisk", "lama"): QT_TRANSLATE_NOOP("Gladi", "Disalin {kapan}, sudah lama. Salin sekali lagi."),
    ("flashdisk", "beres"): QT_TRANSLATE_NOOP("Gladi", "Disalin {kapan} dan terbaca kembali dengan benar."),
    ("kertas", "belum"): QT_TRANSLATE_NOOP("Gladi", "Belum ada yang diundang."),
    ("kertas", "unsur"): QT_TRANSLATE_NOOP("Gladi", "Belum ada undangan untuk {nama}."),
    ("kertas", "surat"): QT_TRANSLATE_NOOP("Gladi", "{n} undangan belum dicetak atau diserahkan."),
    ("kertas", "beres"): QT_TRANSLATE_NOOP("Gladi", "{n} undangan sudah dicetak; setiap unsur diundang."),
}


def told(item: Butir) -> str:
    """How one item stands, as a sentence."""
    when = ""
    if item.jam:
        when = f"{show_tanggal(item.jam.date().isoformat(), 'd MMMM')} {item.jam:%H.%M}"
    text = QCoreApplication.translate("Gladi", _WORDS[item.kunci, item.fakta])
    return text.format(kapan=when, n=item.jumlah, nama=listed(list(item.nama)))


def days_left(days: int) -> str:
    """How far the forum is away."""
    if days > 1:
        return QCoreApplication.translate("Gladi", "Musyawarah {n} hari lagi.").format(n=days)
    if days == 1:
        return QCoreApplication.translate("Gladi", "Musyawarah besok.")
    if days == 0:
        return QCoreApplication.translate("Gladi", "Musyawarah hari ini.")
    return QCoreApplication.translate("Gladi", "Musyawarahnya sudah lewat.")
