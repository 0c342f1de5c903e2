"""Masukkan ke SIPD: one usulan after another in the order of its form, a tick for each, nothing lost in an outage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from musrenbang_desktop.domain.sipd import DIISI, BarisSipd, isian
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, EmptyState, FieldRow, FlowLayout, LineField
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.say import Say
from ui.sipd.queue import ALL, Queue, QueueProgress
from ui.sipd.refusal import RefusalLine
from ui.sipd.sheet import EntrySheet
from ui.sipd.words import state_words
from ui.theme import look, primary, quiet

if TYPE_CHECKING:
    from musrenbang_desktop.exchange.listing import Daftar
    from musrenbang_desktop.services.ekspor import NamaLain


class SipdPage(ForumPage):
    """The queue of what goes to the kecamatan. The village types it into SIPD; this page copies and remembers."""

    kinds = frozenset({"sipd", "kesepakatan", "usulan", "forum"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.queue = Queue()
        self._numbered = ("", "")
        self.progress = QueueProgress()
        self.only = ChoiceBox(self.tr("Yang ditampilkan"))
        self.choice = ChoiceBox(self.tr("Usulan"))
        self.sheet = EntrySheet()
        self.state = QLabel()
        self.by = LineField(self.tr("Nama pengisi"))
        self.number = LineField(self.tr("Nomor usulan dari SIPD"), placeholder=self.tr("boleh kosong"))
        self.done = primary(QPushButton(self.tr("Sudah dimasukkan")))
        self.refused = QPushButton(self.tr("Ditolak SIPD…"))
        self.wait = QPushButton(self.tr("Lepas tanda"))
        self.following = quiet(QPushButton(self.tr("Usulan berikutnya")))
        self.list = QPushButton(self.tr("Simpan Excel urutan SIPD…"))
        self.report = QPushButton(self.tr("Simpan rekonsiliasi…"))
        self.match = QPushButton(self.tr("Cocokkan dengan daftar SIPD…"))
        self.reason = RefusalLine()
        self.reason.keep_in(FormDraft(self.reason, services, "sipd_tolak", self.reason.words))
        self.half = FormDraft(self, services, "sipd", self._words)
        self._nothing = EmptyState(
            "sepakat",
            self.tr("Belum ada usulan untuk kecamatan"),
            self.tr("Yang dimasukkan ke SIPD adalah usulan yang disepakati dibawa ke kecamatan."),
            ((self.tr("Buka Kesepakatan"), lambda: self.go("kesepakatan")),),
        )
        self._lay_out()
        self.kept = KeptFilters(self, services, "sipd", {"hanya": self.only})
        self._connect()

    def title(self) -> str:
        return self.tr("Masukkan ke SIPD")

    def help_text(self) -> str:
        return self.tr(
            "<p>Buka formulir usulan SIPD di peramban, lalu salin isian dari sini satu per satu. <b>Enter</b> menyalin "
            "isian lalu turun ke isian berikutnya, angka <b>1</b> sampai <b>9</b> menyalin isian bernomor itu, panah "
            "hanya berpindah. Di SIPD tempel dengan Ctrl+V.</p>"
            "<p>Sesudah tersimpan di SIPD tekan <b>Sudah dimasukkan</b> (Ctrl+Enter); nama pengisi dan jamnya dicatat, "
            "dan usulan berikutnya tampil. Ctrl+Z melepas tandanya lagi.</p>"
            "<p>Bila SIPD putus, berhenti saja: yang menunggu tetap di antrean. <b>Simpan rekonsiliasi</b> menghitung "
            "yang sudah, yang menunggu, dan yang ditolak untuk kecamatan.</p>"
            "<p>Program ini tidak masuk ke SIPD dan tidak menyimpan kata sandinya.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.reason.set_aside()
            self.kept.restore(self.services.desk.forum_id)
            self.by.fill(self.services.sipd.nama_terakhir())
        keep = self.current.usulan.id if self.current else next(iter(self.services.draf.ambil("sipd")), "")
        self.queue.every = self.services.sipd.antrean()
        self._fill(keep)

    @property
    def current(self) -> BarisSipd | None:
        """The usulan in front."""
        place = self.choice.currentIndex()
        return self.queue.shown[place] if 0 <= place < len(self.queue.shown) else None

    def on_shown(self) -> None:
        if self.queue.shown:
            self.sheet.start()
        else:
            super().on_shown()

    def show_record(self, record: str) -> None:
        """An usulan, or what was noted about it."""
        self.only.setCurrentIndex(self.only.findData(ALL))
        self._fill(record.removesuffix(".sipd"))

    def save_and_new(self) -> None:
        """Tick the usulan in front; the next one that waits comes."""
        row = self.current
        if row is None:
            return
        self.by.commit()
        if self.attempt(lambda: self.services.sipd.masuk(row.usulan.id, self.by.text(), self.number.text())):
            self.half.forget()
            self._after(row)

    def _words(self) -> dict[str, str]:
        """What is half typed beside the usulan in front; the name of the one before stands here by itself."""
        row, number = self.current, self.number.text().strip()
        typed = row is not None and (
            (number and number != row.catatan.sipd_id)
            or self.by.text().strip() not in ("", self.services.sipd.nama_terakhir())
        )
        return {"nomor": number, "oleh": self.by.text()} if typed else {}

    def refuse(self) -> None:
        """Ask what SIPD said, then note it."""
        row = self.current
        if row is not None:
            note = self.services.sipd.tolak
            self.reason.ask_about(row.usulan, lambda text: note(row.usulan.id, self.by.text(), text))

    def record_of(self, _row: object) -> str:
        return self.current.usulan.id if self.current else ""

    def listing(self) -> Daftar | None:
        from musrenbang_desktop.services.ekspor_sipd import urutan_sipd  # only when somebody saves the list

        forum = self.services.forum.aktif()
        return urutan_sipd(forum, self.queue.shown) if forum else None

    def save_list(self) -> None:
        """The whole queue in the columns of SIPD."""
        self._save("sipd", self.tr("Usulan urutan SIPD.xlsx"))

    def save_report(self) -> None:
        """Done, waiting, refused: the sums and the lists, for the kecamatan."""
        self._save("rekonsiliasi_sipd", self.tr("Rekonsiliasi SIPD.xlsx"))

    def match_list(self) -> None:
        """Take ids over from a list that SIPD wrote."""
        from ui.sipd.matching import match

        match(self, self.queue.every, self.by)

    def _save(self, nama: NamaLain, suggested: str) -> None:
        from ui.sipd.saving import save

        save(self, nama, suggested)

    def _after(self, row: BarisSipd) -> None:
        """The next that waits, behind the one that was ticked; or the end."""
        following = self.queue.after(row)
        if following:
            self._fill(following.usulan.id)
            self.sheet.start()
        else:
            self.say.success(self.tr("Semua usulan sudah dimasukkan atau ditolak. Simpan rekonsiliasinya."))

    def _all_copied(self) -> None:
        """Whoever types is known after the first one; then only the number is asked."""
        (self.number if self.by.text().strip() else self.by).setFocus()

    def _go_on(self) -> None:
        place = self.choice.currentIndex() + 1
        self.choice.setCurrentIndex(place if place < len(self.queue.shown) else 0)
        self._show()
        self.sheet.start()

    def _fill(self, keep: str) -> None:
        place = self.queue.narrow(self.only.currentData(), keep)
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([f"{row.urutan}. {row.usulan.label} {row.usulan.judul}" for row in self.queue.shown])
        self.choice.setCurrentIndex(place)
        self.choice.blockSignals(False)
        self.progress.show_queue(self.queue.every)
        self._nothing.setVisible(not self.queue.every)
        for widget in self._work:
            widget.setVisible(bool(self.queue.every))
        self._show()

    def _show(self) -> None:
        row, forum = self.current, self.services.forum.aktif()
        ready = row is not None and forum is not None
        self.sheet.setVisible(ready)
        for button in (self.done, self.refused, self.following):
            button.setEnabled(ready)
            button.setToolTip("" if ready else self.tr("Tidak ada usulan yang menunggu"))
        self.wait.setVisible(ready and bool(row and row.catatan.keadaan))
        if row is None or forum is None:
            self.state.setText(self.tr("Tidak ada yang menunggu.") if self.queue.every else "")
            return
        recorded = row.usulan.id, row.catatan.sipd_id
        if recorded != self._numbered:  # a number belongs to one usulan and never goes on to the next
            self._numbered = recorded
            self.half.flush()
            half = self.half.found(row.usulan.id)
            if row.catatan.keadaan:
                half = {}
            self.number.fill(half.get("nomor") or row.catatan.sipd_id)
            self.by.fill(half.get("oleh") or self.by.text())
        values = isian(forum, row)
        self.sheet.show_usulan(f"{row.usulan.label} {row.usulan.judul}", [values[name] for name in DIISI])
        self.state.setText(state_words(row))

    def _take_off(self) -> None:
        row = self.current
        if row is not None:
            self.attempt(lambda: self.services.sipd.tunggu(row.usulan.id))

    def _lay_out(self) -> None:
        for text, key in (
            (self.tr("Yang menunggu"), ""),
            (self.tr("Semua"), ALL),
            (self.tr("Yang ditolak"), "ditolak"),
        ):
            self.only.addItem(text, key)
        self.only.setCurrentIndex(0)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        look(self.state, "redup")
        above = FlowLayout(gap=8)
        above.add(self.choice, 1, 30)
        above.add(self.only, 0, 20)
        above.add(self.following)
        below = FlowLayout(gap=8)
        below.add(FieldRow(self.tr("Nama pengisi"), self.by), 1, 16)
        below.add(FieldRow(self.tr("Nomor dari SIPD"), self.number), 1, 16)
        acts = FlowLayout(gap=8)
        for button in (self.done, self.refused, self.wait, self.list, self.report, self.match):
            acts.add(button)
        self.column.addWidget(
            self.heading(self.title(), self.tr("Salin isian demi isian ke formulir SIPD, lalu beri tanda."))
        )
        self.column.addWidget(self._nothing, 1)
        self.column.addWidget(self.progress)
        self.column.addLayout(above)
        self.column.addWidget(self.sheet)
        self.column.addWidget(self.state)
        self.column.addLayout(below)
        self.column.addWidget(self.reason)
        self.column.addLayout(acts)
        self.column.addStretch(1)
        rows = self.body.findChildren(FieldRow)
        buttons = (self.following, self.done, self.refused, self.list, self.report, self.match)
        self._work: Sequence[QWidget] = (self.progress, self.choice, self.only, self.state, *rows, *buttons)

    def _connect(self) -> None:
        self.only.activated.connect(lambda _place: self._fill(self.current.usulan.id if self.current else ""))
        self.choice.activated.connect(lambda _place: self._show())
        self.choice.currentIndexChanged.connect(lambda _place: self._show())
        self.done.clicked.connect(lambda _checked=False: self.save_and_new())
        self.refused.clicked.connect(lambda _checked=False: self.refuse())
        self.wait.clicked.connect(lambda _checked=False: self._take_off())
        self.following.clicked.connect(lambda _checked=False: self._go_on())
        self.list.clicked.connect(lambda _checked=False: self.save_list())
        self.report.clicked.connect(lambda _checked=False: self.save_report())
        self.match.clicked.connect(lambda _checked=False: self.match_list())
        self.sheet.finished.connect(self._all_copied)
        self.number.returnPressed.connect(self.save_and_new)
        for field in (self.by, self.number):
            field.textEdited.connect(self.half.touch)
        self.reason.failed.connect(self.say.trouble)
