"""The inbox: usulan that came outside a forum wait here, and one key takes them into the forum on the desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from musrenbang_desktop.domain.titipan import Titipan
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from ui.background import Background
from ui.closed_note import ADDENDUM, ClosedNote
from ui.colours import colours
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, DetailLine, EmptyWords, FlowLayout, SearchBox, TableView, with_detail
from ui.forum_page import ForumPage
from ui.kept_filters import KeptFilters
from ui.reason_line import ReasonLine
from ui.say import Action, Say
from ui.table import Column, RowsModel
from ui.theme import primary
from ui.titipan.form import TitipanForm
from ui.translation import QT_TRANSLATE_NOOP


def tr(text: str) -> str:
    """Translate a text of this table."""
    return QCoreApplication.translate("TitipanGrid", text)


class TitipanPage(ForumPage):
    """Tickets, those that wait first."""

    kinds = frozenset({"titipan", "usulan", "forum", "kesepakatan", "segel"})

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.form = TitipanForm(services)
        self._all: list[Titipan] = []
        self.search = SearchBox(self.tr("Cari titipan"), self.tr("Cari tiket, usulan, atau pembawanya"))
        self.only = ChoiceBox(self.tr("Saring titipan"))
        self.only.set_items([("", self.tr("Semua titipan")), *((key, tr(name)) for key, name in STATES.items())])
        self.only.fill("")
        self.grid = TableView(self.tr("Daftar titipan"))
        self.detail = DetailLine(self.grid)
        self.model: RowsModel[Titipan] = RowsModel(columns(), self._fetch, parent=self)
        self.take_button = primary(QPushButton(self))
        self.withdraw_button = QPushButton(self.tr("Batalkan titipan ini"), self)
        self.restore_button = QPushButton(self.tr("Pulihkan titipan ini"), self)
        nothing = self.tr("titipan tidak dapat masuk ke forum ini; yang menunggu tersimpan untuk forum berikutnya")
        self.closed = ClosedNote(services, nothing, lambda: self.go("kesepakatan", ADDENDUM), self)
        self.reason = ReasonLine()
        self.reason.keep_in(FormDraft(self.reason, services, "titipan_batal", self.reason.words))
        self._lay_out()
        self.kept = KeptFilters(self, services, "titipan", {"cari": self.search, "hanya": self.only})
        self._connect()

    def title(self) -> str:
        return self.tr("Titipan")

    def help_text(self) -> str:
        return self.tr(
            "<p>Warga boleh menitipkan usulan kapan saja, juga di luar musrenbang. Setiap titipan mendapat nomor "
            "tiket (T-001) yang dapat ditulis di secarik kertas untuk pembawanya.</p>"
            "<p><b>Masukkan</b> memindahkan semua titipan yang menunggu ke forum yang sedang dibuka, sekali tekan; "
            "<b>Ctrl+Z</b> mengurungkannya. Daftar ini tetap menyebut di forum mana dan dengan nomor berapa.</p>"
            "<p><b>Ctrl+F</b> mencari di daftar ini, misalnya nomor tiket yang dibawa warga; <b>Ctrl+Shift+S</b> "
            "menyimpan yang tampak sebagai Excel atau CSV.</p>"
            "<p>Nomor telepon hanya ada di laptop ini: tidak dicetak, tidak diekspor, tidak dikirim.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.reason.set_aside()
            self.kept.restore(self.services.desk.forum_id)
        self.form.refresh()
        self._all = self.services.titipan.daftar()
        self.model.reload()
        self._tell_empty()
        waiting = self.services.titipan.menunggu()
        taking = self.tr("Masukkan {n} titipan ke forum ini").format(n=waiting)
        self.take_button.setText(taking if waiting else self.tr("Tidak ada titipan yang menunggu"))
        closed = self.closed.refresh() and self.closed.words
        self.closed.setVisible(bool(closed and waiting))
        self.take_button.setEnabled(waiting > 0 and not closed)
        usual = self.tr("Semua sekaligus; Ctrl+Z mengurungkannya")
        nothing = self.tr("Semua titipan sudah masuk forum, atau belum ada yang dicatat")
        self.take_button.setToolTip(closed.text() if closed else usual if waiting else nothing)
        self._on_current()

    def on_shown(self) -> None:
        if self.has_forum:
            self.form.focus_first()

    def focus_filter(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def new_item(self) -> None:
        self.form.focus_first()

    def save_and_new(self) -> None:
        if self.has_forum:
            self.form.save()

    def escape(self) -> bool:
        return self.reason.cancel()

    def show_record(self, record: str) -> None:
        """One ticket, whatever is searched for."""
        if self.model.place_of(record) < 0:
            self.search.clear()
            self.only.fill("")
            self._refilter()
        self.grid.select_record(record)

    def settle(self) -> bool:
        self.form.keep_draft()
        return not self.reason.unrecorded

    def take_in(self) -> None:
        """Move all that wait into the forum on the desk."""
        made: list[str] = []
        if self.attempt(lambda: made.extend(self.services.titipan.masukkan())):
            self.say.success(
                self.tr("{n} titipan masuk ke forum ini. Ctrl+Z mengurungkannya.").format(n=len(made)),
                Action(self.tr("Lihat di Usulan"), lambda: self.go("usulan", made[0])),
            )

    def withdraw(self) -> None:
        """Ask why, then withdraw the current ticket."""
        titipan = self.grid.current()
        if titipan is not None:
            self.reason.ask(
                self.tr("Kenapa {tiket} dibatalkan? Titipan tetap di daftar, dengan alasannya.").format(
                    tiket=titipan.tiket
                ),
                self.tr("Batalkan titipan"),
                lambda text: self.services.titipan.batalkan(titipan.id, text),
                (self.tr("Ditarik oleh pembawanya"), self.tr("Salah catat")),
                key=titipan.id,
            )

    def _restore(self) -> None:
        titipan = self.grid.current()
        if titipan is not None:
            self.attempt(lambda: self.services.titipan.pulihkan(titipan.id))

    def _lay_out(self) -> None:
        self.grid.set_model(self.model, stretch="judul", folds=("tanggal", "pengusul", "tempat"))
        self.empty = EmptyWords(self.grid, "")
        tools = FlowLayout(gap=8)
        tools.add(self.search, 1, 24)
        tools.add(self.only, 0, 18)
        buttons = FlowLayout(gap=8)
        for button in (self.take_button, self.withdraw_button, self.restore_button):
            buttons.add(button)
        self.column.addWidget(self.form)
        self.column.addWidget(self.closed)
        self.column.addLayout(buttons)
        self.column.addWidget(self.reason)
        self.column.addLayout(tools)
        self.column.addWidget(with_detail(self.grid, self.detail), 1)

    def _connect(self) -> None:
        self.form.recorded.connect(self._on_recorded)
        self.form.failed.connect(self.say.trouble)
        self.take_button.clicked.connect(lambda _checked=False: self.take_in())
        self.withdraw_button.clicked.connect(lambda _checked=False: self.withdraw())
        self.restore_button.clicked.connect(lambda _checked=False: self._restore())
        self.reason.failed.connect(self.say.trouble)
        self.grid.current_changed.connect(lambda _titipan: self._on_current())
        self.grid.opened.connect(self._open)
        self.search.searched.connect(lambda _text: self._refilter())
        self.search.left_down.connect(self.grid.setFocus)
        self.only.committed.connect(lambda _value: self._refilter())

    def _refilter(self) -> None:
        self.model.reload()
        self._tell_empty()
        self._on_current()

    def _tell_empty(self) -> None:
        nobody = self.tr("Belum ada titipan. Tulis di atas apa yang dititipkan warga, lalu Ctrl+Enter.")
        self.empty.say(self.tr("Tidak ada titipan yang cocok.") if self._all else nobody)

    def _open(self, titipan: Titipan) -> None:
        if titipan.usulan:
            self.go("usulan", titipan.usulan)

    def _on_recorded(self, titipan: Titipan) -> None:
        self.show_record(titipan.id)
        self.say.success(
            self.tr("Nomor tiket {tiket}. Tulis di secarik kertas untuk pembawanya.").format(tiket=titipan.tiket)
        )

    def _on_current(self) -> None:
        titipan = self.grid.current()
        self.withdraw_button.setVisible(titipan is not None and titipan.menunggu)
        self.restore_button.setVisible(titipan is not None and titipan.status == "batal")

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Titipan]:
        wanted, said = self.only.value() or "", self.search.text().casefold().split()
        rows = [row for row in self._all if not wanted or wanted == kind(row)]
        return [row for row in rows if all(word in searched(row) for word in said)]


def columns() -> list[Column[Titipan]]:
    """The columns of the tickets."""
    return [
        Column(key="tiket", title=tr("Tiket"), value=lambda t: t.nomor, text=lambda t: t.tiket, colour=_faded),
        Column(
            key="tanggal",
            title=tr("Tanggal"),
            value=lambda t: t.tanggal,
            text=lambda t: "-".join(reversed(t.tanggal.split("-"))),
            colour=_faded,
        ),
        Column(key="judul", title=tr("Usulan"), value=lambda t: t.isi.judul, bold=True, colour=_faded),
        Column(key="tempat", title=tr("Lokasi"), value=lambda t: t.tempat, colour=_faded),
        Column(key="pengusul", title=tr("Dititipkan oleh"), value=lambda t: t.isi.pengusul, colour=_faded),
        Column(key="keadaan", title=tr("Keadaan"), value=state, colour=_faded, tooltip=lambda t: t.alasan_batal),
    ]


STATES: dict[str, str] = {
    "menunggu": QT_TRANSLATE_NOOP("TitipanGrid", "Yang menunggu"),
    "masuk": QT_TRANSLATE_NOOP("TitipanGrid", "Yang sudah masuk forum"),
    "batal": QT_TRANSLATE_NOOP("TitipanGrid", "Yang dibatalkan"),
}
"""What the list can be narrowed to."""


def kind(titipan: Titipan) -> str:
    """The key of STATES that a ticket belongs to."""
    if titipan.usulan:
        return "masuk"
    return "menunggu" if titipan.menunggu else "batal"


def searched(titipan: Titipan) -> str:
    """What a search looks through: what the list shows of the ticket."""
    isi = titipan.isi
    return " ".join((titipan.tiket, isi.judul, titipan.tempat, isi.pengusul, isi.masalah, state(titipan))).casefold()


def state(titipan: Titipan) -> str:
    """``menunggu``, ``U-007, Sukamaju 2026``, ``dibatalkan``."""
    if titipan.usulan:
        return f"{titipan.label}, {titipan.forum_judul}"
    return tr("menunggu") if titipan.menunggu else tr("dibatalkan")


def _faded(titipan: Titipan) -> str:
    return "" if titipan.menunggu else colours().muted
