"""What stands in the fields of a form, whatever kind of field it is, as words that a draft keeps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from musrenbang_desktop.services.layanan import Layanan
from ui.drafts import FormDraft
from ui.fields import ChoiceBox, LineField, TextField
from ui.fields.waiting import Words

FormField = QLineEdit | TextField | ChoiceBox | QAbstractButton

_YES = "ya"


class FieldsDraft(FormDraft):
    """The draft of a form that is recorded as a whole: all its fields, also its lists and its ticks.

    As it stands when this is made the form is empty. Each key, such as a forum, has words of its own.
    """

    def __init__(self, owner: QWidget, services: Layanan, halaman: str, fields: Mapping[str, FormField]) -> None:
        super().__init__(owner, services, halaman, self.words)
        self._fields = dict(fields)
        self._empty = {name: words_of(field) for name, field in self._fields.items()}
        for field in self._fields.values():
            self._watch(field)

    def words(self) -> dict[str, str]:
        """What stands in the form; nothing while it is empty."""
        words = {name: words_of(field) for name, field in self._fields.items()}
        return {} if words == self._empty else words

    def come_back(self, kunci: str) -> bool:
        """Show what was left of the form of ``kunci``; True when there was something. Typing goes on under that key,
        and what stands here of another key waits there.
        """
        if kunci == self.key:
            return False
        before = self.key
        self.flush()
        found = self.found(kunci)
        if found or before:
            for name, field in self._fields.items():
                put_back(field, found.get(name, self._empty[name]))
        return bool(found)

    def _watch(self, field: FormField) -> None:
        if isinstance(field, QAbstractButton):
            field.toggled.connect(self.touch)
        elif isinstance(field, TextField):
            field.textChanged.connect(self.touch)
        elif isinstance(field, ChoiceBox):
            field.committed.connect(self.touch)
            field.activated.connect(self.touch)
            self._watch_line(field.lineEdit())
        else:
            self._watch_line(field)

    def _watch_line(self, line: QLineEdit | None) -> None:
        if line is not None:
            line.textEdited.connect(self.touch)
            line.editingFinished.connect(self.flush)


class ChangingForm:
    """The draft of a form whose fields are made anew for each record that it is about."""

    def __init__(self, owner: QWidget, services: Layanan, halaman: str) -> None:
        self._owner, self._services, self._page = owner, services, halaman
        self._draft: FieldsDraft | None = None

    def begin(self, kunci: str, fields: Mapping[str, FormField]) -> None:
        """The form is about another record: show what was left of it."""
        self.leave()
        self._draft = FieldsDraft(self._owner, self._services, self._page, fields)
        self._draft.come_back(kunci)

    def leave(self) -> None:
        """Its fields are about to go; what stands in them waits."""
        if self._draft is not None:
            self._draft.flush()
            self._draft.deleteLater()
            self._draft = None

    def forget(self) -> None:
        """It was recorded, or given up."""
        if self._draft is not None:
            self._draft.forget()


def words_of(field: FormField) -> str:
    """What stands in a field."""
    if isinstance(field, QAbstractButton):
        return _YES if field.isChecked() else ""
    if isinstance(field, ChoiceBox) and not field.isEditable():
        return str(field.value() if field.value() is not None else "")
    return field.text()


def put_back(field: FormField, text: str) -> None:
    """Show kept words again, with the remark that the field makes about them."""
    if isinstance(field, QAbstractButton):
        field.setChecked(text == _YES)
    elif isinstance(field, ChoiceBox) and not field.isEditable():
        places = [place for place in range(field.count()) if str(field.itemData(place)) == text]
        field.fill(field.itemData(places[0]) if places else None)
    elif isinstance(field, LineField | TextField | ChoiceBox):
        field.show_words(Words(text))
    else:
        field.setText(text)
