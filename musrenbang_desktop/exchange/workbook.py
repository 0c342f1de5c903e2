"""Excel files through calamine, with a guard before it: a stray cell far away would ask it for all the memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from musrenbang_desktop.exchange.far_cells import all_near, guard_extent, guard_sheet
from musrenbang_desktop.exchange.old_excel import Damaged, last_cell
from musrenbang_desktop.exchange.sheet import Book, Sheet
from musrenbang_desktop.exchange.unpacked import pieces
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

#: How the hidden sheets of our own template begin; no list stands there.
OWN = "_musrenbang"

#: Unpacked size of a sheet; 10,000 rows of 15 columns take 6 MB.
LARGEST_SHEET = 256 * 2**20

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")


def open_workbook(data: bytes, name: str, kind: str) -> Book:
    """The sheets of an .xlsx (``kind`` "zip") or .xls ("ole"). Raises only BerkasTidakTerbaca."""
    if kind == "zip":
        _guard_zip(data, name)
    elif _ENCRYPTED in data[: 2**20] or _ENCRYPTED in data[-(2**20) :]:
        raise BerkasTidakTerbaca("kata_sandi", name)
    elif _WORD in data:
        raise BerkasTidakTerbaca("word", name)
    else:
        _guard_old(data, name)
    book = _open(data, name)
    names = tuple(sheet.name for sheet in book.sheets_metadata if not sheet.name.startswith(OWN))
    if not names:
        raise BerkasTidakTerbaca("kosong", name)

    def load(sheet: str) -> Sheet:
        if sheet not in names:
            raise BerkasTidakTerbaca("lembar_tidak_ada", name)
        return _load(book, sheet, name)

    return Book(names, load)


def _open(data: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise BerkasTidakTerbaca("kata_sandi", name) from error
    except BaseException as error:
        _only_damage(error)
        raise BerkasTidakTerbaca("rusak", name) from error


def _load(book: CalamineWorkbook, sheet: str, name: str) -> Sheet:
    from python_calamine import WorksheetNotFound

    try:
        found = book.get_sheet_by_name(sheet)
        rows = found.to_python(skip_empty_area=False)
        merged = found.merged_cell_ranges or []
    except WorksheetNotFound:
        return Sheet(sheet, [])  # a chart, or a sheet without a body
    except BaseException as error:
        _only_damage(error)
        raise BerkasTidakTerbaca("rusak", name) from error
    return Sheet(sheet, rows, tuple((*start, *end) for start, end in merged))


def _only_damage(error: BaseException) -> None:
    """Let through what is no verdict about the file. A panic of the parser is one, and no ``Exception``."""
    if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
        raise error


def _guard_zip(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = {member.filename: member for member in package.infolist()}
            if "xl/workbook.xml" not in members:
                raise BerkasTidakTerbaca("word" if "word/document.xml" in members else "excel_lain", name)
            for member in members.values():
                if member.file_size > LARGEST_SHEET:
                    raise BerkasTidakTerbaca("terlalu_besar", name)
                is_sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
                if is_sheet and not all_near(pieces(data, package, member)):
                    guard_sheet(package.read(member), name)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise BerkasTidakTerbaca("rusak", name) from error


def _guard_old(data: bytes, name: str) -> None:
    try:
        rows, columns = last_cell(data)
    except Damaged as error:
        raise BerkasTidakTerbaca("rusak", name) from error
    guard_extent(rows, columns, name)
