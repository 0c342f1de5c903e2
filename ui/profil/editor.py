"""One key of a profile: what it means, its value, and what may be done with the row that it stands in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.reference import profile_skema
from musrenbang_desktop.reference.profile_copy import Isian, nilai
from musrenbang_desktop.reference.profile_layers import ProfileInvalid
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, TextField
from ui.profil.keys import label, short
from ui.theme import look, quiet

_LINES = 3


class KeyEditor(QFrame):
    """Shows the key that is chosen in the tree."""

    typed = Signal(str, object)
    """path and value, which the key may take"""
    wanted_back = Signal(str)
    """path whose shipped value is wanted again"""
    row_wanted = Signal(str)
    """``tambah``, ``naik``, ``turun`` or ``hapus``: with the row of this key"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self._path = ""
        self.name = QLabel(self)
        self.meaning = QLabel(self)
        for words, name in ((self.name, "label"), (self.meaning, "redup")):
            words.setWordWrap(True)
            look(words, name)
        self.row: FieldRow | None = None
        self._entry: Isian | None = None
        self.back_button = quiet(QPushButton(self.tr("Kembalikan ke bawaan"), self))
        self.back_button.clicked.connect(lambda: self.wanted_back.emit(self._path))
        self.row_buttons = {
            key: self._button(key, words)
            for key, words in (
                ("tambah", self.tr("Tambah baris")),
                ("naik", self.tr("Naikkan baris")),
                ("turun", self.tr("Turunkan baris")),
                ("hapus", self.tr("Hapus baris")),
            )
        }
        buttons = FlowLayout(gap=6)
        for button in (self.back_button, *self.row_buttons.values()):
            buttons.add(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(4)
        self._column.addWidget(self.name)
        self._column.addWidget(self.meaning)
        self._column.addLayout(buttons)

    @property
    def path(self) -> str:
        """The key or branch on show."""
        return self._path

    def show_entry(self, entry: Isian, *, in_list: bool) -> None:
        """Show one value to type over."""
        self._entry = entry
        again = self.row is not None and entry.jalur == self._path
        self._begin(entry.jalur, in_list=in_list)
        self.back_button.setVisible(entry.sendiri)
        if not again:
            self._place(entry)
        elif self.row is not None and not self.row.field.hasFocus():
            fill(self.row.field, entry.nilai)

    def show_branch(self, path: str, *, in_list: bool) -> None:
        """Show a branch: only its rows can be changed as a whole."""
        self._begin(path, in_list=in_list)
        self.back_button.hide()
        self._drop_row()

    def show_again(self) -> None:
        """Show the value that the copy has now, also under the cursor."""
        if self.row is not None and self._entry is not None:
            fill(self.row.field, self._entry.nilai)
            self.row.clear_error()

    def commit(self) -> bool:
        """Take over what is typed and not yet handed on."""
        commit = getattr(self.row.field, "commit", None) if self.row else None
        return bool(commit()) if commit else True

    def explain(self, problem: str) -> None:
        """Why the value cannot be used."""
        if self.row is not None:
            self.row.show_error(problem)

    def _begin(self, path: str, *, in_list: bool) -> None:
        if path != self._path:
            self._drop_row()
        self._path = path
        self.name.setText(label(path))
        meaning = profile_skema.keterangan(path)
        self.meaning.setText(meaning)
        self.meaning.setVisible(bool(meaning))
        for button in self.row_buttons.values():
            button.setVisible(in_list)

    def _place(self, entry: Isian) -> None:
        self._drop_row()
        field = field_for(entry)
        self.row = FieldRow(self.tr("Isi"), field)
        path, kind = entry.jalur, entry.nilai
        self.row.committed.connect(lambda value: self._on_typed(path, _typed(value, kind)))
        self._column.insertWidget(2, self.row)

    def _on_typed(self, path: str, typed: Any) -> None:
        try:
            value = nilai(path, typed)
        except ProfileInvalid as problem:
            self.explain(str(problem))
            return
        if self.row is not None:
            self.row.clear_error()
        self.typed.emit(path, value)

    def _drop_row(self) -> None:
        if self.row is not None:
            self._column.removeWidget(self.row)
            self.row.hide()
            self.row.deleteLater()
            self.row = None

    def _button(self, key: str, words: str) -> QPushButton:
        button = quiet(QPushButton(words, self))
        button.clicked.connect(lambda: self.row_wanted.emit(key))
        return button


def field_for(entry: Isian) -> QWidget:
    """The field that fits a value."""
    known = profile_skema.kunci(entry.jalur)
    field: ChoiceBox | LineField | TextField
    if isinstance(entry.nilai, bool):
        field = _choice(entry.jalur, [(True, short(True)), (False, short(False))])
    elif known and known.pilihan:
        field = _choice(entry.jalur, [(word, word or "-") for word in known.pilihan])
    elif isinstance(entry.nilai, int | float):
        field = LineField(label(entry.jalur))
    else:
        field = TextField(label(entry.jalur), lines=_LINES)
        field.setMaximumHeight(field.minimumHeight())
    fill(field, entry.nilai)
    return field


def _choice(path: str, items: list[tuple[Any, str]]) -> ChoiceBox:
    field = ChoiceBox(label(path))
    field.set_items(items)
    return field


def fill(field: QWidget, value: Any) -> None:
    """Show a value in its field."""
    if isinstance(field, ChoiceBox):
        field.fill(value)
    elif isinstance(field, LineField):
        field.fill(short(value))
    elif isinstance(field, TextField):
        field.fill("\n".join(map(str, value)) if isinstance(value, list) else str(value))


def _typed(value: Any, before: Any) -> Any:
    """What a field gives, as the kind of value that stood there: a list has one entry a line."""
    if isinstance(before, list):
        return [line.strip() for line in str(value).splitlines() if line.strip()]
    return value
