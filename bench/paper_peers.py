"""The peers of the berita acara: the same tables with reportlab's canvas by hand, and with platypus."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, NextPageTemplate, PageBreak, PageTemplate, Paragraph

from resources import path

if TYPE_CHECKING:
    from bench.paper_contents import Grid

MM = 72 / 25.4
F4 = (215 * MM, 330 * MM)
MARGIN = 20 * MM
PAD = 3

rl_config.useA85 = 0


def canvas(grids: Sequence[Grid], size: float) -> bytes:
    """Lines, texts and wrapping by hand on reportlab's canvas."""
    _load_fonts()
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


def platypus(grids: Sequence[Grid], size: float) -> bytes:
    """The same with LongTable and a Paragraph in every cell."""
    _load_fonts()
    file = io.BytesIO()
    template = BaseDocTemplate(file, pagesize=F4, pageCompression=1)
    for name, page in (("upright", F4), ("lying", F4[::-1])):
        frame = Frame(MARGIN, MARGIN, page[0] - 2 * MARGIN, page[1] - 2 * MARGIN, 0, 0, 0, 0)
        template.addPageTemplates(PageTemplate(name, [frame], pagesize=page))
    body = ParagraphStyle("body", fontName="Bench", fontSize=size, leading=size * 1.18)
    head = ParagraphStyle("head", parent=body, fontName="Bench-Bold")
    story: list[object] = []
    for grid in grids:
        story += [NextPageTemplate("lying" if grid.landscape else "upright"), PageBreak()] if story else []
        story.append(_long_table(grid, body, head))
    template.build(story)
    return file.getvalue()


def _long_table(grid: Grid, body: ParagraphStyle, head: ParagraphStyle) -> LongTable:
    page = F4[::-1] if grid.landscape else F4
    scale = (page[0] - 2 * MARGIN) / sum(grid.widths)
    rows = [[Paragraph(escape(text), head) for text in grid.heads]]
    rows += [[Paragraph(escape(text).replace("\n", "<br/>"), body) for text in row] for row in grid.rows]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        ("TOPPADDING", (0, 0), (-1, -1), PAD),
        ("BOTTOMPADDING", (0, 0), (-1, -1), PAD),
    ]
    return LongTable(rows, colWidths=[width * scale for width in grid.widths], repeatRows=1, style=style)


@cache
def _load_fonts() -> None:
    """Read the fonts once a process, as ours does."""
    for name, file in (("Bench", "Arimo-Regular.ttf"), ("Bench-Bold", "Arimo-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(path("fonts", file))))
