"""What is known about one person besides the columns of the table: age, disability, needs, hours, deputy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from musrenbang_desktop.domain.peserta import KEBUTUHAN, Peserta
from musrenbang_desktop.domain.tanggal import format_jam
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, NumberEdit
from ui.fields.waiting import belongs_to
from ui.kehadiran.words import age_words
from ui.panels import Card
from ui.plain_label import plain_label

Record = Callable[[str, dict[str, object], FieldRow], object]
"""Records changed fields of a person by id and explains a refusal at the row."""


class PersonCard(Card):
    """Everything is optional, and is recorded when its field is left. Unknown stays unknown."""

    def __init__(self, record: Record, *, hours: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._record = record
        self._person: Peserta | None = None
        self.who = plain_label("anak-judul", parent=self)
        self.usia_edit = NumberEdit()
        self.usia = FieldRow(self.tr("Usia (tahun)"), self.usia_edit)
        self.band_box = ChoiceBox()
        self.band_box.set_items([("", self.tr("belum dicatat")), *age_words()])
        self.band = FieldRow(self.tr("Kelompok usia"), self.band_box)
        self.disability_box = ChoiceBox()
        self.disability_box.set_items(
            [("", self.tr("belum dicatat")), ("ya", self.tr("ya")), ("tidak", self.tr("tidak"))]
        )
        self.disability = FieldRow(self.tr("Penyandang disabilitas"), self.disability_box)
        self.need_box = ChoiceBox(editable=True, placeholder=self.tr("boleh kosong"))
        self.need_box.set_items([("", ""), *((word, word) for word in KEBUTUHAN)])
        self.need = FieldRow(self.tr("Kebutuhan akses"), self.need_box, self.tr("Beberapa: pisahkan dengan koma."))
        self.leave_edit = LineField(placeholder="11.30", parse=read_optional_hour)
        self.leave = FieldRow(self.tr("Jam pulang"), self.leave_edit)
        self.deputy_edit = LineField(placeholder=self.tr("nama yang diwakili"))
        self.deputy = FieldRow(self.tr("Wakil dari orang"), self.deputy_edit)
        self._hours = hours
        self._lay_out()
        for name, row in self._rows().items():
            row.committed.connect(lambda value, name=name, row=row: self._commit(name, value, row))

    def show_person(self, person: Peserta | None) -> None:
        """Whose facts these are; a field that is being typed in is left alone."""
        same = person is not None and self._person is not None and person.id == self._person.id
        self._person = person
        belongs_to(self, person.id if person else "")
        self.who.setText(person.nama if person else self.tr("Pilih orangnya di tabel."))
        for name, row in self._rows().items():
            field = row.field
            field.setEnabled(person is not None)
            if same and field.hasFocus():
                continue
            value = getattr(person, name) if person else None
            if isinstance(field, LineField | ChoiceBox):
                field.fill(value if value is not None or isinstance(field, NumberEdit) else "")
            row.clear_error()
        known = person is not None and person.usia is not None
        self.band_box.setEnabled(person is not None and not known)
        self.band.set_note(self.tr("Dihitung dari usia.") if known else "")

    def _commit(self, name: str, value: object, row: FieldRow) -> None:
        if self._person is not None:
            self._record(self._person.id, {name: value if value is not None or name == "usia" else ""}, row)

    def _rows(self) -> dict[str, FieldRow]:
        rows = {
            "usia": self.usia,
            "kelompok_usia": self.band,
            "disabilitas": self.disability,
            "kebutuhan": self.need,
        }
        return rows | ({"pulang": self.leave, "wakil_dari": self.deputy} if self._hours else {})

    def _lay_out(self) -> None:
        fields = FlowLayout(gap=10)
        letters = {"usia": 9, "kelompok_usia": 17, "disabilitas": 15, "kebutuhan": 22, "pulang": 9, "wakil_dari": 18}
        for name, row in self._rows().items():
            fields.add(row, 2 if name == "kebutuhan" else 1, letters[name])
        for row in (self.leave, self.deputy):
            if row not in self._rows().values():
                row.setParent(self)
                row.hide()
        self.body.addWidget(self.who)
        self.body.addLayout(fields)


def read_optional_hour(text: str) -> str:
    """An hour as printed, or nothing. Raises RuleBroken("jam", "bukan_jam")."""
    return format_jam(text) if text.strip() else ""
