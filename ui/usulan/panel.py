"""Everything about one usulan, at the right of the grid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.closed_note import allow
from ui.drafts import FormDraft
from ui.fields.tab_order import follow
from ui.icons import icon
from ui.plain_label import plain_label
from ui.reason_line import ReasonLine
from ui.subject import tells_of
from ui.theme import look, quiet
from ui.usulan.answers import answer_lines
from ui.usulan.form import UsulanForm
from ui.usulan.lineage import lineage
from ui.usulan.neighbours import NeighbourLines
from ui.usulan.panel_area import PanelArea
from ui.usulan.section import Fold, Section, SectionHead
from ui.usulan.sections import SECTIONS, SectionSpec

STEPS_SHOWN = 12


class UsulanPanel(QFrame):
    """Fields, what the kabupaten answered, what happened so far, and the way to withdraw."""

    closed = Signal()
    problem = Signal(object)
    failed = Signal(object)
    """what no field of a section can explain"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._usulan: Usulan | None = None
        look(self, "kartu")
        tells_of(self, lambda: self.record)
        self.name = plain_label("anak-judul")
        self.close_button = quiet(QPushButton(icon("tutup"), "", self))
        self.close_button.setAccessibleName(self.tr("Tutup rincian"))
        self.close_button.setToolTip(self.tr("Tutup rincian (Esc)"))
        self.folds: dict[str, Fold] = {}
        self._sections: dict[str, Section] = {}
        self._specs = {spec.key: spec for spec in SECTIONS}
        for spec in SECTIONS:
            self._add_fold(spec)
        self.folds["pokok"].head.setChecked(True)
        self.withdrawn = plain_label("awas")
        self.withdraw_button = QPushButton(self.tr("Batalkan usulan ini"))
        self.restore_button = QPushButton(self.tr("Pulihkan usulan ini"))
        self.split_button = QPushButton(self.tr("Pisahkan lagi"))
        self.merged = plain_label("redup")
        self.lineage = plain_label("redup")
        self.neighbours = NeighbourLines(services)
        self.reason = ReasonLine()
        self.reason.keep_in(FormDraft(self.reason, services, "usulan_batal", self.reason.words))
        self.answers_title = plain_label("label", self.tr("Dari kabupaten"))
        self.answers = plain_label("")
        self.history_title = plain_label("label", self.tr("Riwayat usulan ini"))
        self.history = plain_label("redup")
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.neighbours.attempted.connect(self.problem)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.restore_button.clicked.connect(self._restore)
        self.split_button.clicked.connect(self._split)

    def show_usulan(self, usulan: Usulan) -> None:
        """Show one usulan as it is recorded now."""
        if self._usulan is None or self._usulan.id != usulan.id:
            self.reason.set_aside()
        self._usulan = usulan
        self.name.setText(self.tr("Usulan {nomor}").format(nomor=usulan.label))
        standing = usulan.status == "aktif"
        changing = standing and not self._services.desk.closed()
        for section in self._sections.values():
            section.show_usulan(usulan)
            section.set_enabled(enabled=changing)
        for key, fold in self.folds.items():
            fold.head.tell(self._specs[key].words(self._services, usulan))
        self.withdrawn.setText("" if standing else self._why_not(usulan))
        self.withdrawn.setVisible(not standing)
        self.withdraw_button.setVisible(standing)
        self.restore_button.setVisible(usulan.status == "batal")
        self.split_button.setVisible(usulan.status == "digabung")
        self._allow(changing=not self._services.desk.closed())
        self._show_merged(usulan.id)
        self.neighbours.show_usulan(usulan)
        self._show_answers(usulan)
        self._show_history(usulan.id)

    def _allow(self, *, changing: bool) -> None:
        """A closed forum keeps its usulan as they are; why stands above the list."""
        for button in (self.withdraw_button, self.restore_button, self.split_button):
            allow(button, allowed=changing)

    @property
    def record(self) -> str:
        """The id on screen, or nothing."""
        return self._usulan.id if self._usulan else ""

    def leave(self) -> None:
        """Record what is typed before the panel goes away."""
        for section in self._sections.values():
            section.leave()
        self.reason.set_aside()

    @property
    def form(self) -> UsulanForm:
        """The first section: title, place, volume, cost."""
        found = self._made("pokok")
        if not isinstance(found, UsulanForm):
            raise TypeError("pokok")
        return found

    def section(self, key: str) -> Section:
        """One section, opened and shown."""
        self.folds[key].head.setChecked(True)
        return self._sections[key]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Those that were opened so far."""
        return tuple(self._sections.values())

    @property
    def unrecorded(self) -> bool:
        """Whether words would be lost with the window."""
        return any(section.unrecorded for section in self._sections.values()) or self.reason.unrecorded

    def withdraw(self) -> None:
        """Ask why, then withdraw."""
        usulan = self._usulan
        if usulan is None:
            return
        self.reason.ask(
            self.tr("Kenapa {nomor} dibatalkan? Usulan tetap di daftar, dengan alasannya.").format(nomor=usulan.label),
            self.tr("Batalkan usulan"),
            lambda text: self._services.usulan.batalkan(usulan.id, text),
            (
                self.tr("Ditarik oleh pengusul"),
                self.tr("Sama dengan usulan lain"),
                self.tr("Sudah dikerjakan"),
                self.tr("Salah catat"),
            ),
            key=usulan.id,
        )

    def _add_fold(self, spec: SectionSpec) -> None:
        place = len(self.folds) + 1
        key = f"Alt+{place % 10}" if place <= 10 else ""  # the tenth by 0, as on the keyboard
        fold = self.folds[spec.key] = Fold(SectionHead(spec.shown_name, key), self)
        fold.opened.connect(lambda: self._made(spec.key))
        fold.head.stepped.connect(lambda step: self._step(spec.key, step))
        if not key:
            return
        keys = QShortcut(QKeySequence(key), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(lambda: self.go_to(spec.key))

    def _made(self, key: str) -> Section:
        """The section, made when it is first asked for and filled with the usulan on screen."""
        section = self._sections.get(key)
        if section is None:
            section = self._sections[key] = self._specs[key].make(self._services)
            section.failed.connect(self.failed)
            section.attempted.connect(self.problem)
            self.folds[key].put_inside(section)
            if self._services.forum.aktif() is not None:
                section.refresh_words()
            if self._usulan is not None:
                section.show_usulan(self._usulan)
                changing = self._usulan.status == "aktif" and not self._services.desk.closed()
                section.set_enabled(enabled=changing)
            follow(self.folds[key].head, section)
        return section

    def begin(self, part: str = "") -> None:
        """Put the cursor where work begins: on the title, or into one section."""
        if part in self.folds:
            self.go_to(part)
            return
        first = self.form.rows["judul"].field
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(first)

    def go_to(self, key: str) -> None:
        """Open one section and put the cursor into it."""
        head = self.folds[key].head
        head.setChecked(True)
        head.setFocus(Qt.FocusReason.TabFocusReason)
        self.focusNextChild()

    def _step(self, key: str, step: int) -> None:
        keys = list(self.folds)
        place = keys.index(key) + step
        if 0 <= place < len(keys):
            self.folds[keys[place]].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _why_not(self, usulan: Usulan) -> str:
        if usulan.status == "batal":
            return self.tr("Dibatalkan: {alasan}").format(alasan=usulan.alasan_batal)
        into = self._services.usulan.satu(usulan.gabung_ke)
        return self.tr("Digabung ke {nomor} {judul}").format(
            nomor=into.label if into else "-", judul=into.judul if into else ""
        )

    def _show_merged(self, record: str) -> None:
        merged = self._services.ganda.gabungan_dari(record)
        names = "; ".join(f"{one.label} {one.judul} ({one.pengusul or '-'})" for one in merged)
        self.merged.setText(self.tr("Gabungan dari {usulan}").format(usulan=names))
        self.merged.setVisible(bool(merged))
        if self._usulan:
            self.lineage.setText(lineage(self._services, self._usulan))
        self.lineage.setVisible(bool(self.lineage.text()))

    def _split(self) -> None:
        if self._usulan:
            self.problem.emit(lambda record=self._usulan.id: self._services.ganda.pisahkan(record))

    def _restore(self) -> None:
        if self._usulan:
            self.problem.emit(lambda record=self._usulan.id: self._services.usulan.pulihkan(record))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        inside = QWidget(self)
        look(inside, "dalam")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(10)
        for widget in (
            self.withdrawn,
            self.merged,
            self.lineage,
            self.neighbours,
            *self.folds.values(),
            self.answers_title,
            self.answers,
            self.history_title,
            self.history,
        ):
            column.addWidget(widget)
        column.addWidget(self.reason)
        column.addWidget(self.withdraw_button)
        column.addWidget(self.restore_button)
        column.addWidget(self.split_button)
        column.addStretch(1)
        self.area = PanelArea(inside, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 4, 8)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)

    def _show_answers(self, usulan: Usulan) -> None:
        lines = answer_lines(self._services, usulan)
        self.answers.setText("\n".join(lines))
        for label in (self.answers_title, self.answers):
            label.setVisible(bool(lines))

    def _show_history(self, record: str) -> None:
        steps = self._services.riwayat.satu_record(record, STEPS_SHOWN)
        self.history.setText("\n".join(f"{short_time(step.jam)}  {step.kalimat}" for step in steps))


def short_time(moment: str) -> str:
    """``21-01 09.14`` of an ISO moment."""
    date, _, hour = moment.partition("T")
    return f"{date[8:10]}-{date[5:7]} {hour[:5].replace(':', '.')}"
