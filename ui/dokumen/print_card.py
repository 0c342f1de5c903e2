"""What to print on: printer, paper, copies, pages. It takes the place of the buttons while it is open; no dialog."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.dokumen.correction import Correction
from ui.dokumen.paper import Plan
from ui.dokumen.printing import AS_IT_IS, Device, Way
from ui.dokumen.render import Sheet
from ui.fields import ChoiceBox, FieldRow, LineField, NumberEdit
from ui.fields.tab_order import follow
from ui.plain_label import plain_label
from ui.theme import look, primary, quiet

MOST_COPIES = 200


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What the operator asked for; ``pages`` from 0."""

    printer: str
    copies: int
    pages: tuple[int, ...]
    way: Way = AS_IT_IS


class PrintCard(QFrame):
    """Asks the questions of a printout, and says what will not be as it should. Its fields are made for the first one:
    most who look at a paper print nothing.
    """

    agreed = Signal(object)
    """PrintWish"""
    closed = Signal()
    pages_changed = Signal()
    """other pages are asked for: it may be a reprint now, or no longer"""
    corrected = Signal(float, float)
    """how far the printer that is chosen is off, to the right and down"""

    def __init__(self, after: QWidget, parent: QWidget | None = None) -> None:
        """``after``: which widget the Tab key leaves for the first field."""
        super().__init__(parent)
        look(self, "kartu")
        self._after = after
        self._sheets: tuple[Sheet, ...] = ()
        self._devices: dict[str, Device] = {}
        self._plans: list[Plan] = []
        self.shift_of: Callable[[str], tuple[float, float]] = lambda _printer: (0.0, 0.0)

    def _build(self) -> None:
        self.document = QLabel(self)
        self.document.setWordWrap(True)
        look(self.document, "anak-judul")
        self.again = QLabel(self)
        self.again.setWordWrap(True)
        self.warning = plain_label("salah")
        self.printer = ChoiceBox(self.tr("Printer"))
        self.paper = ChoiceBox(self.tr("Kertas"))
        self.copies = NumberEdit(self.tr("Rangkap"), field="rangkap", least=1, most=MOST_COPIES)
        self.pages = LineField(self.tr("Halaman"), placeholder=self.tr("semua"))
        self.copies_row = FieldRow(self.tr("&Rangkap"), self.copies)
        self.pages_row = FieldRow(self.tr("&Halaman"), self.pages)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        look(self.note, "awas")
        self.correction = Correction(self)
        self.go = primary(QPushButton(self.tr("Cetak sekarang"), self))
        self.leave = quiet(QPushButton(self.tr("Batal"), self))
        self._lay_out()
        self.printer.currentIndexChanged.connect(lambda _row: self._judge_paper())
        self.paper.currentIndexChanged.connect(lambda _row: self._show_note())
        self.pages.committed.connect(lambda _text: self.pages_changed.emit())
        self.go.clicked.connect(self._agree)
        self.leave.clicked.connect(self.closed)
        self.pages.returnPressed.connect(self._agree)
        self.correction.changed.connect(self.corrected)
        follow(self._after, self)

    def ask(self, document: str, devices: Sequence[Device], sheets: tuple[Sheet, ...], *, test: bool = False) -> None:
        """Open for a document of these pages; ``test`` shows the correction of the printer."""
        if self.layout() is None:
            self._build()
        self.document.setText(document)
        self.correction.setVisible(test)
        self._sheets, self._devices = sheets, {device.name: device for device in devices}
        self.printer.set_items([(device.name, device.name) for device in devices])
        if self.printer.value() not in self._devices:
            self.printer.fill(devices[0].name)
        if self.copies.value() is None:
            self.copies.fill(1)
        self.pages.fill("")
        self.pages_row.clear_error()
        self._judge_paper()
        self.go.setFocus()

    def show_again(self, words: str) -> None:
        """Say that this is printed for another time, and how it will be marked; nothing for a first print."""
        self.again.setText(words)
        self.again.setVisible(bool(words))

    def show_warning(self, text: str) -> None:
        """What is to be seen before this is printed; nothing for most papers."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def wanted_pages(self) -> tuple[int, ...]:
        """The pages asked for, from 0; all of them while what is typed is not understood."""
        return parse_pages(self.pages.text(), len(self._sheets)) or tuple(range(len(self._sheets)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.document)
        layout.addWidget(self.again)
        layout.addWidget(self.warning)
        layout.addWidget(FieldRow(self.tr("&Printer"), self.printer))
        self.paper_row = FieldRow(self.tr("&Kertas"), self.paper)
        layout.addWidget(self.paper_row)
        layout.addWidget(self.note)
        layout.addWidget(self.correction)
        numbers = QHBoxLayout()
        numbers.addWidget(self.copies_row, 1)
        numbers.addWidget(self.pages_row, 2)
        layout.addLayout(numbers)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go, 1)
        buttons.addWidget(self.leave)
        layout.addLayout(buttons)

    def _judge_paper(self) -> None:
        """What this printer can do with these sheets."""
        name = str(self.printer.value() or "")
        device = self._devices.get(name)
        self._plans = device.plans(self._sheets[0]) if device and self._sheets else []
        self.paper.set_items([(place, plan.words) for place, plan in enumerate(self._plans)])
        self.paper.fill(0)
        self.correction.fill(self.shift_of(name))
        self._show_note()

    def _show_note(self) -> None:
        plan = self._plan()
        self.note.setText(plan.note if plan else "")
        self.note.setVisible(bool(self.note.text()))

    def _plan(self) -> Plan | None:
        place = self.paper.value()
        return self._plans[place] if isinstance(place, int) and 0 <= place < len(self._plans) else None

    def _agree(self) -> None:
        try:
            copies = self.copies.value() or 1
        except RuleBroken:
            self.copies.setFocus()
            return
        pages = parse_pages(self.pages.text(), len(self._sheets))
        if pages is None:
            self.pages_row.show_error(self.tr("Tulis misalnya 3-4, paling besar {n}.").format(n=len(self._sheets)))
            return
        self.correction.right.commit()
        self.correction.down.commit()
        name = str(self.printer.value())
        self.agreed.emit(PrintWish(name, copies, pages, Way(self._plan(), self.shift_of(name))))


def parse_pages(text: str, count: int) -> tuple[int, ...] | None:
    """``3-4, 7`` as (2, 3, 6); everything for an empty text or ``semua``; None when it is not understood."""
    if text.strip().casefold() in ("", "semua"):
        return tuple(range(count))
    wanted: set[int] = set()
    for part in re.split(r"[,;]", text):
        found = re.fullmatch(r"\s*(\d{1,4})\s*(?:[-\u2013]\s*(\d{1,4}))?\s*", part)
        if not found:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            return None
        wanted.update(range(first - 1, last))
    return tuple(sorted(wanted))
