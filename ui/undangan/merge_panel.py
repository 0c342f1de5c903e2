"""Two records side by side: the operator chooses what the one that stays will say."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.undangan import DIPILIH
from musrenbang_desktop.services.layanan import Layanan
from ui.buttons import push
from ui.fields import FlowLayout
from ui.form_words import ChangingForm
from ui.plain_label import plain_label
from ui.theme import look, primary, quiet


class MergePanel(QFrame):
    """``decided`` carries the id that stays, the id that leaves, and the chosen fields; ``left`` means no."""

    decided = Signal(str, str, dict)
    left = Signal()

    def __init__(self, services: Layanan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half = ChangingForm(self, services, "undangan_gabung")
        look(self, "kartu")
        self.sides: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self.pair: tuple[Peserta, Peserta] | None = None
        self._groups: list[QButtonGroup] = []
        self.question = plain_label("anak-judul", parent=self)
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self.merge_button = primary(push(self.tr("Gabungkan"), self._decide, tip=self.tr("Dapat diurungkan (Ctrl+Z)")))
        self.cancel_button = quiet(push(self.tr("Bukan orang yang sama"), self.left.emit))
        buttons = FlowLayout(gap=8)
        buttons.add(self.merge_button)
        buttons.add(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(8)
        for part in (self.question, self._table):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self._names = {
            "nama": self.tr("Nama"), "jenis_kelamin": self.tr("L/P"), "unsur": self.tr("Unsur"),
            "jabatan": self.tr("Jabatan"), "usia": self.tr("Usia"), "dusun": self.tr("Dusun"), "rt": self.tr("RT"),
            "rw": self.tr("RW"),
        }  # fmt: skip

    def ask(self, one: Peserta, other: Peserta) -> None:
        """Show two people; the one recorded first stays. Where only one of them says something, that is taken."""
        one, other = sorted((one, other), key=lambda person: person.nomor)
        self.pair = one, other
        self.question.setText(
            self.tr("{nama} (nomor {a}) dan {lain} (nomor {b}): satu orang? Pilih isian yang benar.").format(
                nama=one.nama, a=one.nomor, lain=other.nama, b=other.nomor
            )
        )
        self._half.leave()
        self._clear()
        for row, name in enumerate(name for name in DIPILIH if getattr(one, name) != getattr(other, name)):
            self._add(row, name, getattr(one, name), getattr(other, name))
        choices = {f"{name}.{side}": one for name, sides in self.sides.items() for side, one in enumerate(sides)}
        self._half.begin(f"{one.id}:{other.id}", choices)
        first = next(iter(self.sides.values()), None)
        (first[0] if first and first[0].isChecked() else first[1] if first else self.merge_button).setFocus()

    def forget(self) -> None:
        """They were merged, or are two people."""
        self._half.forget()

    def _add(self, row: int, name: str, left: Any, right: Any) -> None:
        label = QLabel(self._names[name], self._table)
        look(label, "label")
        group = QButtonGroup(self)
        sides = (QRadioButton(self._shown(left), self._table), QRadioButton(self._shown(right), self._table))
        self._grid.addWidget(label, row, 0)
        for place, (side, value) in enumerate(zip(sides, (left, right), strict=True)):
            side.setAccessibleName(f"{self._names[name]}: {self._shown(value)}")
            group.addButton(side)
            self._grid.addWidget(side, row, place + 1)
            side.show()  # it is to take the cursor at once
        longer = name == "nama" and len(str(right)) > len(str(left))
        sides[1 if longer or left in ("", None) else 0].setChecked(True)
        self.sides[name] = sides
        self._groups.append(group)

    def _shown(self, value: Any) -> str:
        return self.tr("(kosong)") if value in ("", None) else str(value)

    def _clear(self) -> None:
        self.sides.clear()
        self._groups.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _decide(self) -> None:
        if self.pair is None:
            return
        one, other = self.pair
        fields = {name: getattr(one if sides[0].isChecked() else other, name) for name, sides in self.sides.items()}
        self.decided.emit(one.id, other.id, fields)
