"""A list that is typed line by line: a quick line above, a table that can be edited below, and what its keys do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.buttons import push
from ui.fields import ChoiceBox, DetailLine, FieldRow, FlowLayout, LineField, TableView, with_detail
from ui.form_words import FieldsDraft
from ui.panels import Card
from ui.siapkan.section import Section
from ui.table import Column, RowsModel
from ui.theme import look, primary, quiet

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Isian:
    """One field of the quick line: its key, label, widget, its share of what is left of the line and its least
    width in letters.
    """

    key: str
    label: str
    field: LineField | ChoiceBox
    stretch: int
    letters: int


class DaftarTable(TableView):
    """Alt+Up and Alt+Down move the row, Delete takes it off the list."""

    moved = Signal(int)
    """-1 up, 1 down"""
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete and self.current() is not None:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class QuickFields(QWidget):
    """The quick line; its fields are empty when they are handed over."""

    wanted = Signal()
    """Enter or the button: the line is to be recorded"""

    def __init__(self, fields: Sequence[Isian], add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {one.key: one.field for one in fields}
        self._empty = {one.key: one.field.value() for one in fields}
        self.rows = {one.key: FieldRow(one.label, one.field, parent=self) for one in fields}
        self.add_button: QPushButton = primary(push(add_text, self.wanted.emit))
        flow = FlowLayout(self, gap=10)
        for one in fields:
            flow.add(self.rows[one.key], stretch=one.stretch, letters=one.letters)
            line = one.field.lineEdit() if isinstance(one.field, ChoiceBox) else one.field
            if line is not None:
                line.returnPressed.connect(self.wanted)
        flow.add(FieldRow(" ", self.add_button, parent=self))

    @property
    def half_typed(self) -> bool:
        """Whether letters stand here; a choice from a list is no loss."""
        return any(_letters(field).strip() for field in self._fields.values())

    @property
    def fields(self) -> Mapping[str, LineField | ChoiceBox]:
        """The fields by their keys."""
        return self._fields

    def values(self) -> dict[str, Any] | None:
        """What stands in the fields; None when one of them is not understood, which is then explained there."""
        values: dict[str, Any] = {}
        for key, row in self.rows.items():
            try:
                values[key] = self._fields[key].value()
            except RuleBroken as broken:
                row.show_error(broken)
                return None
        return values

    def clear(self, *, keep: Sequence[str] = ()) -> None:
        """Empty for the next line; the fields of ``keep`` stay as they are."""
        for key, field in self._fields.items():
            if key not in keep:
                field.fill(self._empty[key])
            self.rows[key].clear_error()

    def focus(self) -> None:
        """The cursor to the first field."""
        next(iter(self._fields.values())).setFocus()


def _letters(field: LineField | ChoiceBox) -> str:
    """What was typed; nothing for a box that only offers a list."""
    if isinstance(field, LineField):
        return field.text()
    return field.currentText() if field.isEditable() else ""


class DaftarSection(Section):
    """One list. A subclass says how a line is recorded, and calls :meth:`build` once."""

    #: Fields of the quick line that stay for the next row.
    kept: ClassVar[tuple[str, ...]] = ()

    table: DaftarTable
    quick: QuickFields
    model: RowsModel[Any]

    def build(
        self,
        title: str,
        name: str,
        fields: Sequence[Isian],
        columns: Sequence[Column[Any]],
        *,
        stretch: str,
        gives_way: Mapping[str, tuple[int, int]] | None = None,
        folds: Sequence[str] = (),
        add_text: str = "",
        removable: bool = True,
    ) -> QVBoxLayout:
        """Lay out card, quick line, table and buttons; returns the column of the card for what is special here."""
        card = self.card = Card(title)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        look(self.state, "redup")
        self.quick = QuickFields(fields, add_text or self.tr("Tambah"))
        self.quick.wanted.connect(self._add)
        self._draft = FieldsDraft(self.quick, self.services, f"siapkan_{name}", self.quick.fields)
        self.model = RowsModel(columns, lambda _sort, _down: self.fetch(), id_of=self.id_of)
        self.table = DaftarTable(name)
        self.table.set_model(self.model, stretch=stretch, gives_way=gives_way or {}, folds=folds, least=14)
        self.table.moved.connect(self.move_row)
        self.table.removed.connect(self._remove)
        self.remove_button = quiet(push(self.tr("Keluarkan"), self._remove, "tutup", self.tr("Keluarkan baris (Del)")))
        self.buttons = FlowLayout(gap=8)
        self.buttons.add(self.remove_button)
        self._removable = removable
        if not removable:
            self.remove_button.hide()
        for widget in (self.state, self.quick, with_detail(self.table, DetailLine(self.table))):
            card.body.addWidget(widget)
        card.body.addLayout(self.buttons)
        self.column.addWidget(card, 1)
        return card.body

    def fetch(self) -> Sequence[Any]:
        """The rows as recorded."""
        raise NotImplementedError

    def id_of(self, row: Any) -> str:
        """What tells the rows apart."""
        raise NotImplementedError

    def add(self, values: dict[str, Any]) -> str:
        """Record the quick line; returns the id of its row. Raises RuleBroken."""
        raise NotImplementedError

    def remove(self, row: Any) -> None:
        """Take one row off the list."""
        raise NotImplementedError

    def move_row(self, step: int) -> None:
        """Alt+Up (-1) and Alt+Down (1), where the order means something."""

    def edit(self, act: Callable[[], object]) -> None:
        """A cell was typed over: record it; a refusal is said in the message bar, the cell shows the record."""
        if not self.attempt(act):
            self.model.reload()

    def read(self) -> None:
        forum = self.services.forum.aktif()
        if forum is not None:
            self._draft.come_back(forum.id)
        self.model.reload()
        self.remove_button.setEnabled(self.model.rowCount() > 0)
        # All rows stand on the page, which scrolls as a whole: a list within a list is hard to follow by keyboard.
        self.table.setMinimumHeight(self._height())

    def on_shown(self) -> None:
        self.quick.focus()

    def _height(self) -> int:
        rows = max(3, self.model.rowCount())
        header = self.table.horizontalHeader().sizeHint().height()
        return header + rows * self.table.verticalHeader().defaultSectionSize() + 2 * self.table.frameWidth()

    def _add(self) -> None:
        values = self.quick.values()
        if values is not None:
            self.attempt(lambda: self._record(values))

    def _record(self, values: dict[str, Any]) -> None:
        try:
            record = self.add(values)
        except RuleBroken as broken:
            row = self.quick.rows.get(broken.field)
            if row is None:
                raise
            row.show_error(broken)
            return
        self.quick.clear(keep=self.kept)
        self._draft.forget()
        self.quick.focus()
        self.table.select_record(record)

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None and self._removable:
            self.attempt(lambda: self.remove(row))
