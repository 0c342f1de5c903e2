"""What was not funded last year is offered with its answer, taken up once, and counts its years."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.tahun_lalu import didanai, kata_didanai
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.tahun_lalu import Asal
from tests.desk import OpenVillage
from tests.last_year import answer, last_year
from tests.practice import mark_as_practice
from tests.small_forum import small_forum, some_usulan


def test_what_waits_is_offered_with_its_answer(kosong: Layanan) -> None:
    ids = last_year(kosong)
    answer(kosong, ids[0], "bappeda", "diterima")
    answer(kosong, ids[1], "kecamatan", "diterima")
    answer(kosong, ids[1], "opd", "ditolak", "Bukan jalan desa")
    offered = kosong.tahun_lalu.daftar()
    assert [row.kunci for row in offered] == ids[1:]
    first = offered[0]
    assert (first.label, first.tahun, first.menunggu) == ("U-002", 2026, 1)
    assert first.jawaban is not None
    assert (first.jawaban.putusan, first.jawaban.alasan) == ("ditolak", "Bukan jalan desa")
    assert offered[1].jawaban is None


def test_taking_up_is_one_act_with_one_undo(kosong: Layanan, open_village: OpenVillage) -> None:
    ids = last_year(kosong)
    new = kosong.tahun_lalu.ajukan_lagi([ids[2], ids[0]])
    assert len(new) == 2
    assert kosong.riwayat.teks_batal() == "2 usulan tahun lalu diajukan lagi"
    found = kosong.usulan.satu(new[0])
    assert found is not None
    assert (found.label, found.judul, found.perkiraan_biaya) == ("U-001", "Drainase gang 1", 10_000_000)
    assert (found.asal_usulan, found.tahun_menunggu) == (ids[0], 1)
    assert kosong.tahun_lalu.asal(found) == Asal("U-001", "2026", None)
    assert ids[0] not in {row.kunci for row in kosong.tahun_lalu.daftar()}
    kosong = open_village()
    kosong.riwayat.batalkan()
    assert kosong.usulan.daftar() == []
    assert len(kosong.tahun_lalu.daftar()) == 6
    kosong.riwayat.ulangi()
    assert len(kosong.tahun_lalu.daftar()) == 4
    assert replay.first_difference(kosong.desk.connection) is None


def test_nothing_is_taken_up_twice(kosong: Layanan) -> None:
    ids = last_year(kosong)
    kosong.tahun_lalu.ajukan_lagi(ids[:3])
    assert len(kosong.tahun_lalu.ajukan_lagi(ids)) == 3
    with pytest.raises(RuleBroken):
        kosong.tahun_lalu.ajukan_lagi(ids)
    record = kosong.usulan.daftar()[0].id
    kosong.usulan.batalkan(record, "Salah catat")
    assert kosong.tahun_lalu.daftar() == [], "withdrawn this year: it is on this year's list, with its reason"


def test_the_years_add_up(kosong: Layanan) -> None:
    ids = last_year(kosong, 2)
    kosong.tahun_lalu.ajukan_lagi(ids[:1])
    kosong.forum.buka(replace(small_forum(), tahun_pelaksanaan=2027, tahun_rencana=2028, tanggal="2027-01-20"))
    offered = kosong.tahun_lalu.daftar()
    assert [(row.label, row.tahun, row.menunggu) for row in offered] == [("U-001", 2027, 2), ("U-002", 2026, 2)]
    (new,) = kosong.tahun_lalu.ajukan_lagi([offered[0].kunci])
    assert kosong.usulan.satu(new).tahun_menunggu == 2


def test_another_village_stays_apart(kosong: Layanan) -> None:
    last_year(kosong)
    kosong.forum.buka(replace(small_forum(), desa="Sukamulya", kode_wilayah="00.00.00.2002"))
    assert kosong.tahun_lalu.daftar() == []
    kosong.forum.buka(small_forum())
    mark_as_practice(kosong)
    assert kosong.tahun_lalu.daftar() == []


def test_what_was_withdrawn_or_merged_does_not_come_back(kosong: Layanan) -> None:
    kosong.forum.buka(replace(small_forum(), tahun_pelaksanaan=2025, tahun_rencana=2026, tanggal="2025-01-22"))
    ids = kosong.usulan.catat_banyak(some_usulan(3), "tahun lalu")
    kosong.usulan.batalkan(ids[0], "Ditarik")
    kosong.ganda.gabung(ids[1], ids[2])
    kosong.forum.buka(small_forum())
    assert [row.kunci for row in kosong.tahun_lalu.daftar()] == [ids[1]]


def test_after_the_end_nothing_is_taken_up(kosong: Layanan) -> None:
    ids = last_year(kosong)
    with kosong.desk.write("kesepakatan", "menutup") as act:
        act.append("kesepakatan.ubah", "k", {"ditutup": "11.40"})
    with pytest.raises(RuleBroken) as refused:
        kosong.tahun_lalu.ajukan_lagi(ids)
    assert refused.value.code == "sudah_ditutup"


def test_an_answer_that_was_taken_back_counts_no_more() -> None:
    assert didanai([("kecamatan", "diterima"), ("bappeda", "diterima_perubahan")])
    assert not didanai([("bappeda", "diterima"), ("bappeda", "dibatalkan")])
    assert not didanai([("kecamatan", "diterima")])


@pytest.mark.parametrize(
    ("kata", "funded"),
    [
        ("Masuk RKPD", True),
        ("Diterima", True),
        ("Tidak diterima", False),
        ("Belum masuk RKPD", False),
        ("Ditunda", False),
    ],
)
def test_words_of_a_package(kata: str, funded: bool) -> None:
    assert kata_didanai(kata) is funded


def test_what_is_typed_may_wait_since_last_year(kosong: Layanan) -> None:
    ids = last_year(kosong)
    ((waiting, kemiripan),) = kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03", limit=1)
    assert (waiting.kunci, waiting.tahun, kemiripan.tingkat) == (ids[2], 2026, "mirip")
    assert kosong.tahun_lalu.mirip("Mobil siaga", "Krajan", "03") == []
    kosong.tahun_lalu.ajukan_lagi([ids[2]])
    assert kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03") == [], "now it is on this year's list"
    kosong.riwayat.batalkan()
    assert kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03")


def test_what_is_typed_is_compared_with_what_waits_now(kosong: Layanan) -> None:
    ids = last_year(kosong)
    kosong.tahun_lalu.ajukan_lagi([ids[2]])
    assert kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03") == []
    kosong.riwayat.batalkan()
    kosong.tahun_lalu.ajukan_lagi([ids[3]])
    found = kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03", limit=1)
    assert [waiting.kunci for waiting, _ in found] == [ids[2]], "as many are taken up as before, but another one"


@pytest.mark.parametrize("gone", ["undone", "withdrawn"])
def test_an_usulan_that_no_longer_stands_is_not_offered_and_breaks_nothing(kosong: Layanan, gone: str) -> None:
    ids = last_year(kosong)
    this_year = kosong.desk.forum_id
    assert kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03", limit=1)
    before = kosong.tahun_lalu.jumlah()
    kosong.forum.pilih(next(one.id for one in kosong.forum.daftar() if one.id != this_year))
    if gone == "undone":
        kosong.riwayat.batalkan()
    else:
        kosong.usulan.batalkan(ids[2], "Sudah dikerjakan")
    kosong.forum.pilih(this_year)
    assert kosong.tahun_lalu.mirip("Drainase gang 3", "Krajan", "03", limit=1) == []
    assert kosong.tahun_lalu.jumlah() < before
