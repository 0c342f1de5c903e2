"""Whoever comes for an invited person counts for the quorum as that invitation, where the rule says so (ADR 17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.kuorum import AturanKuorum, periksa_kuorum
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.reference import profile
from musrenbang_desktop.services.layanan import Layanan
from tests.replayed import assert_replayed
from tests.small_forum import small_forum
from tests.unit.berita_acara.reading import text_of
from tests.village import opened


@pytest.fixture
def desa(tmp_path: Path) -> Iterator[Layanan]:
    """Six people are invited, Warga 0 to Warga 5; two thirds of six are four."""
    with opened(tmp_path) as services:
        services.forum.buka(small_forum())
        services.peserta.undang_banyak([PesertaBaru(nama=f"Warga {n}", unsur="RT") for n in range(6)])
        yield services


def arrive(desa: Layanan, *places: int) -> None:
    for person in [one for one in desa.peserta.daftar(hanya="undangan") if int(one.nama[-1]) in places]:
        desa.peserta.hadirkan(person.id, "08.50")


def send(desa: Layanan, nama: str, wakil_dari: str) -> str:
    return desa.peserta.catat_tamu(PesertaBaru(nama=nama, wakil_dari=wakil_dari, diundang=False, hadir="08.55"))


def quorum(desa: Layanan) -> int:
    (rule,) = [one for one in desa.kehadiran.keadaan(hanya_kuorum=True).syarat if one.jenis == "kuorum"]
    assert rule.ada == next(one.ada for one in desa.kehadiran.syarat() if one.jenis == "kuorum"), "door and gauge agree"
    return rule.ada


def test_a_deputy_stands_for_the_one_who_stayed_away(desa: Layanan) -> None:
    arrive(desa, 0, 1)
    assert quorum(desa) == 2
    send(desa, "Menantu", " warga 2 ")
    assert (quorum(desa), desa.peserta.hitung().wakil, desa.peserta.hitung().hadir_undangan) == (3, 1, 2)


def test_one_invitation_counts_once_however_many_come_for_it(desa: Layanan) -> None:
    send(desa, "Menantu", "Warga 2")
    send(desa, "Keponakan", "Warga 2")
    assert quorum(desa) == 1
    arrive(desa, 2)
    assert quorum(desa) == 1, "the invited one came as well: now the deputies are guests"


def test_whoever_is_invited_counts_as_themselves_only(desa: Layanan) -> None:
    desa.peserta.hadirkan(desa.peserta.daftar()[0].id, "08.50", wakil_dari="Warga 3")
    assert quorum(desa) == 1


def test_a_name_that_nobody_invited_bears_is_a_guest(desa: Layanan) -> None:
    send(desa, "Menantu", "Camat")
    assert quorum(desa) == 0


def test_two_of_one_name_may_each_send_somebody(desa: Layanan) -> None:
    desa.peserta.undang(PesertaBaru(nama="Warga 1"))
    send(desa, "Anak", "Warga 1")
    send(desa, "Cucu", "Warga 1")
    send(desa, "Cicit", "Warga 1")
    assert quorum(desa) == 2


def test_the_opening_freezes_the_deputies_and_the_paper_says_how_many(desa: Layanan) -> None:
    arrive(desa, 0, 1, 3)
    send(desa, "Menantu", "Warga 2")
    assert desa.kehadiran.keadaan().tahap == "cukup", "4 of 6"
    desa.kehadiran.buka()
    opening = desa.kehadiran.pembukaan()
    assert opening and (opening.hadir, opening.wakil, opening.tercapai) == (4, 1, True)
    arrive(desa, 2)
    assert desa.kehadiran.pembukaan() == opening, "what was counted when the chair opened is what is signed"
    isi = desa.dokumen.isi()
    assert "4 (1 di antaranya diwakili) dari 6 undangan" in text_of(
        render("keterwakilan", isi, profile.load(isi.forum.profil))
    )
    assert_replayed(desa)


def test_undo_takes_the_deputy_away(desa: Layanan) -> None:
    send(desa, "Menantu", "Warga 2")
    desa.riwayat.batalkan()
    assert quorum(desa) == 0
    desa.riwayat.ulangi()
    assert quorum(desa) == 1


def test_a_kabupaten_may_count_the_invited_themselves_only() -> None:
    rule = AturanKuorum(bagian="2/3")
    (counted,) = periksa_kuorum(rule, 6, 3, 1)
    (alone,) = periksa_kuorum(replace(rule, wakil_dihitung=False), 6, 3, 1)
    assert (counted.ada, counted.terpenuhi, alone.ada, alone.terpenuhi) == (4, True, 3, False)


def test_the_shipped_profile_counts_deputies_and_a_package_may_say_otherwise() -> None:
    assert profile.load("rkpd-86").kuorum.wakil_dihitung
    own = 'dasar = "rkpd-86"\n[kuorum]\nwakil = "tidak"\n'
    assert not profile.parse(own, "kabupaten").kuorum.wakil_dihitung
