"""The rules in one sentence with numbers, worked out as the hall would with a calculator."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.cara import BERBANDING
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan, Kriteria
from musrenbang_desktop.domain.templat import Templat
from musrenbang_desktop.ranking.explain import TEKS_GABUNG, teks_nilai
from musrenbang_desktop.ranking.weighted import bobot, points, turned

_SCORES = (5, 4, 4, 5, 3)


def tr(text: str) -> str:
    """Translate a text of the examples."""
    return QCoreApplication.translate("Prioritas", text)


def example(aturan: Aturan) -> str:
    """Scores 5, 4 and 3 worked out with their weights; those where less is better count the other way round."""
    if not aturan.kriteria:
        return ""
    metode = aturan.cara.metode
    if metode in ("normal", "ahp_normal"):
        return _against_best(aturan)
    if metode == "kali":
        return _multiplied(aturan)
    if metode == "banding":
        return tr("Contoh: menang atas 4 usulan dan sama penting dengan 1 usulan = 4,5.")
    return _added(aturan)


def worked(templat: Templat) -> str:
    """The example of a template: what each usulan was given, its nilai and its place."""
    from musrenbang_desktop.ranking.count import count

    hasil = count(templat.aturan_contoh, templat.contoh.lembar, templat.contoh.usulan)
    lines = []
    for row in hasil.baris:
        given = "; ".join(", ".join(str(n) for n in scores) for scores in row.skor)
        shown = (
            tr("{usulan}: {skor} \u2192 nilai {nilai}, peringkat {peringkat}")
            if given
            else tr("{usulan}: nilai {nilai}, peringkat {peringkat}")
        )
        lines.append(
            shown.format(
                usulan=row.usulan, skor=given, nilai=teks_nilai(row.nilai or Fraction()), peringkat=row.peringkat
            )
        )
    return "\n".join(lines)


def _added(aturan: Aturan) -> str:
    try:
        weights = bobot(aturan)
    except RuleBroken:
        return tr("Bobot dihitung sesudah semua kriteria dibandingkan.")
    rows = [
        (item, weight, _given(item, place))
        for place, (item, weight) in enumerate(zip(aturan.kriteria, weights, strict=True))
    ]
    total = sum((points(item, given) * weight for item, weight, given in rows), Fraction())
    text = tr("Contoh: skor {skor} menjadi {hitung} = {jumlah}.").format(
        skor=", ".join(str(given) for _, _, given in rows),
        hitung=" + ".join(_term(item, weight, given) for item, weight, given in rows),
        jumlah=teks_nilai(total),
    )
    if aturan.cara.gabung == "rata_rata":
        return text + tr(" Lalu diambil rata-rata semua kelompok.")
    return text + " " + tr("Lalu: {cara}.").format(cara=TEKS_GABUNG[aturan.cara.gabung])


def _multiplied(aturan: Aturan) -> str:
    given = [_given(item, place) for place, item in enumerate(aturan.kriteria)]
    total = 1
    for item, score in zip(aturan.kriteria, given, strict=True):
        total *= turned(item, score)
    return tr("Contoh: {hitung} = {jumlah}.").format(
        hitung=" \u00d7 ".join(str(turned(item, score)) for item, score in zip(aturan.kriteria, given, strict=True)),
        jumlah=total,
    )


def _against_best(aturan: Aturan) -> str:
    first = aturan.kriteria[0]
    weight: Fraction | str = Fraction(first.bobot)
    if aturan.cara.metode in BERBANDING:
        try:
            weight = bobot(aturan)[0]
        except RuleBroken:
            return tr("Bobot dihitung sesudah semua kriteria dibandingkan.")
    share = Fraction(2, 4)
    shown = f"{weight} \u00d7 2 : 4 = {teks_nilai(Fraction(weight) * share)}"
    if first.arah == "untung":
        return tr("Contoh {nama}: skor 2, yang terbaik 4, jadi {hitung}.").format(nama=first.nama, hitung=shown)
    return tr("Contoh {nama}: skor 4, yang terkecil 2, jadi {hitung}.").format(nama=first.nama, hitung=shown)


def _given(item: Kriteria, place: int) -> int:
    return max(item.terkecil, min(item.terbesar, _SCORES[place % len(_SCORES)]))


def _term(item: Kriteria, weight: Fraction, given: int) -> str:
    if item.berpoin:
        return f"{teks_nilai(points(item, given))}\u00d7{weight}"
    if item.arah == "untung":
        return f"{given}\u00d7{weight}"
    return f"({item.terbesar + item.terkecil}\u2212{given})\u00d7{weight}"
