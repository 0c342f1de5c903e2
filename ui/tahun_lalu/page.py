"""Usulan tahun lalu: the list with answer and years of waiting; what is ticked is taken up again in one act."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from musrenbang_desktop.domain.tahun_lalu import UsulanMenunggu
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.closed_note import ADDENDUM, ClosedNote, allow
from ui.fields import EmptyState, EmptyWords, FlowLayout, SearchBox, TableView
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.plain_label import plain_label
from ui.say import Action, Say
from ui.table import RowsModel
from ui.tahun_lalu.columns import answer, columns, reason
from ui.theme import primary, quiet
from ui.usulan.lineage import villages_then

GIVING_WAY = {"tempat": (10, 20), "jawaban": (13, 24)}


class TahunLaluPage(ForumPage):
    """What still waits. Nothing is chosen beforehand: the hall decides what comes again."""

    kinds = frozenset({"usulan", "forum", "jawaban", "kabar", "paket", "kesepakatan", "segel"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.chosen: set[str] = set()
        self._waiting: Sequence[UsulanMenunggu] = ()
        self.search = SearchBox(self.tr("Cari usulan tahun lalu"))
        self.kept = KeptFilters(self, services, "tahun_lalu", {"cari": self.search})
        self.all_button = quiet(QPushButton(self.tr("Pilih semua yang tampak")))
        self.again = primary(QPushButton())
        self.again.setToolTip(self.tr("Ctrl+Enter"))
        nothing = self.tr("usulan tahun lalu tidak dapat diajukan lagi di forum ini")
        self.closed = ClosedNote(services, nothing, lambda: self.go("kesepakatan", ADDENDUM), self)
        self.table = TableView(self.tr("Usulan tahun lalu"))
        self.model: RowsModel[UsulanMenunggu] = RowsModel(
            columns(lambda: self.chosen), self._fetch, id_of=lambda row: row.kunci, parent=self
        )
        self.detail = plain_label("redup")
        self.places = QStackedWidget()
        self._lay_out()
        self.search.searched.connect(lambda _text: self.model.reload())
        self.search.left_down.connect(self.table.setFocus)
        self.all_button.clicked.connect(self.choose_all)
        self.again.clicked.connect(self.take_up)
        self.table.current_changed.connect(self._tell)
        self.table.opened.connect(lambda _row: self.toggle())
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.toggle)

    def title(self) -> str:
        return self.tr("Usulan tahun lalu")

    def help_text(self) -> str:
        return self.tr(
            "<p>Usulan tahun-tahun lalu yang belum didanai atau belum dijawab, bersama jawaban kabupaten dan lamanya "
            "menunggu.</p><p><b>Spasi</b> memilih atau melepas baris, <b>Ctrl+Enter</b> mengajukan lagi yang dipilih "
            "sekaligus. Isinya disalin ke daftar tahun ini dan boleh diubah; asalnya tetap tercatat.</p>"
            "<p>Satu usulan tidak dapat diajukan lagi dua kali. <b>Ctrl+Z</b> mengurungkan semuanya sekaligus.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.chosen = set()
            self.kept.restore(self.services.desk.forum_id)
        self.closed.refresh()
        self._waiting = waiting = self.services.tahun_lalu.baris()
        self.chosen &= set(waiting.ids)
        self.places.setCurrentIndex(0 if self._waiting else 1)
        self._show_choice()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
            return
        if not self._waiting:
            self.nothing.buttons[0].setFocus()
            return
        self.table.setFocus()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def save_and_new(self) -> None:
        self.take_up()

    def escape(self) -> bool:
        self.go("usulan")
        return True

    def record_of(self, row: object) -> str:
        return row.kunci if isinstance(row, UsulanMenunggu) else super().record_of(row)

    def show_record(self, record: str) -> None:
        self.table.select_record(record)

    def toggle(self) -> None:
        """Choose the marked rows, or let go of them when the first is chosen already."""
        marked = [self.model.row(index.row()).kunci for index in self.table.selectionModel().selectedRows()]
        if marked:
            self.chosen = self.chosen - set(marked) if marked[0] in self.chosen else self.chosen | set(marked)
            self._show_choice()

    def choose_all(self) -> None:
        """Choose every row on screen, or let go of them when all are chosen."""
        seen = {self.model.id_of_row(place) for place in range(self.model.rowCount())}
        self.chosen = self.chosen - seen if seen <= self.chosen else self.chosen | seen
        self._show_choice()

    def take_up(self) -> None:
        """Ctrl+Enter: what is chosen comes onto this year's list."""
        made: list[str] = []
        chosen = set(self.chosen) if self.closed.isHidden() else set()
        if chosen and self.attempt(lambda: made.extend(self.services.tahun_lalu.ajukan_lagi(chosen))):
            self.say.success(
                self.tr("{n} usulan tahun lalu diajukan lagi.").format(n=len(made)),
                Action(self.tr("Lihat daftar usulan"), lambda: self.go("usulan", made[0])),
            )
            self.on_shown()

    def _fetch(self, _urut: str, _turun: bool) -> Sequence[UsulanMenunggu]:
        words = self.search.text().casefold().split()
        if not words:
            return self._waiting
        return [row for row in self._waiting if all(word in _searched(row) for word in words)]

    def _show_choice(self) -> None:
        self.model.reload()
        n = len(self.chosen)
        self.again.setText(self.tr("Ajukan lagi {n} usulan").format(n=n) if n else self.tr("Ajukan lagi"))
        is_open = self.closed.isHidden()
        allow(self.again, allowed=n > 0 and is_open, why=self.tr("Pilih dulu usulannya") if is_open else "")
        self._tell(self.table.current())

    def _tell(self, row: UsulanMenunggu | None) -> None:
        if row is None:
            self.detail.setText(self.tr("Pilih baris dengan Spasi."))
            return
        parts = [f"{row.label} ({row.tahun}): {answer(row)}", reason(row), row.isi.pengusul]
        told = ". ".join(part for part in parts if part)
        self.detail.setText("\n".join(filter(None, (told, villages_then(self.services, row.kunci)))))

    def _lay_out(self) -> None:
        self.table.set_model(self.model, stretch="judul", gives_way=GIVING_WAY, folds=("biaya", "tempat"))
        EmptyWords(self.table, self.tr("Tidak ada usulan yang memuat kata itu."))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tools = FlowLayout(gap=8)
        tools.add(self.search, 1, 18)
        tools.add(self.all_button)
        tools.add(self.again)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.closed)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        self.nothing = EmptyState(
            "centang",
            self.tr("Tidak ada usulan tahun lalu yang menunggu"),
            self.tr("Semua sudah didanai, sudah diajukan lagi, atau belum ada catatan tahun lalu di laptop ini."),
            ((self.tr("Ke daftar usulan"), lambda: self.go("usulan")),),
        )
        self.places.addWidget(listed)
        self.places.addWidget(self.nothing)
        below = self.tr("Yang belum didanai atau belum dijawab. Pilih dengan Spasi, lalu ajukan lagi.")
        self.column.addWidget(self.heading(self.title(), below))
        self.column.addWidget(self.places, 1)


def _searched(row: UsulanMenunggu) -> str:
    isi = row.isi
    return " ".join((row.label, isi.judul, isi.dusun, isi.lokasi, isi.pengusul, answer(row))).casefold()
