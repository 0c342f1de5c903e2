"""What differs from the kamus, and what the kamus would cost, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.kamus import BELUM_ADA, ButirKamus, Selisih, biaya_kamus
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("KamusWords", text)


def selisih(found: Selisih) -> str:
    """One warning as a sentence."""
    words = {
        "satuan_beda": tr("Satuannya lain: kamus memakai {batas}, jadi harga dan volumenya tidak dibandingkan."),
        "harga_di_atas": tr("Biaya per satuan {persen}% di atas harga kamus."),
        "harga_di_bawah": tr("Biaya per satuan {persen}% di bawah harga kamus."),
        "volume_kurang": tr("Volume kurang dari {batas}, yang paling kecil menurut kamus."),
        "volume_lebih": tr("Volume lebih dari {batas}, yang paling besar menurut kamus."),
        "tanpa_alasan": tr("Belum dipilih dari kamus, dan belum ada alasannya."),
        "kode_lain": tr("Kode kamus {batas} tidak ada dalam paket forum ini."),
    }
    return words[found.kode].format(persen=found.persen, batas=found.batas)


def hitungan(volume: str, butir: ButirKamus) -> str:
    """``120 m2 x Rp250.000 = Rp30.000.000``; nothing while volume or price is unknown."""
    biaya = biaya_kamus(volume, butir)
    if biaya is None:
        return ""
    return f"{volume} {butir.satuan} x {format_rupiah(butir.harga_satuan)} = {format_rupiah(biaya)}"


def known(services: Layanan, usulan: Usulan) -> str:
    """What the closed section says: the entry, how many differences, the cantolan."""
    parts = [usulan.kamus]
    differences = len(services.kamus.periksa(usulan))
    if differences:
        words = tr("{n} perlu dilihat").format(n=differences) if usulan.kamus else tr("belum dipilih dari kamus")
        parts.append(words)
    if usulan.alasan_luar_kamus:
        parts.append(tr("di luar kamus"))
    parts.append(tr("belum ada cantolan") if usulan.cantolan == BELUM_ADA else usulan.cantolan)
    return ", ".join(part for part in parts if part)
