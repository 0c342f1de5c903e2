"""People in an office, each on one line: name, office, where from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from musrenbang_desktop.domain.forum import Pejabat
from ui.buttons import push
from ui.fields import FlowLayout, LineField
from ui.icons import icon
from ui.subject import tells_of
from ui.theme import look, quiet

NOBODY = Pejabat("")


class PejabatEdit(QWidget):
    """One person; ``committed`` carries a Pejabat each time one of the fields was left changed."""

    committed = Signal(object)

    def __init__(self, role: str, *, jabatan: str = "", with_nip: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.usual_jabatan = jabatan
        self._kept = NOBODY
        self._pending = False
        self.parts = {
            "nama": LineField(self.tr("Nama {peran}").format(peran=role), placeholder=self.tr("Nama dengan gelar")),
            "jabatan": LineField(self.tr("Jabatan {peran}").format(peran=role), placeholder=self.tr("Jabatan")),
            "dari": LineField(self.tr("Asal {peran}").format(peran=role), placeholder=self.tr("Dari lembaga/kantor")),
        }
        if with_nip:
            self.parts["nip"] = LineField(
                self.tr("NIP {peran}").format(peran=role), placeholder=self.tr("NIP, bila ada")
            )
        flow = FlowLayout(self, gap=8)
        for name, field in self.parts.items():
            flow.add(field, stretch=3 if name == "nama" else 2, letters=18 if name == "nama" else 14)
            field.committed.connect(self._on_committed)
        self.setFocusProxy(self.parts["nama"])

    def value(self) -> Pejabat:
        """The person as typed; what is not shown here stays as recorded."""
        typed = {name: str(field.value()) for name, field in self.parts.items()}
        if typed["nama"] and not typed["jabatan"]:
            typed["jabatan"] = self.usual_jabatan
        return replace(self._kept, **typed)

    def fill(self, pejabat: Pejabat) -> None:
        """Show a recorded person; never commits."""
        self._kept, self._pending = pejabat, False
        for name, field in self.parts.items():
            if not (field.hasFocus() and field.isModified()):
                field.fill(getattr(pejabat, name))

    def not_recorded(self) -> None:
        """The person was handed over but could not be recorded; leaving any of the fields tries again."""
        self._pending = True
        for field in self.parts.values():
            field.not_recorded()

    @property
    def unrecorded(self) -> bool:
        """Whether the words on screen would be lost with the fields."""
        return self._pending

    def _on_committed(self, _text: object) -> None:
        value = self.value()
        if value != self._kept or self._pending:
            self._kept, self._pending = value, False
            self.committed.emit(value)


class PejabatList(QWidget):
    """Several people in their order; ``committed`` carries the tuple of those that have a name."""

    committed = Signal(object)

    def __init__(self, role: str, add_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._kept: tuple[Pejabat, ...] = ()
        self._pending = False
        self.lines: list[tuple[QWidget, PejabatEdit]] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.add_button = quiet(push(add_text, self.add_line, "tambah"))
        below = QHBoxLayout()
        below.addWidget(self.add_button)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        layout.addLayout(below)
        self.setFocusProxy(self.add_button)

    def value(self) -> tuple[Pejabat, ...]:
        """Those who have a name."""
        people = (edit.value() for _, edit in self.lines)
        return tuple(one for one in people if one.nama)

    def fill(self, people: Sequence[Pejabat]) -> None:
        """Show recorded people; never commits. A line begun without a name stays."""
        self._kept, self._pending = tuple(people), False
        if self.value() == self._kept:
            return
        while len(self.lines) > len(people):
            self._drop(len(self.lines) - 1)
        for place, one in enumerate(people):
            if place == len(self.lines):
                self._add()
            self.lines[place][1].fill(one)

    def not_recorded(self) -> None:
        """The people were handed over but could not be recorded; leaving any of them tries again."""
        self._pending = True
        for _, edit in self.lines:
            edit.not_recorded()

    @property
    def unrecorded(self) -> bool:
        """Whether the words on screen would be lost with the fields."""
        return self._pending

    def add_line(self) -> None:
        """An empty line with the cursor in it."""
        self._add().setFocus()

    def _add(self) -> PejabatEdit:
        line = QWidget(self)
        edit = PejabatEdit(f"{self._role} {len(self.lines) + 1}")
        edit.committed.connect(self._on_committed)
        remove = QToolButton(line)
        remove.setIcon(icon("tutup"))
        remove.setToolTip(self.tr("Keluarkan dari daftar"))
        remove.setAccessibleName(
            self.tr("Keluarkan {peran} {n} dari daftar").format(peran=self._role, n=len(self.lines) + 1)
        )
        look(remove, "ikon")
        remove.clicked.connect(lambda: self._remove(line))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(edit, 1)
        layout.addWidget(remove)
        tells_of(line, lambda: self._part(line))
        self._rows.addWidget(line)
        self.lines.append((line, edit))
        return edit

    def _part(self, line: QWidget) -> str:
        """The place of a line in the list, as its history is asked for."""
        return next((f"#{place}" for place, (one, _) in enumerate(self.lines) if one is line), "")

    def _remove(self, line: QWidget) -> None:
        self._drop(next(place for place, (one, _) in enumerate(self.lines) if one is line))
        self.add_button.setFocus()
        self._on_committed(None)

    def _drop(self, place: int) -> None:
        line, _ = self.lines.pop(place)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _on_committed(self, _one: object) -> None:
        value = self.value()
        if value != self._kept or self._pending:
            self._kept, self._pending = value, False
            self.committed.emit(value)
