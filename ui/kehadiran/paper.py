"""Typing a signed paper sheet in: the same lines in the same order, and the totals of every sheet compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.services.layanan import Layanan
from musrenbang_desktop.services.lembar_hadir import TAMU, BarisLembar, JumlahLembar
from ui.buttons import push
from ui.colours import colours
from ui.fields import DetailLine, FieldRow, FlowLayout, NumberEdit, TableView
from ui.fields.waiting import belongs_to
from ui.reason_line import ReasonLine
from ui.subject import tells_of
from ui.table import Column, RowsModel
from ui.theme import look, quiet


class PaperTable(TableView):
    """Space and Enter mean signed and go one line down; W means that somebody else signed."""

    signed = Signal()
    deputy = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.signed.emit()
        elif plain and key == Qt.Key.Key_W:
            self.deputy.emit()
        else:
            super().keyPressEvent(event)


class PaperPart(QWidget):
    """``marked`` carries a line whose mark is to be turned, ``deputy_named`` id and name, ``counted`` sheet and number.

    A count is None where the field was emptied.
    """

    marked = Signal(object)
    deputy_named = Signal(str, str)
    counted = Signal(int, object)

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._lines: list[BarisLembar] = []
        self._sheets: list[JumlahLembar] = []
        self.about = QLabel(
            self.tr(
                "Baris di sini sama dengan baris di kertas. Spasi atau Enter: bertanda tangan. "
                "W: wakilnya yang tanda tangan."
            ),
            self,
        )
        self.totals = QLabel(self)
        self.model: RowsModel[BarisLembar] = RowsModel(
            self._columns(), lambda _sort, _down: self._lines, id_of=lambda row: f"{row.halaman}.{row.baris}"
        )
        self.table = PaperTable(self.tr("Baris daftar hadir di kertas"))
        self.table.set_model(self.model, stretch="nama", folds=("wakil", "unsur"))
        self.table.signed.connect(self._sign)
        self.table.deputy.connect(self._ask_deputy)
        self.table.current_changed.connect(lambda _row: self._show_sheet())
        self.count_edit = NumberEdit()
        self.count = FieldRow(self.tr("Tanda tangan di kertas, lembar ini"), self.count_edit)
        self.guests_edit = NumberEdit()
        self.guests = FieldRow(self.tr("Tanda tangan di lembar tamu"), self.guests_edit)
        tells_of(self.count, lambda: f"#lembar#{self.sheet}")
        tells_of(self.guests, lambda: f"#lembar#{TAMU}")
        self.count.committed.connect(lambda number: self.counted.emit(self.sheet, number))
        self.guests.committed.connect(lambda number: self.counted.emit(TAMU, number))
        self.next_button = quiet(
            push(self.tr("Lembar berikutnya"), self._next_sheet, tip=self.tr("Baris pertama lembar sesudah ini"))
        )
        self.deputy = ReasonLine()
        self.deputy.closed.connect(self.table.setFocus)
        self._lay_out()

    @property
    def sheet(self) -> int:
        """The sheet of the current line."""
        row = self.table.current()
        return row.halaman if row else 1

    def reload(self) -> None:
        """Read the lines and the totals again."""
        if self._services.forum.aktif() is None:
            return
        service = self._services.lembar_hadir
        self._lines = service.baris()
        self._sheets = service.jumlah(self._lines)
        self.model.reload()
        self.table.setVisible(bool(self._lines))
        if self._lines and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_sheet()

    def step(self) -> None:
        """The line below becomes the current one."""
        here = self.table.currentIndex()
        if here.isValid() and here.row() + 1 < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(here.row() + 1, here.column()))

    def _sign(self) -> None:
        row = self.table.current()
        if row is not None:
            self.marked.emit(row)

    def _ask_deputy(self) -> None:
        row: BarisLembar | None = self.table.current()
        person = row.orang if row else None
        if row is None or person is None or row.bertanda:
            return
        self.deputy.field.setAccessibleName(self.tr("Nama wakil"))
        self.deputy.ask(
            self.tr("Siapa yang tanda tangan mewakili {nama}?").format(nama=person.nama),
            self.tr("Catat wakil"),
            partial(self._name_deputy, person.id),
        )

    def _name_deputy(self, record: str, name: str) -> None:
        if not name.strip():
            raise RuleBroken("nama", "kosong")
        self.deputy_named.emit(record, name)

    def _next_sheet(self) -> None:
        here = self.sheet
        for place, row in enumerate(self._lines):
            if row.halaman > here:
                self.table.setCurrentIndex(self.model.index(place, 0))
                break
        self.table.setFocus()

    def _show_sheet(self) -> None:
        here = self.sheet
        found = {one.halaman: one for one in self._sheets}
        forum = self._services.desk.forum_id
        for row, field, number in ((self.count, self.count_edit, here), (self.guests, self.guests_edit, TAMU)):
            belongs_to(row, f"{forum}.lembar.{number}")
            sheet = found.get(number)
            if not field.hasFocus():
                field.fill(sheet.kertas if sheet else None)
        self.count.set_note(self._note(found.get(here), here))
        self.guests.set_note(self._note(found.get(TAMU), TAMU))
        self.totals.setText(self._summary())
        counted = [one for one in self._sheets if one.kertas is not None]
        wrong = any(not one.cocok for one in counted)
        look(self.totals, "awas" if wrong else "label")
        self.next_button.setEnabled(any(row.halaman > here for row in self._lines))

    def _note(self, sheet: JumlahLembar | None, number: int) -> str:
        name = self.tr("lembar tamu") if number == TAMU else self.tr("lembar {n}").format(n=number)
        if sheet is None:
            return ""
        return self.tr("Di layar, {lembar}: {n}").format(lembar=name, n=sheet.layar)

    def _summary(self) -> str:
        parts = []
        for one in self._sheets:
            name = self.tr("tamu") if one.halaman == TAMU else str(one.halaman)
            if one.kertas is None:
                continue
            parts.append(
                self.tr("{nama} cocok ({n})").format(nama=name, n=one.layar)
                if one.cocok
                else self.tr("{nama} beda: kertas {k}, layar {l}").format(nama=name, k=one.kertas, l=one.layar)
            )
        if not parts:
            return self.tr("Belum ada lembar yang dihitung.")
        return self.tr("Lembar {daftar}.").format(daftar="; ".join(parts))

    def _columns(self) -> Sequence[Column[BarisLembar]]:
        return [
            Column(key="lembar", title=self.tr("Lembar"), value=lambda row: row.halaman, align="kanan"),
            Column(key="baris", title=self.tr("Baris"), value=lambda row: row.baris, align="kanan"),
            Column(
                key="tanda",
                title=self.tr("Tanda tangan"),
                value=lambda row: row.bertanda,
                text=self._mark,
                align="tengah",
                colour=lambda row: colours().success if row.bertanda else "",
            ),
            Column(key="nama", title=self.tr("Nama"), value=self._name, bold=True),
            Column(key="unsur", title=self.tr("Unsur"), value=lambda row: row.orang.unsur if row.orang else ""),
            Column(key="wakil", title=self.tr("Wakilnya"), value=lambda row: row.wakil),
        ]

    def _mark(self, row: BarisLembar) -> str:
        return self.tr("✓ ada") if row.bertanda else ""

    def _name(self, row: BarisLembar) -> str:
        if row.orang is None:
            return self.tr("(tidak lagi di daftar)")
        return row.orang.nama if row.dicetak else self.tr("{nama} (sesudah dicetak)").format(nama=row.orang.nama)

    def _lay_out(self) -> None:
        for label in (self.about, self.totals):
            label.setWordWrap(True)
        look(self.about, "redup")
        fields = FlowLayout(gap=10)
        fields.add(self.count, 1, 22)
        fields.add(self.guests, 1, 22)
        fields.add(FieldRow(" ", self.next_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addWidget(self.table, 1)
        layout.addWidget(DetailLine(self.table))
        layout.addWidget(self.deputy)
        layout.addLayout(fields)
        layout.addWidget(self.totals)
