"""The columns of the score grid and of the ranking follow the rules."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.fields import TableView
from ui.prioritas.columns import ranking_columns, score_columns
from ui.prioritas.model import Ranked, ScoreSheet
from ui.prioritas.score_view import STRETCH, ScoreView
from ui.table import RowsModel

FEWEST_LETTERS = 10
"""What a title keeps beside its scores; the whole title stands below the sheet."""


class TableColumns:
    """Gives both tables new columns when the criteria or the way of scoring changed, and else leaves them."""

    def __init__(self, sheet: ScoreSheet, grid: ScoreView, ranking: TableView, owner: QObject) -> None:
        self._sheet, self._grid, self._ranking, self._owner = sheet, grid, ranking, owner
        self._kept: tuple[object, ...] = ()

    def follow_rules(self) -> None:
        """Call it when the rules were read."""
        shape, cara = self._sheet.aturan.kriteria, self._sheet.aturan.cara
        if (shape, cara) == self._kept and self._grid.model() is not None:
            return
        self._kept = (shape, cara)
        scores: RowsModel[Ranked] = RowsModel(
            score_columns(self._sheet), lambda _sort, _down: self._sheet.scoring_rows(), parent=self._owner
        )
        ranks: RowsModel[Ranked] = RowsModel(
            ranking_columns(self._sheet), lambda _sort, _down: self._sheet.ranking_rows(), parent=self._owner
        )
        self._grid.set_model(scores, stretch=STRETCH, folds=("peringkat", "nilai"), least=FEWEST_LETTERS)
        self._grid.use_criteria(shape)
        points = [kriteria.id for kriteria in reversed(shape)]
        self._ranking.set_model(
            ranks, stretch="judul", gives_way={"dusun": (10, 24)}, folds=("sebaran", "dusun", *points)
        )
