"""Who is to be represented: wanted, invited, present."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur, capaian
from musrenbang_desktop.reference.unsur import usual
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed


@pytest.fixture
def desa(layanan: Layanan) -> Layanan:
    layanan.forum.ubah(target_unsur=(TargetUnsur("PKK", 3), TargetUnsur("Penyandang Disabilitas")))
    return layanan


def test_an_unsur_without_invitee_is_told_until_somebody_is_invited(desa: Layanan) -> None:
    assert desa.unsur.tanpa_undangan() == ("PKK", "Penyandang Disabilitas")
    desa.peserta.undang(PesertaBaru(nama="Aminah", unsur="pkk "))
    desa.peserta.catat_tamu(PesertaBaru(nama="Ismail", unsur="Penyandang Disabilitas"))
    assert desa.unsur.tanpa_undangan() == ("Penyandang Disabilitas",), "a guest was not invited"
    assert [(one.diundang, one.hadir, one.kurang) for one in desa.unsur.daftar()] == [(1, 0, 2), (0, 1, 1)]


def test_targets_change_step_by_step_and_are_taken_back(desa: Layanan) -> None:
    assert desa.unsur.tambah(TargetUnsur("Lansia", 1)) == 2
    desa.unsur.ubah(0, target=5)
    desa.unsur.keluarkan(1)
    assert [(one.unsur, one.target) for one in desa.unsur.daftar()] == [("PKK", 5), ("Lansia", 1)]
    for _ in range(3):
        desa.riwayat.batalkan()
    assert [(one.unsur, one.target) for one in desa.unsur.daftar()] == [("PKK", 3), ("Penyandang Disabilitas", 0)]
    assert_replayed(desa)


def test_an_unsur_stands_once_however_it_is_written(desa: Layanan) -> None:
    for name in ("PKK", " pkk"):
        with pytest.raises(RuleBroken, match="ganda"):
            desa.unsur.tambah(TargetUnsur(name, 1))
    for wrong in (("", 1), ("Lansia", -1), ("Lansia", 1000)):
        with pytest.raises(RuleBroken):
            TargetUnsur(*wrong)


def test_the_usual_ones_are_added_once(desa: Layanan) -> None:
    assert desa.unsur.lengkapi(usual("desa")) == len(usual("desa")) - 2
    assert desa.unsur.lengkapi(usual("desa")) == 0
    assert desa.unsur.daftar()[0].target == 3, "what the village wanted stays"
    assert "LPM" in {one.unsur for one in usual("kelurahan")}
    assert "BPD" not in {one.unsur for one in usual("kelurahan")}


def test_spellings_of_one_unsur_count_together() -> None:
    (found,) = capaian([TargetUnsur("Karang  Taruna", 4)], {"karang taruna": (1, 2), "Karang Taruna": (0, 1)})
    assert (found.diundang, found.hadir, found.kurang) == (3, 1, 1)
