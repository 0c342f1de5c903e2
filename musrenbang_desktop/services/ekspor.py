"""The lists of a forum as facts, for a file that another program reads. Contacts are never in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeVar, get_args

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.exchange.listing import Daftar, Isi, Kolom
from musrenbang_desktop.services.dokumen import berkas_forum
from musrenbang_desktop.services.kalimat_usulan import shown
from musrenbang_desktop.services.layanan import Layanan

T = TypeVar("T")
NamaUtama = Literal["usulan", "peserta", "kesepakatan"]
NamaLain = Literal["sipd", "rekonsiliasi_sipd", "buku_rencana", "buku_aspirasi", "buku_keputusan"]
Nama = NamaUtama | NamaLain
#: The lists of every export; the others are written when they are asked for.
NAMA: tuple[NamaUtama, ...] = get_args(NamaUtama)
NAMA_LAIN: tuple[NamaLain, ...] = get_args(NamaLain)

_Kolom = tuple[Kolom, Callable[[T], Isi]]

_USULAN: tuple[_Kolom[Usulan], ...] = (
    (Kolom("No", kunci="nomor"), lambda u: u.label),
    (Kolom("Usulan", kunci="judul"), lambda u: u.judul),
    (Kolom("Masalah", kunci="masalah"), lambda u: u.masalah),
    (Kolom("Dusun", kunci="dusun"), lambda u: u.dusun),
    (Kolom("RT", kunci="rt"), lambda u: u.rt),
    (Kolom("RW", kunci="rw"), lambda u: u.rw),
    (Kolom("Lokasi", kunci="lokasi"), lambda u: u.lokasi),
    (Kolom("Volume", kunci="volume"), lambda u: u.volume),
    (Kolom("Satuan", kunci="satuan"), lambda u: u.satuan),
    (Kolom("Perkiraan biaya", "rupiah", "perkiraan_biaya"), lambda u: u.perkiraan_biaya),
    (Kolom("Pengusul", kunci="pengusul"), lambda u: u.pengusul),
    (Kolom("Bidang", kunci="bidang"), lambda u: u.bidang),
    (Kolom("Penerima manfaat", kunci="penerima_manfaat"), lambda u: u.penerima_manfaat),
    (Kolom("Perangkat daerah", kunci="perangkat_daerah"), lambda u: u.perangkat_daerah),
    (Kolom("Keterangan", kunci="keterangan"), lambda u: u.keterangan),
    (Kolom("Tujuan", kunci="tujuan"), lambda u: u.tujuan),
    (Kolom("Latar belakang usulan", kunci="latar_belakang"), lambda u: u.latar_belakang),
    (Kolom("RW/kelompok asal", kunci="asal"), lambda u: u.asal_urut),
    (Kolom("Urutan di asalnya", kunci="peringkat_asal"), lambda u: u.peringkat_asal),
    (Kolom("Datang lewat", kunci="sumber_usulan"), lambda u: shown("sumber_usulan", u.sumber_usulan)),
    (Kolom("Penerima laki-laki", kunci="penerima_l"), lambda u: u.penerima_l),
    (Kolom("Penerima perempuan", kunci="penerima_p"), lambda u: u.penerima_p),
    (Kolom("Rumah tangga miskin", kunci="penerima_rtm"), lambda u: u.penerima_rtm),
    (Kolom("Penyandang disabilitas", kunci="penerima_difabel"), lambda u: u.penerima_difabel),
    (Kolom("Kewenangan", kunci="kewenangan"), lambda u: shown("kewenangan", u.kewenangan)),
    (Kolom("Kode kegiatan", kunci="kode_kegiatan"), lambda u: u.kode_kegiatan),
    (Kolom("Sumber dana", kunci="sumber_dana"), lambda u: shown("sumber_dana", u.sumber_dana)),
    (Kolom("Kesiapan", kunci="kesiapan"), lambda u: shown("kesiapan", u.kesiapan)),
    (Kolom("Peringatan teknis", kunci="peringatan"), lambda u: shown("peringatan", u.peringatan)),
    (Kolom("Catatan pembahasan", kunci="catatan"), lambda u: shown("catatan", u.catatan)),
    (Kolom("Tema pengusul", kunci="tema_asal"), lambda u: shown("tema_asal", u.tema_asal)),
    (Kolom("Tema", kunci="tema_penerima"), lambda u: shown("tema_penerima", u.tema_penerima)),
    (Kolom("SDGs Desa ke", kunci="sdgs"), lambda u: u.sdgs),
    (Kolom("Data eksisting", kunci="data_eksisting"), lambda u: u.data_eksisting),
    (Kolom("Target capaian", kunci="target_capaian"), lambda u: u.target_capaian),
    (Kolom("Waktu pelaksanaan", kunci="waktu_pelaksanaan"), lambda u: u.waktu_pelaksanaan),
    (Kolom("Pola pelaksanaan", kunci="pola_pelaksanaan"), lambda u: shown("pola_pelaksanaan", u.pola_pelaksanaan)),
    (Kolom("Rencana pelaksana", kunci="pelaksana"), lambda u: u.pelaksana),
    (Kolom("Penyebab masalah", kunci="penyebab"), lambda u: u.penyebab),
    (Kolom("Akibat bila ditunda", kunci="akibat"), lambda u: u.akibat),
    (Kolom("Potensi setempat", kunci="potensi"), lambda u: u.potensi),
    (Kolom("Maksud", kunci="maksud"), lambda u: u.maksud),
    (Kolom("Dasar hukum", kunci="dasar_hukum"), lambda u: u.dasar_hukum),
    (Kolom("Jenis belanja", kunci="jenis_belanja"), lambda u: u.jenis_belanja),
    (Kolom("Dimensi", kunci="dimensi"), lambda u: u.dimensi),
    (Kolom("Harga satuan", "rupiah", "harga_satuan"), lambda u: u.harga_satuan),
    (Kolom("Sumber harga", kunci="sumber_harga"), lambda u: shown("sumber_harga", u.sumber_harga)),
    (Kolom("Swadaya tenaga", kunci="swadaya_tenaga"), lambda u: u.swadaya_tenaga),
    (Kolom("Swadaya bahan", kunci="swadaya_bahan"), lambda u: u.swadaya_bahan),
    (Kolom("Status lahan", kunci="status_lahan"), lambda u: shown("status_lahan", u.status_lahan)),
    (Kolom("Unsur yang diwakili", kunci="unsur_pengusul"), lambda u: u.unsur_pengusul),
    (Kolom("Penerima KK", kunci="penerima_kk"), lambda u: u.penerima_kk),
    (Kolom("Penerima anak", kunci="penerima_anak"), lambda u: u.penerima_anak),
    (Kolom("Penerima lansia", kunci="penerima_lansia"), lambda u: u.penerima_lansia),
    (Kolom("Lintang", kunci="lintang"), lambda u: u.lintang),
    (Kolom("Bujur", kunci="bujur"), lambda u: u.bujur),
    (Kolom("Status", kunci="status"), lambda u: u.status),
    (Kolom("Alasan dibatalkan", kunci="alasan_batal"), lambda u: u.alasan_batal),
)

_PESERTA: tuple[_Kolom[Peserta], ...] = (
    (Kolom("No", kunci="nomor"), lambda p: p.nomor),
    (Kolom("Nama", kunci="nama"), lambda p: p.nama),
    (Kolom("L/P", kunci="jenis_kelamin"), lambda p: p.jenis_kelamin),
    (Kolom("Unsur", kunci="unsur"), lambda p: p.unsur),
    (Kolom("Jabatan", kunci="jabatan"), lambda p: p.jabatan),
    (Kolom("Usia", kunci="usia"), lambda p: p.usia),
    (Kolom("Dusun", kunci="dusun"), lambda p: p.dusun),
    (Kolom("RT", kunci="rt"), lambda p: p.rt),
    (Kolom("RW", kunci="rw"), lambda p: p.rw),
    (Kolom("Diundang", kunci="diundang"), lambda p: "ya" if p.diundang else "tidak"),
    (Kolom("Hadir", kunci="hadir"), lambda p: p.hadir),
    (Kolom("Wakil dari", kunci="wakil_dari"), lambda p: p.wakil_dari),
)


def kumpulan(layanan: Layanan, nama: Nama) -> list[Daftar]:
    """What belongs together under one name: the sheets of one workbook.

    Raises RuleBroken("forum", "belum_ada") and, for a book of the BPD in a kelurahan, ("buku", "tanpa_bpd").
    """
    from musrenbang_desktop.services.ekspor_buku import buku
    from musrenbang_desktop.services.ekspor_sipd import arti_kolom, isian_formulir, rekonsiliasi, urutan_sipd

    match nama:
        case "sipd":
            forum = layanan.forum.aktif()
            if forum is None:
                raise RuleBroken("forum", "belum_ada")
            rows = layanan.sipd.antrean()
            return [urutan_sipd(forum, rows), isian_formulir(forum, rows), arti_kolom()]
        case "rekonsiliasi_sipd":
            return rekonsiliasi(layanan.sipd.antrean())
        case "buku_rencana" | "buku_aspirasi" | "buku_keputusan":
            isi = layanan.dokumen.isi()
            if nama not in berkas_forum(isi.forum):
                raise RuleBroken("buku", "tanpa_bpd")
            return [buku(nama, isi.buku)]
        case _:
            return [daftar(layanan, nama)]


def daftar(layanan: Layanan, nama: NamaUtama) -> Daftar:
    """One list of the forum on the desk, in the order of its numbers, or of the agreement."""
    if nama == "usulan":
        return _listed("Usulan", _USULAN, layanan.usulan.daftar())
    if nama == "peserta":
        return _listed("Peserta", _PESERTA, layanan.peserta.daftar())
    return _agreement(layanan)


def _listed(name: str, columns: Sequence[_Kolom[T]], rows: Sequence[T]) -> Daftar:
    return Daftar(name, tuple(kolom for kolom, _ in columns), [[fact(row) for _, fact in columns] for row in rows])


def _agreement(layanan: Layanan) -> Daftar:
    found = layanan.kesepakatan.sekarang()
    usulan = {satu.id: satu for satu in layanan.usulan.daftar()}
    ranks = {baris.usulan: baris for baris in layanan.prioritas.hasil().baris}

    def rank(butir: Butir) -> int | None:
        baris = ranks.get(butir.usulan)
        return baris.peringkat if baris is not None and baris.nilai is not None else None

    def fact(butir: Butir, name: str) -> Isi:
        satu = usulan.get(butir.usulan)
        value: Isi = getattr(satu, name) if satu is not None else None
        return value

    columns: tuple[_Kolom[tuple[int, Butir]], ...] = (
        (Kolom("Urutan", kunci="urutan"), lambda place: place[0]),
        (Kolom("No", kunci="nomor"), lambda place: fact(place[1], "label")),
        (Kolom("Usulan", kunci="judul"), lambda place: fact(place[1], "judul")),
        (Kolom("Perkiraan biaya", "rupiah", "perkiraan_biaya"), lambda place: fact(place[1], "perkiraan_biaya")),
        (Kolom("Keluaran", kunci="keluaran"), lambda place: place[1].keluaran.replace("_", " ")),
        (Kolom("Alasan", kunci="alasan"), lambda place: place[1].alasan),
        (Kolom("Alasan dipindah", kunci="alasan_pindah"), lambda place: place[1].alasan_pindah),
        (Kolom("Peringkat", kunci="peringkat"), lambda place: rank(place[1])),
        (
            Kolom("Nilai", "desimal", "nilai"),
            lambda place: ranks[place[1].usulan].nilai if place[1].usulan in ranks else None,
        ),
    )
    return _listed("Kesepakatan", columns, list(enumerate(found.butir if found else (), 1)))
