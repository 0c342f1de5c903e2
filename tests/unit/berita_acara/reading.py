"""Read a PDF back with two other libraries: text and structure with pypdf, the place of every glyph with pdfium."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium_c

MM = 72 / 25.4
_SEGMENT = re.compile(r"(\S+) (\S+) m (\S+) (\S+) l")


class Glyph(NamedTuple):
    """One visible glyph with its tight box in points."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Page:
    """One page read back. *rules* are the lines of its tables: x0, y0, x1, y1."""

    width: float
    height: float
    text: str
    glyphs: list[Glyph]
    rules: list[tuple[float, float, float, float]]


def words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def reader(pdf: bytes) -> pypdf.PdfReader:
    """The document for questions about its structure."""
    return pypdf.PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All text of the document in one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return words(" ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def pages(pdf: bytes) -> list[Page]:
    """Every page with its glyphs and rules."""
    return list(_pages(pdf))


def _pages(pdf: bytes) -> Iterator[Page]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page, other in zip(document, reader(pdf).pages, strict=True):
            text_page = page.get_textpage()
            glyphs = list(_glyphs(text_page.raw))
            contents = other.get_contents()
            assert contents is not None
            width, height = page.get_size()
            rules = _rules(contents.get_data().decode("latin-1"))
            yield Page(width, height, text_page.get_text_range(), glyphs, rules)
            text_page.close()
            page.close()
    finally:
        document.close()


def _glyphs(text_page: object) -> Iterator[Glyph]:
    """Every visible glyph, asked of pdfium itself: a third of the time of its wrapper."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    box = tuple(map(ctypes.byref, (left, right, bottom, top)))
    for index in range(pdfium_c.FPDFText_CountChars(text_page)):
        letter = chr(pdfium_c.FPDFText_GetUnicode(text_page, index)).replace("\2", "-")  # as pdfium ends a broken word
        if not letter.isspace():
            pdfium_c.FPDFText_GetCharBox(text_page, index, *box)
            yield Glyph(letter, left.value, bottom.value, right.value, top.value)


def _rules(operators: str) -> list[tuple[float, float, float, float]]:
    """The segments drawn with the pen of tables."""
    found = []
    pen = ""
    for line in operators.splitlines():
        if line.endswith(" w"):
            pen = line
        segment = _SEGMENT.fullmatch(line)
        if segment and pen == "0.5 w":
            x0, y0, x1, y1 = (float(part) for part in segment.groups())
            found.append((x0, y0, x1, y1))
    return found
