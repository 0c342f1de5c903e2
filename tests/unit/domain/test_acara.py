"""The agenda: hours follow from minutes, and no row has an impossible length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.acara import Acara, berjam, jumlah_menit
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.reference.agenda import fitting, load


def test_each_row_begins_where_the_one_before_ends() -> None:
    rows = berjam([Acara("Pembukaan", 15), Acara("Sambutan", 50), Acara("Doa", 5)], "8.30")
    assert [(row.mulai, row.selesai) for row in rows] == [("08.30", "08.45"), ("08.45", "09.35"), ("09.35", "09.40")]


def test_without_an_hour_there_are_no_hours() -> None:
    assert [(row.mulai, row.selesai) for row in berjam([Acara("Pembukaan", 15)], " ")] == [("", "")]


def test_an_agenda_past_midnight_goes_on_from_zero() -> None:
    assert berjam([Acara("Rembug", 90)], "23.00")[0].selesai == "00.30"


@given(st.lists(st.integers(1, 600), max_size=20))
def test_the_last_row_ends_after_the_sum_of_all(minutes: list[int]) -> None:
    agenda = [Acara("Acara", one) for one in minutes]
    rows = berjam(agenda, "00.00")
    total = jumlah_menit(agenda)
    assert total == sum(minutes)
    if rows:
        assert rows[-1].selesai == f"{total // 60 % 24:02d}.{total % 60:02d}"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (("  ", 5), ("judul_acara", "kosong")),
        (("Doa", 0), ("menit", "di_luar_batas")),
        (("Doa", 601), ("menit", "di_luar_batas")),
        (("Doa", -5), ("menit", "di_luar_batas")),
    ],
)
def test_a_row_needs_a_name_and_minutes(row: tuple[str, int], rule: tuple[str, str]) -> None:
    with pytest.raises(RuleBroken) as broken:
        Acara(*row)
    assert (broken.value.field, broken.value.code) == rule


def test_every_kind_of_meeting_has_a_usual_agenda_and_it_is_offered_first() -> None:
    assert len({one.id for one in load()}) == len(load())
    for tingkat, jenis in (("utama", "desa"), ("utama", "kelurahan"), ("rembug", "kelurahan"), ("dusun", "desa")):
        first = fitting(tingkat, jenis)[0]
        assert first.tingkat == tingkat and first.jenis in ("", jenis)
    assert {one.id: one.menit for one in load()}["rembug-warga"] == 135, "as the guide of Semarang has it"
