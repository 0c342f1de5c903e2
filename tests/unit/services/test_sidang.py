"""The agenda while it runs: what was recorded is all that counts, so a restart or another day changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from musrenbang_desktop.db import replay
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sidang import jarak
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum, some_usulan
from tests.village import Wall, opened

AGENDA = (Acara("Pembukaan", 10, "Kepala Desa"), Acara("Jawaban tahun lalu", 20), Acara("Penilaian", 30))


@pytest.fixture
def desa(tmp_path: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(tmp_path, wall) as services:
        services.forum.buka(small_forum())
        services.forum.ubah(agenda=AGENDA)
        yield services


def used(desa: Layanan) -> dict[str, int]:
    """Seconds of every item that was open."""
    now = desa.sidang.pukul()
    return {waktu.butir.kunci: waktu.detik(now) for waktu in desa.sidang.sekarang().waktu if waktu.selang}


def test_each_item_gets_the_minutes_between_its_begin_and_the_next(desa: Layanan, wall: Wall) -> None:
    assert desa.sidang.sekarang().keadaan == "belum"
    assert desa.sidang.sekarang().sisa_acara(wall.now) == 60 * 60
    desa.sidang.mulai()
    wall.pass_minutes(12)
    now = desa.sidang.sekarang()
    assert now.keadaan == "berjalan"
    assert now.butir_kini is not None
    assert now.butir_kini.sisa(wall.now) == -120
    assert now.butir_kini.lebih(wall.now) == 120
    desa.sidang.mulai()
    wall.pass_minutes(5)
    assert used(desa) == {"Pembukaan": 720, "Jawaban tahun lalu": 300}
    assert desa.sidang.sekarang().sisa_acara(wall.now) == (15 + 30) * 60
    desa.sidang.mulai()
    desa.sidang.selesai()
    assert desa.sidang.sekarang().keadaan == "selesai"
    assert desa.sidang.sekarang().sisa_acara(wall.now) == 0


def test_a_pause_stops_the_clock_and_another_day_goes_on(tmp_path: Path, wall: Wall) -> None:
    with opened(tmp_path, wall) as desa:
        desa.forum.buka(small_forum())
        desa.forum.ubah(agenda=AGENDA)
        desa.sidang.mulai()
        wall.pass_minutes(4)
        desa.sidang.jeda()
        wall.pass_minutes(24 * 60)
    with opened(tmp_path, wall) as desa:
        assert desa.sidang.sekarang().keadaan == "jeda"
        assert used(desa) == {"Pembukaan": 240}
        desa.sidang.teruskan()
        wall.pass_minutes(1)
        assert used(desa) == {"Pembukaan": 300}
        assert [len(w.selang) for w in desa.sidang.sekarang().waktu] == [2, 0, 0]


def test_a_restart_in_the_middle_keeps_the_countdown(tmp_path: Path, wall: Wall) -> None:
    with opened(tmp_path, wall) as desa:
        desa.forum.buka(small_forum())
        desa.forum.ubah(agenda=AGENDA)
        desa.sidang.mulai("Penilaian")
        wall.pass_minutes(7)
    with opened(tmp_path, wall) as desa:
        now = desa.sidang.sekarang()
        assert (now.keadaan, now.kini) == ("berjalan", "Penilaian")
        assert now.butir_kini is not None
        assert now.butir_kini.sisa(wall.now) == 23 * 60


def test_undo_gives_back_the_item_before_with_its_clock_running(desa: Layanan, wall: Wall) -> None:
    desa.sidang.mulai()
    wall.pass_minutes(3)
    desa.sidang.mulai()
    wall.pass_minutes(2)
    assert desa.riwayat.teks_batal() == "Acara dimulai: Jawaban tahun lalu"
    desa.riwayat.batalkan()
    assert desa.sidang.sekarang().kini == "Pembukaan"
    assert used(desa) == {"Pembukaan": 300}
    desa.riwayat.ulangi()
    assert used(desa) == {"Pembukaan": 180, "Jawaban tahun lalu": 120}
    desa.riwayat.batalkan()
    desa.riwayat.batalkan()
    assert desa.sidang.sekarang().keadaan == "belum"
    assert replay.first_difference(desa.desk.connection) is None


def test_what_cannot_be_is_refused(desa: Layanan) -> None:
    def code(act: object) -> str:
        with pytest.raises(RuleBroken) as refusal:
            act()
        return refusal.value.code

    assert code(desa.sidang.jeda) == "tidak_berjalan"
    assert code(desa.sidang.teruskan) == "tidak_dijeda"
    assert code(desa.sidang.selesai) == "tidak_berjalan"
    assert code(lambda: desa.sidang.mulai("Makan siang")) == "tidak_ditemukan"
    desa.sidang.mulai("Penilaian")
    assert code(desa.sidang.mulai) == "habis"
    assert code(lambda: desa.sidang.batas_giliran(0)) == "di_luar_batas"
    desa.forum.ubah(agenda=())
    assert [waktu.butir.kunci for waktu in desa.sidang.sekarang().waktu] == ["Penilaian"], "what was open stays"


def test_the_clock_goes_on_after_the_result_was_closed_and_sealed(desa: Layanan, wall: Wall) -> None:
    desa.usulan.catat_banyak(some_usulan(2), "impor")
    desa.prioritas.kunci(("Ibu Ketua", "Pak Notulis"))
    for kelompok in desa.prioritas.aturan().kelompok:
        desa.prioritas.isi(kelompok.id, {u.id: (3, 3, 3, 3, 3) for u in desa.prioritas.usulan()})
    desa.kesepakatan.susun()
    desa.kesepakatan.tetapkan([u.id for u in desa.prioritas.usulan()], "ke_kecamatan")
    desa.sidang.mulai()
    desa.kesepakatan.tutup()
    before = desa.dokumen.isi().jejak
    desa.sidang.mulai()
    desa.bicara.mulai(desa.bicara.unsur()[-1], "P")
    desa.riwayat.batalkan()
    desa.riwayat.batalkan()
    assert desa.sidang.sekarang().kini == "Pembukaan"
    assert desa.dokumen.isi().jejak == before, "the printed trace is that of the result"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0.00"), (245, "4.05"), (3729, "1.02.09"), (-30, "-0.30"), (-3661, "-1.01.01")]
)
def test_a_stretch_of_time_reads_like_a_clock(seconds: int, shown: str) -> None:
    assert jarak(seconds) == shown


def test_a_seal_stays_whole_while_the_day_goes_on(tmp_path: Path) -> None:
    from tests.sukamaju import whole_forum
    from tests.village import opened

    with opened(tmp_path) as desa:
        whole_forum(desa)
        desa.sidang.mulai()
        desa.segel.buat()
        desa.sidang.mulai()
        desa.sidang.selesai()
        assert desa.segel.periksa() is None
        desa.riwayat.batalkan()
        assert desa.sidang.sekarang().keadaan == "berjalan"
        assert desa.segel.periksa() is None
        assert replay.first_difference(desa.desk.connection) is None
