"""Names of residents in titles and places: found where a village would find them, and nothing else is touched.

The titles and the people are invented (tests/data). Every second title was set aside while the rule was made: at the
first look at those 77, precision was 1.000 and recall 0.972; the miss was mended since. Titles, people and rule come
from the same hand, so what is measured is an upper bound.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.nama_orang import KOSONG, TERSEMBUNYI, DaftarNama, tanpa_nama

DATA = Path(__file__).resolve().parents[2] / "data"
DUSUN = ("Krajan", "Ngadirejo", "Sumberejo")


class Judul(NamedTuple):
    """A title and how others should see it."""

    judul: str
    umum: str

    @property
    def bernama(self) -> bool:
        return self.judul != self.umum


class Ukuran(NamedTuple):
    """Of titles: how many that were changed name somebody, how many that name somebody were changed, how many are
    exactly as they should be.
    """

    presisi: float
    temuan: float
    tepat: float


def people() -> DaftarNama:
    with (DATA / "warga_bernama.csv").open(encoding="utf-8", newline="") as file:
        return DaftarNama((row["nama"] for row in csv.DictReader(file)), DUSUN)


def titles() -> list[Judul]:
    with (DATA / "judul_bernama.csv").open(encoding="utf-8", newline="") as file:
        return [Judul(row["judul"], row["umum"]) for row in csv.DictReader(file, delimiter=";")]


def measured(rows: Sequence[Judul], orang: DaftarNama) -> Ukuran:
    shown = [tanpa_nama(row.judul, orang) for row in rows]
    changed = [row.bernama for row, text in zip(rows, shown, strict=True) if text != row.judul]
    found = [text != row.judul for row, text in zip(rows, shown, strict=True) if row.bernama]
    exact = [text == row.umum for row, text in zip(rows, shown, strict=True)]
    return Ukuran(*(sum(part) / len(part) for part in (changed, found, exact)))


def test_the_set_is_large_and_has_both_kinds() -> None:
    rows = titles()
    assert len(rows) >= 150
    assert len(set(rows)) == len(rows)
    assert 60 <= sum(row.bernama for row in rows) <= 90


@pytest.mark.parametrize(("first", "least"), [(0, Ukuran(1.0, 1.0, 1.0)), (1, Ukuran(1.0, 1.0, 0.97))])
def test_precision_and_recall_of_the_rule_with_the_list_of_the_village(first: int, least: Ukuran) -> None:
    """The figures stand in docs/adr/0033. What is not exact hides an address along with the name."""
    found = measured(titles()[first::2], people())
    assert all(one >= wanted for one, wanted in zip(found, least, strict=True)), found


def test_the_list_of_the_village_is_what_finds_most() -> None:
    rows = titles()
    without, with_list = measured(rows, KOSONG), measured(rows, people())
    assert without.temuan < with_list.temuan - 0.2
    assert without.presisi == 1.0


@pytest.mark.parametrize(
    "typed",
    [
        "Jl. Jenderal Sudirman", "SDN Kartini", "Masjid Al-Hidayah", "Jl. H. Agus Salim", "Gang Slamet Riyadi",
        "Rumah Sakit Slamet Riyadi", "Rabat beton dari Krajan ke Ngadirejo", "Operasional Ketua RT 02",
    ],
)  # fmt: skip
def test_streets_schools_houses_of_prayer_and_dusun_keep_their_names(typed: str) -> None:
    assert tanpa_nama(typed, people()) == typed


def test_a_name_that_is_a_usual_word_is_one_only_where_somebody_is_called_just_so() -> None:
    """``Rahayu`` is a name, a street and a wish: the name of two words does not make each of them one."""
    assert tanpa_nama("Talud rumah Rahayu", DaftarNama(["Rahayu"])) == f"Talud rumah {TERSEMBUNYI}"
    assert tanpa_nama("Talud rumah Rahayu", DaftarNama(["Rahayu Widodo"])) == "Talud rumah Rahayu"
    assert tanpa_nama("Talud rumah Rahayu Widodo", DaftarNama(["Rahayu Widodo"])) == f"Talud rumah {TERSEMBUNYI}"
    assert tanpa_nama("Gang Rahayu", DaftarNama(["Rahayu"])) == "Gang Rahayu"


NEIGHBOURS = DaftarNama(["Karso", "Slamet", "Yatno", "Suparman", "Siti Nur'aini", "Kelompok Tani Sido Rukun"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Jalan depan rumah Karso dan Slamet", "Jalan depan rumah # dan #"),
        ("Jalan depan rumah Karso, Slamet & Yatno", "Jalan depan rumah #, # & #"),
        ("Lampu depan warung Karso (Slamet)", "Lampu depan warung # (#)"),
        ("Jalan dari Karso-Slamet", "Jalan dari #"),
        ("Saluran depan rumah P. Karso", "Saluran depan rumah #"),
        ("Saluran depan sawah B. Slamet", "Saluran depan sawah #"),
        ("Talud rumah I Wayan Rama", "Talud rumah #"),
        ("Talud dpn rmh Karso", "Talud dpn rmh #"),
        ("Jamban kel. Karso", "Jamban kel. #"),
        ("Bedah rumah an. Karso", "Bedah rumah an. #"),
        ("Kursi roda untuk suparman", "Kursi roda untuk #"),
        ("Talud rumah Siti Nur\u2019aini", "Talud rumah #"),
        ("talud rumah mak ijah", "talud rumah mak #"),
        ("Traktor Kelompok Tani Sido Rukun", "Traktor Kelompok Tani Sido Rukun"),
        ("Talud rumah Karso dan balai RT 02", "Talud rumah # dan balai RT 02"),
        ("Blok A Karso", "Blok A Karso"),
    ],
)
def test_lists_initials_and_short_forms_are_read_as_a_village_writes_them(typed: str, shown: str) -> None:
    assert tanpa_nama(typed, NEIGHBOURS) == shown.replace("#", TERSEMBUNYI)


@given(st.sampled_from(titles()))
def test_what_was_hidden_once_is_not_changed_again(row: Judul) -> None:
    shown = tanpa_nama(row.judul, people())
    assert tanpa_nama(shown, people()) == shown


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(tanpa_nama(text, people()), str)


@given(st.lists(st.sampled_from(["talud", "gang", "di", "dan", "beton", "RT", "02", "Jalan", "Desa"]), max_size=8))
def test_a_text_without_a_name_stays_letter_for_letter(words: list[str]) -> None:
    text = "  ".join(words)
    assert tanpa_nama(text, people()) == text
