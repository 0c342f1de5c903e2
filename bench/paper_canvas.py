"""A peer of the berita acara: the same tables with reportlab's canvas by hand."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from bench.paper_reportlab import F4, MARGIN, PAD, load_fonts

if TYPE_CHECKING:
    from bench.paper_contents import Grid


def canvas(grids: Sequence[Grid], size: float) -> bytes:
    """Lines, texts and wrapping by hand on reportlab's canvas."""
    load_fonts()
    file = io.BytesIO()
    made = Canvas(file, pageCompression=1)
    for grid in grids:
        _Pen(made, grid, size).draw()
    made.save()
    return file.getvalue()


class _Pen:
    def __init__(self, made: Canvas, grid: Grid, size: float) -> None:
        self._canvas, self._grid, self._size = made, grid, size
        self._page = F4[::-1] if grid.landscape else F4
        scale = (self._page[0] - 2 * MARGIN) / sum(grid.widths)
        self._edges = [MARGIN]
        for width in grid.widths:
            self._edges.append(self._edges[-1] + width * scale)
        self._y = 0.0

    def draw(self) -> None:
        self._turn()
        for row in self._grid.rows:
            cells, height = self._split(row, "Bench")
            if self._y - height < MARGIN:
                self._canvas.showPage()
                self._turn()
            self._row(cells, height, "Bench")
        self._canvas.showPage()

    def _turn(self) -> None:
        self._canvas.setPageSize(self._page)
        self._canvas.setLineWidth(0.5)
        self._y = self._page[1] - MARGIN
        self._row(*self._split(self._grid.heads, "Bench-Bold"), "Bench-Bold")

    def _split(self, row: Sequence[str], font: str) -> tuple[list[list[str]], float]:
        edges = self._edges
        cells = [
            simpleSplit(text, font, self._size, edges[index + 1] - edges[index] - 2 * PAD) if text else []
            for index, text in enumerate(row)
        ]
        return cells, max(map(len, cells)) * self._size * 1.18 + 2 * PAD

    def _row(self, cells: list[list[str]], height: float, font: str) -> None:
        self._canvas.setFont(font, self._size)
        for index, lines in enumerate(cells):
            below = self._y - PAD - self._size * 0.9
            for line in lines:
                self._canvas.drawString(self._edges[index] + PAD, below, line)
                below -= self._size * 1.18
        self._canvas.grid(self._edges, [self._y, self._y - height])
        self._y -= height
