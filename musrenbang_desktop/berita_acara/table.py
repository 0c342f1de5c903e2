"""Tables with wrapped cells that run over many sheets: what falls into which lines of a cell, and how high a row is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from musrenbang_desktop.berita_acara.flow import Flow
from musrenbang_desktop.berita_acara.grid import PAD_Y, Cell, Grid, Row
from musrenbang_desktop.berita_acara.sheet import MM
from musrenbang_desktop.berita_acara.table_drawing import TableDrawing
from musrenbang_desktop.berita_acara.typeface import NBSP, Typeface
from musrenbang_desktop.domain.profile import Kolom


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
        self.min_height = min_height_mm * MM
        scale = flow.width * share / sum(column.lebar_mm for column in columns)
        edges = [flow.left]
        for column in columns:
            edges.append(edges[-1] + column.lebar_mm * scale)
        pen_column = next((i for i, column in enumerate(columns) if column.isi == "tanda_tangan"), -1)
        self.grid = Grid(edges, flow.huruf.tabel, pad_y, pen_column)
        self._room = [self.grid.width(i, i) for i in range(len(columns))]
        self._head = self._heads(letters)

    def draw(self, rows: Iterable[Row], *, below: float = 0.0) -> None:
        """Draw all rows, over as many sheets as they take; the last ones stay on the sheet of the *below* points.

        They may be made while they are drawn, which takes a fraction of the memory of a long list.
        """
        TableDrawing(self.flow, self.grid, self._head).draw(rows, below=below)

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
        return Row(cells, max(self.grid.height(most), self.min_height), middle=self.min_height > 0, pen=pen)

    def band(self, text: str) -> Row:
        """A heading across all columns; it stays with the row below it."""
        row = self._spanned([(0, len(self.columns) - 1, text, "kiri")])
        row.glued, row.grey = True, 0.95
        return row

    def notice(self, text: str) -> Row:
        """A word across all columns, as NIHIL for a table without rows."""
        row = self._spanned([(0, len(self.columns) - 1, text, "tengah")])
        row.height += 2 * self.grid.pad_y
        row.middle = True
        return row

    def note(self, text: str) -> Row:
        """A sentence across all columns; it stays with the row above it where that one is glued."""
        width = self.grid.width(0, len(self.columns) - 1)
        face = self.flow.document.regular
        cell = Cell(0, len(self.columns) - 1, face.wrap(text, width, self.grid.size), face, "kiri")
        return Row([cell], self.grid.height(len(cell.lines)))

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
                cells.append(self._wrapped(text, first, last, face, rata, self.grid.width(first, last)))
        return Row(cells, self.grid.height(max(len(cell.lines) for cell in cells)))

    def _wrapped(self, text: str, first: int, last: int, face: Typeface, rata: str, width: float) -> Cell:
        """A text in lines; in smaller letters where an amount or a word in it would be cut otherwise."""
        usual, size = self.grid.size, 0.0
        lines = face.wrap(text, width, usual)
        if len(lines) > 1:
            small = face.word_size(text, width, usual)
            if "." in text:
                small = min(small, face.amount_size(text, width, usual))
            if small < usual:
                size, lines = small, face.wrap(text, width, small)
        return Cell(first, last, lines, face, rata, size)

    def _small(self, text: str, first: int, last: int, face: Typeface) -> bool:
        """Whether this is one amount that its column cannot hold: it is never divided, since half of it is another."""
        size, width = self.grid.size, self.grid.width(first, last)
        return (
            " " not in text
            and "\n" not in text
            and len(text) * size * 0.56 > width
            and face.measure(text, size) > width
        )

    def _amount(self, text: str, first: int, last: int, face: Typeface) -> Cell:
        """An amount in letters so small that it stands in one line."""
        size = self.grid.size * self.grid.width(first, last) / face.measure(text, self.grid.size)
        return Cell(first, last, (text,), face, "kanan", size)

    def _heads(self, letters: str) -> list[Row]:
        face = self.flow.document.bold
        cells = [
            Cell(i, i, face.wrap(column.judul, self._room[i], self.grid.size), face, "tengah")
            for i, column in enumerate(self.columns)
        ]
        height = self.grid.height(max(len(cell.lines) for cell in cells)) + self.grid.pad_y
        rows = [Row(cells, height, middle=True, grey=0.91)]
        if letters:
            marks = [
                column.nomor or (chr(ord("a") + i) if letters == "huruf" else f"({i + 1})")
                for i, column in enumerate(self.columns)
            ]
            italic = self.flow.document.italic
            cells = [Cell(i, i, (mark,), italic, "tengah") for i, mark in enumerate(marks)]
            rows.append(Row(cells, self.grid.height(1) - self.grid.pad_y, middle=True))
        return rows


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
