"""Lists as an Excel workbook that can be filtered, printed on F4 and added up."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from musrenbang_desktop.exchange.listing import Daftar, Isi, Kolom, shown

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Excel's number of *Folio*, 216 x 330 mm: the nearest that it knows to F4.
_FOLIO = 14
#: Number formats; 421 is Indonesian, so that dots and commas follow whoever opens the file.
_NUMBERS = {"": "0", "rupiah": "[$Rp-421]#,##0", "desimal": "#,##0.00"}
_WIDEST, _NARROWEST = 60, 6
_PORTRAIT_LETTERS = 95
_MEASURED = 200
#: Without a day of its own a file would differ each time it is written.
_NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def as_xlsx(
    daftar: Sequence[Daftar], tentang: str = "", *, step: Callable[[int, int], object] = lambda _done, _total: None
) -> bytes:
    """One sheet a list. ``tentang`` is printed at the head of every page; ``step(done, total)`` hears of the rows and
    may raise to stop. The same lists always give the same bytes.
    """
    import xlsxwriter  # only when somebody saves a list

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _NO_DAY})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    numbers = {name: book.add_format({"num_format": code, "valign": "top"}) for name, code in _NUMBERS.items()}
    taken: set[str] = set()
    for satu in daftar:
        sheet = book.add_worksheet(_free_name(satu.nama_lembar, taken))
        _set_up(sheet, satu, tentang)
        for place, kolom in enumerate(satu.kolom):
            sheet.write_string(0, place, kolom.judul, head)
        _fill(sheet, satu, text, numbers, step)
    book.close()
    return target.getvalue()


def _fill(
    sheet: Worksheet,
    daftar: Daftar,
    text: Format,
    numbers: dict[str, Format],
    step: Callable[[int, int], object],
) -> None:
    for row, baris in enumerate(daftar.baris, 1):
        for place, (kolom, isi) in enumerate(zip(daftar.kolom, baris, strict=True)):
            _write(sheet, row, place, isi, kolom, text, numbers)
        if row % 500 == 0:
            step(row, len(daftar.baris))


def _write(
    sheet: Worksheet, row: int, place: int, isi: Isi, kolom: Kolom, text: Format, numbers: dict[str, Format]
) -> None:
    if isi is None or isi == "":
        return
    if isinstance(isi, str):
        sheet.write_string(row, place, isi, text)
    else:
        bentuk = "desimal" if isinstance(isi, Fraction) else kolom.bentuk
        sheet.write_number(row, place, float(isi) if isinstance(isi, Fraction) else isi, numbers[bentuk])


def _set_up(sheet: Worksheet, daftar: Daftar, tentang: str) -> None:
    widths = [_width(daftar, place) for place in range(len(daftar.kolom))]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(daftar.baris)), max(0, len(daftar.kolom) - 1))
    sheet.set_paper(_FOLIO)
    if sum(widths) > _PORTRAIT_LETTERS:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    name = f"{daftar.nama}, {tentang}" if tentang else daftar.nama
    sheet.set_header(f"&L{name.replace('&', '&&')[:240]}")
    sheet.set_footer("&R&P dari &N")


def _width(daftar: Daftar, place: int) -> int:
    kolom = daftar.kolom[place]
    dots = 8 if kolom.bentuk == "rupiah" else 2
    longest = max((len(shown(baris[place], kolom.bentuk)) for baris in daftar.baris[:_MEASURED]), default=0)
    return max(_NARROWEST, min(_WIDEST, max(len(kolom.judul) + 3, longest + dots)))


def _free_name(name: str, taken: set[str]) -> str:
    found, number = name, 2
    while found.casefold() in taken:
        tail = f" {number}"
        found, number = name[: 31 - len(tail)] + tail, number + 1
    taken.add(found.casefold())
    return found
