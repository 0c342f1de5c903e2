"""The rules of scoring: changed until they are locked in front of everybody, only read afterwards."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.cara import BERBANDING, SERI_FAKTA, CaraHitung
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.penilaian import Aturan
from musrenbang_desktop.domain.templat import Templat
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FlowLayout
from ui.fields.waiting import refuse_all
from ui.form_words import FieldsDraft
from ui.forum_page import enter_presses
from ui.icons import icon
from ui.prioritas.criteria_pairs import CriteriaPairs
from ui.prioritas.example import example
from ui.prioritas.row_list import RowList
from ui.prioritas.rule_rows import CriterionRow, GroupRow
from ui.prioritas.rule_state import RuleState, card, label
from ui.prioritas.rules_below import RulesBelow
from ui.prioritas.templates import TemplatePicker
from ui.prioritas.way_words import way_words
from ui.sentences import sentence
from ui.theme import quiet

REST_MS = 30
"""After the first picture: what stands below the fold is made in a turn of its own."""


class RulesPanel(QWidget):
    """Criteria, groups, tie rule, way of counting, and the lock with its two witnesses."""

    problem = Signal(object)
    """what a service refuses and no field here can explain"""
    failed = Signal(object)
    """Trouble of the surroundings"""
    locked = Signal()
    begun = Signal()
    """new rules stand here: show them from their top"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._aturan: Aturan | None = None
        self._forum = ""
        self._details = self._ranges = False
        self._criteria_box, self._groups_box = QVBoxLayout(), FlowLayout(gap=10)
        self._criteria = RowList("k", self._new_criterion, self._criteria_box.addWidget, self)
        self._groups = RowList("g", self._new_group, lambda row: self._groups_box.add(row, 1, 22), self)
        self.criteria, self.groups = self._criteria.rows, self._groups.rows
        self.head, self.pairs = RuleState(self), CriteriaPairs(self)
        self._reason_draft = FieldsDraft(self.head.reason_row, services, "alasan_versi", {"alasan": self.head.reason})
        self._picker: TemplatePicker | None = None
        self._below: RulesBelow | None = None
        self._lock_draft: FieldsDraft | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self.below)
        self.state, self.unlock_button = self.head.state, self.head.unlock_button
        self.example, self.note = label("redup"), label("salah")
        self.note.hide()
        self.add_criterion_button = quiet(QPushButton(icon("tambah"), self.tr("Tambah kriteria")))
        self.add_group_button = quiet(QPushButton(icon("tambah"), self.tr("Tambah kelompok")))
        self.ranges_button = quiet(QPushButton(self.tr("Rentang dan patokan nilai")))
        self.details_button = quiet(QPushButton(self.tr("Kelompok menurut bidang atau unsur")))
        self._lay_out()
        self._connect()

    @property
    def picker(self) -> TemplatePicker:
        """The ready ways, made when somebody first looks for another."""
        if self._picker is None:
            picker = self._picker = TemplatePicker()
            picker.hide()
            picker.picked.connect(self.use_template)
            picker.closed.connect(picker.hide)
            self._column.insertWidget(1, picker)
            enter_presses(picker)
        return self._picker

    @property
    def below(self) -> RulesBelow:
        """The lower part; made when somebody first needs it, at the latest just after the first picture."""
        if self._below is None:
            below = self._below = RulesBelow(self)
            below.way.changed.connect(self._write)
            below.way.refused.connect(self._explain)
            below.lock_button.clicked.connect(self.lock)
            below.ties_changed.connect(self.write)
            witnesses = {f"saksi_{place}": field for place, field in enumerate(below.witnesses, 1)}
            self._lock_draft = FieldsDraft(below.lock_card, self._services, "kunci_aturan", witnesses)
            self._column.insertWidget(self._column.count() - 1, below)
            enter_presses(below)
            if self._aturan is not None:
                self._show_below(self._aturan)
        return self._below

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._below is None:
            QTimer.singleShot(0, self, self._rest.start)  # counts from the picture, not from the wish for it

    def refresh(self, aturan: Aturan) -> None:
        """Show the rules as recorded; half-typed rows stay, but for those of another forum."""
        self._aturan = aturan
        forum = self._services.desk.forum_id
        if forum != self._forum:
            self._forum = forum
            for rows in (self._criteria, self._groups):
                rows.clear()
        self._criteria.fit([item.id for item in aturan.kriteria])
        self._groups.fit([item.id for item in aturan.kelompok])
        for criterion, kriteria in zip(self.criteria, aturan.kriteria, strict=False):
            criterion.fill(kriteria)
        for group, kelompok in zip(self.groups, aturan.kelompok, strict=False):
            group.fill(kelompok)
        for row in self.groups:
            row.show_more(persons=aturan.cara.suara, details=self._details)
        for criterion in self.criteria:
            criterion.bobot.setEnabled(aturan.cara.metode not in BERBANDING)
            criterion.show_more(details=self._ranges)
        if self._below is not None:
            self._show_below(aturan)
        self.pairs.refresh(aturan)
        self.example.setText(example(aturan))
        self._show_state(aturan)

    def write(self) -> None:
        """Record the rules as they stand on screen."""
        self._write(None)

    def lock(self) -> None:
        """Kunci aturan: from now on scores are taken."""
        try:
            self._services.prioritas.kunci([field.text() for field in self.below.witnesses])
        except RuleBroken as broken:
            self._explain(broken)
            if broken.field == "saksi":
                next(
                    (field for field in self.below.witnesses if not field.text().strip()), self.below.witnesses[0]
                ).setFocus()
            return
        except Trouble as problem:
            self.failed.emit(problem)
            return
        self._tell("")
        if self._lock_draft is not None:
            self._lock_draft.forget()
        self.locked.emit()

    def unlock(self, reason: str) -> None:
        """A new version; where scores are there it asks for the reason first."""
        try:
            self._services.prioritas.buka_kunci(reason)
        except RuleBroken as broken:
            if broken.field != "alasan_versi":
                self.problem.emit(lambda: self._services.prioritas.buka_kunci(reason))
                return
            self._explain(broken)
            self.head.ask_reason()
            return
        except Trouble as problem:
            self.failed.emit(problem)
            return
        self._reason_draft.forget()
        self._tell("")

    def _offer_ways(self) -> None:
        forum = self._services.forum.aktif()
        self.picker.open(self._aturan.cara.templat if self._aturan else "", forum.jenis if forum else "")

    def use_template(self, templat: Templat) -> None:
        """Take over the rules of a template; one undo takes them back."""
        self.picker.hide()
        self.problem.emit(lambda: self._services.prioritas.pakai_templat(templat))
        self.head.template_button.setFocus()
        self.begun.emit()

    def add_criterion(self) -> None:
        """A new row; it counts once it has a name."""
        row = self._criteria.add()
        row.bobot.fill(1)
        row.arah.fill("untung")
        row.nama.setFocus()

    def add_group(self) -> None:
        """A new row; it counts once it has a name."""
        self._groups.add().nama.setFocus()

    def show_details(self) -> None:
        """Bidang and unsur of every group."""
        self._details = not self._details
        for row in self.groups:
            row.show_more(persons=bool(self._aturan and self._aturan.cara.suara), details=self._details)

    def show_ranges(self) -> None:
        """Smallest and largest score of every criterion, and what the scores mean."""
        self._ranges = not self._ranges
        for row in self.criteria:
            row.show_more(details=self._ranges)

    def _write(self, cara: CaraHitung | None) -> None:
        self._tell("")
        try:
            kriteria = [row.read() for row in self.criteria if not row.empty]
            kelompok = [row.read() for row in self.groups if not row.empty]
            known = {*(item.id for item in kriteria), *SERI_FAKTA}
            seri = [value for value in dict.fromkeys(box.value() for box in self.below.ties) if value in known]
            self._services.prioritas.ubah_aturan(kriteria, kelompok, seri, cara)
        except RuleBroken as broken:
            refuse_all(self)
            self._explain(broken)
        except Trouble as problem:
            refuse_all(self)
            self.failed.emit(problem)

    def _connect(self) -> None:
        self.head.unlock_wanted.connect(self.unlock)
        self.head.template_wanted.connect(self._offer_ways)
        self.pairs.changed.connect(self._write)
        for rows in (self._criteria, self._groups):
            rows.changed.connect(self.write)
            rows.kept.connect(lambda: self._tell(self.tr("Paling sedikit harus ada satu.")))
        self.add_criterion_button.clicked.connect(self.add_criterion)
        self.add_group_button.clicked.connect(self.add_group)
        self.details_button.clicked.connect(self.show_details)
        self.ranges_button.clicked.connect(self.show_ranges)

    def _lay_out(self) -> None:
        self._criteria_box.setSpacing(6)
        more = FlowLayout(gap=8)
        more.add(self.add_group_button)
        more.add(self.details_button)
        below = FlowLayout(gap=8)
        below.add(self.add_criterion_button)
        below.add(self.ranges_button)
        criteria = (self._criteria_box, below, self.example)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (
            self.head,
            self.note,
            card(self.tr("Kriteria dan bobot"), *criteria),
            self.pairs,
            card(self.tr("Kelompok yang menilai"), self._groups_box, more),
        ):
            column.addWidget(part)
        column.addStretch(1)

    def _show_state(self, aturan: Aturan) -> None:
        locked = bool(aturan.terkunci)
        self.head.refresh(aturan, self._services.prioritas.versi(), way_words(aturan))
        if self._reason_draft.come_back(self._services.desk.forum_id) and locked:
            self.head.reason_row.show()
        if locked and self._picker is not None:
            self._picker.hide()
        for widget in (self.add_criterion_button, self.add_group_button, self.details_button, self.ranges_button):
            widget.setVisible(not locked)
        for row in (*self.criteria, *self.groups):
            row.setEnabled(not locked)
        self.pairs.set_open(unlocked=not locked)

    def _show_below(self, aturan: Aturan) -> None:
        self.below.refresh(aturan, self._services.usulan.pilihan("pengusul"))
        if self._lock_draft is not None:
            self._lock_draft.come_back(self._services.desk.forum_id)

    def _new_criterion(self, identity: str) -> CriterionRow:
        return CriterionRow(identity, labels=not self.criteria, parent=self._criteria_box.parentWidget())

    def _new_group(self, identity: str) -> GroupRow:
        return GroupRow(identity, self._groups_box.parentWidget())

    def _explain(self, broken: RuleBroken) -> None:
        self._tell(sentence(broken))

    def _tell(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
