"""A field with its label above and its note or problem below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields.line import mark_wrong
from ui.fields.waiting import Waiting
from ui.sentences import sentence
from ui.theme import look


class FieldRow(QWidget):
    """Label, field, and one line below: the help, the echo of an amount, or the sentence about a problem.

    Text that the field itself does not understand is explained here without any work of the page.
    """

    committed = Signal(object)

    def __init__(
        self, label: str, field: QWidget, help_text: str = "", *, required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._help = help_text
        self._note = ""
        self._doubt = False
        self._problem = ""
        name = QLabel(label + (self.tr(" (wajib)") if required else ""), self)
        name.setBuddy(field)
        look(name, "label")
        self.below = QLabel(self)
        self.below.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (name, field, self.below):
            layout.addWidget(widget)
        layout.addStretch(1)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        self._waiting: Waiting | None = None if getattr(field, "snaps_back", False) else getattr(field, "waiting", None)
        self._connect()
        self._write()

    def show_error(self, problem: RuleBroken | str) -> None:
        """Explain a problem beside the field and put the cursor there; the words wait in the field."""
        self._set_problem(problem)
        if self._waiting is not None:
            self._waiting.refuse(self._problem)
            self._write()
        self.field.setFocus()

    def clear_error(self) -> None:
        """The problem is gone, unless words still wait in the field that it is about."""
        if self._waiting is None or self._waiting.words is None:
            self._set_problem(None)

    def set_note(self, note: str, *, doubt: bool = False) -> None:
        """A quiet line below the field, such as the amount in words; louder for a ``doubt``, which stops nothing."""
        self._note, self._doubt = note, doubt
        self._write()

    def not_recorded(self) -> None:
        """What was typed could not be recorded; it stays and is tried again."""
        if hasattr(self.field, "not_recorded"):
            self.field.not_recorded()

    @property
    def unrecorded(self) -> bool:
        """Whether words stand here that the records do not hold."""
        refused = bool(self._problem) and bool(getattr(self.field, "text", str)())
        if self._waiting is not None and self._waiting.safe:
            return False
        return refused or bool(getattr(self.field, "unrecorded", False))

    @property
    def problem(self) -> str:
        """The sentence on screen, or nothing."""
        return self._problem

    def _connect(self) -> None:
        for signal, slot in (
            ("committed", self._on_committed),
            ("rejected", self._set_problem),
            ("note_changed", self.set_note),
        ):
            if hasattr(self.field, signal):
                getattr(self.field, signal).connect(slot)

    def _on_committed(self, value: object) -> None:
        self._set_problem(None)
        self.committed.emit(value)

    def _set_problem(self, problem: RuleBroken | str | None) -> None:
        self._problem = sentence(problem) if isinstance(problem, RuleBroken) else problem or ""
        mark_wrong(self.field, wrong=bool(self._problem))
        self._write()

    def _write(self) -> None:
        text = self._told() or self._note or self._help
        look(self.below, "salah" if self._problem else "awas" if self._doubt else "gema")
        self.below.setText(text)
        self.below.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def _told(self) -> str:
        """The problem, and what is safe meanwhile."""
        if not self._problem or self._waiting is None or self._waiting.words is None:
            return self._problem
        safe = str(getattr(self.field, "recorded_text", ""))
        if not safe:
            return self.tr("{masalah} Yang tercatat tetap kosong (Esc).").format(masalah=self._problem)
        return self.tr("{masalah} Yang tercatat tetap {isi} (Esc).").format(masalah=self._problem, isi=safe)
