"""Merging is one act that loses nothing, and can be taken apart again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from musrenbang_desktop.db import replay
from musrenbang_desktop.db.queries import jurnal
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.ganda import Pecahan, gabung_pengusul, tanpa_pengusul
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.ganda import GandaService
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import lock_rules
from tests.last_year import answer
from tests.small_forum import small_forum, some_usulan
from tests.taken_back import TakenBack
from tests.village import opened

ASPAL = UsulanBaru(
    judul="Pengaspalan jalan Krajan RT 02/RW 01", dusun="Krajan", rt="02", rw="01", volume="120", satuan="m",
    perkiraan_biaya=125_000_000, pengusul="RT 02",
)  # fmt: skip
ASPAL_JUGA = UsulanBaru(
    judul="Aspal jl. Dsn Krajan RT.02/RW.01", dusun="Krajan", rt="02", rw="01", volume="100", satuan="m",
    perkiraan_biaya=98_000_000, pengusul="Karang Taruna", masalah="Berlubang", penerima_manfaat=80,
)  # fmt: skip
POSYANDU = UsulanBaru(judul="Rehab posyandu", dusun="Krajan", rt="03", rw="01", pengusul="PKK")


@pytest.fixture
def three(layanan: Layanan) -> list[str]:
    return layanan.usulan.catat_banyak([ASPAL, POSYANDU, ASPAL_JUGA], "mencatat")


def test_a_pair_is_found_with_its_reason(layanan: Layanan, three: list[str]) -> None:
    (pair,) = layanan.ganda.pasangan()
    assert (pair.a.id, pair.b.id) == (three[0], three[2])
    assert pair.kemiripan.tingkat == "mirip"
    assert pair.kemiripan.alasan.startswith("RT sama, judul ")
    ((usulan, kemiripan),) = layanan.ganda.mirip("aspal jln", "Krajan", "02", "01", limit=1)
    assert (usulan.label, kemiripan.tingkat) == ("U-001", "mirip")
    assert layanan.ganda.mirip("aspal jln", "Krajan", "03", "01") == []


def test_merging_is_one_act_and_keeps_both_proposers(layanan: Layanan, three: list[str]) -> None:
    before = len(layanan.riwayat.daftar())
    layanan.ganda.gabung(three[0], three[2], {"masalah": "Berlubang", "penerima_manfaat": 80})
    survivor, other = layanan.usulan.satu(three[0]), layanan.usulan.satu(three[2])
    assert survivor is not None
    assert other is not None
    assert (survivor.pengusul, survivor.masalah, survivor.penerima_manfaat) == (
        "RT 02 + Karang Taruna",
        "Berlubang",
        80,
    )
    assert (survivor.judul, survivor.perkiraan_biaya) == (ASPAL.judul, ASPAL.perkiraan_biaya)
    assert (other.status, other.gabung_ke, other.judul) == ("digabung", three[0], ASPAL_JUGA.judul)
    assert [one.id for one in layanan.ganda.gabungan_dari(three[0])] == [three[2]]
    history = layanan.riwayat.daftar()
    assert len(history) == before + 1
    assert history[0].kalimat == (
        "Usulan U-003 Aspal jl. Dsn Krajan RT.02/RW.01 digabung ke U-001 Pengaspalan jalan Krajan RT 02/RW 01"
    )
    assert len(layanan.usulan.daftar()) == 3, "it stays on the list"
    counts = layanan.usulan.jumlah()
    assert (counts.aktif, counts.digabung, counts.biaya) == (2, 1, 125_000_000)
    assert [one.id for one in layanan.prioritas.usulan()] == three[:2]
    assert layanan.ganda.pasangan() == []


def test_splitting_gives_both_back_what_they_were(layanan: Layanan, three: list[str]) -> None:
    before = layanan.usulan.daftar()
    layanan.ganda.gabung(three[0], three[2], {"judul": "Aspal jalan", "perkiraan_biaya": None})
    layanan.usulan.ubah(three[1], pengusul="PKK RW 01")
    layanan.ganda.pisahkan(three[2])
    after = layanan.usulan.daftar()
    assert (after[0], after[2]) == (before[0], before[2])
    assert layanan.riwayat.daftar()[0].kalimat.endswith("dipisah lagi")
    layanan.riwayat.batalkan()
    merged = layanan.usulan.satu(three[2])
    assert merged is not None
    assert merged.status == "digabung"
    layanan.ganda.pisahkan(three[2])
    assert layanan.usulan.daftar()[0] == before[0]


def test_merging_and_splitting_are_undone_across_restarts(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        one, other = desa.usulan.catat_banyak([ASPAL, ASPAL_JUGA], "mencatat")
        before = desa.usulan.daftar()
        desa.ganda.gabung(one, other)
        merged = desa.usulan.daftar()
    with opened(tmp_path) as desa:
        desa.ganda.pisahkan(other)
        assert desa.usulan.daftar() == before
    with opened(tmp_path) as desa:
        desa.riwayat.batalkan()
        assert desa.usulan.daftar() == merged
        desa.riwayat.batalkan()
        assert desa.usulan.daftar() == before
    with opened(tmp_path) as desa:
        desa.riwayat.ulangi()
        assert desa.usulan.daftar() == merged
        assert desa.riwayat.teks_batal().startswith("Usulan U-002 Aspal jl. Dsn Krajan RT.02/RW.01 digabung ke U-001")


def test_what_was_changed_after_merging_stays_when_it_is_split(layanan: Layanan, three: list[str]) -> None:
    layanan.ganda.gabung(three[0], three[2], {"volume": "100"})
    layanan.ganda.gabung(three[0], three[1])
    layanan.usulan.ubah(three[0], volume="110")
    layanan.ganda.pisahkan(three[2])
    survivor = layanan.usulan.satu(three[0])
    assert survivor is not None
    assert (survivor.volume, survivor.pengusul) == ("110", "RT 02 + PKK")


def test_a_merged_usulan_is_not_changed_behind_its_back(layanan: Layanan, three: list[str]) -> None:
    layanan.ganda.gabung(three[0], three[2])
    for act in (
        lambda: layanan.usulan.ubah(three[2], judul="Lain"),
        lambda: layanan.usulan.batalkan(three[2], "salah"),
        lambda: layanan.usulan.pulihkan(three[2]),
    ):
        with pytest.raises(RuleBroken, match="sudah_digabung"):
            act()
    for one, other, code in (
        (three[0], three[0], "ganda"),
        (three[1], three[2], "tidak_berlaku"),
        (three[2], three[1], "tidak_berlaku"),
    ):
        with pytest.raises(RuleBroken, match=code):
            layanan.ganda.gabung(one, other)
    with pytest.raises(RuleBroken, match="belum_digabung"):
        layanan.ganda.pisahkan(three[1])
    layanan.ganda.gabung(three[1], three[0])
    with pytest.raises(RuleBroken, match="induk_digabung"):
        layanan.ganda.pisahkan(three[2])


def test_beda_is_remembered_and_can_be_taken_back(layanan: Layanan, three: list[str]) -> None:
    layanan.ganda.beda(three[2], three[0])
    assert layanan.ganda.pasangan() == []
    assert "beda dengan U-001" in layanan.riwayat.daftar()[0].kalimat
    layanan.riwayat.batalkan()
    assert len(layanan.ganda.pasangan()) == 1


def test_scores_of_a_merged_usulan_stop_to_count(layanan: Layanan, three: list[str]) -> None:
    lock_rules(layanan, groups=1)
    rules = layanan.prioritas.aturan()
    layanan.prioritas.isi(rules.kelompok[0].id, dict.fromkeys(three, (3,) * len(rules.kriteria)))
    assert layanan.ganda.dinilai(three[2])
    layanan.ganda.gabung(three[0], three[2])
    assert {row.usulan for row in layanan.prioritas.hasil().baris} == set(three[:2])
    layanan.ganda.pisahkan(three[2])
    assert {row.usulan for row in layanan.prioritas.hasil().baris if row.nilai is not None} == set(three)


def test_after_closing_nothing_is_merged(layanan: Layanan, three: list[str]) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(three, "dana_desa")
    layanan.kesepakatan.tutup()
    for act in (lambda: layanan.ganda.gabung(three[0], three[2]), lambda: layanan.ganda.beda(three[0], three[2])):
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            act()


def test_an_order_that_holds_a_merged_usulan_is_not_closed(layanan: Layanan, three: list[str]) -> None:
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(three, "dana_desa")
    layanan.ganda.gabung(three[0], three[2])
    with pytest.raises(RuleBroken, match="tidak_lengkap"):
        layanan.kesepakatan.tutup()
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tutup()


def test_proposers_are_named_once() -> None:
    assert gabung_pengusul("RT 02", "Karang Taruna + rt 02", "") == "RT 02 + Karang Taruna"
    assert gabung_pengusul("", "") == ""
    assert tanpa_pengusul("RT 02 + PKK + Karang Taruna", "Karang Taruna + RT 02", "RT 02") == "RT 02 + PKK"


class MergesAndUndos(TakenBack):
    """Any sequence of recording, merging, splitting, undo and redo."""

    @initialize()
    def begin(self) -> None:
        self.desa.forum.buka(small_forum())
        self._begun()

    def _shown(self) -> object:
        return self.desa.usulan.daftar()

    def standing(self) -> list[str]:
        return [usulan.id for usulan in self.desa.prioritas.usulan()]

    @rule(count=st.integers(1, 3))
    def record(self, count: int) -> None:
        self.desa.usulan.catat_banyak(some_usulan(count), "impor")
        self._acted()

    @precondition(lambda self: len(self.standing()) > 1)
    @rule(data=st.data(), take_over=st.booleans())
    def merge(self, data: st.DataObject, take_over: bool) -> None:
        one, other = data.draw(st.permutations(self.standing()))[:2]
        before = self._shown()
        taken = self.desa.usulan.satu(other)
        isi = {"judul": taken.judul, "perkiraan_biaya": taken.perkiraan_biaya} if take_over else {}
        self.desa.ganda.gabung(one, other, isi)
        self._acted()
        self.desa.riwayat.batalkan()
        assert self._shown() == before, "merge followed by undo is the identity"
        self.desa.riwayat.ulangi()
        assert self._shown() == self.past[-1]

    @precondition(lambda self: self.splittable())
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        self.desa.ganda.pisahkan(data.draw(st.sampled_from(self.splittable())))
        self._acted()

    def splittable(self) -> list[str]:
        standing = set(self.standing())
        return [usulan.id for usulan in self.desa.usulan.daftar() if usulan.gabung_ke in standing]

    @precondition(lambda self: len(self.standing()) > 1)
    @rule(data=st.data())
    def differ(self, data: st.DataObject) -> None:
        self.desa.ganda.beda(*data.draw(st.permutations(self.standing()))[:2])
        self._acted()

    @invariant()
    def no_title_and_no_proposer_is_lost(self) -> None:
        usulan = {one.id: one for one in self.desa.usulan.daftar()}
        for record, one in usulan.items():
            made = jurnal.of_record(self.desa.desk.connection, record)[0].event.isi
            root = one
            while root.gabung_ke:
                root = usulan[root.gabung_ke]
            assert root.status == "aktif"
            assert made["pengusul"] in root.pengusul.split(" + ")
            if one.status == "digabung" and not self.desa.ganda.gabungan_dari(record):
                assert one.judul == made["judul"], "the title of what was merged away is still on the list"

    @invariant()
    def pairs_are_those_of_a_fresh_look(self) -> None:
        assert self.desa.ganda.pasangan() == GandaService(self.desa.desk).pasangan()


TestMergesAndUndos = MergesAndUndos.TestCase
TestMergesAndUndos.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)


def test_a_long_list_is_compared_a_little_at_a_time(layanan: Layanan) -> None:
    layanan.usulan.catat_banyak([ASPAL, ASPAL_JUGA, POSYANDU] * 20, "mencatat")
    assert not layanan.ganda.lanjutkan(0.0)
    assert layanan.ganda.pasangan(tuntas=False) == []
    steps = 0
    while not layanan.ganda.lanjutkan(0.001):
        steps += 1
        assert steps < 1000
    found = layanan.ganda.pasangan(tuntas=False)
    assert found == GandaService(layanan.desk).pasangan()
    assert len(found) == 40 * 39 // 2 + 20 * 19 // 2


def test_splitting_is_one_act_and_keeps_the_lineage(layanan: Layanan, three: list[str]) -> None:
    whole = three[0]
    (part,) = layanan.ganda.pecah(
        whole, [Pecahan("Aspal sisi utara", "70", 75_000_000), Pecahan("Aspal sisi selatan", "50", 50_000_000)]
    )
    first, second = layanan.usulan.satu(whole), layanan.usulan.satu(part)
    assert first is not None
    assert second is not None
    assert (first.label, first.judul, first.volume, first.perkiraan_biaya) == (
        "U-001", "Aspal sisi utara", "70", 75_000_000,
    )  # fmt: skip
    assert (second.label, second.judul, second.volume, second.satuan, second.rt) == (
        "U-004", "Aspal sisi selatan", "50", "m", "02",
    )  # fmt: skip
    assert (second.pengusul, second.pisah_dari) == ("RT 02", whole)
    assert layanan.ganda.pecahan_dari(whole) == [second]
    assert all({pair.a.id, pair.b.id} != {whole, part} for pair in layanan.ganda.pasangan())
    assert layanan.riwayat.teks_batal() == "Usulan U-001 Aspal sisi utara dipecah"
    layanan.riwayat.batalkan()
    assert [one.judul for one in layanan.usulan.daftar()] == [ASPAL.judul, POSYANDU.judul, ASPAL_JUGA.judul]
    assert layanan.usulan.satu(whole).perkiraan_biaya == 125_000_000
    layanan.riwayat.ulangi()
    assert [one.label for one in layanan.ganda.pecahan_dari(whole)] == ["U-004"]
    assert replay.first_difference(layanan.desk.connection) is None


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([Pecahan("Utara")], "kurang_dari_dua"),
        ([Pecahan("Utara"), Pecahan(" ")], "kosong"),
        ([Pecahan("Utara"), Pecahan("utara ")], "ganda"),
        ([Pecahan("Utara"), Pecahan("Selatan", "1", -5)], "negatif"),
    ],
)
def test_parts_that_make_no_sense_are_refused(
    layanan: Layanan, three: list[str], parts: list[Pecahan], code: str
) -> None:
    before = layanan.desk.store.head.seq
    with pytest.raises(RuleBroken) as refused:
        layanan.ganda.pecah(three[0], parts)
    assert refused.value.code == code
    assert layanan.desk.store.head.seq == before


def test_every_proposer_of_a_merged_usulan_gets_the_answer(layanan: Layanan, three: list[str]) -> None:
    first, middle, last = three
    layanan.ganda.gabung(middle, last)
    layanan.ganda.gabung(first, middle)
    answer(layanan, first, "kecamatan", "ditunda", "Menunggu pengukuran")
    told = layanan.jawaban.lengkap()
    assert {record: told[record][-1].alasan for record in told} == dict.fromkeys(three, "Menunggu pengukuran")
    assert [one.usulan for one in told[last]] == [last]
    layanan.ganda.pisahkan(middle)
    assert set(layanan.jawaban.lengkap()) == {first}


def test_an_usulan_in_which_others_go_on_is_not_withdrawn_with_them(layanan: Layanan, three: list[str]) -> None:
    """Nobody's usulan disappears because somebody else withdrew the one into which it was merged."""
    first, middle, _ = three
    layanan.ganda.gabung(first, middle)
    with pytest.raises(RuleBroken) as refused:
        layanan.usulan.batalkan(first, "ditarik")
    assert (refused.value.code, refused.value.text) == ("memuat_gabungan", "U-002")
    layanan.ganda.pisahkan(middle)
    layanan.usulan.batalkan(first, "ditarik")
    assert [one.status for one in layanan.usulan.daftar()][:2] == ["batal", "aktif"]
