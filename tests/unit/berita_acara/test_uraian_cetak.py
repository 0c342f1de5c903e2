"""What an usulan says besides is printed where the profile of a kabupaten names its column."""

from __future__ import annotations

from musrenbang_desktop.berita_acara.isi import baris_prioritas
from musrenbang_desktop.berita_acara.priorities import priority_cells
from musrenbang_desktop.domain.bentuk_cetak import SUSUNAN
from musrenbang_desktop.domain.kesepakatan import Butir
from musrenbang_desktop.domain.profile import KOLOM
from musrenbang_desktop.domain.uraian import CETAK
from musrenbang_desktop.domain.usulan import Usulan

KNOWN = {
    "tujuan": "Warga aman", "latar_belakang": "Sejak 2019", "penyebab": "Tebing tanah", "akibat": "Jalan putus",
    "potensi": "Batu kali", "maksud": "Menahan tebing", "dasar_hukum": "RPJM Desa", "jenis_belanja": "Belanja modal",
    "dimensi": "100 x 2 m", "swadaya_tenaga": "30 orang", "swadaya_bahan": "2 rit", "unsur_pengusul": "PKK",
    "harga_satuan": "Rp220.000", "sumber_harga": "Harga satuan pokok kegiatan (HSPK)",
    "status_lahan": "Milik warga, perlu hibah", "penerima_kk": "11", "penerima_anak": "0", "penerima_lansia": "4",
}  # fmt: skip


def line(**fields: object) -> list[str]:
    usulan = Usulan(id="u", forum="f", nomor=1, judul="Talud", **fields)
    return priority_cells(list(CETAK))(baris_prioritas(usulan, Butir(usulan="u", keluaran="ke_kecamatan"), 1))


def test_every_one_of_them_can_be_a_column() -> None:
    assert set(CETAK) == set(KNOWN)
    for columns in (KOLOM["prioritas"], SUSUNAN["rkp_desa"].tabel[""], SUSUNAN["du_rkp"].tabel[""]):
        assert set(CETAK) <= columns


def test_it_is_printed_in_words_and_what_is_unknown_as_a_dash() -> None:
    recorded = {
        **KNOWN, "harga_satuan": 220_000, "sumber_harga": "hspk", "status_lahan": "warga", "penerima_kk": 11,
        "penerima_anak": 0, "penerima_lansia": 4,
    }  # fmt: skip
    assert line(**recorded) == [KNOWN[name] for name in CETAK]
    assert set(line()) == {"-"}
