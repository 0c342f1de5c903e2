"""The quick line: one person, typed and recorded with Enter."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.peserta import PesertaBaru
from ui.buttons import push
from ui.fields import ChoiceBox, FieldRow, FlowLayout, LineField, RtRwEdit
from ui.theme import primary

#: What is usually invited; the list grows with what is typed.
USUAL_UNSUR = (
    "Pemerintah Desa", "BPD", "LPM", "RT", "RW", "PKK", "Karang Taruna", "Posyandu", "Tokoh Agama", "Tokoh Masyarakat",
    "Tokoh Pendidikan", "Kelompok Tani", "Kelompok Perempuan", "Pemuda", "Penyandang Disabilitas", "Lansia",
    "Pemerhati Anak", "Kelompok Masyarakat Miskin",
)  # fmt: skip
_LETTERS = {"nama": 17, "jenis_kelamin": 6, "unsur": 12, "jabatan": 9, "dusun": 10, "rt_rw": 8}


def usual_unsur() -> list[str]:
    """The usual unsur in the words of the place: a nagari has a Bamus."""
    return [QCoreApplication.translate("Unsur", word) for word in USUAL_UNSUR]


class QuickLine(QWidget):
    """Fields of one invited person. ``added`` carries a PesertaBaru."""

    added = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nama_edit = LineField(placeholder=self.tr("Nama dengan gelar"))
        self.jk_box = ChoiceBox()
        self.jk_box.setMinimumContentsLength(1)
        self.jk_box.set_items([("", "-"), ("L", "L"), ("P", "P")])
        self.jk_box.fill("")
        self.unsur_box = ChoiceBox(editable=True, placeholder=self.tr("RT, PKK, …"))
        self.jabatan_edit = LineField()
        self.dusun_box = ChoiceBox(editable=True)
        for box in (self.unsur_box, self.dusun_box):
            box.setMinimumContentsLength(4)
        self.rt_rw_edit = RtRwEdit()
        self.nama = FieldRow(self.tr("Nama"), self.nama_edit, parent=self)
        self.jk = FieldRow(self.tr("L/P"), self.jk_box, parent=self)
        self.unsur = FieldRow(self.tr("Unsur"), self.unsur_box, parent=self)
        self.jabatan = FieldRow(self.tr("Jabatan"), self.jabatan_edit, parent=self)
        self.dusun = FieldRow(self.tr("Dusun"), self.dusun_box, parent=self)
        self.rt_rw = FieldRow(self.tr("RT/RW"), self.rt_rw_edit, parent=self)
        self.add_button: QPushButton = primary(
            push(self.tr("Undang"), self.add, tip=self.tr("Catat dan tulis yang berikutnya (Enter)"))
        )
        self._rows = {
            "nama": self.nama, "jenis_kelamin": self.jk, "unsur": self.unsur, "jabatan": self.jabatan,
            "dusun": self.dusun, "rt_rw": self.rt_rw,
        }  # fmt: skip
        flow = FlowLayout(self, gap=10)
        for name, row in self._rows.items():
            flow.add(row, stretch=3 if name == "nama" else 1, letters=_LETTERS[name])
        combos = (self.unsur_box.lineEdit(), self.dusun_box.lineEdit())
        for line in filter(None, (self.nama_edit, self.jabatan_edit, self.rt_rw_edit, *combos)):
            line.returnPressed.connect(self.add)
        flow.add(FieldRow(" ", self.add_button, parent=self))

    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: _text(row.field) for name, row in self._rows.items()}

    @property
    def half_typed(self) -> bool:
        """Whether somebody is being written; unsur and dusun stay from the person before."""
        texts = self.texts()
        return any(texts[name] for name in ("nama", "jabatan", "rt_rw"))

    @property
    def fields(self) -> dict[str, LineField | ChoiceBox]:
        """The fields by their names."""
        return {
            "nama": self.nama_edit, "jenis_kelamin": self.jk_box, "unsur": self.unsur_box,
            "jabatan": self.jabatan_edit, "dusun": self.dusun_box, "rt_rw": self.rt_rw_edit,
        }  # fmt: skip

    def offer(self, unsur: list[str], dusun: list[str]) -> None:
        """Choices that were used before, and the usual ones."""
        words = [*unsur, *(word for word in usual_unsur() if word not in unsur)]
        for box, items in ((self.unsur_box, words), (self.dusun_box, dusun)):
            if not box.hasFocus():
                kept = _text(box)
                box.set_items([(word, word) for word in items])
                box.fill(kept)

    def add(self) -> None:
        """Hand over the person, or explain what is missing."""
        row = self.rt_rw
        try:
            rt, rw = self.rt_rw_edit.value()
            row = self.nama
            texts = self.texts()
            baru = PesertaBaru(
                nama=texts["nama"],
                jenis_kelamin=self.jk_box.value() or "",
                unsur=texts["unsur"],
                jabatan=texts["jabatan"],
                dusun=texts["dusun"],
                rt=rt,
                rw=rw,
            )
        except RuleBroken as broken:
            row.show_error(broken)
            return
        self.added.emit(baru)

    def next_person(self) -> None:
        """Empty for the next one; unsur and dusun stay, since lists are typed group by group."""
        for field, nothing in ((self.nama_edit, ""), (self.jabatan_edit, ""), (self.rt_rw_edit, ("", ""))):
            field.fill(nothing)
        for row in self._rows.values():
            row.clear_error()
        self.jk_box.fill("")
        self.nama_edit.setFocus()


def _text(field: QWidget) -> str:
    if isinstance(field, ChoiceBox):
        return str(field.value() or "")
    return field.text().strip() if isinstance(field, LineField) else ""
