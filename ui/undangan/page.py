"""The page Undangan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut

from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru, StatusUndangan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.fields import FieldRow
from ui.form_words import FieldsDraft
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.say import Action, Say
from ui.sentences import sentence
from ui.undangan.acts import ActRow
from ui.undangan.copy_wa import copy_wa
from ui.undangan.decisions import one_person, two_people
from ui.undangan.filters import FilterRow
from ui.undangan.late_panels import LatePanels
from ui.undangan.letter_panel import LetterPanel
from ui.undangan.letters_line import LettersLine
from ui.undangan.merge_panel import MergePanel
from ui.undangan.missing_unsur import MissingUnsur
from ui.undangan.people_list import PeopleList
from ui.undangan.questions import Questions, pair_of
from ui.undangan.quick import QuickLine

_NEXT: dict[str, StatusUndangan] = {"": "dicetak", "dicetak": "diserahkan", "diserahkan": ""}


class UndanganPage(ForumPage):
    """The list of invitations: who, and how far each letter has come."""

    kinds: ClassVar[frozenset[str]] = frozenset({"peserta", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.acts = ActRow(self)
        self.quick = QuickLine(self.body)
        self.draft = FieldsDraft(self.quick, services, "undangan", self.quick.fields)
        self.filters = FilterRow(self.body)
        self.letters = LettersLine(self.body)
        self.missing = MissingUnsur(self.body)
        self.questions = Questions(self.body)
        self.people = PeopleList(self.body, self._write, self._fetch)
        self.table = self.people.table
        self.late = LatePanels(
            services, self.column, self.people.nothing, self.questions.look_button, self._write_at, self.body
        )
        self.kept = KeptFilters(self, services, "undangan", self.filters.named)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return self.tr("Undangan")

    def help_text(self) -> str:
        return self.tr(
            "<p>Tulis satu orang di baris atas, lalu <b>Enter</b>. Cukup nama; yang lain boleh menyusul. "
            "<b>Ctrl+I</b> mengambil dari Excel atau OpenSID.</p>"
            "<p>Di tabel: <b>F2</b> mengubah sel, <b>Spasi</b> menandai surat (belum, dicetak, diserahkan), "
            "<b>Ctrl+F</b> menyaring, <b>Ctrl+C</b> menyalin baris ke Excel. Beberapa baris: <b>Shift+panah</b>.</p>"
            "<p><b>Ctrl+P</b> ke surat undangan dengan kode QR. <b>Ctrl+G</b> menggabung dua baris yang dipilih.</p>"
            "<p>RT/RW cukup ditulis <b>2/1</b>. <b>Ctrl+Z</b> mengurungkan.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self.quick.offer(self.services.peserta.unsur(), self.services.usulan.pilihan("dusun"))
        self.draft.come_back(self.services.desk.forum_id)
        if changes is None:
            self._show_merge(on=False)
        self._count()
        self.late.refresh()
        if changes is None:
            self.kept.restore(self.services.desk.forum_id)
        self.questions.show_questions(self.services.undangan.serupa(), self.services.undangan.tidak_datang())
        self._reload()

    def on_shown(self) -> None:
        if self.has_forum:
            if not self.quick.isVisibleTo(self):
                self.escape()
            self.quick.nama_edit.setFocus()
        else:
            super().on_shown()

    def focus_filter(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def new_item(self) -> None:
        self.on_shown()

    def save_and_new(self) -> None:
        self.quick.add()

    def print_document(self) -> None:
        self.go("dokumen", "undangan")

    def escape(self) -> bool:
        if self.late.merging:
            self._show_merge(on=False)
            self.table.setFocus()
            return True
        if self._close_one():
            self.table.setFocus()
            return True
        return False

    def settle(self) -> bool:
        """The half-typed person comes back with the next start; only when that is impossible is it asked."""
        if self.quick.half_typed:
            self.draft.keep()
        return super().settle() and (self.draft.kept or not self.quick.half_typed)

    def show_record(self, record: str) -> None:
        """``banding:one:other`` puts two people side by side; an id shows a person."""
        self._show_merge(on=False)
        pair = pair_of(self.services.peserta, record)
        if pair:
            self._compare(*pair)
            return
        self.filters.clear()
        self._reload()
        self.table.select_record(record)
        self.table.setFocus()

    def withdraw(self) -> None:
        """Take the chosen person off the invitations; nothing is lost."""
        person = self.table.current()
        if person and attempt(self, lambda: self.services.peserta.ubah(person.id, diundang=False)):
            self.say.success(
                self.tr("{nama} tidak lagi diundang.").format(nama=person.nama), Action(self.tr("Urungkan"), self._undo)
            )

    def mark_next(self) -> None:
        """Space: the letters of the chosen people go one step on: belum, dicetak, diserahkan, belum."""
        people = self.people.chosen()
        if people:
            self._mark(_NEXT[people[0].undangan], {})

    def mark_printed(self) -> None:
        """All letters that were not printed yet are printed now."""
        made: list[int] = []
        if attempt(self, lambda: made.append(self.services.undangan.tandai_dicetak())):
            self.say.success(self.tr("{n} undangan ditandai dicetak.").format(n=made[0]))

    def compare(self) -> None:
        """Put the two chosen people side by side."""
        people = self.people.chosen()
        if len(people) == 2:
            self._compare(people[0], people[1])
        else:
            self.say.info(self.tr("Pilih dulu dua baris: tekan Shift+panah, atau Ctrl+klik baris kedua."))

    def _compare(self, one: Peserta, other: Peserta) -> None:
        self._show_merge(on=True)
        self.merge.ask(one, other)

    def _show_merge(self, *, on: bool) -> None:
        while self._close_one():
            pass
        if on or self.late.merging:
            self.merge.setVisible(on)
        self.questions.setHidden(on or self.questions.quiet)
        for part in (self.quick, self.acts, self.letters):
            part.setVisible(not on)
        self.people.cover(covered=on)

    def _close_one(self) -> bool:
        """Hide what stands open above the table, one part at a time; False when nothing did."""
        for button, show in ((self.acts.letter_button, self._show_panel), (self.acts.card_button, self._show_card)):
            if button.isChecked():
                button.setChecked(False)
                show()
                return True
        return False

    def _mark(self, state: StatusUndangan, proof: dict[str, str]) -> None:
        records = [person.id for person in self.people.chosen()]
        attempt(self, lambda: self.services.undangan.tandai(records, state, **proof))

    def _undo(self) -> None:
        attempt(self, self.services.riwayat.batalkan)

    def _lay_out(self) -> None:
        parts = (self.quick, self.filters, self.letters, self.acts, self.missing, self.questions, self.people.nothing)
        for part in parts:
            self.column.addWidget(part)
        self.column.addWidget(self.table, 1000)
        self.column.addWidget(self.people.detail)
        self.column.addStretch(1)  # what two people side by side leave free

    def _connect(self) -> None:
        self.quick.added.connect(self._invite)
        self.filters.changed.connect(self._reload)
        self.filters.search.left_down.connect(self.table.setFocus)
        self.acts.import_wanted.connect(lambda: self.go("impor_peserta"))
        self.acts.print_wanted.connect(self.print_document)
        self.acts.letter_toggled.connect(self._show_panel)
        self.acts.card_toggled.connect(self._show_card)
        self.acts.wa_wanted.connect(lambda: copy_wa(self.services, self.say, self.filters.unsur.value() or ""))
        self.acts.merge_wanted.connect(self.compare)
        self.acts.withdraw_wanted.connect(self.withdraw)
        self.questions.look_wanted.connect(self._compare)
        self.missing.targets_wanted.connect(lambda: self.go("siapkan", "unsur"))
        self.late.stated.connect(lambda facts: attempt(self, lambda: self.services.forum.ubah(**facts)))
        self.late.given.connect(lambda proof: self._mark("diserahkan", proof))
        self.late.printed.connect(self.mark_printed)
        self.late.decided.connect(lambda *chosen: one_person(self, *chosen))
        self.late.left.connect(lambda: two_people(self))
        self.people.model.refused.connect(lambda broken: self.say.warning(sentence(broken)))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.table.marked.connect(self.mark_next)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self.acts.import_wanted)
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self.compare)

    def _show_panel(self) -> None:
        wanted = self.acts.letter_button.isChecked()
        self.panel.setVisible(wanted)
        self.quick.setVisible(not wanted)
        if wanted:
            self.panel.nomor.field.setFocus()

    @property
    def panel(self) -> LetterPanel:
        """Number, day and proof of the letters."""
        return self.late.letter

    @property
    def merge(self) -> MergePanel:
        """Two people side by side."""
        return self.late.merge

    def _show_card(self) -> None:
        self._enable()
        self.late.card.setVisible(self.acts.card_button.isChecked())
        if self.acts.card_button.isChecked() and self.people.chosen():
            self.late.card.usia_edit.setFocus()

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Peserta]:
        return self.filters.chosen(self.services.peserta.daftar(self.filters.search.text().strip(), "undangan"))

    def _reload(self) -> None:
        if self.has_forum:
            self.people.reload(filtered=self.filters.active, covered=self.late.merging)
            self._enable()

    def _count(self) -> None:
        self.missing.show_missing(self.services.unsur.tanpa_undangan())
        letters = self.services.undangan.hitung()
        per_unsur = self.services.peserta.hitung().per_unsur
        self.filters.offer({unsur: invited for unsur, (_, invited) in per_unsur.items()}, letters)
        self.letters.say_letters(letters, self.services.kehadiran.keterwakilan().kebutuhan)
        self.letters.setVisible(letters.diundang > 0 and not self.late.merging)

    def _enable(self) -> None:
        people = self.people.chosen()
        self.acts.allow(len(people))
        self.late.show_people(people)
        if self.acts.card_button.isChecked():
            self.late.card.show_person(people[0] if len(people) == 1 else None)

    def _invite(self, baru: PesertaBaru) -> None:
        if attempt(self, lambda: self.services.peserta.undang(baru), self.quick.nama):
            self.quick.next_person()
            self.draft.keep()  # unsur and dusun stay for the next one

    def _write(self, record: str, fields: dict[str, object]) -> None:
        attempt(self, lambda: self.services.peserta.ubah(record, **fields))

    def _write_at(self, record: str, fields: dict[str, object], row: FieldRow) -> None:
        if attempt(self, lambda: self.services.peserta.ubah(record, **fields), row):
            row.clear_error()
