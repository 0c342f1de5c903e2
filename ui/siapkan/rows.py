"""Facts of the forum as rows of fields, and the section that records each when it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.forum import Forum
from ui.fields import FieldRow
from ui.page import Page
from ui.panels import Card, FieldGrid
from ui.siapkan.model import other_profile, with_date
from ui.siapkan.section import Section


class RowsForm(QWidget):
    """Every fact in a row of its own; ``changed`` names the field and carries its new value."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forum = ""
        self.rows: dict[str, FieldRow] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)

    def fill(self, forum: Forum) -> None:
        """Show what is recorded; never records anything. What is being typed stays."""
        other, self._forum = forum.id != self._forum, forum.id
        for name, row in self.rows.items():
            field: Any = row.field
            typing = field.hasFocus() and getattr(field, "isModified", bool)()
            if not typing and (other or not row.unrecorded):
                field.fill(getattr(forum, name))
                row.clear_error()

    def card(self, title: str, *rows: FieldRow, letters: int = 21) -> Card:
        """Rows side by side under one title, each at least so many average letters wide."""
        card = Card(title, self)
        flow = FieldGrid(letters, most=4, parent=card)
        for row in rows:
            flow.add(row)
        card.body.addWidget(flow)
        return card

    def row(self, name: str, label: str, field: QWidget, help_text: str = "", *, required: bool = False) -> FieldRow:
        """The row of the field ``name`` of the forum."""
        row = FieldRow(label, field, help_text, required=required)
        row.committed.connect(lambda value, name=name: self.changed.emit(name, value))
        self.rows[name] = row
        return row


class RowsSection(Section):
    """A section that is one form of the forum's facts."""

    def __init__(self, page: Page, form: Callable[[QWidget], RowsForm]) -> None:
        """``form`` makes it in this section."""
        super().__init__(page)
        self.form = form(self)
        self.form.changed.connect(self.record)
        self.column.addWidget(self.form)

    def read(self) -> None:
        if forum := self.services.forum.aktif():
            self.form.fill(forum)

    def on_shown(self) -> None:
        next(iter(self.form.rows.values())).field.setFocus()

    def show_part(self, part: str) -> None:
        if row := self.form.rows.get(part):
            row.field.setFocus()

    def record(self, name: str, value: object) -> None:
        """One field was left with a new value."""
        forum = self.services.forum.aktif()
        if forum is None:
            return
        fields = {name: value}
        if name == "jenis":
            suited = [key for key, _ in self.services.paket.bentuk(str(value))]
            fields |= {"ragam": "", "profil": other_profile(forum, value, suited)}
        row = self.form.rows.get(name)
        if name == "tanggal":
            if not value and row:
                row.show_error(RuleBroken("tanggal", "kosong"))
                return
            fields = with_date(forum, str(value))
        if not self.attempt(lambda: self.services.forum.ubah(**fields), row) and not (row and row.unrecorded):
            self.form.fill(forum)


def relabel(row: FieldRow, text: str) -> None:
    """Give a row another label."""
    for label in row.findChildren(QLabel):
        if label.buddy() is row.field:
            label.setText(text)
