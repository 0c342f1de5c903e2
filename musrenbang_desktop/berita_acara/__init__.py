"""The printed documents of a forum: one engine draws what is previewed, printed, saved and hashed.

reportlab is loaded by the first call of ``render``, not by the import of this package.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
    from musrenbang_desktop.domain.profile import Profile

JENIS: Mapping[str, str] = {
    "berita_acara": "Berita acara",
    "daftar_hadir": "Lampiran I: Daftar hadir",
    "prioritas": "Lampiran II: Daftar kegiatan prioritas",
    "belum_disepakati": "Lampiran III: Usulan yang belum disepakati",
    "kelompok": "Lampiran IV: Hasil kelompok diskusi",
    "delegasi": "Lampiran V: Delegasi",
    "lengkap": "Berita acara lengkap dengan lampiran",
    "undangan": "Surat undangan",
    "tanda_terima": "Tanda terima undangan",
    "susunan_acara": "Susunan acara",
    "daftar_hadir_nama": "Daftar hadir terisi nama, untuk meja hadir",
    "daftar_hadir_kosong": "Daftar hadir kosong, untuk tamu",
    "keterwakilan": "Keterwakilan peserta",
    "kertas_suara": "Surat suara atau lembar skor kosong",
    "naskah_suara": "Naskah fasilitator untuk membacakan surat suara",
    "penundaan": "Berita acara penundaan",
    "mandat": "Surat mandat delegasi",
    "ringkasan": "Ringkasan untuk peserta",
    "lembar_hitung": "Lembar hitung prioritas, untuk siapa saja yang ingin menghitung ulang",
    "giliran_bicara": "Giliran bicara dan waktu acara",
    "notulen": "Notulen",
    "notulen_kosong": "Notulen kosong bergaris, untuk catatan tangan",
    "tanpa_kuorum": "Berita acara pembukaan tanpa kuorum",
    "daftar_rw": "Daftar usulan per RW, dusun, atau kelompok",
    "rekapitulasi": "Rekapitulasi usulan warga",
    "pagu_indikatif": "Pagu indikatif",
    "sk_tim": "Surat keputusan tim penyelenggara",
    "sk_delegasi": "Surat keputusan delegasi",
    "poster": "Poster ajakan hadir",
    "poster_a3": "Poster ajakan hadir, A3",
    "poster_hasil": "Poster hasil kesepakatan",
    "poster_hasil_a3": "Poster hasil kesepakatan, A3",
    "poster_jawaban_a3": "Poster jawaban usulan, A3",
    "tanda_terima_usulan": "Tanda terima usulan untuk pengusul",
    "ringkasan_layar": "Ringkasan satu halaman untuk layar",
    "rkp_desa": "RKP Desa: kegiatan yang dibiayai sendiri",
    "du_rkp": "DU-RKP Desa: daftar usulan ke tingkat atas",
    "buku_rencana": "Buku rencana kerja pembangunan",
    "buku_aspirasi": "Buku data aspirasi masyarakat (BPD)",
    "buku_keputusan": "Buku keputusan Musrenbang Desa (BPD)",
    "verifikasi": "Formulir verifikasi usulan yang disepakati",
    "perubahan": "Perubahan dari versi sebelumnya",
    "lembar_jawaban": "Lembar jawaban usulan",
    "lembar_uji": "Lembar uji printer",
    "segel": "Lembar segel: tanda tangan saksi dan catatan tambahan",
}
"""Every document that can be asked for, with its title for the operator."""

TANPA_CAP = frozenset(
    {
        "poster",
        "poster_a3",
        "poster_hasil",
        "poster_hasil_a3",
        "poster_jawaban_a3",
        "ringkasan_layar",
        "lembar_uji",
        "daftar_hadir_kosong",
        "notulen_kosong",
    }
)
"""Sheets that prove nothing: a second print of them carries no mark."""

#: Papers that are final before the result is agreed.
BEFORE_THE_FORUM = frozenset(
    {
        "undangan",
        "tanda_terima",
        "susunan_acara",
        "daftar_hadir_nama",
        "daftar_hadir_kosong",
        "kertas_suara",
        "naskah_suara",
        "penundaan",
        "ringkasan",
        "notulen_kosong",
        "tanpa_kuorum",
        "daftar_rw",
        "rekapitulasi",
        "sk_tim",
        "poster",
        "poster_a3",
        "tanda_terima_usulan",
        "lembar_uji",
    }
)

#: Whatever is decided or answered later, these say only what is recorded by then: no trace, no mark of a draft.
WITHOUT_TRACE = BEFORE_THE_FORUM | {"lembar_jawaban", "poster_jawaban_a3"}


def isi_untuk(jenis: str, isi: IsiBeritaAcara) -> IsiBeritaAcara:
    """What this paper says of the state of the forum: one that is final before the result bears no trace, no draft.

    A reprint of it is the same whatever happened since.
    """
    if jenis not in WITHOUT_TRACE:
        return isi
    return replace(isi, jejak="", tanda_air="LATIHAN" if isi.tanda_air == "LATIHAN" else "")


def render(jenis: str, isi: IsiBeritaAcara, profile: Profile) -> bytes:
    """The PDF of one document (a key of JENIS). The same isi and profile always give the same bytes.

    Raises ValueError for an unknown jenis, RuleBroken when the date or an hour of the forum cannot be read.
    """
    from musrenbang_desktop.berita_acara.documents import draw  # reportlab is loaded only when a document is made

    if jenis not in JENIS:
        raise ValueError(f"unknown document: {jenis}")
    return draw(jenis, isi, profile)
