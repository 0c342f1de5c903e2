"""A peer of the berita acara: the same tables with platypus, in a process without our canvas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, LongTable, NextPageTemplate, PageBreak, PageTemplate, Paragraph

from bench.paper_reportlab import F4, MARGIN, PAD, load_fonts

if TYPE_CHECKING:
    from bench.paper_contents import Grid


def platypus(grids: Sequence[Grid], size: float) -> bytes:
    """The same with LongTable and a Paragraph in every cell."""
    load_fonts()
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
