"""An Excel sheet to be filled in the dusun: locked headings, drop-down lists, notes, F4. Read back by the import."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from musrenbang_desktop.exchange.workbook import OWN

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Of the form of the sheet; the hidden cell A1 of the sheet *_musrenbang* holds ``templat-usulan/1``.
VERSI = 1
LEMBAR, LEMBAR_PILIHAN, LEMBAR_VERSI = "Usulan", f"{OWN}_pilihan", OWN
#: The row with the names of the columns, and the last one to be filled, both counted from 1.
BARIS_JUDUL, BARIS_AKHIR = 4, 504
_FOLIO = 14
_NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_MOST_CHOICES = 200


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: its name, width in letters, and the note on its head. ``pilihan`` names its drop-down list."""

    judul: str
    lebar: int
    catatan: str
    pilihan: str = ""
    angka: str = ""
    """"bulat" or "desimal" for a column that only takes numbers"""
    terkecil: int = 0
    terbesar: int = 10**15


def kolom(dusun: str) -> tuple[Kolom, ...]:
    """The columns. ``dusun`` is what a part of the village is called here."""
    return (
        Kolom("Nama usulan", 38, "Wajib. Apa yang diusulkan, satu usulan satu baris."),
        Kolom("Masalah", 30, "Kenapa perlu."),
        Kolom(dusun, 14, "Pilih dari daftar, atau tulis sendiri.", "dusun"),
        Kolom("RT", 5, "Angka saja, misalnya 2.", angka="bulat", terkecil=1, terbesar=199),
        Kolom("RW", 5, "Angka saja, misalnya 1.", angka="bulat", terkecil=1, terbesar=199),
        Kolom("Lokasi", 22, "Patokannya, misalnya depan SDN 2."),
        Kolom("Volume", 9, "Angka saja, misalnya 120 atau 569,5. Kosongkan bila belum tahu.", angka="desimal"),
        Kolom("Satuan", 9, "Pilih dari daftar, atau tulis sendiri.", "satuan"),
        Kolom(
            "Perkiraan biaya", 16, "Rupiah, angka saja, misalnya 125000000. Kosongkan bila belum tahu.", angka="bulat"
        ),
        Kolom("Pengusul", 18, "RT, kelompok, atau nama orangnya. Jangan tulis NIK atau nomor telepon."),
        Kolom("Bidang", 26, "Pilih dari daftar.", "bidang"),
        Kolom("Penerima manfaat", 11, "Jumlah jiwa. Kosongkan bila belum tahu, jangan ditulis nol.", angka="bulat"),
        Kolom("Keterangan", 24, "Hal lain yang perlu diketahui."),
    )


def templat_usulan(judul: str, pilihan: Mapping[str, Sequence[str]], dusun: str = "Dusun") -> bytes:
    """The sheet as the bytes of an .xlsx; the same words always give the same bytes.

    ``judul`` stands above the table; ``pilihan`` holds the drop-down lists ``dusun``, ``satuan`` and ``bidang``.
    """
    import xlsxwriter  # only when somebody saves one

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _NO_DAY, "title": judul})
    sheet = book.add_worksheet(LEMBAR)
    ranges = _lists(book, {name: list(words)[:_MOST_CHOICES] for name, words in pilihan.items() if words})
    version = book.add_worksheet(LEMBAR_VERSI)
    version.write_string("A1", f"templat-usulan/{VERSI}")
    version.very_hidden()
    columns = kolom(dusun)
    _head(book, sheet, judul, columns)
    for place, column in enumerate(columns):
        _body(book, sheet, place, column, ranges.get(column.pilihan, ""))
    _page(sheet, columns)
    book.close()
    return target.getvalue()


def _lists(book: Workbook, pilihan: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The drop-down lists on a hidden sheet, and where each stands."""
    sheet = book.add_worksheet(LEMBAR_PILIHAN)
    found = {}
    for place, (name, words) in enumerate(pilihan.items()):
        for row, word in enumerate(words):
            sheet.write_string(row, place, word)
        letter = chr(ord("A") + place)
        found[name] = f"='{LEMBAR_PILIHAN}'!${letter}$1:${letter}${len(words)}"
    sheet.very_hidden()
    return found


def _head(book: Workbook, sheet: Worksheet, judul: str, columns: Sequence[Kolom]) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    small = book.add_format({"font_color": "#444444"})
    heading = book.add_format(
        {"bold": True, "border": 1, "bg_color": "#DDEFE7", "text_wrap": True, "valign": "vcenter", "align": "center"}
    )
    sheet.write_string(0, 0, judul, title)
    sheet.write_string(
        1, 0, "Satu usulan satu baris. Hanya nama usulan yang wajib; yang belum diketahui dikosongkan.", small
    )
    sheet.set_row(BARIS_JUDUL - 1, 32)
    for place, column in enumerate(columns):
        sheet.write_string(BARIS_JUDUL - 1, place, column.judul, heading)
        sheet.write_comment(BARIS_JUDUL - 1, place, column.catatan, {"author": "Musrenbang"})


def _body(book: Workbook, sheet: Worksheet, place: int, column: Kolom, choices: str) -> None:
    sheet.set_column(place, place, column.lebar)
    blank = _open_cell(book, column)
    for row in range(BARIS_JUDUL, BARIS_AKHIR):
        sheet.write_blank(row, place, None, blank)
    rule = _rule(column, choices)
    if rule:
        hint = {"input_title": column.judul[:32], "input_message": column.catatan[:255]}
        sheet.data_validation(BARIS_JUDUL, place, BARIS_AKHIR - 1, place, {**rule, **hint})


def _open_cell(book: Workbook, column: Kolom) -> Format:
    number = {"bulat": "#,##0", "desimal": "#,##0.##"}.get(column.angka)
    look = {"locked": False, "border": 1, "valign": "top", "text_wrap": not column.angka}
    return book.add_format({**look, "num_format": number} if number else look)


def _rule(column: Kolom, choices: str) -> dict[str, object]:
    if choices:
        # a new name may be written: Excel asks once
        return {
            "validate": "list",
            "source": choices,
            "error_type": "warning",
            "error_title": "Tidak ada di daftar",
            "error_message": "Isian ini tidak ada di daftar. Pakai juga?",
        }
    if column.angka:
        return {
            "validate": "integer" if column.angka == "bulat" else "decimal",
            "criteria": "between",
            "minimum": column.terkecil,
            "maximum": column.terbesar,
            "error_title": "Angka saja",
            "error_message": column.catatan,
        }
    return {}


def _page(sheet: Worksheet, columns: Sequence[Kolom]) -> None:
    sheet.freeze_panes(BARIS_JUDUL, 1)
    sheet.repeat_rows(BARIS_JUDUL - 1)
    sheet.set_paper(_FOLIO)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, BARIS_JUDUL + 24, len(columns) - 1)
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})
