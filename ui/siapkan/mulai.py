"""Beginning a forum: village, day, and that is all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum, ForumBaru
from musrenbang_desktop.reference.wilayah import Tempat
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.form_words import put_back
from ui.panels import Card
from ui.siapkan.model import usual_forum
from ui.siapkan.tanggal_edit import TanggalEdit, show_tanggal
from ui.siapkan.tempat_search import offer_places
from ui.theme import look, primary, quiet

DRAFTS = "mulai"
_NEW = "baru"
"""The forum that is not there yet, among the drafts."""


class MulaiForm(QWidget):
    """Three fields and one button."""

    started = Signal(object)
    """ForumBaru"""
    sample_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, services: Layanan, *, practice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = FormDraft(self, services, DRAFTS, self._words)
        self._before: Forum | None = None
        self._place: Tempat | None = None
        self.jenis_box, self.desa_edit, self.tanggal_edit = ChoiceBox(), LineField(), TanggalEdit()
        self.desa_edit.setPlaceholderText(self.tr("misalnya Sukamaju"))
        self.jenis = FieldRow(self.tr("Musrenbang"), self.jenis_box)
        self.jenis_box.set_items([("desa", self.tr("Desa")), ("kelurahan", self.tr("Kelurahan"))])
        self.desa = FieldRow(self.tr("Nama desa atau kelurahan"), self.desa_edit, required=True)
        self.tanggal = FieldRow(self.tr("Hari musyawarah"), self.tanggal_edit, required=True)
        self.plan = QLabel(self)
        self.plan.setWordWrap(True)
        look(self.plan, "anak-judul")
        self.places = offer_places(self.desa_edit, self._take)
        self.tanggal_edit.textChanged.connect(self._show_plan)
        for field in (self.desa_edit, self.tanggal_edit):
            field.returnPressed.connect(self.start)
            field.textEdited.connect(self._draft.touch)
        self.jenis_box.committed.connect(self._draft.touch)
        self.start_button = primary(push(self.tr("Mulai musrenbang"), self.start))
        sample = self.tr("Isi dengan contoh Desa Sukamaju") if practice else self.tr("Buka ruang latihan")
        self.sample_button = quiet(push(sample, self.sample_wanted.emit))
        self.back_button = quiet(push(self.tr("Kembali"), self.back_wanted.emit, tip=self.tr("Kembali (Esc)")))
        self._lay_out()

    def fill(self, before: Forum | None) -> None:
        """Offer today, and the village of the last forum that was not for practice; or what was half typed."""
        self._before, self._place = before, None
        self.jenis_box.fill(before.jenis if before else "desa")
        self.desa_edit.fill(before.desa if before else "")
        self.tanggal_edit.fill(QDate.currentDate().toString(Qt.DateFormat.ISODate))
        if kept := self._draft.found(_NEW):
            self.jenis_box.fill(kept.get("jenis", "desa"))
            for name, field in (("desa", self.desa_edit), ("tanggal", self.tanggal_edit)):
                put_back(field, kept.get(name, ""))
        self._show_plan()

    def forget(self) -> None:
        """The forum was started, or given up."""
        self._draft.forget()

    def _words(self) -> dict[str, str]:
        texts = {"desa": self.desa_edit.text(), "tanggal": self.tanggal_edit.text()}
        return {**texts, "jenis": str(self.jenis_box.value())} if any(map(str.strip, texts.values())) else {}

    def start(self) -> None:
        """Hand over the forum, or explain what is missing."""
        row = self.tanggal
        try:
            if not (tanggal := self.tanggal_edit.value()):
                raise RuleBroken("tanggal", "kosong")
            row = self.desa
            baru = usual_forum(self.jenis_box.value(), self.desa_edit.value(), tanggal, self._before)
            if self._place is not None and baru.desa == self._place.desa:
                baru = _at(baru, self._place)
        except RuleBroken as broken:
            row.show_error(broken)
            return
        for done in (self.tanggal, self.desa):
            done.clear_error()
        self.started.emit(baru)

    def _take(self, place: Tempat) -> None:
        """The whole address of a village from the list; the date comes next."""
        self._place = place
        self.desa_edit.fill(place.desa)
        self.jenis_box.fill(place.jenis)
        self.tanggal_edit.setFocus()

    def _lay_out(self) -> None:
        card = Card(self.tr("Mulai musrenbang baru"), self)
        flow = FlowLayout(gap=12)
        flow.add(self.jenis, stretch=1, letters=14)
        flow.add(self.desa, stretch=3, letters=26)
        flow.add(self.tanggal, stretch=1, letters=22)
        card.body.addLayout(flow)
        card.body.addWidget(self.plan)
        buttons = FlowLayout(gap=8)
        for button in (self.start_button, self.sample_button, self.back_button):
            buttons.add(button)
        card.body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        row = QHBoxLayout()
        note = QLabel(
            self.tr("Selebihnya boleh dilengkapi nanti. Tidak perlu menekan simpan: setiap isian tersimpan sendiri.")
        )
        note.setWordWrap(True)
        look(note, "redup")
        row.addWidget(note)
        layout.addLayout(row)
        layout.addStretch(1)

    def _show_plan(self) -> None:
        try:
            tanggal = self.tanggal_edit.value()
        except RuleBroken:
            tanggal = ""
        self.plan.setText(plan_sentence(tanggal, int(tanggal[:4]) + 1) if tanggal else "")
        self.plan.setVisible(bool(tanggal))


def half_typed(services: Layanan) -> bool:
    """Whether a forum was begun and not yet started when the program ended."""
    return bool(services.draf.ambil(DRAFTS).get(_NEW))


def _at(baru: ForumBaru, place: Tempat) -> ForumBaru:
    return replace(
        baru,
        kecamatan=place.kecamatan,
        kabupaten=place.kabupaten,
        provinsi=place.provinsi,
        kode_wilayah=place.kode,
    )


def plan_sentence(tanggal: str, tahun_rencana: int) -> str:
    """``Musrenbang tahun 2026 merencanakan kegiatan tahun 2027.``: never one year only."""
    text = QCoreApplication.translate("Siapkan", "Musrenbang tahun {tahun} merencanakan kegiatan tahun {rencana}.")
    return text.format(tahun=show_tanggal(tanggal, "yyyy"), rencana=tahun_rencana)
