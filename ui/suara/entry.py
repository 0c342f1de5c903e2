"""One line to type a ballot or a row of a score sheet, without a hand on the mouse."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.fields import FieldRow, FlowLayout, NumberEdit
from ui.form_words import put_back
from ui.theme import look, primary


class EntryLine(QFrame):
    """Number, content, Enter; the number goes on by itself."""

    typed = Signal(int, str)
    touched = Signal()
    """letters were typed"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self.number = NumberEdit(field="nomor_surat", least=1, most=9999)
        self.content = QLineEdit()
        self.number_row = FieldRow(self.tr("Nomor di kertas"), self.number)
        self.content_row = FieldRow(self.tr("Isi kertas"), self.content)
        self.save = primary(QPushButton(self.tr("Catat"), self))
        fields = FlowLayout(gap=12)
        fields.add(self.number_row, 0, 10)
        fields.add(self.content_row, 1, 24)
        fields.add(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(fields)
        self.setTabOrder(self.number, self.content)
        self.setTabOrder(self.content, self.save)
        self.number.returnPressed.connect(self.content.setFocus)
        self.content.returnPressed.connect(self._send)
        self.save.clicked.connect(self._send)
        for field in (self.number, self.content):
            field.textEdited.connect(lambda _text: self.touched.emit())

    def words(self) -> dict[str, str]:
        """What is half typed; a number that nobody typed stands here by itself."""
        typed = self.content.text().strip() or self.number.isModified()
        return {"nomor": self.number.text(), "isi": self.content.text()} if typed else {}

    def put_back(self, number: str, content: str) -> None:
        """Show what a power cut left."""
        put_back(self.number, number)
        self.number.setModified(True)
        self.content.setText(content)

    def explain_content(self, help_text: str) -> None:
        """What is to be typed."""
        self.content_row.set_note(help_text)

    def begin(self, number: int) -> None:
        """Empty, with this number; the cursor stays where it is."""
        self.number.fill(number)
        self.number.setModified(False)
        self.content.clear()
        self.clear_errors()

    def go_on(self, number: int) -> None:
        """Empty, with the next number, ready to type."""
        self.begin(number)
        self.content.setFocus()

    def show_line(self, number: int) -> None:
        """Type this number again."""
        self.go_on(number)

    def explain(self, broken: RuleBroken) -> None:
        """A refusal beside its field."""
        self.clear_errors()
        row = self.number_row if broken.field in ("nomor_surat", "terbit") else self.content_row
        row.show_error(broken)

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for row in (self.number_row, self.content_row):
            row.clear_error()

    def _send(self) -> None:
        try:
            number = self.number.value()
        except RuleBroken as broken:
            self.explain(broken)
            return
        if number is None:
            self.number.setFocus()
            return
        self.typed.emit(number, self.content.text().strip())
