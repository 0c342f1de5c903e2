"""Usulan compared two by two: one question at a time, answered with a key or a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from musrenbang_desktop.domain.penilaian import Nilai
from musrenbang_desktop.domain.usulan import Usulan
from musrenbang_desktop.ranking.pairwise import pair, pairs
from ui.fields import FlowLayout
from ui.prioritas.model import ScoreSheet
from ui.theme import look, quiet

KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_0: 0}


class PairView(QFrame):
    """Keys: 1 the first, 2 the second, 0 as important, a full stop empties, arrows go back and on."""

    answered = Signal(str, object)
    """key of the pair, 1, 2, 0 or None"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: ScoreSheet | None = None
        self._pairs: list[tuple[str, str]] = []
        self.place = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Perbandingan usulan"))
        self.question, self.progress = QLabel(self.tr("Mana yang lebih penting?")), QLabel()
        look(self.question, "anak-judul")
        look(self.progress, "redup")
        self.progress.setWordWrap(True)
        self.choices = {1: _Choice(self), 2: _Choice(self)}
        self.even = QPushButton(self.tr("0  Sama penting"))
        self.back = quiet(QPushButton(self.tr("Pasangan sebelumnya")))
        self.on = quiet(QPushButton(self.tr("Pasangan berikutnya")))
        for value, choice in self.choices.items():
            choice.clicked.connect(lambda _checked=False, value=value: self._answer(value))
        self.even.clicked.connect(lambda: self._answer(0))
        self.back.clicked.connect(lambda: self.go(self.place - 1))
        self.on.clicked.connect(lambda: self.go(self.place + 1))
        self.even.setCheckable(True)
        both, below = FlowLayout(gap=12), FlowLayout(gap=8)
        for choice in self.choices.values():
            both.add(choice, 1, 30)
        for button in (self.even, self.back, self.on):
            below.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addWidget(self.question)
        layout.addLayout(both)
        layout.addLayout(below)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        look(self, "kartu")

    def show_sheet(self, sheet: ScoreSheet) -> None:
        """The pairs of the group in front."""
        self._sheet = sheet
        self._pairs = pairs([row.id for row in sheet.scoring_rows()])
        self.go(self.place)

    def go(self, place: int) -> None:
        """Ask pair ``place``; the ends stay where they are."""
        if self._sheet is None or not self._pairs:
            self.question.setText(self.tr("Perlu sedikitnya dua usulan untuk dibandingkan."))
            for choice in self.choices.values():
                choice.setVisible(False)
            return
        self.place = min(max(0, place), len(self._pairs) - 1)
        first, second = (self._sheet.usulan(record) for record in self._pairs[self.place])
        answer = self._sheet.scores(pair(first.id, second.id))[0]
        self.question.setText(self.tr("Mana yang lebih penting?"))
        for value, usulan in ((1, first), (2, second)):
            self.choices[value].show_usulan(value, usulan, chosen=answer == value)
        self.even.setChecked(answer == 0)
        left = sum(1 for _ in self._sheet.missing())
        self.progress.setText(
            self.tr("Pasangan {n} dari {semua}; {kurang} belum dijawab. Tombol 1, 2, 0; panah untuk berpindah.").format(
                n=self.place + 1, semua=len(self._pairs), kurang=left
            )
        )

    @property
    def key(self) -> str:
        """The pair that is asked about, as the sheet of scores names it; nothing before there are two usulan."""
        return pair(*self._pairs[self.place]) if self._pairs else ""

    def go_to(self, key: str) -> None:
        """Ask one pair."""
        keys = [pair(*one) for one in self._pairs]
        self.go(keys.index(key) if key in keys else self.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in KEYS:
            self._answer(KEYS[key])
        elif plain and key in (Qt.Key.Key_Period, Qt.Key.Key_Delete):
            self._answer(None)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go(self.place + (1 if key == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def _answer(self, value: Nilai) -> None:
        if not self._pairs:
            return
        key = pair(*self._pairs[self.place])
        here = self.place
        self.answered.emit(key, value)
        self.go(here + 1 if value is not None else here)
        self.setFocus()


class _Choice(QPushButton):
    """One of the two, large; its words break into lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)

    def show_usulan(self, value: int, usulan: Usulan, *, chosen: bool) -> None:
        """Number of the key, label, title and place."""
        text = f"{value}   {usulan.label} {usulan.judul}\n{usulan.tempat}"
        self.words.setText(text)
        self.setAccessibleName(text.replace("\n", ", "))
        self.setChecked(chosen)
        self.setVisible(True)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        found = self.layout()
        inner = found.contentsMargins() if found else margins
        wide = width - inner.left() - inner.right()
        return self.words.heightForWidth(wide) + inner.top() + inner.bottom()
