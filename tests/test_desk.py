"""The village of the page tests holds what those tests count on."""

from __future__ import annotations

from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage, lock_rules, propose, score


def test_a_scored_village_ranks_every_usulan(layanan: Layanan) -> None:
    ids = propose(layanan)
    lock_rules(layanan)
    score(layanan, ids)
    hasil = layanan.prioritas.hasil()
    assert len(hasil.baris) == 48
    assert hasil.lengkap
    assert any(baris.seri for baris in hasil.baris)


def test_a_restart_finds_the_same_village(open_village: OpenVillage, layanan: Layanan) -> None:
    ids = propose(layanan, 3)
    again = open_village()
    assert [usulan.id for usulan in again.usulan.daftar()] == ids
