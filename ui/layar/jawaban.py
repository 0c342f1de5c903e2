"""Jawaban tahun lalu: what became of the usulan of the last forum, with the reason."""

from __future__ import annotations

from musrenbang_desktop.services.kata_jawaban import putusan
from musrenbang_desktop.services.layar import BarisJawaban, Golongan
from ui.layar.board import Board
from ui.layar.daftar import Cell, Column, Row, draw_rows
from ui.layar.scene import Scene, tr

#: kind of answer -> (mark, colour): colour, shape and words say the same.
_MARKS: dict[Golongan, tuple[str, str]] = {
    "diterima": ("✓", "success"),
    "ditunda": ("…", "warning"),
    "ditolak": ("✕", "danger"),
    "lain": ("·", "muted"),
}


class JawabanScene(Scene):
    """Answered usulan, the accepted ones first."""

    key = "jawaban"
    kinds = frozenset({"jawaban", "kabar", "usulan", "forum", "paket"})

    def name(self) -> str:
        return tr("Jawaban tahun lalu")

    def read(self) -> None:
        self._answers = self.services.layar.jawaban_tahun_lalu()

    def draw(self, board: Board, page: int) -> int:
        found = self._answers
        board.strip(tr("Jawaban usulan {tahun}").format(tahun=found.tahun) if found.tahun else self.name())
        if not found.baris:
            board.message(tr("Belum ada jawaban tahun lalu yang tercatat"))
            return 1
        words = tr("Diterima {a} · ditunda {b} · tidak diterima {c} · belum dijawab {d}").format(
            a=found.jumlah("diterima"), b=found.jumlah("ditunda"), c=found.jumlah("ditolak"), d=found.belum
        )
        board.top += board.text(
            board.left, board.top, board.right - board.left, words, weight="tebal", colour=board.colours.accent, lines=2
        )
        board.top += board.unit * 0.35
        board.foot(tr("Semua jawaban: {n}").format(n=len(found.baris)))
        columns = (Column(1.2, "tengah"), Column(0, lines=2))
        rows = [_row(row) for row in sorted(found.baris, key=lambda row: (list(_MARKS).index(row.golongan), row.label))]
        return draw_rows(board, columns, rows, page)


def _row(row: BarisJawaban) -> Row:
    mark, colour = _MARKS[row.golongan]
    answer = row.kata or putusan(row.tingkat, row.putusan)
    below = f"{answer}: {row.alasan}" if row.alasan else answer
    return Row(
        (Cell(mark, colour, "kuat"), Cell(row.judul, weight="tebal")),
        below=Cell(below, colour),
        inline=False,
    )
