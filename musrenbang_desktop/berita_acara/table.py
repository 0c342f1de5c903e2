"""Tables with wrapped cells that run over many sheets: heads repeat, rows stay whole, totals stay with their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from musrenbang_desktop.berita_acara.flow import ASCENT, DESCENT, Flow
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.typeface import NBSP, Typeface
from musrenbang_desktop.domain.profile import Kolom

PAD_X, PAD_Y = 3.0, 2.6
RULE = 0.5
#: Rows made at once: one by one they would take a sixth more time, all of them more memory than all else.
BATCH = 100


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


class Table:
    """One table in a flow. Rows are built with ``data``, ``band`` and ``total``, then drawn together."""

    def __init__(
        self,
        flow: Flow,
        columns: Sequence[Kolom],
        *,
        letters: str = "",
        min_height_mm: float = 0.0,
        share: float = 1.0,
        pad_y: float = PAD_Y,
    ) -> None:
        self.flow = flow
        self.columns = columns
        self.size = flow.huruf.tabel
        self.leading = self.size * 1.18
        self.pad_y = pad_y
        self.min_height = min_height_mm * MM
        scale = flow.width * share / sum(column.lebar_mm for column in columns)
        self.edges = [flow.left]
        for column in columns:
            self.edges.append(self.edges[-1] + column.lebar_mm * scale)
        self.pen_column = next((i for i, column in enumerate(columns) if column.isi == "tanda_tangan"), -1)
        self._room = [self.edges[i + 1] - self.edges[i] - 2 * PAD_X for i in range(len(columns))]
        self._open: list[float | None] = [None] * len(self.edges)
        self._whole = True
        self._head = self._heads(letters)

    # -- rows ----------------------------------------------------------------------------------------------------

    def data(self, texts: Sequence[str], *, pen: int = 0) -> Row:
        """An ordinary row: one text a column."""
        face = self.flow.document.regular
        cells, most = [], 1
        for index, text in enumerate(texts):
            if text:
                typed = text if text.isascii() else text.replace(NBSP, " ")
                rata = self.columns[index].rata
                if rata == "kanan" and typed[0].isdecimal() and self._small(typed, index, index, face):
                    cells.append(self._amount(typed, index, index, face))
                    continue
                cell = self._wrapped(typed, index, index, face, rata, self._room[index])
                most = max(most, len(cell.lines))
                cells.append(cell)
        return Row(cells, max(self._height(most), self.min_height), middle=self.min_height > 0, pen=pen)

    def band(self, text: str) -> Row:
        """A heading across all columns; it stays with the row below it."""
        row = self._spanned([(0, len(self.columns) - 1, text, "kiri")])
        row.glued, row.grey = True, 0.95
        return row

    def notice(self, text: str) -> Row:
        """A word across all columns, as NIHIL for a table without rows."""
        row = self._spanned([(0, len(self.columns) - 1, text, "tengah")])
        row.height += 2 * self.pad_y
        row.middle = True
        return row

    def note(self, text: str) -> Row:
        """A sentence across all columns; it stays with the row above it where that one is glued."""
        width = self.edges[-1] - self.edges[0] - 2 * PAD_X
        face = self.flow.document.regular
        cell = Cell(0, len(self.columns) - 1, face.wrap(text, width, self.size), face, "kiri")
        return Row([cell], self._height(len(cell.lines)))

    def total(self, label: str, amounts: dict[int, str]) -> Row:
        """A sum: the label fills the columns before the first amount."""
        first, last = min(amounts), len(self.columns) - 1
        parts = [(0, first - 1, label, "kanan")] if first else []
        parts += [(index, index, amounts.get(index, ""), "kanan") for index in range(first, max(amounts) + 1)]
        if max(amounts) < last:
            parts.append((max(amounts) + 1, last, "", "kiri"))
        return self._spanned(parts)

    def _spanned(self, parts: list[tuple[int, int, str, str]]) -> Row:
        face = self.flow.document.bold
        cells = []
        for first, last, text, rata in parts:
            if rata == "kanan" and text[:1].isdecimal() and self._small(text, first, last, face):
                cells.append(self._amount(text, first, last, face))
            else:
                cells.append(self._wrapped(text, first, last, face, rata, self._width(first, last)))
        return Row(cells, self._height(max(len(cell.lines) for cell in cells)))

    def _wrapped(self, text: str, first: int, last: int, face: Typeface, rata: str, width: float) -> Cell:
        """A text in lines; in smaller letters where an amount or a word in it would be cut otherwise."""
        size = 0.0
        lines = face.wrap(text, width, self.size)
        if len(lines) > 1:
            small = face.word_size(text, width, self.size)
            if "." in text:
                small = min(small, face.amount_size(text, width, self.size))
            if small < self.size:
                size, lines = small, face.wrap(text, width, small)
        return Cell(first, last, lines, face, rata, size)

    def _width(self, first: int, last: int) -> float:
        return self.edges[last + 1] - self.edges[first] - 2 * PAD_X

    def _small(self, text: str, first: int, last: int, face: Typeface) -> bool:
        """Whether this is one amount that its column cannot hold: it is never divided, since half of it is another."""
        return (
            " " not in text
            and "\n" not in text
            and len(text) * self.size * 0.56 > self._width(first, last)
            and face.measure(text, self.size) > self._width(first, last)
        )

    def _amount(self, text: str, first: int, last: int, face: Typeface) -> Cell:
        """An amount in letters so small that it stands in one line."""
        size = self.size * self._width(first, last) / face.measure(text, self.size)
        return Cell(first, last, (text,), face, "kanan", size)

    def _heads(self, letters: str) -> list[Row]:
        face = self.flow.document.bold
        cells = [
            Cell(i, i, face.wrap(column.judul, self._room[i], self.size), face, "tengah")
            for i, column in enumerate(self.columns)
        ]
        height = self._height(max(len(cell.lines) for cell in cells)) + self.pad_y
        rows = [Row(cells, height, middle=True, grey=0.91)]
        if letters:
            marks = [
                column.nomor or (chr(ord("a") + i) if letters == "huruf" else f"({i + 1})")
                for i, column in enumerate(self.columns)
            ]
            italic = self.flow.document.italic
            cells = [Cell(i, i, (mark,), italic, "tengah") for i, mark in enumerate(marks)]
            rows.append(Row(cells, self._height(1) - self.pad_y, middle=True))
        return rows

    def _height(self, lines: int) -> float:
        return 2 * self.pad_y + self.size * (ASCENT + DESCENT) + (lines - 1) * self.leading

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw(self, rows: Iterable[Row], *, below: float = 0.0) -> None:
        """Draw all rows, over as many sheets as they take; the last ones stay on the sheet of the *below* points.

        They may be made while they are drawn, which takes a fraction of the memory of a long list.
        """
        flow = self.flow
        head = sum(row.height for row in self._head)
        whole = flow.top - flow.bottom - head
        groups = _groups(rows)
        group, begun = next(groups, []), False
        while group:
            following = next(groups, [])
            height = sum(row.height for row in group)
            if not following and height + below <= whole:
                height += below
            if not begun:
                flow.need(head + min(height, whole))
                self._begin()
                begun = True
            self._group(group, height, whole)
            group = following
        self._end()

    def _group(self, group: Sequence[Row], height: float, whole: float) -> None:
        """Rows that stay together, if a sheet can hold them."""
        flow = self.flow
        if height > flow.room and height <= whole:
            self._turn()
        for row in group:
            if row.height > flow.room and row.height <= whole:
                self._turn()
            if row.height <= flow.room:
                self._row(row)
            else:
                self._split(row, whole)

    def _begin(self) -> None:
        self.flow.sheet.rule(self.edges[0], self.flow.y, self.edges[-1], self.flow.y, RULE)
        self._open = [self.flow.y] * len(self.edges)
        self._whole = True
        for row in self._head:
            self._row(row)

    def _end(self) -> None:
        for edge in range(len(self.edges)):
            self._close(edge)

    def _turn(self) -> None:
        self._end()
        self.flow.new_sheet()
        self._begin()

    def _close(self, edge: int) -> None:
        start = self._open[edge]
        if start is not None and start > self.flow.y:
            self.flow.sheet.rule(self.edges[edge], start, self.edges[edge], self.flow.y, RULE)
        self._open[edge] = None

    def _split(self, row: Row, whole: float) -> None:
        """A row that is taller than a sheet goes on where it was cut, line by line."""
        most = max(len(cell.lines) for cell in row.cells)
        done = 0
        while done < most:
            fits = self._lines_in(self.flow.room)
            if fits < min(3, most - done) and self.flow.room < whole:
                self._turn()
                fits = self._lines_in(self.flow.room)
            fits = max(fits, 1)
            cells = [
                Cell(cell.first, cell.last, cell.lines[done : done + fits], cell.face, cell.rata, cell.size)
                for cell in row.cells
            ]
            self._row(Row(cells, self._height(min(fits, most - done)), grey=row.grey, pen=row.pen if not done else 0))
            done += fits

    def _lines_in(self, room: float) -> int:
        return int((room - 2 * self.pad_y - self.size * (ASCENT + DESCENT)) / self.leading + 1e-6) + 1

    def _row(self, row: Row) -> None:
        flow, edges, size, leading = self.flow, self.edges, self.size, self.leading
        sheet, top = flow.sheet, flow.y
        if row.grey:
            sheet.fill(edges[0], top - row.height, edges[-1] - edges[0], row.height, row.grey)
        self._edges_of(row)
        for cell in row.cells:
            face, rata, left, right = cell.face, cell.rata, edges[cell.first] + PAD_X, edges[cell.last + 1] - PAD_X
            y = top - self.pad_y - ASCENT * size
            if row.middle:
                spare = row.height - self._height(len(cell.lines))
                y -= spare / 2
            if rata == "kiri":
                sheet.lines(left, y, face, cell.size or size, leading, cell.lines)
                continue
            for line in cell.lines:
                if line:
                    free = right - left - face.measure(line, cell.size or size)
                    x = left + (free if rata == "kanan" else free / 2)
                    sheet.text(x, y, face, cell.size or size, line)
                y -= leading
        if row.pen:
            self._pen(row, top)
        flow.y = top - row.height
        sheet.rule(edges[0], flow.y, edges[-1], flow.y, RULE)

    def _edges_of(self, row: Row) -> None:
        """Interrupt the upright rules where a cell reaches over several columns, and take them up again after it."""
        hidden = {edge for cell in row.cells for edge in range(cell.first + 1, cell.last + 1)}
        if not hidden and self._whole:
            return
        for edge, start in enumerate(self._open):
            if edge in hidden:
                self._close(edge)
            elif start is None:
                self._open[edge] = self.flow.y
        self._whole = not hidden

    def _pen(self, row: Row, top: float) -> None:
        """The line for a wet signature: odd numbers in the left half of the cell, even ones in the right half."""
        column, size = self.pen_column, self.size
        left, right = self.edges[column], self.edges[column + 1]
        half = (right - left) / 2
        start = left + PAD_X if row.pen % 2 else left + half + PAD_X
        label = f"{row.pen}."
        y = top - row.height / 2 - size * 0.75
        face = self.flow.document.regular
        self.flow.sheet.text(start, y, face, size, label)
        self.flow.sheet.dotted(start + face.measure(label, size) + 2, start + half - 2 * PAD_X, y)


def last_glued(rows: Iterable[Row]) -> Iterator[Row]:
    """The same rows, the last of which stays with what comes after it."""
    waiting: Row | None = None
    for row in rows:
        if waiting:
            yield waiting
        waiting = row
    if waiting:
        waiting.glued = True
        yield waiting


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    group: list[Row] = []
    coming = iter(rows)
    while batch := list(islice(coming, BATCH)):
        for row in batch:
            group.append(row)
            if not row.glued:
                yield group
                group = []
    if group:
        yield group
