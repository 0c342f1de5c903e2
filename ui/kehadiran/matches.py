"""Who is meant by the letters: large lines, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.domain.peserta import Peserta
from musrenbang_desktop.domain.usulan import tempat_singkat
from ui.kehadiran.letters import LargeLabel
from ui.panels import clear_layout
from ui.theme import dress_again, look
from ui.unbroken import unbroken

MOST = 5


class Matches(QWidget):
    """The likeliest people, best first. ``taken`` is a click on one of them."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: list[Peserta] = []
        self.place = 0
        self.lines: list[MatchLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.setAccessibleName(self.tr("Nama yang cocok"))

    def show_people(self, people: Sequence[Peserta], place: int = 0) -> None:
        """Offer these people, the one at ``place`` chosen."""
        self.place = place
        if self.people and self.people == list(people):  # only another line is chosen: the lines stay
            self._mark()
            return
        self.people = list(people)
        clear_layout(self._layout)
        self.lines = []
        for number, person in enumerate(self.people, 1):
            line = MatchLine(person, number, self)
            line.clicked.connect(self.taken)
            self._layout.addWidget(line)
            self.lines.append(line)
        self._layout.addStretch(1)
        self._mark()

    def step(self, step: int) -> None:
        """Choose another line."""
        if self.people:
            self.place = max(0, min(self.place + step, len(self.people) - 1))
            self._mark()

    def choose(self, person: Peserta | None) -> None:
        """Choose the line of a person, where it is still there."""
        ids = [one.id for one in self.people]
        if person is not None and person.id in ids:
            self.place = ids.index(person.id)
            self._mark()

    def current(self) -> Peserta | None:
        """The chosen person."""
        return self.people[self.place] if self.people else None

    def _mark(self) -> None:
        for place, line in enumerate(self.lines):
            line.choose(chosen=place == self.place)
        if self.lines and self.place:
            QTimer.singleShot(0, self.lines[self.place], self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Enter means a line that can be seen, also with large letters; the box above it keeps the cursor."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.place < len(self.lines):
            above.ensureWidgetVisible(self.lines[self.place], 0, 0)


class MatchLine(QFrame):
    """One person: the digit that chooses the line, the name large, unsur and place below, at the right what Enter does
    or the hour of arrival.
    """

    clicked = Signal(object)

    def __init__(self, person: Peserta, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._person = person
        look(self, "pesan")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # a long name needs more lines
        about = " · ".join(
            part for part in (person.unsur, person.jabatan, tempat_singkat(person.dusun, person.rt, person.rw)) if part
        )
        self.name = LargeLabel(1.35, self)
        self.name.setText(person.nama)
        self.about = QLabel(unbroken(about), self)
        self.hint = QLabel(self)
        self.number = QLabel(str(number), self)
        look(self.number, "redup")
        look(self.about, "redup")
        look(self.hint, "baik" if person.hadir else "redup")
        self.about.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        self.about.setVisible(bool(about))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{person.nama}. {about}")

    def choose(self, *, chosen: bool) -> None:
        """Show whether Enter means this line."""
        self.setProperty("jenis", "success" if chosen else "")
        dress_again(self)
        if self._person.hadir:
            self.hint.setText(self.tr("Hadir {jam}").format(jam=self._person.hadir))
        else:
            self.hint.setText(self.tr("Enter = hadir") if chosen else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self._person)
