"""W6 Prioritas: the rules, the score sheets of the groups, and the ranking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.fields import DetailLine, TableView, with_detail
from ui.fields.committing import Pause
from ui.forum_page import ForumPage, enter_presses
from ui.prioritas.anchor_line import AnchorLine
from ui.prioritas.explain_panel import ExplainPanel
from ui.prioritas.model import Ranked, ScoreSheet
from ui.prioritas.pair_view import PairView
from ui.prioritas.places import Places
from ui.prioritas.ranking_part import RankingPart
from ui.prioritas.risk_line import with_risk
from ui.prioritas.rules import RulesPanel
from ui.prioritas.score_view import ScoreView
from ui.prioritas.table_columns import TableColumns
from ui.prioritas.tools import ScoreTools
from ui.say import Say
from ui.segments import Segments

BESIDE_LETTERS = 85


class PrioritasPage(ForumPage):
    """Rules, the sheets of the groups, and the ranking that follows."""

    kinds = frozenset({"usulan", "aturan", "skor", "undian", "forum", "kesepakatan"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.sheet = ScoreSheet(services.prioritas, services.penjelasan)
        self.parts = Segments(
            (
                ("aturan", self.tr("Aturan main")),
                ("skor", self.tr("Skor kelompok")),
                ("peringkat", self.tr("Peringkat")),
            )
        )
        self.rules = RulesPanel(services)
        self.tools = ScoreTools()
        self.grid = ScoreView(self.tr("Lembar skor"))
        self.ranking = TableView(self.tr("Peringkat"))
        self.grid_detail, self.ranking_detail = DetailLine(self.grid), DetailLine(self.ranking)
        self._explain: ExplainPanel | None = None
        self._pair_view: PairView | None = None
        framed = with_risk(self.ranking, with_detail(self.ranking, self.ranking_detail))
        self.ranking_part = RankingPart(services, say, self.sheet, self.ranking, framed)
        self.columns = TableColumns(self.sheet, self.grid, self.ranking, self)
        self.anchor_note = AnchorLine()
        scores = with_risk(self.grid, with_detail(self.grid, self.grid_detail))
        self.places = Places(self.rules, scores, self.ranking_part)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._part = "aturan"
        self._pause = Pause(self, self.commit)
        self._lay_out()
        self._connect()
        self.show_part("aturan")

    def title(self) -> str:
        return self.tr("Prioritas")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Aturan main</b>: kriteria, bobot, kelompok. Dikunci dengan dua saksi sebelum skor pertama.</p>"
            "<p><b>Skor kelompok</b>: angka <b>1-5</b> mengisi lalu pindah, panah berpindah, <b>titik</b> "
            "mengosongkan. Sel kosong berwarna; tombol <b>Kurang</b> melompat ke sel kosong pertama.</p>"
            "<p><b>Peringkat</b> muncul setelah semua kelompok mengisi. Nilai yang sama berbagi peringkat dan ditandai "
            "SERI. <b>Ctrl+E</b> menjelaskan hitungannya.</p>"
            "<p><b>Pilih cara lain</b> di aturan main memberi daftar cara: berbobot, USG, pilihan 1-2-3, tempel titik, "
            "dibandingkan dua-dua, dan lainnya, masing-masing dengan contoh hitungan.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self.sheet.read()
        self.rules.refresh(self.sheet.aturan)
        self._show_tables()
        if changes is None:
            self._hide_explain()
            self.show_part("skor" if self.sheet.aturan.terkunci else "aturan")
        else:
            self._arrange()

    def on_shown(self) -> None:
        if self.has_forum and self.part == "skor":
            self.grid.setFocus()

    def escape(self) -> bool:
        if not self._explaining:
            return False
        self.toggle_explain()
        return True

    def show_record(self, record: str) -> None:
        self.show_part("peringkat")
        self.ranking.select_record(record)

    @property
    def explain(self) -> ExplainPanel:
        """Kenapa urutan ini?, made when somebody first asks."""
        if self._explain is None:
            panel = self._explain = ExplainPanel(self.services.penjelasan)
            panel.closed.connect(self.toggle_explain)
            panel.worksheet_wanted.connect(lambda: self.go("dokumen", "lembar_hitung"))
            panel.hide()
            self.splitter.addWidget(panel)
            enter_presses(panel)
        return self._explain

    @property
    def _explaining(self) -> bool:
        return self._explain is not None and not self._explain.isHidden()

    def _hide_explain(self) -> None:
        if self._explain is not None:
            self._explain.hide()

    @property
    def pair_view(self) -> PairView:
        """The questions of a way that compares usulan two by two, made when there is such a way."""
        if self._pair_view is None:
            view = self._pair_view = PairView()
            view.answered.connect(self._on_answered)
            self.places.hold_pairs(view)
            enter_presses(view)
        return self._pair_view

    @property
    def part(self) -> str:
        """Which part is in front."""
        return self._part

    def show_part(self, key: str) -> None:
        """Rules, scores or ranking; what is typed is recorded first."""
        self.commit()
        self._part = key
        self._arrange()

    def _arrange(self) -> None:
        self.parts.mark(self._part)
        if self._part == "peringkat" and self.ranking.model() is not None:
            self.ranking.rows().reload()
        self.places.turn_to(self._part, self.sheet)
        self.tools.setVisible(self.places.scoring or self.places.ranking)
        self.tools.show_scoring(scoring=self.places.scoring)
        self.ranking_part.come(shown=self.places.ranking)
        self._show_anchors()
        if not (self.places.scoring_criteria or self.places.ranking):
            self._hide_explain()
        self._explain_current()

    def commit(self) -> None:
        """Record the rows that were typed."""
        self._pause.stop()
        if not self.sheet.pending:
            return
        try:
            self.sheet.commit()
        except RuleBroken as broken:
            self.sheet.forget()
            self._show_tables()
            self.say.trouble(broken)
        except Trouble as problem:
            self.say.trouble(problem, retry=self.commit)

    def settle(self) -> bool:
        self.commit()
        return super().settle() and not self.sheet.pending

    def choose_group(self, kelompok: str) -> None:
        """The sheet of another group."""
        self.commit()
        self.sheet.choose(kelompok)
        self._show_tables()

    def jump_to_missing(self) -> None:
        """The first empty cell of this group."""
        cell = next(self.sheet.missing(), None)
        if cell and "~" in cell[0]:
            self.pair_view.go_to(cell[0])
            self.pair_view.setFocus()
        elif cell:
            self.grid.go_to(*cell)
            self.grid.setFocus()

    def toggle_explain(self) -> None:
        """Ctrl+E."""
        if self.part == "aturan":
            self.show_part("peringkat")
            self.explain.show()
        else:
            self.explain.setVisible(not self._explaining)
        self._share_width()
        self._explain_current()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _lay_out(self) -> None:
        self.column.addWidget(self.parts)
        self.column.addWidget(self.tools)
        self.column.addWidget(self.anchor_note)
        self.column.addWidget(self.splitter, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.places)
        self.splitter.setStretchFactor(0, 1)
        self.places.settle_in()

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.places.rules_wanted.connect(lambda: self.show_part("aturan"))
        self.places.usulan_wanted.connect(lambda: self.go("usulan"))
        self.rules.problem.connect(self.attempt)
        self.rules.locked.connect(self._on_locked)
        self.tools.group.committed.connect(self.choose_group)
        self.tools.progress.clicked.connect(self.jump_to_missing)
        self.tools.explain_button.clicked.connect(self.toggle_explain)
        self.grid.scored.connect(self._on_scored)
        self.grid.commit_wanted.connect(self.commit)
        self.grid.cell_changed.connect(self._show_anchors)
        self.rules.failed.connect(lambda problem: self.say.trouble(problem, retry=self.rules.write))
        self.grid.refused.connect(
            lambda broken: self.say.warning(self.tr("Skor di sini hanya {batas}.").format(batas=broken.text))
        )
        self.grid.current_changed.connect(self._on_row)
        self.ranking.current_changed.connect(lambda _row: self._explain_current())
        self.ranking.opened.connect(lambda _row: self.toggle_explain())
        keys = QShortcut(QKeySequence("Ctrl+E"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.toggle_explain)

    def _show_tables(self) -> None:
        """New columns when the rules changed, else only new rows."""
        self.columns.follow_rules()
        self.grid.rows().reload()
        if self.sheet.aturan.cara.metode == "banding":
            self.pair_view.show_sheet(self.sheet)
        if self._part == "peringkat":
            self.ranking.rows().reload()
        self._show_progress()
        self._explain_current()

    def _show_progress(self) -> None:
        self.tools.show_sheet(self.sheet)
        self.ranking_part.refresh()

    def _on_scored(self, record: str, place: int, nilai: int | None) -> None:
        self.sheet.put(record, place, nilai)
        if None in self.sheet.scores(record):
            self._pause.restart()
        else:
            self.commit()  # a whole row counts at once: the hall may be watching the order
        if record in self.sheet.pending:
            model = self.grid.rows()
            row = model.place_of(record)
            model.dataChanged.emit(model.index(row, 0), model.index(row, model.columnCount() - 1))
            self._show_progress()

    def _on_answered(self, key: str, value: int | None) -> None:
        self.sheet.put(key, 0, value)
        self.commit()
        self._show_progress()

    def _show_anchors(self) -> None:
        place = self.grid.criterion() if self._part == "skor" and self.places.scoring_criteria else -1
        criteria = self.sheet.aturan.kriteria
        self.anchor_note.show_criterion(criteria[place] if 0 <= place < len(criteria) else None)

    def _on_row(self, row: Ranked | None) -> None:
        if row is not None and any(record != row.id for record in self.sheet.pending):
            self.commit()
        self._explain_current()

    def _on_locked(self) -> None:
        self.say.success(self.tr("Aturan terkunci. Skor dapat diisi."))
        self.show_part("skor")
        self.grid.go_to(*next(self.sheet.missing(), ("", 0)))
        self.grid.setFocus()

    def _explain_current(self) -> None:
        if not self._explaining:
            return
        table = self.ranking if self.part == "peringkat" else self.grid
        row = table.current()
        self.explain.explain(self.sheet, row.id if row else "")

    def _share_width(self) -> None:
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        self.places.setVisible(letters >= BESIDE_LETTERS or not self._explaining)
        wide = self.splitter.width()
        self.splitter.setSizes([round(wide * 0.62), round(wide * 0.38)])
