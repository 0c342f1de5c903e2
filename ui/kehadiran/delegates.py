"""Delegates for the kecamatan: chosen among the people of the forum, counted against the rule, with a reason if not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.usulan import tempat_singkat
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.fields import DetailLine, FieldRow, FlowLayout, LineField, SearchBox
from ui.kehadiran.letters_of_delegates import LettersOfDelegates
from ui.kehadiran.words import rules_text, source_text
from ui.kept_filters import KeptFilters
from ui.subject import tells_of
from ui.table import Column, RowsModel
from ui.theme import look, quiet
from ui.undangan.table import PeopleTable

#: Folded in a narrow window, the least needed first.
FOLDS = ("hadir", "tempat", "jabatan", "unsur")


class DelegatesPart(QWidget):
    """``chosen`` carries the id of a person and the part: *delegasi*, *cadangan* or nothing; ``reasoned`` a text."""

    chosen = Signal(str, str)
    reasoned = Signal(str)
    wanted_file = Signal()
    """the list for the kecamatan is to be saved"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._parts: dict[str, str] = {}
        self.count = QLabel(self)
        self.rules = QLabel(self)
        self.search = SearchBox(self.tr("Cari calon delegasi"))
        self._kept = KeptFilters(self, services, "delegasi", {"cari": self.search})
        self.search.searched.connect(lambda _text: self.reload())
        self.model: RowsModel[Peserta] = RowsModel(self._columns(), self._fetch)
        self.table = PeopleTable(self.tr("Calon delegasi"))
        self.table.set_model(self.model, stretch="nama", gives_way={"jabatan": (8, 16), "unsur": (8, 16)}, folds=FOLDS)
        self.table.marked.connect(self.turn)
        self.table.current_changed.connect(lambda _row: self._enable())
        self.search.left_down.connect(self.table.setFocus)
        self.delegate_button = push(
            self.tr("Jadikan delegasi"), lambda: self._tell("delegasi"), tip=self.tr("Spasi di tabel")
        )
        self.substitute_button = quiet(
            push(
                self.tr("Jadikan cadangan"),
                lambda: self._tell("cadangan"),
                tip=self.tr("Pengganti bila ada delegasi yang berhalangan"),
            )
        )
        self.neither_button = quiet(
            push(self.tr("Bukan delegasi"), lambda: self._tell(""), tip=self.tr("Keluar dari daftar delegasi"))
        )
        self.file_button = quiet(
            push(
                self.tr("Simpan untuk kecamatan"),
                self.wanted_file.emit,
                "simpan",
                self.tr("Berkas yang dibaca kecamatan sebagai undangan: nama, L/P, unsur, jabatan"),
            )
        )
        self.reason_edit = LineField(placeholder=self.tr("dicetak di berita acara"))
        self.reason = FieldRow(self.tr("Alasan susunan delegasi"), self.reason_edit)
        tells_of(self.reason, lambda: "#alasan_delegasi")
        self.reason.committed.connect(lambda text: self.reasoned.emit(str(text)))
        self.letters = LettersOfDelegates(self)
        self._lay_out()

    def reload(self) -> None:
        """Read again."""
        service = self._services.kehadiran
        if self._services.forum.aktif() is None:
            return
        self._kept.restore(self._services.desk.forum_id)
        state = service.sekarang()
        self._parts = dict.fromkeys(state.delegasi, "delegasi") | dict.fromkeys(state.cadangan, "cadangan")
        people = service.delegasi()
        men, women = (sum(one.jenis_kelamin == letter for one in people) for letter in "LP")
        self.count.setText(
            self.tr("Delegasi {n} orang: L {l}, P {p}. Cadangan {c}.").format(
                n=len(people), l=men, p=women, c=len(service.delegasi("cadangan"))
            )
        )
        rule, broken = service.aturan_delegasi(), service.syarat_delegasi()
        self.rules.setText(rules_text(broken) if broken else self._rule(rule.paling_sedikit, rule.paling_banyak))
        self.rules.setToolTip(source_text(rule.dasar, sah=rule.dasar_sah))
        short = any(not one.terpenuhi for one in broken)
        look(self.rules, "awas" if short else "redup")
        self.reason.setVisible(short or bool(state.alasan_delegasi))
        if not self.reason_edit.hasFocus():
            self.reason_edit.fill(state.alasan_delegasi)
        self.letters.show_letters(self._services.surat.semua())
        self.model.reload()
        self.table.setVisible(self.model.rowCount() > 0)
        self._enable()

    def turn(self) -> None:
        """Space: the current person becomes a delegate, or is one no longer."""
        person = self.table.current()
        if person:
            self.chosen.emit(person.id, "" if self._parts.get(person.id) == "delegasi" else "delegasi")

    def _rule(self, least: int, most: int) -> str:
        if not most:
            return self.tr("Pilih orangnya di tabel.")
        return self.tr("Pilih {a} sampai {b} orang di tabel; aturan perempuan dihitung sendiri.").format(
            a=least, b=most
        )

    def _fetch(self, _sort: str, _descending: bool) -> Sequence[Peserta]:
        """Delegates first, then those present, then the other invited people."""
        people = self._services.peserta.daftar(self.search.text().strip())
        order = {"delegasi": 0, "cadangan": 1}
        return sorted(people, key=lambda one: (order.get(self._parts.get(one.id, ""), 2), not one.hadir, one.nomor))

    def _columns(self) -> Sequence[Column[Peserta]]:
        return [
            Column(
                key="peran",
                title=self.tr("Sebagai"),
                value=lambda p: self._parts.get(p.id, ""),
                text=lambda p: self._part_word(p.id),
            ),
            Column(key="nama", title=self.tr("Nama"), value=lambda p: p.nama, bold=True),
            Column(key="jenis_kelamin", title=self.tr("L/P"), value=lambda p: p.jenis_kelamin, align="tengah"),
            Column(key="unsur", title=self.tr("Unsur"), value=lambda p: p.unsur, tooltip=lambda p: p.unsur),
            Column(key="jabatan", title=self.tr("Jabatan"), value=lambda p: p.jabatan, tooltip=lambda p: p.jabatan),
            Column(key="tempat", title=self.tr("Alamat"), value=lambda p: tempat_singkat(p.dusun, p.rt, p.rw)),
            Column(key="hadir", title=self.tr("Hadir"), value=lambda p: p.hadir, align="tengah"),
        ]

    def _part_word(self, record: str) -> str:
        words = {"delegasi": self.tr("delegasi"), "cadangan": self.tr("cadangan")}
        return words.get(self._parts.get(record, ""), "")

    def _enable(self) -> None:
        person = self.table.current()
        part = self._parts.get(person.id, "") if person else ""
        self.delegate_button.setEnabled(person is not None and part != "delegasi")
        self.substitute_button.setEnabled(person is not None and part != "cadangan")
        self.neither_button.setEnabled(bool(part))
        self.file_button.setEnabled(bool(self._parts))

    def _tell(self, part: str) -> None:
        person = self.table.current()
        if person:
            self.chosen.emit(person.id, part)

    def _lay_out(self) -> None:
        look(self.count, "anak-judul")
        for label in (self.count, self.rules):
            label.setWordWrap(True)
        tools = FlowLayout(gap=8)
        tools.add(self.search, 1, 22)
        for button in (self.delegate_button, self.substitute_button, self.neither_button, self.file_button):
            tools.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.count, self.rules, self.reason):
            layout.addWidget(widget)
        layout.addLayout(tools)
        layout.addWidget(self.table, 1)
        layout.addWidget(DetailLine(self.table))
        layout.addWidget(self.letters)
