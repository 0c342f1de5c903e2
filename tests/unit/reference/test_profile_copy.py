"""A kabupaten's copy of a profile says only what differs, and every change of it can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.reference.profile import load, names, parse
from musrenbang_desktop.reference.profile_copy import ProfileCopy, nilai
from musrenbang_desktop.reference.profile_layers import ProfileInvalid, layered, own_text, read


def begun(below: str = "rkpd-86") -> ProfileCopy:
    return ProfileCopy.begin("kab-contoh", "Bentuk Kabupaten Contoh", below)


@pytest.mark.parametrize("below", names())
def test_a_new_copy_prints_as_the_profile_below_it(below: str) -> None:
    shipped = layered(read(own_text(below)))
    table = begun(below).whole
    same = {key: value for key, value in table.items() if key not in ("id", "nama", "dasar")}
    assert same == {key: value for key, value in shipped.items() if key not in ("id", "nama", "dasar")}
    assert parse(begun(below).text, "kab-contoh").kertas == load(below).kertas


@pytest.mark.parametrize("below", names())
def test_every_value_can_be_named_and_read(below: str) -> None:
    copy = begun(below)
    entries = list(copy.isian())
    assert len({one.jalur for one in entries}) == len(entries) > 300
    for one in entries:
        assert copy.value(one.jalur) == one.nilai
    assert [one.jalur for one in entries if one.sendiri] == ["nama"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("nomor_kolom", "angka"),
        ("cetak_dasar_hukum", True),
        ("kertas.kiri_mm", 25),
        ("teks.judul", "Berita Acara\nBaris kedua"),
        ("teks.penutup", 'Kutip "satu" dan \\ garis miring'),
        ("tembusan", ["Arsip"]),
        ("klausul[1].teks", "Usulan yang belum disepakati beserta alasannya."),
        ("undangan.daftar.kolom[1].judul", "Nama lengkap"),
    ],
)
def test_a_value_stands_where_it_was_put_and_goes_back(path: str, value: object) -> None:
    copy = begun()
    changed = copy.put(path, value)
    assert changed.value(path) == value
    assert ProfileCopy(changed.text).whole == changed.whole
    assert changed.back(path).text.split() == copy.text.split()


def test_a_list_is_taken_over_whole_when_one_row_changes() -> None:
    changed = begun().put("klausul[1].teks", "Lain.")
    assert "KESATU" in changed.text
    assert all(one.sendiri for one in changed.isian() if one.jalur.startswith("klausul["))


def test_rows_are_added_moved_and_dropped() -> None:
    copy = begun()
    before = copy.value("klausul")
    more = copy.add_row("klausul", 2)
    assert more.value("klausul")[2] == before[1]
    assert more.drop_row("klausul", 2).value("klausul") == before
    assert more.move_row("klausul", 0, 1).value("klausul")[:2] == [before[1], before[0]]


def test_comments_of_the_kabupaten_stay() -> None:
    text = begun().text + "# disepakati rapat 3 Maret\n[kertas]\nkiri_mm = 25 # untuk jilid\n"
    changed = ProfileCopy(text).put("kertas.kanan_mm", 15)
    assert "# disepakati rapat 3 Maret" in changed.text
    assert "# untuk jilid" in changed.text


def test_widths_fitted_to_another_paper_still_fit_when_they_are_taken_over() -> None:
    narrow = begun().put("kertas.lebar_mm", 210).put("lampiran.prioritas.kolom[0].judul", "Nomor")
    assert parse(narrow.text, "kab-contoh").lampiran["prioritas"].tabel.kolom[0].judul == "Nomor"


@pytest.mark.parametrize("name", ["", "Besar", "rkpd-86", "a", "dua kata", "x" * 41])
def test_a_name_that_is_no_file_or_is_taken_is_refused(name: str) -> None:
    with pytest.raises(ProfileInvalid, match="tidak dapat dipakai"):
        ProfileCopy.begin(name, "Nama", "rkpd-86")


@pytest.mark.parametrize(("typed", "kept"), [("25", 25), ("12,5", 12.5), (30, 30), ("5", 5)])
def test_numbers_are_understood_as_typed(typed: object, kept: float) -> None:
    assert nilai("kertas.kiri_mm", typed) == kept


@pytest.mark.parametrize("typed", ["", "lebar", "4", "1000", "1e2", "nan"])
def test_a_number_out_of_its_limits_says_them(typed: str) -> None:
    with pytest.raises(ProfileInvalid, match="antara 5 dan 100 mm"):
        nilai("kertas.kiri_mm", typed)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_any_words_survive_the_file(words: str) -> None:
    changed = begun().put("teks.penutup", words).put("klausul[0].teks", words)
    again = ProfileCopy(changed.text)
    assert again.value("teks.penutup") == words
    assert again.value("klausul[0].teks") == words
