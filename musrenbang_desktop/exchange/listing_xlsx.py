"""Lists as an Excel workbook that can be filtered, printed on F4 and added up.

XlsxWriter writes the workbook: styles, heads, paper. Only the cells are written here, because a large list is nothing
but cells: a text stands in its own cell and not in a table of shared texts, which halves the time.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from musrenbang_desktop.exchange.listing import Bentuk, Daftar, Isi, Kolom, shown
from musrenbang_desktop.exchange.sheet import column_letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Excel's number of *Folio*, 216 x 330 mm: the nearest that it knows to F4.
_FOLIO = 14
#: Number formats; 421 is Indonesian, so that dots and commas follow whoever opens the file.
_NUMBERS: dict[Bentuk, str] = {"": "0", "rupiah": "[$Rp-421]#,##0", "desimal": "#,##0.00"}
_WIDEST, _NARROWEST = 60, 6
_PORTRAIT_LETTERS = 95
_MEASURED = 200
#: Rows that are written, and told of, at a time.
_PORTION = 500
#: Letters that Excel takes in one cell.
_LONGEST = 32_767
#: Without a day of its own a file would differ each time it is written.
_NO_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)

Step = Callable[[int, int], object]


def as_xlsx(daftar: Sequence[Daftar], tentang: str = "", *, step: Step = lambda _done, _total: None) -> bytes:
    """One sheet a list. ``tentang`` is printed at the head of every page; ``step(done, total)`` hears of the rows and
    may raise to stop. The same lists always give the same bytes.
    """
    frame = zipfile.ZipFile(io.BytesIO(_frame(daftar, tentang)))
    target = io.BytesIO()
    with frame, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        lists = {f"xl/worksheets/sheet{number}.xml": one for number, one in enumerate(daftar, 1)}
        for entry in frame.infolist():
            data = frame.read(entry)
            copy = zipfile.ZipInfo(entry.filename, entry.date_time)
            copy.compress_type = zipfile.ZIP_DEFLATED
            with book.open(copy, "w") as part:
                if entry.filename in lists:
                    for portion in _filled(data.decode(), lists[entry.filename], step):
                        part.write(portion.encode())
                else:
                    part.write(data)
    return target.getvalue()


def _frame(daftar: Sequence[Daftar], tentang: str) -> bytes:
    """The workbook with its heads and, as row 2 of each sheet, an empty cell in every style that a row may need."""
    import xlsxwriter  # only when somebody saves a list

    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"created": _NO_DAY})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "vcenter"})
    styles: list[Format] = [book.add_format({"text_wrap": True, "valign": "top"})]
    styles += [book.add_format({"num_format": code, "valign": "top"}) for code in _NUMBERS.values()]
    taken: set[str] = set()
    for satu in daftar:
        sheet = book.add_worksheet(_free_name(satu.nama_lembar, taken))
        _set_up(sheet, satu, tentang)
        for place, kolom in enumerate(satu.kolom):
            sheet.write_string(0, place, kolom.judul, head)
        for place, style in enumerate(styles):
            sheet.write_blank(1, place, None, style)
    book.close()
    return target.getvalue()


def _filled(frame: str, daftar: Daftar, step: Step) -> Iterator[str]:
    """The sheet with its rows, a portion at a time."""
    before, found, after = re.split(r'(<row r="2".*?</row>)', frame, maxsplit=1, flags=re.DOTALL)
    text, *numbers = re.findall(r' s="(\d+)"', found)
    styles = dict(zip(_NUMBERS, numbers, strict=True))
    last = f"{column_letters(max(0, len(daftar.kolom) - 1))}{len(daftar.baris) + 1}"
    yield re.sub(r'<dimension ref="[^"]*"/>', f'<dimension ref="A1:{last}"/>', before, count=1)
    cells = [_cells(column_letters(place), kolom, text, styles) for place, kolom in enumerate(daftar.kolom)]
    rows: list[str] = []
    for number, baris in enumerate(daftar.baris, 2):
        written = "".join([write(isi, number) for write, isi in zip(cells, baris, strict=True)])
        rows.append(f'<row r="{number}">{written}</row>')
        if len(rows) == _PORTION:
            step(number - 1, len(daftar.baris))
            yield "".join(rows)
            rows = []
    yield "".join(rows)
    yield after


def _cells(letters: str, kolom: Kolom, text: str, styles: dict[Bentuk, str]) -> Callable[[Isi, int], str]:
    """How one column writes its cells: text stays text whatever it looks like, so nothing in it is ever calculated."""
    number, decimal = styles[kolom.bentuk], styles["desimal"]
    opening, closing = f'" s="{text}" t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"

    def cell(isi: Isi, row: int) -> str:
        if isi is None or isi == "":
            return ""
        if isinstance(isi, str):
            return f'<c r="{letters}{row}{opening}{_escaped(isi)}{closing}'
        if isinstance(isi, Fraction):
            return f'<c r="{letters}{row}" s="{decimal}"><v>{float(isi)!r}</v></c>'
        return f'<c r="{letters}{row}" s="{number}"><v>{isi}</v></c>'

    return cell


_SPECIAL = re.compile("[&<>\x00-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def _escaped(text: str) -> str:
    """Text as a sheet holds it. What XML cannot hold is written as its number, as Excel does; a text that looks like
    such a number is protected. Source of the rule: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    """
    return _SPECIAL.sub(_written, text[:_LONGEST])


def _written(found: re.Match[str]) -> str:
    letter = found.group()
    if len(letter) > 1:
        return f"_x005F{letter}"
    return _ENTITIES.get(letter) or f"_x{ord(letter):04X}_"


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
    sheet.set_footer("&RHalaman &P dari &N")


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
