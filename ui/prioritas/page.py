"""W6 Prioritas: the rules, the score sheets of the groups, and the ranking."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.closed_note import ADDENDUM, ClosedNote, allow
from ui.fields import TableView
from ui.fields.tab_order import follow
from ui.forum_page import ForumPage
from ui.prioritas.anchor_line import AnchorLine
from ui.prioritas.explain_beside import ExplainBeside
from ui.prioritas.explain_panel import ExplainPanel
from ui.prioritas.late_parts import LateParts
from ui.prioritas.model import ScoreSheet
from ui.prioritas.pair_view import PairView
from ui.prioritas.places import Places, Scrolling
from ui.prioritas.ranking_part import RankingPart
from ui.prioritas.rules import RulesPanel
from ui.prioritas.score_view import ScoreView
from ui.prioritas.tools import ScoreTools
from ui.prioritas.typed_rows import TypedRows
from ui.say import Say
from ui.segments import Segments


class PrioritasPage(ForumPage):
    """Rules, the sheets of the groups, and the ranking that follows. A part is made when it is first looked at."""

    kinds = frozenset({"usulan", "aturan", "skor", "undian", "forum", "kesepakatan", "segel"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.sheet = ScoreSheet(services.prioritas, services.penjelasan)
        self.typed = TypedRows(self.sheet, say, self)
        self.parts = Segments(
            (
                ("aturan", self.tr("Aturan main")),
                ("skor", self.tr("Skor kelompok")),
                ("peringkat", self.tr("Peringkat")),
            ),
            self.body,
        )
        nothing = self.tr("aturan main dan skor tidak dapat diubah")
        self.closed = ClosedNote(services, nothing, lambda: self.go("kesepakatan", ADDENDUM), self.body)
        self.tools = ScoreTools(self.body)
        self.anchor_note = AnchorLine(self.body)
        self.beside = ExplainBeside(services.penjelasan, self.body)
        self.late = LateParts(services, say, self.sheet, self.typed)
        self.places = Places({"aturan": lambda: self._rules_area, **self.late.makers()}, self.beside)
        self.late.stand_in(self.places)
        self._rules_area = Scrolling(self.places)
        self.rules = RulesPanel(services, self._rules_area.viewport())
        self._part = "aturan"
        self._counted = False
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
        self.typed.taking = not self.closed.refresh()
        allow(self.rules.unlock_button, allowed=self.typed.taking)
        self._outdated()
        if changes is None:
            self.beside.explain(shown=False)
            self.show_part("skor" if self.sheet.aturan.terkunci else "aturan")
        else:
            self._arrange()

    def on_shown(self) -> None:
        if self.has_forum and self.places.place == "skor":
            self.grid.setFocus()

    def escape(self) -> bool:
        if not self.beside.explaining:
            return False
        self.toggle_explain()
        return True

    def show_record(self, record: str) -> None:
        if not self.has_forum:
            return
        self.show_part("peringkat")
        if self.places.place == "peringkat":
            self.ranking.select_record(record)

    def record_of(self, row: object) -> str:
        """The usulan of a row, the pair that is asked about; else the rules."""
        forum = self.services.desk.forum_id
        if self.part == "skor" and self.places.place == "banding":
            return f"{forum}.{self.sheet.kelompok}#skor#{self.pair_view.key}"
        return super().record_of(row) or f"{forum}.aturan"

    @property
    def explain(self) -> ExplainPanel:
        """Kenapa urutan ini?"""
        return self.beside.panel

    @property
    def grid(self) -> ScoreView:
        """The table of scores."""
        return self.late.scores.grid

    @property
    def ranking_part(self) -> RankingPart:
        """The ranking, with what is told above it."""
        return self.late.ranking

    @property
    def ranking(self) -> TableView:
        """Its table."""
        return self.late.ranking.table

    @property
    def pair_view(self) -> PairView:
        """The questions of a way that compares usulan two by two."""
        return self.late.pairs

    @property
    def part(self) -> str:
        """Which part is in front."""
        return self._part

    def show_part(self, key: str) -> None:
        """Rules, scores or ranking; what is typed is recorded first."""
        self.commit()
        self._part = key
        self._arrange()

    def commit(self) -> None:
        """Record the rows that were typed."""
        self.typed.commit()

    def settle(self) -> bool:
        self.commit()
        return super().settle() and not self.sheet.pending

    def choose_group(self, kelompok: str) -> None:
        """The sheet of another group."""
        self.commit()
        self.sheet.choose(kelompok)
        self._read_again()

    def jump_to_missing(self) -> None:
        """The first empty cell of this group."""
        cell = next(self.sheet.missing(), None)
        if cell and "~" in cell[0]:
            self.pair_view.go_to(cell[0])
            self.pair_view.setFocus()
        elif cell:
            self.late.scores.go_to(*cell)

    def toggle_explain(self) -> None:
        """Ctrl+E: what is not a row of usulan is explained in the ranking, once there is one."""
        if not self.has_forum:
            return
        wanted = not self.beside.explaining
        if self.places.place not in ("skor", "peringkat"):
            self.show_part("peringkat")
            wanted = self.places.place == "peringkat"
        self.beside.explain(shown=wanted)
        self._explain_current()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        for widget in (self.closed, self.parts, self.tools):
            self.column.addWidget(widget)
        self.column.addWidget(self.anchor_note)
        self.column.addWidget(self.beside, 1)
        self.beside.addWidget(self.places)
        self.beside.setStretchFactor(0, 1)
        self._rules_area.hold(self.rules)

    def _connect(self) -> None:
        bar = self._rules_area.verticalScrollBar()
        self.parts.chosen.connect(self.show_part)
        self.typed.given_up.connect(self._read_again)
        self.places.rules_wanted.connect(lambda: self.show_part("aturan"))
        self.places.usulan_wanted.connect(lambda: self.go("usulan"))
        self.places.made.connect(self._explain_comes_last)
        self.late.moved.connect(self._on_moved)
        self.late.waiting.connect(self._show_progress)
        self.late.explain_wanted.connect(self.toggle_explain)
        self.beside.closed.connect(self.toggle_explain)
        self.beside.worksheet_wanted.connect(lambda: self.go("dokumen", "lembar_hitung"))
        self.rules.problem.connect(self.attempt)
        self.rules.locked.connect(self._on_locked)
        self.rules.failed.connect(lambda problem: self.say.trouble(problem, retry=self.rules.write))
        self.rules.begun.connect(lambda: QTimer.singleShot(0, bar, lambda: bar.setValue(0)))
        self.tools.group.committed.connect(self.choose_group)
        self.tools.progress.clicked.connect(self.jump_to_missing)
        self.tools.explain_button.clicked.connect(self.toggle_explain)
        keys = QShortcut(QKeySequence("Ctrl+E"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.toggle_explain)

    def _arrange(self) -> None:
        """The part that is wanted comes to the front, as the records stand."""
        self.parts.mark(self._part)
        self.places.turn_to(self._part, self.sheet)
        scoring, ranking = self.places.scoring, self.places.place == "peringkat"
        self.tools.setVisible(scoring or ranking)
        self.tools.show_scoring(scoring=scoring)
        if self.places.place not in ("skor", "peringkat"):
            self.beside.explain(shown=False)
        self._bring_up_to_date()

    def _outdated(self) -> None:
        self._counted = False
        self.late.outdated()

    def _bring_up_to_date(self) -> None:
        """What is in front and was not read since the last change."""
        self.late.bring_up_to_date(self.places.place)
        if not self._counted and not self.tools.isHidden():
            self._counted = True
            self.tools.show_sheet(self.sheet)
        self._on_moved()

    def _read_again(self) -> None:
        """Other rows are to be shown, or what was typed is gone."""
        self._outdated()
        self._bring_up_to_date()

    def _show_progress(self) -> None:
        self.tools.show_sheet(self.sheet)

    def _on_moved(self) -> None:
        here = self.places.place == "skor"
        self.anchor_note.show_criterion(self.late.scores.criterion if here else None)
        self._explain_current()

    def _on_locked(self) -> None:
        self.say.success(self.tr("Aturan terkunci. Skor dapat diisi."))
        self.show_part("skor")
        self.jump_to_missing()

    def _explain_current(self) -> None:
        if self.beside.explaining:
            row = (self.ranking if self.part == "peringkat" else self.grid).current()
            self.explain.explain(self.sheet, row.id if row else "")

    def _explain_comes_last(self, place: QWidget) -> None:
        """Tab goes to the explanation after what it explains, whichever was made first."""
        if self.beside.made is not None:
            follow(follow(self.tools.explain_button, place), self.beside.made)
