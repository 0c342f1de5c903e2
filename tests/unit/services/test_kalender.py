"""The calendar tells and never forbids."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.paket import ROWS, berkas, contoh_paket
from tests.practice import mark_as_practice
from tests.sukamaju import whole_forum
from tests.village import START


@pytest.fixture
def desa(layanan: Layanan, tmp_path: Path) -> Layanan:
    """Sukamaju with the invented package, whose window closes on 31 January 2026."""
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket())))
    return layanan


def on(desa: Layanan, day: datetime) -> None:
    """Let the store's clock stand at a day."""
    desa.desk.store.clock = lambda: day


@pytest.mark.parametrize(
    ("days", "keadaan", "hari", "late"),
    [(-12, "belum_buka", 1, 0), (-11, "buka", 21, 0), (0, "buka", 10, 0), (10, "buka", 0, 0), (11, "lewat", 1, 1)],
)
def test_the_last_day_still_counts(desa: Layanan, days: int, keadaan: str, hari: int, late: int) -> None:
    on(desa, START + timedelta(days=days))
    line = desa.kalender.forum()
    assert (line.tahap, line.keadaan, line.hari) == ("Musrenbang Desa", keadaan, hari)
    assert desa.kalender.terlambat() == late


def test_all_levels_by_their_close(desa: Layanan) -> None:
    assert [line.tingkat for line in desa.kalender.daftar()] == ["desa", "kecamatan"]


def test_after_the_close_everything_is_recorded_as_before(desa: Layanan) -> None:
    on(desa, START + timedelta(days=40))
    record = desa.usulan.catat(UsulanBaru(judul="Talud"))
    desa.usulan.ubah(record, volume="12")
    assert desa.usulan.satu(record).volume == "12" and desa.kalender.terlambat() == 30


def test_a_whole_forum_is_recorded_closed_and_sealed_after_the_close(kosong: Layanan, tmp_path: Path) -> None:
    on(kosong, START + timedelta(days=40))
    kosong.paket.pasang(kosong.paket.periksa(berkas(tmp_path, contoh_paket())))
    whole_forum(kosong)
    assert kosong.segel.buat().kode and kosong.kalender.terlambat() == 30
    on(kosong, START + timedelta(days=99))
    assert kosong.kalender.terlambat() == 30, "the seal says when it was done"


def test_a_practice_forum_is_never_late(desa: Layanan) -> None:
    mark_as_practice(desa)
    on(desa, START + timedelta(days=400))
    assert desa.kalender.terlambat() == 0


def test_a_calendar_of_other_levels_says_nothing_about_the_village(layanan: Layanan, tmp_path: Path) -> None:
    rows = {**ROWS, "kalender": (("kabupaten", "Forum perangkat daerah", "", "2026-03-01"),)}
    layanan.paket.pasang(layanan.paket.periksa(berkas(tmp_path, contoh_paket(rows))))
    assert layanan.kalender.forum() is None and layanan.kalender.terlambat() == 0
    assert layanan.kalender.daftar()[0].keadaan == "buka"
