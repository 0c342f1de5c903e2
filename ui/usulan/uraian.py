"""The longer reasons of an usulan, and what the form of SIPD asks for besides. All of it may stay empty."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from musrenbang_desktop.domain.uraian import JENIS_BELANJA
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FieldRow, LineField, TextField
from ui.theme import look
from ui.usulan.completion import offer
from ui.usulan.fields_section import FieldsSection, Line


class UraianSection(FieldsSection):
    """Cause, consequence, potential; maksud, dasar hukum and jenis belanja as SIPD calls them."""

    drafts = "usulan_uraian"
    offered = ("dasar_hukum",)

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        below = QLabel(self.tr("Semua boleh kosong. Tujuan dan latar belakang diisi di bagian Asal."), self)
        below.setWordWrap(True)
        look(below, "redup")
        self.column.addWidget(below)

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        return (
            (("penyebab", FieldRow(tr("Penyebab masalah"), TextField(lines=2)), 30),),
            (("akibat", FieldRow(tr("Akibat bila ditunda"), TextField(lines=2)), 30),),
            (("potensi", FieldRow(tr("Potensi setempat"), TextField(lines=2)), 30),),
            (("maksud", FieldRow(tr("Maksud"), TextField(lines=2)), 30),),
            (
                (
                    "dasar_hukum",
                    FieldRow(tr("Dasar hukum"), LineField(placeholder=tr("nomor dan tahun peraturannya"))),
                    30,
                ),
            ),
            (("jenis_belanja", FieldRow(tr("Jenis belanja"), LineField(placeholder=tr("Belanja modal"))), 30),),
        )

    def refresh_words(self) -> None:
        """Offer what was typed before; of jenis belanja also the usual ones."""
        super().refresh_words()
        typed = self.services.usulan.pilihan("jenis_belanja")
        offer(self._line("jenis_belanja"), dict.fromkeys((*typed, *JENIS_BELANJA)))
