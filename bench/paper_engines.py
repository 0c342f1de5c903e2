"""Further peers of the berita acara: the same tables as fpdf2, typst and WeasyPrint draw them.

Each function is imported in a process of its own, so that none carries the memory of another.
"""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from resources import path

if TYPE_CHECKING:
    from bench.paper_contents import Grid

F4_MM = (215, 330)
MARGIN_MM = 20
PAD_PT = 3


def _fonts() -> tuple[str, str]:
    return str(path("fonts", "Arimo-Regular.ttf")), str(path("fonts", "Arimo-Bold.ttf"))


def _page_mm(grid: Grid) -> tuple[int, int]:
    return F4_MM[::-1] if grid.landscape else F4_MM


def _widths_mm(grid: Grid) -> list[float]:
    room = _page_mm(grid)[0] - 2 * MARGIN_MM
    return [width * room / sum(grid.widths) for width in grid.widths]


def fpdf2(grids: Sequence[Grid], size: float) -> bytes:
    """fpdf2's table, heads repeated."""
    from fpdf import FPDF

    made = FPDF(format=F4_MM)
    made.set_margins(MARGIN_MM, MARGIN_MM)
    made.set_auto_page_break(True, MARGIN_MM)
    regular, bold = _fonts()
    made.add_font("Bench", "", regular)
    made.add_font("Bench", "B", bold)
    for grid in grids:
        made.add_page(orientation="landscape" if grid.landscape else "portrait")
        made.set_font("Bench", "", size)
        millimetre = 25.4 / 72
        with made.table(
            col_widths=tuple(_widths_mm(grid)), line_height=size * 1.18 * millimetre, padding=PAD_PT * millimetre
        ) as table:
            for row in (grid.heads, *grid.rows):
                table.row(list(row))
    return bytes(made.output())


def typst(grids: Sequence[Grid], size: float) -> bytes:
    """A table of typst with a repeated head."""
    import typst as engine

    source = f'#set text(font: "Arimo", size: {size}pt)\n' + "\n".join(_typst_page(grid) for grid in grids)
    made = engine.compile(source.encode(), font_paths=[str(path("fonts"))], ignore_system_fonts=True)
    return bytes(made)


def _typst_page(grid: Grid) -> str:
    wide, high = _page_mm(grid)
    widths = ", ".join(f"{width:.3f}mm" for width in _widths_mm(grid))
    heads = ", ".join(f"strong({_typst_text(head)})" for head in grid.heads)
    cells = ",\n".join(", ".join(map(_typst_text, row)) for row in grid.rows)
    return (
        f"#page(width: {wide}mm, height: {high}mm, margin: {MARGIN_MM}mm)[\n"
        f"#table(columns: ({widths}), inset: {PAD_PT}pt, stroke: 0.5pt, table.header({heads}),\n{cells})\n]"
    )


def _typst_text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def weasyprint(grids: Sequence[Grid], size: float) -> bytes:
    """The tables as HTML with fixed widths."""
    import weasyprint as engine

    regular, bold = _fonts()
    style = (
        f"@font-face{{font-family:Bench;src:url('file://{regular}')}}"
        f"@font-face{{font-family:Bench;font-weight:bold;src:url('file://{bold}')}}"
        f"@page{{margin:{MARGIN_MM}mm}}@page upright{{size:215mm 330mm}}@page lying{{size:330mm 215mm}}"
        f"table{{font:{size}pt Bench;border-collapse:collapse;table-layout:fixed;width:100%}}"
        f"td,th{{border:.5pt solid #000;padding:{PAD_PT}pt;text-align:left;vertical-align:top}}"
    )
    body = "".join(map(_html_table, grids))
    made = engine.HTML(string=f"<html><head><style>{style}</style></head><body>{body}</body></html>").write_pdf()
    assert made is not None
    return bytes(made)


def _html_table(grid: Grid) -> str:
    def row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    columns = "".join(f"<col style='width:{width:.3f}mm'>" for width in _widths_mm(grid))
    page = "lying" if grid.landscape else "upright"
    rows = "".join(row(cells, "td") for cells in grid.rows)
    return f"<table style='page:{page}'>{columns}<thead>{row(grid.heads, 'th')}</thead><tbody>{rows}</tbody></table>"
