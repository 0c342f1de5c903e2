"""The rules in one sentence with numbers, worked out as the hall would with a calculator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.penilaian import Aturan, Kriteria
from musrenbang_desktop.ranking.weighted import turned

_SCORES = (5, 4, 4, 5, 3)


def example(aturan: Aturan) -> str:
    """Scores 5, 4 and 3 worked out with their weights; the last one counts the other way round."""
    if not aturan.kriteria:
        return ""
    pairs = [(item, _given(item, place)) for place, item in enumerate(aturan.kriteria)]
    total = sum(turned(item, given) * item.bobot for item, given in pairs)
    return QCoreApplication.translate(
        "Prioritas", "Contoh: skor {skor} menjadi {hitung} = {jumlah}. Lalu diambil rata-rata semua kelompok."
    ).format(
        skor=", ".join(str(given) for _, given in pairs),
        hitung=" + ".join(_term(item, given) for item, given in pairs),
        jumlah=total,
    )


def _given(item: Kriteria, place: int) -> int:
    return max(item.terkecil, min(item.terbesar, _SCORES[place % len(_SCORES)]))


def _term(item: Kriteria, given: int) -> str:
    if item.arah == "untung":
        return f"{given}\u00d7{item.bobot}"
    return f"({item.terbesar + item.terkecil}\u2212{given})\u00d7{item.bobot}"
