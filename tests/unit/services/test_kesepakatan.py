"""Drawing up the order again keeps what the hall decided and spends the pagu once."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
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
        desa.kesepakatan.pindah(ids[4], 1, "darurat")
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
