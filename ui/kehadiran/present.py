"""The list of those present: corrections, taking back a mark, who signs for the participants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import Peserta, terlambat
from musrenbang_desktop.domain.tanggal import format_jam
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.closed_note import allow
from ui.fields import DetailLine, FlowLayout, SearchBox
from ui.kehadiran.person_card import PersonCard, Record, read_optional_hour
from ui.kept_filters import KeptFilters
from ui.table import Column, RowsModel
from ui.theme import look, quiet
from ui.undangan.columns import Write, person_columns
from ui.undangan.table import GIVING_WAY, PeopleTable

#: Folded in a narrow window, the least needed first.
FOLDS = ("rt_rw", "dusun", "jabatan", "wakil_dari", "unsur", "tanda")


class PresentList(QWidget):
    """``withdrawn`` and ``signer_changed`` carry the chosen Peserta; the page records."""

    withdrawn = Signal(object)
    signer_changed = Signal(object)
    refused = Signal(object)
    """RuleBroken"""

    def __init__(self, services: Layanan, write: Write, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._signers: tuple[str, ...] = ()
        self._taking = True
        self._begin = ""
        self.search = SearchBox(self.tr("Saring yang hadir"))
        self._kept = KeptFilters(self, services, "hadir", {"cari": self.search})
        self.model: RowsModel[Peserta] = RowsModel(self._columns(write), self._fetch)
        self.model.refused.connect(self.refused)
        self.table = PeopleTable(self.tr("Daftar yang hadir"))
        self.table.set_model(self.model, stretch="nama", gives_way=GIVING_WAY, folds=FOLDS)
        self.detail = DetailLine(self.table)
        self.search.searched.connect(lambda _text: self.reload())
        self.search.left_down.connect(self.table.setFocus)
        self.withdraw_button = push(
            self.tr("Batal hadir"),
            lambda: self._tell(self.withdrawn.emit),
            tip=self.tr("Tanda hadir orang yang dipilih ditarik"),
        )
        self.signer_button = quiet(push(self.tr("Jadikan wakil peserta"), lambda: self._tell(self.signer_changed.emit)))
        self.leave_button = quiet(push(self.tr("Pulang sekarang"), self._leave, tip=self.tr("Catat jam pulangnya")))
        self.more_button = quiet(push(self.tr("Rincian orang"), self._show_card))
        self.more_button.setCheckable(True)
        self._record = record
        self._write = write
        self.table.current_changed.connect(lambda _row: self._enable())
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        look(self.note, "redup")
        self._lay_out()

    @cached_property
    def card(self) -> PersonCard:
        """The facts of the chosen person; made when somebody first asks for them."""
        made = PersonCard(self._record, hours=True)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(made)
        return made

    def reload(self) -> None:
        """Read again."""
        forum = self._services.forum.aktif()
        self._signers = forum.wakil_peserta if forum else ()
        self._begin = forum.jam_mulai if forum else ""
        if forum:
            self._kept.restore(forum.id)
            self.model.reload()
        empty = self.model.rowCount() == 0
        self.table.setVisible(not empty)
        self.note.setText(self._about(empty=empty))
        self._enable()

    def take(self, *, allowed: bool) -> None:
        """A closed forum keeps its attendance as it is; why stands above."""
        if self._taking != allowed:
            self._taking = allowed
            triggers = QAbstractItemView.EditTrigger
            usual = triggers.EditKeyPressed | triggers.DoubleClicked
            self.table.setEditTriggers(usual if allowed else triggers.NoEditTriggers)
            self._enable()

    def change_signer(self, person: Peserta) -> None:
        """Who signed for the participants signs no more, who did not does. Raises RuleBroken or Trouble."""
        signers = self._signers
        changed = tuple(one for one in signers if one != person.id) if person.id in signers else (*signers, person.id)
        self._services.forum.ubah(wakil_peserta=changed)

    def _about(self, *, empty: bool) -> str:
        if empty and self.search.text().strip():
            return self.tr("Tidak ada yang cocok dengan saringan ini.")
        if empty:
            return self.tr("Belum ada yang hadir.")
        found = (self._services.peserta.satu(record) for record in self._signers)
        signing = sum(1 for person in found if person and person.hadir)
        if not signing:
            return self.tr("Pilih orang yang menandatangani berita acara, lalu tekan Jadikan wakil peserta.")
        return self.tr("{n} orang menandatangani berita acara sebagai wakil peserta.").format(n=signing)

    def _columns(self, write: Write) -> Sequence[Column[Peserta]]:
        hadir: Column[Peserta] = Column(
            key="hadir",
            title=self.tr("Hadir"),
            value=lambda p: p.hadir,
            text=self._arrival,
            edit_text=lambda p: p.hadir,
            align="tengah",
            write=lambda person, text: write(person.id, {"hadir": read_hour(text)}),
        )
        wakil: Column[Peserta] = Column(
            key="wakil_dari",
            title=self.tr("Wakil dari"),
            value=lambda p: p.wakil_dari,
            write=lambda person, text: write(person.id, {"wakil_dari": text.strip()}),
        )
        tanda: Column[Peserta] = Column(
            key="tanda",
            title=self.tr("Ttd."),
            value=lambda p: p.id in self._signers,
            text=lambda p: self.tr("ya") if p.id in self._signers else "",
            align="tengah",
            tooltip=lambda _p: self.tr("Menandatangani berita acara sebagai wakil peserta"),
        )
        pulang: Column[Peserta] = Column(
            key="pulang",
            title=self.tr("Pulang"),
            value=lambda p: p.pulang,
            align="tengah",
            write=lambda person, text: write(person.id, {"pulang": read_optional_hour(text)}),
        )
        return [hadir, tanda, *person_columns(write), pulang, wakil]

    def _arrival(self, person: Peserta) -> str:
        late = terlambat(person.hadir, self._begin)
        return self.tr("{jam} terlambat").format(jam=person.hadir) if late else person.hadir

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Peserta]:
        return self._services.peserta.daftar(self.search.text().strip(), "hadir")

    def _lay_out(self) -> None:
        flow = FlowLayout(gap=10)
        flow.add(self.search, stretch=1, letters=26)
        flow.add(self.withdraw_button)
        flow.add(self.signer_button)
        flow.add(self.leave_button)
        flow.add(self.more_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(flow)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 8)
        self._enable()

    def _enable(self) -> None:
        person = self.table.current()
        for button in (self.withdraw_button, self.signer_button, self.leave_button):
            allow(button, allowed=self._taking)
            button.setEnabled(self._taking and person is not None)
        self.leave_button.setEnabled(self._taking and person is not None and not person.pulang)
        if self.more_button.isChecked():
            self.card.show_person(person)
            self.card.setEnabled(self._taking)
        signs = person is not None and person.id in self._signers
        self.signer_button.setText(self.tr("Bukan wakil peserta") if signs else self.tr("Jadikan wakil peserta"))

    def _leave(self) -> None:
        person = self.table.current()
        if person:
            self._write(person.id, {"pulang": self._services.peserta.jam()})

    def _show_card(self) -> None:
        self._enable()
        self.card.setVisible(self.more_button.isChecked())
        if self.more_button.isChecked():
            self.card.usia_edit.setFocus()

    def _tell(self, emit: Callable[[Peserta], object]) -> None:
        person = self.table.current()
        if person:
            emit(person)


def read_hour(text: str) -> str:
    """``8.3`` is refused, ``8.30`` becomes ``08.30``.

    Raises RuleBroken: an empty hour is *batal hadir*, not a correction.
    """
    if not text.strip():
        raise RuleBroken("hadir", "kosong")
    return format_jam(text)
