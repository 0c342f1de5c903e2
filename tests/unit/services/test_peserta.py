"""Hours of arrival."""

from __future__ import annotations

from pathlib import Path

import pytest

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
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
