"""All fields of one usulan, each recorded when it is left."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.domain.volume import normal_satuan
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FieldRow, FlowLayout, LineField, NumberEdit, RtRwEdit, RupiahEdit, TextField
from ui.usulan.completion import offer_known
from ui.usulan.reading import read_volume
from ui.usulan.section import Section

DRAFTS = "usulan_rincian"

_OFFERED = ("dusun", "satuan", "pengusul", "bidang", "perangkat_daerah")


class UsulanForm(Section):
    """The fields of the detail panel. Text that is not understood stays, also when another usulan is looked at."""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._services = services
        self._shown: Usulan | None = None
        self._aside: dict[str, dict[str, str]] = {}
        self.rows: dict[str, FieldRow] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for line in self._lines():
            flow = FlowLayout(gap=10)
            for name, row, letters in line:
                if isinstance(row.field, TextField):
                    row.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
                self.rows[name] = row
                row.committed.connect(lambda value, name=name: self._write(name, value))
                flow.add(row, letters, letters)
            layout.addLayout(flow)

    def show_usulan(self, usulan: Usulan) -> None:
        """Fill the fields. Of the same usulan only what the records changed, so that nobody's typing is disturbed."""
        before = self._shown
        if before is None or before.id != usulan.id:
            self.leave()
            self._shown = before = None
        for name, row in self.rows.items():
            value, field = _value_of(usulan, name), _field(row)
            if before is None or (value != _value_of(before, name) and not _says(field, value)):
                field.fill(value)
                row.clear_error()
        self._shown = usulan
        if before is None:
            self._restore(usulan.id)

    def refresh_words(self) -> None:
        """Offer what was typed before."""
        offer_known({name: self._line(name) for name in _OFFERED}, self._services.usulan)

    def leave(self) -> None:
        """Record what is typed; keep aside what is not understood or could not be recorded."""
        if self._shown is None:
            return
        aside = {}
        for name, row in self.rows.items():
            if not _field(row).commit() or row.unrecorded:
                aside[name] = _field(row).text()
        self._aside[self._shown.id] = aside
        try:
            self._services.draf.simpan(DRAFTS, self._shown.id, aside)
        except Trouble as problem:
            self.failed.emit(problem)

    def put(self, name: str, text: str) -> None:
        """Type ``text`` into a field, as if the operator had: what a cell of the grid could not take."""
        line = self._line(name)
        line.setText(text)
        line.commit()
        line.setFocus()

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether anything can be typed."""
        for row in self.rows.values():
            row.field.setEnabled(enabled)

    def _lines(self) -> tuple[tuple[tuple[str, FieldRow, int], ...], ...]:
        tr = self.tr
        return (
            (("judul", FieldRow(tr("Judul"), LineField(), required=True), 30),),
            (("masalah", FieldRow(tr("Masalah yang dihadapi"), TextField(lines=2)), 30),),
            (
                ("dusun", FieldRow(tr("Dusun"), LineField()), 14),
                ("rt_rw", FieldRow(tr("RT/RW"), RtRwEdit(placeholder="2/1")), 14),
            ),
            (("lokasi", FieldRow(tr("Lokasi"), LineField(placeholder=tr("depan SDN 2"))), 30),),
            (
                ("volume", FieldRow(tr("Volume"), LineField(parse=read_volume, show=lambda pair: str(pair[0]))), 12),
                ("satuan", FieldRow(tr("Satuan"), LineField(parse=normal_satuan)), 12),
            ),
            (("perkiraan_biaya", FieldRow(tr("Perkiraan biaya"), RupiahEdit(placeholder=tr("125 jt"))), 30),),
            (
                ("pengusul", FieldRow(tr("Pengusul"), LineField()), 18),
                ("penerima_manfaat", FieldRow(tr("Penerima (jiwa)"), NumberEdit(field="penerima_manfaat")), 12),
            ),
            (("bidang", FieldRow(tr("Bidang"), LineField()), 30),),
            (("perangkat_daerah", FieldRow(tr("Perangkat daerah"), LineField(placeholder=tr("Dinas PUPR"))), 30),),
            (("keterangan", FieldRow(tr("Keterangan"), TextField(lines=2)), 30),),
        )

    def _write(self, name: str, value: Any) -> None:
        if self._shown is None:
            return
        try:
            self._services.usulan.ubah(self._shown.id, **_fields(name, value))
        except RuleBroken as broken:
            self.rows[name].show_error(broken)
        except Trouble as problem:
            self.rows[name].not_recorded()
            self.failed.emit(problem)

    def _restore(self, record: str) -> None:
        """What was kept aside comes back; on a full disk only this window remembers it."""
        kept = self._services.draf.ambil(DRAFTS).get(record, {}) | self._aside.pop(record, {})
        for name, text in kept.items():
            field = _field(self.rows[name])
            field.setText(text)
            field.commit()

    @property
    def unrecorded(self) -> bool:
        """Whether words would be lost with the window."""
        return any(field.unrecorded for field in map(_field, self.rows.values()))

    def _line(self, name: str) -> LineField:
        field = self.rows[name].field
        if not isinstance(field, LineField):
            raise TypeError(name)
        return field


def _field(row: FieldRow) -> Any:
    return row.field


def _value_of(usulan: Usulan, name: str) -> Any:
    if name == "rt_rw":
        return usulan.rt, usulan.rw
    if name == "volume":
        return usulan.volume, ""
    return getattr(usulan, name)


def _fields(name: str, value: Any) -> dict[str, Any]:
    if name == "rt_rw":
        return {"rt": value[0], "rw": value[1]}
    if name == "volume":
        return {"volume": value[0]} | ({"satuan": value[1]} if value[1] else {})
    return {name: value}


def _says(field: Any, value: Any) -> bool:
    """Whether somebody is typing here and means the same; filling would only move the cursor."""
    return bool(field.hasFocus()) and not getattr(field, "broken", None) and field.value() == value
