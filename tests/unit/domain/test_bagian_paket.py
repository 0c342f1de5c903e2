"""Tables of a package: every fault of a spreadsheet is named by its row and column."""

from __future__ import annotations

import pytest

from musrenbang_desktop.domain.bagian_paket import BAGIAN, MOST_ROWS, baca_baris, periksa_isi
from musrenbang_desktop.domain.errors import RuleBroken
from tests.paket import ROWS

KAMUS = BAGIAN["kamus"]
COLUMNS = [column.nama for column in KAMUS.kolom]


def read(part: str, *rows: dict[str, str]) -> tuple[list[list[str | int | None]], list[str]]:
    """The typed rows and the sentences, counted from row 2 as under a head."""
    found, wrong = baca_baris(BAGIAN[part], list(enumerate(rows, 2)))
    return found, [str(one) for one in wrong]


def test_texts_of_a_spreadsheet_become_values() -> None:
    rows, wrong = read(
        "kamus", {"kode": " A-1 ", "judul": "Jalan  rabat", "harga_satuan": "Rp 250.000,-", "volume_max": "1.250,50"}
    )
    assert wrong == []
    assert rows == [["A-1", "Jalan rabat", "", "", 250_000, "", "1250,5", "", "", ""]]


def test_days_are_read_as_people_write_them() -> None:
    rows, wrong = read(
        "kalender", {"tingkat": "Desa", "tahap": "Musrenbang", "buka": "1/2/2026", "tutup": "28-02-2026"}
    )
    assert wrong == [] and rows[0][2:] == ["2026-02-01", "2026-02-28"]


@pytest.mark.parametrize(
    ("part", "row", "said"),
    [
        ("kamus", {"kode": "", "judul": "x"}, "baris 2, kolom kode: belum diisi"),
        (
            "kamus",
            {"kode": "A", "judul": "x", "harga_satuan": "mahal"},
            "kolom harga_satuan: mahal bukan jumlah rupiah",
        ),
        ("kamus", {"kode": "A", "judul": "x", "harga_satuan": "-"}, "bukan jumlah rupiah"),
        ("kamus", {"kode": "A", "judul": "x", "volume_min": "10 m"}, "10 m bukan angka"),
        ("kamus", {"kode": "A", "judul": "x" * 1001}, "lebih panjang dari 1000 huruf"),
        ("kalender", {"tingkat": "rw", "tahap": "x", "tutup": "1-1-2026"}, "rw tidak dikenal; pilih desa, kecamatan"),
        ("kalender", {"tingkat": "desa", "tahap": "x", "tutup": "31-02-2026"}, "bukan tanggal"),
        ("wilayah", {"kode": "33.26.8", "nama": "x"}, "33.26.8 bukan kode wilayah"),
        ("pagu", {"kode_wilayah": "33.26.08.2004", "sumber": "DD", "jumlah": "-5"}, "bukan jumlah rupiah"),
        ("kriteria", {"nama": "x", "bobot": "1,5"}, "1,5 bukan angka bulat"),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(part: str, row: dict[str, str], said: str) -> None:
    _, wrong = read(part, row)
    assert len(wrong) == 1 and said in wrong[0] and wrong[0].startswith("baris 2, kolom ")


def test_a_code_that_comes_twice_names_both_rows() -> None:
    _, wrong = read("kamus", {"kode": "A", "judul": "x"}, {"kode": "B", "judul": "y"}, {"kode": "a", "judul": "z"})
    assert wrong == ["baris 4, kolom kode: sama dengan baris 2"]


def test_every_fault_of_a_table_is_told_at_once() -> None:
    _, wrong = read("kamus", {"kode": "", "judul": ""}, {"kode": "B", "judul": "y", "volume_max": "x"})
    assert [one.split(":")[0] for one in wrong] == [
        "baris 2, kolom kode",
        "baris 2, kolom judul",
        "baris 3, kolom volume_max",
    ]


@pytest.mark.parametrize("name", sorted(ROWS))
def test_what_was_written_passes_the_reader(name: str) -> None:
    part = BAGIAN[name]
    columns = [column.nama for column in part.kolom]
    found = periksa_isi(part, columns, ROWS[name])
    assert [tuple(row.values()) for row in found] == [tuple(row) for row in ROWS[name]]


def test_a_column_that_is_absent_is_empty() -> None:
    (row,) = periksa_isi(KAMUS, ["judul", "kode"], [["Jalan", "A"]])
    assert row == dict.fromkeys(COLUMNS, "") | {"kode": "A", "judul": "Jalan", "harga_satuan": None}


@pytest.mark.parametrize(
    "rows",
    [
        [["A"]],
        [["A", 3]],
        [["A", None]],
        [["", "x"]],
        [["A", "x"], ["A", "y"]],
        [["A", ["x"]]],
        [["A", "x"]] * (MOST_ROWS + 1),
    ],
)
def test_a_table_that_no_office_would_write_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(RuleBroken) as found:
        periksa_isi(KAMUS, ["kode", "judul"], rows)
    assert found.value.text


def test_an_amount_is_whole_and_not_below_zero() -> None:
    for value in (-1, True, "250000", 1.5):
        with pytest.raises(RuleBroken):
            periksa_isi(KAMUS, ["kode", "judul", "harga_satuan"], [["A", "x", value]])
