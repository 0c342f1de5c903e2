"""The statutory books as lists, column by column as they are printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from musrenbang_desktop.domain.buku import BarisAspirasi, BarisKeputusan, BarisRencana, IsiBuku
from musrenbang_desktop.exchange.listing import Daftar, Kolom

NamaBuku = Literal["buku_rencana", "buku_aspirasi", "buku_keputusan"]

_KOLOM: Mapping[NamaBuku, tuple[str, tuple[Kolom, ...]]] = {
    "buku_rencana": (
        "Buku Rencana Kerja Pembangunan",
        (
            Kolom("No urut", kunci="nomor"),
            Kolom("Nama proyek/kegiatan", kunci="kegiatan"),
            Kolom("Lokasi", kunci="lokasi"),
            Kolom("Dana pemerintah", "rupiah", "pemerintah"),
            Kolom("Dana provinsi", "rupiah", "provinsi"),
            Kolom("Dana kab/kota", "rupiah", "kabupaten"),
            Kolom("Swadaya", "rupiah", "swadaya"),
            Kolom("Jumlah", "rupiah", "jumlah"),
            Kolom("Pelaksana", kunci="pelaksana"),
            Kolom("Manfaat", kunci="manfaat"),
            Kolom("Keterangan", kunci="keterangan"),
        ),
    ),
    "buku_aspirasi": (
        "Buku Aspirasi Masyarakat",
        (
            Kolom("No urut", kunci="nomor"),
            Kolom("Tanggal", kunci="tanggal"),
            Kolom("Nama/lembaga pihak penyampai aspirasi", kunci="pihak"),
            Kolom("Aspirasi yang disampaikan", kunci="aspirasi"),
            Kolom("Tindak lanjut", kunci="tindak_lanjut"),
        ),
    ),
    "buku_keputusan": (
        "Buku Keputusan Musrenbang",
        (
            Kolom("No urut", kunci="nomor"),
            Kolom("Tanggal", kunci="tanggal"),
            Kolom("Pokok-pokok usulan/kegiatan", kunci="pokok"),
            Kolom("Keterangan", kunci="keterangan"),
        ),
    ),
}


def buku(nama: NamaBuku, isi: IsiBuku) -> Daftar:
    """One book with the lines that its PDF prints; unknown money is an empty cell."""
    rows: Mapping[NamaBuku, Sequence[BarisRencana | BarisAspirasi | BarisKeputusan]] = {
        "buku_rencana": isi.rencana,
        "buku_aspirasi": isi.aspirasi,
        "buku_keputusan": isi.keputusan,
    }
    judul, kolom = _KOLOM[nama]
    return Daftar(judul, kolom, [[getattr(row, one.kunci) for one in kolom] for row in rows[nama]])
