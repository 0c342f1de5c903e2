"""The section Kamus dan cantolan: which entry an usulan follows, how it differs from it, on which plan it hangs."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kamus import BELUM_ADA, ButirKamus, Cantolan, biaya_kamus
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.dialect import said
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.plain_label import plain_label
from ui.theme import quiet
from ui.usulan.kamus_search import Suggestions, kamus_line
from ui.usulan.kamus_words import hitungan, selisih
from ui.usulan.section import Section


class KamusSection(Section):
    """Nothing here stops anybody: what differs is said, and stays as the hall said it."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._usulan: Usulan | None = None
        self.none = plain_label("redup", self.tr("Forum ini belum memakai kamus usulan. Pasang paketnya di Siapkan."))
        self.entry = plain_label("")
        self.warnings = plain_label("awas")
        self.sum = plain_label("gema")
        self.search = FieldRow(self.tr("Cari dalam kamus"), LineField(placeholder=self.tr("rabat beton")))
        self.reason = FieldRow(self.tr("Alasan di luar kamus"), ChoiceBox(placeholder=self.tr("Pilih alasannya")))
        self.goal = plain_label("")
        self.goal_search = FieldRow(
            self.tr("Cantolan rencana"), LineField(placeholder=self.tr("air bersih, atau SDGS-06"))
        )
        self.cost_button = push(self.tr("Pakai biaya kamus"), lambda: self._do(self.services.kamus.pakai_biaya))
        self.title_button = quiet(push(self.tr("Pakai judul kamus"), lambda: self._do(self.services.kamus.pakai_judul)))
        self.drop_button = quiet(push(self.tr("Lepas dari kamus"), self._drop))
        self.no_goal_button = quiet(push(self.tr("Belum ada cantolan"), lambda: self._hook(BELUM_ADA)))
        self.drop_goal_button = quiet(push(self.tr("Lepas cantolan"), lambda: self._hook("")))
        self.suggestions: Suggestions[ButirKamus] = Suggestions(
            _line(self.search), self._found, kamus_line, self._take, name=self.tr("Butir kamus yang cocok")
        )
        self.goals: Suggestions[Cantolan] = Suggestions(
            _line(self.goal_search), self._found_goals, goal_line, self._take_goal, name=self.tr("Cantolan yang cocok")
        )
        _choice(self.reason).committed.connect(self._say_why)
        self._lay_out()

    def show_usulan(self, usulan: Usulan) -> None:
        if self._usulan is None or self._usulan.id != usulan.id:
            self.leave()
        self._usulan = usulan
        kamus = self.services.kamus
        butir, any_kamus = kamus.satu(usulan.kamus), kamus.jumlah() > 0
        self.none.setVisible(not any_kamus)
        self.search.setVisible(any_kamus)
        _tell(self.entry, kamus_line(butir) if butir else usulan.kamus)
        _tell(self.warnings, "\n".join(selisih(one) for one in kamus.periksa(usulan)))
        _tell(self.sum, hitungan(usulan.volume, butir) if butir else "")
        self.cost_button.setVisible(
            butir is not None and biaya_kamus(usulan.volume, butir) not in (None, usulan.perkiraan_biaya)
        )
        self.title_button.setVisible(butir is not None and butir.judul != usulan.judul)
        self.drop_button.setVisible(bool(usulan.kamus))
        self.reason.setVisible(any_kamus and not usulan.kamus)
        box = _choice(self.reason)
        box.set_items((key, said(text)) for key, text in kamus.alasan_luar().items())
        box.fill(usulan.alasan_luar_kamus or None)
        self._show_goal(usulan)

    def set_enabled(self, *, enabled: bool) -> None:
        for widget in (self.search, self.reason, self.goal_search, *self._buttons()):
            widget.setEnabled(enabled)

    def leave(self) -> None:
        for row in (self.search, self.goal_search):
            _line(row).fill("")
        for offered in (self.suggestions, self.goals):
            offered.close()

    @property
    def unrecorded(self) -> bool:
        """Letters of a search are not words of an usulan."""
        return False

    def _show_goal(self, usulan: Usulan) -> None:
        text = self.services.kamus.nama_cantolan(usulan.cantolan) if usulan.cantolan else ""
        if usulan.cantolan == BELUM_ADA:
            text = self.tr("Sudah dicari: belum ada cantolan.")
        _tell(self.goal, text)
        self.no_goal_button.setVisible(not usulan.cantolan)
        self.drop_goal_button.setVisible(bool(usulan.cantolan))

    def _take(self, butir: ButirKamus) -> None:
        _line(self.search).fill("")
        self._do(lambda record: self.services.kamus.ambil(record, butir))

    def _take_goal(self, goal: Cantolan) -> None:
        _line(self.goal_search).fill("")
        self._hook(goal.kode)

    def _drop(self) -> None:
        self._do(lambda record: self.services.kamus.luar(record, ""))

    def _say_why(self, kode: object) -> None:
        self._do(lambda record: self.services.kamus.luar(record, str(kode or "")))

    def _hook(self, kode: str) -> None:
        self._do(lambda record: self.services.kamus.kaitkan(record, kode))

    def _do(self, act: Callable[[str], object]) -> None:
        """One act on the usulan in sight; what goes wrong is said by the page. The cursor stays in the section."""
        if self._usulan is None:
            return
        pressed = next((button for button in self._buttons() if button.hasFocus()), None)
        try:
            act(self._usulan.id)
        except (RuleBroken, Trouble) as problem:
            self.failed.emit(problem)
        if pressed is not None and pressed.isHidden():
            _line(self.search if self.search.isVisible() else self.goal_search).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _found(self, text: str) -> list[ButirKamus]:
        return self.services.kamus.cari(text)

    def _found_goals(self, text: str) -> list[Cantolan]:
        return self.services.kamus.cari_cantolan(text)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.cost_button, self.title_button, self.drop_button, self.no_goal_button, self.drop_goal_button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        entry_buttons, goal_buttons = FlowLayout(gap=8), FlowLayout(gap=8)
        for button in self._buttons()[:3]:
            entry_buttons.add(button)
        for button in self._buttons()[3:]:
            goal_buttons.add(button)
        for widget in (self.none, self.entry, self.warnings, self.sum):
            layout.addWidget(widget)
        layout.addLayout(entry_buttons)
        layout.addWidget(self.search)
        layout.addWidget(self.reason)
        layout.addWidget(self.goal_search)
        layout.addWidget(self.goal)
        layout.addLayout(goal_buttons)
        fields = (self.search.field, self.reason.field, self.goal_search.field)
        chain = (*self._buttons()[:3], *fields, *self._buttons()[3:])
        for before, after in pairwise(chain):  # as the eye goes
            QWidget.setTabOrder(before, after)


def goal_line(goal: Cantolan) -> str:
    """``SDGS-06 Desa Layak Air Bersih dan Sanitasi · SDGs Desa``."""
    return " · ".join(part for part in (f"{goal.kode} {goal.uraian}", goal.dokumen) if part)


def _line(row: FieldRow) -> LineField:
    field = row.field
    if not isinstance(field, LineField):
        raise TypeError("line")
    return field


def _choice(row: FieldRow) -> ChoiceBox:
    field = row.field
    if not isinstance(field, ChoiceBox):
        raise TypeError("choice")
    return field


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
