"""The page Undangan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru, StatusUndangan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.fields import ChoiceBox, DetailLine, FieldRow, FlowLayout, SearchBox
from ui.forum_page import ForumPage
from ui.kehadiran.person_card import PersonCard
from ui.kept_filters import Filter, KeptFilters
from ui.say import Action, Say
from ui.sentences import sentence
from ui.table import RowsModel
from ui.theme import look, quiet
from ui.undangan.columns import letter_column, number_column, person_columns, status_word
from ui.undangan.letter_panel import LetterPanel
from ui.undangan.merge_panel import MergePanel
from ui.undangan.missing_unsur import MissingUnsur
from ui.undangan.questions import Questions
from ui.undangan.quick import QuickLine
from ui.undangan.table import GIVING_WAY, PeopleTable

_PAGE, _DRAFT = "undangan", "baru"
_BELUM = "belum"
_NEXT: dict[str, StatusUndangan] = {"": "dicetak", "dicetak": "diserahkan", "diserahkan": ""}

#: Folded in a narrow window, the least needed first.
FOLDS = ("rt_rw", "dusun", "jabatan", "unsur", "undangan", "nomor")


class UndanganPage(ForumPage):
    """The list of invitations: who, and how far each letter has come."""

    kinds: ClassVar[frozenset[str]] = frozenset({"peserta", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.quick = QuickLine()
        self.quick.added.connect(self._invite)
        self.quick.typed.connect(self._keep_draft)
        self.counts = QLabel(self)
        look(self.counts, "anak-judul")
        self.letters = QLabel(self)
        self.letters.setWordWrap(True)
        look(self.letters, "redup")
        self.unsur = ChoiceBox(self.tr("Tampilkan satu unsur"))
        self.status = ChoiceBox(self.tr("Tampilkan menurut surat"))
        for box in (self.unsur, self.status):
            box.committed.connect(lambda _value: self._reload())
        self.search = SearchBox(self.tr("Saring undangan"))
        self.search.searched.connect(lambda _text: self._reload())
        self.questions = Questions()
        self.questions.look_wanted.connect(self._compare_first)
        self.missing = MissingUnsur()
        self.missing.targets_wanted.connect(lambda: self.go("siapkan", "unsur"))
        self.panel = LetterPanel()
        self.panel.stated.connect(lambda facts: attempt(self, lambda: self.services.forum.ubah(**facts)))
        self.panel.given.connect(lambda proof: self._mark("diserahkan", proof))
        self.panel.printed.connect(self.mark_printed)
        self.merge = MergePanel()
        self.merge.decided.connect(self._merge)
        self.merge.left.connect(self.escape)
        number, letter, (name, sex, *rest) = number_column(), letter_column(), person_columns(self._write)
        columns = [number, name, sex, letter, *rest]
        self.model: RowsModel[Peserta] = RowsModel(columns, self._fetch)
        self.model.refused.connect(lambda broken: self.say.warning(sentence(broken)))
        self.table = PeopleTable(self.tr("Daftar undangan"))
        self.table.set_model(self.model, stretch="nama", gives_way=GIVING_WAY, folds=FOLDS)
        self.detail = DetailLine(self.table)
        self.search.left_down.connect(self.table.setFocus)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.nothing = QLabel(self)
        self.nothing.setWordWrap(True)
        look(self.nothing, "redup")
        chosen: dict[str, Filter] = {"cari": self.search, "unsur": self.unsur, "surat": self.status}
        self.kept = KeptFilters(self, services, "undangan", chosen)
        self._make_buttons()
        self._lay_out()
        self.table.marked.connect(self.mark_next)
        QShortcut(QKeySequence("Ctrl+I"), self).activated.connect(self._import)
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self.compare)

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
        if changes is None:
            self.quick.restore(self.services.draf.ambil(_PAGE).get(_DRAFT, {}))
            self._show_merge(on=False)
        forum = self.services.forum.aktif()
        if forum is not None:
            self.panel.show_forum(forum)
        self._count()
        if changes is None:
            self.kept.restore(self.services.desk.forum_id)
        self._pairs = self.services.undangan.serupa()
        self.questions.show_questions(self._pairs, self.services.undangan.tidak_datang())
        self._reload()

    def on_shown(self) -> None:
        if self.has_forum:
            if not self.quick.isVisibleTo(self):
                self.escape()
            self.quick.nama_edit.setFocus()
        else:
            super().on_shown()

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def new_item(self) -> None:
        self.on_shown()

    def save_and_new(self) -> None:
        self.quick.add()

    def print_document(self) -> None:
        self.go("dokumen", "undangan")

    def escape(self) -> bool:
        if self.merge.isVisibleTo(self):
            self._show_merge(on=False)
            self.table.setFocus()
            return True
        for button, show in ((self.panel_button, self._show_panel), (self.card_button, self._show_card)):
            if button.isChecked():
                button.setChecked(False)
                show()
                self.table.setFocus()
                return True
        return False

    def settle(self) -> bool:
        """The half-typed person comes back with the next start; only when that is impossible is it asked."""
        return super().settle() and (not self.quick.half_typed or self._keep_draft(self.quick.texts()))

    def show_record(self, record: str) -> None:
        self._show_merge(on=False)
        self.unsur.fill("")
        self.status.fill("")
        self.search.clear()
        self.search.flush()
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
        people = self.chosen()
        if people:
            self._mark(_NEXT[people[0].undangan], {})

    def mark_printed(self) -> None:
        """All letters that were not printed yet are printed now."""
        made: list[int] = []
        if attempt(self, lambda: made.append(self.services.undangan.tandai_dicetak())):
            self.say.success(self.tr("{n} undangan ditandai dicetak.").format(n=made[0]))

    def copy_wa(self) -> None:
        """The list and a message for every unsur, or only the message of the unsur on screen."""
        from musrenbang_desktop.exchange.wa import daftar_wa, pesan_wa

        forum = self.services.forum.aktif()
        people = self.services.peserta.daftar("", "undangan")
        unsur = self.unsur.value()
        if forum is None or not people:
            self.say.info(self.tr("Belum ada undangan untuk disalin."))
            return
        if unsur:
            QGuiApplication.clipboard().setText(pesan_wa(forum, unsur, [p for p in people if p.unsur == unsur]))
            self.say.success(self.tr("Pesan untuk {unsur} tersalin. Tempel di WhatsApp.").format(unsur=unsur))
        else:
            QGuiApplication.clipboard().setText(daftar_wa(forum, people))
            self.say.success(self.tr("Daftar dan pesan tiap unsur tersalin. Tempel di WhatsApp."))

    def compare(self) -> None:
        """Put the two chosen people side by side."""
        people = self.chosen()
        if len(people) == 2:
            self._compare(people[0], people[1])
        else:
            self.say.info(self.tr("Pilih dulu dua baris: tekan Shift+panah, atau Ctrl+klik baris kedua."))

    def chosen(self) -> list[Peserta]:
        """The people of the marked rows, in the order of the list."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.row(place) for place in places]

    def _compare_first(self) -> None:
        if self._pairs:
            self._compare(*self._pairs[0])

    def _compare(self, one: Peserta, other: Peserta) -> None:
        self._show_merge(on=True)
        self.merge.ask(one, other)

    def _merge(self, stays: str, leaves: str, fields: dict[str, Any]) -> None:
        if attempt(self, lambda: self.services.undangan.gabung(stays, leaves, fields)):
            self._show_merge(on=False)
            self.table.select_record(stays)
            self.table.setFocus()
            self.say.success(self.tr("Dua catatan menjadi satu orang."), Action(self.tr("Urungkan"), self._undo))

    def _show_merge(self, *, on: bool) -> None:
        for button, show in ((self.panel_button, self._show_panel), (self.card_button, self._show_card)):
            if button.isChecked():
                button.setChecked(False)
                show()
        self.merge.setVisible(on)
        self.questions.setHidden(on or self.questions.quiet)
        for part in (self.quick, self.acts, self.letters):
            part.setVisible(not on)
        self.table.setVisible(not on and self.model.rowCount() > 0)

    def _mark(self, state: StatusUndangan, proof: dict[str, str]) -> None:
        records = [person.id for person in self.chosen()]
        attempt(self, lambda: self.services.undangan.tandai(records, state, **proof))

    def _undo(self) -> None:
        attempt(self, self.services.riwayat.batalkan)

    def _import(self) -> None:
        self.go("impor_peserta")

    def _make_buttons(self) -> None:
        self.import_button = quiet(
            push(self.tr("Impor"), self._import, "impor", self.tr("Dari Excel atau OpenSID (Ctrl+I)"))
        )
        self.print_button = quiet(
            push(self.tr("Cetak undangan"), self.print_document, "cetak", self.tr("Surat dengan kode QR (Ctrl+P)"))
        )
        self.panel_button = quiet(push(self.tr("Surat dan bukti"), self._show_panel))
        self.panel_button.setCheckable(True)
        self.card_button = quiet(
            push(self.tr("Rincian orang"), self._show_card, tip=self.tr("Usia, disabilitas, dan kebutuhan akses"))
        )
        self.card_button.setCheckable(True)
        self.wa_button = quiet(
            push(self.tr("Salin daftar WA"), self.copy_wa, tip=self.tr("Daftar dan pesan untuk ditempel di WhatsApp"))
        )
        self.merge_button = quiet(
            push(self.tr("Gabung"), self.compare, tip=self.tr("Jadikan dua baris yang dipilih satu orang (Ctrl+G)"))
        )
        self.withdraw_button = quiet(
            push(self.tr("Batalkan undangan"), self.withdraw, tip=self.tr("Keluarkan orang yang dipilih dari undangan"))
        )

    def _lay_out(self) -> None:
        self.acts = QWidget(self)
        tools, acts = FlowLayout(gap=10), FlowLayout(self.acts, gap=8)
        tools.add(self.counts)
        tools.add(self.unsur, letters=18)
        tools.add(self.status, letters=18)
        tools.add(self.search, stretch=1, letters=18)
        for button in (
            self.import_button, self.print_button, self.panel_button, self.card_button, self.wa_button,
            self.merge_button, self.withdraw_button,
        ):  # fmt: skip
            acts.add(button)
        self.column.addWidget(self.quick)
        self.column.addLayout(tools)
        self.column.addWidget(self.letters)
        self.column.addWidget(self.acts)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.questions)
        self.column.addWidget(self.panel)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.merge)
        self.column.addWidget(self.table, 1000)
        self.column.addWidget(self.detail)
        self.column.addStretch(1)  # what two people side by side leave free
        self.panel.hide()
        self.merge.hide()
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 8)

    def _show_panel(self) -> None:
        self.panel.setVisible(self.panel_button.isChecked())
        self.quick.setVisible(not self.panel_button.isChecked())
        if self.panel_button.isChecked():
            self.panel.nomor.field.setFocus()

    @cached_property
    def card(self) -> PersonCard:
        """The facts of the chosen person; made when somebody first asks for them."""
        made = PersonCard(self._write_at, hours=False)
        self.column.insertWidget(self.column.indexOf(self.panel), made)
        return made

    def _show_card(self) -> None:
        self._enable()
        self.card.setVisible(self.card_button.isChecked())
        if self.card_button.isChecked() and self.chosen():
            self.card.usia_edit.setFocus()

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Peserta]:
        people = self.services.peserta.daftar(self.search.text().strip(), "undangan")
        unsur, status = self.unsur.value(), self.status.value()
        if status:
            wanted = "" if status == _BELUM else status
            people = [one for one in people if one.undangan == wanted]
        return [one for one in people if one.unsur == unsur] if unsur else people

    def _reload(self) -> None:
        if not self.has_forum:
            return
        self.model.reload()
        rows = self.model.rowCount()
        self.table.setVisible(rows > 0 and not self.merge.isVisibleTo(self))
        self.nothing.setVisible(rows == 0)
        searching = bool(self.search.text().strip() or self.unsur.value() or self.status.value())
        self.nothing.setText(
            self.tr("Tidak ada undangan yang cocok dengan saringan ini.")
            if searching
            else self.tr("Belum ada undangan. Tulis orang pertama di baris atas, cukup namanya.")
        )
        self._enable()

    def _count(self) -> None:
        count = self.services.peserta.hitung()
        self.counts.setText(self.tr("{n} diundang").format(n=count.diundang))
        self.missing.show_missing(self.services.unsur.tanpa_undangan())
        asked = [(unsur, n) for unsur, (_, n) in count.per_unsur.items() if n]
        choices = [("", self.tr("Semua unsur")), *((unsur, f"{unsur} ({n})") for unsur, n in asked)]
        self.unsur.set_items(choices)
        self.unsur.fill(self.unsur.value() or "")
        letters = self.services.undangan.hitung()
        states = {"": letters.belum, "dicetak": letters.dicetak, "diserahkan": letters.diserahkan}
        named = [(state or _BELUM, f"{status_word(state)} ({n})") for state, n in states.items()]
        self.status.set_items([("", self.tr("Semua surat")), *named])
        self.status.fill(self.status.value() or "")
        self.letters.setText(
            self.tr("Surat diserahkan {n} dari {d}, {t} di antaranya paling lambat {h} hari sebelum forum.").format(
                n=letters.diserahkan, d=letters.diundang, t=letters.tepat_waktu, h=letters.hari
            )
        )
        needs = self.services.kehadiran.keterwakilan().kebutuhan
        if needs:
            words = ", ".join(self.tr("{butuh} {n} orang").format(butuh=word, n=n) for word, n, _ in needs)
            self.letters.setText(
                self.letters.text() + " " + self.tr("Siapkan kebutuhan akses: {daftar}.").format(daftar=words)
            )
        self.letters.setVisible(letters.diundang > 0 and not self.merge.isVisibleTo(self))
        self.panel.printed_button.setEnabled(letters.belum > 0)

    def _enable(self) -> None:
        people = self.chosen()
        self.withdraw_button.setEnabled(bool(people))
        self.merge_button.setEnabled(len(people) == 2)
        self.panel.show_people(people)
        if self.card_button.isChecked():
            self.card.show_person(people[0] if len(people) == 1 else None)

    def _invite(self, baru: PesertaBaru) -> None:
        if attempt(self, lambda: self.services.peserta.undang(baru), self.quick.nama):
            self.services.draf.hapus(_PAGE, _DRAFT)
            self.quick.next_person()

    def _keep_draft(self, texts: dict[str, str]) -> bool:
        """Lay the half-typed person aside; True when that worked."""
        try:
            self.services.draf.simpan(_PAGE, _DRAFT, texts)
        except Trouble as problem:
            self.say.trouble(problem)
            return False
        return True

    def _write(self, record: str, fields: dict[str, object]) -> None:
        attempt(self, lambda: self.services.peserta.ubah(record, **fields))

    def _write_at(self, record: str, fields: dict[str, object], row: FieldRow) -> None:
        if attempt(self, lambda: self.services.peserta.ubah(record, **fields), row):
            row.clear_error()
