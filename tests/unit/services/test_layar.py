"""What the layar says of the scoring: as many cells as are really asked for."""

from __future__ import annotations

from pathlib import Path

from musrenbang_desktop.domain.cara import CaraHitung
from musrenbang_desktop.domain.penilaian import Kelompok, Kriteria
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import opened


def locked(desa: Layanan, *kelompok: Kelompok, cara: CaraHitung | None = None) -> None:
    kriteria = Kriteria("k", "Mendesak", "M", 1, terkecil=0 if cara else 1, terbesar=2 if cara else 5)
    desa.prioritas.ubah_aturan((kriteria,), kelompok, (), cara)
    desa.prioritas.kunci(("Sutrisno", "Aminah"))


def filled(desa: Layanan) -> tuple[int, int]:
    found = desa.layar.peringkat()
    return found.terisi, found.semua


def test_three_usulan_compared_in_pairs_are_asked_for_three_times_for_both_sides(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        a, b, _ = desa.usulan.catat_banyak(some_usulan(3), "impor")
        locked(desa, Kelompok("g1", "Satu"), cara=CaraHitung(metode="banding"))
        assert filled(desa) == (0, 6)
        desa.prioritas.isi("g1", {f"{a}~{b}": (1,)})
        assert filled(desa) == (2, 6)


def test_groups_of_a_bidang_are_asked_for_their_own_usulan_only(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        sarana, _ = (
            desa.usulan.catat(UsulanBaru(judul=f"Usulan {name}", bidang=name, pengusul="RT 01"))
            for name in ("Sarana", "Sosial")
        )
        locked(desa, Kelompok("g1", "Satu", bidang="Sarana"), Kelompok("g2", "Dua", bidang="Sosial"))
        assert filled(desa) == (0, 2)
        desa.prioritas.isi("g1", {sarana: (4,)})
        assert filled(desa) == (1, 2)
