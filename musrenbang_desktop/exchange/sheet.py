"""A table file as rows of plain cells, whatever it was saved as: .xlsx, .xls or .csv."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta
"""One cell; an empty one is the empty text."""

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all."""

Cancelled = Callable[[], bool]

#: A list of usulan is some hundred kilobytes; beyond this it is something else.
LARGEST_FILE = 64 * 2**20

_MAGIC = (
    (b"\xff\xd8\xff", "gambar"),
    (b"\x89PNG", "gambar"),
    (b"GIF8", "gambar"),
    (b"BM", "gambar"),
    (b"II*\x00", "gambar"),
    (b"MM\x00*", "gambar"),
    (b"%PDF", "pdf"),
    (b"{\\rtf", "word"),
)
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. ``rows`` begin at row 1 of the file and column A, so that addresses can be told.

    ``merged`` holds (first row, first column, last row, last column) of joined cells, counted from zero.
    """

    name: str
    rows: list[list[Cell]]
    merged: tuple[tuple[int, int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file; ``load`` reads one of them."""

    names: tuple[str, ...]
    load: Callable[[str], Sheet]


def column_letters(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """``C14`` for row 13 and column 2, counted from zero."""
    return f"{column_letters(column)}{row + 1}"


def open_book(path: str | os.PathLike[str]) -> Book:
    """Read a file by what is in it, not by how it is called. Raises only BerkasTidakTerbaca."""
    file = Path(path)
    data = _bytes_of(file)
    kind = _kind(data)
    if kind == "teks":
        if (pabulib := _pabulib(data, file.name)) is not None:
            return Book((pabulib.name,), lambda _name: pabulib)
        from musrenbang_desktop.exchange.delimited import read_delimited

        sheet = read_delimited(data, file.name)
        return Book((sheet.name,), lambda _name: sheet)
    if kind not in ("zip", "ole"):
        raise BerkasTidakTerbaca(kind, file.name)
    from musrenbang_desktop.exchange.workbook import open_workbook

    return open_workbook(data, file.name, kind)


def _pabulib(data: bytes, name: str) -> Sheet | None:
    """The projects of a Pabulib file; None for any other text."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"META"):
        return None
    from musrenbang_desktop.exchange import pabulib

    try:
        file = pabulib.read(data.decode("utf-8"))
    except ValueError:
        return None
    return Sheet(name, [list(row) for row in pabulib.project_rows(file)])


def _bytes_of(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise BerkasTidakTerbaca("folder", file.name or str(file))
        if file.stat().st_size > LARGEST_FILE:
            raise BerkasTidakTerbaca("terlalu_besar", file.name)
        data = file.read_bytes()
    except FileNotFoundError:
        raise BerkasTidakTerbaca("tidak_ada", file.name) from None
    except PermissionError as error:
        raise BerkasTidakTerbaca("terkunci", file.name) from error
    except (OSError, ValueError) as error:
        raise BerkasTidakTerbaca("gagal_baca", file.name) from error
    if not data.strip(b"\0 \t\r\n"):
        raise BerkasTidakTerbaca("kosong", file.name)
    return data


def _kind(data: bytes) -> str:
    """``zip``, ``ole``, ``teks``, or the code of the sentence that refuses the file."""
    if data.startswith(_ZIP):
        return "zip"
    if data.startswith(_OLE):
        return "ole"
    for magic, code in _MAGIC:
        if data.startswith(magic) and (code != "gambar" or b"\0" in data[:512]):
            return code
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "gambar"
    if data[4:8] == b"ftyp":  # HEIC of any phone, AVIF, a film
        return "gambar"
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<style")):
        return "halaman_web"
    if head.startswith((b"<?xml", b"<workbook")):
        return "excel_lain"
    return "teks"
