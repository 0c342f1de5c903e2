"""The quick line: one usulan in one row, as fast as somebody speaks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from musrenbang_desktop.db.errors import Trouble
from musrenbang_desktop.domain.errors import RuleBroken
from musrenbang_desktop.domain.usulan import UsulanBaru
from musrenbang_desktop.domain.volume import normal_satuan
from musrenbang_desktop.services.layanan import Layanan
from ui.closed_note import ClosedNote
from ui.fields import FlowLayout, LineField, RtRwEdit, RupiahEdit
from ui.fields.committing import Pause
from ui.fields.line import mark_wrong
from ui.fields.waiting import keep_apart
from ui.sentences import sentence
from ui.theme import look, primary, quiet
from ui.usulan.alike_hint import AlikeHint
from ui.usulan.completion import offer_known
from ui.usulan.quick_draft import QuickDraft
from ui.usulan.quick_foot import QuickFoot
from ui.usulan.quick_kamus import QuickKamus
from ui.usulan.reading import read_volume

KEPT = ("dusun", "pengusul")
"""what the next usulan probably shares with the last one"""


class QuickLine(QFrame):
    """Seven fields of which only ``judul`` is needed. What is half typed is kept as a draft and comes back."""

    recorded = Signal(str)
    """id of the new usulan"""
    agreement_wanted = Signal()
    """the forum is closed: to where it is opened again or added to"""
    refused = Signal(object)
    """what no field of this line can explain"""

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._count = 0
        self._usual = True
        self._pause = Pause(self, self.keep_draft)
        keep_apart(self)
        look(self, "kartu")
        self.fields: dict[str, LineField] = {
            "judul": LineField(self.tr("Judul usulan"), placeholder=self.tr("Apa yang diusulkan?")),
            "dusun": LineField(self.tr("Dusun")),
            "rt_rw": RtRwEdit(self.tr("RT dan RW"), placeholder="2/1"),
            "volume": LineField(self.tr("Volume"), placeholder="120", parse=read_volume, show=_number),
            "satuan": LineField(self.tr("Satuan"), parse=normal_satuan, placeholder="m"),
            "perkiraan_biaya": RupiahEdit(self.tr("Perkiraan biaya"), placeholder=self.tr("125 jt")),
            "pengusul": LineField(self.tr("Pengusul")),
        }
        self.alike = AlikeHint(services, self.fields, self)
        self.kamus = QuickKamus(services, self.fields, self)
        self._draft = QuickDraft(services, self.fields, self.kamus)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.save_button = primary(QPushButton(self.tr("Simpan && baru"), self))
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.clear_button = quiet(QPushButton(self.tr("Kosongkan"), self))
        self._cells: dict[str, QWidget] = {}
        self._foot = QuickFoot(self.note, self.alike, (self.clear_button, self.save_button), self)
        nothing = self.tr("usulan tidak dapat ditambah atau diubah")
        self.closed = ClosedNote(services, nothing, self.agreement_wanted.emit, self)
        self._short = False
        self._lay_out()
        self._connect()
        self._tell("")

    def refresh(self) -> None:
        """Offer the known words; on another forum also the line that was left half typed there."""
        offer_known({name: self.fields[name] for name in ("dusun", "satuan", "pengusul")}, self._services.usulan)
        self._count = self._services.usulan.jumlah().aktif
        self.closed.refresh()
        if self._usual:
            self._tell("")
        forum = self._services.desk.forum_id
        if forum != self._draft.forum:
            self.keep_draft()
            found = self._draft.restore(forum)
            self._tell(self.tr("Baris ini belum sempat disimpan. Lanjutkan, atau kosongkan.") if found else "")

    def focus_first(self) -> None:
        """Begin to type; where nothing is taken any more, stand on the way out."""
        if self.is_closed and self.closed.button:
            self.closed.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.fields["judul"].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fold()

    def save(self) -> bool:
        """Record the line; refused input is marked, explained and kept."""
        if self.is_closed:
            self.focus_first()
            return False
        try:
            baru = self._read()
            record = self._services.usulan.catat(baru)
        except RuleBroken as broken:
            self._explain(broken)
            return False
        except Trouble as problem:
            self.refused.emit(problem)
            return False
        self._clear(keep=KEPT)
        self.keep_draft()
        self.focus_first()
        self.recorded.emit(record)
        return True

    def clear(self) -> None:
        """Give up what is half typed."""
        self._clear(keep=())
        self.keep_draft()
        self.focus_first()

    def keep_draft(self) -> None:
        """Remember the words as they stand."""
        self._pause.stop()
        try:
            self._draft.keep(half_typed=self.half_typed)
        except Trouble as problem:
            self.refused.emit(problem)

    @property
    def unrecorded(self) -> bool:
        """Whether the words would be lost with the window."""
        return self.half_typed and not self._draft.kept

    @property
    def is_closed(self) -> bool:
        """Whether the forum takes no usulan any more."""
        return not self.closed.isHidden()

    @property
    def may_pass_over(self) -> bool:
        """Whether the cursor may begin behind this line, and why nothing is taken stays in sight all the same."""
        return self.is_closed and not self._short

    @property
    def half_typed(self) -> bool:
        """Whether there is something that would be lost."""
        return any(field.text().strip() for name, field in self.fields.items() if name not in KEPT)

    def set_short(self, *, short: bool) -> None:
        """Where there is little height only the title is in sight, and the other fields from its first letter on."""
        self._short = short
        self._fold()

    def _fold(self) -> None:
        folded = self._short and not self.half_typed and not any(field.property("salah") for field in self._others())
        inside = any(field.hasFocus() for field in self._others())
        for name, cell in self._cells.items():
            cell.setVisible(not self.is_closed and (name == "judul" or not folded or inside))
        self._foot.setVisible(not self.is_closed and (not folded or inside))
        self._cells["judul"].findChildren(QLabel)[0].setVisible(not self._short)

    def _others(self) -> list[LineField]:
        return [field for name, field in self.fields.items() if name != "judul"]

    def _lay_out(self) -> None:
        cells = FlowLayout(gap=8)
        titles = (
            ("judul", self.tr("Usulan baru"), 20, 6),
            ("dusun", self.tr("Dusun"), 9, 2),
            ("rt_rw", self.tr("RT/RW"), 11, 0),
            ("volume", self.tr("Volume"), 7, 0),
            ("satuan", self.tr("Satuan"), 6, 0),
            ("perkiraan_biaya", self.tr("Perkiraan Rp"), 13, 1),
            ("pengusul", self.tr("Pengusul"), 10, 2),
        )
        for name, title, letters, stretch in titles:
            self._cells[name] = _cell(title, self.fields[name])
            cells.add(self._cells[name], stretch, letters)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addWidget(self.closed)
        layout.addLayout(cells)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        names = list(self.fields)
        for name, field in self.fields.items():
            field.textEdited.connect(self._on_typed)
            field.editingFinished.connect(self.keep_draft)
            field.rejected.connect(self._on_judged)
            if name == names[-1]:
                field.returnPressed.connect(self.save)
            else:
                following = self.fields[names[names.index(name) + 1]]
                field.returnPressed.connect(lambda line=following: line.setFocus(Qt.FocusReason.TabFocusReason))
        self.fields["volume"].committed.connect(self._take_unit)
        cost = self.fields["perkiraan_biaya"]
        if isinstance(cost, RupiahEdit):
            cost.note_changed.connect(self._tell)
        place = self.fields["rt_rw"]
        if isinstance(place, RtRwEdit):
            place.echoed.connect(self._tell)
        self.kamus.told.connect(self._tell)
        self.save_button.clicked.connect(self.save)
        self.clear_button.clicked.connect(self.clear)

    def _read(self) -> UsulanBaru:
        values: dict[str, Any] = {name: field.value() for name, field in self.fields.items()}
        values["rt"], values["rw"] = values.pop("rt_rw")
        values["volume"], unit = values["volume"]
        values["satuan"] = values["satuan"] or unit
        values["judul"] = " ".join(values["judul"].split())
        return UsulanBaru(**(values | self.kamus.values()))

    def _take_unit(self, pair: tuple[str, str]) -> None:
        if pair[1]:
            self.fields["satuan"].fill(pair[1])

    def _explain(self, broken: RuleBroken) -> None:
        field = self.fields.get(broken.field)
        if field is None:
            self.refused.emit(broken)
            return
        mark_wrong(field, wrong=True)
        self._tell(sentence(broken), wrong=True)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_judged(self, broken: RuleBroken | None) -> None:
        self._tell(sentence(broken) if broken else "", wrong=broken is not None)

    def _on_typed(self) -> None:
        self._pause.restart()
        judul = self.fields["judul"]
        if judul.property("salah") and judul.text().strip():
            mark_wrong(judul, wrong=False)
            self._tell("")
        self.clear_button.setVisible(self.half_typed)
        self._fold()

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        usual = self.tr("{n} usulan tercatat. Cukup judulnya, sisanya boleh menyusul. Ctrl+Enter simpan lalu baru.")
        look(self.note, "salah" if wrong else "gema")
        self.note.setText(text or usual.format(n=self._count))
        self._usual = not text
        self._fold()
        self.clear_button.setVisible(self.half_typed)

    def _clear(self, keep: tuple[str, ...]) -> None:
        for name, field in self.fields.items():
            if name not in keep:
                field.setText("")  # and with it what Ctrl+Z would take back inside the field
                field.commit()
                mark_wrong(field, wrong=False)
            field.setCursorPosition(0)  # a long name is read from its beginning
        self.kamus.clear()
        self._tell("")


def _number(volume: tuple[str, str]) -> str:
    return volume[0]


def _cell(title: str, field: QLineEdit) -> QWidget:
    cell = QWidget()
    label = QLabel(title, cell)
    label.setBuddy(field)
    look(label, "label")
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(label)
    layout.addWidget(field)
    return cell
