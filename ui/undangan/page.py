"""The page Undangan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel

from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.fields import ChoiceBox, FlowLayout, SearchBox
from ui.forum_page import ForumPage
from ui.say import Action, Say
from ui.sentences import sentence
from ui.table import RowsModel
from ui.theme import look, quiet
from ui.undangan.columns import number_column, person_columns
from ui.undangan.quick import QuickLine
from ui.undangan.table import PeopleTable

_PAGE, _DRAFT = "undangan", "baru"


class UndanganPage(ForumPage):
    """The list of invitations."""

    kinds: ClassVar[frozenset[str]] = frozenset({"peserta", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.quick = QuickLine()
        self.quick.added.connect(self._invite)
        self.quick.typed.connect(lambda texts: self.services.draf.simpan(_PAGE, _DRAFT, texts))
        self.counts = QLabel(self)
        look(self.counts, "anak-judul")
        self.unsur = ChoiceBox(self.tr("Tampilkan satu unsur"))
        self.unsur.committed.connect(lambda _unsur: self._reload())
        self.search = SearchBox(self.tr("Saring undangan"))
        self.search.searched.connect(lambda _text: self._reload())
        self.model: RowsModel[Peserta] = RowsModel([number_column(), *person_columns(self._write)], self._fetch)
        self.model.refused.connect(lambda broken: self.say.warning(sentence(broken)))
        self.table = PeopleTable(self.tr("Daftar undangan"))
        self.table.set_model(self.model, stretch="nama")
        self.search.left_down.connect(self.table.setFocus)
        self.table.current_changed.connect(lambda _row: self._enable())
        self.withdraw_button = quiet(
            push(self.tr("Batalkan undangan"), self.withdraw, tip=self.tr("Keluarkan orang yang dipilih dari undangan"))
        )
        self.nothing = QLabel(self)
        self.nothing.setWordWrap(True)
        look(self.nothing, "redup")
        self._lay_out()

    def title(self) -> str:
        return self.tr("Undangan")

    def help_text(self) -> str:
        return self.tr(
            "<p>Tulis satu orang di baris atas, lalu <b>Enter</b>. Cukup nama; yang lain boleh menyusul.</p>"
            "<p>Unsur dan dusun tetap terisi, supaya satu kelompok dapat ditulis berurutan.</p>"
            "<p>Di tabel: <b>F2</b> mengubah sel, <b>Ctrl+F</b> menyaring, <b>Ctrl+C</b> menyalin baris ke Excel.</p>"
            "<p>RT/RW cukup ditulis <b>2/1</b>. <b>Ctrl+Z</b> mengurungkan.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        self.quick.offer(self.services.peserta.unsur(), self.services.usulan.pilihan("dusun"))
        if changes is None:
            self.quick.restore(self.services.draf.ambil(_PAGE).get(_DRAFT, {}))
        self._count()
        self._reload()

    def on_shown(self) -> None:
        if self.has_forum:
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

    def show_record(self, record: str) -> None:
        self.unsur.fill("")
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

    def _undo(self) -> None:
        attempt(self, self.services.riwayat.batalkan)

    def _lay_out(self) -> None:
        tools = FlowLayout(gap=10)
        tools.add(self.counts)
        tools.add(self.unsur, letters=20)
        tools.add(self.search, stretch=1, letters=24)
        tools.add(self.withdraw_button)
        self.column.addWidget(self.quick)
        self.column.addLayout(tools)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.table, 1)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 8)

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Peserta]:
        people = self.services.peserta.daftar(self.search.text().strip(), "undangan")
        unsur = self.unsur.value()
        return [one for one in people if one.unsur == unsur] if unsur else people

    def _reload(self) -> None:
        if not self.has_forum:
            return
        self.model.reload()
        self.table.keep_narrow()
        rows = self.model.rowCount()
        self.table.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        searching = bool(self.search.text().strip() or self.unsur.value())
        self.nothing.setText(
            self.tr("Tidak ada undangan yang cocok dengan saringan ini.")
            if searching
            else self.tr("Belum ada undangan. Tulis orang pertama di baris atas, cukup namanya.")
        )
        self._enable()

    def _count(self) -> None:
        count = self.services.peserta.hitung()
        self.counts.setText(self.tr("{n} diundang").format(n=count.diundang))
        asked = [(unsur, n) for unsur, (_, n) in count.per_unsur.items() if n]
        choices = [("", self.tr("Semua unsur")), *((unsur, f"{unsur} ({n})") for unsur, n in asked)]
        self.unsur.set_items(choices)
        self.unsur.fill(self.unsur.value() or "")

    def _enable(self) -> None:
        self.withdraw_button.setEnabled(self.table.current() is not None)

    def _invite(self, baru: PesertaBaru) -> None:
        if attempt(self, lambda: self.services.peserta.undang(baru), self.quick.nama):
            self.services.draf.hapus(_PAGE, _DRAFT)
            self.quick.next_person()

    def _write(self, record: str, fields: dict[str, object]) -> None:
        attempt(self, lambda: self.services.peserta.ubah(record, **fields))
