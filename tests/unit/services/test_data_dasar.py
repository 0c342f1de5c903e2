"""Figures of the village: none without source and date, old ones marked, every step taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.data_dasar import DataDasarBaru, umur_bulan
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from tests.desk import OpenVillage
from tests.replayed import assert_replayed

MISKIN = DataDasarBaru(
    dusun="Krajan",
    indikator="Keluarga miskin",
    nilai="41",
    satuan="KK",
    sumber="Profil Desa",
    tanggal_data="2024-06-30",
)


@pytest.mark.parametrize(
    ("field", "text", "rule"),
    [
        ("sumber", " ", ("sumber_data", "kosong")),
        ("tanggal_data", "", ("tanggal_data", "kosong")),
        ("tanggal_data", "2024", ("tanggal", "bukan_tanggal")),
        ("indikator", "", ("indikator", "kosong")),
        ("nilai", "", ("angka_data", "kosong")),
        ("nilai", "banyak", ("angka_data", "bukan_angka")),
    ],
)
def test_a_figure_without_source_or_date_is_refused(
    layanan: Layanan, field: str, text: str, rule: tuple[str, str]
) -> None:
    with pytest.raises(RuleBroken) as broken:
        replace(MISKIN, **{field: text})
    assert (broken.value.field, broken.value.code) == rule
    record = layanan.dasar.catat(MISKIN)
    head = layanan.desk.store.head
    with pytest.raises(RuleBroken):
        layanan.dasar.ubah(record, **{field: text})
    assert layanan.desk.store.head == head


@pytest.mark.parametrize(
    ("then", "now", "months"),
    [
        ("2024-01-21", "2026-01-21", 24),
        ("2024-01-20", "2026-01-21", 25),
        ("2026-01-01", "2026-01-21", 1),
        ("2026-01-21", "2026-01-21", 0),
        ("2027-01-01", "2026-01-21", 0),
        ("2025-12-31", "2026-01-01", 1),
    ],
)
def test_the_age_counts_begun_months(then: str, now: str, months: int) -> None:
    assert umur_bulan(then, now) == months


@given(st.dates(), st.dates(), st.dates())
def test_an_older_figure_is_never_younger(one: object, other: object, now: object) -> None:
    ages = [umur_bulan(str(day), str(now)) for day in sorted((str(one), str(other)))]
    assert ages[0] >= ages[1]


def test_old_figures_are_marked_by_the_limit_of_the_forum(layanan: Layanan) -> None:
    old = layanan.dasar.catat(replace(MISKIN, tanggal_data="2024-01-20"))
    young = layanan.dasar.catat(replace(MISKIN, dusun="Ngadirejo", tanggal_data="2024-01-21"))
    assert layanan.dasar.lama() == {old}
    layanan.dasar.batas(6)
    assert layanan.dasar.lama() == {old, young}
    layanan.riwayat.batalkan()
    assert layanan.dasar.lama() == {old}
    with pytest.raises(RuleBroken, match="batas_data"):
        layanan.dasar.batas(0)


def test_what_stays_the_same_is_not_written(layanan: Layanan) -> None:
    record = layanan.dasar.catat(MISKIN)
    head = layanan.desk.store.head
    layanan.dasar.ubah(record, nilai=MISKIN.nilai, sumber=MISKIN.sumber)
    assert layanan.desk.store.head == head
    layanan.dasar.ubah(record, nilai=MISKIN.nilai, sumber="DTSEN")
    (change,) = layanan.riwayat.daftar(1)
    assert change.kalimat == "Data Keluarga miskin Krajan: sumber menjadi DTSEN"


def test_every_step_is_taken_back_also_after_a_restart(layanan: Layanan, open_village: OpenVillage) -> None:
    first, second = layanan.dasar.catat_banyak([MISKIN, replace(MISKIN, dusun="", nilai="178")])
    layanan.dasar.ubah(first, nilai="43", sumber="DTSEN")
    layanan.dasar.keluarkan(second)
    assert [(row.nilai, row.sumber) for row in layanan.dasar.daftar()] == [("43", "DTSEN")]
    assert layanan.riwayat.teks_batal() == "Data Keluarga miskin ditarik dari daftar"
    again = open_village()
    again.riwayat.batalkan()
    again.riwayat.batalkan()
    assert [(row.dusun, row.nilai) for row in again.dasar.daftar()] == [("", "178"), ("Krajan", "41")]
    again.riwayat.batalkan()
    assert again.dasar.daftar() == []
    again.riwayat.ulangi()
    assert len(again.dasar.daftar()) == 2
    assert_replayed(again)


def test_a_closed_forum_keeps_its_figures(layanan: Layanan) -> None:
    from tests.desk import propose

    record = layanan.dasar.catat(MISKIN)
    ids = propose(layanan, 1)
    layanan.kesepakatan.susun()
    layanan.kesepakatan.tetapkan(ids, "ke_kecamatan")
    layanan.kesepakatan.tutup()
    with pytest.raises(RuleBroken, match="sudah_ditutup"):
        layanan.dasar.ubah(record, nilai="1")
