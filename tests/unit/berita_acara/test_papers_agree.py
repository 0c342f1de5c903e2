"""Sheets of one forum do not contradict each other, and say nothing that no office would write."""

from __future__ import annotations

from dataclasses import replace

import pytest

from musrenbang_desktop.berita_acara import render
from musrenbang_desktop.domain.forum import Pejabat
from musrenbang_desktop.reference.profile import load, names
from tests.unit.berita_acara.reading import text_of
from tests.unit.berita_acara.sample import forum, isi


@pytest.mark.parametrize("name", names())
def test_nobody_signs_the_list_of_delegates_without_a_word_for_what_he_is(name: str) -> None:
    nobody = replace(isi(0, 0, 0), forum=forum(notulis=Pejabat(""), pimpinan=Pejabat("")))
    text = text_of(render("delegasi", nobody, load(name)))
    assert "Notulis, (...." in text
    assert " , (...." not in text


@pytest.mark.parametrize("name", names())
def test_every_sheet_of_the_delegates_names_the_same_musrenbang_kecamatan(name: str) -> None:
    contents = isi(0, 0, 0)
    for jenis in ("delegasi", "mandat", "sk_delegasi"):
        text = text_of(render(jenis, contents, load(name))).upper()
        assert "MUSRENBANG KECAMATAN KALIWUNGU TAHUN 2026" in text
        assert "MUSRENBANG KECAMATAN KALIWUNGU TAHUN 2027" not in text
