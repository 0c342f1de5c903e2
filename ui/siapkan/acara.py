"""The section Susunan acara: rows with minutes, the hours that follow from them, and usual agendas to begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from musrenbang_desktop.domain.acara import TERLAMA, Acara, BarisAcara
from musrenbang_desktop.reference.agenda import TemplatAgenda, fitting
from ui.buttons import push
from ui.dialect import said
from ui.fields import ChoiceBox, FlowLayout, LineField, NumberEdit
from ui.fields.line import parse_whole
from ui.form_words import FieldsDraft
from ui.page import Page
from ui.siapkan.daftar import DaftarSection, Isian
from ui.table import Column
from ui.theme import quiet


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the agenda and its place, from 0."""

    tempat: int
    isi: BarisAcara

    @property
    def acara(self) -> Acara:
        """What is typed; the hours follow."""
        return self.isi.acara


class AcaraSection(DaftarSection):
    """The agenda of the forum."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._usual: dict[str, TemplatAgenda] = {}
        self.templates = ChoiceBox(self.tr("Susunan acara yang biasa"))
        self._template = FieldsDraft(self.templates, self.services, "siapkan_susunan", {"susunan": self.templates})
        self.use_button = push(self.tr("Pakai susunan ini"), self.use_template)
        body = self.build(
            self.tr("Susunan acara"),
            self.tr("Susunan acara"),
            (
                Isian("judul_acara", self.tr("Acara"), LineField(), 4, 24),
                Isian("menit", self.tr("Lama (menit)"), NumberEdit(field="menit", least=1, most=TERLAMA), 1, 12),
                Isian("oleh", self.tr("Penanggung jawab"), LineField(), 2, 18),
            ),
            self._columns(),
            stretch="judul",
            gives_way={"oleh": (8, 24)},
            folds=("oleh",),
            add_text=self.tr("Tambah acara"),
        )
        usual = FlowLayout(gap=8)
        usual.add(self.templates, stretch=1, letters=30)
        usual.add(self.use_button)
        body.insertLayout(1, usual)
        for text, run, tip in (
            (self.tr("Naikkan"), partial(self.move_row, -1), self.tr("Naikkan satu baris (Alt+Atas)")),
            (self.tr("Turunkan"), partial(self.move_row, 1), self.tr("Turunkan satu baris (Alt+Bawah)")),
        ):
            self.buttons.add(quiet(push(text, run, tip=tip)))
        self.buttons.add(quiet(push(self.tr("Cetak susunan acara"), lambda: self.page.go("dokumen", "susunan_acara"))))

    def help_text(self) -> str:
        return self.tr(
            "<p><b>Susunan acara</b>: jam dihitung dari jam mulai di Data forum. <b>Alt+Atas</b> dan <b>Alt+Bawah</b> "
            "menggeser baris, <b>F2</b> mengubah, <b>Del</b> mengeluarkan. Susunan ini tercetak di undangan.</p>"
        )

    def read(self) -> None:
        super().read()
        forum = self.services.forum.aktif()
        if forum is None:
            return
        self._usual = {one.id: one for one in fitting(forum.tingkat, forum.jenis)}
        kept = self.templates.value()
        minute = self.tr("{nama} ({menit} menit)")
        self.templates.set_items(
            [(one.id, minute.format(nama=said(one.nama), menit=one.menit)) for one in self._usual.values()]
        )
        self.templates.fill(kept if kept in self._usual else next(iter(self._usual), ""))
        self._template.come_back(forum.id)
        self.state.setText(self._sentence())

    def fetch(self) -> Sequence[Baris]:
        rows = self.services.agenda.daftar() if self.services.forum.aktif() else ()
        return [Baris(place, row) for place, row in enumerate(rows)]

    def part_of(self, row: object) -> str:
        return f"#agenda#{row.tempat}" if isinstance(row, Baris) else ""

    def id_of(self, row: Baris) -> str:
        return str(row.tempat)

    def add(self, values: dict[str, Any]) -> str:
        acara = Acara(values["judul_acara"], values["menit"] or 0, values["oleh"])
        return str(self.services.agenda.tambah(acara))

    def remove(self, row: Baris) -> None:
        self.services.agenda.keluarkan(row.tempat)

    def move_row(self, step: int) -> None:
        """Alt+Up and Alt+Down."""
        place = self._place()
        if 0 <= place + step < self.model.rowCount() and place >= 0:
            moved: list[int] = []
            if self.attempt(lambda: moved.append(self.services.agenda.pindah(place, place + step))) and moved:
                self.table.select_record(str(moved[0]))

    def use_template(self) -> None:
        """Put a usual agenda here; asked first where one stands already."""
        chosen = self._usual.get(str(self.templates.value()))
        if chosen is None:
            return
        if self.model.rowCount() and not self.say.ask(
            self.tr("Ganti susunan acara yang sudah ada?"),
            yes=self.tr("Ganti"),
            details=self.tr("Ctrl+Z mengembalikannya."),
        ):
            return
        forum = self.services.forum.aktif()
        said = forum.istilah.dalam if forum else str
        rows = [replace(one, judul=said(one.judul), oleh=said(one.oleh)) for one in chosen.acara]
        self.attempt(lambda: self.services.agenda.pakai(rows, chosen.nama))

    def _place(self) -> int:
        return self.table.currentIndex().row()

    def _columns(self) -> list[Column[Baris]]:
        def change(row: Baris, **fields: Any) -> None:
            self.edit(lambda: self.services.agenda.ubah(row.tempat, **fields))

        def minutes(row: Baris, text: str) -> None:
            self.edit(lambda: self.services.agenda.ubah(row.tempat, menit=parse_whole(text, "menit", 1, TERLAMA) or 0))

        return [
            Column(key="jam", title=self.tr("Jam"), value=_hours),
            Column(
                key="judul",
                title=self.tr("Acara"),
                value=lambda row: row.acara.judul,
                write=lambda row, text: change(row, judul=text.strip()),
                tooltip=lambda row: row.acara.judul,
                bold=True,
            ),
            Column(
                key="menit", title=self.tr("Menit"), value=lambda row: row.acara.menit, write=minutes, align="kanan"
            ),
            Column(
                key="oleh",
                title=self.tr("Penanggung jawab"),
                value=lambda row: row.acara.oleh,
                write=lambda row, text: change(row, oleh=text.strip()),
                tooltip=lambda row: row.acara.oleh,
            ),
        ]

    def _sentence(self) -> str:
        """How long it all takes, and whether it ends when the forum is to end."""
        forum, rows = self.services.forum.aktif(), self.services.agenda.daftar()
        if forum is None or not rows:
            return self.tr("Belum ada acara. Pakai susunan yang biasa, atau tulis satu per satu.")
        minute = self.services.agenda.menit()
        text = self.tr("Seluruhnya {menit} menit.").format(menit=minute)
        if not rows[-1].selesai:
            return text
        text = self.tr("Seluruhnya {menit} menit, pukul {mulai} sampai {selesai} {zona}.").format(
            menit=minute, mulai=rows[0].mulai, selesai=rows[-1].selesai, zona=forum.zona
        )
        if forum.jam_selesai and forum.jam_selesai != rows[-1].selesai:
            text += " " + self.tr("Di Data forum jam selesai tertulis {jam}.").format(jam=forum.jam_selesai)
        return text


def _hours(row: Baris) -> str:
    return f"{row.isi.mulai}\u2013{row.isi.selesai}" if row.isi.mulai else ""
