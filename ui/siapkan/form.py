"""The facts of the forum as fields; each is recorded when it is left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.forum import Forum
from musrenbang_desktop.domain.tanggal import format_jam
from ui.fields import ChoiceBox, FieldRow, LineField, RupiahEdit
from ui.panels import Card, FieldGrid
from ui.siapkan.mulai import plan_sentence
from ui.siapkan.pejabat import PejabatEdit, PejabatList
from ui.siapkan.tanggal_edit import TanggalEdit
from ui.theme import look


class FaktaForm(QWidget):
    """Every fact in a row of its own; ``changed`` names the field and carries its new value."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forum = ""
        self.rows: dict[str, FieldRow] = {}
        self.plan = QLabel(self)
        self.plan.setWordWrap(True)
        look(self.plan, "anak-judul")
        self.latihan = QCheckBox(self.tr("Ini forum latihan (dokumennya bertanda LATIHAN)"))
        self.latihan.clicked.connect(lambda on: self.changed.emit("latihan", bool(on)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for card in (self._place(), self._day(), self._paper(), self._people()):
            layout.addWidget(card)
        layout.addStretch(1)

    def fill(self, forum: Forum) -> None:
        """Show what is recorded; never records anything. What is being typed stays."""
        other, self._forum = forum.id != self._forum, forum.id
        self._word(forum.jenis)
        for name, row in self.rows.items():
            field: Any = row.field
            if name == "tahun_rencana":
                field.set_items([(year, str(year)) for year in years(forum)])
            typing = field.hasFocus() and getattr(field, "isModified", bool)()
            if not typing and (other or not row.unrecorded):
                field.fill(getattr(forum, name))
                row.clear_error()
        self.latihan.setChecked(forum.latihan)
        self.plan.setText(plan_sentence(forum.tanggal, forum.tahun_rencana))

    def _word(self, jenis: str) -> None:
        """Desa has a Kepala Desa, kelurahan a Lurah."""
        desa = jenis == "desa"
        relabel(self.rows["desa"], self.tr("Nama desa") if desa else self.tr("Nama kelurahan"))
        relabel(self.rows["kepala"], self.tr("Kepala Desa") if desa else self.tr("Lurah"))
        kepala = self.rows["kepala"].field
        if isinstance(kepala, PejabatEdit):
            kepala.usual_jabatan = "Kepala Desa" if desa else "Lurah"

    def _place(self) -> Card:
        jenis = ChoiceBox()
        jenis.set_items([("desa", self.tr("Desa")), ("kelurahan", self.tr("Kelurahan"))])
        return self._card(
            self.tr("Wilayah"),
            self._row("jenis", self.tr("Musrenbang"), jenis),
            self._row("desa", self.tr("Nama desa"), LineField(), required=True),
            self._row("kecamatan", self.tr("Kecamatan"), LineField()),
            self._row("kabupaten", self.tr("Kabupaten/kota"), LineField()),
            self._row("provinsi", self.tr("Provinsi"), LineField()),
            self._row("kode_wilayah", self.tr("Kode wilayah"), LineField(placeholder="00.00.00.0000")),
        )

    def _day(self) -> Card:
        zona = ChoiceBox()
        zona.set_items([(zone, zone) for zone in ("WIB", "WITA", "WIT")])
        card = self._card(
            self.tr("Waktu dan tempat"),
            self._row("tanggal", self.tr("Hari dan tanggal"), TanggalEdit(), required=True),
            self._row("tahun_rencana", self.tr("Tahun yang direncanakan"), ChoiceBox()),
            self._row("jam_mulai", self.tr("Jam mulai"), _hour("09.00")),
            self._row("jam_selesai", self.tr("Jam selesai"), _hour("12.00")),
            self._row("zona", self.tr("Zona waktu"), zona),
            self._row("tempat", self.tr("Tempat"), LineField()),
            self._row("alamat", self.tr("Alamat tempat"), LineField()),
        )
        card.body.insertWidget(1, self.plan)
        return card

    def _paper(self) -> Card:
        card = self._card(
            self.tr("Berita acara dan pagu"),
            self._row("nomor_ba", self.tr("Nomor berita acara"), LineField(), self.tr("Boleh menyusul.")),
            self._row(
                "pagu",
                self.tr("Pagu indikatif"),
                RupiahEdit(placeholder="350 jt"),
                self.tr("Kosongkan bila belum diketahui."),
            ),
        )
        card.body.addWidget(self.latihan)
        return card

    def _people(self) -> Card:
        sambutan = PejabatList(self.tr("pemberi sambutan"), self.tr("Tambah pemberi sambutan"))
        pemateri = PejabatList(self.tr("pemateri"), self.tr("Tambah pemateri"))
        rows = (
            self._row("pimpinan", self.tr("Pimpinan sidang"), PejabatEdit(self.tr("pimpinan sidang"))),
            self._row("notulis", self.tr("Notulis"), PejabatEdit(self.tr("notulis"))),
            self._row("kepala", self.tr("Kepala Desa"), PejabatEdit(self.tr("kepala desa atau lurah"), with_nip=True)),
            self._row("sambutan", self.tr("Yang memberi sambutan"), sambutan),
            self._row("pemateri", self.tr("Pemateri"), pemateri),
        )  # fmt: skip
        card = Card(self.tr("Orang-orang"))
        for row in rows:
            card.body.addWidget(row)
        return card

    def _card(self, title: str, *rows: FieldRow) -> Card:
        card = Card(title)
        flow = FieldGrid(21, most=4)
        for row in rows:
            flow.add(row)
        card.body.addWidget(flow)
        return card

    def _row(self, name: str, label: str, field: QWidget, help_text: str = "", *, required: bool = False) -> FieldRow:
        row = FieldRow(label, field, help_text, required=required)
        row.committed.connect(lambda value, name=name: self.changed.emit(name, value))
        self.rows[name] = row
        return row


def years(forum: Forum) -> Sequence[int]:
    """The years that this forum may plan, and the one it does plan."""
    return sorted(
        {forum.tahun_pelaksanaan, forum.tahun_pelaksanaan + 1, forum.tahun_pelaksanaan + 2, forum.tahun_rencana}
    )


def relabel(row: FieldRow, text: str) -> None:
    """Give a row another label."""
    for label in row.findChildren(QLabel):
        if label.buddy() is row.field:
            label.setText(text)


def _hour(placeholder: str) -> LineField:
    return LineField(placeholder=placeholder, parse=lambda text: format_jam(text) if text.strip() else "")
