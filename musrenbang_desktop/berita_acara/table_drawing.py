"""A table on its sheets: heads repeat, rows stay whole, upright rules stop where a cell reaches over columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from musrenbang_desktop.berita_acara.flow import ASCENT, Flow
from musrenbang_desktop.berita_acara.grid import PAD_X, Cell, Grid, Row

RULE = 0.5
#: Rows made at once: one by one they would take a sixth more time, all of them more memory than all else.
BATCH = 100


class TableDrawing:
    """One table while it is drawn, from its *head* to its last row."""

    def __init__(self, flow: Flow, grid: Grid, head: Sequence[Row]) -> None:
        self.flow = flow
        self.grid = grid
        self.head = head
        self._open: list[float | None] = [None] * len(grid.edges)
        self._whole = True

    def draw(self, rows: Iterable[Row], *, below: float = 0.0) -> None:
        """Draw all rows, over as many sheets as they take; the last ones stay on the sheet of the *below* points.

        They may be made while they are drawn, which takes a fraction of the memory of a long list.
        """
        flow = self.flow
        head = sum(row.height for row in self.head)
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
        self.flow.sheet.rule(self.grid.edges[0], self.flow.y, self.grid.edges[-1], self.flow.y, RULE)
        self._open = [self.flow.y] * len(self.grid.edges)
        self._whole = True
        for row in self.head:
            self._row(row)

    def _end(self) -> None:
        for edge in range(len(self.grid.edges)):
            self._close(edge)

    def _turn(self) -> None:
        self._end()
        self.flow.new_sheet()
        self._begin()

    def _close(self, edge: int) -> None:
        start = self._open[edge]
        if start is not None and start > self.flow.y:
            self.flow.sheet.rule(self.grid.edges[edge], start, self.grid.edges[edge], self.flow.y, RULE)
        self._open[edge] = None

    def _split(self, row: Row, whole: float) -> None:
        """A row that is taller than a sheet goes on where it was cut, line by line."""
        most = max(len(cell.lines) for cell in row.cells)
        done = 0
        while done < most:
            fits = self.grid.lines_in(self.flow.room)
            if fits < min(3, most - done) and self.flow.room < whole:
                self._turn()
                fits = self.grid.lines_in(self.flow.room)
            fits = max(fits, 1)
            cells = [
                Cell(cell.first, cell.last, cell.lines[done : done + fits], cell.face, cell.rata, cell.size)
                for cell in row.cells
            ]
            height = self.grid.height(min(fits, most - done))
            self._row(Row(cells, height, grey=row.grey, pen=row.pen if not done else 0))
            done += fits

    def _row(self, row: Row) -> None:
        flow, grid = self.flow, self.grid
        edges, size, leading = grid.edges, grid.size, grid.leading
        sheet, top = flow.sheet, flow.y
        if row.grey:
            sheet.fill(edges[0], top - row.height, edges[-1] - edges[0], row.height, row.grey)
        self._edges_of(row)
        for cell in row.cells:
            face, rata, left, right = cell.face, cell.rata, edges[cell.first] + PAD_X, edges[cell.last + 1] - PAD_X
            y = top - grid.pad_y - ASCENT * size
            if row.middle:
                spare = row.height - grid.height(len(cell.lines))
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
        column, size = self.grid.pen_column, self.grid.size
        left, right = self.grid.edges[column], self.grid.edges[column + 1]
        half = (right - left) / 2
        start = left + PAD_X if row.pen % 2 else left + half + PAD_X
        label = f"{row.pen}."
        y = top - row.height / 2 - size * 0.75
        face = self.flow.document.regular
        self.flow.sheet.text(start, y, face, size, label)
        self.flow.sheet.dotted(start + face.measure(label, size) + 2, start + half - 2 * PAD_X, y)


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
