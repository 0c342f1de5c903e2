"""Where an usulan comes from: who proposes, on which way, its rank at home, its reasons, and the place on the map."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from musrenbang_desktop.domain.asal import TERAKHIR
from musrenbang_desktop.domain.koordinat import format_koordinat, parse_koordinat
from musrenbang_desktop.domain.tema import JENIS_PENGUSUL, SUMBER_USULAN, TEMA
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.dialect import said
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, NumberEdit, TextField
from ui.icons import icon
from ui.theme import look
from ui.usulan.fields_section import FieldsSection, Line
from ui.usulan.tags import Tags

CONTACT = ("kontak_nama", "kontak_telepon")
"""Fields that go into the table of contacts and into nothing else."""


class AsalSection(FieldsSection):
    """Origin, rank within it, source, reasons, contact."""

    drafts = "usulan_asal"
    offered = ("asal", "unsur_pengusul")

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        self.question = QLabel(self)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)
        look(self.question, "awas")
        self.up = self._move_button("panah-atas", self.tr("Naikkan urutan di asalnya"), "Alt+Up", -1)
        self.down = self._move_button("panah-bawah", self.tr("Turunkan urutan di asalnya"), "Alt+Down", 1)
        moves = FlowLayout(gap=8)
        moves.add(self.question, 1, 20)
        moves.add(self.up)
        moves.add(self.down)
        self.tags = Tags(self.tr("Suara dari kelompok"), TEMA)
        self.tags.committed.connect(self._on_tags)
        apart = QLabel(self.tr("Kontak hanya ada di laptop ini: tidak dicetak, tidak diekspor, tidak dikirim."), self)
        apart.setWordWrap(True)
        look(apart, "redup")
        self.column.insertLayout(1, moves)
        self.column.addWidget(apart)
        self.column.addWidget(self.tags)

    def lines(self) -> tuple[Line, ...]:
        tr = self.tr
        rank = NumberEdit(field="peringkat_asal", least=1, most=TERAKHIR, placeholder="P1")
        return (
            (
                ("asal", FieldRow(tr("Asal (RW, dusun, kelompok)"), LineField()), 18),
                ("peringkat_asal", FieldRow(tr("Urutan di asalnya"), rank), 12),
            ),
            (
                ("jenis_pengusul", FieldRow(tr("Pengusul itu"), _choice(JENIS_PENGUSUL, tr("belum disebut"))), 16),
                ("sumber_usulan", FieldRow(tr("Datang lewat"), _choice(SUMBER_USULAN, tr("belum disebut"))), 16),
            ),
            (("unsur_pengusul", FieldRow(tr("Unsur yang diwakili"), LineField(placeholder=tr("PKK"))), 30),),
            (("tujuan", FieldRow(tr("Tujuan"), TextField(lines=2)), 30),),
            (("latar_belakang", FieldRow(tr("Latar belakang"), TextField(lines=2)), 30),),
            (("koordinat", FieldRow(tr("Titik peta"), _point()), 30),),
            (
                ("kontak_nama", FieldRow(tr("Nama kontak"), LineField()), 16),
                ("kontak_telepon", FieldRow(tr("Nomor telepon"), LineField(placeholder="0812 3456 7890")), 16),
            ),
        )

    def value_of(self, usulan: Usulan, name: str) -> Any:
        if name == "koordinat":
            return usulan.lintang, usulan.bujur
        if name in CONTACT:
            return getattr(self.services.kontak.satu(usulan.id), name.removeprefix("kontak_"))
        return getattr(usulan, name)

    def fields_of(self, name: str, value: Any) -> dict[str, Any]:
        return {"lintang": value[0], "bujur": value[1]} if name == "koordinat" else {name: value}

    def record(self, record: str, fields: dict[str, Any]) -> None:
        contact = {name.removeprefix("kontak_"): fields[name] for name in CONTACT if name in fields}
        if contact:
            self.services.kontak.isi(record, **contact)
        else:
            super().record(record, fields)

    def show_usulan(self, usulan: Usulan) -> None:
        super().show_usulan(usulan)
        line = self._line("asal")
        line.setPlaceholderText(usulan.asal_urut or self.tr("RW 05"))
        same = self.services.usulan.berperingkat_sama(usulan.id)
        names = ", ".join(one.label for one in same)
        question = self.tr("P{urutan} di {asal} juga dipakai {lain}. Mana yang lebih dulu?")
        self.question.setText(
            question.format(urutan=usulan.peringkat_asal, asal=usulan.asal_urut or "-", lain=names) if same else ""
        )
        self.tags.fill(usulan.tema_asal)

    def may_change(self, name: str, *, enabled: bool) -> bool:
        """Whoever proposed is to be reached also after the result is closed."""
        return enabled or (name in CONTACT and self._shown is not None and self._shown.status == "aktif")

    def set_enabled(self, *, enabled: bool) -> None:
        super().set_enabled(enabled=enabled)
        for widget in (self.tags, self.up, self.down):
            widget.setEnabled(enabled)

    def _move_button(self, picture: str, name: str, key: str, step: int) -> QPushButton:
        button = QPushButton(icon(picture), "", self)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.setAutoDefault(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: self._move(step))
        return button

    def _move(self, step: int) -> None:
        if self._shown:
            record = self._shown.id
            self.attempt(lambda: self.services.usulan.geser(record, step))

    def _on_tags(self, words: tuple[str, ...]) -> None:
        usulan = self._shown
        if usulan and not self.attempt(lambda: self.record(usulan.id, {"tema_asal": words})):
            self.tags.fill(usulan.tema_asal)


def _choice(words: dict[str, str], nothing: str) -> ChoiceBox:
    box = ChoiceBox()
    box.set_items([("", nothing), *((key, said(text)) for key, text in words.items())])
    return box


def _point() -> LineField:
    return LineField(
        placeholder="-7.801234, 110.364567", parse=parse_koordinat, show=lambda point: format_koordinat(*point)
    )
