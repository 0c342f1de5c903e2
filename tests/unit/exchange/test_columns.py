"""Columns are found by their names, wherever the table begins."""

from __future__ import annotations

import pytest

from musrenbang_desktop.exchange.columns import Layout, find_layout, guess_layout, is_counter_row
from musrenbang_desktop.exchange.sheet import Cell
from musrenbang_desktop.exchange.spellings import SPELLINGS, USULAN
from tests.usulan_files import HEAD, SIPD_HEAD


def layout_of(*rows: list[Cell]) -> Layout:
    layout = find_layout(list(rows), USULAN)
    assert layout is not None
    return layout


def named(layout: Layout) -> dict[str, str]:
    headings = {column.index: column.heading for column in layout.columns}
    return {field: headings[index] for field, index in layout.mapping.items()}


def test_every_field_has_a_column() -> None:
    assert list(layout_of(list(HEAD)).mapping.values()) == [1, 2, 6, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14]


@pytest.mark.parametrize(("field", "spelling"), [(field, name) for field, names in SPELLINGS.items() for name in names])
def test_every_spelling_means_one_field(field: str, spelling: str) -> None:
    found = USULAN.field_of_heading(spelling.upper())
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Lokasi\n(RT/RW/Dusun)", "lokasi"),
        ("PERKIRAAN BIAYA (Rp.)", "perkiraan_biaya"),
        ("Volume & Satuan", "volume"),
        ("RT / RW", "rt"),
        ("namaUsulan", "judul"),
        ("d_jenis_kegiatan", "judul"),
        ("Usulan Kegiatan Tahun 2027", "judul"),
        ("Penerima Manfaat (jiwa)", "penerima_manfaat"),
        ("OPD Awal", "perangkat_daerah"),
        ("skpd_tujuan", "perangkat_daerah"),
    ],
)
def test_headings_are_known_however_they_are_written(heading: str, field: str) -> None:
    found = USULAN.field_of_heading(heading)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize("heading", ["Usulan Ke", "No.", "ID Usulan", "Status", "Kec", "Warna", ""])
def test_other_headings_take_no_field(heading: str) -> None:
    assert USULAN.field_of_heading(heading) is None


def test_an_export_of_sipd_is_mapped_by_name() -> None:
    layout = layout_of(list(SIPD_HEAD))
    assert named(layout) == {
        "judul": "Usulan",
        "masalah": "Masalah",
        "lokasi": "Alamat",
        "volume": "Volume",
        "satuan": "Satuan",
        "perkiraan_biaya": "Anggaran",
        "pengusul": "Pengusul",
        "perangkat_daerah": "OPD Awal",
        "keterangan": "Catatan",
        "kode_kegiatan": "Sub Kegiatan",
        "jenis_belanja": "Jenis Belanja",
    }
    assert "Profil" in [column.heading for column in layout.unmapped]
    assert "No" not in [column.heading for column in layout.unmapped]


def test_titles_above_the_table_are_no_head() -> None:
    layout = layout_of(
        ["DAFTAR USULAN KEGIATAN"], ["Tahun 2027"], [], ["No", "Kegiatan", "Lokasi", "Biaya"], [1, "Talud", "Krajan", 5]
    )
    assert (layout.head, layout.body) == (3, 4)
    assert layout.mapping == {"judul": 1, "lokasi": 2, "perkiraan_biaya": 3}


def test_a_head_of_two_rows_is_joined() -> None:
    layout = layout_of(
        [
            "No",
            "Bidang/Jenis Kegiatan",
            "",
            "Lokasi",
            "",
            "Prakiraan Volume",
            "",
            "Prakiraan Biaya",
            "",
            "Penerima Manfaat",
            "",
            "",
        ],
        [
            "",
            "Bidang",
            "Jenis Kegiatan",
            "RT/RW",
            "Dusun",
            "Jumlah",
            "Satuan",
            "Jumlah (Rp)",
            "Sumber",
            "Lk",
            "Pr",
            "Jumlah",
        ],
        ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"],
        [1.0, "x", "y"],
    )
    assert layout.body == 3
    assert layout.mapping == {
        "judul": 2,
        "dusun": 4,
        "rt": 3,
        "volume": 5,
        "satuan": 6,
        "perkiraan_biaya": 7,
        "bidang": 1,
        "sumber_dana": 8,
        "penerima_l": 9,
        "penerima_p": 10,
        "penerima_manfaat": 11,
    }


def test_the_first_row_of_data_is_not_taken_for_a_second_head() -> None:
    layout = layout_of(["No", "Usulan", "", "Lokasi"], ["1", "Talud", "Biaya", "Krajan"], ["2", "Jalan", "", "Krajan"])
    assert layout.body == 1


@pytest.mark.parametrize(
    "row",
    [
        [1, 2, 3, 4],
        [1.0, 2.0, 3.0],
        ["(1)", "(2)", "(3)"],
        ["a", "b", "c", "d"],
        ["1", "2", "3", "4=2x3"],
        ["", "1", "2", "3"],
    ],
)
def test_rows_that_count_the_columns(row: list[Cell]) -> None:
    assert is_counter_row(row)


@pytest.mark.parametrize("row", [[1, "Talud", 3], ["x", "y"], [7, 8], [1, 500, 20], ["b", "a", "c"], [1]])
def test_rows_that_only_look_like_it(row: list[Cell]) -> None:
    assert not is_counter_row(row)


def test_a_single_column_of_usulan_is_a_table() -> None:
    assert layout_of(["Usulan"], ["Talud"]).mapping == {"judul": 0}


def test_without_known_names_the_operator_can_point() -> None:
    rows: list[list[Cell]] = [["Rekap"], ["Apa", "Di mana", "Berapa"], ["Talud", "Krajan", 5]]
    assert find_layout(rows, USULAN) is None
    guess = guess_layout(rows)
    assert guess.head == 1
    assert [(column.letters, column.heading) for column in guess.columns] == [
        ("A", "Apa"),
        ("B", "Di mana"),
        ("C", "Berapa"),
    ]


def test_a_letter_that_is_sent_as_a_file_has_no_columns() -> None:
    letter: list[list[Cell]] = [["Kepada Yth. Bapak Camat"], ["Bersama ini kami sampaikan usulan masyarakat desa."]]
    assert find_layout(letter, USULAN) is None
