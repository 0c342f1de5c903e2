"""The page for the participants and the page of the day: one F4 page each, figures that can be checked, no person."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.berita_acara.isi import IsiBeritaAcara
from musrenbang_desktop.domain.acara import Acara
from musrenbang_desktop.domain.bicara import Giliran, pangsa
from musrenbang_desktop.domain.gambaran import Gambaran, Golongan, HitunganJawaban, gambaran, rupiah_singkat, sebanyak
from musrenbang_desktop.domain.jalannya import Jalannya, jalan_acara
from musrenbang_desktop.domain.peserta import HitunganHadir
from musrenbang_desktop.domain.sidang import ButirAcara, Selang, Sidang, WaktuButir
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.reference.profile import load
from tests.unit.berita_acara.reading import pages, reader, text_of
from tests.unit.berita_acara.sample import forum, isi

PROFILE = load("rkpd-86")
START = datetime(2026, 1, 21, 9, 0, tzinfo=timezone(timedelta(hours=7)))
HALL = HitunganHadir(
    diundang=80, hadir=73, hadir_undangan=62, laki=45, perempuan=28, tanpa_jk=0,
    per_unsur={f"Unsur dengan nama yang panjang {n}": (max(1, 12 - n), 12) for n in range(21)},
)  # fmt: skip


def many(count: int) -> list[Usulan]:
    """Usulan in twelve dusun and nine bidang with long names."""
    return [
        Usulan(
            id=f"u{n}", forum="f", nomor=n, judul=f"Usulan {n}", dusun=f"Dusun Sumberpanjangnya {n % 12}",
            bidang=f"Bidang pembinaan kemasyarakatan {n % 9}", pengusul="Ibu Rahasia",
            perkiraan_biaya=None if n % 10 == 0 else n * 1_000_000, penerima_manfaat=n,
        )
        for n in range(1, count + 1)
    ]  # fmt: skip


def full(count: int = 48) -> IsiBeritaAcara:
    now = replace(forum(), pagu=350_000_000, agenda=tuple(Acara(f"Acara ke-{n}", 15) for n in range(10)))
    return replace(
        isi(),
        forum=now,
        gambaran=gambaran(now, HALL, many(count)),
        jawaban_lalu=HitunganJawaban(2025, 6, 11, 9, 1, 15),
    )


def test_the_figures_are_those_of_the_list() -> None:
    """48 usulan, 4 of them (10, 20, 30, 40) without a cost; the others sum to 48 x 49 : 2 - 100 = 1,076 juta."""
    found = full().gambaran
    assert isinstance(found, Gambaran)
    assert (found.usulan, found.tanpa_biaya, found.biaya) == (48, 4, 1_076_000_000)
    assert sum(group.usulan for group in found.per_dusun) == 48
    assert sum(group.biaya for group in found.per_bidang) == found.biaya
    text = text_of(render("ringkasan", full(), PROFILE))
    for words in ("48", "Rp1,1 miliar", "Rp350 juta", "73", "Rp1.076.000.000", "45 orang", "28 orang", "11 usulan"):
        assert words in text
    assert "pagu cukup untuk Rp32." in text, "350 : 1,076 is 32.5 of a hundred, rounded down"
    assert "4 usulan belum punya perkiraan biaya" in text


def test_it_is_one_page_of_f4_however_much_there_is() -> None:
    for count in (0, 1, 48, 500):
        (page,) = pages(render("ringkasan", full(count), PROFILE))
        assert (round(page.width), round(page.height)) == (609, 935)
    assert len(reader(render("ringkasan", isi(), PROFILE)).pages) == 1


def test_no_glyph_leaves_the_margins() -> None:
    for jenis in ("ringkasan", "giliran_bicara"):
        for page in pages(render(jenis, replace(full(500), jalannya=day()), PROFILE)):
            left, right = PROFILE.kertas.kiri_mm / 25.4 * 72, page.width - PROFILE.kertas.kanan_mm / 25.4 * 72
            assert [glyph for glyph in page.glyphs if glyph.left < left - 1 or glyph.right > right + 1] == []


def test_500_usulan_take_far_less_than_five_seconds() -> None:
    start = time.perf_counter()
    made = full(500)
    render("ringkasan", made, PROFILE)
    assert time.perf_counter() - start < 5


def test_nobody_is_named() -> None:
    text = text_of(render("ringkasan", full(), PROFILE)) + text_of(
        render("giliran_bicara", replace(full(), jalannya=day()), PROFILE)
    )
    assert "Rahasia" not in text


def day() -> Jalannya:
    """20 minutes of speech as in the test of turns, and an agenda of which the second item ran over."""
    log = (("RT", "L", 3), ("PKK", "P", 2), ("RT", "P", 5), ("Tani", "L", 4), ("RT", "L", 6))
    turns, at = [], START
    for number, (unsur, sex, minutes) in enumerate(log):
        end = at + timedelta(minutes=minutes)
        turns.append(
            Giliran(id=str(number), unsur=unsur, jenis_kelamin="L" if sex == "L" else "P", mulai=at, selesai=end)
        )
        at = end
    spoken = pangsa(turns, {"RT": 10, "PKK": 6, "Tani": 4}, 12, 8, 20, START)
    agenda = (
        WaktuButir(ButirAcara("a", "Pembukaan", 10), (Selang(START, START + timedelta(minutes=8)),)),
        WaktuButir(
            ButirAcara("b", "Pembacaan usulan", 30),
            (
                Selang(START + timedelta(minutes=8), START + timedelta(minutes=28)),
                Selang(START + timedelta(minutes=40), START + timedelta(minutes=55)),
            ),
        ),
        WaktuButir(ButirAcara("c", "Penilaian", 40), (Selang(START + timedelta(minutes=55)),)),
        WaktuButir(ButirAcara("d", "Penutup", 5)),
    )
    return Jalannya(jalan_acara(Sidang(agenda, "c")), spoken, 15, spoken.menonjol(15))


def test_the_page_of_turns_holds_the_shares_computed_by_hand() -> None:
    text = " ".join(text_of(render("giliran_bicara", replace(isi(), jalannya=day()), PROFILE)).split())
    for row in ("RT 3 14.00 70% 10 50%", "PKK 1 2.00 10% 6 30%", "Tani 1 4.00 20% 4 20%"):
        assert row in text
    assert "Laki-laki 3 13.00 65% 12 60%" in text
    assert "Perempuan 2 7.00 35% 8 40%" in text
    assert "lebih banyak bicara: RT; lebih sedikit bicara: PKK." in text
    assert "Seluruhnya 5 20.00 20" in text


def test_the_clock_of_the_agenda_stands_on_the_page() -> None:
    """20 + 15 minutes for an item of 30: five too many. What goes on is told up to its last pause, nothing of it."""
    text = " ".join(text_of(render("giliran_bicara", replace(isi(), jalannya=day()), PROFILE)).split())
    assert "Pembukaan 09.00 09.08 10 8.00 -" in text
    assert "Pembacaan usulan 09.08 09.55 30 35.00 5.00" in text
    assert "Penilaian 09.55 - 40 0.00 -" in text
    assert "Penutup" not in text


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Rp0"), (900, "Rp900"), (1_500, "Rp1,5 ribu"), (350_000_000, "Rp350 juta"),
        (2_276_250_000, "Rp2,3 miliar"), (999_960_000, "Rp1 miliar"), (1_000_000_000_000, "Rp1 triliun"),
    ],
)  # fmt: skip
def test_amounts_are_short_enough_to_be_read_aloud(amount: int, words: str) -> None:
    assert rupiah_singkat(amount) == words


@settings(max_examples=60)
@given(st.lists(st.integers(1, 99), max_size=30), st.integers(2, 12))
def test_small_groups_stand_together_and_none_is_lost(counts: list[int], most: int) -> None:
    groups = [Golongan(f"g{n}", count, count * 7) for n, count in enumerate(counts)]
    shown = sebanyak(groups, most, "lainnya")
    assert len(shown) <= most
    assert sum(one.usulan for one in shown) == sum(counts)
    assert sum(one.biaya or 0 for one in shown) == sum(counts) * 7


def test_a_group_whose_known_costs_are_zero_costs_zero_and_one_without_costs_shows_a_dash() -> None:
    costs = [replace(one, bidang=bidang, perkiraan_biaya=cost, dusun="") for one, (bidang, cost) in zip(
        many(4), [("Nol", 0), ("Nol", None), ("Tanpa", None), ("Ada", 5_000_000)], strict=True)]  # fmt: skip
    found = gambaran(forum(), HALL, costs)
    assert {one.nama: one.biaya for one in found.per_bidang} == {"Nol": 0, "Tanpa": None, "Ada": 5_000_000}
    text = text_of(render("ringkasan", replace(isi(), gambaran=found), PROFILE))
    for part in ("2 usulan, Rp0", "1 usulan, -", "1 usulan, Rp5 juta"):
        assert part in text
    all_zero = gambaran(forum(), HALL, [replace(one, perkiraan_biaya=0) for one in costs])
    assert "Rp0 perkiraan biaya" in text_of(render("ringkasan", replace(isi(), gambaran=all_zero), PROFILE))
    assert "Rp0" in text_of(render("ringkasan_layar", replace(isi(prioritas=0), gambaran=found), PROFILE))
