"""What was said for an usulan, against it, or as a condition: at most three short notes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.catatan import JENIS, LONGEST, MOST, Catatan, tulis
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.services.layanan import Layanan
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField
from ui.form_words import FieldsDraft
from ui.icons import icon
from ui.theme import look
from ui.usulan.section import Section

DRAFTS = "usulan_catatan"


class CatatanSection(Section):
    """The notes, and one line to write the next."""

    def __init__(self, services: Layanan) -> None:
        super().__init__(services)
        self._usulan: Usulan | None = None
        self._drawn: tuple[Catatan, ...] = ()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.kind = ChoiceBox()
        self.kind.set_items(JENIS.items())
        self.kind.fill("mendukung")
        self.kind_row = FieldRow(self.tr("Jenis catatan"), self.kind)
        self.text = LineField(placeholder=self.tr("singkat saja, paling panjang {n} huruf").format(n=LONGEST))
        self._draft = FieldsDraft(self, services, DRAFTS, {"teks": self.text, "jenis": self.kind})
        self.text_row = FieldRow(self.tr("Catatan pembahasan"), self.text)
        self.add_button = QPushButton(self.tr("Tambah catatan"), self)
        self.add_button.setAutoDefault(True)
        self.add_button.clicked.connect(self.add)
        self.text.returnPressed.connect(self.add)
        below = QLabel(self.tr("Paling banyak {n} catatan. Ikut dicetak di Lampiran II.").format(n=MOST), self)
        below.setWordWrap(True)
        look(below, "redup")
        line = FlowLayout(gap=10)
        line.add(self.kind_row, 1, 14)
        line.add(self.text_row, 2, 24)
        line.add(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self.rows)
        layout.addLayout(line)
        layout.addWidget(below)

    def show_usulan(self, usulan: Usulan) -> None:
        if self._usulan is None or self._usulan.id != usulan.id:
            self.leave()
            self._draft.come_back(usulan.id)
            self.text_row.clear_error()
        self._usulan = usulan
        if self._drawn != usulan.catatan or not self.rows.count():
            self._draw(usulan.catatan)

    def leave(self) -> None:
        """A half-typed note waits at its usulan, also through a power cut; Enter or the button only record it."""
        if self._usulan is not None:
            self._draft.flush()

    @property
    def unrecorded(self) -> bool:
        """Whether a note is half typed."""
        return bool(self.text.text().strip()) and not self._draft.kept

    def add(self) -> None:
        """Record the note that is typed."""
        usulan = self._usulan
        if usulan is None:
            return
        self.text.commit()  # before an error is shown: a field that commits later would take it away again
        try:
            self.services.usulan.catat_pendapat(usulan.id, self.kind.value(), self.text.text())
        except RuleBroken as broken:
            if broken.field == "catatan":
                self.text_row.show_error(broken)
            else:
                self.failed.emit(broken)
        except Trouble as problem:
            self.failed.emit(problem)
        else:
            self._draft.forget()
            self.text.fill("")
            self.text_row.clear_error()
            self.text.setFocus()

    def _draw(self, notes: tuple[Catatan, ...]) -> None:
        self._drawn = notes
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for place, note in enumerate(notes):
            self.rows.addWidget(self._row(place, note))

    def _row(self, place: int, note: Catatan) -> QWidget:
        row = QWidget(self)
        label = QLabel(tulis(note), row)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        drop = QPushButton(icon("tutup"), "", row)
        drop.setAccessibleName(self.tr("Hapus catatan {n}").format(n=place + 1))
        drop.setToolTip(drop.accessibleName())
        drop.setAutoDefault(True)
        drop.clicked.connect(lambda _checked=False: self._drop(place))
        line = FlowLayout(row, gap=8)
        line.add(label, 1, 18)
        line.add(drop)
        return row

    def _drop(self, place: int) -> None:
        usulan = self._usulan
        if usulan is not None:
            rest = tuple(note for at, note in enumerate(usulan.catatan) if at != place)
            self.attempt(lambda: self.services.usulan.ubah(usulan.id, catatan=rest))
            self.text.setFocus()
