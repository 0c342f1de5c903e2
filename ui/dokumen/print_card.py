"""What to print on: printer, copies, pages. It takes the place of the buttons while it is open; no dialog."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from ui.dokumen.printing import Device
from ui.dokumen.render import Sheet
from ui.fields import ChoiceBox, FieldRow, LineField, NumberEdit
from ui.theme import look, primary, quiet

MOST_COPIES = 50


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What the operator asked for; ``pages`` from 0."""

    printer: str
    copies: int
    pages: tuple[int, ...]


class PrintCard(QFrame):
    """Asks the three questions of a printout."""

    agreed = Signal(object)
    """PrintWish"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "kartu")
        self._sheets: tuple[Sheet, ...] = ()
        self._devices: dict[str, Device] = {}
        self.document = QLabel(self)
        self.document.setWordWrap(True)
        look(self.document, "anak-judul")
        self.printer = ChoiceBox(self.tr("Printer"))
        self.copies = NumberEdit(self.tr("Rangkap"), field="rangkap", least=1, most=MOST_COPIES)
        self.pages = LineField(self.tr("Halaman"), placeholder=self.tr("semua"))
        self.copies_row = FieldRow(self.tr("&Rangkap"), self.copies)
        self.pages_row = FieldRow(self.tr("&Halaman"), self.pages)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        look(self.note, "awas")
        self.go = primary(QPushButton(self.tr("Cetak sekarang"), self))
        self.leave = quiet(QPushButton(self.tr("Batal"), self))
        self._lay_out()
        self.printer.currentIndexChanged.connect(lambda _row: self._judge_paper())
        self.go.clicked.connect(self._agree)
        self.leave.clicked.connect(self.closed)
        self.pages.returnPressed.connect(self._agree)

    def ask(self, document: str, devices: Sequence[Device], sheets: tuple[Sheet, ...]) -> None:
        """Open for a document of these pages."""
        self.document.setText(document)
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

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.document)
        layout.addWidget(FieldRow(self.tr("&Printer"), self.printer))
        numbers = QHBoxLayout()
        numbers.addWidget(self.copies_row, 1)
        numbers.addWidget(self.pages_row, 2)
        layout.addLayout(numbers)
        layout.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go, 1)
        buttons.addWidget(self.leave)
        layout.addLayout(buttons)

    def _judge_paper(self) -> None:
        device = self._devices.get(str(self.printer.value() or ""))
        strange = device is not None and bool(self._sheets) and not device.knows(self._sheets[0])
        self.note.setVisible(strange)
        if strange:
            wide, high = (round(side) for side in sorted(self._sheets[0].millimetres))
            self.note.setText(
                self.tr(
                    "Printer ini tidak menyebut kertas {lebar} \u00d7 {tinggi} mm. Cetak satu halaman dulu."
                ).format(lebar=wide, tinggi=high)
            )

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
        self.agreed.emit(PrintWish(str(self.printer.value()), copies, pages))


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
