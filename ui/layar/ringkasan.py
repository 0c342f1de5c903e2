"""Ringkasan: the village on one picture, the same figures as on the page for the participants."""

from __future__ import annotations

from collections.abc import Sequence

from musrenbang_desktop.domain.gambaran import Golongan, rupiah_singkat, sebanyak
from ui.layar.board import Board
from ui.layar.scene import WIDE, Scene, on_page, present, present_short, tr

#: Sizes of the great figures, the largest that fits is taken.
_SIZES = (1.8, 1.6, 1.4, 1.2, 1.0)


def _known(amount: int | None) -> str:
    """An amount for the hall; a question mark where nobody knows it."""
    return "?" if amount is None else rupiah_singkat(amount)


class RingkasanScene(Scene):
    """Four figures, and where the usulan come from."""

    key = "ringkasan"
    kinds = frozenset({"usulan", "peserta", "forum"})

    def name(self) -> str:
        return tr("Ringkasan")

    def read(self) -> None:
        self._found = self.services.layar.gambaran()

    def draw(self, board: Board, page: int) -> int:
        found = self._found
        board.strip(found.forum.sebutan, str(found.forum.tahun_rencana))
        board.foot(present(found.hadir), present_short(found.hadir))
        self._figures(board)
        wide = board.width / board.height >= WIDE
        views = [(tr("Usulan tiap dusun"), found.per_dusun), (tr("Usulan tiap bidang"), found.per_bidang)]
        if wide:
            half = (board.right - board.left - board.unit) / 2
            for number, (title, groups) in enumerate(views):
                _bars(board, title, groups, board.left + number * (half + board.unit), half)
            return 1
        page = on_page(page, views)
        _bars(board, *views[page], board.left, board.right - board.left)
        board.page_mark(page, len(views))
        return len(views)

    def _figures(self, board: Board) -> None:
        found, now = self._found, board.colours
        figures = [
            (str(found.usulan), tr("usulan")),
            (_known(found.biaya_dikenal), tr("perkiraan biaya")),
            (_known(found.forum.pagu), tr("pagu")),
        ]
        gap = board.unit * 0.5
        width = (board.right - board.left - gap * (len(figures) - 1)) / len(figures)
        room = width - board.unit * 0.5
        size = next((s for s in _SIZES if all(board.measure(value, s, "kuat") <= room for value, _ in figures)), 1.0)
        height = board.line(size) + board.line() + board.unit * 0.5
        for number, (value, words) in enumerate(figures):
            x = board.left + number * (width + gap)
            board.box(x, board.top, width, height, now.accent_soft, round_=0.3)
            y = board.top + board.unit * 0.2
            y += board.text(x, y, width, value, size=size, weight="kuat", colour=now.accent, side="tengah")
            board.text(x, y, width, words, colour=now.text, side="tengah")
        board.top += height + board.unit * 0.4


def _bars(board: Board, title: str, groups: Sequence[Golongan], x: float, width: float) -> None:
    row = board.line() + board.unit * 0.48
    y = board.top + board.text(x, board.top, width, title, weight="kuat", size=1.1) + board.unit * 0.1
    fits = max(2, int((board.bottom - y) / row))
    shown = sebanyak(groups, fits, tr("Lainnya"))
    most = max((group.usulan for group in shown), default=1)
    count = board.unit * 1.8
    for group in shown:
        board.text(x, y, width - count, group.nama)
        used = board.text(x + width - count, y, count, str(group.usulan), weight="kuat", side="kanan")
        board.bar(x, y + used + board.unit * 0.02, width, board.unit * 0.26, group.usulan / most)
        y += row
