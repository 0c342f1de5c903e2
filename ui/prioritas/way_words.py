"""The way of counting in a few words, as it is read aloud."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.penilaian import Aturan


def tr(text: str) -> str:
    """Translate a text of the ways."""
    return QCoreApplication.translate("Prioritas", text)


def way_words(aturan: Aturan) -> str:
    """Nothing for the usual way, so that the usual page stays as short as it is."""
    cara = aturan.cara
    words = {
        "bobot": "",
        "normal": tr("Cara: dibanding yang terbaik."),
        "ahp": tr("Cara: bobot dari perbandingan kriteria."),
        "ahp_normal": tr("Cara: bobot dari perbandingan kriteria, lalu dibanding yang terbaik."),
        "kali": tr("Cara: nilai dikalikan."),
        "banding": tr("Cara: usulan dibandingkan dua-dua."),
        "peringkat": tr("Cara: pilihan 1, 2, dan 3."),
        "setuju": tr("Cara: jumlah orang yang setuju."),
        "titik": tr("Cara: jumlah titik."),
    }[cara.metode]
    secret = tr("Diisi rahasia.") if cara.rahasia else ""
    return " ".join(filter(None, (words, secret)))
