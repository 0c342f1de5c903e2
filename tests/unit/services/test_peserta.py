"""Hours of arrival."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from musrenbang_desktop.services.layanan import Layanan
from tests.small_forum import small_forum
from tests.village import opened


def test_those_present_stand_in_the_order_of_arrival_however_the_hour_was_typed(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        late, early = desa.peserta.undang_banyak([PesertaBaru(nama="Ani"), PesertaBaru(nama="Karto")])
        desa.peserta.hadirkan(late, "10.05")
        desa.peserta.hadirkan(early, "9:05")
        desa.peserta.catat_tamu(PesertaBaru(nama="Sri", hadir="9.30"))
        assert [(orang.nama, orang.hadir) for orang in desa.peserta.daftar(hanya="hadir")] == [
            ("Karto", "09.05"),
            ("Sri", "09.30"),
            ("Ani", "10.05"),
        ]


def test_an_hour_that_is_none_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        record = desa.peserta.undang(PesertaBaru(nama="Ani"))
        with pytest.raises(RuleBroken, match="bukan_jam"):
            desa.peserta.hadirkan(record, "25.00")


def test_who_is_absent_cannot_be_made_absent_again(tmp_path: Path) -> None:
    with opened(tmp_path) as desa:
        desa.forum.buka(small_forum())
        record = desa.peserta.undang(PesertaBaru(nama="Ani"))
        head = desa.desk.store.head
        desa.peserta.batal_hadir(record)
        assert desa.desk.store.head == head


def test_letters_within_a_name_never_stand_before_a_name_that_begins_so(kosong: Layanan) -> None:
    """Whoever is present already is shown first and said to be so, rather than a neighbour checked in instead."""
    kosong.forum.buka(small_forum())
    here, inside = kosong.peserta.undang_banyak([PesertaBaru(nama="Harni Rahayu"), PesertaBaru(nama="Suharti")])
    kosong.peserta.hadirkan(here)
    assert [one.id for one in kosong.peserta.cari("har")] == [here, inside]
    begins = kosong.peserta.undang(PesertaBaru(nama="Hartono"))
    assert [one.id for one in kosong.peserta.cari("har")] == [begins, here, inside]


def test_initials_dusun_and_rt_tell_people_of_one_name_apart(kosong: Layanan) -> None:
    kosong.forum.buka(small_forum())
    krajan, sumber, other = kosong.peserta.undang_banyak(
        [
            PesertaBaru(nama="Sri Rahayu", dusun="Krajan", rt="03"),
            PesertaBaru(nama="Sri Rahayu", dusun="Sumberejo", rt="08"),
            PesertaBaru(nama="Sri Handayani", dusun="Krajan", rt="08"),
        ]
    )
    for typed, meant in (("sri 3", krajan), ("s r 8", sumber), ("sri sum", sumber), ("sh", other), ("Srí H", other)):
        assert kosong.peserta.cari(typed)[0].id == meant, typed
