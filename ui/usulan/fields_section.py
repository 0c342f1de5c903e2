"""A section of fields: each is recorded when it is left, and what is not understood waits at its own usulan."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import FieldRow, FlowLayout, LineField, TextField
from ui.fields.committing import Pause
from ui.fields.waiting import keep_apart
from ui.usulan.completion import offer_known
from ui.usulan.section import Section

Line = tuple[tuple[str, FieldRow, int], ...]
"""Fields that stand side by side while there is room: name, row, letters."""


class FieldsSection(Section):
    """Text that is not understood stays, also when another usulan is looked at."""

    drafts: ClassVar[str]
    """where what is half typed waits"""
    offered: ClassVar[tuple[str, ...]] = ()
    """fields that offer what was typed before"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        keep_apart(self)
        self._shown: Usulan | None = None
        self._aside: dict[str, dict[str, str]] = {}
        self._on_disk: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._filled: dict[str, Any] = {}
        self._pause = Pause(self, self.leave)
        self.rows: dict[str, FieldRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        for line in self.lines():
            self._add_line(line)

    def lines(self) -> tuple[Line, ...]:
        """The fields, line by line."""
        raise NotImplementedError

    def value_of(self, usulan: Usulan, name: str) -> Any:
        """What a field shows of an usulan."""
        return getattr(usulan, name)

    def fields_of(self, name: str, value: Any) -> dict[str, Any]:
        """The fields of the record that follow from what one field says."""
        return {name: value}

    def may_change(self, _name: str, *, enabled: bool) -> bool:
        """Whether a field may be typed into, where the section is ``enabled``."""
        return enabled

    def record(self, record: str, fields: dict[str, Any]) -> None:
        """Write. Raises RuleBroken or Trouble."""
        self.services.usulan.ubah(record, **fields)

    def show_usulan(self, usulan: Usulan) -> None:
        """Fill the fields. Of the same usulan only what the records changed, so that nobody's typing is disturbed."""
        before = self._shown
        if before is None or before.id != usulan.id:
            self.leave()
            self._shown = before = None
        for name, row in self.rows.items():
            value, field = self.value_of(usulan, name), _field(row)
            if before is None or (value != self._filled[name] and not _says(field, value)):
                field.fill(value)
                row.clear_error()
            self._filled[name] = value
        self._shown = usulan
        if before is None:
            self._restore(usulan.id)

    def refresh_words(self) -> None:
        """Offer what was typed before."""
        offices = self.services.paket.nama_perangkat_daerah() if "perangkat_daerah" in self.offered else ()
        more = {"perangkat_daerah": offices}
        offer_known({name: self._line(name) for name in self.offered}, self.services.usulan, more)

    def leave(self) -> None:
        """Record what is typed; keep aside what is not understood or could not be recorded."""
        if self._shown is None:
            return
        self._pause.stop()
        aside: dict[str, str] = {}
        for name, row in self.rows.items():
            if not row.field.isEnabledTo(self):
                aside |= {name: self._kept[name]} if name in self._kept else {}
            elif not _field(row).commit() or row.unrecorded:
                aside[name] = _field(row).text()
        self._aside[self._shown.id] = self._kept = aside
        if aside == self._on_disk:
            return
        try:
            self.services.draf.simpan(self.drafts, self._shown.id, aside)
            self._on_disk = aside
        except Trouble as problem:
            self.failed.emit(problem)

    def put(self, name: str, text: str) -> None:
        """Type ``text`` into a field, as if the operator had: what a cell of the grid could not take."""
        line = self._line(name)
        line.setText(text)
        line.commit()
        line.setFocus()

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether anything can be typed. A field that is only read says what is recorded; its words wait."""
        for name, row in self.rows.items():
            before, allowed = row.field.isEnabledTo(self), self.may_change(name, enabled=enabled)
            row.field.setEnabled(allowed)
            if not allowed and self._shown is not None:
                _field(row).fill(self._filled[name])
                row.clear_error()
            elif allowed and not before and name in self._kept:
                self._put_back(name)

    @property
    def unrecorded(self) -> bool:
        """Whether words would be lost with the window."""
        return any(getattr(_field(row), "unrecorded", False) for row in self.rows.values())

    def _add_line(self, line: Line) -> None:
        flow = FlowLayout(gap=10)
        for name, row, letters in line:
            if isinstance(row.field, TextField):
                row.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            self.rows[name] = row
            row.committed.connect(lambda value, name=name: self._write(name, value))
            if isinstance(row.field, LineField):
                row.field.textEdited.connect(lambda _text: self._pause.restart())
            flow.add(row, letters, letters)
        self.column.addLayout(flow)

    def _write(self, name: str, value: Any) -> None:
        if self._shown is None:
            return
        try:
            self.record(self._shown.id, self.fields_of(name, value))
        except RuleBroken as broken:
            self.rows[name].show_error(broken)
        except Trouble as problem:
            self.rows[name].not_recorded()
            self.failed.emit(problem)

    def _restore(self, record: str) -> None:
        """What was kept aside comes back; on a full disk only this window remembers it."""
        self._on_disk = self.services.draf.ambil(self.drafts).get(record, {})
        self._kept = self._on_disk | self._aside.pop(record, {})
        for name in self._kept:
            if name in self.rows and self.rows[name].field.isEnabledTo(self):
                self._put_back(name)

    def _put_back(self, name: str) -> None:
        """Try the words again; the cursor stays where it is, whatever is said about them."""
        cursor, field = QApplication.focusWidget(), _field(self.rows[name])
        field.setText(self._kept[name])
        field.commit()
        if cursor is not None:
            cursor.setFocus()

    def _line(self, name: str) -> LineField:
        field = self.rows[name].field
        if not isinstance(field, LineField):
            raise TypeError(name)
        return field


def _field(row: FieldRow) -> Any:
    return row.field


def _says(field: Any, value: Any) -> bool:
    """Whether somebody is typing here and means the same; filling would only move the cursor."""
    return bool(field.hasFocus()) and not getattr(field, "broken", None) and field.value() == value
