"""A package in words: its name, what is in it, its calendar."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from musrenbang_desktop.db.queries.paket import PaketTersimpan
from musrenbang_desktop.services.kalender import Tenggat
from ui.siapkan.tanggal_edit import show_tanggal


def tr(text: str) -> str:
    """Translate a text of this module."""
    return QCoreApplication.translate("PaketWords", text)


def named(paket: PaketTersimpan) -> str:
    """``050/12/2026, 5 Januari 2026, Kabupaten Contoh, tahun rencana 2027``; a list of the village by its file."""
    if not paket.kunci:
        return tr("kamus desa sendiri ({berkas})").format(berkas=paket.nomor)
    day = show_tanggal(paket.tanggal, "d MMMM yyyy")
    return tr("nomor {nomor}, {hari}, {kabupaten}, tahun rencana {tahun}").format(
        nomor=paket.nomor, hari=day, kabupaten=paket.kabupaten, tahun=paket.tahun_rencana
    )


def contents(counts: Mapping[str, int]) -> str:
    """``Isinya: 5 kamus usulan, 2 kalender, 1 bentuk formulir.``"""
    from musrenbang_desktop.domain.bagian_paket import BAGIAN

    forms = sum(name not in BAGIAN for name in counts)
    parts = [f"{n} {BAGIAN[name].sebutan}" for name, n in ((name, counts.get(name, 0)) for name in BAGIAN) if n]
    if forms:
        parts.append(tr("{n} bentuk formulir").format(n=forms))
    return tr("Isinya: {daftar}.").format(daftar=", ".join(parts) or tr("tidak ada"))


def calendar_line(line: Tenggat) -> str:
    """``Musrenbang Desa ditutup Sabtu, 31 Januari 2026, 10 hari lagi.``"""
    words = {
        "belum_buka": tr("{tahap} dibuka {n} hari lagi, ditutup {hari}."),
        "buka": tr("{tahap} ditutup {hari}, {n} hari lagi.") if line.hari else tr("{tahap} ditutup hari ini, {hari}."),
        "lewat": tr("{tahap} sudah ditutup {hari}, {n} hari lalu. Tetap dapat dicatat dan dikirim."),
    }
    return words[line.keadaan].format(tahap=line.tahap, n=line.hari, hari=show_tanggal(line.tutup, "dddd, d MMMM yyyy"))
