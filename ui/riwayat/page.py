"""The page Riwayat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.riwayat import Langkah
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.fields import SearchBox, TableView
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.panels import Card, SideBySide
from ui.plain_label import plain_label
from ui.riwayat.model import columns, day_and_hour, details
from ui.riwayat.remembered import RememberedCard
from ui.say import Say
from ui.table import RowsModel

SHOWN = 300
COPIES = 8


class RiwayatPage(ForumPage):
    """Every act, newest first; the last one can be taken back."""

    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.search = SearchBox(self.tr("Cari di riwayat"), self.tr("Cari nama, usulan, atau kata lain"))
        self.model: RowsModel[Langkah] = RowsModel(columns(), self._fetch, id_of=lambda act: f"{act.langkah} {act.jam}")
        self.table = TableView(self.tr("Riwayat"))
        self.table.set_model(self.model, stretch="kalimat")
        self.search.searched.connect(lambda _text: self._reload())
        self.search.left_down.connect(self.table.setFocus)
        self.table.current_changed.connect(lambda _row: self._show_details())
        self.undo_button = push(
            self.tr("Urungkan langkah terakhir"),
            lambda: self._travel(self.services.riwayat.batalkan),
            "urungkan",
            self.tr("Ctrl+Z"),
        )
        self.redo_button = push(
            self.tr("Ulangi"), lambda: self._travel(self.services.riwayat.ulangi), "ulangi", self.tr("Ctrl+Y")
        )
        self.copy_button = push(self.tr("Buat titik simpan"), self.make_copy, "simpan", self.tr("Ctrl+S"))
        self.undo_text, self.redo_text, self.copies_text = self._quiet(), self._quiet(), self._quiet()
        self.details, self.nothing = self._quiet(), self._quiet()
        self.details_card = Card(self.tr("Rincian"))
        self.remembered = RememberedCard(self)
        self.kept = KeptFilters(self, services, "riwayat", {"cari": self.search})
        self._lay_out()

    def title(self) -> str:
        return self.tr("Riwayat")

    def help_text(self) -> str:
        return self.tr(
            "<p>Semua langkah tercatat di sini, yang terbaru di atas. "
            "Tidak ada langkah yang dapat dihapus; mengurungkan pun tercatat.</p>"
            "<p><b>Ctrl+Z</b> mengurungkan langkah terakhir, "
            "<b>Ctrl+Y</b> mengulanginya, juga sesudah laptop dimatikan.</p>"
            "<p>Nomor telepon dan tanggal lahir tidak pernah disebut di sini, hanya bahwa diubah. Isi lamanya "
            "dilupakan sesudah 30 hari, atau begitu <b>Lupakan sekarang</b> ditekan.</p>"
            "<p><b>Ctrl+F</b> mencari. Pilih sebuah baris untuk melihat rinciannya.</p>"
            "<p><b>Titik simpan</b> adalah salinan seluruh data; "
            "dibuat sendiri, dan setiap kali <b>Ctrl+S</b> ditekan.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.kept.restore(self.services.desk.forum_id)
        self._reload()
        self._show_ways()
        self._show_copies()
        self.remembered.read()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
            return
        self._show_copies()  # they are made by themselves, without a change that would be told
        if not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)
        self.table.setFocus()

    def record_of(self, row: object) -> str:
        """What an act changed first."""
        return row.record if isinstance(row, Langkah) else ""

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def make_copy(self) -> None:
        """A titik simpan now."""
        self.background.run(
            lambda _control: self.services.cadangan.buat(),
            lambda _made: self._copied(),
            label=self.tr("Membuat titik simpan"),
        )

    def _copied(self) -> None:
        self._show_copies()
        self.say.success(self.tr("Titik simpan dibuat dan sudah diperiksa."))

    def _lay_out(self) -> None:
        left = QWidget(self.body)
        main = QVBoxLayout(left)
        main.setContentsMargins(0, 0, 0, 0)
        main.setSpacing(10)
        for widget in (self.search, self.nothing):
            main.addWidget(widget)
        main.addWidget(self.table, 1)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 10)
        side = QWidget(self.body)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        back = Card()
        for part in (self.undo_button, self.undo_text, self.redo_button, self.redo_text):
            back.body.addWidget(part)
        copies = Card(self.tr("Titik simpan"))
        for part in (self.copies_text, self.copy_button):
            copies.body.addWidget(part)
        self.details_card.body.addWidget(self.details)
        for card in (back, self.details_card, copies, self.remembered):
            column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(
            self.heading(
                self.title(),
                self.tr("Semua langkah tercatat. Tidak ada langkah yang dapat dihapus di sini."),
            )
        )
        self.column.addWidget(SideBySide(left, side, least=80), 1)

    def _quiet(self) -> QLabel:
        return plain_label("redup", parent=self)

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Langkah]:
        words = self.search.text().strip()
        return self.services.riwayat.daftar(SHOWN, words) if words else self.services.riwayat.baris(SHOWN)

    def _reload(self) -> None:
        if not self.has_forum:
            return
        self.model.reload()
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self.nothing.setVisible(empty)
        self.nothing.setText(self.tr("Tidak ada langkah yang memuat kata itu."))
        self._show_details()

    def _show_details(self) -> None:
        act = self.table.current()
        several = act is not None and len(act.rincian) > 1
        self.details_card.setVisible(several)
        self.details.setText(details(act) if several else "")

    def _show_ways(self) -> None:
        history = self.services.riwayat
        for button, label, text, nothing in (
            (self.undo_button, self.undo_text, history.teks_batal(), self.tr("Tidak ada yang dapat diurungkan.")),
            (self.redo_button, self.redo_text, history.teks_ulang(), self.tr("Tidak ada yang dapat diulangi.")),
        ):
            self._show_way(button, label, text, nothing)

    def _show_way(self, button: QPushButton, label: QLabel, text: str | None, nothing: str) -> None:
        button.setEnabled(text is not None)
        label.setText(text or nothing)
        button.setAccessibleDescription(text or nothing)

    def _show_copies(self) -> None:
        copies = self.services.cadangan.daftar()[:COPIES]
        lines = [day_and_hour(copy.jam) for copy in copies]
        self.copies_text.setText("\n".join(lines) or self.tr("Belum ada titik simpan."))

    def _travel(self, step: Callable[[], Changes | None]) -> None:
        done: list[Changes | None] = []
        if attempt(self, lambda: done.append(step())) and done[0]:
            label = done[0].label
            self.say.success(label[:1].upper() + label[1:] + ".")
