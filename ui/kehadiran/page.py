"""The page Daftar hadir."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from musrenbang_desktop.domain.peserta import Peserta, PesertaBaru
from musrenbang_desktop.services.changes import Changes
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.lembar_hadir import BarisLembar
from musrenbang_desktop.services.undangan import KodeDiPintu
from ui.attempt import attempt
from ui.background import Background
from ui.buttons import push
from ui.closed_note import ADDENDUM, ClosedNote
from ui.fields import FieldRow, FlowLayout
from ui.forum_page import ForumPage
from ui.kehadiran.arrivals import Arrivals
from ui.kehadiran.banner import QuorumBanner
from ui.kehadiran.counters import Counters
from ui.kehadiran.door import Door
from ui.kehadiran.more_parts import MoreParts
from ui.kehadiran.present import PresentList
from ui.kehadiran.twins import ask_about
from ui.kehadiran.words import code_words, here_words, welcome_words
from ui.panels import SideBySide
from ui.say import Action, Say
from ui.segments import Segments
from ui.sentences import sentence
from ui.theme import quiet

MINUTE_MS = 20_000
"""how often the waiting for a quorum is counted anew"""


class KehadiranPage(ForumPage):
    """Who is here: the door, and the list of those present."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"peserta", "forum", "kehadiran", "penundaan", "dokumen", "surat", "kesepakatan", "segel"}
    )

    def __init__(self, services: Layanan, say: Say, background: Background) -> None:
        super().__init__(services, say, background)
        self.arrivals = Arrivals(services.peserta)
        self._welcomed = ""
        self.door = Door(services)
        self.door.arrived.connect(self._arrive)
        self.door.guest.connect(self._record_guest)
        self.door.scanned.connect(self._scan)
        self.counters = Counters()
        self.present = PresentList(services, self._write, self._write_at)
        self.present.withdrawn.connect(self._withdraw)
        self.present.signer_changed.connect(self._change_signer)
        self.present.refused.connect(lambda broken: self.say.warning(sentence(broken)))
        self.more = MoreParts(self)
        nothing = self.tr("daftar hadir tidak dapat diubah")
        self.closed = ClosedNote(services, nothing, lambda: self.go("kesepakatan", ADDENDUM), self.body)
        self.banner = QuorumBanner()
        self.banner.wanted.connect(lambda: self._open_part("keterwakilan"))
        self.parts = Segments(
            (
                ("pintu", self.tr("Catat yang datang")),
                ("daftar", self.tr("Yang sudah hadir")),
                ("keterwakilan", self.tr("Keterwakilan")),
                ("delegasi", self.tr("Delegasi")),
                ("kertas", self.tr("Salin kertas")),
            )
        )
        self.parts.chosen.connect(self._open_part)
        self._clock = QTimer(self, interval=MINUTE_MS)
        self._clock.timeout.connect(self._tick)
        self.print_button = quiet(
            push(self.tr("Cetak"), self.print_document, "cetak", self.tr("Cetak daftar hadir (Ctrl+P)"))
        )
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._stand_in)
        self._show_part("pintu")

    def title(self) -> str:
        return self.tr("Daftar hadir")

    def help_text(self) -> str:
        return self.tr(
            "<p>Ketik dua huruf nama, lihat yang terpilih, tekan <b>Enter</b>: hadir. "
            "Panah atas dan bawah memilih yang lain.</p>"
            "<p><b>Ctrl+N</b>: tamu tanpa undangan. "
            "Ketik nama, <b>Alt+L</b> atau <b>Alt+P</b>, unsur bila tahu, <b>Enter</b>.</p>"
            "<p>Pembaca kode QR: pindai surat undangan, orangnya langsung hadir.</p>"
            "<p><b>Ctrl+R</b>: yang datang mewakili orang yang dipilih.</p>"
            "<p><b>Ctrl+Z</b> mengurungkan yang terakhir. "
            "<b>Ctrl+F</b> membuka daftar yang sudah hadir; di sana ada <b>Batal hadir</b>.</p>"
            "<p><b>Keterwakilan</b>: kuorum, membuka atau menunda musyawarah, undangan yang hadir menurut kelompok. "
            "<b>Delegasi</b>: siapa yang ke kecamatan. <b>Salin kertas</b>: daftar hadir kertas, baris demi baris.</p>"
        )

    def read(self, changes: Changes | None) -> None:
        if changes is None:
            self.arrivals.forget()
        closed = self.closed.refresh()
        if self.door.isEnabled() == closed:
            self.door.setEnabled(not closed)
            self.present.take(allowed=not closed)
            if self.isVisible():
                self.on_shown()
        count = self.services.peserta.hitung()
        self.counters.show_count(count, self.arrivals.last())
        self.parts.button("daftar").setText(self.tr("Yang sudah hadir ({n})").format(n=count.hadir))
        greeted = self.services.peserta.satu(self._welcomed)
        if greeted is None or not greeted.hadir:
            self.door.end_welcome()
        self.door.refresh(invited=count.diundang, unsur=self.services.peserta.unsur())
        if changes is None:
            self.door.put_back(self.services.desk.forum_id)
        self._read_part()
        self._tick()
        self._clock.start()

    def on_shown(self) -> None:
        if not self.has_forum:
            super().on_shown()
        elif self._part == "daftar":
            self.present.table.setFocus()
        elif self._part == "pintu" and self.closed.button and not self.closed.isHidden():
            self.closed.button.setFocus()
        elif self._part != "pintu":
            self.more.take_focus(self._part)
        elif self.door.tamu.isVisibleTo(self):
            self.door.tamu.nama_edit.setFocus()
        else:
            self.door.box.setFocus()

    def focus_filter(self) -> None:
        if self._part == "delegasi":
            self.more.delegates.search.setFocus()
            return
        self._show_part("daftar")
        self.present.search.setFocus()
        self.present.search.selectAll()

    def new_item(self) -> None:
        if self.has_forum:
            self._show_part("pintu")
            (self.door.begin_guest if self.door.isEnabled() else self.on_shown)()

    def save_and_new(self) -> None:
        if self.door.tamu.isVisibleTo(self):
            self.door.tamu.record()

    def print_document(self) -> None:
        papers = {"keterwakilan": "keterwakilan", "kertas": "daftar_hadir_nama"}
        self.go("dokumen", papers.get(self._part, ""))

    def escape(self) -> bool:
        if self._part != "pintu":
            if not self.more.escape(self._part):
                self._show_part("pintu")
                self.on_shown()
            return True
        return self.door.leave_guest() or self.door.clear()

    def record_of(self, row: object) -> str:
        """A person; a group of people is only counted, and what else stands here is of the attendance as a whole."""
        own = super().record_of(row) if isinstance(row, Peserta | BarisLembar) else ""
        return own or f"{self.services.desk.forum_id}.kehadiran"

    def show_record(self, record: str) -> None:
        """``bagian.delegasi`` and its like show a part; an id shows a person."""
        place, _, part = record.partition(".")
        if place == "bagian" and part in self._places:
            self._open_part(part)
            return
        person = self.services.peserta.satu(record)
        if person is None:
            return
        self._show_part("daftar" if person.hadir else "pintu")
        if person.hadir:
            self.present.search.clear()
            self.present.search.flush()
            self.present.reload()
            self.present.table.select_record(record)
            self.present.table.setFocus()
        else:
            self.door.box.setText(person.nama)
            self.door.box.setFocus()

    def _lay_out(self) -> None:
        tools = FlowLayout(gap=8)
        tools.add(self.parts, stretch=1, letters=24)
        tools.add(self.print_button)
        self.door_part = SideBySide(self.door, self.counters, least=84)
        self.column.addLayout(tools)
        self.column.addWidget(self.closed)
        self.column.addWidget(self.banner)
        self._places: dict[str, QWidget] = {"pintu": self.door_part, "daftar": self.present, **self.more.places}
        for place in self._places.values():
            self.column.addWidget(place, 1)

    def _open_part(self, key: str) -> None:
        self._show_part(key)
        self.on_shown()

    def _show_part(self, key: str) -> None:
        self._part = key
        self.parts.mark(key)
        for name, place in self._places.items():
            place.setVisible(name == key)
        if self.has_forum:
            self._read_part()
            self._tick()

    def _read_part(self) -> None:
        """Only the part in front reads: at the door nobody waits for a thousand lines that nobody sees."""
        if self._part == "daftar":
            self.present.reload()
        else:
            self.more.reload(self._part)

    def _tick(self) -> None:
        """The waiting for a quorum goes on by itself; it is counted only while somebody looks."""
        if not self.has_forum or not self.isVisible():
            return
        state = self.services.kehadiran.keadaan(hanya_kuorum=True)
        if state.tahap == "cukup" and state.jam_tiba:  # nobody else to wait for: may it be opened without a reason?
            state = self.services.kehadiran.keadaan()
        self.banner.show_state(state, hidden=self._part == "keterwakilan")
        if self._part == "keterwakilan":
            self.more.gauge.tick()

    def _stand_in(self) -> None:
        if self.has_forum:
            self._show_part("pintu")
            (self.door.begin_wakil if self.door.isEnabled() else self.on_shown)()

    def _arrive(self, person: Peserta) -> None:
        if person.hadir:
            self.door.explain(here_words(person))
            return
        if attempt(self, lambda: self._mark(person)):
            self._welcome(person.id)

    def _scan(self, code: KodeDiPintu) -> None:
        """A code from a letter: in when it is good, else a sentence; the text stays for a look by name."""
        if code.orang and code.tiba in ("hadir", "sudah_hadir"):
            self._arrive(code.orang)
        else:
            self.door.explain(code_words(code.tiba))

    def _mark(self, person: Peserta) -> None:
        self.arrivals.add(person.id)
        self.services.peserta.hadirkan(person.id)

    def _record_guest(self, guest: PesertaBaru) -> None:
        made: list[str] = []
        if attempt(self, lambda: made.append(self.services.peserta.catat_tamu(guest)), self.door.tamu.nama):
            self.arrivals.add(made[0])
            self._welcome(made[0])
            ask_about(self, made[0])

    def _welcome(self, record: str) -> None:
        person = self.services.peserta.satu(record)
        if person is None:
            return
        self._welcomed = record
        self.counters.show_count(self.services.peserta.hitung(), self.arrivals.last())
        self.door.welcome_person(person.nama, welcome_words(person))

    def _withdraw(self, person: Peserta) -> None:
        if attempt(self, lambda: self.services.peserta.batal_hadir(person.id)):
            self.say.success(
                self.tr("Tanda hadir {nama} ditarik.").format(nama=person.nama), Action(self.tr("Urungkan"), self._undo)
            )

    def _undo(self) -> None:
        attempt(self, self.services.riwayat.batalkan)

    def _change_signer(self, person: Peserta) -> None:
        attempt(self, lambda: self.present.change_signer(person))

    def _write(self, record: str, fields: dict[str, object]) -> None:
        attempt(self, lambda: self.services.peserta.ubah(record, **fields))

    def _write_at(self, record: str, fields: dict[str, object], row: FieldRow) -> None:
        if attempt(self, lambda: self.services.peserta.ubah(record, **fields), row):
            row.clear_error()
