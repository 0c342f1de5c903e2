"""The money of an usulan: who may do it, from which sources, one row each, and its price."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kewenangan import KEWENANGAN, jalur, nama_jalur, nama_kewenangan
from musrenbang_desktop.domain.rupiah import format_rupiah
from musrenbang_desktop.domain.sumber_dana import (
    FIRST_YEAR,
    LAST_YEAR,
    SumberDana,
    banding_biaya,
    normal_sumber,
    sumber_untuk,
)
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.dialect import said
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, NumberEdit, RupiahEdit
from ui.icons import icon
from ui.plain_label import plain_label
from ui.subject import tells_of
from ui.usulan.completion import offer
from ui.usulan.harga import HargaFields
from ui.usulan.section import Section

DRAFTS = "usulan_dana"
WORDS = ("sumber", "jumlah", "tahun")


class DanaSection(Section):
    """Routing by authority, the rows of sources, and their sum against the cost in words."""

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        self._usulan: Usulan | None = None
        self._drawn: tuple[SumberDana, ...] = ()
        self._aside: dict[str, tuple[str, ...]] = {}
        self.kewenangan = ChoiceBox()
        self.kewenangan.committed.connect(self._on_kewenangan)
        self.way = plain_label("gema")
        self.sum = plain_label("gema")
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        forum = self.services.forum.aktif()
        self.new = NewSource(sumber_untuk(forum.jenis if forum else "desa"))
        self.new.wanted.connect(self._add)
        self._draft = FormDraft(self, services, DRAFTS, self.new.words)
        self.new.typed.connect(self._draft.touch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.kewenangan_row = FieldRow(self.tr("Kewenangan"), self.kewenangan)
        layout.addWidget(self.kewenangan_row)
        layout.addWidget(self.way)
        layout.addLayout(self.rows)
        layout.addWidget(self.new)
        layout.addWidget(self.sum)
        self.price = HargaFields(services)
        self.price.failed.connect(self.failed)
        self.price.attempted.connect(self.attempted)
        layout.addWidget(self.price)

    def show_usulan(self, usulan: Usulan) -> None:
        other = self._usulan is None or self._usulan.id != usulan.id
        if other:
            self.leave()
            found = self._draft.found(usulan.id)
            self.new.put(self._aside.pop(usulan.id, tuple(found.get(name, "") for name in WORDS)))
        self._usulan = usulan
        forum = self.services.forum.aktif()
        jenis = forum.jenis if forum else "desa"
        self.kewenangan.set_items(
            [("", self.tr("belum ditentukan")), *((code, said(nama_kewenangan(code, jenis))) for code in KEWENANGAN)]
        )
        self.kewenangan.fill(usulan.kewenangan)
        self.way.setText(self.tr("Masuk ke: {jalur}").format(jalur=nama_jalur(jalur(usulan.kewenangan), jenis)))
        if other or self._drawn != usulan.sumber_dana:
            self._draw(usulan.sumber_dana)
        nothing = self.tr("Belum ada sumber dana yang disebut.")
        self.sum.setText(banding_biaya(usulan.sumber_dana, usulan.perkiraan_biaya) or nothing)
        self.price.show_usulan(usulan)

    def refresh_words(self) -> None:
        self.price.refresh_words()

    def leave(self) -> None:
        """A source that is typed whole is recorded; half a one waits at its usulan, also through a power cut."""
        self.new.finish()
        self.price.leave()
        if self._usulan is None:
            return
        if not self.new.half_typed:
            self._draft.forget()
            return
        self._draft.keep()
        if not self._draft.kept:  # on a full disk only this window remembers it
            self._aside[self._usulan.id] = self.new.texts()

    @property
    def unrecorded(self) -> bool:
        """Whether half a source would be lost with the window."""
        return (self.new.half_typed and not self._draft.kept) or bool(self._aside) or self.price.unrecorded

    def _draw(self, sources: tuple[SumberDana, ...]) -> None:
        self._drawn = sources
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, source in enumerate(sources):
            row = SourceRow(source, lambda place=place: self._drop(place))
            tells_of(row, partial("#sumber_dana#{}".format, place))
            self.rows.addWidget(row)

    def _add(self, source: SumberDana) -> None:
        usulan = self.services.usulan.satu(self._usulan.id) if self._usulan else None
        if usulan is None:
            return
        try:
            self.services.usulan.ubah(usulan.id, sumber_dana=(*usulan.sumber_dana, source))
        except RuleBroken as broken:
            if broken.field == "sumber_dana":
                self.new.name.show_error(broken)
            else:
                self.failed.emit(broken)
        except Trouble as problem:
            self.failed.emit(problem)
        else:
            self.new.put(())
            self._draft.forget()

    def _drop(self, place: int) -> None:
        usulan = self._usulan
        if usulan is not None:
            rest = tuple(row for at, row in enumerate(usulan.sumber_dana) if at != place)
            self.attempt(lambda: self.services.usulan.ubah(usulan.id, sumber_dana=rest))
            self.new.name.field.setFocus()

    def _on_kewenangan(self, value: str) -> None:
        usulan = self._usulan
        if usulan and not self.attempt(lambda: self.services.usulan.ubah(usulan.id, kewenangan=value)):
            self.kewenangan.fill(usulan.kewenangan)


class SourceRow(QWidget):
    """One source in words, with a button that takes it away."""

    def __init__(self, source: SumberDana, drop: Any) -> None:
        super().__init__()
        amount = self.tr("jumlah belum diketahui") if source.jumlah is None else format_rupiah(source.jumlah)
        text = " ".join(filter(None, (f"{source.sumber}:", amount, f"({source.tahun})" if source.tahun else "")))
        label = plain_label("")
        label.setText(text)
        button = QPushButton(icon("tutup"), "", self)
        button.setAccessibleName(self.tr("Hapus {sumber}").format(sumber=source.sumber))
        button.setToolTip(button.accessibleName())
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: drop())
        row = FlowLayout(self, gap=8)
        row.add(label, 1, 18)
        row.add(button)


class NewSource(QWidget):
    """One row to type: source, amount, year. Enter in the last field adds it."""

    wanted = Signal(object)
    typed = Signal()

    def __init__(self, known: Sequence[str]) -> None:
        """``known`` are the names that are offered."""
        super().__init__()
        name = LineField(placeholder=self.tr("Dana Desa"), parse=normal_sumber)
        offer(name, known)
        self.name = FieldRow(self.tr("Sumber dana"), name)
        self.amount = FieldRow(self.tr("Jumlah"), RupiahEdit(placeholder=self.tr("belum diketahui")))
        self.year = FieldRow(
            self.tr("Tahun"), NumberEdit(field="tahun", least=FIRST_YEAR, most=LAST_YEAR, placeholder="2027")
        )
        self.add_button = QPushButton(self.tr("Tambah sumber dana"), self)
        self.add_button.setAutoDefault(True)
        self.add_button.clicked.connect(self.finish)
        flow = FlowLayout(self, gap=10)
        for row, letters in ((self.name, 18), (self.amount, 14), (self.year, 7)):
            flow.add(row, letters, letters)
        flow.add(self.add_button)
        for place, row in enumerate(self._rows):
            row.field.returnPressed.connect(lambda place=place: self._next(place))
            row.field.textEdited.connect(lambda _text: self.typed.emit())

    @property
    def half_typed(self) -> bool:
        """Whether words stand here that are not recorded."""
        return any(row.field.text().strip() for row in self._rows)

    def finish(self) -> None:
        """Add what is typed; a name is needed, what is not understood stays with its sentence."""
        if not self.half_typed:
            return
        fields = [row.field for row in self._rows]
        if not all(field.commit() for field in fields):
            return
        name, amount, year = (field.value() for field in fields)
        self.wanted.emit(SumberDana(name, amount, year))

    def texts(self) -> tuple[str, ...]:
        """The words as they stand."""
        return tuple(row.field.text() for row in self._rows)

    def words(self) -> dict[str, str]:
        """The same, by their names."""
        return dict(zip(WORDS, self.texts(), strict=True))

    def put(self, texts: tuple[str, ...]) -> None:
        """Show these words; none for an empty row that is ready for the next source."""
        for row, text in zip(self._rows, texts or ("",) * len(self._rows), strict=True):
            row.field.fill("" if row is self.name else None)
            row.clear_error()
            if text:
                row.field.setText(text)
                row.field.commit()

    @property
    def _rows(self) -> tuple[Any, ...]:
        return self.name, self.amount, self.year

    def _next(self, place: int) -> None:
        fields = [row.field for row in self._rows]
        if place == len(fields) - 1 or not self.half_typed:
            self.finish()
            fields[0].setFocus()
        else:
            fields[place + 1].setFocus()
