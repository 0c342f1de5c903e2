"""A list as Excel: text stays text, nothing is calculated, it prints on F4, any letter can be read back."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from musrenbang_desktop.exchange.listing import Daftar, Isi, Kolom
from musrenbang_desktop.exchange.listing_xlsx import as_xlsx


def sheet_of(daftar: Daftar, tentang: str = "") -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx([daftar], tentang))).worksheets[0]


def one(*values: Isi) -> Worksheet:
    kolom = tuple(Kolom(f"K{place}") for place in range(len(values)))
    return sheet_of(Daftar("Daftar", kolom, [list(values)]))


def test_what_looks_like_a_nik_stays_text() -> None:
    """Sixteen digits are more than a number in a spreadsheet holds, and a leading zero is part of a number to call."""
    sheet = one("3507180101900001", "081234567890", "007", "1-2")
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("3507180101900001", "s"),
        ("081234567890", "s"),
        ("007", "s"),
        ("1-2", "s"),
    ]


def test_nothing_is_calculated_or_linked() -> None:
    texts = ("=1+1", '=HYPERLINK("http://contoh.example")', "@SUM(A1)", "+62811", "-5", "http://contoh.example")
    sheet = one(*texts)
    assert [cell.value for cell in sheet[2]] == list(texts)
    assert {cell.data_type for cell in sheet[2]} == {"s"}
    with zipfile.ZipFile(io.BytesIO(as_xlsx([Daftar("D", (Kolom("K"),), [[text] for text in texts])]))) as archive:
        assert "<f>" not in archive.read("xl/worksheets/sheet1.xml").decode()
        assert not [name for name in archive.namelist() if "_rels/sheet" in name]


def test_numbers_are_numbers_as_they_are_written() -> None:
    kolom = (Kolom("Biaya", "rupiah"), Kolom("Nilai", "desimal"), Kolom("Jiwa"), Kolom("Kosong"))
    sheet = sheet_of(Daftar("Daftar", kolom, [[999_000_000_000, Fraction(17, 4), 0, None]]))
    assert [cell.value for cell in sheet[2]] == [999_000_000_000, 4.25, 0, None]
    assert [cell.number_format for cell in sheet[2]][:3] == ["[$Rp-421]#,##0", "#,##0.00", "0"]


def test_it_prints_on_f4_with_its_head_on_every_page() -> None:
    narrow = sheet_of(Daftar("Peserta", (Kolom("Nama"),), [["Sri"]] * 3), "Desa Sukamaju & sekitarnya")
    assert narrow.page_setup.paperSize == 14
    assert narrow.page_setup.orientation in (None, "default", "portrait")
    assert narrow.page_setup.fitToWidth in (None, 1)
    assert narrow.page_setup.fitToHeight == 0
    assert narrow.sheet_properties.pageSetUpPr is not None
    assert narrow.sheet_properties.pageSetUpPr.fitToPage
    assert narrow.print_title_rows == "$1:$1"
    assert narrow.oddFooter.right.text == "Halaman &P dari &N"
    assert narrow.oddHeader.left.text == "Peserta, Desa Sukamaju && sekitarnya"
    assert narrow.freeze_panes == "A2"
    assert narrow.auto_filter.ref == "A1:A4"
    wide = sheet_of(Daftar("Usulan", tuple(Kolom(f"Kolom nomor {n}") for n in range(15)), [["isi"] * 15]))
    assert wide.page_setup.orientation == "landscape"


def test_letters_that_a_sheet_cannot_hold_are_written_as_excel_writes_them() -> None:
    data = as_xlsx([Daftar("D", (Kolom("K"),), [["a\x00b\x1fc"], ["_x0041_"], ["<b>&amp;"]])])
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "a_x0000_b_x001F_c" in xml
    assert "_x005F_x0041_" in xml
    assert rows[-1] == ["<b>&amp;"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.text(st.characters(blacklist_categories=("Cs",), min_codepoint=32), min_size=1, max_size=40), max_size=8
    )
)
def test_any_text_is_read_back(texts: list[str]) -> None:
    texts = [text for text in texts if not re.search("_x[0-9A-Fa-f]{4}_|[\ufffe\uffff]", text)]
    data = as_xlsx([Daftar("D", (Kolom("K"),), [[text] for text in texts])])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(2, len(texts) + 2)] == texts


def test_ten_thousand_letters_and_more_rows_than_a_portion() -> None:
    heard: list[tuple[int, int]] = []
    rows = [[f"usulan {number}"] for number in range(1201)]
    data = as_xlsx([Daftar("D", (Kolom("K"),), rows)], step=lambda done, total: heard.append((done, total)))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert sheet.max_row == 1202
    assert sheet["A1202"].value == "usulan 1200"
    assert heard == [(500, 1201), (1000, 1201)]
    assert len(str(one("x" * 40_000)["A2"].value)) == 32_767


def test_the_same_lists_give_the_same_bytes() -> None:
    lists = [Daftar("A", (Kolom("K"),), [["x"]]), Daftar("B", (Kolom("K", "rupiah"),), [[5], [None]])]
    assert as_xlsx(lists, "forum") == as_xlsx(lists, "forum")
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(lists)))
    assert book.sheetnames == ["A", "B"]
    assert book["B"]["A2"].value == 5
