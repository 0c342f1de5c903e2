"""Peringkat langsung: the order while the scores come in."""

from __future__ import annotations

from functools import lru_cache

from musrenbang_desktop.services.layar import BarisPeringkat
from ui.layar.board import Board
from ui.layar.daftar import Cell, Column, Row, draw_rows
from ui.layar.scene import Scene, tr
from ui.nilai_text import any_decimals, column_text

#: Places with a coloured number.
MEDALS = 3


class PeringkatScene(Scene):
    """Ranked usulan best first, then those whose scores are not complete."""

    key = "peringkat"
    kinds = frozenset({"skor", "aturan", "usulan", "forum"})

    def name(self) -> str:
        return tr("Peringkat")

    def read(self) -> None:
        self._rank = self.services.layar.peringkat()

    def draw(self, board: Board, page: int) -> int:
        rank = self._rank
        ranked = [row for row in rank.baris if row.peringkat is not None]
        board.strip(self.name(), tr("{n} dari {semua} usulan").format(n=len(ranked), semua=len(rank.baris)))
        if not rank.kelompok:
            board.message(tr("Aturan main belum dikunci"), tr("Peringkat muncul setelah semua kelompok menilai."))
            return 1
        share = rank.terisi * 100 // rank.semua if rank.semua else 0
        board.foot(tr("Nilai terisi {persen}% dari {n} kelompok").format(persen=share, n=rank.kelompok))
        if not rank.baris:
            board.message(tr("Belum ada usulan"))
            return 1
        decimals = any_decimals(row.nilai for row in rank.baris)
        columns = (Column(2.4, "tengah"), Column(0, lines=2), Column(3.6, "kanan"))
        return draw_rows(board, columns, [_row(row, decimals=decimals) for row in rank.baris], page)


@lru_cache(maxsize=1024)
def _row(row: BarisPeringkat, *, decimals: bool) -> Row:
    if row.peringkat is None:
        below = tr("menunggu {n} nilai").format(n=row.kurang)
        return Row((Cell("-", "muted"), Cell(row.usulan.judul, "muted"), Cell("")), below=Cell(below, "muted"))
    first = row.peringkat <= MEDALS
    cells = (
        Cell(f"{row.peringkat}{'=' if row.seri else ''}", "accent_text" if first else "text", "kuat"),
        Cell(row.usulan.judul, weight="tebal" if first else "biasa"),
        Cell(column_text(row.nilai, decimals=decimals), weight="kuat"),
    )
    below = " · ".join(filter(None, (row.usulan.dusun, tr("SERI") if row.seri else "")))
    return Row(
        cells,
        bar=row.bagian,
        badge="accent" if first else "",
        below=Cell(below, "warning" if row.seri else "muted") if below else None,
    )
