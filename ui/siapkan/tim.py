"""The section Tim: who leads, writes, keeps the time and witnesses, and by which decree."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QLabel, QWidget

from musrenbang_desktop.domain.forum import SAKSI, Forum
from ui.fields import LineField
from ui.page import Page
from ui.panels import Card
from ui.siapkan.lahir import LahirCard
from ui.siapkan.pejabat import PejabatEdit, PejabatList
from ui.siapkan.rows import RowsForm, RowsSection, relabel
from ui.siapkan.tanggal_edit import TanggalEdit
from ui.subject import tells_of
from ui.theme import look


class TimSection(RowsSection):
    """The people of the forum."""

    form: TimForm
    kinds: ClassVar[frozenset[str]] = frozenset({"forum", "kelahiran"})

    def __init__(self, page: Page) -> None:
        super().__init__(page, TimForm)
        self.form.lahir.changed.connect(self._born)

    def read(self) -> None:
        super().read()
        self.form.lahir.fill(self.services.kelahiran.daftar())

    def _born(self, name: str, value: object) -> None:
        """One birth was left with another text."""
        self.attempt(lambda: self.services.kelahiran.isi(name, str(value)), self.form.lahir.rows.get(name))

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Tim</b>: notulis dan dua saksi harus tertulis sebelum kesepakatan ditutup. Nama tim tercetak "
            "di berita acara.</p>"
        )


class TimForm(RowsForm):
    """The decree, then one row a role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        decree = self.card(
            self.tr("Surat keputusan tim"),
            self.row("nomor_sk", self.tr("Nomor SK"), LineField()),
            self.row("tanggal_sk", self.tr("Tanggal SK"), TanggalEdit()),
        )
        self.lahir = LahirCard()
        for card in (decree, self._roles(), self._speakers(), self.lahir):
            self.column.addWidget(card)
        self.column.insertWidget(0, self.state)
        self.column.addStretch(1)

    def fill(self, forum: Forum) -> None:
        relabel(self.rows["kepala"], forum.istilah.kepala)
        kepala = self.rows["kepala"].field
        if isinstance(kepala, PejabatEdit):
            kepala.usual_jabatan = forum.istilah.kepala
        self.rows["ketua_tim"].setVisible(forum.jenis == "desa")  # a kelurahan writes no RKP
        super().fill(forum)
        self._tell(forum.kurang_tim)

    def _tell(self, lacking: tuple[str, ...]) -> None:
        names = {"notulis": self.tr("notulis"), "saksi": self.tr("{n} saksi").format(n=SAKSI)}
        look(self.state, "awas" if lacking else "baik")
        if lacking:
            text = self.tr("Belum lengkap: {daftar}. Tanpa itu kesepakatan belum dapat ditutup.")
            self.state.setText(text.format(daftar=self.tr(" dan ").join(names[one] for one in lacking)))
        else:
            self.state.setText(self.tr("Tim sudah lengkap: notulis dan saksi tertulis."))

    def _roles(self) -> Card:
        fasilitator = PejabatList(self.tr("fasilitator"), self.tr("Tambah fasilitator"))
        saksi = PejabatList(self.tr("saksi"), self.tr("Tambah saksi"))
        return self._stacked(
            self.tr("Petugas"),
            ("pimpinan", self.tr("Pimpinan sidang"), PejabatEdit(self.tr("pimpinan sidang"))),
            ("notulis", self.tr("Notulis"), PejabatEdit(self.tr("notulis"))),
            ("ketua_tim", self.tr("Ketua tim penyusun RKP, bila ada"), PejabatEdit(self.tr("ketua tim penyusun"))),
            ("notulis_kedua", self.tr("Notulis kedua, bila ada"), PejabatEdit(self.tr("notulis kedua"))),
            ("kepala", self.tr("Kepala Desa"), PejabatEdit(self.tr("kepala desa atau lurah"), with_nip=True)),
            ("fasilitator", self.tr("Fasilitator"), fasilitator),
            ("penjaga_waktu", self.tr("Penjaga waktu"), PejabatEdit(self.tr("penjaga waktu"))),
            ("saksi", self.tr("Saksi, paling sedikit {n} orang").format(n=SAKSI), saksi),
        )

    def _speakers(self) -> Card:
        sambutan = PejabatList(self.tr("pemberi sambutan"), self.tr("Tambah pemberi sambutan"))
        pemateri = PejabatList(self.tr("pemateri"), self.tr("Tambah pemateri"))
        return self._stacked(
            self.tr("Pembicara"),
            ("sambutan", self.tr("Yang memberi sambutan"), sambutan),
            ("pemateri", self.tr("Pemateri"), pemateri),
        )

    def _stacked(self, title: str, *roles: tuple[str, str, PejabatEdit | PejabatList]) -> Card:
        card = Card(title)
        for name, label, field in roles:
            row = self.row(name, label, field)
            tells_of(row, partial("#{}".format, name))
            card.body.addWidget(row)
        return card
