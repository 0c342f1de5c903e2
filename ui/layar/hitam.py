"""Hitam: nothing to see, for a prayer, a break, or a word that needs no picture."""

from __future__ import annotations

from ui.layar.board import Board
from ui.layar.scene import Scene, tr


class HitamScene(Scene):
    """A black picture."""

    key = "hitam"

    def name(self) -> str:
        return tr("Layar hitam")

    def draw(self, board: Board, _page: int) -> int:
        board.background = "#000000"
        return 1
