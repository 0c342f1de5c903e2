"""The rows of the rules: one criterion, one group."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.domain.kriteria_paket import kelas_dari
from musrenbang_desktop.domain.penilaian import Kelas, Kelompok, Kriteria
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, NumberEdit
from ui.icons import icon
from ui.theme import quiet

MOST_WEIGHT = 100
MOST_SCORE = 9999


class _Ranges(NamedTuple):
    """Smallest and largest score of a criterion, and what the scores mean."""

    terkecil: NumberEdit
    terbesar: NumberEdit
    patokan: LineField

    def fill(self, kriteria: Kriteria) -> None:
        """Show what is recorded."""
        values = (kriteria.terkecil, kriteria.terbesar, _classes_text(kriteria.kelas))
        for field, value in zip(self, values, strict=True):
            field.fill(value)
        self.patokan.setEnabled(not kriteria.berpoin)  # points are a table of the template


class CriterionRow(QWidget):
    """Name, short name, weight and direction of one criterion."""

    changed = Signal()
    removed = Signal()

    def __init__(self, identity: str, *, labels: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.identity = identity
        self.setObjectName(identity)  # tells the words that wait here from those in the other rows
        self.recorded: Kriteria | None = None
        self.nama = LineField(placeholder=self.tr("Nama kriteria"), parent=self)
        self.singkatan = LineField(placeholder=self.tr("Mdk"), parent=self)
        self.bobot = NumberEdit(field="bobot", least=1, most=MOST_WEIGHT, parent=self)
        self.arah = ChoiceBox(parent=self)
        self.arah.set_items(
            (("untung", self.tr("makin tinggi makin baik")), ("biaya", self.tr("makin rendah makin baik")))
        )
        self.remove_button = quiet(QPushButton(icon("tutup"), "", self))
        self.remove_button.setToolTip(self.tr("Buang kriteria ini"))
        self.remove_button.clicked.connect(self.removed)
        flow = self._flow = FlowLayout(self, gap=8)
        titles = (self.tr("Kriteria"), self.tr("Singkatan"), self.tr("Bobot"), self.tr("Arah nilai"))
        fields: tuple[LineField | ChoiceBox, ...] = (self.nama, self.singkatan, self.bobot, self.arah)
        for title, field, letters, stretch in zip(titles, fields, (20, 9, 7, 24), (3, 0, 0, 1), strict=True):
            field.setAccessibleName(title)
            field.committed.connect(lambda _value: self.changed.emit())
            flow.add(FieldRow(title, field, parent=self) if labels else field, stretch, letters)
            if not labels:
                flow.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        flow.add(self.remove_button)
        flow.setAlignment(self.remove_button, Qt.AlignmentFlag.AlignBottom)
        self._made: _Ranges | None = None
        self._rows: dict[LineField, FieldRow] = {}

    @property
    def ranges(self) -> _Ranges:
        """The fields behind the weight; made when somebody first wants to see them."""
        if self._made is None:
            made = self._made = _Ranges(
                NumberEdit(least=0, most=MOST_SCORE),
                NumberEdit(least=1, most=MOST_SCORE),
                LineField(placeholder=self.tr("1 dapat menunggu; 5 mengancam jiwa")),
            )
            titles = (self.tr("Nilai terkecil"), self.tr("Nilai terbesar"), self.tr("Patokan tiap nilai"))
            for title, field, letters in zip(titles, made, (12, 12, 40), strict=True):
                field.committed.connect(lambda _value: self.changed.emit())
                row = self._rows[field] = FieldRow(title, field, parent=self)
                self._flow.add(row, 1, letters)
            if self.recorded:
                made.fill(self.recorded)
        return self._made

    def show_more(self, *, details: bool) -> None:
        """Range and meaning of the scores behind the weight."""
        if details or self._made is not None:
            for field in self.ranges:
                self._rows[field].setVisible(details)

    def fill(self, kriteria: Kriteria) -> None:
        """Show a recorded criterion."""
        if kriteria == self.recorded:
            return
        self.recorded = kriteria
        for field, value in (
            (self.nama, kriteria.nama),
            (self.singkatan, kriteria.singkatan),
            (self.bobot, kriteria.bobot),
            (self.arah, kriteria.arah),
        ):
            field.fill(value)
        if self._made is not None:
            self._made.fill(kriteria)
        self.remove_button.setAccessibleName(self.tr("Buang kriteria {nama}").format(nama=kriteria.nama))

    @property
    def empty(self) -> bool:
        """A row that was added and not yet named."""
        return self.recorded is None and not self.nama.text().strip()

    def read(self) -> Kriteria:
        """The criterion as typed. Raises RuleBroken."""
        nama = self.nama.value()
        terkecil, terbesar, kelas = self._read_ranges()
        return Kriteria(
            self.identity,
            nama,
            self.singkatan.value() or nama[:3],
            self.bobot.value() or 1,
            self.arah.value() or "untung",
            terkecil,
            terbesar,
            kelas,
        )

    def _read_ranges(self) -> tuple[int, int, tuple[Kelas, ...]]:
        """As typed; as recorded where nobody has opened them, and as usual for a new criterion."""
        made, before = self._made, self.recorded
        if made is None:
            return (before.terkecil, before.terbesar, before.kelas) if before else (1, 5, ())
        kelas = before.kelas if before and before.berpoin else kelas_dari(made.patokan.value() or "")
        return _number(made.terkecil, 1), _number(made.terbesar, 5), kelas


class GroupRow(QWidget):
    """The name of one group, and where they matter its persons, its bidang and its unsur."""

    changed = Signal()
    removed = Signal()

    def __init__(self, identity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.identity = identity
        self.setObjectName(identity)  # tells the words that wait here from those in the other rows
        self.recorded: Kelompok | None = None
        self.nama = LineField(self.tr("Nama kelompok"), placeholder=self.tr("Nama kelompok"), parent=self)
        self.nama.committed.connect(lambda _value: self.changed.emit())
        self.pemilih = NumberEdit(
            self.tr("Jumlah orang"), field="pemilih", least=1, placeholder=self.tr("orang"), parent=self
        )
        self.bidang = LineField(self.tr("Hanya bidang"), placeholder=self.tr("semua bidang"), parent=self)
        self.unsur = LineField(self.tr("Unsur kelompok"), placeholder=self.tr("unsur"), parent=self)
        self.remove_button = quiet(QPushButton(icon("tutup"), "", self))
        self.remove_button.setToolTip(self.tr("Buang kelompok ini"))
        self.remove_button.clicked.connect(self.removed)
        flow = FlowLayout(self, gap=2)
        flow.add(self.nama, 1, 16)
        for field, letters in ((self.pemilih, 8), (self.bidang, 14), (self.unsur, 12)):
            field.committed.connect(lambda _value: self.changed.emit())
            field.hide()
            flow.add(field, 0, letters)
        flow.add(self.remove_button)

    def show_more(self, *, persons: bool, details: bool) -> None:
        """Which of the fields behind the name are there."""
        recorded = self.recorded
        self.pemilih.setVisible(persons)
        self.bidang.setVisible(details or bool(recorded and recorded.bidang))
        self.unsur.setVisible(details or bool(recorded and recorded.unsur))

    def fill(self, kelompok: Kelompok) -> None:
        """Show a recorded group."""
        if kelompok == self.recorded:
            return
        self.recorded = kelompok
        for field, value in (
            (self.nama, kelompok.nama),
            (self.pemilih, kelompok.pemilih),
            (self.bidang, kelompok.bidang),
            (self.unsur, kelompok.unsur),
        ):
            field.fill(value)
        self.remove_button.setAccessibleName(self.tr("Buang kelompok {nama}").format(nama=kelompok.nama))

    @property
    def empty(self) -> bool:
        """A row that was added and not yet named."""
        return self.recorded is None and not self.nama.text().strip()

    def read(self) -> Kelompok:
        """The group as typed; an emptied name keeps the recorded one."""
        return Kelompok(
            self.identity,
            self.nama.value() or (self.recorded.nama if self.recorded else ""),
            self.pemilih.value(),
            self.bidang.value() or "",
            self.unsur.value() or "",
        )


def _number(field: NumberEdit, usual: int) -> int:
    """What is typed; an empty box is the usual, as a new row has it."""
    value = field.value()
    return value if isinstance(value, int) else usual


def _classes_text(kelas: tuple[Kelas, ...]) -> str:
    return "; ".join(f"{one.nilai} {one.teks}" for one in kelas)
