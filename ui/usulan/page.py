"""W4 Usulan: the quick line above, the grid below, one usulan at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.closed_note import ADDENDUM
from ui.fields import DetailLine, TableView, with_detail
from ui.forum_page import ForumPage
from ui.impor.words import CLIPBOARD
from ui.kept_filters import KeptFilters
from ui.say import Say
from ui.table import RowsModel
from ui.usulan.alike_count import AlikeCount
from ui.usulan.columns import columns
from ui.usulan.filters import FilterRow
from ui.usulan.last_year_hint import LastYearHint
from ui.usulan.list_and_panel import ListAndPanel
from ui.usulan.nothing import no_match, no_usulan
from ui.usulan.panel import UsulanPanel
from ui.usulan.quick_line import QuickLine
from ui.usulan.row_acts import copy_row, move_row

GIVING_WAY = {"asal": (8, 12), "pengusul": (8, 14), "tempat": (12, 22)}
"""The columns that are cut short instead of pushing cost and completeness out of sight."""
FOLDS = ("asal", "pengusul", "volume", "lengkap", "tempat", "siap", "perkiraan_biaya")
"""Out of sight in a narrow window, the least needed first; their words stand below the grid."""


class UsulanPage(ForumPage):
    """Everything that was proposed."""

    kinds = frozenset({"usulan", "forum", "kesepakatan", "segel", "jawaban", "bukti", "lampiran", "paket", "kontak"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.last_year = LastYearHint(services, self.body)
        self.quick = QuickLine(services, self.body)
        self.filters = FilterRow(self.body)
        self.beside = ListAndPanel(self, (self.quick, self.filters, self.last_year))
        self.places = self.beside.places
        self.grid = TableView(self.tr("Daftar usulan"), self.places)
        self.detail = DetailLine(self.grid)
        self.model: RowsModel[Usulan] = RowsModel(columns(self._write_cell), self._fetch, sort="nomor", parent=self)
        self._panel: UsulanPanel | None = None
        self._fill_places()
        self.alike_count = AlikeCount(self, self.quick.alike)
        self._lay_out()
        self._connect()
        self.kept = KeptFilters(self, services, "usulan", self.filters.named, self.grid)

    def title(self) -> str:
        return self.tr("Usulan")

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Baris cepat</b> di atas: cukup judul, lalu <b>Ctrl+Enter</b>. Dusun dan pengusul tetap terisi "
            "untuk usulan berikutnya. Volume boleh ditulis <i>120 m2</i>, biaya <i>125 jt</i>, RT/RW <i>2/1</i>.</p>"
            "<p><b>Enter</b> pada daftar membuka rincian, <b>F2</b> mengubah sel, <b>Ctrl+D</b> menyalin baris, "
            "<b>Ctrl+F</b> mencari, <b>Ctrl+V</b> menempel dari Excel atau WhatsApp, "
            "<b>Ctrl+G</b> menggabung yang ganda, <b>Ctrl+Z</b> mengurungkan. "
            "<b>Alt+1</b>, <b>Alt+2</b>, dan seterusnya membuka bagian rincian, <b>Alt+0</b> yang kesepuluh. "
            "<b>Alt+Atas</b> dan <b>Alt+Bawah</b> mengurutkan di dalam RW atau kelompoknya (P1, P2).</p>"
            "<p>Usulan tidak pernah dihapus. Yang batal tetap tampak bersama alasannya, yang digabung tetap menyebut "
            "usulan yang meneruskannya.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is not None and changes.kinds == {"kontak"}:
            self._show_panel_again()
            return
        jumlah = self.services.usulan.jumlah()
        self.quick.refresh()
        self.last_year.refresh()
        for section in self._panel.sections if self._panel else ():
            section.refresh_words()
        self.filters.refresh(self.services, jumlah)
        self.beside.take_nothing(self.grid, closed=self.quick.is_closed)
        self.alike_count.begin()
        if changes is None:
            self.close_panel()
            self.kept.restore(self.services.desk.forum_id)
        if self.grid.state() == QAbstractItemView.State.EditingState:
            QTimer.singleShot(0, self, self._reload)  # the editor closes first
        else:
            self._reload()

    def on_shown(self) -> None:
        if self.has_forum:
            (self.grid.setFocus if self.quick.may_pass_over else self.quick.focus_first)()

    def focus_filter(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def new_item(self) -> None:
        self.quick.focus_first()

    def save_and_new(self) -> None:
        if self.has_forum:
            self.quick.save()

    def escape(self) -> bool:
        if not self.panel_open:
            return False
        if not self.panel.reason.cancel():
            self.close_panel()
            self.grid.setFocus()
        return True

    def settle(self) -> bool:
        self.quick.keep_draft()
        for section in self._panel.sections if self._panel else ():
            section.leave()
        return not self.quick.unrecorded and not (self._panel and self._panel.unrecorded)

    def show_record(self, record: str) -> None:
        """An usulan, or one part of its details (``id.lampiran``)."""
        record, _, part = record.partition(".")
        if self.model.place_of(record) < 0:
            self.filters.clear()
        if self.grid.select_record(record):
            self.open_panel(part)

    @property
    def panel(self) -> UsulanPanel:
        """The details of one usulan; made when one is first opened."""
        if self._panel is None:
            panel = self._panel = UsulanPanel(self.services)
            panel.closed.connect(self.escape)
            panel.problem.connect(self.attempt)
            panel.neighbours.wanted.connect(lambda record: self.go("ganda", record))
            panel.failed.connect(lambda problem: self.say.trouble(problem, retry=panel.leave))
            panel.reason.failed.connect(self.say.trouble)
            self.beside.put_panel(panel)
        return self._panel

    @property
    def panel_open(self) -> bool:
        """Whether the details are in sight."""
        return self._panel is not None and not self._panel.isHidden()

    def open_panel(self, part: str = "") -> None:
        """Show the current usulan at the right, open at one ``part``."""
        usulan = self.grid.current()
        if usulan is None:
            return
        self.panel.show_usulan(usulan)
        self.panel.show()
        self.beside.share_room()
        self.panel.begin(part)

    def close_panel(self) -> None:
        """Only the grid."""
        if self.panel_open:
            self.panel.leave()
            self.panel.hide()
            self.beside.share_room()

    def copy_row(self) -> None:
        """Ctrl+D: the current usulan once more, as a new one, opened to say what differs."""
        if made := copy_row(self):
            self._reload()
            self.show_record(made)

    def rank(self, step: int) -> None:
        """Alt+Up, Alt+Down: the current usulan one place up or down within its RW, dusun or group."""
        move_row(self, step)

    def paste(self) -> None:
        """Ctrl+V on the list: rows of Excel or a message are looked at on the page of imports."""
        self.go("impor", CLIPBOARD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.beside.share_room()

    def _fill_places(self) -> None:
        self.grid.set_model(self.model, stretch="judul", gives_way=GIVING_WAY, folds=FOLDS)
        nothing = no_usulan(self.quick.focus_first, lambda: self.go("impor"))
        for widget in (with_detail(self.grid, self.detail), nothing, no_match(self.filters.clear)):
            self.places.addWidget(widget)

    def _lay_out(self) -> None:
        self.column.addWidget(self.last_year)
        self.column.addWidget(self.quick)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.beside, 1)

    def _connect(self) -> None:
        self.quick.recorded.connect(self._on_recorded)
        self.quick.refused.connect(self.say.trouble)
        self.quick.agreement_wanted.connect(lambda: self.go("kesepakatan", ADDENDUM))
        self.filters.changed.connect(self._reload)
        self.filters.import_wanted.connect(lambda: self.go("impor"))
        self.filters.copy_wanted.connect(self.copy_row)
        self.filters.paste_wanted.connect(self.paste)
        pasted = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.grid)
        pasted.setContext(Qt.ShortcutContext.WidgetShortcut)
        pasted.activated.connect(self.paste)
        self.filters.inbox_wanted.connect(lambda: self.go("titipan"))
        self.last_year.wanted.connect(lambda: self.go("tahun_lalu"))
        self.quick.alike.wanted.connect(self.show_record)
        self.quick.alike.earlier_wanted.connect(lambda key: self.go("tahun_lalu", key))
        self.quick.alike.neighbour_told.connect(self.say.info)
        self.quick.alike.pairs_wanted.connect(lambda: self.go("ganda"))
        self.filters.search.left_down.connect(self.grid.setFocus)
        self.grid.opened.connect(lambda _usulan: self.open_panel())
        self.grid.current_changed.connect(self._on_current)
        self.model.refused.connect(self._on_refused)
        for key, run in (
            ("Ctrl+D", self.copy_row),
            ("Ctrl+G", self.quick.alike.pairs_wanted.emit),
            ("Alt+Up", lambda: self.rank(-1)),
            ("Alt+Down", lambda: self.rank(1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def _fetch(self, urut: str, turun: bool) -> Sequence[Usulan]:
        if self.services.forum.aktif() is None:
            return []
        return self.services.usulan.baris(self.filters.saringan(urut, turun))

    def _write_cell(self, record: str, **fields: Any) -> None:
        """Record one cell; a broken rule goes back to the grid, trouble is said."""

        def write() -> None:
            self.services.usulan.ubah(record, **fields)

        try:
            write()
        except Trouble as problem:
            self.say.trouble(problem, retry=lambda: self.attempt(write))  # by then the grid no longer listens

    def _reload(self) -> None:
        self.model.reload()
        rows = self.model.rowCount()
        shown = 0 if rows else 2 if self.filters.active else 1
        self.places.setCurrentIndex(shown)
        self.filters.copy_button.setEnabled(rows > 0 and not self.quick.is_closed)
        self._show_panel_again()

    def _show_panel_again(self) -> None:
        if self.panel_open:
            usulan = self.services.usulan.satu(self.panel.record)
            if usulan is None:
                self.close_panel()
            else:
                self.panel.show_usulan(usulan)

    def _on_recorded(self, record: str) -> None:
        self._reload()
        self.grid.select_record(record)

    def _on_current(self, usulan: Usulan | None) -> None:
        if usulan is not None and self.panel_open:
            self.panel.show_usulan(usulan)

    def _on_refused(self, broken: RuleBroken) -> None:
        """A cell was not understood: the words stay, in the field of the panel that explains it."""
        if broken.field not in self.panel.form.rows:
            self.say.trouble(broken)
            return
        QTimer.singleShot(0, self, self._continue_in_panel(broken))

    def _continue_in_panel(self, broken: RuleBroken) -> Callable[[], None]:
        def show() -> None:
            self.open_panel()
            self.panel.form.put(broken.field, broken.text)

        return show
