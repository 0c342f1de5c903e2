"""Paket hari ini: which papers are printed now, in which order and how often, before anything is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from musrenbang_desktop.berita_acara import JENIS
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.domain.bentuk_sehari import PER_UNDANGAN, Saat
from musrenbang_desktop.domain.unsur import tanpa_undangan
from musrenbang_desktop.services.dokumen import DokumenInfo
from musrenbang_desktop.services.penggambar import Penggambar

NAMA = "Paket Hari Ini.pdf"
"""the one file of a package where there is no printer"""

#: What a paper needs to say something; papers that are not named always do.
_ADA: Mapping[str, Callable[[IsiBeritaAcara], object]] = {
    "undangan": lambda isi: isi.undangan,
    "tanda_terima": lambda isi: isi.undangan,
    "daftar_hadir_nama": lambda isi: isi.undangan,
    "susunan_acara": lambda isi: isi.forum.agenda,
    "ringkasan": lambda isi: isi.gambaran and isi.gambaran.usulan,
    "kertas_suara": lambda isi: isi.kertas_suara and any(one.pilihan for one in isi.kertas_suara.kelompok),
    "tanda_terima_usulan": lambda isi: isi.sehari.slip,
    "verifikasi": lambda isi: isi.sehari.verifikasi,
    "lembar_jawaban": lambda isi: isi.sehari.jawaban,
    "penundaan": lambda isi: isi.penundaan,
    "mandat": lambda isi: isi.delegasi,
    "lembar_hitung": lambda isi: isi.prioritas or isi.belum_disepakati,
    "lengkap": lambda isi: isi.prioritas or isi.belum_disepakati,
    "prioritas": lambda isi: isi.prioritas,
    "belum_disepakati": lambda isi: isi.belum_disepakati,
}


@dataclass(frozen=True, slots=True)
class BarisCetak:
    """One paper of the package. ``catatan`` says why it is not ticked: printed already, or nothing to print yet;
    ``awas`` what is to be seen before it is printed.
    """

    jenis: str
    saat: Saat
    rangkap: int
    dicentang: bool
    catatan: str = ""
    awas: str = ""


def saat_ini(isi: IsiBeritaAcara) -> Saat:
    """Where the day stands, by what is recorded: nobody here yet, people here, the result closed."""
    if isi.tanda_air != "DRAF" and (isi.prioritas or isi.belum_disepakati):
        return "sesudah"
    return "pelaksanaan" if isi.hitungan.hadir else "sebelum"


def paket_hari_ini(penggambar: Penggambar, infos: Mapping[str, DokumenInfo]) -> list[BarisCetak]:
    """The package of the profile: what belongs to now is ticked, but nothing that was printed already or is empty.

    Raises ProfileInvalid.
    """
    isi, now = penggambar.isi, saat_ini(penggambar.isi)
    found = []
    for row in penggambar.profil().sehari.paket:
        if row.jenis not in JENIS or row.jenis not in infos:
            continue
        copies = max(1, len(isi.undangan)) if row.rangkap == PER_UNDANGAN else int(row.rangkap)
        note = _note(row.jenis, isi, infos[row.jenis])
        found.append(BarisCetak(row.jenis, row.saat, copies, row.saat == now and not note, note, awas(row.jenis, isi)))
    return found


def awas(jenis: str, isi: IsiBeritaAcara) -> str:
    """What is to be seen in red before this paper is printed: whom the letters do not reach. Nothing of other papers.

    The letters may be printed all the same.
    """
    if jenis != "undangan":
        return ""
    unasked = tanpa_undangan(isi.forum.target_unsur, isi.hitungan.per_unsur)
    return f"Belum ada undangan untuk: {', '.join(unasked)}." if unasked else ""


def _note(jenis: str, isi: IsiBeritaAcara, info: DokumenInfo) -> str:
    printed = info.cetakan.jam_cetak if info.cetakan else ""
    if printed:
        return f"sudah dicetak pukul {printed.partition('T')[2][:5].replace(':', '.')}"
    return "" if _ADA.get(jenis, _always)(isi) else "belum ada isinya"


def _always(_isi: IsiBeritaAcara) -> bool:
    """Of a paper that always says something."""
    return True
