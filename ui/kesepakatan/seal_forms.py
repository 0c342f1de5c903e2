"""What may follow a seal: a note that is sealed itself, and the signature of a witness with a key of his own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from ui.drafts import FormDraft
from ui.fields import FieldRow, FlowLayout, LineField
from ui.theme import look, primary, quiet


class SealForm(QFrame):
    """A card with fields and buttons, hidden until it is opened."""

    closed = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        head = QLabel(heading, self)
        look(head, "anak-judul")
        self.rows: dict[str, FieldRow] = {}
        self._draft: FormDraft | None = None
        self._key = ""
        self.fields = FlowLayout(gap=12)
        self.buttons = FlowLayout(gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(head)
        column.addLayout(self.fields)
        column.addLayout(self.buttons)
        self.hide()

    def open_form(self) -> None:
        """Show it empty, the cursor in its first field."""
        kept = self._draft.found(self._key) if self._draft is not None else {}
        for name, row in self.rows.items():
            self._line(row).setText(kept.get(name, ""))
            row.clear_error()
        self.show()
        next(iter(self.rows.values())).field.setFocus()

    def close_form(self) -> bool:
        """Hide it. True when it was open."""
        if self.isHidden():
            return False
        if self._draft is not None:
            self._draft.forget()
        self.hide()
        self.closed.emit()
        return True

    def keep_in(self, services: Layanan, halaman: str) -> None:
        """Half of it comes back after a power cut when the form is opened again."""
        self._draft = FormDraft(self, services, halaman, self._words)
        for row in self.rows.values():
            self._line(row).textEdited.connect(self._draft.touch)

    def open_for(self, key: str) -> None:
        """Show it with what was left of it under ``key``."""
        self._key = key
        self.open_form()

    def set_aside(self) -> None:
        """Hide it; half of it waits."""
        if not self.isHidden():
            if self._draft is not None:
                self._draft.keep()
            self.hide()
            self.closed.emit()

    def _words(self) -> dict[str, str]:
        return {} if self.isHidden() else {name: self._line(row).text() for name, row in self.rows.items()}

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self._line(self.rows[name]).text().strip()

    def explain(self, broken: RuleBroken) -> None:
        """A refusal beside its field."""
        for row in self.rows.values():
            row.clear_error()
        self.rows.get(broken.field, next(iter(self.rows.values()))).show_error(broken)

    def add_row(self, name: str, label: str, letters: int, *, secret: bool = False) -> None:
        """One field under the name that the rules use."""
        field: QLineEdit = QLineEdit() if secret else LineField(label)
        field.setAccessibleName(label)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.rows[name] = FieldRow(label, field)
        self.fields.add(self.rows[name], 1, letters)

    def add_leave(self) -> None:
        """The button that leaves everything as it is."""
        leave = quiet(QPushButton(self.tr("Batal"), self))
        leave.clicked.connect(self.close_form)
        self.buttons.add(leave)

    @staticmethod
    def _line(row: FieldRow) -> QLineEdit:
        field = row.field
        if not isinstance(field, QLineEdit):
            raise TypeError(type(field))
        return field


class AddendumForm(SealForm):
    """Catatan tambahan: what is added, who asked, why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Catatan tambahan"), parent)
        self.add_row("teks_tambahan", self.tr("Yang ditambahkan"), 30)
        self.add_row("oleh_tambahan", self.tr("Diminta oleh"), 14)
        self.add_row("alasan_tambahan", self.tr("Alasan tambahan"), 20)
        self.confirm = primary(QPushButton(self.tr("Segel tambahan"), self))
        self.buttons.add(self.confirm)
        self.add_leave()


class CosignForm(SealForm):
    """Tanda tangan saksi: name, office, and the pass phrase of the key on his flash disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tanda tangan saksi"), parent)
        self.add_row("nama_saksi", self.tr("Nama saksi"), 18)
        self.add_row("jabatan_saksi", self.tr("Jabatan saksi"), 14)
        self.add_row("sandi", self.tr("Kata sandi kunci"), 12, secret=True)
        self.sign = primary(QPushButton(self.tr("Pilih kunci dan tanda tangani\u2026"), self))
        self.make = QPushButton(self.tr("Buat kunci baru\u2026"), self)
        for button in (self.sign, self.make):
            self.buttons.add(button)
        self.add_leave()

    def refuse_key(self, words: str) -> None:
        """Why the key was not taken, beside the pass phrase."""
        self.rows["sandi"].show_error(words)
