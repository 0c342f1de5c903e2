"""A QR code as rectangles: sharp at every size, and no picture in the file."""

from __future__ import annotations

from itertools import groupby

from musrenbang_desktop.berita_acara.qr_matrix import Level, matrix
from musrenbang_desktop.berita_acara.sheet import Sheet

#: Modules of white around the code, without which readers do not find it.
QUIET = 4


def draw_qr(sheet: Sheet, text: str, x: float, y: float, side: float, error: Level = "m") -> None:
    """Draw *text* into a square whose lower left corner is at x, y; the white around the code belongs to it.

    *error* is the level of correction: the higher, the larger and the harder to soil. A text too long leaves it empty.
    """
    rows = matrix(text, error)
    module = side / (len(rows) + 2 * QUIET)
    top = y + side - QUIET * module
    for index, row in enumerate(rows):
        column = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                left = x + (QUIET + column) * module
                sheet.fill(left, top - (index + 1) * module, length * module, module, 0)
            column += length
