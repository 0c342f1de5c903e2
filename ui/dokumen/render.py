"""PDF bytes to pictures, without Qt. PDFium is not thread-safe: everything here runs in the one background thread."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

MM_PER_POINT = 25.4 / 72
POINTS_PER_INCH = 72.0

#: A band of this many rows keeps one page for a printer of 600 dpi below ten megabytes.
BAND_ROWS = 256


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of one page in points."""

    width: float
    height: float

    @property
    def across(self) -> bool:
        """Whether the page lies across (landscape)."""
        return self.width > self.height

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.width * MM_PER_POINT, self.height * MM_PER_POINT


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels of a page or of a band of it: three bytes a pixel, red first; ``top`` is the first row on the page."""

    width: int
    height: int
    stride: int
    data: bytes
    top: int = 0


def sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """The sizes of all pages."""
    with _opened(pdf) as document:
        return tuple(Sheet(*document.get_page_size(number)) for number in range(len(document)))


def raster(pdf: bytes, page: int, width: int) -> Raster:
    """One page (from 0), ``width`` pixels wide."""
    with _opened(pdf) as document, _page(document, page) as sheet:
        return _pixels(sheet, _scale(sheet, width))


def bands(pdf: bytes, page: int, width: int, rows: int = BAND_ROWS) -> Iterator[Raster]:
    """The same page from top to bottom in bands, for a printer whose pixels would not fit in memory at once."""
    with _opened(pdf) as document, _page(document, page) as sheet:
        scale = _scale(sheet, width)
        height = math.ceil(sheet.get_height() * scale)
        for top in range(0, height, rows):
            yield _pixels(sheet, scale, top, max(0, height - top - rows))


def joined(parts: Sequence[bytes]) -> bytes:
    """All pages of several PDFs in one file, in order."""
    from io import BytesIO

    from pypdfium2 import PdfDocument  # loads a library of several megabytes

    whole = PdfDocument.new()
    try:
        for part in parts:
            with _opened(part) as document:
                whole.import_pages(document)
        buffer = BytesIO()
        whole.save(buffer)
        return buffer.getvalue()
    finally:
        whole.close()


def _pixels(sheet: Any, scale: float, top: int = 0, below: int = 0) -> Raster:
    """The rows left when ``top`` and ``below`` are cut away; a quarter of a pixel less outwits PDFium's rounding up."""
    crop = (0, (below - 0.25) / scale, 0, (top - 0.25) / scale)
    bitmap = sheet.render(scale=scale, crop=crop, rev_byteorder=True)
    try:
        return Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), top)
    finally:
        bitmap.close()


def _scale(sheet: Any, width: int) -> float:
    """PDFium rounds up: stay a hair below, so that exactly ``width`` pixels come out."""
    return float((width - 0.01) / sheet.get_width())


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    from pypdfium2 import PdfDocument  # loads a library of several megabytes: only when there is a page to draw

    document = PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


@contextmanager
def _page(document: Any, number: int) -> Iterator[Any]:
    page = document[number]
    try:
        yield page
    finally:
        page.close()
