"""Drawing up the order again keeps what the hall decided and spends the pagu once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kesepakatan import Kesepakatan, dipindah
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def outputs(desa: Layanan) -> dict[str, tuple[str, str]]:
    names = {usulan.id: usulan.label for usulan in desa.usulan.daftar()}
    found = desa.kesepakatan.sekarang()
    return {names[butir.usulan]: (butir.keluaran, butir.alasan_pindah) for butir in found.butir} if found else {}


def test_drawn_up_again_the_pagu_is_spent_once_and_no_move_is_explained_that_is_gone(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(5), "impor")
        desa.kesepakatan.susun()
        assert [keluaran for keluaran, _ in outputs(desa).values()] == ["dana_desa"] * 4 + ["belum_disepakati"]
        desa.kesepakatan.pindah(ids[4], 1, "darurat", oleh="BPD", setuju=12)
        before = outputs(desa)
        desa.usulan.catat(some_usulan(1)[0])
        desa.kesepakatan.susun()
        assert outputs(desa)["U-005"] == ("belum_disepakati", "")
        assert list(outputs(desa)) == ["U-001", "U-002", "U-003", "U-004", "U-005", "U-006"]
        assert outputs(desa)["U-006"] == ("belum_disepakati", "")
        desa.riwayat.batalkan()
        assert outputs(desa) == before


def test_only_usulan_of_the_agreement_get_an_output_or_a_reason(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.kesepakatan.susun()
        head = desa.desk.store.head
        with pytest.raises(RuleBroken, match="tidak_ditemukan"):
            desa.kesepakatan.beri_alasan(["tiada-1"], "lahan belum jelas")
        with pytest.raises(RuleBroken, match="tidak_ditemukan"):
            desa.kesepakatan.tetapkan(["tiada-1"], "dana_desa")
        desa.kesepakatan.tetapkan([], "dana_desa")
        assert desa.desk.store.head == head


def test_a_closed_result_keeps_its_rules(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.kesepakatan.susun()
        desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
        desa.kesepakatan.tutup()
        aturan = desa.prioritas.aturan()
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            desa.prioritas.ubah_aturan(aturan.kriteria[:1], aturan.kelompok, ())
        with pytest.raises(RuleBroken, match="sudah_ditutup"):
            desa.prioritas.buka_kunci()


def test_only_usulan_that_stand_are_scored(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        first, second = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        desa.usulan.batalkan(first, "lahan belum jelas")
        for record in (first, "tiada-1"):
            with pytest.raises(RuleBroken, match="tidak_ditemukan"):
                desa.prioritas.isi("g1", {record: (1, 1, 1, 1, 1)})
        desa.prioritas.isi("g1", {second: (1, 1, 1, 1, 1)})
        assert list(desa.prioritas.lembar("g1")) == [second]


def test_rules_taken_back_are_the_usual_ones_again(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        usual = desa.prioritas.aturan()
        desa.prioritas.ubah_aturan(usual.kriteria[:1], usual.kelompok, ())
        desa.riwayat.batalkan()
        assert desa.prioritas.aturan() == usual
        desa.prioritas.kunci(["Ibu Ketua", "Pak Notulis"])
        assert desa.prioritas.aturan().kriteria == usual.kriteria


def test_a_tie_rule_of_no_criterion_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        usual = desa.prioritas.aturan()
        with pytest.raises(RuleBroken, match="tidak_dikenal"):
            desa.prioritas.ubah_aturan(usual.kriteria[:1], usual.kelompok, ("k2",))


def test_a_move_says_why_on_whose_wish_and_how_many_agreed(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(3), "impor")
        for nama in ("Ibu Satu", "Pak Dua"):
            desa.peserta.hadirkan(desa.peserta.undang(PesertaBaru(nama=nama)))
        desa.kesepakatan.susun()
        for reason, oleh, setuju, broken in (
            (" ", "BPD", 2, "alasan_pindah"),
            ("darurat", " ", 2, "oleh_pindah"),
            ("darurat", "BPD", None, "setuju: kosong"),
            ("darurat", "BPD", 3, "lebih_dari_hadir"),
        ):
            with pytest.raises(RuleBroken, match=broken):
                desa.kesepakatan.pindah(ids[2], 1, reason, oleh=oleh, setuju=setuju)
        with pytest.raises(RuleBroken, match="tetap"):
            desa.kesepakatan.pindah(ids[2], 3, "darurat", oleh="BPD", setuju=2)
        desa.kesepakatan.pindah(ids[2], 1, "darurat", oleh="BPD", setuju=2)
        assert "dari urutan 3 ke 1: darurat (diminta BPD, 2 orang setuju)" in desa.riwayat.daftar(1)[0].kalimat


@settings(max_examples=25, deadline=None)
@given(moves=st.lists(st.tuples(st.integers(0, 5), st.integers(1, 6)), max_size=8), undone=st.integers(0, 3))
def test_the_agreed_order_is_the_score_order_with_the_logged_moves(
    moves: list[tuple[int, int]], undone: int, six: tuple[Layanan, list[str]]
) -> None:
    desa, ids = six
    desa.kesepakatan.susun()
    made = 0
    for which, target in moves:
        order = [butir.usulan for butir in agreed(desa).butir]
        if order.index(ids[which]) + 1 != target:
            desa.kesepakatan.pindah(ids[which], target, "diminta forum", oleh="PKK", setuju=1)
            made += 1
    for _ in range(min(undone, made)):
        desa.riwayat.batalkan()
    found = agreed(desa)
    assert len(found.perpindahan) == made - min(undone, made)
    assert tuple(butir.usulan for butir in found.butir) == dipindah(found.urutan_skor, found.perpindahan)
    assert replay.first_difference(desa.desk.connection) is None


def test_a_jump_over_an_own_priority_needs_a_reason_before_closing(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(4), "impor")
        for number, record in enumerate(ids, 1):
            desa.usulan.ubah(record, asal="RW 05", peringkat_asal=number)
        desa.kesepakatan.susun()
        desa.kesepakatan.tetapkan(ids, "ke_kecamatan")
        desa.kesepakatan.tetapkan([ids[1]], "belum_disepakati", "lahan belum jelas")
        jumps = desa.kesepakatan.lompatan()
        assert [(jump.usulan, jump.didahului) for jump in jumps] == [(ids[2], ids[1]), (ids[3], ids[1])]
        with pytest.raises(RuleBroken, match="alasan_lompat"):
            desa.kesepakatan.tutup()
        with pytest.raises(RuleBroken, match="alasan_lompat"):
            desa.kesepakatan.jelaskan_lompatan(ids[2:], " ")
        desa.kesepakatan.jelaskan_lompatan(ids[2:], "menghubungkan dua dusun")
        assert desa.kesepakatan.lompatan() == ()
        desa.kesepakatan.tutup()


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Layanan, list[str]]]:
    with opened(tmp_path_factory.mktemp("enam")) as desa:
        desa.forum.buka(small_forum())
        yield desa, desa.usulan.catat_banyak(some_usulan(6), "impor")


def agreed(desa: Layanan) -> Kesepakatan:
    found = desa.kesepakatan.sekarang()
    assert found is not None
    return found


def test_an_usulan_that_was_away_comes_back_without_its_old_reasons(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(4), "impor")
        desa.kesepakatan.susun()
        desa.kesepakatan.pindah(ids[3], 1, "darurat", oleh="BPD", setuju=12)
        desa.kesepakatan.jelaskan_lompatan([ids[3]], "lebih mendesak")
        desa.usulan.batalkan(ids[3], "pengusul mencabut")
        desa.kesepakatan.susun()
        desa.usulan.pulihkan(ids[3])
        desa.kesepakatan.susun()
        found = desa.kesepakatan.sekarang()
        assert found is not None
        (back,) = [butir for butir in found.butir if butir.usulan == ids[3]]
        assert (back.alasan_pindah, back.alasan_lompat) == ("", "")
        assert replay.first_difference(desa.desk.connection) is None
        desa.riwayat.batalkan()
        desa.riwayat.ulangi()
        assert desa.kesepakatan.sekarang() == found


def test_why_one_was_put_first_goes_when_it_is_not_agreed_any_more(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        ids = desa.usulan.catat_banyak(some_usulan(2), "impor")
        desa.kesepakatan.susun()
        desa.kesepakatan.jelaskan_lompatan(ids[:1], "lebih mendesak")
        desa.kesepakatan.tetapkan(ids, "belum_disepakati", "pagu habis")
        found = desa.kesepakatan.sekarang()
        assert found is not None
        assert [butir.alasan_lompat for butir in found.butir] == ["", ""]
        desa.riwayat.batalkan()
        found = desa.kesepakatan.sekarang()
        assert found is not None
        assert "lebih mendesak" in [butir.alasan_lompat for butir in found.butir]


def test_usulan_of_no_known_origin_do_not_jump_over_each_other(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        for rank in (1, 2):
            desa.usulan.catat(UsulanBaru(judul=f"Usulan {rank}", masalah="rusak", peringkat_asal=rank))
        desa.kesepakatan.susun()
        first, second = [usulan.id for usulan in desa.usulan.daftar()]
        desa.kesepakatan.tetapkan([first], "belum_disepakati", "pagu habis")
        desa.kesepakatan.tetapkan([second], "dana_desa")
        assert desa.kesepakatan.lompatan() == ()
