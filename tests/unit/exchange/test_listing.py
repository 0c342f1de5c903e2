"""A list that goes to a spreadsheet stays what it is: text stays text, numbers can be added up, nothing calculates."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import openpyxl
import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from musrenbang_desktop.exchange.listing import Daftar, Kolom, harmless
from musrenbang_desktop.exchange.listing_text import as_csv, as_json, as_lines
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx

KOLOM = (Kolom("No"), Kolom("Judul"), Kolom("Biaya Rp", "rupiah"), Kolom("Nilai", "desimal"), Kolom("Jiwa"))


def daftar(*rows: tuple[object, ...]) -> Daftar:
    return Daftar("Daftar usulan", KOLOM, rows)


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", ["=1+1", "+62812", "-5", "@SUM(A1)", "\t=1", "\r=1", " =1", '=HYPERLINK("x")'])
def test_text_never_becomes_a_formula(text: str) -> None:
    sheet = opened(as_xlsx([daftar(("1", text, None, None, None))])).active
    assert sheet["B2"].data_type == "s"
    assert sheet["B2"].value.endswith(text.strip())
    line = as_csv(daftar(("1", text, None, None, None))).decode("utf-8-sig").splitlines()[1]
    assert line.split(";")[1].strip('"').startswith("'")
    assert as_lines(daftar(("1", text, None, None, None))).splitlines()[1].split("\t")[1].startswith("'")


@given(st.text(max_size=20))
def test_no_text_of_any_kind_reaches_a_calculating_cell(text: str) -> None:
    shown = harmless(text)
    assert len(shown) < 2 or shown[0] not in "=+-@\t\r"
    assert not set("\t\r\n") & set(shown)


def test_a_dash_for_nothing_stays_a_dash() -> None:
    assert harmless("-") == "-"


def test_leading_zeros_and_long_numbers_stay_text() -> None:
    sheet = opened(as_xlsx([daftar(("007", "3301012345670001", 1, None, None))])).active
    assert [(cell.value, cell.data_type) for cell in sheet[2][:2]] == [("007", "s"), ("3301012345670001", "s")]


def test_money_and_points_are_numbers() -> None:
    sheet = opened(as_xlsx([daftar(("1", "a", 125_000_000, Fraction(87, 2), 44))])).active
    assert [cell.value for cell in sheet[2][2:]] == [125_000_000, 43.5, 44]
    assert sheet["C2"].number_format == "[$Rp-421]#,##0"
    assert sheet["D2"].number_format == "#,##0.00"


def test_it_can_be_filtered_and_printed_on_f4_with_its_head_on_every_page() -> None:
    sheet = opened(as_xlsx([daftar(*[(str(n), "a", n, None, n) for n in range(300)])], "Desa A & B")).active
    assert sheet.title == "Daftar usulan"
    assert sheet.auto_filter.ref == "A1:E301"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.freeze_panes == "A2"
    assert sheet.page_setup.paperSize == "14" or int(sheet.page_setup.paperSize) == 14
    assert sheet.oddHeader.left.text == "Daftar usulan, Desa A && B"


def test_names_of_sheets_are_what_a_spreadsheet_takes() -> None:
    both = [Daftar("Usulan [2026]/2027 yang sangat panjang namanya", KOLOM, []) for _ in range(2)]
    first, second = opened(as_xlsx(both)).sheetnames
    assert first == "Usulan 2026 2027 yang sangat pa"
    assert second.endswith(" 2")
    assert len(second) <= 31


def test_the_same_list_gives_the_same_bytes() -> None:
    first = as_xlsx([daftar(("1", "a", 1, None, None))])
    with time_machine.travel("2027-05-06 07:08:09+07:00"):
        assert as_xlsx([daftar(("1", "a", 1, None, None))]) == first


def test_csv_opens_by_a_double_click_in_indonesia() -> None:
    data = as_csv(daftar(("1", 'Jalan; "lama"', 5_000_000, Fraction(1, 3), None)))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert rows == [["No", "Judul", "Biaya Rp", "Nilai", "Jiwa"], ["1", 'Jalan; "lama"', "5000000", "0,33", ""]]


def test_json_keeps_unknown_apart_from_nothing() -> None:
    facts = json.loads(as_json([daftar(("1", "", None, Fraction(1, 2), 0))]))
    assert facts == {"Daftar usulan": [{"No": "1", "Judul": "", "Biaya Rp": None, "Nilai": 0.5, "Jiwa": 0}]}


def test_writing_can_be_stopped() -> None:
    def stop(done: int, _total: int) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError, match="500"):
        as_xlsx([daftar(*[(str(n), "a", n, None, n) for n in range(600)])], step=stop)


def test_a_heading_that_the_village_typed_never_becomes_a_formula() -> None:
    typed = Daftar("Nilai", (Kolom("=1+1\tKelompok"), Kolom("@PKK")), [("a", "b")])
    assert as_lines(typed).splitlines()[0] == "'=1+1 Kelompok\t'@PKK"
    assert as_csv(typed).decode("utf-8-sig").splitlines()[0] == "'=1+1 Kelompok;'@PKK"
