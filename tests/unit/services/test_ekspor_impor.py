"""A list that was saved for another program is read back as it was."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.domain.sumber_dana import SumberDana
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.exchange.listing_text import as_csv
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx
from musrenbang_desktop.exchange.usulan_import import periksa
from musrenbang_desktop.services.ekspor import daftar
from musrenbang_desktop.services.layanan import Layanan

WHOLE = UsulanBaru(
    judul="Talud sungai",
    masalah="Longsor tiap hujan",
    dusun="Krajan",
    rt="02",
    rw="01",
    lokasi="depan SDN 2",
    volume="569,5",
    satuan="m",
    perkiraan_biaya=125_000_000,
    pengusul="PKK",
    bidang="Pembangunan Desa",
    penerima_manfaat=40,
    penerima_l=18,
    penerima_p=22,
    penerima_rtm=5,
    penerima_difabel=0,
    perangkat_daerah="Dinas PU",
    keterangan="usulan 2026",
    tujuan="Warga aman",
    latar_belakang="Sejak 2019",
    asal="PKK",
    peringkat_asal=2,
    sumber_usulan="musdus",
    kewenangan="provinsi",
    lintang="-7.801234",
    bujur="110.364567",
    tema_penerima=("anak", "lansia"),
    sdgs="9, 11",
    data_eksisting="200 m rusak",
    target_capaian="200 m baik",
    waktu_pelaksanaan="3 bulan",
    pola_pelaksanaan="antar_desa",
    pelaksana="TPK Desa",
    penyebab="Tebing tanah tanpa penahan",
    akibat="Jalan putus",
    potensi="Batu kali di tempat",
    maksud="Menahan tebing",
    dasar_hukum="RPJM Desa 2024-2030",
    jenis_belanja="Belanja modal",
    dimensi="100 x 2 x 0,15 m",
    swadaya_tenaga="30 orang, 3 hari",
    swadaya_bahan="batu kali 2 rit",
    unsur_pengusul="PKK",
    harga_satuan=220_000,
    sumber_harga="hspk",
    status_lahan="warga",
    penerima_kk=11,
    penerima_anak=0,
    penerima_lansia=4,
    sumber_dana=(SumberDana("Dana Desa", 50_000_000), SumberDana("Swadaya warga")),
)


def test_the_whole_record_comes_back_from_excel_and_csv(layanan: Layanan, tmp_path: Path) -> None:
    layanan.usulan.catat(WHOLE)
    table = daftar(layanan, "usulan")
    book, text = tmp_path / "usulan.xlsx", tmp_path / "usulan.csv"
    book.write_bytes(as_xlsx([table]))
    text.write_bytes(as_csv(table))
    for path in (book, text):
        (row,) = periksa(path).rows
        assert row.usulan == WHOLE, path.suffix
