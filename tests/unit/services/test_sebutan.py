"""A nagari is a nagari on paper, and its words are taken back like any other fact."""

from __future__ import annotations

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.unit.berita_acara.reading import text_of


def paper(layanan: Layanan, jenis: str) -> str:
    isi = layanan.dokumen.isi()
    return text_of(render(jenis, isi, profile.load(isi.forum.profil)))


def test_paper_uses_the_words_of_the_place(layanan: Layanan) -> None:
    layanan.peserta.undang(PesertaBaru(nama="Sutan"))
    layanan.forum.ubah(ragam="nagari")
    assert "NAGARI SUKAMAJU" in paper(layanan, "berita_acara")
    assert "Wali Nagari Sukamaju" in paper(layanan, "berita_acara")
    letter = paper(layanan, "undangan")
    assert "dari RT/RW, jorong, atau kelompok" in letter
    layanan.forum.ubah(ragam="kampung_distrik")
    letter = paper(layanan, "undangan")
    assert "DISTRIK CONTOH" in letter and "1. Kepala Distrik Contoh" in letter
    layanan.riwayat.batalkan()
    layanan.riwayat.batalkan()
    forum = layanan.forum.aktif()
    assert forum and forum.sebutan == "Desa Sukamaju"
    assert "DESA SUKAMAJU" in paper(layanan, "undangan")
    assert_replayed(layanan)


def test_a_forum_before_it_speaks_alike(layanan: Layanan) -> None:
    layanan.forum.ubah(ragam="nagari", sebutan_dusun="Korong")
    layanan.silsilah.mulai("dusun", "Pauh", "2026-01-10")
    forum = layanan.forum.aktif()
    assert forum and forum.istilah.dusun == "Korong"
