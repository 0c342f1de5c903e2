"""Gladi bersih: six items, each by its fact, kept on this laptop and in no journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from musrenbang_desktop.db.opening import FILE_NAME
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.domain.unsur import TargetUnsur
from musrenbang_desktop.services.gladi import Butir
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import START, Wall, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def desa(folder: Path, wall: Wall) -> Iterator[Layanan]:
    with opened(folder, wall) as services:
        services.forum.buka(small_forum())
        services.forum.ubah(tanggal=(START + timedelta(days=2)).date().isoformat(), target_unsur=())
        yield services


def butir(desa: Layanan, kunci: str) -> Butir:
    return next(one for one in desa.gladi.daftar() if one.kunci == kunci)


def test_nothing_is_ready_at_the_beginning(desa: Layanan) -> None:
    assert [one.kunci for one in desa.gladi.daftar()] == [
        "latihan", "lembar_uji", "layar", "titik_simpan", "flashdisk", "kertas",
    ]  # fmt: skip
    assert {one.fakta for one in desa.gladi.daftar()} == {"belum"}


@pytest.mark.parametrize(("days", "shown"), [(15, False), (14, True), (2, True), (0, True), (-1, False)])
def test_it_is_shown_from_two_weeks_before_to_the_day_itself(desa: Layanan, days: int, shown: bool) -> None:
    desa.forum.ubah(tanggal=(START + timedelta(days=days)).date().isoformat())
    assert (desa.gladi.hari(), desa.gladi.dekat()) == (days, shown)


def test_practice_counts_when_something_was_recorded_there_since_the_forum_began(
    desa: Layanan, folder: Path, wall: Wall
) -> None:
    wall.pass_minutes(-60)
    with opened(folder / "latihan", wall) as room:
        assert butir(desa, "latihan").fakta == "belum", "opened and not used"
        room.forum.buka(small_forum())
        assert butir(desa, "latihan").fakta == "lama"
        wall.pass_minutes(120)
        room.peserta.undang(PesertaBaru(nama="Aminah"))
        assert butir(desa, "latihan") == Butir("latihan", "beres", wall.now), "also while it is open"


def test_a_practice_room_that_cannot_be_read_is_no_practice_and_no_trouble(desa: Layanan, folder: Path) -> None:
    (folder / "latihan").mkdir()
    (folder / "latihan" / FILE_NAME).write_bytes(b"bukan basis data" * 400)
    assert butir(desa, "latihan").fakta == "belum"


def test_the_test_sheet_is_printed_and_then_measured_and_measured_again_when_printed_again(
    desa: Layanan, wall: Wall
) -> None:
    desa.dokumen.catat_cetak("lembar_uji", "a" * 64, [1])
    assert butir(desa, "lembar_uji") == Butir("lembar_uji", "ukur", START)
    wall.pass_minutes(5)
    desa.gladi.catat("penggaris")
    assert butir(desa, "lembar_uji").beres
    wall.pass_minutes(5)
    desa.dokumen.catat_cetak("lembar_uji", "b" * 64, [1])
    assert butir(desa, "lembar_uji").fakta == "ukur"
    desa.gladi.catat("penggaris")
    desa.gladi.lupakan("penggaris")
    assert butir(desa, "lembar_uji").fakta == "ukur"


def test_a_village_without_printer_and_projector_can_say_so(desa: Layanan) -> None:
    desa.gladi.catat("cetak_di_luar")
    desa.gladi.catat("tanpa_layar")
    assert butir(desa, "lembar_uji") == Butir("lembar_uji", "di_luar")
    assert butir(desa, "layar") == Butir("layar", "tanpa")
    assert butir(desa, "layar").beres
    desa.gladi.catat("layar")
    assert butir(desa, "layar").fakta == "beres", "the fact outweighs what was said"


def test_copies_of_yesterday_count_and_older_ones_do_not(desa: Layanan, wall: Wall) -> None:
    desa.cadangan.buat()
    desa.gladi.catat("flashdisk")
    for minutes, fakta in ((0, "beres"), (24 * 60, "beres"), (24 * 60, "lama")):
        wall.pass_minutes(minutes)
        assert [butir(desa, kunci).fakta for kunci in ("titik_simpan", "flashdisk")] == [fakta, fakta]


def test_papers_are_ready_when_every_unsur_is_invited_and_every_letter_printed(desa: Layanan) -> None:
    desa.forum.ubah(target_unsur=(TargetUnsur("PKK"), TargetUnsur("Lansia")))
    desa.peserta.undang(PesertaBaru(nama="Aminah", unsur="PKK"))
    assert butir(desa, "kertas") == Butir("kertas", "unsur", jumlah=1, nama=("Lansia",))
    desa.peserta.undang(PesertaBaru(nama="Sastro", unsur="Lansia"))
    assert butir(desa, "kertas") == Butir("kertas", "surat", jumlah=2)
    desa.undangan.tandai_dicetak()
    assert butir(desa, "kertas") == Butir("kertas", "beres", jumlah=2)


def test_what_is_noted_survives_a_restart_and_is_in_no_journal(folder: Path, wall: Wall) -> None:
    with opened(folder, wall) as services:
        services.forum.buka(small_forum())
        before = services.desk.store.head
        services.gladi.catat("layar")
        assert services.desk.store.head == before
    with opened(folder, wall) as services:
        assert butir(services, "layar") == Butir("layar", "beres", START)


def test_another_forum_begins_without_ticks(desa: Layanan) -> None:
    first = desa.desk.forum_id
    desa.gladi.catat("layar")
    desa.forum.buka(small_forum())
    assert butir(desa, "layar").fakta == "belum"
    desa.forum.pilih(first)
    assert butir(desa, "layar").fakta == "beres"


def test_the_practice_room_has_no_rehearsal(folder: Path, wall: Wall) -> None:
    with opened(folder / "latihan", wall) as room:
        room.forum.buka(small_forum())
        room.forum.ubah(tanggal=START.date().isoformat())
        assert not room.gladi.dekat()
        room.gladi.catat("layar")
        assert butir(room, "layar").fakta == "belum"


def test_without_a_forum_nothing_is_noted(folder: Path) -> None:
    with opened(folder) as services:
        assert not services.gladi.dekat()
        services.gladi.catat("layar")
        with pytest.raises(RuleBroken):
            services.gladi.daftar()
