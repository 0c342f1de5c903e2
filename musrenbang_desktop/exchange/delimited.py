"""CSV as it comes from Excel, from web applications and from old programs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from musrenbang_desktop.exchange.sheet import Cell, Sheet
from musrenbang_desktop.exchange.unreadable import BerkasTidakTerbaca

_DELIMITERS = ";,\t|"
_SAMPLE = 200
_DIRECTIVE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")

#: A cell with more lines than this swallowed the rows after a quotation mark that was never closed.
_MOST_LINES = 60


def read_delimited(data: bytes, name: str) -> Sheet:
    """Rows of a CSV of any usual encoding and delimiter. Raises only BerkasTidakTerbaca."""
    text = _decode(data, name)
    directive = _DIRECTIVE.match(text)
    delimiter = directive.group(1) if directive and directive.group(1) in _DELIMITERS else _sniff(text)
    try:
        rows = _parse(text, delimiter)
    except csv.Error as error:
        raise BerkasTidakTerbaca("bukan_tabel", name) from error
    if directive and rows:
        rows[0] = []
    if not any(any(cell.strip() for cell in row) for row in rows):
        raise BerkasTidakTerbaca("kosong", name)
    cells: list[list[Cell]] = [list(row) for row in rows]
    return Sheet(name, cells)


def read_tabs(text: str, name: str) -> Sheet:
    """Rows of cells as a spreadsheet puts them on the clipboard. Raises only BerkasTidakTerbaca."""
    try:
        cells: list[list[Cell]] = [list(row) for row in _parse(text, "\t")]
    except csv.Error as error:
        raise BerkasTidakTerbaca("bukan_tabel", name) from error
    return Sheet(name, cells)


def _decode(data: bytes, name: str) -> str:
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text.rstrip("\x1a")
    raise BerkasTidakTerbaca("bukan_tabel", name)


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if data.startswith(b"\xef\xbb\xbf"):
        return ("utf-8-sig", "cp1252")
    head = data[:4096]
    if head.count(0) * 3 > len(head):
        return ("utf-16-le",) if head[1:2] == b"\0" else ("utf-16-be",)
    return ("utf-8", "cp1252")


def _sniff(text: str) -> str:
    """The delimiter that gives the most columns to the most rows; a comma when none gives two."""
    best, best_score = ",", 0.0
    lines = list(islice(io.StringIO(text, newline=""), _SAMPLE))
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)]
        except csv.Error:
            continue
        score = _score(widths)
        if score > best_score:
            best, best_score = delimiter, score
    return best if best_score else "\x1f"


def _score(widths: list[int]) -> float:
    wide = Counter(width for width in widths if width > 1)
    if not wide:
        return 0.0
    width, times = wide.most_common(1)[0]
    share = times / len(widths)
    return share * width if share >= 0.3 or times >= 10 else 0.0


def _parse(text: str, delimiter: str) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = []
    if rows and not _swallowed(rows):
        return rows
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE))


def _swallowed(rows: Iterable[list[str]]) -> bool:
    return any(cell.count("\n") > _MOST_LINES for row in rows for cell in row)
