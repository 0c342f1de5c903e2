"""Usulan per dusun: what each dusun brought, by number, as it was read out."""

from __future__ import annotations

from PySide6.QtCore import QSizeF

from musrenbang_desktop.domain.rupiah import format_rupiah
from ui.layar.board import Board
from ui.layar.daftar import Cell, Column, Row, draw_rows
from ui.layar.scene import WIDE, Scene, on_page, tr


class UsulanScene(Scene):
    """One dusun after the other; a page never holds two."""

    key = "usulan"
    kinds = frozenset({"usulan", "forum"})

    def name(self) -> str:
        return tr("Usulan per dusun")

    def read(self) -> None:
        self._groups = self.services.layar.usulan_per_dusun()
        self._all = sum(len(rows) for _, rows in self._groups)

    def draw(self, board: Board, page: int) -> int:
        if not self._groups:
            board.strip(self.name())
            board.message(tr("Belum ada usulan"))
            return 1
        counted = [(place, self._pages(board, place)) for place in range(len(self._groups))]
        whole = [(place, inner) for place, pages in counted for inner in range(pages)]
        page = on_page(page, whole)
        self._draw(board, *whole[page])
        board.page_mark(page, len(whole))
        return len(whole)

    def _pages(self, board: Board, place: int) -> int:
        """How many pages a dusun takes: laid out on a board that nobody sees."""
        return self._draw(Board(QSizeF(board.width, board.height), board.colours), place, 0)

    def _draw(self, board: Board, place: int, inner: int) -> int:
        dusun, usulan = self._groups[place]
        board.strip(dusun, tr("{n} usulan").format(n=len(usulan)))
        board.foot(tr("Semua usulan: {n}").format(n=self._all))
        narrow = board.width / board.height < WIDE
        columns = [Column(3.2), Column(0, lines=2)]
        if not narrow:
            columns.append(Column(8.0, "kanan"))
        rows = []
        for one in usulan:
            cost = format_rupiah(one.biaya) if one.biaya is not None else ""
            place_words = one.tempat.removeprefix(dusun).strip()
            cells = [Cell(one.label, "accent", "tebal"), Cell(one.judul)]
            if not narrow:
                cells.append(Cell(cost, weight="tebal"))
            below = " · ".join(part for part in (place_words, cost if narrow else "") if part)
            rows.append(Row(tuple(cells), below=Cell(below, "muted") if below else None))
        return draw_rows(board, columns, rows, inner, marked=False)
