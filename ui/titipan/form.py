"""What the one who brings an usulan is asked at the counter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.kontak import normal_telepon
from musrenbang_desktop.domain.tema import SUMBER_USULAN
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.domain.volume import normal_satuan
from musrenbang_desktop.services.layanan import Layanan
from ui.dialect import said
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, RtRwEdit, RupiahEdit
from ui.form_words import FieldsDraft
from ui.theme import look, primary
from ui.usulan.completion import offer_known
from ui.usulan.reading import read_volume

DRAFTS = "titipan"


class TitipanForm(QFrame):
    """Only the title is needed. What is half typed comes back after a power cut, but for the telephone number."""

    recorded = Signal(object)
    """Titipan"""
    failed = Signal(object)

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        source = ChoiceBox()
        source.set_items([("", self.tr("belum disebut")), *((key, said(text)) for key, text in SUMBER_USULAN.items())])
        source.fill("")
        self.rows: dict[str, FieldRow] = {
            "judul": FieldRow(self.tr("Usulan yang dititipkan"), LineField(), required=True),
            "pengusul": FieldRow(self.tr("Dititipkan oleh"), LineField()),
            "dusun": FieldRow(self.tr("Dusun"), LineField()),
            "rt_rw": FieldRow(self.tr("RT/RW"), RtRwEdit(placeholder="2/1")),
            "volume": FieldRow(self.tr("Volume"), LineField(parse=read_volume, show=_volume)),
            "perkiraan_biaya": FieldRow(self.tr("Perkiraan biaya"), RupiahEdit(placeholder=self.tr("125 jt"))),
            "sumber_usulan": FieldRow(self.tr("Datang lewat"), source),
            "telepon": FieldRow(self.tr("Nomor telepon"), LineField(parse=normal_telepon)),
        }
        lines = {name: row.field for name, row in self.rows.items() if isinstance(row.field, LineField)}
        self.save_button = primary(QPushButton(self.tr("Catat titipan"), self))
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.save_button.clicked.connect(self.save)
        letters = (30, 18, 12, 12, 10, 14, 14, 14)
        flow = FlowLayout(gap=10)
        for row, wide in zip(self.rows.values(), letters, strict=True):
            flow.add(row, wide, wide)
        flow.add(self.save_button)
        flow.setAlignment(self.save_button, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addLayout(flow)
        look(self, "kartu")
        self._draft = FieldsDraft(self, services, DRAFTS, {**lines, "sumber_usulan": source})
        for name, row in self.rows.items():
            if isinstance(row.field, LineField):
                row.field.returnPressed.connect(lambda name=name: self._next(name))

    def refresh(self) -> None:
        """Offer the known words, and bring back what was half typed."""
        offer_known({name: self._line(name) for name in ("dusun", "pengusul")}, self._services.usulan)
        self._draft.come_back("tiket")

    def focus_first(self) -> None:
        """Begin to type."""
        self.rows["judul"].field.setFocus()

    @property
    def half_typed(self) -> bool:
        """Whether something would be lost."""
        return any(row.field.text().strip() for row in self.rows.values() if isinstance(row.field, LineField))

    def keep_draft(self) -> None:
        """Remember the words as they stand."""
        self._draft.keep()

    def save(self) -> None:
        """Record it under the next ticket."""
        try:
            values: dict[str, Any] = {name: self._value(name) for name in self.rows}
            telepon = values.pop("telepon")
            values["rt"], values["rw"] = values.pop("rt_rw")
            values["volume"], unit = values["volume"]
            values["judul"] = " ".join(values["judul"].split())
            made = self._services.titipan.catat(UsulanBaru(**values, satuan=normal_satuan(unit)), telepon)
        except RuleBroken as broken:
            row = self.rows.get(broken.field)
            if row is None:
                self.failed.emit(broken)
            else:
                row.show_error(broken)
            return
        except Trouble as problem:
            self.failed.emit(problem)
            return
        self._clear()
        self.recorded.emit(made)

    def _clear(self) -> None:
        for row in self.rows.values():
            if isinstance(row.field, LineField):
                row.field.setText("")
                row.field.commit()
            row.clear_error()
        self._draft.forget()
        self.focus_first()

    def _value(self, name: str) -> Any:
        field: Any = self.rows[name].field
        return field.value()

    def _line(self, name: str) -> LineField:
        field = self.rows[name].field
        if not isinstance(field, LineField):
            raise TypeError(name)
        return field

    def _next(self, name: str) -> None:
        names = list(self.rows)
        following = names[names.index(name) + 1 :]
        if following:
            self.rows[following[0]].field.setFocus()
        else:
            self.save()


def _volume(pair: tuple[str, str]) -> str:
    return " ".join(part for part in pair if part)
