"""What others see of an usulan is recorded before it is sent, beside the usulan and never in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.nama_orang import DaftarNama
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.publik import Publik, hanya_menyamarkan, sidik, usulan_untuk_umum
from musrenbang_desktop.domain.usulan import Usulan, UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.hand_made import close_by_hand
from tests.replayed import assert_replayed
from tests.small_forum import small_forum, some_usulan


@pytest.fixture
def named(layanan: Layanan) -> str:
    """Two usulan that say no name, and this one that does."""
    layanan.forum.buka(small_forum())
    layanan.peserta.undang_banyak([PesertaBaru(nama="Slamet Riyadi"), PesertaBaru(nama="Karso")])
    layanan.usulan.catat_banyak(some_usulan(2), "mencatat")
    return layanan.usulan.catat(
        UsulanBaru(judul="Jalan depan rumah Slamet Riyadi", lokasi="sumur Karso", dusun="Krajan")
    )


def shown(layanan: Layanan) -> list[tuple[str, str]]:
    return [(row.publik.judul, row.publik.lokasi) for row in layanan.publik.daftar()]


HIDDEN = ("Jalan depan rumah (nama warga)", "sumur (nama warga)")


def test_only_what_names_somebody_is_recorded_and_only_once(layanan: Layanan, named: str) -> None:
    assert shown(layanan) == [HIDDEN]
    assert layanan.publik.catat() == 1
    head = layanan.desk.store.head
    assert layanan.publik.catat() == 0
    assert layanan.desk.store.head == head
    assert shown(layanan) == [HIDDEN]
    assert_replayed(layanan)


def test_the_usulan_and_the_trace_of_the_papers_stay(layanan: Layanan, named: str) -> None:
    before, papers = layanan.usulan.satu(named), layanan.dokumen.penggambar()
    layanan.publik.ubah(named, judul="Jalan gang buntu")
    layanan.publik.catat()
    assert layanan.usulan.satu(named) == before
    assert layanan.dokumen.penggambar() == papers


def test_what_the_operator_wrote_stays_until_the_words_change(layanan: Layanan, named: str) -> None:
    layanan.publik.ubah(named, judul="  Jalan gang  buntu ")
    layanan.publik.catat()
    assert shown(layanan) == [("Jalan gang buntu", HIDDEN[1])]
    layanan.usulan.ubah(named, judul="Jalan ke rumah Karso")
    assert shown(layanan) == [("Jalan ke rumah (nama warga)", HIDDEN[1])]
    layanan.publik.catat()
    (row,) = layanan.publik.daftar()
    assert row.publik.untuk == sidik("Jalan ke rumah Karso", "sumur Karso")
    assert_replayed(layanan)


def test_a_form_goes_when_the_words_name_nobody_any_more(layanan: Layanan, named: str) -> None:
    layanan.publik.catat()
    layanan.usulan.ubah(named, judul="Jalan gang buntu", lokasi="")
    assert shown(layanan) == []
    assert layanan.publik.catat() == 1
    assert layanan.publik.catat() == 0


def test_a_name_may_be_shown_on_purpose_and_an_empty_text_goes_back(layanan: Layanan, named: str) -> None:
    layanan.publik.ubah(named, judul="Jalan depan rumah Slamet Riyadi")
    (row,) = layanan.publik.daftar()
    assert (row.publik.judul, row.diubah) == ("Jalan depan rumah Slamet Riyadi", True)
    layanan.publik.ubah(named, judul="")
    assert shown(layanan) == [HIDDEN]


def test_it_is_taken_back_and_done_again(layanan: Layanan, named: str) -> None:
    layanan.publik.ubah(named, judul="Jalan gang buntu")
    layanan.riwayat.batalkan()
    assert shown(layanan) == [HIDDEN]
    layanan.riwayat.ulangi()
    assert shown(layanan) == [("Jalan gang buntu", HIDDEN[1])]


def test_behind_the_seal_it_is_recorded_and_the_seal_holds(layanan: Layanan, named: str) -> None:
    close_by_hand(layanan)
    layanan.segel.buat()
    before = layanan.dokumen.penggambar()
    assert layanan.publik.catat() == 1
    assert layanan.segel.periksa() is None
    assert layanan.dokumen.penggambar() == before


@pytest.mark.parametrize(
    ("said", "shown", "only_hidden"),
    [
        ("Talud rumah Karso", "Talud rumah Karso", True),
        ("Talud rumah Karso", "Talud rumah (nama warga)", True),
        ("Karso, Yatno di RT 02", "(nama warga), (nama warga) di RT 02", True),
        ("HP 0812-3456-7890 Karso", "HP (nomor disembunyikan) (nama warga)", True),
        ("Talud rumah Karso", "(nama warga)", True),
        ("Talud rumah Karso", "Talud rumah (nama warga) besar", False),
        ("Talud rumah Karso", "Talud gang buntu", False),
        ("Talud rumah Karso", "Talud rumah Karso(nama warga)", False),
        ("Talud rumah Karso", "Jalan (nama warga)", False),
        ("aa", "a(nama warga)a", False),
    ],
)
def test_wording_anew_is_told_from_hiding(said: str, shown: str, only_hidden: bool) -> None:
    assert hanya_menyamarkan(said, shown) is only_hidden


def test_other_forums_and_long_texts_are_refused(layanan: Layanan, named: str) -> None:
    with pytest.raises(RuleBroken, match="terlalu_panjang"):
        layanan.publik.ubah(named, judul="x" * 1001)
    layanan.forum.buka(small_forum())
    with pytest.raises(RuleBroken, match="tidak_ditemukan"):
        layanan.publik.ubah(named, judul="Lain")
    assert layanan.publik.catat() == 1, "what waits in another forum is sent as well"


def test_offices_on_the_list_of_people_are_no_names(layanan: Layanan, named: str) -> None:
    layanan.peserta.undang_banyak([PesertaBaru(nama="Ketua RT 02"), PesertaBaru(nama="Karang Taruna Krajan")])
    layanan.usulan.catat(UsulanBaru(judul="Operasional Ketua RT 02"))
    layanan.usulan.catat(UsulanBaru(judul="Talud depan balai Krajan"))
    assert shown(layanan) == [HIDDEN]


def test_a_name_that_the_village_learns_of_later_is_hidden_too(layanan: Layanan, named: str) -> None:
    layanan.usulan.ubah(named, judul="Bantuan modal untuk Slamet Riyadi dan Wito Raharjo")
    layanan.publik.catat()
    assert shown(layanan)[0][0].endswith("dan Wito Raharjo")
    layanan.publik.ubah(named, lokasi="dekat balai")
    layanan.peserta.undang_banyak([PesertaBaru(nama="Wito Raharjo")])
    assert layanan.publik.catat() == 1
    assert shown(layanan) == [("Bantuan modal untuk (nama warga) dan (nama warga)", "dekat balai")]
    layanan.publik.ubah(named, lokasi="")
    assert shown(layanan)[0][1] == HIDDEN[1]
    assert_replayed(layanan)


def test_what_was_withdrawn_stands_on_the_page_and_names_nobody_there(layanan: Layanan, named: str) -> None:
    layanan.usulan.batalkan(named, "Sudah dikerjakan")
    assert shown(layanan) == [HIDDEN]
    assert layanan.publik.catat() == 1


def test_every_forum_that_was_never_sent_is_looked_at_however_many_stand_before_it(
    layanan: Layanan, named: str
) -> None:
    for month in range(2, 8):
        layanan.forum.buka(replace(small_forum(), tanggal=f"2026-{month:02d}-20"))
    assert layanan.publik.catat() == 1


def test_a_laptop_without_a_forum_records_nothing_and_may_send(layanan: Layanan) -> None:
    assert layanan.publik.catat() == 0


def test_what_is_on_no_page_needs_no_form(layanan: Layanan, named: str) -> None:
    layanan.forum.ubah(tingkat="dusun", cakupan="Krajan")
    assert layanan.publik.catat() == 0


def test_each_wording_is_looked_at_once_until_somebody_else_is_known(
    layanan: Layanan, named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []

    def counted(usulan: Usulan, people: DaftarNama) -> Publik:
        looked_at.append(usulan.judul)
        return usulan_untuk_umum(usulan, people)

    monkeypatch.setattr("musrenbang_desktop.services.publik.usulan_untuk_umum", counted)
    shown(layanan)
    shown(layanan)
    assert len(looked_at) == len(layanan.usulan.daftar())
    layanan.usulan.ubah(named, judul="Jalan ke rumah Karso")
    assert shown(layanan) == [("Jalan ke rumah (nama warga)", HIDDEN[1])]
    assert looked_at[-1] == "Jalan ke rumah Karso" and len(looked_at) == len(layanan.usulan.daftar()) + 1
    layanan.usulan.ubah(named, judul="Jalan dekat Wagiman Sastro")
    assert shown(layanan) == [("Jalan dekat Wagiman Sastro", HIDDEN[1])]
    layanan.peserta.undang_banyak([PesertaBaru(nama="Wagiman Sastro")])
    assert shown(layanan) == [("Jalan dekat (nama warga)", HIDDEN[1])]
