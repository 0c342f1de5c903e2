"""What was held before the Musrenbang: asked once, and the berita acara says what is true in each case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Tingkat
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.small_forum import small_forum, some_usulan
from tests.unit.berita_acara.reading import text_of

PROFILES = ("rkpd-86", "desa-114", "desa-21")


@pytest.fixture
def desa(kosong: Layanan) -> Layanan:
    kosong.forum.buka(small_forum())
    return kosong


def paper(desa: Layanan, look: str = "") -> str:
    isi = desa.dokumen.isi()
    return " ".join(text_of(render("berita_acara", isi, profile.load(look or isi.forum.profil))).split())


def begin_before(desa: Layanan, tingkat: Tingkat = "dusun", cakupan: str = "Krajan") -> str:
    """A forum before the chosen one; the chosen one stays on the desk."""
    parent = desa.desk.forum_id
    child = desa.silsilah.mulai(tingkat, cakupan, "2026-01-10")
    desa.forum.pilih(parent)
    return child


@pytest.mark.parametrize("look", PROFILES)
def test_the_berita_acara_says_what_was_held_before_in_each_case(desa: Layanan, look: str) -> None:
    assert "Tidak ada musyawarah dusun atau pra-musrenbang yang tercatat" in paper(desa, look)
    desa.silsilah.jawab("luar")
    told = "Musyawarah dusun atau pra-musrenbang telah dilaksanakan tersendiri, di luar catatan forum ini"
    assert told in paper(desa, look)
    desa.forum.ubah(pra_luar="Musyawarah dusun Krajan, 10 Januari 2026")
    named = "Musyawarah telah dilaksanakan di luar catatan forum ini: Musyawarah dusun Krajan, 10 Januari 2026"
    assert named in paper(desa, look)
    desa.silsilah.jawab("tidak")
    assert "Musyawarah dusun atau pra-musrenbang tidak diselenggarakan" in paper(desa, look)
    assert "tersendiri" not in paper(desa, look)
    desa.forum.ubah(tanpa_pra="banjir memutus jalan ke dusun")
    assert "tidak diselenggarakan karena banjir memutus jalan ke dusun" in paper(desa, look)
    begin_before(desa)
    found = paper(desa, look)
    assert "Musyawarah dusun Krajan" in found
    assert "tidak diselenggarakan" not in found and "tercatat" not in found.partition("Kuorum")[0]


def test_some_may_be_recorded_and_others_not(desa: Layanan) -> None:
    begin_before(desa)
    desa.silsilah.jawab("luar")
    assert "Musyawarah dusun Krajan, serta di luar catatan forum ini: musyawarah lain" in paper(desa)
    desa.forum.ubah(pra_luar="Musyawarah dusun Ngadirejo")
    assert "Musyawarah dusun Krajan, serta di luar catatan forum ini: Musyawarah dusun Ngadirejo" in paper(desa)


def test_it_is_asked_until_somebody_answers_or_a_forum_is_recorded(desa: Layanan) -> None:
    assert desa.silsilah.belum_dijawab()
    desa.silsilah.jawab("tidak")
    assert not desa.silsilah.belum_dijawab()
    desa.riwayat.batalkan()
    assert desa.silsilah.belum_dijawab()
    assert desa.riwayat.teks_ulang() == "Data forum: musyawarah sebelumnya menjadi tidak dilaksanakan"
    desa.forum.ubah(tanpa_pra="banjir")
    assert not desa.silsilah.belum_dijawab(), "a reason is an answer"
    desa.silsilah.jawab("")
    forum = desa.forum.aktif()
    assert forum and forum.tanpa_pra == "" and desa.silsilah.belum_dijawab()
    begin_before(desa)
    assert not desa.silsilah.belum_dijawab()
    assert_replayed(desa)


def test_a_reason_goes_with_an_answer_that_says_otherwise_and_comes_back_with_undo(desa: Layanan) -> None:
    desa.forum.ubah(tanpa_pra="banjir")
    desa.silsilah.jawab("luar")
    forum = desa.forum.aktif()
    assert forum and (forum.jawaban_pra, forum.tanpa_pra) == ("luar", "")
    desa.riwayat.batalkan()
    forum = desa.forum.aktif()
    assert forum and (forum.jawaban_pra, forum.tanpa_pra) == ("tidak", "banjir")


@pytest.mark.parametrize(("tingkat", "cakupan"), [("dusun", "Krajan"), ("rembug", "RW 01"), ("pra", "")])
def test_a_forum_that_is_itself_held_before_is_not_asked(desa: Layanan, tingkat: Tingkat, cakupan: str) -> None:
    child = begin_before(desa, tingkat, cakupan)
    desa.forum.pilih(child)
    assert not desa.silsilah.belum_dijawab()
    assert "Sebelumnya" not in paper(desa) and "yang tercatat" not in paper(desa)


def test_a_kelurahan_and_a_nagari_say_it_in_their_own_words(kosong: Layanan) -> None:
    kosong.forum.buka(replace(small_forum(), jenis="kelurahan"))
    assert "Tidak ada rembug warga atau pra-musrenbang yang tercatat" in paper(kosong)
    kosong.forum.buka(replace(small_forum(), ragam="nagari"))
    assert "Tidak ada musyawarah jorong atau pra-musrenbang yang tercatat" in paper(kosong)


def test_an_answer_that_is_none_is_refused(desa: Layanan) -> None:
    with pytest.raises(RuleBroken, match="pra"):
        desa.forum.ubah(pra="mungkin")


def test_the_answer_is_fixed_with_the_result(desa: Layanan) -> None:
    ids = desa.usulan.catat_banyak(some_usulan(1), "mencatat")
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
    desa.kesepakatan.tutup()
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        desa.silsilah.jawab("tidak")
    assert "Tidak ada musyawarah dusun atau pra-musrenbang yang tercatat" in paper(desa), (
        "the truth, and nothing blocks"
    )
