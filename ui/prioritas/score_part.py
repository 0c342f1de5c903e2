"""The sheet of one group as a table, with the lines that belong to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Kriteria
from ui.fields import DetailLine
from ui.prioritas.columns import score_columns
from ui.prioritas.model import Ranked, ScoreSheet
from ui.prioritas.risk_line import RiskLine
from ui.prioritas.score_view import STRETCH, ScoreView
from ui.prioritas.typed_rows import TypedRows
from ui.say import Say
from ui.table import RowsModel

FEWEST_LETTERS = 10
"""What a title keeps beside its scores; the whole title stands below the sheet."""


class ScorePart(QWidget):
    """Digits fill the sheet. Made when scores are first shown."""

    moved = Signal()
    """the cursor came to another row or cell"""
    waiting = Signal()
    """a score was typed that is not recorded yet"""

    def __init__(self, sheet: ScoreSheet, typed: TypedRows, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._typed, self._say = sheet, typed, say
        self._rules: tuple[object, ...] = ()
        self.grid = ScoreView(self.tr("Lembar skor"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addWidget(DetailLine(self.grid, self))
        column.addWidget(RiskLine(self.grid, self))
        self.grid.scored.connect(self._on_scored)
        self.grid.commit_wanted.connect(typed.commit)
        self.grid.cell_changed.connect(self.moved)
        self.grid.current_changed.connect(self._on_row)
        self.grid.refused.connect(self._refuse)
        self.read()

    def read(self) -> None:
        """New columns when the rules changed, else only new rows."""
        shape, cara = self._sheet.aturan.kriteria, self._sheet.aturan.cara
        if (shape, cara) == self._rules:
            self.grid.rows().reload()
            return
        self._rules = (shape, cara)
        scores: RowsModel[Ranked] = RowsModel(
            score_columns(self._sheet), lambda _sort, _down: self._sheet.scoring_rows(), parent=self
        )
        scores.reload()
        self.grid.set_model(scores, stretch=STRETCH, folds=("peringkat", "nilai"), least=FEWEST_LETTERS)
        self.grid.use_criteria(shape)

    @property
    def criterion(self) -> Kriteria | None:
        """The criterion under the cursor."""
        place, criteria = self.grid.criterion(), self._sheet.aturan.kriteria
        return criteria[place] if 0 <= place < len(criteria) else None

    def go_to(self, record: str, place: int) -> None:
        """Put the cursor into one cell."""
        self.grid.go_to(record, place)
        self.grid.setFocus()

    def _on_scored(self, record: str, place: int, nilai: int | None) -> None:
        if self._typed.put(record, place, nilai):
            return
        model = self.grid.rows()
        row = model.place_of(record)
        model.dataChanged.emit(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self.waiting.emit()

    def _on_row(self, row: Ranked | None) -> None:
        if row is not None:
            self._typed.leave(row.id)
        self.moved.emit()

    def _refuse(self, broken: RuleBroken) -> None:
        self._say.warning(self.tr("Skor di sini hanya {batas}.").format(batas=broken.text))
