"""Where the columns and lines of a table stand, and the rows that are measured for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from musrenbang_desktop.berita_acara.flow import ASCENT, DESCENT
from musrenbang_desktop.berita_acara.typeface import Typeface

PAD_X, PAD_Y = 3.0, 2.6


@dataclass(slots=True)
class Cell:
    """The lines of one cell, which reaches from column *first* to column *last*."""

    first: int
    last: int
    lines: Sequence[str]
    face: Typeface
    rata: str
    size: float = 0.0
    """of an amount that would not fit its column, smaller than the rest; 0 for that of the table"""


@dataclass(slots=True)
class Row:
    """One row, measured. *glued* keeps it on the sheet of the next one; *middle* centres its cells in its height."""

    cells: list[Cell]
    height: float
    glued: bool = False
    middle: bool = False
    grey: float = 0.0
    pen: int = 0
    """number printed before the line for a signature, 0 for none"""


@dataclass(slots=True)
class Grid:
    """Upright *edges* from left to right, and how lines are set between them. All in points."""

    edges: list[float]
    size: float
    """of the letters"""
    pad_y: float = PAD_Y
    pen_column: int = -1
    """where one signs, -1 for nowhere"""
    leading: float = field(init=False)
    """from one line to the next"""

    def __post_init__(self) -> None:
        self.leading = self.size * 1.18

    def width(self, first: int, last: int) -> float:
        """For the letters of a cell that reaches from column *first* to column *last*."""
        return self.edges[last + 1] - self.edges[first] - 2 * PAD_X

    def height(self, lines: int) -> float:
        """Of a row of so many lines."""
        return 2 * self.pad_y + self.size * (ASCENT + DESCENT) + (lines - 1) * self.leading

    def lines_in(self, room: float) -> int:
        """How many lines a row of this height holds."""
        return int((room - 2 * self.pad_y - self.size * (ASCENT + DESCENT)) / self.leading + 1e-6) + 1
