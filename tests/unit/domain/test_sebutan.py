"""What places and offices are called: one table, on screen and on paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.sebutan import DESA, RAGAM, istilah, nama_saja
from tests.small_forum import small_forum

SAID = [
    ("kelurahan", "", "", "Semua dusun di desa ini", "Semua lingkungan di kelurahan ini"),
    ("kelurahan", "", "RW", "Usulan tiap dusun", "Usulan tiap RW"),
    ("kelurahan", "", "", "Kepala desa, BPD, camat", "Lurah, LPM, camat"),
    ("desa", "nagari", "", "Dusun", "Jorong"),
    ("desa", "nagari", "", "Kepala Desa dan BPD", "Wali Nagari dan Bamus Nagari"),
    ("desa", "kampung_distrik", "", "Ke kecamatan, lewat Camat", "Ke distrik, lewat Kepala Distrik"),
    ("desa", "kalurahan", "", "di kecamatan dan desa", "di kapanewon dan kalurahan"),
    ("desa", "gampong", "", "kepala desa hadir", "keuchik hadir"),
    ("desa", "pekon", "Talang", "per dusun", "per talang"),
    ("kelurahan", "", "RW", "Dusun, RW, atau kelompok", "RW atau kelompok"),
    ("kelurahan", "", "RW", "Asal (RW, dusun, kelompok)", "Asal (RW, kelompok)"),
    ("kelurahan", "", "", "Dana desa, dana desa, Dana Desa", "Dana kelurahan, dana kelurahan, Dana Kelurahan"),
    ("desa", "", "", "Dusun, desa, BPD", "Dusun, desa, BPD"),
    ("desa", "nagari", "", "Dana desa, RPJM Desa, BUM Desa", "Dana desa, RPJM Desa, BUM Desa"),
    ("desa", "nagari", "", "desa atau kelurahan", "desa atau kelurahan"),
    ("desa", "nagari", "", "sedusun, desakan", "sedusun, desakan"),
    ("desa", "nagari", "", "{desa} di <b>desa</b> {n}", "{desa} di <b>nagari</b> {n}"),
]


@pytest.mark.parametrize(("jenis", "ragam", "dusun", "text", "said"), SAID)
def test_a_text_is_said_as_it_is_said_there(jenis: str, ragam: str, dusun: str, text: str, said: str) -> None:
    assert istilah(jenis, ragam, dusun).dalam(text) == said


@given(st.text(max_size=80))
def test_the_usual_words_change_nothing(text: str) -> None:
    assert DESA.dalam(text) == text


@pytest.mark.parametrize("ragam", RAGAM)
def test_every_kind_has_all_its_words(ragam: str) -> None:
    words = RAGAM[ragam]
    assert all((words.wilayah, words.kepala, words.dewan, words.dusun, words.kecamatan, words.camat, words.kantor))
    forum = replace(small_forum(), jenis=words.jenis, ragam=ragam)
    assert forum.istilah == words


def test_words_of_another_kind_of_place_are_refused() -> None:
    for jenis, ragam in (("kelurahan", "nagari"), ("desa", "kelurahan"), ("desa", "kota")):
        with pytest.raises(RuleBroken, match="ragam"):
            replace(small_forum(), jenis=jenis, ragam=ragam)


def test_every_kind_of_village_has_a_council_of_its_own_and_no_word_stands_twice() -> None:
    for words in RAGAM.values():
        for penuh in (True, False):
            said = words.dewan_dari("Sukamaju", penuh=penuh).split()
            assert said[-1] == "Sukamaju"
            assert all(one != two for one, two in pairwise(said)), said
        if words.jenis == "kelurahan":
            assert words.dewan_dari("Sukamaju") == "Lembaga Pemberdayaan Masyarakat Kelurahan Sukamaju"
    assert DESA.dewan_dari("Sukamaju") == "Badan Permusyawaratan Desa Sukamaju"
    assert RAGAM["nagari"].dewan_dari("Talang", penuh=False) == "Bamus Nagari Talang"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Kecamatan Kaliwungu", "Kaliwungu"),
        ("KECAMATAN Kaliwungu", "Kaliwungu"),
        (" Kaliwungu ", "Kaliwungu"),
        ("Kecamatanku", "Kecamatanku"),
        ("", ""),
    ],
)
def test_a_kind_that_was_typed_with_the_name_is_not_said_twice(typed: str, said: str) -> None:
    assert nama_saja(typed, "Kecamatan") == said
