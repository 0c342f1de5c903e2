"""Tables as offices keep them: a title above the head, their own words for the columns, numbers as Excel gives them."""

from __future__ import annotations

import datetime

from musrenbang_desktop.domain.bagian_paket import BAGIAN
from musrenbang_desktop.domain.tabel_paket import Sel, baca_tabel

KAMUS = BAGIAN["kamus"]


def test_the_head_is_found_below_a_title_and_by_usual_words() -> None:
    rows: list[list[Sel]] = [
        ["KAMUS USULAN 2026", "", ""],
        [],
        ["ID Kamus", "Nama Usulan", "OPD", "Harga", "Satuan"],
        ["A-1", "Rabat beton", "Dinas PU", 250000.0, "m2"],
        ["", "", "", "", ""],
        [2, "Talud", "", "1.250.000", "m"],
    ]
    found = baca_tabel(KAMUS, rows)
    assert found.salah == []
    assert [(row[0], row[1], row[3], row[4], row[8]) for row in found.baris] == [
        ("A-1", "Rabat beton", "m2", 250_000, "Dinas PU"),
        ("2", "Talud", "m", 1_250_000, ""),
    ]


def test_rows_are_counted_as_the_spreadsheet_shows_them() -> None:
    found = baca_tabel(KAMUS, [["judul tabel"], ["kode", "judul", "harga satuan"], ["A", "x", "?"]])
    assert [str(one) for one in found.salah] == ["baris 3, kolom harga_satuan: ? bukan jumlah rupiah yang bulat"]


def test_a_head_that_lacks_a_column_is_said_once() -> None:
    found = baca_tabel(BAGIAN["pagu"], [["kode_wilayah", "jumlah"], ["33.26.08.2004", 5]])
    assert [str(one) for one in found.salah] == ["baris 1, kolom sumber: kolom ini tidak ada di baris judul"]


def test_an_empty_table_is_said_too() -> None:
    assert str(baca_tabel(KAMUS, [["kode", "judul"]]).salah[0]) == "baris 2, kolom kode: tabel ini kosong"
    assert baca_tabel(KAMUS, []).salah and baca_tabel(KAMUS, [[None, True]]).salah


def test_days_of_excel_are_days() -> None:
    rows: list[list[Sel]] = [["tingkat", "tahap", "mulai", "selesai"], ["desa", "M", "", datetime.date(2026, 1, 31)]]
    assert baca_tabel(BAGIAN["kalender"], rows).baris == [["desa", "M", "", "2026-01-31"]]


def test_a_list_without_codes_gets_running_numbers_where_that_is_wanted() -> None:
    rows: list[list[Sel]] = [["Usulan", "Satuan"], ["Gapura", "unit"], ["Pagar", "m"]]
    assert [row[0] for row in baca_tabel(KAMUS, rows, nomori=True).baris] == ["1", "2"]
    assert baca_tabel(KAMUS, rows).salah


def test_a_part_of_a_unit_stays_exact() -> None:
    rows: list[list[Sel]] = [["kode", "judul", "volume_min", "volume_max"], ["A", "x", 0.1, 569.5]]
    assert baca_tabel(KAMUS, rows).baris[0][5:7] == ["0,1", "569,5"]
