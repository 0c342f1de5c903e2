"""The ranking with what stands above it: what is missing, votes that cannot be, the safeguard, and the lot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import DetailLine, FlowLayout, TableView
from ui.forum_page import enter_presses
from ui.prioritas.columns import ranking_columns
from ui.prioritas.lot_card import LotCard
from ui.prioritas.model import Ranked, ScoreSheet
from ui.prioritas.notes import excess_words, guard_words, limit_words
from ui.prioritas.risk_line import RiskLine
from ui.say import Say
from ui.sentences import sentence
from ui.table import RowsModel
from ui.theme import look


class RankingPart(QWidget):
    """All usulan, best first. Made when somebody first looks at the ranking."""

    def __init__(self, services: Layanan, say: Say, sheet: ScoreSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._say, self._sheet = services, say, sheet
        self._rules: tuple[object, ...] = ()
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        look(self.note, "redup")
        self._lot: LotCard | None = None
        self.lot_button = QPushButton(self.tr("Catat undian"), self)
        self.lot_button.clicked.connect(self._ask_lot)
        above = FlowLayout(gap=8)
        above.add(self.note, 1, 30)
        above.add(self.lot_button)
        self.table = TableView(self.tr("Peringkat"), self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(DetailLine(self.table, self))
        column.addWidget(RiskLine(self.table, self))
        self.read()

    @property
    def lot(self) -> LotCard:
        """The card of a lot, made when the first is drawn."""
        if self._lot is None:
            lot = self._lot = LotCard(self._services)
            lot.hide()
            lot.closed.connect(lot.hide)
            lot.drawn.connect(self._record_lot)
            self._column.insertWidget(1, lot)
            enter_presses(lot)
        return self._lot

    def read(self) -> None:
        """New columns when the rules changed, else only new rows; then the lines above them."""
        shape, cara = self._sheet.aturan.kriteria, self._sheet.aturan.cara
        if (shape, cara) == self._rules:
            self.table.rows().reload()
        else:
            self._rules = (shape, cara)
            ranks: RowsModel[Ranked] = RowsModel(
                ranking_columns(self._sheet), lambda _sort, _down: self._sheet.ranking_rows(), parent=self
            )
            ranks.reload()
            points = [kriteria.id for kriteria in reversed(shape)]
            self.table.set_model(
                ranks, stretch="judul", gives_way={"dusun": (10, 24)}, folds=("sebaran", "dusun", *points)
            )
        self.refresh()

    def refresh(self) -> None:
        """What is missing, what cannot be, what the safeguard changes."""
        sheet = self._sheet
        total = sum(sheet.missing_in(item.id) for item in sheet.aturan.kelompok)
        state = (
            self.tr("Belum lengkap: masih kurang {n} isian dari semua kelompok.").format(n=total)
            if total
            else self.tr("Semua kelompok sudah mengisi. Peringkat yang sama ditandai SERI.")
        )
        guarded = guard_words(sheet, self._services.penjelasan) if sheet.aturan.cara.pengaman else ""
        limits = limit_words(sheet, self._services.penjelasan)
        self.note.setText("\n".join(filter(None, (state, limits, excess_words(sheet), guarded))))

    def come(self, *, shown: bool) -> None:
        """The part comes to the front or leaves it; a lot is offered only where a rank is shared."""
        self.lot_button.setVisible(shown and bool(self._sheet.hasil.seri))
        if not shown and self._lot is not None:
            self._lot.hide()

    def _ask_lot(self) -> None:
        row = self.table.current()
        shared = [ids[0] for ids in self._sheet.hasil.seri]
        record = row.id if row and row.baris.seri else (shared or [""])[0]
        self.lot.ask(self._sheet, record)

    def _record_lot(self, order: Sequence[str], witnesses: Sequence[str]) -> None:
        try:
            self._services.prioritas.undi(order, witnesses)
        except RuleBroken as broken:
            self.lot.explain(sentence(broken))
        except Trouble as problem:
            self._say.trouble(problem)
        else:
            self.lot.forget()
            self.lot.hide()
            self._say.success(self.tr("Undian dicatat."))
