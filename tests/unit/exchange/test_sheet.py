"""Any file as rows of cells, or one sentence."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from musrenbang_desktop.exchange.far_cells import all_near
from musrenbang_desktop.exchange.sheet import address, open_book
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca
from tests.photos import heic
from tests.usulan_files import write_csv, write_xls, write_xlsx

ROWS = [["Usulan", "Biaya"], ["Talud — café", 1_500_000], [None, None], ["Jalan", 2.5]]
AS_TEXT = [["Usulan", "Biaya"], ["Talud — café", "1500000"], ["", ""], ["Jalan", "2.5"]]


def rows_of(path: Path) -> list[list[object]]:
    book = open_book(path)
    return [list(row) for row in book.load(book.names[0]).rows]


def code_of(path: Path) -> str:
    with pytest.raises(BerkasTidakTerbaca) as refused:
        rows_of(path)
    sentence = refused.value.kalimat
    assert path.name in sentence
    assert "data di laptop ini tidak berubah" in sentence
    assert sentence.endswith(".") and ". " not in sentence.replace(path.name, "")
    return refused.value.kode


def test_reads_both_kinds_of_excel(tmp_path: Path) -> None:
    expected = [["Usulan", "Biaya"], ["Talud — café", 1_500_000], ["", ""], ["Jalan", 2.5]]
    assert rows_of(write_xlsx(tmp_path / "a.xlsx", ROWS)) == expected
    assert rows_of(write_xls(tmp_path / "a.xls", ROWS)) == expected


def test_a_table_that_begins_elsewhere_keeps_its_addresses(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [[], [], [None, None, "Usulan"]])
    rows = rows_of(path)
    assert rows[2][2] == "Usulan"
    assert address(2, 2) == "C3"
    assert address(0, 26) == "AA1"
    assert address(9, 701) == "ZZ10"
    assert address(0, 702) == "AAA1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_reads_csv_of_every_usual_kind(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS, delimiter=delimiter, encoding=encoding)
    assert rows_of(path) == AS_TEXT


def test_commas_in_the_texts_do_not_win_over_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Daftar, usulan\nNo;Usulan;Biaya\n1;Jalan, talud, parit;1,5 jt\n2;Balai;2,5 jt\n", encoding="utf-8")
    assert rows_of(path)[2] == ["1", "Jalan, talud, parit", "1,5 jt"]


def test_the_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nUsulan;Biaya\nJalan, talud;1\n", encoding="utf-8")
    assert rows_of(path) == [[], ["Usulan", "Biaya"], ["Jalan, talud", "1"]]


def test_one_column_is_not_torn_at_its_commas(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Usulan\n" + "Jalan\n" * 30 + "Talud, parit\n", encoding="utf-8")
    assert rows_of(path)[-1] == ["Talud, parit"]


def test_an_open_quotation_mark_does_not_swallow_the_list(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        'No;Usulan\n1;"Pipa 3 inci\n' + "".join(f"{n};Talud {n}\n" for n in range(2, 200)), encoding="utf-8"
    )
    assert len(rows_of(path)) == 200


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("foto.xlsx", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 4, "gambar"),
        ("foto.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "gambar"),
        ("foto.xlsx", heic(), "gambar"),
        ("foto.xlsx", heic(b"hevc"), "gambar"),
        ("foto.xls", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "gambar"),
        ("surat.xlsx", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
        ("surat.xls", b"{\\rtf1\\ansi Usulan}", "word"),
        ("unduhan.xls", b"<html><body><table><tr><td>Usulan</td></tr></table>", "halaman_web"),
        ("unduhan.xml", b"<?xml version='1.0'?><Workbook/>", "excel_lain"),
        ("kosong.csv", b"", "kosong"),
        ("kosong.xlsx", b"", "kosong"),
        ("spasi.csv", b" ;;\r\n;;\r\n", "kosong"),
        ("nol.csv", b"\0" * 100, "kosong"),
        ("potong.xlsx", b"PK\x03\x04" + b"\x14\x00" * 40, "rusak"),
        ("potong.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "rusak"),
        ("program.csv", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(32)), "bukan_tabel"),
    ],
)
def test_says_in_one_sentence_what_the_file_is(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert code_of(path) == code


def test_an_encrypted_workbook_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    path = tmp_path / "rahasia.xlsx"
    directory = "EncryptionInfo".encode("utf-16-le").ljust(128, b"\0") + "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1528 + directory + b"\0" * 2048)
    assert code_of(path) == "kata_sandi"


def test_a_word_document_is_named(tmp_path: Path) -> None:
    path = tmp_path / "usulan.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert code_of(path) == "word"


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path / "tidak-ada.xlsx") == "tidak_ada"
    (tmp_path / "folder.xlsx").mkdir()
    assert code_of(tmp_path / "folder.xlsx") == "folder"


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_a_locked_file(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS)
    path.chmod(0)
    assert code_of(path) == "terkunci"


def test_a_cut_workbook_is_damaged(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", ROWS * 50)
    path.write_bytes(path.read_bytes()[:-300])
    assert code_of(path) == "rusak"


def test_a_stray_cell_far_away_does_not_take_the_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Usulan"
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "jauh.xlsx")
    with pytest.raises(BerkasTidakTerbaca) as refused:
        open_book(tmp_path / "jauh.xlsx")
    assert refused.value.kode == "isi_terlalu_jauh"
    assert "XFD1048576" in refused.value.kalimat


def test_a_sheet_that_unpacks_to_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b"0" * 2**20)
    assert code_of(path) == "terlalu_besar"


def xlsx_bytes() -> bytes:
    book = openpyxl.Workbook()
    for number in range(20):
        book.active.append([number, f"Talud {number}", 1_000_000])
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


XLSX = xlsx_bytes()
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_or_refuse(path: Path) -> None:
    with contextlib.suppress(BerkasTidakTerbaca):
        book = open_book(path)
        for name in book.names:
            book.load(name)


@SETTINGS
@given(
    magic=st.sampled_from(
        [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf", b'"a;b"\n']
    ),
    data=st.binary(max_size=2000),
)
def test_any_bytes_are_read_or_refused_in_one_way(tmp_path: Path, magic: bytes, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(magic + data)
    read_or_refuse(path)


@SETTINGS
@given(place=st.integers(0, len(XLSX) - 1), change=st.binary(min_size=1, max_size=40))
def test_a_workbook_damaged_anywhere_is_read_or_refused(tmp_path: Path, place: int, change: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(XLSX[:place] + change + XLSX[place + len(change) :])
    read_or_refuse(path)


@SETTINGS
@given(xml=st.text(alphabet=st.sampled_from('<>/"= rcvtABZ0123456789sheetDatow'), max_size=300))
def test_any_text_in_the_place_of_a_sheet_is_read_or_refused(tmp_path: Path, xml: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(XLSX)) as whole, zipfile.ZipFile(path, "w") as package:
        for member in whole.namelist():
            body = xml.encode() if member == "xl/worksheets/sheet1.xml" else whole.read(member)
            package.writestr(member, body)
    read_or_refuse(path)


@settings(SETTINGS, derandomize=True)
@given(place=st.integers(0, 6000), change=st.binary(min_size=1, max_size=40))
def test_an_old_workbook_damaged_anywhere_is_read_or_refused(tmp_path: Path, place: int, change: bytes) -> None:
    path = tmp_path / "a.xls"
    if not path.exists():
        write_xls(path, [[number, f"Talud {number}"] for number in range(20)])
    whole = path.read_bytes()
    damaged = tmp_path / "b.xls"
    damaged.write_bytes(whole[:place] + change + whole[place + len(change) :])
    read_or_refuse(damaged)


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1048576" t="str"><v>x</v></c><c r="ZZZ1"><v>1</v></c></row>',
        "<row r='1'><c r = 'XFD1'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>1</v></c></row>",
        '<x:row r="1"><x:c r="XFD1"><v>1</v></x:c></x:row><row r="2"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c t="str" r="XFD1"><v>x</v></c></row><row r="2"><c r="A1048576"><v>1</v></c></row>',
        '<row r="900000"><c r="AAA900000"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
    ],
)
def test_cells_far_away_are_found_in_any_order(tmp_path: Path, cells: str) -> None:
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(XLSX)) as whole, zipfile.ZipFile(path, "w") as package:
        for member in whole.namelist():
            package.writestr(member, sheet if member == "xl/worksheets/sheet1.xml" else whole.read(member))
    with pytest.raises(BerkasTidakTerbaca) as refused:
        open_book(path)
    assert refused.value.kode == "isi_terlalu_jauh"


@pytest.mark.parametrize("cell", ['<c r="AA1">', '<c r="A100000">', "<c r='A1'>", "<x:c r='A1'>", "<c>", "<c/>"])
def test_a_cell_is_seen_wherever_a_piece_of_its_sheet_ends(cell: str) -> None:
    xml = f'<row r="1"><c r="A1" t="str"><v>x</v></c>{cell}<v>1</v></c></row>'.encode()
    for cut in range(len(xml)):
        assert not all_near([xml[:cut], xml[cut:]])
        assert all_near([(near := xml.replace(cell.encode(), b'<c r="Z99999">'))[:cut], near[cut:]])


def test_a_sheet_that_ends_within_reach_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Usulan"
    book.active["AB3"] = "x"
    book.active["A100000"] = "terakhir: akhir"
    book.save(tmp_path / "a.xlsx")
    rows = rows_of(tmp_path / "a.xlsx")
    assert (len(rows), rows[2][27], rows[99_999][0]) == (100_000, "x", "terakhir: akhir")


@pytest.mark.parametrize(
    ("found", "put"),
    [
        (struct.pack("<HHIIHH", 0x0200, 14, 0, 20, 0, 2), struct.pack("<HHIIHH", 0x0200, 14, 0, 2**31, 0, 65_535)),
        (struct.pack("<HHHH", 0x027E, 10, 3, 0), struct.pack("<HHHH", 0x027E, 10, 65_535, 65_535)),
        (struct.pack("<HHII", 0x00FC, 218, 20, 20), struct.pack("<HHII", 0x00FC, 218, 20, 2**32 - 1)),
    ],
)
def test_an_old_workbook_that_claims_endless_room_is_refused(tmp_path: Path, found: bytes, put: bytes) -> None:
    path = write_xls(tmp_path / "a.xls", [[number + 0.25, f"Talud {number}"] for number in range(20)])
    whole = path.read_bytes()
    assert whole.count(found) == 1
    path.write_bytes(whole.replace(found, put))
    with pytest.raises(BerkasTidakTerbaca):
        open_book(path)
