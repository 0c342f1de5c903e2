"""Lines above the tables: what a score means, votes that cannot be, and what the safeguard changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.domain.pagu import kata_pakai
from musrenbang_desktop.domain.penilaian import Kriteria
from musrenbang_desktop.services.penjelasan import PenjelasanService
from ui.prioritas.model import ScoreSheet


def tr(text: str) -> str:
    """Translate a text of these lines."""
    return QCoreApplication.translate("Prioritas", text)


def anchors(kriteria: Kriteria) -> str:
    """``Manfaat: 1 = kurang dari 10 KK; 2 = ...``; nothing for a criterion without written classes."""
    if not kriteria.kelas:
        return ""
    return f"{kriteria.nama}: " + "; ".join(f"{kelas.nilai} = {kelas.teks}" for kelas in kriteria.kelas)


def excess_words(sheet: ScoreSheet) -> str:
    """Which group has more votes than it could give."""
    names = {item.id: item.nama for item in sheet.aturan.kelompok}
    lines = []
    for found in sheet.lebih:
        text = tr("{kelompok}: tercatat {n}, paling banyak {most} titik.")
        if found.hal == "orang":
            text = tr("{kelompok}: tercatat {n} orang, padahal hanya {most}.")
        lines.append(text.format(kelompok=names[found.kelompok], n=found.tercatat, most=found.paling_banyak))
    return "\n".join(lines)


def limit_words(sheet: ScoreSheet, penjelasan: PenjelasanService) -> str:
    """Whom only a lot can part at a limit, what is left of each source, and who is a voter of equal shares."""
    if not (sheet.limited or penjelasan.batas_pagu()):
        return ""
    pilihan = penjelasan.pilihan(sheet.hasil)
    lines = []
    if tied := [one.usulan for one in pilihan.putusan if one.sebab == "seri_di_batas"]:
        words = tr("Batas jatuh di antara yang seri: {daftar}. Catat undian dulu; tempat dan uangnya ditahan.")
        lines.append(words.format(daftar=", ".join(sheet.usulan(one).label for one in tied)))
    if sheet.sources:
        lines.append(". ".join(kata_pakai(row) for row in penjelasan.pakai(pilihan.masuk)) + ".")
    if sheet.aturan.cara.pagu == "bagian_rata":
        lines.append(penjelasan.pemilih(sheet.hasil).kalimat)
    return "\n".join(lines)


def guard_words(sheet: ScoreSheet, penjelasan: PenjelasanService) -> str:
    """The first N without and with the safeguard, in labels."""
    lines = []
    for one in penjelasan.terjaga(sheet.hasil):
        swaps = ", ".join(
            tr("{masuk} menggantikan {keluar} ({asal})").format(
                masuk=sheet.usulan(swap.masuk).label, keluar=sheet.usulan(swap.keluar).label, asal=swap.asal
            )
            for swap in one.pertukaran
        )
        first = ", ".join(sheet.usulan(record).label for record in one.tanpa)
        text = tr("{n} teratas tanpa penjaga keterwakilan: {daftar}.").format(n=len(one.tanpa), daftar=first)
        lines.append(text)
        if one.seri:
            shared = ", ".join(sheet.usulan(record).label for record in one.seri)
            words = tr("Batas {n} teratas jatuh di antara yang seri, perlu diundi: {daftar}.")
            lines.append(words.format(n=len(one.tanpa), daftar=shared))
        lines.append(tr("Dengan penjaga: {tukar}.").format(tukar=swaps or tr("tidak ada yang berubah")))
        lines += [tr("{asal} masih kurang {n}.").format(asal=name, n=left) for _, name, left in one.tidak_terpenuhi]
    return "\n".join(lines)
