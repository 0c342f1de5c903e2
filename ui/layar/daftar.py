"""A long list on the layar: rows of as many lines as their words need, page after page, none cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ui.layar.board import Board, Ruler, Side, Weight, pages_of
from ui.layar.scene import on_page

GAP = 0.35
"""White between two rows, in smallest letters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one column. ``colour`` names a colour of the theme."""

    words: str
    colour: str = "text"
    weight: Weight = "biasa"


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` in smallest letters, 0 takes what is left. ``lines`` is the most a cell may take."""

    width: float
    side: Side = "kiri"
    lines: int = 1
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``bar`` (0 to 1) draws a bar below the words, ``cut`` a dashed line with its words above the row."""

    cells: tuple[Cell, ...]
    bar: float | None = None
    bar_colour: str = "accent"
    badge: str = ""
    """name of the colour behind the first cell, none when empty"""
    cut: str = ""
    cut_colour: str = "danger"
    below: Cell | None = field(default=None)
    """quiet words: at the end of the widest cell where there is room, else below it"""
    inline: bool = True
    """whether they may stand at the end of the cell"""


def draw_rows(board: Board, columns: Sequence[Column], rows: Sequence[Row], page: int, *, marked: bool = True) -> int:
    """Draw one page of the rows between ``top`` and ``bottom`` and answer how many pages there are.

    Unless ``marked`` is off, the foot says which page it is.
    """
    widths = _widths(board, columns)
    heights = [_height(board.ruler, tuple(columns), tuple(widths), row) for row in rows]
    pages = pages_of(heights, board.bottom - board.top)
    page = on_page(page, pages)
    y = board.top
    for place in pages[page]:
        _draw(board, columns, widths, rows[place], y)
        y += heights[place]
        if place != pages[page][-1]:
            board.rule(y - board.unit * GAP / 2)
    if marked:
        board.page_mark(page, len(pages))
    return len(pages)


def _widths(board: Board, columns: Sequence[Column]) -> list[float]:
    gaps = board.unit * 0.5 * (len(columns) - 1)
    fixed = sum(column.width * board.unit for column in columns)
    rest = board.right - board.left - gaps - fixed
    return [column.width * board.unit or rest for column in columns]


@lru_cache(maxsize=4096)
def _height(ruler: Ruler, columns: tuple[Column, ...], widths: tuple[float, ...], row: Row) -> float:
    """Kept, because after a key in the score sheet nearly all of two hundred rows are those of before."""
    tallest = max(
        len(ruler.wrap(cell.words, width, column.size, cell.weight, column.lines)) * ruler.line(column.size)
        for cell, column, width in zip(row.cells, columns, widths, strict=True)
    )
    wide = _widest(columns, widths)
    if row.below and not _tail_fits(ruler, row, columns[wide], widths[wide], row.cells[wide]):
        cell, column = row.cells[wide], columns[wide]
        title = len(ruler.wrap(cell.words, widths[wide], column.size, cell.weight, column.lines))
        lines = len(ruler.wrap(row.below.words, widths[wide], 1.0, row.below.weight, 2))
        tallest = max(tallest, title * ruler.line(column.size) + lines * ruler.line())
    bar = ruler.unit * 0.32 if row.bar is not None else 0.0
    cut = ruler.line() + ruler.unit * 0.3 if row.cut else 0.0
    return tallest + bar + cut + ruler.unit * GAP


def _tail_fits(ruler: Ruler, row: Row, column: Column, width: float, cell: Cell) -> bool:
    """Whether the quiet words fit behind the last line of the cell."""
    if row.below is None or not row.inline:
        return False
    last = ruler.wrap(cell.words, width, column.size, cell.weight, column.lines)[-1:]
    used = ruler.measure(last[0], column.size, cell.weight) if last else 0.0
    return used + ruler.unit * 0.8 + ruler.measure(row.below.words, 1.0, row.below.weight) <= width


def _widest(columns: Sequence[Column], widths: Sequence[float]) -> int:
    return next((place for place, column in enumerate(columns) if not column.width), widths.index(max(widths)))


def _draw(board: Board, columns: Sequence[Column], widths: Sequence[float], row: Row, y: float) -> None:
    if row.cut:
        _cut(board, row.cut, y, getattr(board.colours, row.cut_colour))
        y += board.line() + board.unit * 0.3
    x = board.left
    wide = _widest(columns, widths)
    for place, (cell, column, width) in enumerate(zip(row.cells, columns, widths, strict=True)):
        colour = getattr(board.colours, cell.colour)
        if place == 0 and row.badge:
            board.box(x, y, width, board.line(column.size), getattr(board.colours, row.badge), round_=0.25)
        used = board.text(
            x, y, width, cell.words, size=column.size, weight=cell.weight, colour=colour, side=column.side,
            lines=column.lines,
        )  # fmt: skip
        if place == wide:
            if row.below:
                ink = getattr(board.colours, row.below.colour)
                if _tail_fits(board.ruler, row, column, width, cell):
                    last = y + used - board.line()
                    board.text(x, last, width, row.below.words, weight=row.below.weight, colour=ink, side="kanan")
                else:
                    quiet = row.below
                    used += board.text(x, y + used, width, quiet.words, weight=quiet.weight, colour=ink, lines=2)
            if row.bar is not None:
                shade = getattr(board.colours, row.bar_colour)
                board.bar(x, y + used + board.unit * 0.06, width, board.unit * 0.2, row.bar, shade)
        x += width + board.unit * 0.5


def _cut(board: Board, words: str, y: float, colour: str) -> None:
    board.rule(y + board.line() / 2, colour=colour, width=0.1, dashed=True)
    wide = board.measure(words, 1.0, "kuat") + board.unit
    x = board.left + (board.right - board.left - wide) / 2
    board.box(x, y, wide, board.line(), board.background)
    board.text(x, y, wide, words, weight="kuat", colour=colour, side="tengah")
