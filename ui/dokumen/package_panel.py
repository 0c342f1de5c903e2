"""Paket hari ini as a list with ticks and copies, before anything of it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.bentuk_sehari import SAAT
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.dokumen import BERKAS
from musrenbang_desktop.services.paket_hari_ini import BarisCetak
from ui.berkas.note import FilesNote
from ui.dokumen.print_card import MOST_COPIES
from ui.dokumen.printing import Device
from ui.dokumen.render import Sheet
from ui.fields import ChoiceBox, FieldRow, NumberEdit
from ui.plain_label import plain_label
from ui.theme import look, primary, quiet


@dataclass(frozen=True, slots=True)
class PackageWish:
    """What of the package goes where: the printer (None saves one PDF), and (document, copies) in order."""

    device: Device | None
    rows: tuple[tuple[str, int], ...]


class PackagePanel(QWidget):
    """It takes the place of the list and the preview while it is open."""

    agreed = Signal(object)
    """PackageWish"""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[BarisCetak, QCheckBox, NumberEdit]] = []
        self._devices: dict[str, Device] = {}
        self._sheet: Sheet | None = None
        self.words = QLabel(self.tr("Centang yang dicetak sekarang. Yang sudah dicetak tidak dicentang."), self)
        self.words.setWordWrap(True)
        look(self.words, "redup")
        self.files = FilesNote(self)
        self.printer = ChoiceBox(self.tr("Printer"))
        self.printer_row = FieldRow(self.tr("&Printer"), self.printer)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        look(self.note, "awas")
        self.total = QLabel(self)
        self.total.setWordWrap(True)
        self.go = primary(QPushButton(self))
        self.leave = quiet(QPushButton(self.tr("Tutup"), self))
        self._list = QWidget(self)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._lay_out()
        self.printer.currentIndexChanged.connect(lambda _row: self._judge_paper())
        self.go.clicked.connect(self._agree)
        self.leave.clicked.connect(self.closed)

    def ask(self, rows: Sequence[BarisCetak], devices: Sequence[Device], sheet: Sheet) -> None:
        """Open with these papers; ``sheet`` is the usual paper of the forms."""
        self._sheet, self._devices = sheet, {device.name: device for device in devices}
        self.printer_row.setVisible(bool(devices))
        self.printer.set_items([(device.name, device.name) for device in devices])
        if devices and self.printer.value() not in self._devices:
            self.printer.fill(devices[0].name)
        self.go.setText(self.tr("Cetak paket") if devices else self.tr("Simpan satu PDF"))
        self._fill(rows)
        self._judge_paper()
        self._count()
        first = next((box for _, box, _ in self._rows if box.isChecked()), None)
        (first or self.leave).setFocus()

    def ticked(self) -> tuple[tuple[str, int], ...]:
        """The chosen papers with their copies, in order. Raises RuleBroken for copies that are no number."""
        return tuple((row.jenis, copies.value() or 1) for row, box, copies in self._rows if box.isChecked())

    def _fill(self, rows: Sequence[BarisCetak]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._rows = []
        names = {
            "sebelum": self.tr("Sebelum"),
            "pelaksanaan": self.tr("Hari pelaksanaan"),
            "sesudah": self.tr("Sesudah"),
        }
        now = {row.saat for row in rows if row.dicentang}
        for time in sorted(SAAT, key=lambda time: time not in now):  # what is due stands on top
            found = [row for row in rows if row.saat == time]
            if found:
                heading = QLabel(names[time], self._list)
                look(heading, "anak-judul")
                self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
            for row in found:
                self._add(row)

    def _add(self, row: BarisCetak) -> None:
        title = Path(BERKAS[row.jenis]).stem
        box = QCheckBox(f"{title} ({row.catatan})" if row.catatan else title, self._list)
        box.setChecked(row.dicentang)
        copies = NumberEdit(self.tr("Rangkap {dokumen}").format(dokumen=title), field="rangkap", least=1,
                            most=MOST_COPIES)  # fmt: skip
        copies.fill(row.rangkap)
        copies.setMaximumWidth(copies.fontMetrics().averageCharWidth() * 10)
        copies.setToolTip(self.tr("Rangkap"))
        place = self._grid.rowCount()
        self._grid.addWidget(box, place, 0)
        self._grid.addWidget(copies, place, 1)
        if row.awas:
            warning = plain_label("salah")
            warning.setText(row.awas)
            self._grid.addWidget(warning, place + 1, 0, 1, 2)
        box.toggled.connect(lambda _on: self._count())
        copies.textChanged.connect(lambda _text: self._count())
        self._rows.append((row, box, copies))

    def _count(self) -> None:
        """How much it will be."""
        try:
            rows = self.ticked()
        except RuleBroken:
            self.total.setText(self.tr("Tulis rangkap sebagai bilangan 1 sampai {n}.").format(n=MOST_COPIES))
            self.go.setEnabled(False)
            return
        copies = sum(many for _, many in rows)
        self.total.setText(self.tr("{n} dokumen, {m} rangkap.").format(n=len(rows), m=copies))
        self.go.setEnabled(bool(rows))

    def _judge_paper(self) -> None:
        device = self._devices.get(str(self.printer.value() or ""))
        words = (
            "" if self._devices else self.tr("Tidak ada printer di komputer ini: paketnya disimpan sebagai satu PDF.")
        )
        if device and self._sheet:
            words = device.plans(self._sheet)[0].note
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _agree(self) -> None:
        rows = self.ticked()
        if rows:
            self.agreed.emit(PackageWish(self._devices.get(str(self.printer.value() or "")), rows))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self.words, self.files, self.printer_row, self.note):
            layout.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.total, 1)
        layout.addLayout(buttons)
        layout.addWidget(self._list)
        layout.addStretch(1)
