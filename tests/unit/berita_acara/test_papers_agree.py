"""Sheets of one forum do not contradict each other, and say nothing that no office would write."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi_sehari import BarisSlip, IsiSehari, Slip
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.domain.kuorum import BAGIAN, Bagian
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.reference.profile import load, names, parse
from musrenbang_desktop.services.layanan import Layanan
from tests.unit.berita_acara.reading import pages, text_of
from tests.unit.berita_acara.sample import forum, isi
from tests.unit.berita_acara.test_paper import outside, overlapping


@pytest.mark.parametrize("name", names())
def test_nobody_signs_the_list_of_delegates_without_a_word_for_what_he_is(name: str) -> None:
    nobody = replace(isi(0, 0, 0), forum=forum(notulis=Pejabat(""), pimpinan=Pejabat("")))
    text = text_of(render("delegasi", nobody, load(name)))
    assert "Notulis, (...." in text
    assert " , (...." not in text


@pytest.mark.parametrize("name", names())
def test_every_sheet_of_the_delegates_names_the_same_musrenbang_kecamatan(name: str) -> None:
    contents = isi(0, 0, 0)
    for jenis in ("delegasi", "mandat", "sk_delegasi"):
        text = text_of(render(jenis, contents, load(name))).upper()
        assert "MUSRENBANG KECAMATAN KALIWUNGU TAHUN 2026" in text
        assert "MUSRENBANG KECAMATAN KALIWUNGU TAHUN 2027" not in text


@pytest.mark.parametrize("share", BAGIAN)
def test_the_empty_sheet_of_a_delay_asks_for_the_share_of_this_forum(layanan: Layanan, share: Bagian) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sri"))
    layanan.kehadiran.pilih_bagian(share)
    for jenis in ("penundaan", "tanpa_kuorum"):
        text = text_of(layanan.dokumen.penggambar().gambar(jenis))
        words = {"2/3": "dua pertiga", "1/2+1": "setengah ditambah satu", "tidak": "........"}[share]
        assert f"sedangkan kuorum {words} memerlukan" in text
        assert "sedianya dimulai pukul 09.00 WIB" in text or jenis == "tanpa_kuorum"


def test_a_sheet_before_the_opening_leaves_room_for_the_reason(layanan: Layanan) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sri"))
    text = text_of(layanan.dokumen.penggambar().gambar("tanpa_kuorum"))
    assert "dengan peserta yang hadir karena ...." in text


def test_a_forum_without_a_quorum_never_speaks_of_one_that_was_reached(layanan: Layanan) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sri"))
    layanan.kehadiran.pilih_bagian("tidak")
    layanan.kehadiran.tunda("2026-01-22", "09.00", "hujan")
    layanan.kehadiran.buka()
    paper = layanan.dokumen.penggambar()
    texts = {jenis: text_of(paper.gambar(jenis)) for jenis in ("penundaan", "tanpa_kuorum")}
    assert "hadir 0 (nol) dari 1 (satu) undangan." in texts["penundaan"]
    assert "Musyawarah ini tidak mensyaratkan kuorum." in texts["tanpa_kuorum"]
    for text in texts.values():
        assert "kuorum tanpa kuorum" not in text
        assert "memerlukan" not in text


def test_a_reason_that_ends_with_a_point_ends_the_line_without_one(layanan: Layanan) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sri"))
    layanan.kehadiran.buka("warga sudah menunggu.")
    text = text_of(layanan.dokumen.penggambar().gambar("berita_acara"))
    assert "dilanjutkan karena warga sudah menunggu Sebelumnya" in text


@pytest.mark.parametrize("name", names())
def test_a_meeting_of_a_dusun_is_never_called_the_musrenbang_on_its_sheets(name: str) -> None:
    below = forum(tingkat="dusun", cakupan="Krajan")
    contents = replace(isi(3, 2, 1), forum=below)
    for jenis in ("ringkasan", "giliran_bicara", "undangan"):
        assert "MUSRENBANG" not in text_of(render(jenis, contents, load(name)))
    named = "BERITA ACARA MUSYAWARAH DUSUN KRAJAN DESA SUKAMAJU KECAMATAN KALIWUNGU TAHUN 2026"
    assert named in text_of(render("berita_acara", contents, load(name)))
    for jenis in ("daftar_hadir", "prioritas", "belum_disepakati", "kelompok", "delegasi"):
        assert f": {named} NOMOR" in text_of(render(jenis, contents, load(name)))


@pytest.mark.parametrize("name", names())
def test_no_desa_sends_delegates_to_its_own_musrenbang(name: str) -> None:
    contents = replace(isi(0, 0, 0), forum=forum(tingkat="dusun", cakupan="Krajan"))
    for jenis in ("delegasi", "mandat", "sk_delegasi"):
        text = text_of(render(jenis, contents, load(name)))
        assert "Dusun Krajan Desa Sukamaju".upper() in text.upper()
        assert "DELEGASI DESA SUKAMAJU" not in text.upper()
        assert "masyarakat Desa Sukamaju" not in text


@pytest.mark.parametrize("jenis", ["prioritas", "belum_disepakati", "rekapitulasi", "daftar_rw", "verifikasi"])
def test_a_unit_without_a_number_is_an_unknown_volume(layanan: Layanan, jenis: str) -> None:
    record = layanan.usulan.catat(UsulanBaru(judul="Pagar", dusun="Krajan", pengusul="RT 01", satuan="gulung"))
    layanan.kesepakatan.susun()
    agreed = "belum_disepakati" if jenis == "belum_disepakati" else "ke_kecamatan"
    layanan.kesepakatan.tetapkan([record], agreed, "Lahan belum jelas")
    text = text_of(layanan.dokumen.penggambar().gambar(jenis))
    assert "Pagar" in text
    assert "gulung" not in text


@pytest.mark.parametrize("name", names())
def test_a_slip_that_is_higher_than_a_sheet_is_divided(name: str) -> None:
    text = "Pembangunan saluran air di jalan poros antardusun sampai batas desa " * 3
    rows = tuple(BarisSlip(f"U-{number:03d}", text, text) for number in range(1, 11))
    contents = replace(isi(0, 0, 0), sehari=IsiSehari(slip=(Slip("RT 01", rows),)))
    profile = parse(f'dasar = "{name}"\nid = "{name}-a4"\nnama = "A4"\n[kertas]\ntinggi_mm = 297\n', f"{name}-a4")
    pdf = render("tanda_terima_usulan", contents, profile)
    assert [label for page in pages(pdf) for label in re.findall(r"U-\d{3}", page.text)] == [one.label for one in rows]
    for page in pages(pdf):
        assert outside(page, profile) == []
        assert overlapping(page) == []


@pytest.mark.parametrize("jenis", ["ringkasan", "ringkasan_layar"])
def test_no_sheet_writes_an_unknown_cost_as_zero(layanan: Layanan, jenis: str) -> None:
    layanan.usulan.catat(UsulanBaru(judul="Pagar", dusun="Krajan", pengusul="RT 01"))
    text = text_of(layanan.dokumen.penggambar().gambar(jenis))
    assert "1 usulan - perkiraan biaya" in text
    assert "Rp0" not in text


def test_the_people_of_each_unsur_sum_up_to_everybody_who_is_there(layanan: Layanan) -> None:
    for nama, unsur in (("Sri", "PKK"), ("Karto", "PKK"), ("Tini", "")):
        layanan.peserta.hadirkan(layanan.peserta.undang(PesertaBaru(nama=nama, unsur=unsur)), "08.30")
    layanan.peserta.catat_tamu(PesertaBaru(nama="Tamu"))
    text = text_of(layanan.dokumen.penggambar().gambar("daftar_hadir"))
    assert "Jumlah peserta yang hadir: 4 (empat) orang" in text
    assert "1 PKK 2 2 2 Belum dicatat 1 2 Jumlah 3 4" in text


def test_a_reason_of_the_delegates_ends_with_one_point(layanan: Layanan) -> None:
    record = layanan.peserta.undang(PesertaBaru(nama="Sri", jenis_kelamin="P"))
    layanan.kehadiran.jadikan_delegasi(record, "delegasi")
    layanan.kehadiran.beri_alasan_delegasi("hanya satu yang bersedia.")
    assert "hanya satu yang bersedia. Sukamaju" in text_of(layanan.dokumen.penggambar().gambar("delegasi"))
