"""The list of missing files of a forum: usulan by usulan, before the village is left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.domain.kesiapan import Kesiapan
from musrenbang_desktop.services.layanan import Layanan
from tests.photos import photo, written
from tests.small_forum import small_forum, some_usulan


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    built = [replace(one, satuan="m", volume="10") for one in some_usulan(2)]
    kosong.usulan.catat_banyak([*built, some_usulan(3)[2]], "mencatat usulan")
    return kosong


def asked(desa: Layanan) -> dict[str, list[str]]:
    return {row.usulan.label if row.usulan else "forum": list(row.belum) for row in desa.berkas_kurang.daftar()}


def attach(desa: Layanan, folder: Path, record: str, jenis: str, name: str = "berkas.jpg") -> None:
    seed = len(desa.lampiran.semua()) + 1
    path = written(folder, f"{seed}-{name}", photo(200 + seed, 100))
    desa.lampiran.catat([desa.lampiran.siapkan(path, jenis, record)])


def test_only_what_needs_papers_is_listed_by_number(desa: Layanan) -> None:
    assert asked(desa) == {"U-001": ["rab", "tanah", "foto"], "U-002": ["rab", "tanah", "foto"]}
    assert desa.berkas_kurang.jumlah().kalimat == (
        "Berkas belum lengkap pada 2 usulan: RAB 2, surat tanah 2, foto lokasi 2."
    )


def test_an_attached_file_is_no_longer_asked_for_and_undo_asks_again(desa: Layanan, tmp_path: Path) -> None:
    first = desa.usulan.daftar()[0].id
    attach(desa, tmp_path, first, "rab")
    attach(desa, tmp_path, first, "foto")
    assert asked(desa)["U-001"] == ["tanah"]
    desa.riwayat.batalkan()
    assert asked(desa)["U-001"] == ["tanah", "foto"]


def test_files_of_what_was_merged_into_it_count(desa: Layanan, tmp_path: Path) -> None:
    first, second, _ = (one.id for one in desa.usulan.daftar())
    attach(desa, tmp_path, second, "tanah")
    desa.ganda.gabung(first, second)
    assert asked(desa) == {"U-001": ["rab", "foto"]}


def test_a_file_that_was_lost_is_asked_for_and_named(desa: Layanan, tmp_path: Path) -> None:
    first = desa.usulan.daftar()[0].id
    attach(desa, tmp_path, first, "rab", "rab.jpg")
    attach(desa, tmp_path, "", "foto", "balai.jpg")
    for one in desa.lampiran.semua():
        desa.lampiran.berkas(one).unlink()
    assert asked(desa)["forum"] == []
    forum, row, *_ = desa.berkas_kurang.daftar()
    assert forum.berkas == "2-balai.jpg (hilang dari laptop ini)"
    assert row.berkas == "RAB, surat tanah, foto lokasi, 1-rab.jpg (hilang dari laptop ini)"
    assert desa.berkas_kurang.jumlah().kalimat.endswith("2 berkas hilang dari laptop ini.")


def test_a_file_without_a_kind_is_pointed_at(desa: Layanan, tmp_path: Path) -> None:
    attach(desa, tmp_path, desa.usulan.daftar()[0].id, "lainnya")
    assert desa.berkas_kurang.daftar()[0].sebab == "Pekerjaan fisik; 1 berkas belum diberi jenis"


def test_what_is_withdrawn_or_not_agreed_is_not_asked_for_once_the_result_stands(desa: Layanan) -> None:
    first, second, third = (one.id for one in desa.usulan.daftar())
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([third], "ke_kecamatan")
    desa.kesepakatan.tetapkan([first], "dana_desa")
    desa.kesepakatan.tetapkan([second], "belum_disepakati", "Lahan belum siap")
    assert asked(desa)["U-003"] == ["rab", "pengantar"]
    assert "U-002" in asked(desa)
    desa.kesepakatan.tutup()
    assert list(asked(desa)) == ["U-001", "U-003"]
    desa.kesepakatan.buka_lagi("salah catat")
    desa.usulan.batalkan(first, "ditarik")
    assert list(asked(desa)) == ["U-002", "U-003"]


def test_the_list_on_paper_says_who_and_why(desa: Layanan) -> None:
    first = desa.usulan.daftar()[0].id
    desa.usulan.ubah(first, kesiapan=(Kesiapan("sertifikat", "ya", "SHM 0123"),))
    paper = desa.berkas_kurang.cetakan()
    assert paper.bagian[0][1][0] == (
        "U-001",
        "Drainase gang 1",
        "RT 01",
        "RAB, surat tanah, foto lokasi",
        "Pekerjaan fisik; surat tanah sudah ada (SHM 0123)",
    )
    assert paper.gambar().startswith(b"%PDF") and paper.gambar() == paper.gambar()


def test_nothing_is_held_back_by_it(desa: Layanan) -> None:
    assert desa.berkas_kurang.daftar()
    desa.prioritas.kunci(["Ibu Ketua", "Pak Imam"])
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([one.id for one in desa.usulan.daftar()], "ke_kecamatan")
    desa.kesepakatan.tutup()
    desa.segel.buat()
    assert desa.segel.sekarang() is not None
